"""Find the articles that share hashes with another, the rare ones weighing more.

How rare a hash is the index itself knows: in how many articles it stands. What came last, and
has not moved to its blocks, is held in memory while an import goes on.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from math import log2

from variorum.ids import ArticleId
from variorum.library import blocks
from variorum.library.blocks import LOW
from variorum.library.connection import Db
from variorum.library.fingerprints import blocks_of, moving

COMMON = 100
"""A hash that stands in more articles than this says nothing of being versions."""

_MOST_PACKED = len(blocks.packed(range(COMMON + 1)))


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


@dataclass(slots=True)
class _Generation:
    """Hold which of some articles have which hashes."""

    last: int = 0
    # One article, or several packed. Python's collector of garbage has no work with numbers and
    # bytes, nor with a dictionary of them: with tuples it went through all of it again and again,
    # and stopped every thread for tens of milliseconds (measured).
    having: dict[int, int | bytes] = field(default_factory=dict[int, int | bytes])

    def add(self, article: int, hashes: Collection[int]) -> None:
        having = self.having
        before = [(key, having[key]) for key in having.keys() & hashes]
        having.update(dict.fromkeys(hashes, article))
        one = blocks.packed_one(article)
        for key, others in before:
            having[key] = _joined(others, one)
        self.last = max(self.last, article)


class Kept(dict[int, tuple[int, list[int]]]):
    """Hold how many articles have each hash, and which, of those that have moved; not of too many.

    It is read for many hashes at once, and looked through for each but once: articles that come
    together share some. It holds as long as the deed in which it was read.
    """

    def __init__(self, db: Db, wanted: Iterable[int]) -> None:
        super().__init__()
        self._blocks = blocks_of(db, wanted)

    def __missing__(self, key: int) -> tuple[int, list[int]]:
        block = self._blocks.get(key >> LOW, b"")
        found = self[key] = blocks.having(block, key, most=COMMON)
        return found


class Index:
    """Find articles by their hashes while articles are added; it lives as long as an import."""

    def __init__(self, db: Db) -> None:
        self._fresh: list[_Generation] = []
        self._moving = self._moved_below = 0
        self._sizes: dict[int, int] = {}
        self._newest = 0
        self._has_bin = True
        self.catch_up(db)

    def catch_up(self, db: Db) -> None:
        """Learn what others added and what has moved: at the beginning of a deed."""
        self._moving, self._moved_below = moving(db)
        first = db.value("SELECT min(article) FROM fresh_fingerprints")
        self._fresh = [one for one in self._fresh if first is not None and one.last >= first]
        self._has_bin = bool(db.row("SELECT 1 FROM articles WHERE binned IS NOT NULL LIMIT 1"))
        for article, kept in db.rows(
            "SELECT article, hashes FROM fresh_fingerprints WHERE article > ? ORDER BY article",
            (self._newest,),
        ):
            self._gather(article, blocks.unpacked(kept))

    def forget_sizes(self) -> None:
        """Ask the library for sizes again: articles may have been deleted."""
        self._sizes.clear()

    def add(self, article: int, hashes: Collection[int], *, size: int) -> None:
        """Let an article be found that was added now; `size` says how many hashes it has."""
        self._sizes[article] = size
        self._gather(article, hashes)

    def _gather(self, article: int, hashes: Collection[int]) -> None:
        # What moves and what comes after it are kept apart.
        if not self._fresh or self._fresh[-1].last <= self._moving < article:
            self._fresh.append(_Generation())
        self._fresh[-1].add(article, hashes)
        self._newest = max(self._newest, article)

    def candidates(
        self,
        db: Db,
        wanted: Collection[int],
        *,
        least: int = 1,
        limit: int = 20,
        kept: Kept | None = None,
    ) -> list[Candidate]:
        """Return the articles that share most hashes with these, as `keys` gives them.

        Hashes that stand in more than `COMMON` articles are skipped: they belong to furniture
        and templates. What is in the bin is left out, and what shares fewer than `least`.
        `kept` was read for these hashes and others, where it is given.
        """
        rare = log2(max(2, db.value("SELECT max(article) FROM fingerprint_sizes") or 0))
        having = self._having(Kept(db, wanted) if kept is None else kept, wanted)
        # A hash that nobody has is as rare as one that a single article has.
        whole = rare * (len(wanted) - len(having))
        found: list[tuple[float, Collection[int]]] = []
        for count, articles in having:
            telling = max(0.0, rare - log2(count))
            whole += telling
            if articles:
                found.append((telling, articles))
        shared = Counter(chain.from_iterable([articles for _, articles in found]))
        enough = [(-count, article) for article, count in shared.items() if count >= least]
        if not enough:
            return []
        enough = [article for _, article in sorted(enough)[: 2 * limit]]
        sizes = self._sizes_of(db, enough)
        chosen = [article for article in enough if article in sizes][:limit]
        weights = _weights(found, chosen)
        return [
            Candidate(ArticleId(one), shared[one], sizes[one], weights[one] / max(whole, 1e-9))
            for one in chosen
        ]

    def _having(self, kept: Kept, wanted: Collection[int]) -> list[tuple[int, Collection[int]]]:
        """Return how many articles have each hash, and which, unless too many or none have it."""
        fresh = [(one.having, one.last <= self._moving) for one in self._fresh]
        moved_below = self._moved_below
        found: list[tuple[int, Collection[int]]] = []
        for key in wanted:
            count, articles = kept[key]
            for young, moves in fresh:
                some = young.get(key)
                if some is None or (moves and key < moved_below):
                    continue
                others = (some,) if isinstance(some, int) else blocks.unpacked(some)
                count += len(others)
                articles = [*articles, *others]
            if count:
                found.append((count, articles if count <= COMMON else ()))
        return found

    def _sizes_of(self, db: Db, articles: Sequence[int]) -> Mapping[int, int]:
        """Return how many hashes articles have; what is in the bin is left out."""
        if self._has_bin:
            return _sizes_outside_the_bin(db, articles)
        if unknown := [article for article in articles if article not in self._sizes]:
            self._sizes |= _sizes(db, unknown)
        return self._sizes


def _joined(others: int | bytes, one: bytes) -> bytes:
    """Return the articles that have a hash and one more; of too many it does not matter which."""
    if isinstance(others, int):
        others = blocks.packed_one(others)
    return others + one if len(others) < _MOST_PACKED else others


def _weights(
    found: Iterable[tuple[float, Iterable[int]]], chosen: Iterable[int]
) -> dict[int, float]:
    """Return what the hashes weigh that each article shares."""
    weights = dict.fromkeys(chosen, 0.0)
    among = weights.keys()
    for telling, articles in found:
        for article in among & articles:
            weights[article] += telling
    return weights


def _sizes(db: Db, articles: Sequence[int]) -> dict[int, int]:
    """Return how many hashes articles have."""
    rows = db.rows(
        "SELECT article, size FROM fingerprint_sizes"
        " WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    return dict(rows)


def _sizes_outside_the_bin(db: Db, articles: Sequence[int]) -> dict[int, int]:
    rows = db.rows(
        """
        SELECT s.article, s.size FROM fingerprint_sizes s JOIN articles a ON a.id = s.article
        WHERE a.binned IS NULL AND s.article IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(articles)),),
    )
    return dict(rows)
