"""Compare every version with its base, so that stories can be asked for by how they differ."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from variorum.collation.later import collate
from variorum.collation.values import VariantClass
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.differing import Uncompared, keep_differing, uncompared
from variorum.library.library import Library
from variorum.library.pair_decisions import decisions_about
from variorum.library.queries.articles import article
from variorum.progress import Tick
from variorum.text import Article

_KEPT_AT_ONCE = 50
"""Pairs a transaction: a second of work, which is what a cancelled job loses at most."""


class _Compared(NamedTuple):
    pair: Uncompared
    by_class: Mapping[VariantClass, int]


def compare_all(library: Library) -> Callable[[Tick], int]:
    """Return the work of comparing what was never compared; it returns how many pairs there were."""

    def work(tick: Tick) -> int:
        pairs = uncompared(library.reader)
        fresh: list[_Compared] = []
        base: Article | None = None
        before: Uncompared | None = None
        for done, pair in enumerate(pairs):
            tick(done, len(pairs))
            if base is None or before is None or before.base != pair.base:
                base = article(library.reader, pair.base)
            before = pair
            fresh.append(_Compared(pair, _classes(library.reader, base, pair)))
            if len(fresh) == _KEPT_AT_ONCE or done == len(pairs) - 1:
                _keep(library, tuple(fresh))
                fresh = []
        return len(pairs)

    return work


def _classes(db: Db, base: Article, pair: Uncompared) -> Mapping[VariantClass, int]:
    decisions = decisions_about(db, pair.base, pair.version)
    found = collate(base, article(db, pair.version), decisions=decisions)
    return found.summary.by_class


def _keep(library: Library, fresh: tuple[_Compared, ...]) -> None:
    def deed(db: Db) -> None:
        for pair, by_class in fresh:
            keep_differing(db, pair.base, pair.version, by_class)

    library.submit(Command.HOUSEKEEPING, deed).result()
