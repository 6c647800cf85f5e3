"""Set a headline smaller where its longest word is wider than the line: no word is parted."""

from dataclasses import replace
from typing import Final

from PySide6.QtGui import QFont, QTextLayout, QTextOption

from variorum.window.desk.styles import HEADLINE, BlockStyle

_LONGEST: Final = 400
"""Code units of a headline that is looked at; what is longer is none."""


def fitted(style: BlockStyle, view: str, room: float) -> BlockStyle:
    """Return the style in which no word of a headline is wider than the room.

    It is never smaller than the text below; a word that is too wide even then is parted.
    """
    if len(view) > _LONGEST:
        return style
    widest = _widest(view, style.font)
    if widest <= room:
        return style
    size = style.font.pixelSize()
    # A pixel less, as widths do not grow quite evenly with sizes.
    smaller = max(round(size / HEADLINE), int(size * room / widest) - 1)
    if smaller >= size:
        return style
    font = QFont(style.font)
    font.setPixelSize(smaller)
    return replace(style, font=font, leading=round(style.leading * smaller / size))


def _widest(view: str, font: QFont) -> float:
    """Return the width of the widest stretch in which no line may end."""
    layout = QTextLayout(view, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1.0)
    layout.endLayout()
    return layout.minimumWidth()
