"""How a place is painted: its words in the middle of what stands around them."""

import re
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from variorum.library.coding import Place
from variorum.window.autocoding.model import ROW_ROLE
from variorum.window.fonts import reading_font
from variorum.window.labels import smaller
from variorum.window.theme import Theme

_BOX = 34
_PAD = 4
_SPACE = re.compile(r"\s+")


class PlaceDelegate(QStyledItemDelegate):
    """Paint the tick box as Qt does, and the words beside it."""

    theme: Theme
    colour: str = "yellow"
    """The colour of the code that the words would get."""

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """Return the height of two lines."""
        of: Any = option
        return QSize(200, 2 * (QFontMetrics(of.font).height() + 2) + 2 * _PAD)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a place."""
        box: Any = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        box.text = ""
        box.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, box, painter, box.widget
        )
        place: Place = index.data(ROW_ROLE)
        rect: QRect = box.rect.adjusted(_BOX, _PAD, -10, -_PAD)
        half = rect.height() // 2
        painter.save()
        self._paint_words(
            painter, box.font, QRect(rect.topLeft(), QSize(rect.width(), half)), place
        )
        facts = [place.source, place.title, self.tr("has the code") if place.has_code else ""]
        painter.setFont(smaller(box.font))
        painter.setPen(self.theme["muted"])
        below = rect.adjusted(0, half, 0, 0)
        said = " · ".join(part for part in facts if part)
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, said)
        painter.restore()

    def _paint_words(self, painter: QPainter, font: QFont, rect: QRect, place: Place) -> None:
        face = reading_font(QFontInfo(font).pixelSize())
        metrics = QFontMetrics(face)
        painter.setFont(face)
        words = metrics.elidedText(
            " ".join(place.words.split()), Qt.TextElideMode.ElideMiddle, rect.width() // 2
        )
        # What stands before ends at one place, so that the words stand below one another.
        left = rect.left() + rect.width() // 3
        width = metrics.horizontalAdvance(words)
        ground = QRect(left - 2, rect.top(), width + 4, rect.height())
        painter.fillRect(ground, self.theme.tint(self.colour))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self.theme["text"])
        painter.drawText(QRect(left, rect.top(), width + 2, rect.height()), middle, words)
        painter.setPen(self.theme["muted"])
        before = QRect(rect.left(), rect.top(), left - rect.left(), rect.height())
        after = QRect(left + width, rect.top(), rect.right() - left - width, rect.height())
        for place_of, text, side, elide in (
            (before, place.before, Qt.AlignmentFlag.AlignRight, Qt.TextElideMode.ElideLeft),
            (after, place.after, Qt.AlignmentFlag.AlignLeft, Qt.TextElideMode.ElideRight),
        ):
            shown = metrics.elidedText(_SPACE.sub(" ", text), elide, place_of.width())
            painter.drawText(place_of, middle | side, shown)
