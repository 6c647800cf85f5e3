"""Merge another library into this one: one deed, one step of undo.

    with opened_to_merge(path, library) as other:
        report = rehearse(library, other, choice)             # says what would come
        library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other, choice))

Rows are the same when their stable ids are. What is here stays as it is; what is not here comes;
what both say otherwise is reported, and no version is lost. So merging twice changes nothing.
"""

import contextlib
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import LibraryError, LibraryReadOnly, UsageError
from variorum.library.connection import Db, connect_reading
from variorum.library.identity import identity
from variorum.library.library import Library
from variorum.library.locking import LockFile
from variorum.library.merging.articles import merge_annotators, merge_articles
from variorum.library.merging.decisions import Decisions
from variorum.library.merging.lists import merge_carryings, merge_lists
from variorum.library.merging.marks import (
    merge_codes,
    merge_highlights,
    merge_notes,
    merge_settlements,
)
from variorum.library.merging.rehearsing import copy_to, rehearsed
from variorum.library.merging.rows import Ledger, Numbers
from variorum.library.merging.values import NO_CHOICE, Choice, MergeReport
from variorum.library.opening import Access, check_place, open_reader, open_writer
from variorum.progress import Tick, no_tick


@dataclass(frozen=True, slots=True)
class Other:
    """Hold the library that is merged, open to be read."""

    db: Db
    name: str
    """What it is known by."""


@contextlib.contextmanager
def opened_to_merge(path: Path, into: Path) -> Generator[Other]:
    """Open another library to be read; one of an older version as a copy brought up to date.

    Its file is never changed. Raises a `LibraryError` when it cannot be read, and a
    `UsageError` when it is the library itself.
    """
    path = path.absolute()
    check_place(path, create=False)
    if path == into.absolute() or path.samefile(into):
        raise UsageError("A library cannot be merged into itself.")
    with contextlib.ExitStack() as stack:
        at_rest = _is_at_rest(path, stack)
        try:
            frozen = open_reader(path, at_rest=at_rest) is Access.FROZEN
        except LibraryReadOnly:
            path, frozen = _brought_up_to_date(path, stack, frozen=at_rest), False
        db = stack.enter_context(closing(connect_reading(path, frozen=frozen)))
        stack.enter_context(db.snapshot())
        yield Other(db, identity(db) or path.stem)


def _is_at_rest(path: Path, stack: contextlib.ExitStack) -> bool:
    """Tell whether nobody writes a library, and see that nobody does while it is read.

    Then it can be read as it lies. SQLite would leave files beside it otherwise.
    """
    lock = LockFile(path)
    try:
        lock.acquire()
    except LibraryError:
        return False
    stack.callback(lock.release)
    return not path.with_name(f"{path.name}-wal").exists()


def _brought_up_to_date(path: Path, stack: contextlib.ExitStack, *, frozen: bool) -> Path:
    folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="variorum-"))
    copy = Path(folder) / path.name
    copy_to(path, copy, frozen=frozen)
    open_writer(copy, create=False).close()
    return copy


def rehearse(
    library: Library, other: Other, choice: Choice = NO_CHOICE, *, tick: Tick = no_tick
) -> MergeReport:
    """Say what a merge would bring, by doing it on a copy that is thrown away."""
    return rehearsed(library, lambda db: merge(db, other, choice, tick=tick))


def merge(db: Db, other: Other, choice: Choice = NO_CHOICE, *, tick: Tick = no_tick) -> MergeReport:
    """Bring in what another library has and this one has not; for `Command.MERGE_LIBRARY`."""
    numbers, ledger = Numbers(), Ledger(db, other.name)
    merge_articles(db, other.db, numbers, ledger, tick)
    merge_annotators(db, other.db, numbers, ledger, choice)
    merge_codes(db, other.db, numbers, ledger)
    Decisions(db, other.db, numbers, ledger).merge()
    merge_highlights(db, other.db, numbers, ledger)
    merge_carryings(db, other.db, numbers)
    merge_notes(db, other.db, numbers, ledger)
    merge_settlements(db, other.db, numbers, ledger)
    merge_lists(db, other.db, numbers, ledger)
    return ledger.report()
