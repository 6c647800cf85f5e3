"""Lay out and paint the descent of versions: a row each, from left to right by time.

Children stand below their parent, so that no line crosses another or a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from variorum.app.story_map import StoryMap
from variorum.window.fonts import interface_font
from variorum.window.map.painting import Ink
from variorum.window.map.words import facts_of, from_whom, is_doubtful
from variorum.window.wording import isolated

ROW: Final = 28.0
_EDGE: Final = 16.0
_DOT: Final = 4.5
_NARROWEST, _WIDEST = 22.0, 110.0
_GAP: Final = 12.0
_TEXT, _SMALL = 13.0, 11.0
_BASE: Final = None


@dataclass(frozen=True, slots=True)
class Knot:
    """Hold where a version stands: its row from the top, its step from the left."""

    version: int | None
    """Its place in the map; None is the base."""
    row: int
    step: int
    parent_row: int | None


def knots_of(found: StoryMap) -> list[Knot]:
    """Return the versions from the top, the base first, each below the one it was made from."""
    parents = [descent.ancestor for descent in found.descents]
    times = _times(found)
    knots: list[Knot] = []
    # A list of what is still to be placed, not recursion: a chain may be long.
    waiting: list[tuple[int | None, int | None, int]] = [(_BASE, None, 0)]
    while waiting:
        version, parent_row, least = waiting.pop()
        step = 0 if version is None else max(times[version], least)
        knots.append(Knot(version, len(knots), step, parent_row))
        children = [n for n, parent in enumerate(parents) if parent == version]
        row = knots[-1].row
        waiting += [(child, row, step + 1) for child in reversed(children)]
    return knots


def _times(found: StoryMap) -> list[int]:
    """Return for each version its step in time: one on where it is later than the one before."""
    times: list[int] = []
    before = None
    for version in found.versions:
        moment = version.row.published
        is_same = bool(times) and moment is not None and moment == before
        times.append(times[-1] if is_same else (times[-1] if times else 0) + 1)
        before = moment
    return times


@dataclass(frozen=True, slots=True)
class Tree:
    """Hold a descent that is laid out in a width."""

    found: StoryMap
    knots: Sequence[Knot]
    stride: float

    @classmethod
    def of(cls, found: StoryMap, width: float) -> "Tree":
        """Lay a map's descent out; names keep some room at the right."""
        knots = knots_of(found)
        steps = max(1, *(knot.step for knot in knots))
        stride = (0.45 * width - _EDGE) / steps
        return cls(found, knots, max(_NARROWEST, min(_WIDEST, stride)))

    @property
    def height(self) -> float:
        """Return the height of all rows."""
        return ROW * len(self.knots)

    @property
    def least_width(self) -> float:
        """Return the width below which names would hardly have room."""
        return 2 * _EDGE + self.stride * max(knot.step for knot in self.knots) + 150

    def dot(self, knot: Knot) -> QPointF:
        """Return where a version's dot stands."""
        return QPointF(_EDGE + self.stride * knot.step, ROW * (knot.row + 0.5))

    def edge(self, knot: Knot) -> QPainterPath | None:
        """Return the line from the version that one was made from: down, then to the right."""
        if knot.parent_row is None:
            return None
        start, end = self.dot(self.knots[knot.parent_row]), self.dot(knot)
        bend = min(10.0, self.stride / 2)
        path = QPainterPath(start)
        path.lineTo(start.x(), end.y() - bend)
        path.quadTo(QPointF(start.x(), end.y()), QPointF(start.x() + bend, end.y()))
        path.lineTo(end)
        return path

    def knot_at(self, point: QPointF) -> Knot | None:
        """Return the version in whose row a point lies, or whose line passes there."""
        row = int(point.y() // ROW)
        if not 0 <= row < len(self.knots):
            return None
        here = self.knots[row]
        if point.x() >= self.dot(here).x() - 2 * _DOT:
            return here
        return next((knot for knot in self.knots[row:] if self._passes(knot, point)), here)

    def _passes(self, knot: Knot, point: QPointF) -> bool:
        path = self.edge(knot)
        return path is not None and path.intersects(QRectF(point.x() - 4, point.y() - 4, 8, 8))

    def paint(self, painter: QPainter, width: float, ink: Ink, *, lit: int | None = None) -> None:
        """Paint all lines, then all versions; the line to a lit row stands out."""
        for knot in self.knots:
            self._paint_edge(painter, knot, ink, lit=knot.row == lit)
        for knot in self.knots:
            self._paint_knot(painter, knot, width, ink)

    def _paint_edge(self, painter: QPainter, knot: Knot, ink: Ink, *, lit: bool) -> None:
        path = self.edge(knot)
        if path is None or knot.version is None:
            return
        pen = QPen(ink.theme["accent" if lit else "strong_border"], 2.6 if lit else 1.6)
        if is_doubtful(self.found.descents[knot.version]):
            pen.setDashPattern([3.0, 2.4])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(path)

    def _paint_knot(self, painter: QPainter, knot: Knot, width: float, ink: Ink) -> None:
        at = self.dot(knot)
        is_base = knot.version is None
        painter.setPen(QPen(ink.theme["accent"], 2.0))
        painter.setBrush(ink.theme["accent" if is_base else "pane"])
        painter.drawEllipse(at, _DOT, _DOT)
        edition = self.found.edition(knot.version)
        facts = [facts_of(edition)]
        if knot.version is not None:
            facts.append(from_whom(self.found, knot.version))
        words = " · ".join(isolated(fact) for fact in facts if fact)
        room = QRectF(at.x() + _DOT + 7, ROW * knot.row, 0, ROW)
        room.setRight(width - 6)
        painter.setPen(ink.theme["text"])
        room.setLeft(_say(painter, room, edition.name, interface_font(_TEXT, strong=True)))
        painter.setPen(ink.theme["muted"])
        _say(painter, room, words, interface_font(_SMALL))


def _say(painter: QPainter, room: QRectF, words: str, font: QFont) -> float:
    """Draw words as far as there is room; return where the next may begin."""
    if room.width() <= 0:
        return room.left()
    metrics = QFontMetricsF(font)
    words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, flags | Qt.AlignmentFlag.AlignAbsolute, words)
    return room.left() + metrics.horizontalAdvance(words) + _GAP
