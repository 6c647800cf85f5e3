"""The upper half of the right side: notes, details of a version, all highlights, all differences."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from variorum.window.details.panel import DetailsPanel
from variorum.window.differences_list.panel import DifferencesPanel
from variorum.window.labels import plain_label
from variorum.window.marks_list.panel import MarksPanel
from variorum.window.notes.panel import NotesPanel

_EDGE = 12


class Leaf(IntEnum):
    """Name what the side shows, in the order of its tabs."""

    NOTES = 0
    DETAILS = 1
    MARKS = 2
    DIFFERENCES = 3


class Side(QWidget):
    """Show notes, details, the list of highlights or that of differences, one tab each."""

    turned = Signal(object)  # Leaf

    def __init__(
        self,
        notes: NotesPanel,
        details: DetailsPanel,
        marks: MarksPanel,
        differences: DifferencesPanel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._notes, self._leaves = notes, (notes, details, marks, differences)
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("side_tabs")
        self.tabs.setAccessibleName(self.tr("Notes, details, highlights or differences"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.addTab(self.tr("NOTES"))
        self.tabs.addTab(self.tr("DETAILS"))
        self.tabs.addTab(self.tr("MARKS"))
        self.tabs.addTab(self.tr("DIFFERENCES"))
        self.tabs.setAccessibleTabName(Leaf.DIFFERENCES, self.tr("Differences"))
        self.tabs.setTabToolTip(Leaf.DIFFERENCES, self.tr("All differences"))
        self._count = plain_label(name="panel_count", parent=self)
        self._stack = QStackedWidget(self)
        for leaf in self._leaves:
            self._stack.addWidget(leaf)
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 5, _EDGE, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._turned)
        self._counted = ""
        notes.counted.connect(self._say_count)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say things in fewer words where the side is narrow."""
        super().resizeEvent(event)
        self._name_tabs()
        self._say_count(self._counted)

    def _name_tabs(self) -> None:
        """Name the longest tab shortly where the row has no room for it."""
        for words in (self.tr("DIFFERENCES"), self.tr("DIFF."), "≠"):
            self.tabs.setTabText(Leaf.DIFFERENCES, words)
            if self.tabs.sizeHint().width() <= self.width() - 2 * _EDGE:
                return

    def _say_count(self, words: str) -> None:
        """Say how many notes there are, and in what order where that has room."""
        self._counted = words
        room = self.width() - self.tabs.sizeHint().width() - 3 * _EDGE
        short = words.partition(" · ")[0]
        width = self._count.fontMetrics().horizontalAdvance
        fitting = (said for said in (words, short) if width(said) <= room)
        self._count.setText(next(fitting, ""))

    @property
    def leaf(self) -> Leaf:
        """Return what is shown."""
        return Leaf(self._stack.currentIndex())

    def show_leaf(self, leaf: Leaf) -> None:
        """Turn to a leaf."""
        self.tabs.setCurrentIndex(leaf)

    def take_focus(self) -> None:
        """Give the keys to what is shown."""
        self._leaves[self.leaf].take_focus()

    def _turned(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._count.setVisible(self.leaf is Leaf.NOTES)
        self.turned.emit(self.leaf)
