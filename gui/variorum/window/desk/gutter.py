"""The strip between two panes, with a ribbon for everything that corresponds."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.window.desk.ribbons import Ribbon, Tone
from variorum.window.desk.stage import Stage

_COLOURS: Final = {
    Tone.SAME: "ribbon_same",
    Tone.FORKED: "ribbon_edited",
    Tone.MOVED: "ribbon_moved",
}
_INSET: Final = 2.0
_TONGUE: Final = 0.62
"""How far a stub reaches into the gutter, as a share of its width."""
_BEND: Final = 16.0
"""Pixels by which the tip of a stub points up or down."""
_CHEVRON: Final = 3.5
_FAINT: Final = 0.45


class _Ends(NamedTuple):
    """Hold from where to where a ribbon reaches on both sides, in pixels of the gutter."""

    left: tuple[float, float]
    right: tuple[float, float]


class _Shape(NamedTuple):
    """Hold what is painted of a ribbon; a stub has a tip that points to its other end."""

    path: QPainterPath
    tip: QPointF | None = None
    down: bool = False


class Gutter(QWidget):
    """Paint ribbons between a column and the one to its right."""

    ribbon_clicked = Signal(int, object)
    """The number of the column to the left, and the `Ribbon` under the mouse."""

    def __init__(self, stage: Stage, left: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._column = stage, left
        self.ribbons: Sequence[Ribbon] = ()
        self._level: dict[int, list[Ribbon]] = {}
        """Ribbons whose ends stand in one row, by row: only those in view are looked at."""
        self._crossing: list[Ribbon] = []
        self._hovered: Ribbon | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Show other ribbons."""
        self.ribbons = ribbons
        self._level, self._crossing = {}, []
        for ribbon in ribbons:
            rows = {self._row(0, ribbon.left.start), self._row(1, ribbon.right.start)}
            if len(rows) == 1:
                self._level.setdefault(rows.pop(), []).append(ribbon)
            else:
                self._crossing.append(ribbon)
        self._hovered = None
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ribbons in view."""
        painter = QPainter(self)
        theme = self._stage.style.theme
        painter.fillRect(self.rect(), theme["pane"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._stage.apart:
            self._paint_lacking(painter)
        for ribbon in self._near():
            shape = self._shape(ribbon)
            if shape is not None:
                painter.fillPath(shape.path, self._colour(ribbon))
                if shape.tip is not None:
                    self._paint_chevron(painter, shape.tip, down=shape.down)

    def _colour(self, ribbon: Ribbon) -> QColor:
        theme = self._stage.style.theme
        colour = QColor(theme[_COLOURS[ribbon.tone]])
        if ribbon is self._hovered:
            colour = colour.darker(115) if theme.is_light else colour.lighter(135)
        if ribbon.weak:
            colour.setAlphaF(_FAINT)
        return colour

    def _paint_chevron(self, painter: QPainter, tip: QPointF, *, down: bool) -> None:
        """Point to where the other end is."""
        reach = _CHEVRON if down else -_CHEVRON
        painter.setPen(QPen(self._stage.style.theme["muted"], 1.5))
        left, right = (tip + QPointF(x, -reach) for x in (-_CHEVRON, _CHEVRON))
        painter.drawPolyline(QPolygonF([left, tip, right]))
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_lacking(self, painter: QPainter) -> None:
        """Show where texts that flow by themselves lack what the neighbour has."""
        stage, width = self._stage, float(self.width())
        for row in self._rows_in_view():
            sides = [stage.levels.rows[row][self._column + side] for side in (0, 1)]
            if bool(sides[0]) == bool(sides[1]) or not stage.rows[row].lacks(self._column):
                continue
            own = 0 if sides[0] else 1
            ends = [self._reach_of_row(row, side, sides[side]) for side in (0, 1)]
            colour = QColor(stage.style.theme["added" if own else "cut"])
            colour.setAlphaF(_FAINT / 2)
            painter.fillPath(_band(width, ends[0], ends[1]), colour)

    def _reach_of_row(self, row: int, side: int, blocks: range) -> tuple[float, float]:
        """Return from where to where a column has blocks of a row; a point where it has none."""
        stage, column = self._stage, self._column + side
        above = stage.top_of(column)
        if not blocks:
            y = stage.levels.flow_start_of_row(column, row) - above
            return y, y
        bottom = stage.block_top(column, blocks[-1]) + stage.levels.heights[column][blocks[-1]]
        return stage.block_top(column, blocks[0]) - above, bottom - above

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the ribbon under the mouse."""
        hovered = self.ribbon_at(event.position())
        if hovered is not self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            is_moved = hovered is not None and hovered.tone is Tone.MOVED
            self.setToolTip(self.tr("Moved: a click goes to the other end") if is_moved else "")
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Put the light out."""
        super().leaveEvent(event)
        self._hovered = None
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which ribbon was clicked."""
        ribbon = self.ribbon_at(event.position())
        if ribbon is not None and event.button() == Qt.MouseButton.LeftButton:
            self.ribbon_clicked.emit(self._column, ribbon)

    def ribbon_at(self, point: QPointF) -> Ribbon | None:
        """Return the ribbon under a point, the topmost first."""
        for ribbon in reversed(self._near()):
            shape = self._shape(ribbon)
            if shape is not None and shape.path.contains(point):
                return ribbon
        return None

    def _near(self) -> list[Ribbon]:
        """Return the ribbons that may be in view; those that cross stand above the others."""
        level = [ribbon for row in self._rows_in_view() for ribbon in self._level.get(row, ())]
        return level + self._crossing

    def _rows_in_view(self) -> range:
        sides = [self._stage.rows_in_view(self._column + side) for side in (0, 1)]
        return range(min(side.start for side in sides), max(side.stop for side in sides))

    def _row(self, side: int, place: int) -> int:
        column = self._column + side
        block = self._stage.columns[column].block_at(place)
        return self._stage.levels.row_of(column, block.number) if block is not None else 0

    def _ends(self, ribbon: Ribbon) -> _Ends:
        stage = self._stage
        sides: list[tuple[float, float]] = []
        for column, span in ((self._column, ribbon.left), (self._column + 1, ribbon.right)):
            above = stage.top_of(column)
            top = stage.depth(column, span.start, end=False) - above + _INSET
            bottom = stage.depth(column, span.end, end=True) - above - _INSET
            sides.append((top, bottom))
        return _Ends(*sides)

    def _shape(self, ribbon: Ribbon) -> _Shape | None:
        """Return the outline of a ribbon, of its stub, or nothing when it is out of view."""
        ends, height, width = self._ends(ribbon), float(self.height()), float(self.width())
        beyond = [_beyond(end, height) for end in ends]
        if all(beyond):
            # A band from far above to far below says nothing here.
            return None
        if not any(beyond):
            return _Shape(_band(width, ends.left, ends.right))
        return _stub(width, ends, beyond)


