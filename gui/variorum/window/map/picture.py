"""The map and the descent as one drawing for a file, in SVG or PNG."""

import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from variorum.app.story_map import Line, StoryMap
from variorum.window.fonts import interface_font
from variorum.window.labels import is_right_to_left
from variorum.window.map.painting import (
    ROW,
    Ink,
    column_width,
    head_height,
    legend_places,
    paint_figure,
    paint_figure_name,
    paint_legend,
    paint_line,
    paint_name,
    paint_square,
)
from variorum.window.map.tree import Tree
from variorum.window.map.words import FOOT, foot, said, short
from variorum.window.theme import Theme

_FAMILIES: Final = re.compile(rb'font-family="([^"\']*)"')
_GENERIC: Final = (b"serif", b"sans-serif")
_MARGIN: Final = 24.0
_SIDE: Final = 380.0
_ROOM: Final = 760.0
"""What few columns share; more make the picture wider."""
_TITLE: Final = 34.0
_HEAD: Final = 30.0
_SCALE: Final = 2.0
"""Pixels of a PNG for one of the drawing."""
_LARGEST: Final = 16_000
"""Pixels of the longer side of a PNG; larger ones many programs refuse."""
_MOST: Final = 12_000_000
"""Pixels of a PNG in all."""


class Picture:
    """Draw a map with its legend, and below it the descent."""

    def __init__(self, found: StoryMap, theme: Theme, *, furniture: bool) -> None:
        self._found, self._ink = found, Ink(theme)
        self._lines = [line for line in found.lines if furniture or line.kind.is_story]
        self._wide = column_width(_ROOM, len(found.versions))
        self._head = head_height(self._wide)
        table = _SIDE + self._wide * len(found.versions)
        self._tree = Tree.of(found, max(table, _SIDE + _ROOM / 2))
        self._width = max(table, self._tree.least_width, _SIDE + _ROOM / 2)
        self._legend = legend_places(self._width)[1]

    @property
    def size(self) -> QSize:
        """Return the size of the drawing."""
        rows = len(self._lines) + len(FOOT)
        height = _TITLE + self._head + ROW * rows + self._legend + _HEAD + self._tree.height
        return QSize(round(self._width + 2 * _MARGIN), round(height + 2 * _MARGIN + 16))

    @property
    def title(self) -> str:
        """Return what the drawing is called: the base's headline."""
        return short(self._found.base.row.title, 140)

    def svg(self) -> bytes:
        """Return the drawing as SVG; words stay words."""
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setSize(self.size)
        generator.setViewBox(QRectF(QPointF(0, 0), self.size.toSizeF()))
        generator.setTitle(self.title)
        generator.setDescription(said("Story map"))
        painter = QPainter(generator)
        self.paint(painter)
        painter.end()
        buffer.close()
        return _FAMILIES.sub(_quoted, bytes(data.data()))

    def png(self) -> QImage:
        """Return the drawing in pixels, in twice the size where that is not too large."""
        size = self.size
        least = _LARGEST / max(size.width(), size.height())
        scale = min(_SCALE, least, math.sqrt(_MOST / (size.width() * size.height())))
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        self.paint(painter)
        painter.end()
        return image

    def writer(self, path: Path) -> Callable[[], None]:
        """Draw, and return what writes the file: any thread may call it, for it takes long.

        The kind is the one that the name asks for. Writing may raise an `OSError`.
        """
        if path.suffix.lower() != ".png":
            data = self.svg()
            return lambda: _write(path, data)
        image = self.png()
        return lambda: _write(path, _encoded(image))

    # --- painting ---------------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Paint all of it, from the upper left corner."""
        painter.fillRect(QRectF(QPointF(0, 0), self.size.toSizeF()), self._ink.theme["pane"])
        painter.translate(_MARGIN, _MARGIN)
        self._say(painter, 0, self.title, size=18)
        self._paint_names(painter, _TITLE)
        top = _TITLE + self._head
        for number, line in enumerate(self._lines):
            self._paint_row(painter, top + ROW * number, line)
        top += ROW * len(self._lines)
        self._paint_foot(painter, top)
        top += ROW * len(FOOT)
        paint_legend(painter, QPointF(0, top + 8), self._width, self._ink)
        top += self._legend + 16
        self._say(painter, top, said("Which version came from which"), size=14)
        painter.translate(0, top + _HEAD)
        self._tree.paint(painter, self._width, self._ink)

    def _say(self, painter: QPainter, top: float, words: str, *, size: float) -> None:
        painter.setFont(interface_font(size, strong=True))
        painter.setPen(self._ink.theme["text"])
        side = (
            Qt.AlignmentFlag.AlignRight if is_right_to_left(words) else Qt.AlignmentFlag.AlignLeft
        )
        box = QRectF(8, top, self._width - 16, size * 1.5)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute, words)

    def _cell(self, column: int, top: float, height: float = ROW) -> QRectF:
        return QRectF(_SIDE + self._wide * column, top, self._wide, height)

    def _paint_names(self, painter: QPainter, top: float) -> None:
        for column, version in enumerate(self._found.versions):
            paint_name(painter, self._cell(column, top, self._head), version, self._ink)

    def _paint_row(self, painter: QPainter, top: float, line: Line) -> None:
        paint_line(painter, QRectF(0, top, _SIDE, ROW), line, self._ink)
        for column, square in enumerate(line.squares):
            paint_square(painter, self._cell(column, top), square, self._ink)

    def _paint_foot(self, painter: QPainter, top: float) -> None:
        painter.setPen(QPen(self._ink.theme["border"], 1.0))
        painter.drawLine(QPointF(0, top), QPointF(self._width, top))
        for number, words in enumerate(FOOT):
            y = top + ROW * number
            paint_figure_name(painter, QRectF(0, y, _SIDE, ROW), said(words), self._ink)
            for column, total in enumerate(self._found.totals):
                paint_figure(painter, self._cell(column, y), foot(total)[number], self._ink)


def _quoted(families: re.Match[bytes]) -> bytes:
    """Quote names of faces: one that ends in a figure is none of CSS's words by itself."""
    names = families[1].split(b",")
    said = [name if name in _GENERIC else b"'" + name + b"'" for name in names]
    return b'font-family="' + b", ".join(said) + b'"'


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _encoded(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())
