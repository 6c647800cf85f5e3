"""The page of the settings with the folders that are watched."""

from pathlib import Path

from PySide6.QtWidgets import QListWidget, QPushButton, QVBoxLayout, QWidget

from variorum.app.watching import FolderWatch
from variorum.window.labels import plain_label


class WatchedPage(QWidget):
    """List the watched folders; take one away."""

    def __init__(self, watch: FolderWatch, parent: QWidget) -> None:
        super().__init__(parent)
        self._watch = watch
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.list.currentRowChanged.connect(self._fit)
        self.stop = QPushButton(self.tr("Stop watching"), self)
        self.stop.setAccessibleName(self.tr("Watch the chosen folder no more"))
        self.stop.clicked.connect(self._stop)
        said = self.tr(
            "New files in these folders are imported by themselves while this library is open."
            " File → Watch a folder… adds one."
        )
        words = plain_label(said, name="hint", parent=self)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(self.list, 1)
        column.addWidget(self.stop)
        watch.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        self.list.clear()
        self.list.addItems(list(self._watch.folders))
        self._fit()

    def _fit(self) -> None:
        self.stop.setEnabled(self.list.currentRow() >= 0)

    def _stop(self) -> None:
        self._watch.stop_watching(Path(self.list.currentItem().text()))