def _beyond(end: tuple[float, float], height: float) -> int:
    """Return -1 for what is above the viewport, 1 for what is below, 0 for what is seen."""
    return -1 if end[1] < 0 else 1 if end[0] > height else 0


def _stub(width: float, ends: _Ends, beyond: Sequence[int]) -> _Shape:
    """Draw the end that is seen as a tongue that points to the other one."""
    seen = 0 if beyond[1] else 1
    top, bottom = ends[seen]
    down = beyond[1 - seen] > 0
    x, reach = (0.0, width * _TONGUE) if not seen else (width, width * (1 - _TONGUE))
    bend = min(_BEND, (bottom - top) / 2 + _CHEVRON)
    tip = QPointF(reach, bottom + bend / 2 if down else top - bend / 2)
    near = bottom - 2 * bend if down else top + 2 * bend
    path = QPainterPath(QPointF(x, bottom if down else top))
    path.quadTo(QPointF((x + tip.x()) / 2, bottom if down else top), tip)
    path.quadTo(QPointF(tip.x(), near), QPointF(x, top if down else bottom))
    path.closeSubpath()
    return _Shape(path, tip, down)


def _band(width: float, left: tuple[float, float], right: tuple[float, float]) -> QPainterPath:
    middle = width / 2
    path = QPainterPath(QPointF(0, left[0]))
    path.cubicTo(QPointF(middle, left[0]), QPointF(middle, right[0]), QPointF(width, right[0]))
    path.lineTo(width, right[1])
    path.cubicTo(QPointF(middle, right[1]), QPointF(middle, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path
