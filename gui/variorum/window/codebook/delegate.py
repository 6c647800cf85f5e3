"""How a code is painted in the tree: signs and name on the left, counts and key on the right."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.library.queries.rows import CodeRow
from variorum.window.codebook.swatch import SIZE, paint_swatch
from variorum.window.line_painting import paint_ground
from variorum.window.theme import Theme

ROW_ROLE = Qt.ItemDataRole.UserRole
_GAP = 7
_KEY = 16
"""Pixels of the frame of a number key."""


class CodeDelegate(QStyledItemDelegate):
    """Paint a code."""

    theme: Theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """Return the height of a row."""
        of: Any = option
        return QSize(100, QFontMetrics(of.font).height() + 9)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        of: Any = option
        row: CodeRow = index.data(ROW_ROLE)
        rect: QRect = of.rect
        painter.save()
        paint_ground(painter, rect, of.state, self.theme)
        if of.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme["accent"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        code = row.code
        if code.codable:
            top = rect.center().y() - SIZE.height() // 2
            painter.setFont(of.font)
            place = QRect(rect.left() + 2, top, *SIZE.toTuple())
            paint_swatch(painter, place, colour=code.colour, letters=code.letters, theme=self.theme)
        self._paint_words(painter, of, row)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: Any, row: CodeRow) -> None:
        code = row.code
        left = SIZE.width() + _GAP if code.codable else 2
        inner = option.rect.adjusted(left, 0, -4, 0)
        metrics = QFontMetrics(option.font)
        retired = self.tr("retired") if code.retired else ""
        facts = " · ".join(part for part in (counts_said(row), retired) if part)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(self.theme["muted"])
        if code.key is not None:
            self._paint_key(painter, inner, code.key)
        # The figures stand below one another, with a key or without one.
        beside = inner.adjusted(0, 0, -_KEY - 6, 0) if not retired else inner
        painter.drawText(beside, middle | Qt.AlignmentFlag.AlignRight, facts)
        room = beside.width() - metrics.horizontalAdvance(facts) - 10
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Normal if code.codable else QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.theme["muted" if code.retired else "text"])
        name = QFontMetrics(font).elidedText(code.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)

    @staticmethod
    def _paint_key(painter: QPainter, inner: QRect, key: int) -> None:
        """Paint the number of a key in a frame, as keys are printed."""
        top = inner.center().y() - _KEY // 2
        frame = QRect(inner.right() - _KEY, top, _KEY, _KEY)
        painter.drawRoundedRect(frame, 3, 3)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, str(key))


def counts_said(row: CodeRow) -> str:
    """Say how many highlights have a code, and how many with those below it."""
    if row.with_below == row.highlights:
        return str(row.highlights)
    return f"{row.highlights} / {row.with_below}"
