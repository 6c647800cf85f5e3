"""The field in the tool row."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class SearchField(QLineEdit):
    """Take a query; hand the keys on that belong to the results."""

    down_pressed = Signal()
    escape_pressed = Signal()
    scope_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search stories and notes"))
        self.setAccessibleName(self.tr("Search stories and notes"))
        self.setClearButtonEnabled(True)
        self.setMaximumWidth(320)
        self.setMinimumWidth(140)
        self._keys, self._scope = "", ""

    def say_keys(self, keys: str) -> None:
        """Say in the empty field by which keys one gets here."""
        self._keys = keys
        self._say()

    def say_scope(self, query: str) -> None:
        """Say in the empty field within what the search is; an empty query: in everything."""
        self._scope = query
        self._say()

    def _say(self) -> None:
        said = self.tr("Search stories and notes")
        words = f"{said}  {self._keys}".strip()
        if self._scope:
            said = self.tr("Search within “{query}”").format(query=self._scope)
            words = said
        self.setPlaceholderText(words)
        self.setAccessibleName(said)
        self.setToolTip(self.tr("Esc: search everything again") if self._scope else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go down into the results, or leave."""
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_PageDown}:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self._scope and not self.text():
            self.scope_left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)
