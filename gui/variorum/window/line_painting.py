"""Paint what the lines of all lists have in common: the ground of a chosen one, words cut to their room."""

from typing import Any

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from variorum.window.labels import is_right_to_left
from variorum.window.theme import Theme
from variorum.window.wording import one_line

_BAR = 3


def fields_of(option: QStyleOptionViewItem) -> Any:
    """Give access to the option's fields, which PySide's stubs do not know."""
    return option


def paint_ground(
    painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme, *, bar: bool = False
) -> None:
    """Paint the ground of a line that is chosen, with its bar if asked, or under the mouse."""
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, theme["accent_ground"])
        if bar:
            painter.fillRect(QRect(rect.left(), rect.top(), _BAR, rect.height()), theme["accent"])
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, theme["raised"])


def draw_words(
    painter: QPainter, box: QRect, words: str, font: QFont, colour: QColor
) -> tuple[float, float]:
    """Draw words in one line at a box's top, on the side where their script begins; return from where to where."""
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetrics(font)
    said = metrics.elidedText(one_line(words), Qt.TextElideMode.ElideRight, box.width())
    width = metrics.horizontalAdvance(said)
    left = box.right() - width if is_right_to_left(said) else box.left()
    painter.drawText(QPointF(left, box.top() + metrics.ascent()), said)
    return float(left), float(left + width)
