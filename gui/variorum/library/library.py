"""The library: one file, one writer, many readers.

    with Library.open(path) as library:
        done = library.run(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(db, article=a, span=s, annotator=me),
        )
        done.value     # what the deed returned
        done.changes   # the ChangeSet for the views
        queries.stories(library.reader, filter_text="harbour")

A deed is a function of the writer's connection. All deeds of a process run one after the
other on the library's one writing thread; each is one transaction and one step of undo.
"""

import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from variorum.errors import LibraryError, LibraryFull, LibraryMissing, LibraryReadOnly
from variorum.ids import AnnotatorId, StoryId
from variorum.library import identity, journal, mark_history, story_index
from variorum.library.articles import index_new
from variorum.library.commands import ChangeSet, Command, Done, Table, UndoState
from variorum.library.connection import Db, connect_reading
from variorum.library.fingerprints import move_on
from variorum.library.heeded import Heeded
from variorum.library.locking import LockFile
from variorum.library.mark_history import Step
from variorum.library.opening import Access, check_place, open_reader, open_writer
from variorum.library.safety.backup import backup
from variorum.library.safety.reserve import Reserve
from variorum.progress import Tick, no_tick

T = TypeVar("T")
Deed = Callable[[Db], T]


def _unheard() -> None:
    """Hear that a library is held, and do nothing about it."""


