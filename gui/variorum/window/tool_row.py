"""The row below the menus: bring stories in, search, choose how many panes there are."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from variorum.window.search.field import SearchField

_FIGURE = 32
"""The width of a button that says one figure, in pixels."""


class ToolRow(QWidget):
    """Offer the few things that a first look wants to find."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 3, 12, 8)
        self._row.setSpacing(8)
        for action in actions:
            self._row.addWidget(self._button(action))
        self._row.addSpacing(12)
        self.search = SearchField(self)
        self._row.addWidget(self.search, 2)
        self._row.addStretch(1)

    def add_button(self, action: QAction, *, said: str = "") -> None:
        """Offer one more thing, at the end of the row; `said` stands for its words where given."""
        self._row.addWidget(self._button(action, said))

    def _button(self, action: QAction, said: str = "") -> QPushButton:
        button = QPushButton(said or action.text(), self)
        if len(said) == 1:
            button.setFixedWidth(_FIGURE)
        button.setAccessibleName(action.text())
        tip = (action.text() if said else "", action.shortcut().toString())
        button.setToolTip(" · ".join(part for part in tip if part))
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        if action.isCheckable():
            button.setCheckable(True)
            # The action says whether it is on; a click that changes nothing leaves it so.
            action.toggled.connect(button.setChecked)
            button.clicked.connect(lambda: button.setChecked(action.isChecked()))
        return button
