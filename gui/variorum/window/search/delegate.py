"""Paint the lines of the results: found words strong, nothing ever read as markup."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from variorum.app.text_map import Lines, TextMap
from variorum.library.search.snippets import Snippet
from variorum.text import Span
from variorum.window.labels import is_right_to_left, smaller
from variorum.window.line_painting import fields_of, paint_ground
from variorum.window.search.model import LINE_ROLE, HitLine, StoryLine
from variorum.window.theme import Theme
from variorum.window.wording import one_line

_SIDE = 12
_GAP = 6
_LINES = 2


class ResultsDelegate(QStyledItemDelegate):
    """Paint a story's title, or a hit with the words around it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = parent.font()
        self._small = smaller(self._words)
        self._strong = QFont(self._words)
        self._strong.setWeight(QFont.Weight.DemiBold)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line; all hits are alike."""
        words, small = QFontMetrics(self._words), QFontMetrics(self._small)
        height = words.height() + 2 * _GAP
        if isinstance(index.data(LINE_ROLE), HitLine):
            height = small.height() + _LINES * words.lineSpacing() + 2 * _GAP
        return QSize(fields_of(option).rect.width(), height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line."""
        line = index.data(LINE_ROLE)
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        painter.save()
        if not isinstance(line, HitLine):
            state &= ~QStyle.StateFlag.State_MouseOver
        paint_ground(painter, rect, state, self._theme, bar=True)
        inner = rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        if isinstance(line, StoryLine):
            painter.fillRect(rect.adjusted(0, 0, 0, 1 - rect.height()), self._theme["border"])
            self._paint_title(painter, inner, line)
        elif isinstance(line, HitLine):
            self._paint_hit(painter, inner.adjusted(8, 0, 0, 0), line)
        painter.restore()

    def _paint_title(self, painter: QPainter, box: QRect, line: StoryLine) -> None:
        painter.setFont(self._strong)
        painter.setPen(self._theme["text"])
        metrics = QFontMetrics(self._strong)
        said = metrics.elidedText(one_line(line.title), Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignRight if is_right_to_left(said) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, _flags(side | Qt.AlignmentFlag.AlignAbsolute), said)

    def _paint_hit(self, painter: QPainter, box: QRect, line: HitLine) -> None:
        small = QFontMetrics(self._small)
        top = QRect(box.left(), box.top(), box.width(), small.height())
        painter.setFont(self._small)
        painter.setPen(self._theme["muted"])
        right = small.elidedText(line.version, Qt.TextElideMode.ElideRight, box.width() // 2)
        painter.drawText(top, _flags(Qt.AlignmentFlag.AlignRight), right)
        room = box.width() - small.horizontalAdvance(right) - _SIDE
        kind = small.elidedText(line.kind, Qt.TextElideMode.ElideRight, room)
        painter.drawText(top, _flags(Qt.AlignmentFlag.AlignLeft), kind)
        below = box.adjusted(0, small.height(), 0, 0)
        self._paint_snippet(painter, below, line.hit.shown)

    def _paint_snippet(self, painter: QPainter, box: QRect, shown: Snippet) -> None:
        whole = TextMap.of(shown.text, Span(0, len(shown.text)), lines=Lines.KEEP)
        layout = QTextLayout(whole.view, self._words)
        if is_right_to_left(shown.text):
            option = QTextOption(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            layout.setTextOption(option)
        layout.setFormats([self._found(whole, span) for span in shown.strong])
        layout.beginLayout()
        y = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0.0, y))
            y += line.height()
        layout.endLayout()
        painter.setClipRect(box)
        painter.setPen(self._theme["text"])
        layout.draw(painter, QPointF(box.topLeft()))

    def _found(self, whole: TextMap, span: Span) -> QTextLayout.FormatRange:
        start, end = whole.range_in_view(span)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(self._theme["accent"])
        stretch = QTextLayout.FormatRange()
        stretch.start = start  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields
        stretch.length = end - start  # pyright: ignore[reportAttributeAccessIssue]
        stretch.format = look  # pyright: ignore[reportAttributeAccessIssue]
        return stretch


def _flags(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
