"""Look into corpora beside the window, and put the question of their columns, one after the other."""

from collections import deque
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from variorum.app.session import Session
from variorum.formats.corpora.rows import Look
from variorum.intake.files import look_into
from variorum.intake.guarded import Reader
from variorum.progress import Tick, felt
from variorum.window.columns.dialog import ColumnsDialog


class AskingForColumns(QObject):
    """Ask which columns of corpora hold what."""

    chosen = Signal(object, object)  # Path, Mapping
    failed = Signal(object)  # Exception

    def __init__(self, session: Session, over: QWidget | None, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._over = over
        self._waiting = deque[Path]()
        self.dialog: ColumnsDialog | None = None

    def ask(self, files: Sequence[Path]) -> None:
        """Ask about each of some files; those that are asked about already are not asked twice."""
        self._waiting.extend(file for file in files if file not in self._waiting)
        if self.dialog is None:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            return
        file = self._waiting.popleft()
        job = self._session.jobs.run(self.tr("Reading columns"), partial(_looked_into, file))
        job.succeeded.connect(partial(self._show, file))
        job.failed.connect(self.failed)

    def _show(self, file: Path, look: Look) -> None:
        dialog = ColumnsDialog(file.name, look, self._over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self.chosen.emit, file))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self) -> None:
        self.dialog = None
        self._next()


def _looked_into(file: Path, tick: Tick) -> Look:
    with closing(Reader()) as reader, felt(lambda: tick(0, 0)):
        return look_into(file, dear=reader.pieces)
