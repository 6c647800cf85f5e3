"""How the layers of several people are told apart: letters on each mark, frames round what is settled."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from variorum.window.desk.block import Block
from variorum.window.desk.styles import DeskStyle
from variorum.window.desk.values import Mark, SettledSign

_LETTERS: Final = 9
"""Pixels that letters are high, at least."""
_SHARE: Final = 0.66
"""Of the height of labels."""
_TICK: Final = "✓"
_NOBODY: Final = "∅"


def paint_letters(
    painter: QPainter, block: Block, at: QPointF, marks: Sequence[Mark], style: DeskStyle
) -> None:
    """Put the letters of who made each mark over its first word, side by side where several begin."""
    taken = dict[int, float]()
    for mark in marks:
        start = mark.span.start
        if not mark.sign or not block.span.start <= start < block.span.end:
            continue
        rects = block.rects(mark.span)
        if rects:
            away = taken.get(start, 0.0)
            width = _paint_badge(painter, block, rects[0].translated(at), mark, style, away=away)
            taken[start] = away + width + 1.0


def _paint_badge(
    painter: QPainter, block: Block, over: QRectF, mark: Mark, style: DeskStyle, *, away: float
) -> float:
    """Paint letters over the beginning of words; return how wide they are."""
    font = QFont(style.label)
    font.setPixelSize(max(_LETTERS, round(style.label.pixelSize() * _SHARE)))
    font.setBold(True)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(mark.sign) + 6.0, metrics.height() - 1.0
    left = over.right() - width - away if block.is_rtl else over.left() + away
    box = QRectF(left, over.top() - height * 0.45, width, height)
    ground = style.theme.line(mark.sign_colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 2.5, 2.5)
    painter.setFont(font)
    painter.setPen(_on(ground))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, mark.sign)
    return width


def _on(ground: QColor) -> QColor:
    """Return black or white, whichever is read better on a ground."""
    light, dark = QColor("white"), QColor("#14171b")
    return dark if _luminance(ground) > _MIDDLE else light


_MIDDLE: Final = 0.179
"""The luminance at which black and white stand out alike (WCAG 2)."""


def _luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, as WCAG 2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def paint_settled(
    painter: QPainter, block: Block, at: QPointF, mark: Mark, style: DeskStyle
) -> None:
    """Frame words that hold by a settlement; where nobody is right, cross the frame out."""
    theme = style.theme
    holds = mark.settled is SettledSign.HOLDS
    pen = QPen(theme["text"] if holds else theme["muted"], 1.6)
    if not holds:
        pen.setStyle(Qt.PenStyle.DashLine)
    rects = [rect.adjusted(-2.0, 0.5, 2.0, -0.5).translated(at) for rect in block.rects(mark.span)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for box in rects:
        painter.drawRoundedRect(box, 2.5, 2.5)
    if rects and block.span.start < mark.span.end <= block.span.end:
        _paint_end(painter, rects[-1], _TICK if holds else _NOBODY, style, block=block)


def _paint_end(
    painter: QPainter, box: QRectF, words: str, style: DeskStyle, *, block: Block
) -> None:
    """Put a sign at the end of a frame."""
    font = QFont(style.label)
    font.setBold(True)
    metrics = QFontMetricsF(font)
    size = max(metrics.horizontalAdvance(words), metrics.height()) * 0.9
    x = box.left() - size / 2 if block.is_rtl else box.right() - size / 2
    sign = QRectF(x, box.bottom() - size * 0.7, size, size)
    painter.setPen(QPen(style.theme["text"], 1.0))
    painter.setBrush(style.theme["pane"])
    painter.drawEllipse(sign)
    painter.setFont(font)
    painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, words)
