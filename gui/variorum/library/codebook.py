"""Deeds on the codebook: add, edit, delete and order codes."""

import json
from collections.abc import Sequence

from variorum.errors import UsageError
from variorum.ids import CodeId
from variorum.library.connection import Db
from variorum.library.moments import new_uuid


def add_code(
    db: Db,
    *,
    name: str,
    colour: str,
    parent: CodeId | None = None,
    memo: str = "",
    uuid: str | None = None,
) -> CodeId:
    """Add a code at the end of the codebook; one that comes from elsewhere keeps its stable id."""
    return CodeId(
        db.write(
            """
            INSERT INTO codes (uuid, parent, name, colour, position, memo)
            VALUES (?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM codes), ?)
            """,
            (uuid or new_uuid(), parent, name, colour, memo),
        )
    )


def edit_code(
    db: Db, *, code: CodeId, name: str, colour: str, parent: CodeId | None, memo: str
) -> None:
    """Change a code; it cannot stand below itself."""
    if parent is not None and code in _line(db, parent):
        raise UsageError("A code cannot stand below itself.")
    db.write(
        "UPDATE codes SET name = ?, colour = ?, parent = ?, memo = ? WHERE id = ?",
        (name, colour, parent, memo, code),
    )


def _line(db: Db, code: CodeId) -> set[int]:
    """Return a code and all the codes that it stands below."""
    rows = db.rows(
        """
        WITH RECURSIVE line (id) AS (
            VALUES (?) UNION
            SELECT codes.parent FROM codes JOIN line USING (id) WHERE codes.parent IS NOT NULL
        )
        SELECT id FROM line
        """,
        (code,),
    )
    return {row[0] for row in rows}


def delete_code(db: Db, *, code: CodeId) -> None:
    """Delete a code: its highlights stay without it, codes below it move up."""
    db.write(
        "UPDATE codes SET parent = (SELECT parent FROM codes WHERE id = ?) WHERE parent = ?",
        (code, code),
    )
    db.write("DELETE FROM codes WHERE id = ?", (code,))


def order_codes(db: Db, *, codes: Sequence[CodeId]) -> None:
    """Let the codes stand in this order; those not named keep theirs, after them."""
    others = db.rows(
        "SELECT id FROM codes WHERE id NOT IN (SELECT value FROM json_each(?)) ORDER BY position",
        (json.dumps(list(codes)),),
    )
    order = [*codes, *(CodeId(row[0]) for row in others)]
    db.write_many(
        "UPDATE codes SET position = ? WHERE id = ? AND position <> ?",
        [(position, code, position) for position, code in enumerate(order)],
    )
