"""The index by which versions are recognised: which articles have which hashes.

Hashes fall anywhere in a large index, so that each of an article's would change a page of
its own, and an import would write more and more. So they are gathered in a small table
first; after each import one slice of it, chosen by chance, moves to the large one in
order, and changes only that slice's pages (the idea of the log-structured merge tree).

Of each hash the first 31 bits are kept, which SQLite stores in half the room. Among ten
million, one hash in a hundred then meets a stranger's: too few to make a candidate.
"""

import json
import random
from collections.abc import Iterable, Sequence

from variorum.ids import ArticleId
from variorum.library.connection import Db

COMMON = 100
"""A hash that stands in more articles than this says nothing of being versions."""

_SLICES = 32
_SLICE = 2**31 // _SLICES
"""How many keys one slice can hold."""


def keys(hashes: Iterable[int]) -> set[int]:
    """Return what the index keeps of hashes, which are from 0 to 2**63 - 1."""
    return {number >> 32 for number in hashes}


def add_hashes(db: Db, article: ArticleId, hashes: Iterable[int]) -> None:
    """Add an article's hashes; it can be found by them at once."""
    db.write_many(
        "INSERT INTO fresh_fingerprints (hash, article) VALUES (?, ?)",
        ((key, article) for key in sorted(keys(hashes))),
    )


def move_slice(db: Db) -> None:
    """Move one slice of what is fresh to its place; the library does it after each import."""
    first = random.randrange(_SLICES) * _SLICE  # noqa: S311 - no secret
    among = "hash BETWEEN ? AND ?"
    bounds = (first, first + _SLICE - 1)
    db.write(
        "INSERT INTO fingerprints (hash, article)"
        f" SELECT hash, article FROM fresh_fingerprints WHERE {among} ORDER BY hash, article",
        bounds,
    )
    db.write(f"DELETE FROM fresh_fingerprints WHERE {among}", bounds)


def forget_hashes(db: Db, articles: Sequence[ArticleId]) -> None:
    """Take articles out of the index, by a walk through all of it."""
    wanted = (json.dumps(list(articles)),)
    for table in ("fingerprints", "fresh_fingerprints"):
        db.write(
            f"DELETE FROM {table} WHERE article IN (SELECT value FROM json_each(?))",
            wanted,
        )
