"""The two lines over a pane: what this is, and what it is to the base; a handle for the pane."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from variorum.window.desk.styles import DeskStyle
from variorum.window.desk.values import Fact, PaneArticle
from variorum.window.labels import plain_tip

_ROOM: Final = 10.0
_SIGN: Final = 4.0
"""Half the width of the chevron and of the cross, in pixels."""
_APART: Final = 9.0
_CLOSE_ROOM: Final = 24.0
"""The room of the cross, in pixels."""
_BETWEEN: Final = " · "


class Header(QWidget):
    """Show a title and facts; the least important facts leave where room is short."""

    menu_wanted = Signal(QPoint)
    """Where, global."""
    close_wanted = Signal()
    dragged = Signal(int)
    """How far to the right of this header's left edge the mouse is while it drags the pane."""
    dropped = Signal(int)
    """Likewise, where it let go."""

    def __init__(
        self, style: DeskStyle, parent: QWidget | None = None, *, handles: bool = True
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._has_handles = handles
        self._title, self._facts = "", tuple[Fact, ...]()
        self._is_named = True
        self._left = self._width = 0.0
        self._can_drag = self._can_close = self._is_active = False
        self._pressed_at: QPointF | None = None
        self._is_dragging = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    # -- what is said

    def set_style(self, style: DeskStyle) -> None:
        """Take other fonts and colours."""
        self._style = style
        self.updateGeometry()
        self.update()

    def show_article(self, shown: PaneArticle, *, place: int, count: int) -> None:
        """Say what a pane shows, in its place among so many."""
        self._title, self._facts, self._is_named = shown.title, shown.facts, shown.is_named
        self._can_drag = place > 0 and count > 2
        self._can_close = self._has_handles and (count == 2 or (count > 1 and place > 0))
        said = _joined(self._facts)
        self.setAccessibleName(f"{self._title}, {said}" if said else self._title)
        self._say_all()
        self.update()

    def set_active(self, *, active: bool) -> None:
        """Show whether this is the header of the pane in use."""
        active = active and self._has_handles
        if active != self._is_active:
            self._is_active = active
            self.update()

    def set_stretch(self, left: float, width: float) -> None:
        """Stand over a text that begins at `left` and is `width` wide."""
        self._left, self._width = left, width
        self._say_all()
        self.update()

    @property
    def shown_facts(self) -> str:
        """Return the facts for which there is room."""
        facts = list(self._facts)
        metrics = QFontMetricsF(self._style.subtitle)
        while len(facts) > 1 and metrics.horizontalAdvance(_joined(facts)) > self._width:
            facts.remove(max(facts, key=lambda fact: fact.rank))
        return _joined(facts)

    def corner(self) -> QPoint:
        """Return where a menu of this header opens, on the screen."""
        return self.mapToGlobal(QPoint(round(self._left), self.height()))

    def _say_all(self) -> None:
        """Say in the tool tip what is cut short."""
        title = QFontMetricsF(self._style.title).horizontalAdvance(self._title)
        said = _joined(self._facts)
        cut = title > self._title_room or self.shown_facts != said
        self.setToolTip(plain_tip(f"{self._title}\n{said}") if cut else "")

    @property
    def _title_room(self) -> float:
        signs = _APART + 2 * _SIGN + (_CLOSE_ROOM if self._can_close else 0.0)
        return max(0.0, self._width - signs)

    # -- sizes

    def sizeHint(self) -> QSize:
        """Return the room of two lines."""
        lines = (
            QFontMetricsF(self._style.title).height() + QFontMetricsF(self._style.subtitle).height()
        )
        return QSize(100, round(lines + 2 * _ROOM + 2))

    def minimumSizeHint(self) -> QSize:
        """Return the least room: both lines can be cut short."""
        return QSize(40, self.sizeHint().height())

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both lines, the signs, and the rule below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, style = self._style.theme, self._style
        painter.fillRect(self.rect(), theme["pane"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["border"])
        if self._is_active:
            rule = QRectF(self._left, self.height() - 2, self._width, 2)
            painter.fillRect(rule, theme["accent"])
        metrics = QFontMetricsF(style.title)
        painter.setFont(style.title)
        painter.setPen(theme["text" if self._is_named else "muted"])
        y = _ROOM + metrics.ascent()
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, self._title_room)
        painter.drawText(QPointF(self._left, y), title)
        if self._has_handles:
            middle = _ROOM + metrics.height() / 2
            self._paint_signs(painter, metrics.horizontalAdvance(title), middle)
        below = QFontMetricsF(style.subtitle)
        painter.setFont(style.subtitle)
        painter.setPen(theme["muted"])
        facts = below.elidedText(self.shown_facts, Qt.TextElideMode.ElideRight, self._width)
        y = _ROOM + metrics.height() + 2 + below.ascent()
        painter.drawText(QPointF(self._left, y), facts)

    def _paint_signs(self, painter: QPainter, title: float, middle: float) -> None:
        """Draw a chevron after the title, and a cross at the right where the pane can be closed."""
        over = self.underMouse()
        theme = self._style.theme
        painter.setPen(QPen(theme["text" if over else "muted"], 1.4))
        x = self._left + title + _APART + _SIGN
        half = _SIGN / 2
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(x - _SIGN, middle - half),
                    QPointF(x, middle + half),
                    QPointF(x + _SIGN, middle - half),
                ]
            )
        )
        if self._can_close:
            box = self.cross.center()
            painter.setPen(QPen(QColor(theme["text" if over else "muted"]), 1.4))
            for slope in (1, -1):
                reach = QPointF(_SIGN, _SIGN * slope)
                painter.drawLine(box - reach, box + reach)

    @property
    def cross(self) -> QRectF:
        """Return where a click closes the pane."""
        height = _ROOM + QFontMetricsF(self._style.title).height()
        return QRectF(self._left + self._width - _CLOSE_ROOM, _ROOM / 2, _CLOSE_ROOM, height)

    # -- the mouse

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that something can be done here."""
        super().enterEvent(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        super().leaveEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the pane."""
        if self._pressed_at is None or not self._can_drag:
            return
        far = (event.position() - self._pressed_at).manhattanLength()
        if self._is_dragging or far >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(round(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the pane, close it, or open its menu."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed_at is None:
            return
        self._pressed_at = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if self._is_dragging:
            self._is_dragging = False
            self.dropped.emit(round(event.position().x()))
        elif self._can_close and self.cross.contains(event.position()):
            self.close_wanted.emit()
        elif self.rect().contains(event.position().toPoint()):
            self.menu_wanted.emit(self.corner())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the same menu."""
        self.menu_wanted.emit(event.globalPos())


def _joined(facts: Sequence[Fact]) -> str:
    return _BETWEEN.join(fact.said for fact in facts)
