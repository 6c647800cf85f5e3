"""Search as one types, and open what was chosen at its words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from variorum.app.reading import Reading
from variorum.app.searching import Answer, Searching
from variorum.library.search.search import Hit
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.search.field import SearchField
from variorum.window.search.panel import ResultsPanel
from variorum.window.theme import Theme


class Searcher(QObject):
    """Connect the field, the panel, the library and the desk."""

    opened = Signal(object)  # StoryId: the reader turned to it
    detail_opened = Signal(object)  # Snippet of a detail of the version turned to
    note_opened = Signal(object)  # NoteId: its words are in sight
    list_wanted = Signal(str)  # a query by which the list is to be filtered
    lines_wanted = Signal()
    fit_wanted = Signal()

    def __init__(
        self,
        searching: Searching,
        reading: Reading,
        desk: ReadingDesk,
        field: SearchField,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._searching, self._reading, self._desk = searching, reading, desk
        self.field = field
        self.panel = ResultsPanel(theme, window)
        self._came_from: QWidget | None = None
        self._enter_waits = False
        self._answered = ""
        self._wanted: Hit | None = None
        self._within = ""
        field.textEdited.connect(self._typed)
        field.textChanged.connect(self._changed)
        field.returnPressed.connect(self._enter)
        field.down_pressed.connect(self._go_down)
        field.escape_pressed.connect(self.leave)
        field.scope_left.connect(self.search_everywhere)
        self.panel.chosen.connect(self.open)
        self.panel.within_wanted.connect(self.go_within)
        self.panel.list_wanted.connect(self.show_in_list)
        self.panel.lines_wanted.connect(self._show_lines)
        self.panel.view.left.connect(self._back_to_field)
        self.panel.view.typed.connect(self._type_on)
        searching.answered.connect(self._show)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def start(self) -> None:
        """Give the keys to the field, what stands in it selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._typed(self.field.text())

    def leave(self) -> None:
        """Close the results and give the keys back to where they were."""
        self._close()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what else is done with what was found ----------------------------------------------------

    @property
    def is_asked(self) -> bool:
        """Tell whether something stands in the field."""
        return bool(self.field.text().strip())

    def go_within(self) -> None:
        """Look from now on in the versions that the query finds, until the field is left empty."""
        asked = self.field.text().strip()
        if asked:
            self._within = f"({self._within}) ({asked})" if self._within else asked
            self.field.clear()
            self.field.say_scope(self._within)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search_everywhere(self) -> None:
        """Look in the whole library again."""
        self._within = ""
        self.field.say_scope("")
        if self.field.text().strip():
            self._typed(self.field.text())

    def show_in_list(self) -> None:
        """Let the list show the stories that the query finds."""
        asked = self.field.text().strip()
        query = f"({self._within}) {asked}" if self._within else asked
        self._close()
        self.list_wanted.emit(query)

    def _show_lines(self) -> None:
        self._close()
        self.lines_wanted.emit()

    @property
    def is_settled(self) -> bool:
        """Tell whether no answer is to come any more."""
        return not self._searching.is_busy

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self.panel.wear(theme)

    # --- asking -------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self._enter_waits = False
        if text.strip():
            self._searching.ask(text, within=self._within)
        else:
            self._close()

    def _changed(self, text: str) -> None:
        if not text:
            self._close()
        self.fit_wanted.emit()

    def _show(self, answer: Answer) -> None:
        self._answered = answer.query
        self.panel.show_answer(answer)
        self.panel.place_below(self.field)
        self.panel.show()
        self.panel.raise_()
        self.panel.place_below(self.field)
        if self._enter_waits:
            self._enter_waits = False
            self._open_current()

    def _close(self) -> None:
        self._searching.forget()
        self._enter_waits = False
        self.panel.hide()

    # --- keys -----------------------------------------------------------------------------------

    def _enter(self) -> None:
        if self._searching.is_busy or self._answered != self.field.text():
            # Faster than the answer: open the first hit when it comes.
            self._enter_waits = True
            if not self._searching.is_busy:
                self._searching.ask(self.field.text(), within=self._within)
            return
        self._open_current()

    def _open_current(self) -> None:
        hit = self.panel.current()
        if hit is not None:
            self.open(hit)

    def _go_down(self) -> None:
        if self.panel.isVisible() and self.panel.current() is not None:
            self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.field.text().strip():
            self._typed(self.field.text())

    def _back_to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _type_on(self, text: str) -> None:
        self._back_to_field()
        self.field.insert(text)
        self._typed(self.field.text())

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is self.field and not self._is_ours(old):
            self._came_from = old
        elif new is not None and not self._is_ours(new) and self.panel.isVisible():
            self._close()

    def _is_ours(self, widget: QWidget | None) -> bool:
        return widget is not None and (
            widget is self.field or self.panel is widget or self.panel.isAncestorOf(widget)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay below the field when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.panel.isVisible():
            self.panel.place_below(self.field)
        return super().eventFilter(watched, event)

    # --- opening ------------------------------------------------------------------------------------

    def open(self, hit: Hit) -> None:
        """Turn to the story of a hit, to its article, at the words."""
        self._close()
        self._wanted = hit
        self._reading.open(hit.story, hit.article)
        self.opened.emit(hit.story)
        self.show_wanted()

    def show_wanted(self) -> None:
        """Select the wanted words once their article stands on the desk."""
        hit = self._wanted
        if hit is None:
            return
        if self._reading.side_of(hit.article) is None:
            self._wanted = None
        elif self._desk.focus_pane_of(hit.article):
            self._wanted = None
            if len(hit.span):
                self._desk.set_selection(hit.article, hit.span)
                self._desk.scroll_to(hit.article, hit.span)
            if hit.detail is not None:
                self.detail_opened.emit(hit.shown)
            if hit.note is not None:
                self.note_opened.emit(hit.note)
