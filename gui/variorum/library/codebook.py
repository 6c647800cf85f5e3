"""Deeds on the codebook: add, edit, move, merge, split, retire, delete and order codes."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from variorum.annotations.codebook import KEYS, sign_for, tree_order
from variorum.annotations.values import CodeProperties
from variorum.errors import UsageError
from variorum.ids import CodeId, HighlightId
from variorum.library.connection import Db
from variorum.library.moments import new_uuid

_APART = "\n\n"
"""Between what was said of two codes that become one."""


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
    properties = CodeProperties(name=name, colour=colour, memo=memo)
    return insert_code(db, to=properties, parent=parent, uuid=uuid)


def insert_code(
    db: Db,
    *,
    to: CodeProperties,
    parent: CodeId | None = None,
    retired: bool = False,
    uuid: str | None = None,
) -> CodeId:
    """Add a code with all its properties, the last of those below its parent.

    Without a sign, or with another code's, it takes letters of its name that are free; without a number key, the first
    free one, if it can be given to marks.
    """
    rows = db.rows("SELECT sign, number_key FROM codes")
    offered = to.codable and not retired
    free = (key for key in KEYS if key not in {row[1] for row in rows})
    code = CodeId(
        db.write(
            """
            INSERT INTO codes (uuid, parent, name, colour, position, memo, sign, description,
                examples, number_key, codable, retired)
            VALUES (?, ?, ?, ?, (SELECT coalesce(max(position) + 1, 0) FROM codes),
                ?, ?, ?, ?, ?, ?, ?)
            """,
            (
                uuid or new_uuid(),
                parent,
                to.name,
                to.colour,
                to.memo,
                _own_sign(to, [row[0] for row in rows]),
                to.description,
                to.examples,
                (to.key or next(free, None)) if offered else None,
                to.codable,
                retired,
            ),
        )
    )
    _keep_key_single(db, code)
    return code


def edit_code(db: Db, *, code: CodeId, to: CodeProperties) -> None:
    """Change what is said of a code; the key that it gets, no other keeps."""
    taken = [row[0] for row in db.rows("SELECT sign FROM codes WHERE id <> ?", (code,))]
    db.write(
        """
        UPDATE codes SET name = ?, colour = ?, sign = ?, description = ?, examples = ?, memo = ?,
            number_key = ?, codable = ?
        WHERE id = ?
        """,
        (
            to.name,
            to.colour,
            _own_sign(to, taken),
            to.description,
            to.examples,
            to.memo,
            to.key if to.codable else None,
            to.codable,
            code,
        ),
    )
    _keep_key_single(db, code)


def _own_sign(to: CodeProperties, taken: Sequence[str]) -> str:
    """Return the letters asked for, or others where they are another code's or none."""
    sign = to.sign.strip()
    is_free = sign.casefold() not in {one.casefold() for one in taken}
    return sign if sign and is_free else sign_for(to.name, taken)


def _keep_key_single(db: Db, code: CodeId) -> None:
    db.write(
        "UPDATE codes SET number_key = NULL WHERE id <> ?1"
        " AND number_key = (SELECT number_key FROM codes WHERE id = ?1)",
        (code,),
    )


def move_code(db: Db, *, code: CodeId, parent: CodeId | None, before: CodeId | None = None) -> None:
    """Let a code stand below another one or at the top: before a sibling, else as the last."""
    if parent is not None and code in _line(db, parent):
        raise UsageError("A code cannot stand below itself.")
    db.write("UPDATE codes SET parent = ? WHERE id = ?", (parent, code))
    order = [CodeId(row[0]) for row in db.rows("SELECT id FROM codes ORDER BY position, id")]
    order.remove(code)
    order.insert(len(order) if before is None else order.index(before), code)
    order_codes(db, codes=order)


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


def merge_codes(db: Db, *, codes: Iterable[CodeId], into: CodeId) -> None:
    """Make several codes one: its highlights are those of all, and so are its words.

    What stands below the others stands below it then; it stays in its place, but where that
    was below one of them.
    """
    others = [code for code in codes if code != into]
    for other in others:
        db.write(
            "INSERT INTO highlight_codes (highlight, code)"
            " SELECT highlight, ?2 FROM highlight_codes WHERE code = ?1 ON CONFLICT DO NOTHING",
            (other, into),
        )
        db.write(
            "INSERT INTO settled_codes (mark, code)"
            " SELECT mark, ?2 FROM settled_codes WHERE code = ?1 ON CONFLICT DO NOTHING",
            (other, into),
        )
        if other in _line(db, into):
            parent = db.value("SELECT parent FROM codes WHERE id = ?", (other,))
            db.write("UPDATE codes SET parent = ? WHERE id = ?", (parent, into))
        db.write("UPDATE codes SET parent = ?2 WHERE parent = ?1", (other, into))
        _join_words(db, other, into)
        db.write("DELETE FROM codes WHERE id = ?", (other,))


def _join_words(db: Db, other: CodeId, into: CodeId) -> None:
    """Add what was said of one code to what is said of another."""
    query = "SELECT description, examples, memo FROM codes WHERE id = ?"
    own, more = db.rows(query, (into,))[0], db.rows(query, (other,))[0]
    joined = [
        _APART.join(dict.fromkeys(part for part in pair if part))
        for pair in zip(own, more, strict=True)
    ]
    db.write(
        "UPDATE codes SET description = ?, examples = ?, memo = ? WHERE id = ?", (*joined, into)
    )


def split_code(
    db: Db, *, code: CodeId, to: CodeProperties, highlights: Sequence[HighlightId]
) -> CodeId:
    """Part a code: some of its highlights get a new one instead, which stands beside it."""
    parent = db.value("SELECT parent FROM codes WHERE id = ?", (code,))
    new = insert_code(db, to=to, parent=parent)
    following = db.value(
        "SELECT id FROM codes WHERE parent IS ?1 AND id NOT IN (?2, ?3)"
        " AND position > (SELECT position FROM codes WHERE id = ?2) ORDER BY position LIMIT 1",
        (parent, code, new),
    )
    move_code(db, code=new, parent=parent, before=following)
    wanted = json.dumps(list(highlights))
    db.write(
        "INSERT INTO highlight_codes (highlight, code) SELECT highlight, ?1 FROM highlight_codes"
        " WHERE code = ?2 AND highlight IN (SELECT value FROM json_each(?3))",
        (new, code, wanted),
    )
    db.write(
        "DELETE FROM highlight_codes WHERE code = ?"
        " AND highlight IN (SELECT value FROM json_each(?))",
        (code, wanted),
    )
    return new


def retire_code(db: Db, *, code: CodeId, retired: bool) -> None:
    """Offer a code for new marks no more, or again; the marks that have it keep it."""
    db.write(
        "UPDATE codes SET retired = ?1, number_key = CASE WHEN ?1 THEN NULL ELSE number_key END"
        " WHERE id = ?2",
        (retired, code),
    )


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


def sort_codes(db: Db) -> None:
    """Let codes that stand below the same one stand in the order of their names."""
    rows: list[Any] = db.rows("SELECT id, parent, name FROM codes ORDER BY position, id")
    by_name = sorted(rows, key=lambda row: row[2].casefold())
    ordered = tree_order(by_name, id_of=lambda row: row[0], parent_of=lambda row: row[1])
    order_codes(db, codes=[CodeId(row[0]) for row, _ in ordered])
