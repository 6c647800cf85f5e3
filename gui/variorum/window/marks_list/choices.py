"""Boxes to choose from above the list of marks, as many in a row as show their words whole."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QStyle, QStyleOptionComboBox, QWidget

_SPACING = 6


class ChoiceGrid(QWidget):
    """Set boxes two in a row, or one below the other where two would cut what is chosen."""

    def __init__(self, boxes: Sequence[QComboBox], parent: QWidget) -> None:
        super().__init__(parent)
        self._boxes = tuple(boxes)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_SPACING)
        for box in self._boxes:
            box.currentIndexChanged.connect(self.fit)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set them anew where they fit otherwise."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Set them by what is chosen now."""
        half = (self.width() - _SPACING) // 2
        columns = 2 if all(_wanted(box) <= half for box in self._boxes) else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, box in enumerate(self._boxes):
            self._grid.addWidget(box, place // columns, place % columns)


def _wanted(box: QComboBox) -> int:
    """Return the width at which a box shows what is chosen."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    metrics = box.fontMetrics()
    words = QSize(metrics.horizontalAdvance(box.currentText()), metrics.height())
    kind = QStyle.ContentsType.CT_ComboBox
    return box.style().sizeFromContents(kind, option, words, box).width()
