"""The index by which versions are recognised: which articles have which hashes.

Hashes fall anywhere in a large index, so that each of an article's would change a page of
its own, and an import would write more and more. So an article's hashes are first kept
together, in a row; with each import two slices of what has gathered there move to the blocks,
in order, and change only those slices' pages (the idea of the log-structured merge tree).

How rare a hash is the index itself knows: in how many articles it stands.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import log2

from variorum.ids import ArticleId
from variorum.library import blocks
from variorum.library.blocks import BITS, BLOCKS, LOW, MOST_ARTICLES
from variorum.library.connection import Db
from variorum.library.keeping import set_setting, setting

COMMON = 100
"""A hash that stands in more articles than this says nothing of being versions."""

GENERATION = 1_600
"""Articles whose hashes gather before they move."""

SLICES = 32

_AT_ONCE = 2
"""Slices moved with each import: a generation is gone before the next is full."""

_SLICE = (BLOCKS // SLICES) << LOW
"""How many keys one slice can hold."""

_MOST_FRESH = 3 * GENERATION
_MOVING = "moving fingerprints"
_HASH_BITS = 63


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold an article that shares hashes with another."""

    article: ArticleId
    shared: int
    """How many telling hashes both have."""
    size: int
    """How many hashes the candidate has, common ones among them."""
    weight: float
    """What the shared hashes weigh, rare ones more, as a share of all that were asked for."""


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


def _gathered(db: Db, cut: int, first: int, last: int) -> list[tuple[int, int]]:
    """Return the hashes of a slice that gathered up to an article, in order."""
    found: list[tuple[int, int]] = []
    for article, kept in db.rows(
        "SELECT article, hashes FROM fresh_fingerprints WHERE article <= ?", (cut,)
    ):
        values = blocks.unpacked(kept)
        start, end = bisect_left(values, first), bisect_left(values, last)
        found += [(key, article) for key in values[start:end]]
    found.sort()
    return found


class Index:
    """Find articles by their hashes while articles are added; it lives as long as an import."""

    def __init__(self, db: Db) -> None:
        self._fresh: dict[int, tuple[int, ...]] = {}
        self._count = 0
        self._load(db)

    def _load(self, db: Db) -> None:
        self._fresh.clear()
        self._count = 0
        for article, kept in db.rows("SELECT article, hashes FROM fresh_fingerprints"):
            self.add(article, blocks.unpacked(kept))

    def add(self, article: int, hashes: Iterable[int]) -> None:
        """Let an article be found that was added now."""
        self._count += 1
        fresh, alone = self._fresh, (article,)
        for key in hashes:
            others = fresh.get(key)
            if others is None:
                fresh[key] = alone
            elif len(others) <= COMMON:
                fresh[key] = (*others, article)

    def candidates(
        self, db: Db, wanted: Collection[int], *, least: int = 1, limit: int = 20
    ) -> list[Candidate]:
        """Return the articles that share most hashes with these, as `keys` gives them.

        Hashes that stand in more than `COMMON` articles are skipped: they belong to furniture
        and templates. What is in the bin is left out, and what shares fewer than `least`.
        """
        if self._count > _MOST_FRESH:
            self._load(db)
        shared: defaultdict[int, int] = defaultdict(int)
        weight: defaultdict[int, float] = defaultdict(float)
        rare = log2(max(2, db.value("SELECT max(article) FROM fingerprint_sizes") or 0))
        whole = rare * len(wanted)
        for count, articles in self._having(db, wanted):
            telling = max(0.0, rare - log2(count))
            # A hash that nobody has is as rare as one that a single article has.
            whole -= rare - telling
            for article in articles:
                shared[article] += 1
                weight[article] += telling
        enough = [article for article, count in shared.items() if count >= least]
        if not enough:
            return []
        enough.sort(key=lambda article: (-shared[article], article))
        sizes = _sizes(db, enough[: 4 * limit])
        return [
            Candidate(ArticleId(one), shared[one], sizes[one], weight[one] / max(whole, 1e-9))
            for one in enough
            if one in sizes
        ][:limit]

    def _having(self, db: Db, wanted: Collection[int]) -> Iterable[tuple[int, Collection[int]]]:
        """Yield how many articles have each hash, and which, unless they are too many.

        Hashes that none has are left out.
        """
        rows = db.rows(
            "SELECT block, entries FROM fingerprint_blocks"
            " WHERE block IN (SELECT value FROM json_each(?))",
            (json.dumps(list({key >> LOW for key in wanted})),),
        )
        kept = dict(rows)
        for key in wanted:
            # What moves stands in both places for a while.
            found = set(self._fresh.get(key, ()))
            count, there = blocks.having(kept.get(key >> LOW, b""), key, most=COMMON)
            found.update(there)
            count = max(count, len(found))
            if count > COMMON:
                yield count, ()
            elif count:
                yield count, found


def _sizes(db: Db, articles: Sequence[int]) -> dict[int, int]:
    """Return how many hashes articles have; what is in the bin is left out."""
    rows = db.rows(
        """
        SELECT s.article, s.size FROM fingerprint_sizes s JOIN articles a ON a.id = s.article
        WHERE a.binned IS NULL AND s.article IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(articles)),),
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