class Library:
    """Hold an open library; close it when done, or use it in a `with` block."""

    def __init__(self, path: Path, *, access: Access, lock: LockFile | None) -> None:
        """Take over a file that `open` has checked; not for other callers."""
        self.path = path
        self.access = access
        self._lock = lock
        self._writer: ThreadPoolExecutor | None = None
        self._db: Db | None = None
        self._readers: list[Db] = []
        self._readers_lock = threading.Lock()
        self._of_thread = threading.local()
        self._reserve = Reserve(path)
        self._file: os.stat_result | None = None
        self.annotator: AnnotatorId | None = None
        """Who does the deeds from now on, for the history of marks."""
        self.heeded = Heeded()
        """What deeds and imports did that another import has to heed; only for deeds."""
        self._asked = self._begun = 0
        self._counting = threading.Lock()

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        read_only: bool = False,
        held: Callable[[], None] = _unheard,
    ) -> Self:
        """Open a library; a missing one is made only when asked.

        `held` is called once no other process can write it, before it is brought up to date.

        Where nothing may be written, the library is opened to be read: see `access`. Raises
        a `LibraryError`: `LibraryLocked` when another process writes it (open it with
        `read_only` then), `LibraryMissing`, `LibraryTooNew`, `LibraryDamaged`.
        """
        path = path.absolute()
        check_place(path, create=create and not read_only)
        if read_only or _is_protected(path):
            return cls(path, access=open_reader(path), lock=None)
        lock = LockFile(path)
        lock.acquire()
        held()
        was_there = path.exists()
        try:
            library = cls(path, access=Access.WRITE, lock=lock)
            library._start_writer(create=create)
        except BaseException:
            if not was_there:
                _take_away(path)
            lock.release()
            raise
        return library

    def _start_writer(self, *, create: bool) -> None:
        def begin() -> None:
            self._db = open_writer(self.path, create=create)
            journal.install(self._db)
            with self._db.transaction():
                identity.ensure(self._db)
                journal.forget_old(self._db)
            self._file = self.path.stat()
            self._reserve.hold()

        writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="library-writer")
        try:
            writer.submit(begin).result()
        except BaseException:
            writer.shutdown()
            raise
        self._writer = writer

    @property
    def reader(self) -> Db:
        """Return this thread's own reading connection; it sees what is committed."""
        found: Db | None = getattr(self._of_thread, "db", None)
        if found is None:
            found = connect_reading(self.path, frozen=self.access is Access.FROZEN)
            self._of_thread.db = found
            with self._readers_lock:
                self._readers.append(found)
        return found

    def submit(self, command: Command, deed: Deed[T]) -> Future[Done[T]]:
        """Let the writer do a deed: all of it is saved when the future is done, or nothing."""
        who = self.annotator
        if command is Command.IMPORT:
            # It is not done again on a full disk: it may have read its files only once.
            return self._on_writer(lambda db: self._imported(db, deed))
        return self._in_turn(lambda db: self._saved(db, command, deed, who=who))

    @property
    def is_waited_for(self) -> bool:
        """Tell whether a deed waits that is no import: an import that is under way lets it in."""
        return self._asked > self._begun

    def _in_turn(self, work: Callable[[Db], T]) -> Future[T]:
        """Do a deed that is no import: it is counted when it is asked for and when it begins."""
        with self._counting:
            future = self._on_writer(work, is_counted=True)
            self._asked += 1
        return future

    def run(self, command: Command, deed: Deed[T]) -> Done[T]:
        """Do a deed and wait for it; never from within a deed."""
        return self.submit(command, deed).result()

    def undo(self) -> Future[ChangeSet | None]:
        """Take the last command back; None when there is none."""
        return self._replayed(journal.undo, Step.UNDONE)

    def redo(self) -> Future[ChangeSet | None]:
        """Do again what was undone last; None when there is nothing."""
        return self._replayed(journal.redo, Step.REDONE)

    def _replayed(
        self, replay: Callable[[Db], Command | None], step: Step
    ) -> Future[ChangeSet | None]:
        who = self.annotator
        return self._in_turn(lambda db: _replay(db, replay, step, who, self.heeded))

    @property
    def undo_state(self) -> UndoState:
        """Tell which commands the next undo and redo would take, as committed."""
        return journal.state(self.reader)

    @property
    def identity(self) -> str | None:
        """Return what the library is known by; None in one that was only ever read."""
        return identity.identity(self.reader)

    def backup_to(self, path: Path, *, tick: Tick = no_tick, anew: bool = False) -> None:
        """Write a checked copy of the library to another file, as committed now.

        A copy made anew is a library of its own. The copy can be made even when the library's
        own file was deleted or moved away since.
        """
        if self._db is not None and not self._is_in_place():
            self._call_writer(lambda db: backup(db, path, tick=tick, anew=anew)).result()
            return
        with closing(connect_reading(self.path, frozen=self.access is Access.FROZEN)) as source:
            # It writes another file only, which a query-only connection may not do either.
            source.do("PRAGMA query_only = OFF")
            backup(source, path, tick=tick, anew=anew)

    def hold_reserve(self) -> bool:
        """Hold room on the disk again after it was full; tell whether there is any."""
        return self._writer is None or self._reserve.hold()

    def close(self) -> None:
        """Finish the deeds that wait, close every connection, let others write.

        No other thread may be reading any more.
        """
        # The writer goes last: only it can bring the log home and take it away.
        with self._readers_lock:
            for reader in self._readers:
                reader.close()
            self._readers.clear()
        writer, self._writer = self._writer, None
        try:
            if writer is not None:
                writer.submit(self._close_writer).result()
        finally:
            if writer is not None:
                writer.shutdown()
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _close_writer(self) -> None:
        db, self._db = self._db, None
        if db is None:
            return
        with suppress(LibraryError):
            # Nothing of the reader's depends on it; a full disk may refuse it.
            db.do("PRAGMA optimize")
        db.close()
        self._reserve.release()

    def _saved(
        self, db: Db, command: Command, deed: Deed[T], *, who: AnnotatorId | None
    ) -> Done[T]:
        """Do a deed; on a full disk once more, with the room that was held back."""
        try:
            return _perform(db, command, deed, who, self.heeded)
        except LibraryFull:
            if not self._reserve.release():
                raise
        return replace(_perform(db, command, deed, who, self.heeded), took_reserve=True)

    def _imported(self, db: Db, deed: Deed[T]) -> Done[T]:
        """Do a deed that only adds articles: what it added is told by their numbers, not recorded."""
        with db.transaction(), journal.paused(db):
            before = journal.last_article(db)
            value = deed(db)
            index_new(db)
            if not self.is_waited_for:
                move_on(db)
            changes = journal.added_since(db, before)
            story_index.refresh(db, changes.of(Table.STORIES).all)
        self.heeded.gone |= {StoryId(story) for story in changes.of(Table.STORIES).deleted}
        return Done(changes, value)

    def _is_in_place(self) -> bool:
        """Tell whether the file that is open still has its name.

        SQLite goes on writing into a file that was deleted; on Windows none can be.
        """
        if self._file is None:
            return True
        try:
            return os.path.samestat(self._file, self.path.stat())
        except OSError:
            return False

    def _on_writer(self, work: Callable[[Db], T], *, is_counted: bool = False) -> Future[T]:
        def work_in_place(db: Db) -> T:
            self._begun += is_counted
            if not self._is_in_place():
                raise LibraryMissing(
                    "The library was moved, renamed or deleted while it was open; this was not"
                    " saved.",
                    hint="Put the file back in its place, or save a copy of the library elsewhere.",
                )
            return work(db)

        return self._call_writer(work_in_place)

    def _call_writer(self, work: Callable[[Db], T]) -> Future[T]:
        if self._writer is None:
            raise LibraryReadOnly(
                "This library was opened to be read only.",
                hint="Close it where it is being written, or copy it to a folder of your own.",
            )

        def step() -> T:
            if self._db is None:
                raise RuntimeError("the library is closed")
            return work(self._db)

        return self._writer.submit(step)


def _is_protected(path: Path) -> bool:
    """Tell whether the file or its folder may not be written."""
    return not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK))


def _take_away(path: Path) -> None:
    """Leave no half of a library that could not be made."""
    for end in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)


def _perform(
    db: Db, command: Command, deed: Deed[T], who: AnnotatorId | None, heeded: Heeded
) -> Done[T]:
    with db.transaction():
        value = deed(db)
        index_new(db)
        changes = journal.take_recorded(db)
        heeded.take(changes)
        story_index.refresh_touched(db, changes)
        if command is Command.EMPTY_BIN:
            journal.forget_all(db)
        elif command.is_undoable and changes:
            journal.keep(db, command, changes, annotator=who)
            mark_history.keep(db, command, changes, step=Step.DONE, annotator=who)
    return Done(journal.change_set(command, changes), value)


def _replay(
    db: Db,
    replay: Callable[[Db], Command | None],
    step: Step,
    who: AnnotatorId | None,
    heeded: Heeded,
) -> ChangeSet | None:
    with db.transaction():
        command = replay(db)
        changes = journal.take_recorded(db)
        heeded.take(changes)
        story_index.refresh_touched(db, changes)
        if command is not None:
            mark_history.keep(db, command, changes, step=step, annotator=who)
    return None if command is None else journal.change_set(command, changes)
