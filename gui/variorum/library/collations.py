"""Collations kept to be shown at once; they can be made anew at any time.

What is kept are bytes that the caller makes and reads: never a form that runs code when it
is read, since a library may come from elsewhere.
"""

import zlib
from dataclasses import dataclass

from variorum.ids import ArticleId
from variorum.library.connection import Db

MOST_KEPT = 5000
"""Pairs: some tens of megabytes. The oldest go first."""
_LONGEST = 1 << 28
"""Bytes of a collation; a file from elsewhere may not unfold to more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Name two articles, and by a hash all that their collation depends on."""

    base: ArticleId
    version: ArticleId
    made_of: str


def keep_collation(db: Db, pair: Pair, data: bytes, *, kept: float) -> None:
    """Keep a collation and its share kept, in the place of an earlier one; for `HOUSEKEEPING`."""
    row = db.write(
        """
        INSERT OR REPLACE INTO collations (base, version, made_of, kept, deflated)
        SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM articles WHERE id IN (?, ?)) = 2
        """,
        (pair.base, pair.version, pair.made_of, kept, zlib.compress(data), pair.base, pair.version),
    )
    db.write("DELETE FROM collations WHERE id <= ?", (row - MOST_KEPT,))


def kept_collation(db: Db, pair: Pair) -> bytes | None:
    """Return a collation that was kept, or None when what it was made of has changed."""
    found = db.value(
        "SELECT deflated FROM collations WHERE base = ? AND version = ? AND made_of = ?",
        (pair.base, pair.version, pair.made_of),
    )
    if found is None:
        return None
    try:
        return zlib.decompressobj().decompress(found, _LONGEST)
    except zlib.error:
        # It can be made anew.
        return None
