"""The two ends of the mark at the caret, to be drawn elsewhere with the mouse."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from variorum.ids import HighlightId
from variorum.text import Span
from variorum.window.desk.stage import Stage

_NEAR = 7.0
_KNOB = 3.5


@dataclass(frozen=True, slots=True)
class Held:
    """Hold the mark whose ends can be drawn."""

    mark: HighlightId
    span: Span


class Ground(Protocol):
    """Be what the ends are painted on: a pane."""

    @property
    def stage(self) -> Stage:
        """Return what stands where, and how it is painted."""
        ...

    def place_under(self, point: QPointF) -> int:
        """Return the place in the text that is nearest to a point."""
        ...

    def caret_rect(self, place: int) -> QRectF:
        """Return where a caret would stand."""
        ...

    def light(self, span: Span | None, colour: QColor | None) -> None:
        """Light a span up, or put the light out."""
        ...

    def update(self) -> None:
        """Be painted again soon."""
        ...


class Handles:
    """Paint the ends of a mark in a pane, and follow the mouse that draws one."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self.held: Held | None = None
        self._fixed: int | None = None
        self._drawn: Span | None = None

    @property
    def is_drawing(self) -> bool:
        """Tell whether the mouse holds an end."""
        return self._fixed is not None

    def show(self, held: Held | None) -> None:
        """Show the ends of another mark, or of none."""
        if held != self.held:
            self.held, self._fixed, self._drawn = held, None, None
            self._ground.update()

    def is_near(self, point: QPointF) -> bool:
        """Tell whether a press here would take hold of an end."""
        return self._end_at(point) is not None

    def press(self, point: QPointF) -> bool:
        """Take hold of the end under the mouse; tell whether there is one."""
        end = self._end_at(point)
        if self.held is None or end is None:
            return False
        span = self.held.span
        self._fixed = span.end if end == span.start else span.start
        self._drawn = span
        return True

    def draw(self, point: QPointF) -> None:
        """Bring the end that is held to the mouse; the other one stays."""
        if self._fixed is None:
            return
        place = self._ground.place_under(point)
        if place != self._fixed:
            self._drawn = Span(min(place, self._fixed), max(place, self._fixed))
            self._ground.light(self._drawn, self._ground.stage.style.theme["accent"])

    def let_go(self) -> tuple[HighlightId, Span] | None:
        """Let go of the end; return where its mark was drawn to, if elsewhere."""
        held, drawn = self.held, self._drawn
        self._fixed = self._drawn = None
        self._ground.light(None, None)
        if held is None or drawn is None or drawn == held.span:
            return None
        return held.mark, drawn

    def _end_at(self, point: QPointF) -> int | None:
        if self.held is None:
            return None
        reach = QRectF(point.x() - _NEAR, point.y() - _NEAR, 2 * _NEAR, 2 * _NEAR)
        for end, knob in ((self.held.span.start, False), (self.held.span.end, True)):
            rect = self._ground.caret_rect(end)
            at = rect.bottomLeft() if knob else rect.topLeft()
            # The words between are for the caret: only the knobs are taken hold of.
            if reach.contains(at):
                return end
        return None

    def paint(self, painter: QPainter) -> None:
        """Paint a bar with a knob at each end: above the beginning, below the end."""
        if self.held is None:
            return
        colour = self._ground.stage.style.theme["accent"]
        span = self._drawn or self.held.span
        for end, is_last in ((span.start, False), (span.end, True)):
            rect = self._ground.caret_rect(end)
            painter.fillRect(QRectF(rect.x() - 0.75, rect.y(), 1.5, rect.height()), colour)
            at = rect.bottomLeft() if is_last else rect.topLeft()
            painter.setPen(self._ground.stage.style.theme["pane"])
            painter.setBrush(colour)
            painter.drawEllipse(at, _KNOB, _KNOB)
