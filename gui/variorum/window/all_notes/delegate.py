"""How a note is painted in the list of all notes."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.app.markup import note_line
from variorum.app.models.notes import ROW_ROLE
from variorum.library.queries.notes import NoteRow
from variorum.window.all_notes.words import about
from variorum.window.fonts import reading_font
from variorum.window.labels import smaller
from variorum.window.line_painting import paint_ground
from variorum.window.theme import Theme
from variorum.window.wording import as_read, isolated, one_line

_PAD = 10
_TO = "→"
_NOTHING = "∅"


class NoteDelegate(QStyledItemDelegate):
    """Paint what a note says, the words it is on, and where they stand."""

    theme: Theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """Return the height of three lines."""
        of: Any = option
        return QSize(200, 3 * (QFontMetrics(of.font).height() + 2) + _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a note."""
        of: Any = option
        row: NoteRow | None = index.data(ROW_ROLE)
        rect: QRect = of.rect
        painter.save()
        chosen = bool(of.state & QStyle.StateFlag.State_Selected)
        paint_ground(painter, rect, of.state, self.theme)
        painter.setPen(self.theme["border"])
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and of.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme["accent"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        if row is not None:
            self._paint_words(painter, of.font, rect.adjusted(14, _PAD // 2, -14, -_PAD // 2), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, rect: QRect, row: NoteRow) -> None:
        quotation = _line(row.words)
        if row.other is not None:
            ends = [isolated(_line(end) or _NOTHING) for end in (row.words, row.other)]
            quotation = f" {_TO} ".join(ends)
        italic = reading_font(QFontInfo(font).pixelSize(), italic=True)
        lines = (
            (font, "text", note_line(row.text)),
            (italic, "muted", quotation or as_read(row.title)),
            (smaller(font), "muted", about(row)),
        )
        height = rect.height() // len(lines)
        for number, (face, colour, words) in enumerate(lines):
            line = QRect(rect.left(), rect.top() + number * height, rect.width(), height)
            painter.setFont(face)
            painter.setPen(self.theme[colour])
            shown = QFontMetrics(face).elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(
                line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown
            )


def _line(words: str) -> str:
    """Return words on one line; a row shows no more than its beginning."""
    return one_line(words[:400])
