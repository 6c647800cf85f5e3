"""Keep backups of the open library, beside the window's work."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from variorum.app.jobs import Job
from variorum.app.session import Session
from variorum.library import identity
from variorum.library.commands import Command
from variorum.library.library import Library
from variorum.library.safety import backups
from variorum.library.safety.backups import Backup, Contents, Why
from variorum.progress import Tick

_EVERY_MS = 30 * 60 * 1000
_AFTER_OPENING_MS = 3000
"""The first look at the window is not made to wait for the disk."""

_MINUTE_MS = 60 * 1000
"""How often room on the disk is looked for, after it was full."""


def now() -> dt.datetime:
    """Return this instant."""
    return dt.datetime.now(dt.UTC)


class BackupKeeper(QObject):
    """Back the library up when it has changed: on opening, and every half hour."""

    made = Signal(object)  # Backup
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._root = root
        self._running: Job | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.back_up_if_changed)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_AFTER_OPENING_MS)
        self._first.timeout.connect(self.back_up_if_changed)
        self._space = QTimer(self)
        self._space.setInterval(_MINUTE_MS)
        self._space.timeout.connect(self._hold_reserve)
        session.space_ran_out.connect(self._space.start)

    @property
    def folder(self) -> Path | None:
        """Return where the backups of this library lie; None when it never was written."""
        name = self._session.library.identity
        return None if name is None else backups.folder_of(self._root, name)

    def begin(self) -> None:
        """Watch over the library from now on."""
        if self._session.is_writable:
            self._clock.start()
            self._first.start()

    def end(self) -> None:
        """Watch no longer."""
        for timer in (self._first, self._clock, self._space):
            timer.stop()

    def back_up_if_changed(self) -> None:
        """Make a backup, unless the newest one holds all there is."""
        library, root = self._session.library, self._root
        self._run(lambda tick: _back_up(library, root, Why.CHANGED, tick, only_if_changed=True))

    def back_up(self, why: Why) -> Job | None:
        """Make a backup now; None while another one is being made."""
        library, root = self._session.library, self._root
        return self._run(lambda tick: _back_up(library, root, why, tick))

    def _run(self, work: Callable[[Tick], Backup | None]) -> Job | None:
        if self._running is not None:
            return None
        job = self._session.jobs.run(self.tr("Backing up"), work)
        self._running = job
        job.succeeded.connect(self._succeeded)
        job.failed.connect(self.failed)
        job.finished.connect(self._finished)
        return job

    def _succeeded(self, one: Backup | None) -> None:
        if one is not None:
            self.made.emit(one)

    def _finished(self) -> None:
        self._running = None

    def _hold_reserve(self) -> None:
        if self._session.library.hold_reserve():
            self._space.stop()


def _back_up(
    library: Library, root: Path, why: Why, tick: Tick, *, only_if_changed: bool = False
) -> Backup | None:
    name = library.identity
    if name is None or backups.is_copied(root, library.path, name):
        name = library.run(Command.HOUSEKEEPING, identity.renew).value
    folder = backups.folder_of(root, name)
    if only_if_changed and not backups.changed_since(folder, library.reader):
        return None
    return backups.make(
        lambda to: library.backup_to(to, tick=tick),
        of=library.path,
        folder=folder,
        why=why,
        now=now(),
    )


def listed(folder: Path, tick: Tick) -> list[tuple[Backup, Contents | None]]:
    """Return the backups in a folder with what is in them, the newest first."""
    found = backups.backups(folder)
    rows: list[tuple[Backup, Contents | None]] = []
    for done, one in enumerate(found):
        tick(done, len(found))
        rows.append((one, backups.contents(one)))
    return rows
