"""The strip between two panes, with a ribbon for everything that corresponds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.window.desk.ribbons import Ribbon, Tone
from variorum.window.desk.stage import Stage

_COLOURS: Final = {
    Tone.SAME: "ribbon_same",
    Tone.FORKED: "ribbon_edited",
    Tone.MOVED: "ribbon_moved",
}
_INSET: Final = 2.0


class Gutter(QWidget):
    """Paint ribbons between column `left` and the one beside it."""

    ribbon_clicked = Signal(int, object)
    """The number of the column to the left, and the `Ribbon` under the mouse."""

    def __init__(self, stage: Stage, left: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage, self._column = stage, left
        self._level: dict[int, list[Ribbon]] = {}
        """Ribbons whose ends stand in one row, by row: only those in view are looked at."""
        self._crossing: list[Ribbon] = []
        self._hovered: Ribbon | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_ribbons(self, ribbons: Sequence[Ribbon]) -> None:
        """Show other ribbons."""
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
        for ribbon in self._near():
            path = self._path(ribbon)
            if path is None:
                continue
            colour = QColor(theme[_COLOURS[ribbon.tone]])
            if ribbon is self._hovered:
                colour = colour.darker(115) if theme.name == "light" else colour.lighter(135)
            if ribbon.weak:
                colour.setAlphaF(0.45)
            painter.fillPath(path, colour)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the ribbon under the mouse."""
        hovered = self.ribbon_at(event.position())
        if hovered is not self._hovered:
            self._hovered = hovered
            shape = Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's signature
        """Put the light out."""
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
            path = self._path(ribbon)
            if path is not None and path.contains(point):
                return ribbon
        return None

    def _near(self) -> list[Ribbon]:
        """Return the ribbons that may be in view; those that cross stand above the others."""
        stage = self._stage
        rows = stage.levels.rows_between(stage.top, stage.top + stage.height)
        level = [ribbon for row in rows for ribbon in self._level.get(row, ())]
        return level + self._crossing

    def _row(self, side: int, place: int) -> int:
        column = self._column + side
        block = self._stage.columns[column].block_at(place)
        return self._stage.levels.row_of(column, block.number) if block is not None else 0

    def _path(self, ribbon: Ribbon) -> QPainterPath | None:
        """Return the outline of a ribbon, or nothing when it is out of view."""
        stage, column = self._stage, self._column
        first = stage.depth(column, ribbon.left.start, end=False) - stage.top + _INSET
        first_end = stage.depth(column, ribbon.left.end, end=True) - stage.top - _INSET
        second = stage.depth(column + 1, ribbon.right.start, end=False) - stage.top + _INSET
        second_end = stage.depth(column + 1, ribbon.right.end, end=True) - stage.top - _INSET
        if max(first_end, second_end) < 0 or min(first, second) > self.height():
            return None
        return _band(float(self.width()), (first, first_end), (second, second_end))


def _band(width: float, left: tuple[float, float], right: tuple[float, float]) -> QPainterPath:
    middle = width / 2
    path = QPainterPath(QPointF(0, left[0]))
    path.cubicTo(QPointF(middle, left[0]), QPointF(middle, right[0]), QPointF(width, right[0]))
    path.lineTo(width, right[1])
    path.cubicTo(QPointF(middle, right[1]), QPointF(middle, left[1]), QPointF(0, left[1]))
    path.closeSubpath()
    return path
