"""Find the articles that share hashes with another, the rare ones weighing more.

How rare a hash is the index itself knows: in how many articles it stands. What came last, and
has not moved to its blocks, is held in memory while an import goes on.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from math import log2
from operator import add, itemgetter

from variorum.ids import ArticleId
from variorum.library import blocks
from variorum.library.blocks import LOW
from variorum.library.connection import Db
from variorum.library.fingerprints import blocks_of, moving

COMMON = 100
"""A hash that stands in more articles than this says nothing of being versions."""

_not_too_many = itemgetter(slice(0, len(blocks.packed(range(COMMON + 1)))))
_NOBODY = 0, b""


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
    # Articles are packed. Python's collector of garbage has no work with bytes, nor with a dictionary
    # of them: with tuples it went through all of it again and again, and stopped every thread for
    # tens of milliseconds (measured).
    having: dict[int, bytes] = field(default_factory=dict[int, bytes])

    def add(self, article: int, hashes: Collection[int]) -> None:
        having, one = self.having, blocks.packed_one(article)
        known = having.keys() & hashes
        joined = map(add, map(having.__getitem__, known), repeat(one))
        # Of too many it does not matter which they are.
        more = dict(zip(known, map(_not_too_many, joined), strict=True))
        # All of an article's hashes share one value.
        having.update(dict.fromkeys(hashes, one))
        having.update(more)
        self.last = max(self.last, article)


class Kept:
    """Hold how many articles have each hash, and which, of those that have moved; not of too many.

    It is read for the hashes of many articles at once, and holds as long as the deed in which it
    was read.
    """

    def __init__(self, db: Db, wanted: Iterable[int]) -> None:
        asked = frozenset(wanted)
        kept = blocks_of(db, asked)
        found = (
            (key, blocks.having(kept[key >> LOW], key, most=COMMON))
            for key in asked
            if key >> LOW in kept
        )
        self.having = {key: some for key, some in found if some[0]}


class Index:
    """Find articles by their hashes while articles are added; it lives as long as an import."""

    def __init__(self, db: Db) -> None:
        self._fresh: list[_Generation] = []
        self._moving = self._moved_below = 0
        self._sizes: dict[int, int] = {}
        self._newest = self._last = 0
        self._has_bin = True
        self.catch_up(db)

    def catch_up(self, db: Db) -> None:
        """Learn what others added and what has moved: at the beginning of a deed."""
        self._moving, self._moved_below = moving(db)
        self._last = db.value("SELECT max(article) FROM fingerprint_sizes") or 0
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
        self._last = max(self._last, article)
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
        rare = log2(max(2, self._last))
        having = self._having(Kept(db, wanted) if kept is None else kept, wanted)
        # A hash that nobody has is as rare as one that a single article has.
        whole = rare * (len(wanted) - len(having))
        found: list[tuple[float, bytes]] = []
        for count, articles in having:
            telling = max(0.0, rare - log2(count))
            whole += telling
            if articles:
                found.append((telling, articles))
        shared = Counter(blocks.unpacked(b"".join([articles for _, articles in found])))
        enough = [(-count, article) for article, count in shared.items() if count >= least]
        if not enough:
            return []
        sizes, chosen = self._first(db, [article for _, article in sorted(enough)], limit)
        weights = _weights(found, chosen)
        return [
            Candidate(ArticleId(one), shared[one], sizes[one], weights[one] / max(whole, 1e-9))
            for one in chosen
        ]

    def _having(self, kept: Kept, wanted: Collection[int]) -> list[tuple[int, bytes]]:
        """Return how many articles have each hash, and which, unless too many or none have it."""
        fresh = self._fresh_having(wanted)
        found: list[tuple[int, bytes]] = []
        for key in wanted:
            count, articles = kept.having.get(key, _NOBODY)
            if key in fresh:
                articles += fresh[key]
                count += blocks.count(fresh[key])
            if count:
                found.append((count, articles if count <= COMMON else b""))
        return found

    def _fresh_having(self, wanted: Collection[int]) -> dict[int, bytes]:
        """Return which articles have each hash, of those that have not moved."""
        found: dict[int, bytes] = {}
        for young in self._fresh:
            some = young.having.keys() & wanted
            if young.last <= self._moving:
                some = [key for key in some if key >= self._moved_below]
            for key in some:
                found[key] = found.get(key, b"") + young.having[key]
        return found

    def _first(
        self, db: Db, articles: Sequence[int], limit: int
    ) -> tuple[Mapping[int, int], Sequence[int]]:
        """Return the first that are not in the bin, of twice as many at most, and all sizes known."""
        sizes = self._sizes_of(db, articles[:limit])
        chosen = [article for article in articles[:limit] if article in sizes]
        if len(chosen) < limit < len(articles):
            sizes = self._sizes_of(db, articles[: 2 * limit])
            chosen = [article for article in articles[: 2 * limit] if article in sizes]
        return sizes, chosen[:limit]

    def _sizes_of(self, db: Db, articles: Sequence[int]) -> Mapping[int, int]:
        """Return how many hashes articles have; what is in the bin is left out."""
        if self._has_bin:
            return _sizes_outside_the_bin(db, articles)
        if unknown := [article for article in articles if article not in self._sizes]:
            self._sizes |= _sizes(db, unknown)
        return self._sizes


def _weights(found: Iterable[tuple[float, bytes]], chosen: Iterable[int]) -> dict[int, float]:
    """Return what the hashes weigh that each article shares."""
    weights = dict.fromkeys(chosen, 0.0)
    among = weights.keys()
    for telling, articles in found:
        for article in among & blocks.unpacked(articles):
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
