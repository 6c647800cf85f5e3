"""Save what was read, a batch while the next one is read, and let a person's deeds in between."""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from variorum.intake.foreknown import Foreknown
from variorum.intake.newcomers import Newcomer
from variorum.intake.placing import Placed, place
from variorum.intake.report import Tally
from variorum.library.commands import Command, Done
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.unfinished import FileProgress, keep_progress

BATCH = 200
"""Articles that are saved together, unless somebody waits. Of 100 each takes .1 ms more, and waits
twice as long for the disk."""

_MANY = 10
"""Batches from which on an import is long."""


@dataclass(frozen=True, slots=True)
class _Batch:
    """Hold articles, and how far the files were read when the last of them came."""

    newcomers: Sequence[Newcomer]
    news: Sequence[FileProgress]


@dataclass(frozen=True, slots=True)
class _Saved:
    """Hold where articles went, and what was left when somebody else was let in."""

    placed: Sequence[Placed]
    left: _Batch | None


class Saver:
    """Save batches of one import; `finish` waits for the last one.

    Within a `with` a long import spares the collector of garbage what lives: it went through
    everything again and again, and each time stopped every thread, the window's as well (70 ms were
    measured). A short one leaves alone what the program itself has spared.
    """

    def __init__(self, library: Library, tally: Tally, saved: Callable[[int], None]) -> None:
        self._library = library
        self._tally = tally
        self._saved = saved
        self._end: Callable[[], Done[_Saved]] | None = None
        self._ended = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._ended >= _MANY:
            gc.unfreeze()

    def save(self, newcomers: Sequence[Newcomer]) -> None:
        """Begin to save a batch, once the one before is saved.

        Long articles come first, so that excerpts find their text.
        """
        ordered = sorted(newcomers, key=lambda newcomer: -newcomer.words)
        news = self._tally.places.take_news()
        for newcomer in ordered:
            newcomer.unpack()
        self.finish()
        self._begin(_Batch(ordered, news))

    def finish(self) -> None:
        """Wait until what was begun is saved, and count it."""
        while self._end is not None:
            end, self._end = self._end, None
            done = end()
            self._tally.changes.append(done.changes)
            self._tally.count(done.value.placed)
            self._saved(len(self._tally.articles))
            self._ended += 1
            if self._ended >= _MANY:
                gc.freeze()
            if done.value.left is not None:
                self._begin(done.value.left)

    def _begin(self, batch: _Batch) -> None:
        self._end = self._library.submit(Command.IMPORT, lambda db: self._deed(db, batch)).result

    def _deed(self, db: Db, batch: _Batch) -> _Saved:
        tally, library = self._tally, self._library
        tally.look_again(db, library.heeded)
        newcomers = batch.newcomers
        known = Foreknown.of(db, newcomers)
        placed: list[Placed] = []
        for number, one in enumerate(newcomers):
            if placed and library.is_waited_for:
                return _Saved(placed, _Batch(newcomers[number:], batch.news))
            placed.append(
                place(
                    db,
                    one,
                    import_id=tally.import_id,
                    memory=tally.memory,
                    index=tally.index,
                    known=known,
                )
            )
        keep_progress(db, tally.import_id, batch.news)
        return _Saved(placed, None)
