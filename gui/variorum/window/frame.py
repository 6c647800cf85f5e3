"""The parts of the window and their places; it shows nothing by itself."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from variorum.app.settings import PANELS, SPLITTER, Settings
from variorum.exchange.wording import Wording
from variorum.window.codebook.panel import CodesPanel
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.details.panel import DetailsPanel
from variorum.window.details.side import Side
from variorum.window.differences_list.panel import DifferencesPanel
from variorum.window.empty_state import EmptyState
from variorum.window.find.bar import FindBar
from variorum.window.marks_list.panel import MarksPanel
from variorum.window.message_bar import MessageBar
from variorum.window.notes.panel import NotesPanel
from variorum.window.stories_list.panel import StoriesPanel
from variorum.window.summary_strip import SummaryStrip
from variorum.window.theme import Theme
from variorum.window.tool_row import ToolRow

_SHARES = (0.2, 0.585, 0.215)
"""How a window that was never divided by hand is: list, desk, notes."""
_HEIGHTS = (520, 260)
_NARROWEST_PANEL = 200


class Page(QWidget):
    """Be what can lie over the desk."""

    close_wanted = Signal()
    shows_story = False
    """The page is about the story that is read."""
    manual = ""
    """The page of the manual about it, where it has one of its own."""

    def take_focus(self) -> None:
        """Give the keys to what matters most on the page."""
        raise NotImplementedError

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        raise NotImplementedError


class Frame(QWidget):
    """Hold stories on the left, the desk in the middle, notes and codes on the right."""

    page_changed = Signal()
    """Another page lies over the desk, or none."""

    def __init__(
        self, theme: Theme, wording: Wording, *, tools: Sequence[QAction], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.tools = ToolRow(tools, self)
        self.stories = StoriesPanel(theme, self)
        self.strip = SummaryStrip(wording, self)
        self.find_bar = FindBar(self)
        self.desk = ReadingDesk(theme, self, wording=wording)
        self.empty = EmptyState(self)
        self.notes = NotesPanel(theme, self)
        self.details = DetailsPanel(theme, self)
        self.marks = MarksPanel(theme, self)
        self.differences = DifferencesPanel(theme, self)
        self.side = Side(self.notes, self.details, self.marks, self.differences, self)
        self.codes = CodesPanel(theme, self)
        self._centre = self._make_centre()
        self.messages = MessageBar(self._centre)
        self._centre.resized.connect(self.messages.place)
        # What is shown anew is raised over all that lies on the ground.
        self._centre.currentChanged.connect(self.messages.raise_)
        self.messages.room_wanted.connect(self._leave_room)
        self._right = self._make_right()
        self._split = self._make_split()
        self._is_divided = False
        self._panes_in_order = 0
        self._pages: list[Page] = []
        self._split.splitterMoved.connect(self._divided_by_hand)
        # What has the keys is seen.
        self.desk.keys_taken.connect(self.show_texts)
        self.desk.filled.connect(self._order_panes)
        column = _column(self)
        column.addWidget(self.tools)
        column.addWidget(self._split, 1)

    def _make_centre(self) -> "_Centre":
        reading = self._reading = QWidget(self)
        reading.setObjectName("desk_ground")
        column = _column(reading)
        column.addWidget(self.strip)
        column.addWidget(self.find_bar)
        column.addWidget(self.desk, 1)
        centre = _Centre(self)
        centre.addWidget(self.empty)
        centre.addWidget(reading)
        return centre

    def _make_right(self) -> QSplitter:
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.setHandleWidth(1)
        right.addWidget(self.side)
        right.addWidget(self.codes)
        right.setSizes(list(_HEIGHTS))
        right.setMinimumWidth(_NARROWEST_PANEL)
        return right

    def _make_split(self) -> QSplitter:
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        for part in (self.stories, self._centre, self._right):
            split.addWidget(part)
        split.setStretchFactor(1, 1)
        self.stories.setMinimumWidth(_NARROWEST_PANEL)
        return split

    def _leave_room(self, height: int) -> None:
        """Let what is read, and a page that lies over it, end above a message."""
        for part in (self._reading, *self._pages):
            part.setContentsMargins(0, 0, 0, height)

    def show_desk(self, *, shown: bool) -> None:
        """Show the desk, or what an empty library shows; a page that lies over the desk stays."""
        if not shown or self.page is None:
            self._centre.setCurrentIndex(int(shown))

    def show_all(self, *, shown: bool) -> None:
        """Show everything, or what is read alone."""
        for part in (self.tools, self.stories, self._right):
            part.setVisible(shown)

    @property
    def is_alone(self) -> bool:
        """Tell whether what is read is shown alone."""
        return self._right.isHidden()

    def add_bar(self, bar: QWidget) -> None:
        """Take a bar that lies above the texts, below what is looked for."""
        column = self._reading.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.desk), bar)

    def add_page(self, page: Page) -> None:
        """Take a page that can lie over the desk."""
        self._pages.append(page)
        self._centre.addWidget(page)

    def show_page(self, page: Page | None) -> None:
        """Show a page over the desk, or the desk again."""
        self._centre.setCurrentWidget(self._reading if page is None else page)
        self.page_changed.emit()

    def show_texts(self) -> None:
        """Let a page that lies over the texts step aside."""
        if self.page is not None:
            self.show_page(None)

    @property
    def page(self) -> Page | None:
        """Return the page that lies over the desk."""
        shown = self._centre.currentWidget()
        return next((page for page in self._pages if page is shown), None)

    @property
    def is_empty_shown(self) -> bool:
        """Tell whether the window says how stories come in."""
        return self._centre.currentIndex() == 0

    def wear(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.desk.set_theme(theme)
        self.stories.wear(theme)
        self.notes.wear(theme)
        self.details.wear(theme)
        self.marks.wear(theme)
        self.differences.wear(theme)
        self.codes.wear(theme)
        self.strip.wear(theme)
        for page in self._pages:
            page.wear(theme)

    def order_tabs(self) -> None:
        """Let Tab go as one sees: from the top, list, strip, panes, notes, codes."""
        parts = (
            self.tools,
            *self.stories.parts,
            self.strip,
            self.find_bar,
            self.desk,
            *self._pages,
            self.messages,
            self.side,
            self.codes,
        )
        stops = [stop for part in parts for stop in _stops(part)]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _order_panes(self) -> None:
        """Let panes that were made meanwhile have their place."""
        if len(self.desk.panes) > self._panes_in_order:
            self._panes_in_order = len(self.desk.panes)
            self.order_tabs()

    def take_focus(self, by: int) -> None:
        """Give the keys to the next or the previous part: filter, list, strip, panes, side, codes."""
        back = by < 0
        parts = self._parts()
        here = self._part_with_keys()
        if parts[here] is self.desk and self.desk.focus_next_pane(back=back):
            return
        for _ in parts:
            here = (here + by) % len(parts)
            part = parts[here]
            is_desk = part is self.desk
            if self.desk.focus_next_pane(back=back) if is_desk else _take(part):
                return

    def _parts(self) -> Sequence[QWidget]:
        """Return the parts of the window in the order in which F6 goes."""
        filter_line = self.stories.filter
        centre = (self.strip, self.desk) if self.page is None else (self.page,)
        parts = (filter_line, self.stories.view, *centre, self.side, self.codes)
        return centre if self.is_alone else parts

    def _part_with_keys(self) -> int:
        focus = _with_keys(self.window())
        parts = self._parts()
        for number, part in enumerate(parts):
            if focus is not None and (part is focus or part.isAncestorOf(focus)):
                return number
        return min(1, len(parts) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the usual shares until the reader has moved a handle."""
        super().resizeEvent(event)
        if not self._is_divided:
            self._split.setSizes([round(self.width() * share) for share in _SHARES])

    def _divided_by_hand(self) -> None:
        self._is_divided = True

    def save(self, settings: Settings) -> None:
        """Keep how the window is divided."""
        if self._is_divided:
            settings.set(SPLITTER, self._split.saveState())
        settings.set(PANELS, self._right.saveState())

    def restore(self, settings: Settings) -> None:
        """Divide the window as it was, at first by the usual shares."""
        self._split.setSizes([round(1000 * share) for share in _SHARES])
        self._is_divided = self._split.restoreState(settings.get(SPLITTER))
        self._right.restoreState(settings.get(PANELS))


class _Centre(QStackedWidget):
    """Hold what is read; tell of its size to what lies over it."""

    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of what is shown: a wide page that is not makes no window wide.

        The room left for a message is not asked for: it takes from what is read and goes again,
        and a window that had grown for it would stay so.
        """
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint() - QSize(0, shown.contentsMargins().bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of it."""
        super().resizeEvent(event)
        self.resized.emit()


def _take(part: QWidget) -> bool:
    """Give the keys to a part; tell whether there is anything in it that takes them."""
    if isinstance(part, Side | CodesPanel | Page):
        part.take_focus()
        return True
    stop = next((one for one in _stops(part) if one.isVisible() and one.isEnabled()), None)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return stop is not None


def _stops(part: QWidget) -> list[QWidget]:
    """Return what takes the keys in a part, in the order in which it was made."""
    inside = [part, *part.findChildren(QWidget)]
    return [
        one
        for one in inside
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.window() is part.window()
    ]


def _with_keys(window: QWidget) -> QWidget | None:
    """Return what has the keys; Qt's stubs forget that it may be nothing."""
    return window.focusWidget()


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
