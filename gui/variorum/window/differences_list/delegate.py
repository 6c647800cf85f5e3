"""Paint the lines of the list of differences."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.window.desk.explained import Explained, Listed
from variorum.window.desk.overview_marks import difference_colour
from variorum.window.desk.painting import class_pen
from variorum.window.differences_list.model import DIFFERENCE_ROLE
from variorum.window.labels import smaller
from variorum.window.line_painting import draw_words, fields_of, paint_ground
from variorum.window.theme import Theme

_SIDE = 12
_ABOVE = 6
_BETWEEN = 4
_BAR = 3
_APART = 8
_LEAST = 24
"""Pixels below which nothing is said of whose a difference is."""
_LONGEST = 60
"""Characters of each side that are looked at: more have no room."""


class DifferencesDelegate(QStyledItemDelegate):
    """Paint the words of a difference, underlined as in the texts, and its class and rule below."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = parent.font()
        self._small = smaller(self._words)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line; all are alike."""
        del index
        words, small = QFontMetrics(self._words).height(), QFontMetrics(self._small).height()
        return QSize(fields_of(option).rect.width(), 2 * _ABOVE + words + _BETWEEN + small)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line."""
        listed = index.data(DIFFERENCE_ROLE)
        if not isinstance(listed, Listed):
            return
        rect: QRect = fields_of(option).rect
        painter.save()
        paint_ground(painter, rect, fields_of(option).state, self._theme, bar=True)
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), self._theme["border"])
        box = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        self._paint_words(painter, box, listed)
        below = QFontMetrics(self._words).height() + _BETWEEN
        self._paint_facts(painter, box.adjusted(0, below, 0, 0), listed)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, listed: Listed) -> None:
        loudest = listed.loudest
        colour = self._theme["text" if listed.is_shown else "muted"]
        left, right = draw_words(painter, box, loudest.told(_LONGEST), self._words, colour)
        y = box.top() + QFontMetrics(self._words).height() + 1.5
        if loudest.variant_class is None:
            painter.setPen(difference_colour(listed.stop.loudest, self._theme))
        else:
            painter.setPen(class_pen(loudest.variant_class, self._theme))
        if listed.is_shown:
            painter.drawLine(QPointF(left, y), QPointF(right, y))

    def _paint_facts(self, painter: QPainter, box: QRect, listed: Listed) -> None:
        """Say the class and the rule, at the end whose it is, or that it is hidden."""
        head, muted = listed.loudest.head, self._theme["muted"]
        metrics = QFontMetrics(self._small)
        room = box.width() - metrics.horizontalAdvance(head) - _APART
        beside = ", ".join(_who(listed.told)) if listed.is_shown else self.tr("hidden")
        width = metrics.horizontalAdvance(beside)
        # Whose it is may be cut short; that it is hidden is always said.
        width = min(width, room) if listed.is_shown else width
        if beside and width >= _LEAST:
            draw_words(
                painter, box.adjusted(box.width() - width, 0, 0, 0), beside, self._small, muted
            )
            box = box.adjusted(0, 0, -width - _APART, 0)
        draw_words(painter, box, head, self._small, muted)


def _who(told: tuple[Explained, ...]) -> list[str]:
    return [one.who for one in told if one.who]
