"""The application: it hears of files that a desktop hands over while it runs."""

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Say which library was clicked: macOS tells a program by an event, not by an argument."""

    library_clicked = Signal(Path, arguments=["path"])

    def event(self, event: QEvent) -> bool:
        """Pass a clicked file on."""
        if isinstance(event, QFileOpenEvent):
            self.library_clicked.emit(Path(event.file()))
            return True
        return super().event(event)
