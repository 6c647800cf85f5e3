"""The furniture of the desk: headers, panes, gutters and the overview, placed and scrolled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from variorum.ids import ArticleId
from variorum.window.desk.arrangement import Arrangement, arrange
from variorum.window.desk.column import Column
from variorum.window.desk.gutter import Gutter
from variorum.window.desk.header import Header
from variorum.window.desk.overview import OverviewBar
from variorum.window.desk.pane import Pane
from variorum.window.desk.rows import Row
from variorum.window.desk.stage import Stage
from variorum.window.desk.styles import DeskStyle

_HEADS_APART = 12
"""Pixels between one header's words and the next header."""


class Board(QWidget):
    """Keep as many panes as there are columns, side by side, scrolled together."""

    pane_made = Signal(object)
    """A new `Pane`: it is kept and used again."""
    ribbon_clicked = Signal(int, object)
    """The number of the column to its left, and the `Ribbon` that was clicked."""
    scrolled = Signal()
    """The reader moved the viewport."""
    menu_wanted = Signal(int, QPoint)
    """The number of a pane, and where its menu opens, global."""
    close_wanted = Signal(int)
    """The number of a pane."""
    dragged = Signal(int, int)
    """The number of a pane, and the place where it was dropped."""

    def __init__(self, style: DeskStyle, parent: QWidget, *, handles: bool = True) -> None:
        super().__init__(parent)
        self._has_handles = handles
        self.stage = Stage(style, self)
        self.bar = OverviewBar(style.theme, self)
        self.across = QScrollBar(Qt.Orientation.Horizontal, self)
        """From the base to the last version, where all texts have not room side by side."""
        self.across.setAccessibleName(self.tr("Scroll to the other versions"))
        self.across.hide()
        self.across.valueChanged.connect(self._put)
        self._plan: Arrangement | None = None
        self._panes: list[Pane] = []
        self._headers: list[Header] = []
        self._gutters: list[Gutter] = []
        self._fitting = False
        self._active = 0
        self._drop_mark = QWidget(self)
        self._drop_mark.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._drop_mark.hide()
        self._edge = QWidget(self)
        """Stands between the base, which stays, and what is scrolled to the side below it."""
        self._edge.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar.hide()
        self.stage.changed.connect(self._repaint)
        self.stage.extent_changed.connect(self._fit_bar)
        self.bar.valueChanged.connect(self._bar_moved)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Return the panes in use, the base's first."""
        return tuple(self._panes[: len(self.stage.columns)])

    @property
    def gutters(self) -> tuple[Gutter, ...]:
        """Return the gutters in use."""
        return tuple(self._gutters[: max(0, len(self.stage.columns) - 1)])

    @property
    def active(self) -> Pane | None:
        """Return the pane that the reader used last."""
        return self.panes[self._active] if self._active < len(self.panes) else None

    @property
    def nearest_place(self) -> int:
        """Return the place of the pane in use, or of the last one where that is gone."""
        return max(0, min(self._active, len(self.panes) - 1))

    def activate(self, number: int) -> bool:
        """Make a pane the one whose selection counts; tell whether it was another one before."""
        if number == self._active:
            return False
        self._active = number
        self._show_active()
        for pane in self.panes:
            if pane.number != number and pane.selection is not None:
                pane.caret.put(pane.caret.place)
                pane.update()
        return True

    def _show_active(self) -> None:
        several = len(self.panes) > 1
        for number, header in enumerate(self._headers):
            header.set_active(active=several and number == self._active)

    def pane_of(self, article_id: ArticleId) -> Pane | None:
        """Return the pane that shows an article."""
        return next((p for p in self.panes if p.column.shown.article_id == article_id), None)

    def show_columns(self, columns: list[Column], rows: Sequence[Row], style: DeskStyle) -> None:
        """Put other columns into the panes, from their top."""
        count = len(columns)
        while len(self._panes) < count:
            self._add_pane(len(self._panes), style)
        for number, (pane, header) in enumerate(zip(self._panes, self._headers, strict=True)):
            pane.setVisible(number < count)
            header.setVisible(number < count)
        for number, gutter in enumerate(self._gutters):
            gutter.setVisible(number < count - 1)
        self.bar.setVisible(count > 0)
        for number, (header, column) in enumerate(zip(self._headers, columns, strict=False)):
            header.set_style(style)
            header.show_article(column.shown, place=number, count=count)
        self.bar.set_theme(style.theme)
        width, height = self._place(count, style)
        self.stage.show(columns, rows, style, width=width, height=height)
        self._show_active()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the room; what is read stays in place."""
        super().resizeEvent(event)
        count = len(self.stage.columns)
        if count:
            width, height = self._place(count, self.stage.style)
            self.stage.resize(width=width, height=height)
            self._fit_bar()

    def _add_pane(self, number: int, style: DeskStyle) -> None:
        if number:
            gutter = Gutter(self.stage, number - 1, self)
            gutter.ribbon_clicked.connect(self.ribbon_clicked)
            self._gutters.append(gutter)
        pane = Pane(self.stage, number, self)
        pane.wheeled.connect(self._wheeled)
        self._panes.append(pane)
        self._add_header(number, style)
        self.pane_made.emit(pane)

    def _add_header(self, number: int, style: DeskStyle) -> None:
        header = Header(style, self, handles=self._has_handles)
        header.menu_wanted.connect(partial(self.menu_wanted.emit, number))
        header.close_wanted.connect(partial(self.close_wanted.emit, number))
        header.dragged.connect(partial(self._show_drop, number))
        header.dropped.connect(partial(self._drop, number))
        self._headers.append(header)

    def header_corner(self, number: int) -> QPoint:
        """Return where the menu of a pane opens, on the screen."""
        return self._headers[number].corner()

    def _target(self, number: int, x: int) -> int:
        """Return the place over which a header is held; the base's is never given away."""
        at = self._headers[number].x() + x
        edges = [header.geometry().center().x() for header in self._headers[: len(self.panes)]]
        over = sum(edge < at for edge in edges)
        return max(1, over - (over > number))

    def _show_drop(self, number: int, x: int) -> None:
        """Show between which panes the dragged one would stand."""
        target = self._target(number, x)
        before = target + (target > number)
        heads = self._headers[: len(self.panes)]
        edge = heads[before].x() if before < len(heads) else heads[-1].geometry().right() - 2
        self._drop_mark.setGeometry(edge - 1, 0, 3, self.height())
        self._drop_mark.setStyleSheet(f"background: {self.stage.style.theme.css('accent')};")
        self._drop_mark.show()
        self._drop_mark.raise_()

    def _drop(self, number: int, x: int) -> None:
        self._drop_mark.hide()
        target = self._target(number, x)
        if target != number:
            self.dragged.emit(number, target)

    def _place(self, count: int, style: DeskStyle) -> tuple[float, float]:
        """Place everything; return the texts' width and the panes' height."""
        if not count:
            return 0.0, 0.0
        room = self._room
        plan = arrange(room, count, style, is_scrolled=self._has_handles)
        self._plan = plan
        self.across.setRange(0, max(0, plan.width - room))
        self.across.setPageStep(room)
        self.across.setSingleStep(max(1, round(plan.text_width / 4)))
        self.across.setVisible(plan.width > room)
        self._put()
        return plan.text_width, float(self._panes[0].height())

    @property
    def _room(self) -> int:
        """Return the width for panes, beside the overview."""
        return self.width() - self.bar.sizeHint().width()

    def _put(self) -> None:
        """Put everything in its place, as far as it is scrolled to the side."""
        plan = self._plan
        if plan is None:
            return
        shift, room, head = self.across.value(), self._room, self._headers[0].sizeHint().height()
        below = self.across.sizeHint().height() if self.across.maximum() else 0
        height = max(1, self.height() - head - below)
        count = len(plan.panes)
        held = self._held
        for number, place in enumerate(plan.panes):
            pane, header = self._panes[number], self._headers[number]
            left = place.left - (0 if number == 0 and held else shift)
            start = place.text - place.left
            pane.text_left = float(start)
            pane.setGeometry(left, head, place.right - place.left, height)
            last = number == count - 1
            end = max(self.width() + shift, plan.width) if last else place.header_right
            if number == 0 and held and shift:
                end = place.right
            header.setGeometry(left, 0, end - place.left, head)
            header.set_stretch(float(start), end - place.text - _HEADS_APART)
            if not last:
                width = place.header_right - place.right
                self._gutters[number].setGeometry(place.right - shift, head, width, height)
        self.bar.setGeometry(room, head, self.width() - room, height)
        self.across.setGeometry(0, self.height() - below, room, below)
        self._edge.setVisible(bool(held and shift))
        self._edge.setGeometry(held - 1, 0, 1, head + height)
        self._edge.setStyleSheet(f"background: {self.stage.style.theme.css('strong_border')};")
        # What is scrolled to the side passes below these.
        over = (self._panes[0], self._headers[0]) if held else ()
        for widget in (*over, self._edge, self.bar, self.across):
            widget.raise_()

    @property
    def _held(self) -> int:
        """Return where the base ends, which stays in sight beside a version; 0 without the room."""
        plan = self._plan
        if plan is None or not self.across.maximum():
            return 0
        base = plan.panes[0]
        needed = base.right + base.text + plan.text_width
        return base.right if needed <= self._room else 0

    def show_text(self, number: int) -> None:
        """Scroll to the side as little as is needed to show the whole width of a text."""
        held = self._held
        if self._plan is None or not self.across.maximum() or (held and not number):
            return
        place, text = self._plan.panes[number], round(self._plan.text_width)
        beside = self._plan.panes[0].text // 2
        first, last = place.text - beside - held, place.text + text + beside - self._room
        left = self.across.value()
        self.across.setValue(min(first, max(left, last)))

    def show_place(self, pane: Pane) -> None:
        """Show the whole width of the text in use if its caret is out of sight at a side."""
        x = pane.x() + pane.caret_rect(pane.caret.place).x()
        if not (self._held if pane.number else 0) <= x <= self._room:
            self.show_text(pane.number)

    def _fit_bar(self) -> None:
        """Tell the scroll bar what the stage knows, without hearing it back."""
        stage = self.stage
        self._fitting = True
        self.bar.setPageStep(max(1, round(stage.height)))
        self.bar.setSingleStep(round(stage.style.leading * 2))
        self.bar.setRange(0, round(stage.lowest_top))
        self.bar.setValue(round(stage.top))
        self._fitting = False

    def _bar_moved(self, value: int) -> None:
        if not self._fitting:
            self.stage.scroll_to(float(value))
            self.scrolled.emit()

    def _wheeled(self, event: QWheelEvent) -> None:
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        QCoreApplication.sendEvent(self.across if sideways else self.bar, event)

    def _repaint(self) -> None:
        for widget in (*self.panes, *self.gutters):
            widget.update()
