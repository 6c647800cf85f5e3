"""The bar over the desk: what is looked for, which hit one is at, on and back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from variorum.window.labels import ElidedLabel, plain_label, plain_tip
from variorum.window.wording import isolated


class FindField(QLineEdit):
    """Take the words; Enter goes on, Shift+Enter back, Esc leaves."""

    next_pressed = Signal()
    previous_pressed = Signal()
    escape_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys on that are not for writing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_pressed if back else self.next_pressed).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escape_pressed.emit()
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Ask for words, and say how many there are."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(self.tr("Find in the panes"))
        self.field = FindField(self)
        self.field.setPlaceholderText(self.tr("Find in the panes"))
        self.field.setAccessibleName(self.tr("Find in the panes"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.count = plain_label(name="hint", parent=self)
        self.where = ElidedLabel(name="hint", parent=self)
        self.previous = self._button("‹", self.tr("Previous hit"))
        self.next = self._button("›", self.tr("Next hit"))
        close = self._button(self.tr("Close"), self.tr("Close the find bar"))
        close.clicked.connect(self.left)
        self.field.escape_pressed.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.addWidget(self.field, 1)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.count)
        row.addWidget(self.where, 2)
        row.addWidget(close)
        self.hide()

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("step")
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def say_count(self, number: int, count: int) -> None:
        """Say which hit of how many one is at; 0 of 0 where there is none."""
        if not self.field.text():
            said = ""
        elif count:
            said = self.tr("{number} of {count}").format(number=number, count=count)
        else:
            said = self.tr("Not in the texts shown")
        self.count.setText(said)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def say_where(self, counts: Sequence[tuple[str, int]]) -> None:
        """Say how many hits each pane has, from left to right; nothing for none."""
        said = ",  ".join(f"{isolated(name)}: {count}" for name, count in counts)
        self.where.setText(said)
        self.where.setToolTip(plain_tip(said))
