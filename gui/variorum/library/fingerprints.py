"""What is kept of the hashes by which versions are recognised: which articles have which.

Hashes fall anywhere in a large index, so that each of an article's would change a page of
its own, and an import would write more and more. So an article's hashes are first kept
together, in a row; with each import two slices of what has gathered there move to the blocks,
in order, and change only those slices' pages (the idea of the log-structured merge tree).
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from variorum.ids import ArticleId
from variorum.library import blocks
from variorum.library.blocks import BITS, BLOCKS, LOW, MOST_ARTICLES
from variorum.library.connection import Db
from variorum.library.keeping import set_setting, setting

GENERATION = 1_600
"""Articles whose hashes gather before they move."""

SLICES = 32

_AT_ONCE = 4
"""Slices moved with each import: a generation is gone before the next is full."""

_SLICE = (BLOCKS // SLICES) << LOW
"""How many keys one slice can hold."""

_MOVING = "moving fingerprints"
_HASH_BITS = 63


def keys(hashes: Iterable[int]) -> set[int]:
    """Return what the index keeps of hashes, which are from 0 to 2**63 - 1."""
    return {number >> (_HASH_BITS - BITS) for number in hashes}


def add_hashes(db: Db, article: ArticleId, wanted: Sequence[int], *, size: int) -> None:
    """Add an article's hashes, as `keys` gives them, in order.

    `size` says how many it has, should not all of them be kept.
    """
    if article >= MOST_ARTICLES:
        return
    db.write("INSERT INTO fingerprint_sizes (article, size) VALUES (?, ?)", (article, size))
    db.write(
        "INSERT INTO fresh_fingerprints (article, hashes) VALUES (?, ?)",
        (article, blocks.packed(wanted)),
    )


def move_on(db: Db) -> None:
    """Move some slices of what has gathered to their places; the library does it after an import."""
    cut, done = json.loads(setting(db, _MOVING) or "[0, 0]")
    if not cut:
        if db.value("SELECT count(*) FROM fresh_fingerprints") < GENERATION:
            return
        cut = db.value("SELECT max(article) FROM fresh_fingerprints")
    first, last = done * _SLICE, (done + _AT_ONCE) * _SLICE
    db.write_many(
        "INSERT INTO fingerprint_blocks (block, entries) VALUES (?, ?) ON CONFLICT (block)"
        " DO UPDATE SET entries = CAST(entries || excluded.entries AS BLOB)",
        blocks.entries_of(_gathered(db, cut, first, last)),
    )
    done += _AT_ONCE
    if done >= SLICES:
        db.write("DELETE FROM fresh_fingerprints WHERE article <= ?", (cut,))
        cut = done = 0
    set_setting(db, name=_MOVING, value=json.dumps([cut, done]))


def moving(db: Db) -> tuple[int, int]:
    """Return up to which article hashes move, and below which hash they have; zeros if none do."""
    cut, done = json.loads(setting(db, _MOVING) or "[0, 0]")
    return cut, done * _SLICE


def _gathered(db: Db, cut: int, first: int, last: int) -> list[int]:
    """Return the hashes of a slice that gathered up to an article, as they are placed, in order."""
    found: list[int] = []
    for article, kept in db.rows(
        "SELECT article, hashes FROM fresh_fingerprints WHERE article <= ?", (cut,)
    ):
        values = blocks.unpacked(kept)
        start, end = bisect_left(values, first), bisect_left(values, last)
        found += [blocks.placed(key, article) for key in values[start:end]]
    found.sort()
    return found


def blocks_of(db: Db, wanted: Iterable[int]) -> dict[int, bytes]:
    """Return what is kept of hashes, as `keys` gives them, by their blocks; many at once are quicker."""
    rows = db.rows(
        "SELECT block, entries FROM fingerprint_blocks"
        " WHERE block IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted({key >> LOW for key in wanted})),),
    )
    return dict(rows)


def forget_hashes(db: Db, articles: Sequence[ArticleId]) -> None:
    """Take articles out of the index, by a walk through all of it."""
    gone = set[int](articles)
    wanted = (json.dumps(list(articles)),)
    for table in ("fingerprint_sizes", "fresh_fingerprints"):
        db.write(f"DELETE FROM {table} WHERE article IN (SELECT value FROM json_each(?))", wanted)
    step = BLOCKS // SLICES
    for first in range(0, BLOCKS, step):
        rows = db.rows(
            "SELECT block, entries FROM fingerprint_blocks WHERE block BETWEEN ? AND ?",
            (first, first + step - 1),
        )
        left = [(blocks.without(kept, gone), block, kept) for block, kept in rows]
        db.write_many(
            "UPDATE fingerprint_blocks SET entries = ? WHERE block = ?",
            ((now, block) for now, block, before in left if now != before),
        )
    db.write("DELETE FROM fingerprint_blocks WHERE entries = x''")
