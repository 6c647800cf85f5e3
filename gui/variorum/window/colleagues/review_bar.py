"""The bar over the desk: which disagreement one is at, what each annotator made of it, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from variorum.window.labels import ElidedLabel, plain_label


class ReviewBar(QFrame):
    """Say where annotators differ; lead on, back, to the settling, to the list."""

    left = Signal()
    list_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Disagreement"))
        self.count = plain_label(name="hint", parent=self)
        self.marks = ElidedLabel(parent=self)
        self.state = plain_label(name="hint", parent=self)
        self.previous = self._step("‹", self.tr("Previous disagreement"))
        self.next = self._step("›", self.tr("Next disagreement"))
        self.settle = QPushButton(self.tr("Settle"), self)
        self.list = QPushButton(self.tr("List"), self)
        self.close_button = self._step(self.tr("Close"), self.tr("End the review"))
        self.list.clicked.connect(self.list_wanted)
        self.close_button.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        for widget in (self.previous, self.next, self.count):
            row.addWidget(widget)
        row.addWidget(self.marks, 1)
        for widget in (self.state, self.settle, self.list, self.close_button):
            row.addWidget(widget)
        self.hide()

    def _step(self, text: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("step")
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(name)
        return button

    def say(self, *, number: int, count: int, marks: str, state: str) -> None:
        """Say which place of how many one is at."""
        self.count.setText(
            self.tr("Disagreement {number} of {count}").format(number=number, count=count)
        )
        self.marks.setText(marks)
        self.state.setText(state)
        self.show()
