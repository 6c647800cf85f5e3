"""One pane of the desk: it paints a column, and turns the reader's hands into places."""

from time import monotonic
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from variorum.text import Span
from variorum.window.desk.caret import Caret, place_at, word_at
from variorum.window.desk.column import Column, Found
from variorum.window.desk.handles import Handles
from variorum.window.desk.keys import MOVES
from variorum.window.desk.levels import Slot
from variorum.window.desk.painting import BlockPaint, paint_block
from variorum.window.desk.stage import Stage
from variorum.window.desk.values import Mark

_NEAR: Final = 4.0
"""Pixels around an insertion's sign that count as on it."""
_STILL: Final = 6.0
"""Pixels that a mouse may shake between clicks."""
_PULL: Final = 30
"""Milliseconds between two steps of scrolling while dragging beyond the edge."""
_LENT: Final = frozenset((Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason))
"""Why the keys go for a while: a menu, or another window."""


class Pane(QWidget):
    """Show one column of a stage."""

    selection_changed = Signal()
    caret_moved = Signal(int)
    """The number of this pane."""
    focused = Signal(int)
    """The number of this pane."""
    mark_clicked = Signal(object)
    """The `Mark` that was clicked without dragging."""
    hovered = Signal(object, QPoint)
    """What is `Found` under the mouse or None, and where the mouse is, global."""
    clicked = Signal(int, int)
    """The number of this pane, and the place that was clicked without dragging."""
    variant_clicked = Signal(object)
    """What is `Found` where one clicked without dragging."""
    context_wanted = Signal(int, QPoint, object)
    """The number of this pane; where, global; the `Span` of the selection there or None."""
    left = Signal()
    """The keys went to another part of the window."""
    dismissed = Signal()
    """What lies over the texts shall go."""
    wheeled = Signal(QWheelEvent)
    mark_drawn = Signal(int, object)
    """The `HighlightId` of a mark whose end was drawn with the mouse, and the `Span` drawn."""

    def __init__(self, stage: Stage, column: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage, self.number = stage, column
        self.caret = Caret(stage, column)
        self.handles = Handles(self)
        self.lit: Span | None = None
        self.lit_colour: QColor | None = None
        self.text_left = 0.0
        self._gap_labels: dict[int, str] = {}
        self._pressed_at: QPointF | None = None
        self._pressed_when = 0.0
        self._clicks = 0
        self._dragging = False
        self._unit = Span(0, 0)
        self._hover: Found | None = None
        self._pull = QTimer(self)
        self._pull.setInterval(_PULL)
        self._pull.timeout.connect(self._pull_on)
        self._drag_to = QPointF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def column(self) -> Column:
        """Return what this pane shows."""
        return self.stage.columns[self.number]

    @property
    def is_used(self) -> bool:
        """Tell whether there is a column for this pane; spare panes are hidden."""
        return self.number < len(self.stage.columns)

    @property
    def selection(self) -> Span | None:
        """Return what is selected, or nothing."""
        span = self.caret.span
        return span if len(span) else None

    @property
    def is_dragging(self) -> bool:
        """Tell whether the mouse is extending the selection."""
        return self._dragging

    def reset(self, gap_labels: dict[int, str]) -> None:
        """Begin anew with what the stage shows now; labels are by row."""
        blocks = self.column.blocks
        self.caret = Caret(self.stage, self.number)
        self.caret.put(blocks[0].span.start if blocks else 0)
        self._gap_labels = gap_labels
        self._hover = self.lit = None
        self.handles.show(None)
        self.setAccessibleName(self.column.shown.title)
        self.update()

    def select(self, span: Span) -> None:
        """Select a span."""
        self.caret.select(span)
        self._tell()

    def copy(self) -> None:
        """Put the selected words on the clipboard as the article has them."""
        if self.selection is not None:
            QGuiApplication.clipboard().setText(self.selection.of(self.column.text))

    def select_all(self) -> None:
        """Select the whole article."""
        self.select(Span(0, len(self.column.text)))

    def light(self, span: Span | None, colour: QColor | None) -> None:
        """Light a span up: the variant under the mouse, or its partner here."""
        self.lit, self.lit_colour = span, colour
        self.update()

    def place_under(self, point: QPointF) -> int:
        """Return the place nearest to a point of the widget."""
        return place_at(self.stage, self.number, self._on_stage(point))

    def caret_rect(self, place: int) -> QRectF:
        """Return where the caret would stand at a place, in the widget."""
        block = self.column.block_at(place)
        if block is None:
            return QRectF()
        self.stage.lay_out(self.number, block.number)
        top = self.stage.block_top(self.number, block.number) - self.stage.top_of(self.number)
        return block.caret(place).translated(self.text_left, top)

    def found_under(self, point: QPointF) -> Found | None:
        """Return the shown variant under a point, the loudest first."""
        hits = [
            found
            for slot in self._slots_at(point)
            for found in self.column.found_in(self.column.blocks[slot.block])
            if self._is_on(slot, found.span, point)
        ]
        order = sorted(
            hits, key=lambda found: (found.variant.variant_class.is_quiet, len(found.span))
        )
        return order[0] if order else None

    def marks_under(self, point: QPointF) -> list[Mark]:
        """Return the marks under a point, the shortest first."""
        hits = [
            mark
            for slot in self._slots_at(point)
            for mark in self.column.marks_in(self.column.blocks[slot.block])
            if not mark.sign_only and self._is_on(slot, mark.span, point)
        ]
        return sorted(hits, key=lambda mark: (mark.echo, len(mark.span)))

    # -- painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the blocks in view."""
        painter = QPainter(self)
        stage, theme = self.stage, self.stage.style.theme
        painter.fillRect(self.rect(), theme["pane"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not stage.apart:
            self._paint_gaps(painter)
        above = stage.top_of(self.number)
        for slot in stage.slots(self.number):
            block = stage.lay_out(self.number, slot.block)
            at = QPointF(self.text_left, slot.top - above)
            paint = BlockPaint(
                marks=self.column.marks_in(block),
                passing=self.column.passing_in(block),
                passing_now=self.column.passing_now,
                found=self.column.found_in(block),
                changed=self.column.changed_in(block),
                alone=self.column.alone_in(block),
                alone_colour=theme["added" if self.number else "cut"],
                missing=self.column.missing_in(block),
                missing_colour=theme["cut" if self.number else "added"],
                selection=self.selection,
                lit=self.lit,
                lit_colour=self.lit_colour,
            )
            paint_block(painter, block, at, paint, style=stage.style, width=stage.width)
        self.handles.paint(painter)
        if self.hasFocus():
            self._paint_caret(painter)

    def _paint_gaps(self, painter: QPainter) -> None:
        stage = self.stage
        painter.setFont(stage.style.gap)
        painter.setPen(stage.style.theme["muted"])
        for row in stage.levels.rows_between(stage.top, stage.top + stage.height):
            label = self._gap_labels.get(row)
            if label is not None:
                y = stage.levels.top_of_row(row) + stage.first_baseline(row) - stage.top
                # The gap begins where the missing words would.
                room = round(stage.width)
                if painter.fontMetrics().horizontalAdvance(label) > room:
                    label = label.strip("— ")
                label = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room)
                missing = painter.fontMetrics().horizontalAdvance(label)
                left = stage.width - missing if stage.runs_right_to_left(row) else 0.0
                painter.drawText(QPointF(self.text_left + left, y), label)

    def _paint_caret(self, painter: QPainter) -> None:
        if not self.column.blocks:
            return
        rect = self.caret_rect(self.caret.place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        x, y, height = round(rect.x()) - 1, round(rect.y()) + 3, round(rect.height()) - 6
        painter.fillRect(x, y, 2, height, self.stage.style.theme["caret"])

    @property
    def has_keys(self) -> bool:
        """Tell whether keys go here, or will again when a menu or a box has closed."""
        holder: QWidget | None = self.window().focusWidget()
        return holder is self

    # -- the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the caret down, or extend the selection with Shift."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.handles.press(event.position()):
            self._clicks = 0
            return
        self._clicks = 3 if self._clicks == 2 and self._is_near_last(event.position()) else 1
        self._pressed_at, self._pressed_when = event.position(), monotonic()
        place = self.place_under(event.position())
        if self._clicks == 3:
            self._select_unit(self._passage_at(place))
            return
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.caret.put(place, keep_anchor=extends)
        self._unit = Span(self.caret.anchor, self.caret.anchor)
        self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._clicks = 2
        self._pressed_at, self._pressed_when = event.position(), monotonic()
        self._select_unit(self._word_at(self.place_under(event.position())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection while dragging, else light up what is under the mouse."""
        if not event.buttons() & Qt.MouseButton.LeftButton:
            near = self.handles.is_near(event.position())
            self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.IBeamCursor)
            self._hover_at(event.position(), event.globalPosition().toPoint())
            return
        self.handles.draw(event.position())
        if not self._clicks:
            return
        self._drag_to = event.position()
        self._dragging = True
        self._drag()
        outside = not 0 <= event.position().y() <= self.height()
        if outside and not self._pull.isActive():
            self._pull.start()
        elif not outside:
            self._pull.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or tell what was clicked."""
        self._pull.stop()
        self._dragging = False
        drawn = self.handles.let_go() if self.handles.is_drawing else None
        if drawn is not None:
            self.mark_drawn.emit(*drawn)
        if event.button() != Qt.MouseButton.LeftButton or self._clicks != 1:
            return
        if self.selection is None:
            self._activate(event.position())
            self.clicked.emit(self.number, self.caret.place)

    def leaveEvent(self, event: QEvent) -> None:
        """Put the lights out."""
        self._hover_at(None, QPoint())
        super().leaveEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up what the mouse comes in over."""
        self._hover_at(event.position(), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu that fits the place."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.context_wanted.emit(self.number, self._caret_corner(), self.selection)
        else:
            self.context_at(event.pos())

    def context_at(self, point: QPoint) -> None:
        """Ask for a menu at a point; outside of the selection the caret goes there first."""
        place, span = self.place_under(QPointF(point)), self.selection
        inside = span is not None and span.start <= place <= span.end
        if not inside:
            self.select(Span(place, place))
        self.context_wanted.emit(self.number, self.mapToGlobal(point), span if inside else None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Hand the wheel to the desk: all panes scroll together."""
        self.wheeled.emit(event)

    def _is_near_last(self, point: QPointF) -> bool:
        """Tell whether a press belongs to the double click before it."""
        last, now = self._pressed_at, monotonic()
        near = last is not None and (point - last).manhattanLength() < _STILL
        return (
            near
            and now - self._pressed_when
            < QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        )

    def _activate(self, point: QPointF) -> None:
        marks = self.marks_under(point)
        if marks:
            self.mark_clicked.emit(marks[0])
        found = self.found_under(point)
        if found is not None:
            self.variant_clicked.emit(found)

    def _drag(self) -> None:
        """Extend the selection to the mouse, by words or passages after a double or triple click."""
        place = self.place_under(self._drag_to)
        if self._clicks == 1:
            self.caret.put(place, keep_anchor=True)
        else:
            unit = self._word_at(place) if self._clicks == 2 else self._passage_at(place)
            back = unit.start < self._unit.start
            self.caret.put(self._unit.end if back else self._unit.start)
            self.caret.put(unit.start if back else max(unit.end, self._unit.end), keep_anchor=True)
        self._tell()

    def _pull_on(self) -> None:
        """Scroll while the mouse is held beyond the edge."""
        beyond = self._drag_to.y() - (self.height() if self._drag_to.y() > 0 else 0)
        self.stage.scroll_to(self.stage.top + beyond / 2)
        self.stage.extent_changed.emit()
        self._drag()

    def _select_unit(self, unit: Span) -> None:
        self._unit = unit
        self.select(unit)

    def _word_at(self, place: int) -> Span:
        block = self.column.block_at(place)
        return word_at(block, place) if block is not None else Span(place, place)

    def _passage_at(self, place: int) -> Span:
        block = self.column.block_at(place)
        if block is None:
            return Span(place, place)
        return self.column.shown.article.passages[block.passage].words

    def _hover_at(self, point: QPointF | None, where: QPoint) -> None:
        found = self.found_under(point) if point is not None else None
        if found != self._hover:
            self._hover = found
            self.hovered.emit(found, where)

    # -- the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, extend the selection, copy."""
        if not self.column.blocks:
            event.ignore()
            return
        for key, move, extends in MOVES:
            if event.matches(key):
                self.caret.move(move, keep_anchor=extends)
                self._tell()
                return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.key() == Qt.Key.Key_Escape and self.selection is not None:
            self.caret.put(self.caret.place)
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.dismissed.emit()
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate_at_caret()
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the caret."""
        self.focused.emit(self.number)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the caret."""
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in _LENT:
            self.left.emit()

    def _activate_at_caret(self) -> None:
        marks = self.column.marks_over(self.caret.place)
        if marks:
            self.mark_clicked.emit(marks[0])
            return
        found = self.column.found_at(self.caret.place)
        if found:
            self.variant_clicked.emit(found[0])

    def _caret_corner(self) -> QPoint:
        return self.mapToGlobal(self.caret_rect(self.caret.place).bottomLeft().toPoint())

    # -- places

    def _on_stage(self, point: QPointF) -> QPointF:
        return QPointF(point.x() - self.text_left, point.y() + self.stage.top_of(self.number))

    def _slots_at(self, point: QPointF) -> list[Slot]:
        y = point.y() + self.stage.top_of(self.number)
        return [
            slot
            for slot in self.stage.slots(self.number)
            if slot.top <= y <= slot.top + slot.height
        ]

    def _is_on(self, slot: Slot, span: Span, point: QPointF) -> bool:
        """Tell whether a point is on the words of a span, or on the sign of an empty one."""
        block = self.stage.lay_out(self.number, slot.block)
        local = self._on_stage(point) - QPointF(0.0, slot.top)
        if not len(span):
            sign = block.caret(span.start).adjusted(-_NEAR, 0, _NEAR, 0)
            return sign.contains(local)
        return any(rect.contains(local) for rect in block.rects(span))

    def _tell(self) -> None:
        self.update()
        # The desk first: who hears of the selection asks it what is at the caret.
        self.caret_moved.emit(self.number)
        self.selection_changed.emit()
