"""Offer the backups of a library, and put the chosen one in its place."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from variorum.app import backups as keeper
from variorum.app.jobs import Jobs
from variorum.errors import VariorumError
from variorum.library.safety import backups
from variorum.library.safety.backups import Backup
from variorum.library.safety.restoring import restore
from variorum.progress import Tick, no_tick
from variorum.window.libraries.backups_box import BackupsBox
from variorum.window.libraries.busy import Busy


class Restoring(QObject):
    """Restore libraries that no window has open."""

    restored = Signal(object, object, object)  # Path, Backup, Restored
    failed = Signal(object, object)  # Path, Exception

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self.box: BackupsBox | None = None

    def has_backups(self, library: Path) -> bool:
        """Tell whether a library that lay in a place can be restored."""
        folder = backups.folder_of_place(self._root, library)
        return folder is not None and bool(backups.backups(folder))

    def offer(
        self,
        library: Path,
        *,
        said: str,
        otherwise: str = "",
        declined: Callable[[], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Show the backups of a library that cannot be opened, and restore the chosen one."""
        folder = backups.folder_of_place(self._root, library)
        if folder is None:
            return
        words = self.tr("{said} Choose the state to go back to.").format(said=said)
        box = BackupsBox(
            keeper.listed(folder, no_tick),
            said=words,
            folder=folder,
            otherwise=otherwise,
            parent=parent,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def restore_it(one: Backup) -> None:
            self.restore(library, one, folder=folder)

        box.chosen.connect(restore_it)
        if declined is not None:
            box.rejected.connect(declined)
        self.box = box
        box.open()

    def restore(self, library: Path, one: Backup, *, folder: Path) -> None:
        """Put a backup in the place of a library that is closed, and tell how it went."""
        jobs = Jobs(workers=1, parent=self)
        box = Busy(self.tr("Restoring the backup…"))

        def work(tick: Tick) -> object:
            return restore(library, one.path, folder=folder, now=keeper.now(), tick=tick)

        job = jobs.run(self.tr("Restoring the backup…"), work)
        job.progressed.connect(box.progressed)
        job.succeeded.connect(partial(self.restored.emit, library, one))
        job.failed.connect(partial(self.failed.emit, library))

        def ended() -> None:
            box.close()
            jobs.close()
            jobs.deleteLater()

        job.finished.connect(ended)
        box.show()

    def say(self, error: VariorumError) -> None:
        """Say in a box what is wrong, where there is no window to say it in."""
        box = QMessageBox()
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setWindowTitle("Variorum")
        box.setText(f"{error.message}\n\n{error.hint}")
        box.open()
