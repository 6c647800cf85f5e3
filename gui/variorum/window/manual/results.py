"""Paint what a search found: the place strong, the words around it below."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.window.line_painting import paint_ground
from variorum.window.theme import Theme

_LINES = 3
_SIDE = 8
_GAP = 6


class ResultsDelegate(QStyledItemDelegate):
    """Paint an item's first line in strong letters, the rest in up to three lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._strong = QFont(parent.font())
        self._strong.setWeight(QFont.Weight.DemiBold)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """Return the room of an item; all are alike."""
        of: Any = option
        lines = QFontMetrics(self._strong).height() + _LINES * QFontMetrics(of.font).lineSpacing()
        return QSize(100, lines + 2 * _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint an item."""
        of: Any = option
        rect: QRect = of.rect
        place, _, words = str(index.data()).partition("\n")
        painter.save()
        paint_ground(painter, rect, of.state, self._theme)
        inner = rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        metrics = QFontMetrics(self._strong)
        painter.setFont(self._strong)
        painter.setPen(self._theme["text"])
        shown = metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.TextFlag.TextSingleLine, shown)
        painter.setFont(of.font)
        painter.setPen(self._theme["muted"])
        below = inner.adjusted(0, metrics.height(), 0, 0)
        painter.setClipRect(below)
        painter.drawText(below, Qt.TextFlag.TextWordWrap, words)
        painter.restore()
