"""Look into watched folders every few seconds, and tell of files that are ready to be imported."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from variorum.app.session import Session
from variorum.intake.later import look
from variorum.intake.looked import Look
from variorum.library import watched
from variorum.library.commands import Command
from variorum.library.library import Deed
from variorum.progress import Tick

LOOK_EVERY_MS = 5_000


class FolderWatch(QObject):
    """Watch folders for one library; nothing is looked at until one is chosen."""

    ready = Signal(object)  # list[Path]
    changed = Signal()
    """Other folders are watched than before."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before = Look()
        self._is_looking = False
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)
        self._start_or_stop()

    @property
    def folders(self) -> Sequence[str]:
        """Return the folders that are watched."""
        return watched.folders(self._session.library.reader)

    def watch(self, folder: Path) -> None:
        """Watch a folder from now on."""
        name = str(folder.absolute())
        self._change(lambda db: watched.watch(db, name))

    def stop_watching(self, folder: Path) -> None:
        """Watch a folder no more; what was imported stays."""
        name = str(folder.absolute())
        self._change(lambda db: watched.stop_watching(db, name))

    def _change(self, deed: Deed[None]) -> None:
        self._session.submit(Command.HOUSEKEEPING, deed, then=lambda _: self._changed())

    def _changed(self) -> None:
        self._start_or_stop()
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """Look once, beside the window; an import under way is waited for."""
        if self._is_looking or self._session.jobs.running:
            return
        named = [Path(folder) for folder in self.folders]
        if not named:
            return
        library, before = self._session.library, self._before

        def work(tick: Tick) -> Look:
            known = watched.read_files(library.reader)
            return look(named, known=known, before=before, tick=tick)

        self._is_looking = True
        job = self._session.jobs.run(self.tr("Looking into the watched folders"), work)
        job.succeeded.connect(self._looked)
        job.finished.connect(self._ended)

    def _looked(self, found: Look) -> None:
        self._before = found
        if found.ready:
            self.ready.emit(list(found.ready))

    def _ended(self) -> None:
        self._is_looking = False

    def remember(self, files: Sequence[Path]) -> None:
        """Remember that files were read as the last look found them."""
        stamps = {str(file): self._before.stamps[file] for file in files}
        self._session.submit(Command.HOUSEKEEPING, lambda db: watched.remember(db, stamps))

    def _start_or_stop(self) -> None:
        if self._session.is_writable and self.folders:
            self.timer.start()
        else:
            self.timer.stop()
