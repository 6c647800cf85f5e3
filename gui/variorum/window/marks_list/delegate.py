"""Paint the lines of the list of highlights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.app.models.marks import MARK_ROLE
from variorum.ids import CodeId
from variorum.library.marks_list import ListedMark
from variorum.window.labels import smaller
from variorum.window.line_painting import draw_words, fields_of, paint_ground
from variorum.window.marks_list.words import outcome_words
from variorum.window.theme import Theme
from variorum.window.wording import one_line

_SIDE = 12
_ABOVE = 6
_BETWEEN = 2
_SQUARE = 8


@dataclass(frozen=True, slots=True)
class Names:
    """Hold what lines call versions and how they show codes."""

    version: Callable[[ListedMark], str]
    codes: Mapping[CodeId, tuple[str, str]]
    """Colour and name of each."""


class MarksDelegate(QStyledItemDelegate):
    """Paint a mark's words, its codes, where it is, and what became of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.names: Names | None = None
        self._words = parent.font()
        self._small = smaller(self._words)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line: one that came from elsewhere tells from which words."""
        words, small = QFontMetrics(self._words).height(), QFontMetrics(self._small).height()
        mark = index.data(MARK_ROLE)
        lines = 2 if isinstance(mark, ListedMark) and mark.waits else 1
        height = 2 * _ABOVE + lines * (words + _BETWEEN) + small
        return QSize(fields_of(option).rect.width(), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line."""
        mark = index.data(MARK_ROLE)
        if not isinstance(mark, ListedMark):
            return
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        painter.save()
        paint_ground(painter, rect, state, self._theme, bar=True)
        painter.fillRect(rect.adjusted(0, rect.height() - 1, 0, 0), self._theme["border"])
        box = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        if mark.status is not None and mark.waits:
            box = self._paint_words(painter, box, mark.came_from_words, "muted")
            gone = mark.span is None
            said = outcome_words(mark.status) if gone else "→ " + one_line(mark.exact)
            box = self._paint_words(painter, box, said, "cut" if gone else "text")
        else:
            box = self._paint_words(painter, box, mark.exact, "text")
        self._paint_facts(painter, box, mark)
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRect, words: str, colour: str) -> QRect:
        """Paint one line of words; return the room below it."""
        metrics = QFontMetrics(self._words)
        draw_words(painter, box, words, self._words, self._theme[colour])
        return box.adjusted(0, metrics.height() + _BETWEEN, 0, 0)

    def _paint_facts(self, painter: QPainter, box: QRect, mark: ListedMark) -> None:
        metrics = QFontMetrics(self._small)
        line = QRect(box.left(), box.top(), box.width(), metrics.height())
        names = self.names
        codes = [names.codes[code] for code in mark.codes if code in names.codes] if names else []
        left = self._paint_codes(painter, line, [colour for colour, _ in codes])
        facts = [name for _, name in codes]
        if mark.status is not None and mark.span is not None:
            facts.insert(0, outcome_words(mark.status))
        if names is not None:
            facts.append(names.version(mark))
        facts.append(mark.annotator)
        room = line.adjusted(left, 0, 0, 0)
        draw_words(
            painter, room, " · ".join(f for f in facts if f), self._small, self._theme["muted"]
        )

    def _paint_codes(self, painter: QPainter, line: QRect, colours: Sequence[str]) -> int:
        """Paint a square a code; return how much room they took."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme["border"], 1))
        x = float(line.left())
        for colour in colours:
            painter.setBrush(self._theme.line(colour))
            top = line.center().y() - _SQUARE / 2 + 1
            painter.drawRoundedRect(QRectF(x, top, _SQUARE, _SQUARE), 2, 2)
            x += _SQUARE + 3
        return round(x - line.left()) + (3 if colours else 0)
