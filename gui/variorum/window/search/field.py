"""The field in the tool row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Take a query; hand the keys on that belong to the results."""

    down_pressed = Signal()
    escape_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search stories and notes"))
        self.setAccessibleName(self.tr("Search stories and notes"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(320)
        self.setMinimumWidth(140)

    def say_keys(self, keys: str) -> None:
        """Say in the empty field by which keys one gets here."""
        said = self.tr("Search stories and notes")
        self.setPlaceholderText(f"{said}  {keys}".strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the results, or leave."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)
