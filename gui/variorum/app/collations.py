"""Comparisons of pairs: made at once when small, beside the window when large, kept in the library.

A comparison follows from the two texts as read, what a person decided about them, and the
rules; a hash of these names it. One that is kept under its hash is never made again, in this
session or in a later one.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject

from variorum.app.session import Session
from variorum.collation.decisions import Decisions
from variorum.collation.later import collate
from variorum.collation.packing import made_of, pack, unpack
from variorum.collation.values import Collation
from variorum.ids import ArticleId
from variorum.library.collations import Pair, keep_collation, kept_collation
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.differing import keep_differing
from variorum.library.pair_decisions import decisions_about
from variorum.progress import Tick, no_tick
from variorum.text import Article

AT_ONCE = 12_000
"""Code points of both texts together up to which a pair is compared while the reader waits:
some 1,000 words a side, 20 ms where much was rewritten and nothing is kept."""

_IN_MEMORY = 64

Then = Callable[[Collation], None]


class Collator(Protocol):
    """Compare two articles by what was decided about them."""

    def __call__(
        self, base: Article, version: Article, *, decisions: Decisions, tick: Tick
    ) -> Collation:
        """Return the comparison; `tick` may stop the work."""
        ...


@dataclass(frozen=True, slots=True)
class Printing:
    """Hold an article of the library with its number there."""

    id: ArticleId
    article: Article


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Hold a pair with all that its comparison depends on."""

    base: Article
    version: Article
    decisions: Decisions
    pair: Pair


class Collations(QObject):
    """Compare pairs of articles; the same pair is compared once."""

    def __init__(
        self, session: Session, *, collator: Collator = collate, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._collator = collator
        self._found: OrderedDict[Pair, Collation] = OrderedDict()
        self._awaited: dict[Pair, list[Then]] = {}

    def at_once(self, base: Printing, version: Printing) -> Collation:
        """Return a comparison now, whatever it takes."""
        wanted = self._wanted(base, version)
        found = self._known(wanted.pair)
        if found is None:
            found, is_new = self._made(wanted, no_tick)
            self._take(wanted.pair, found, is_new=is_new)
        return found

    def soon(self, base: Printing, version: Printing) -> Collation | None:
        """Return a comparison that the reader need not wait for, or None."""
        if self._known(self._wanted(base, version).pair) or _is_small(base, version):
            return self.at_once(base, version)
        return None

    def want(self, base: Printing, version: Printing, then: Then, *, title: str) -> None:
        """Have a comparison made beside the window, and hand it over; at once when it is known."""
        wanted = self._wanted(base, version)
        known = self._known(wanted.pair)
        if known is not None:
            then(known)
            return
        awaited = self._awaited.get(wanted.pair)
        if awaited is not None:
            awaited.append(then)
            return
        self._awaited[wanted.pair] = [then]
        job = self._session.jobs.run(title, lambda tick: self._made(wanted, tick))

        def arrived(made: tuple[Collation, bool]) -> None:
            self._arrived(wanted.pair, *made)

        job.succeeded.connect(arrived)
        job.finished.connect(lambda: self._awaited.pop(wanted.pair, None))

    def _wanted(self, base: Printing, version: Printing) -> _Wanted:
        decisions = decisions_about(self._session.library.reader, base.id, version.id)
        name = made_of(base.article, version.article, decisions)
        pair = Pair(base=base.id, version=version.id, made_of=name)
        return _Wanted(base.article, version.article, decisions, pair)

    def _known(self, pair: Pair) -> Collation | None:
        found = self._found.get(pair)
        if found is not None:
            self._found.move_to_end(pair)
        return found

    def _made(self, wanted: _Wanted, tick: Tick) -> tuple[Collation, bool]:
        """Read a comparison from the library, or make it; tell whether it is new. Any thread."""
        data = kept_collation(self._session.library.reader, wanted.pair)
        kept = unpack(data) if data is not None else None
        if kept is not None:
            return kept, False
        made = self._collator(wanted.base, wanted.version, decisions=wanted.decisions, tick=tick)
        return made, True

    def _arrived(self, pair: Pair, found: Collation, is_new: bool) -> None:  # noqa: FBT001 - as it was made
        self._take(pair, found, is_new=is_new)
        for then in self._awaited.pop(pair, ()):
            then(found)

    def _take(self, pair: Pair, found: Collation, *, is_new: bool) -> None:
        self._found[pair] = found
        if len(self._found) > _IN_MEMORY:
            self._found.popitem(last=False)
        if is_new and self._session.is_writable:
            # Quietly: what was not kept is made again next time.
            self._session.submit(
                Command.HOUSEKEEPING, lambda db: _keep(db, pair, found), quietly=True
            )


def _keep(db: Db, pair: Pair, found: Collation) -> None:
    keep_collation(db, pair, pack(found), kept=found.summary.kept)
    keep_differing(db, pair.base, pair.version, found.summary.by_class)


def _is_small(base: Printing, version: Printing) -> bool:
    return len(base.article.text) + len(version.article.text) <= AT_ONCE
