"""An open library and the deeds that the reader does on it.

Every deed goes to the library's writer and comes back as a change set, announced by one
signal; views read again what they show, and nothing else tells them. The library's journal
is the list of undo: it outlives the program, so no second list is kept in memory.
"""

import getpass
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from variorum.app.home import Home
from variorum.app.jobs import Job, Jobs
from variorum.app.settings import ANNOTATOR, Settings
from variorum.ids import AnnotatorId
from variorum.library import annotators
from variorum.library.commands import ChangeSet, Command, Done, UndoState
from variorum.library.connection import Db
from variorum.library.library import Deed, Library
from variorum.library.opening import Access
from variorum.progress import Tick

T = TypeVar("T")


class Session(QObject):
    """Hold one open library; all deeds of the window pass here."""

    library_changed = Signal(object)  # ChangeSet
    saving_changed = Signal(bool)  # whether deeds are still under way
    failed = Signal(object)  # Exception of a deed
    space_ran_out = Signal()  # a deed was saved with the last room that was held back

    def __init__(
        self, library: Library, *, jobs: Jobs, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.jobs = jobs
        self.settings = settings
        self._home = Home(self)
        self._under_way = 0
        self.annotator: AnnotatorId | None = None
        if self.is_writable:
            self._is(self._annotator_of(self.annotator_name))

    @property
    def path(self) -> Path:
        """Return the library's file."""
        return self.library.path

    @property
    def is_writable(self) -> bool:
        """Tell whether anything can be changed."""
        return self.library.access is Access.WRITE

    @property
    def is_saving(self) -> bool:
        """Tell whether deeds are still under way to the disk."""
        return self._under_way > 0

    # --- who makes marks ------------------------------------------------------------------------

    @property
    def annotator_name(self) -> str:
        """Return the name under which marks are made."""
        return self.settings.get(ANNOTATOR) or _login_name()

    def name_annotator(self, name: str) -> None:
        """Make marks under another name from now on; marks made before keep theirs."""
        self.settings.set(ANNOTATOR, name)
        self._is(self._annotator_of(name))

    def _is(self, annotator: AnnotatorId) -> None:
        self.annotator = self.library.annotator = annotator

    def _annotator_of(self, name: str) -> AnnotatorId:
        # Housekeeping: who sits here is no deed of the reader's that undo should take back.
        return self.library.run(
            Command.HOUSEKEEPING, lambda db: annotators.ensure_annotator(db, name)
        ).value

    def me(self) -> AnnotatorId:
        """Return the annotator; only asked where the library can be written."""
        if self.annotator is None:
            raise RuntimeError("a read-only library has no annotator")
        return self.annotator

    # --- deeds -------------------------------------------------------------------------------------

    def submit(
        self,
        command: Command,
        deed: Deed[T],
        *,
        then: Callable[[T], None] | None = None,
        otherwise: Callable[[Exception], None] | None = None,
        quietly: bool = False,
    ) -> Future[Done[T]]:
        """Have a deed done beside the window; tell of its changes when it is on the disk.

        `then` is called with what the deed returned, after every view has read again;
        `otherwise` when nothing of it was saved, before `failed` tells why. Quietly, only
        `otherwise` is told: for what is tried again by itself.
        """

        def done(future: Future[Done[T]]) -> None:
            self._home.post(lambda: self._arrived(future, then, otherwise, quietly=quietly))

        self._begin()
        try:
            future = self.library.submit(command, deed)
        except Exception:
            self._end()
            raise
        future.add_done_callback(done)
        return future

    def submit_long(
        self,
        title: str,
        command: Command,
        deed: Callable[[Db, Tick], T],
        *,
        then: Callable[[T], None] | None = None,
    ) -> Job:
        """Have a deed done that ticks as it goes; where it is stopped, nothing of it is saved.

        The job tells how far it is and what failed; `then` is called as in `submit`.
        """
        job = self.jobs.run(
            title, lambda tick: self.library.run(command, lambda db: deed(db, tick))
        )

        def arrived(done: Done[T]) -> None:
            self._tell(done, then)

        job.succeeded.connect(arrived)
        return job

    def undo(self) -> None:
        """Take back the last deed."""
        self._replay(self.library.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self._replay(self.library.redo())

    @property
    def undo_state(self) -> UndoState:
        """Tell which deeds can be taken back and done again."""
        return self.library.undo_state if self.is_writable else UndoState()

    def announce(self, changes: ChangeSet) -> None:
        """Tell the views of changes that a job made through the library itself."""
        self.library_changed.emit(changes)

    def close(self) -> None:
        """Let the deeds under way finish, then close the library."""
        self._home.close()
        self.library.close()

    def _replay(self, future: Future[ChangeSet | None]) -> None:
        self._begin()
        future.add_done_callback(lambda f: self._home.post(lambda: self._replayed(f)))

    def _begin(self) -> None:
        self._under_way += 1
        if self._under_way == 1:
            self.saving_changed.emit(True)  # noqa: FBT003 - the signal's only argument

    def _end(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.saving_changed.emit(False)  # noqa: FBT003 - the signal's only argument

    def _arrived(
        self,
        future: Future[Done[T]],
        then: Callable[[T], None] | None,
        otherwise: Callable[[Exception], None] | None,
        *,
        quietly: bool,
    ) -> None:
        self._end()
        error = future.exception()
        if isinstance(error, Exception):
            if otherwise is not None:
                otherwise(error)
            if not quietly:
                self.failed.emit(error)
            return
        self._tell(future.result(), then)

    def _tell(self, done: Done[T], then: Callable[[T], None] | None) -> None:
        if done.took_reserve:
            self.space_ran_out.emit()
        if done.changes:
            self.library_changed.emit(done.changes)
        if then is not None:
            then(done.value)

    def _replayed(self, future: Future[ChangeSet | None]) -> None:
        self._end()
        error = future.exception()
        if isinstance(error, Exception):
            self.failed.emit(error)
            return
        changes = future.result()
        if changes is not None:
            self.library_changed.emit(changes)


def _login_name() -> str:
    """Return the reader's name on this machine; "me" where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "me"
