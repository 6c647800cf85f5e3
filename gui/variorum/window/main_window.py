"""The window: stories on the left, the desk in the middle, notes on the right."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from variorum.app.keys import Keys
from variorum.app.settings import GEOMETRY, Appearance
from variorum.app.workspace import Workspace
from variorum.errors import VariorumError
from variorum.ids import ArticleId, StoryId
from variorum.library.commands import ChangeSet, Command, Table
from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId, Decidable, Situation
from variorum.window.actions.table import ACTIONS
from variorum.window.ask import Ask, Boxes
from variorum.window.body import Body, Mouth
from variorum.window.frame import Frame
from variorum.window.hands import Hands
from variorum.window.insets import insets_of
from variorum.window.menus import (
    CODE_MENU,
    DIFFERENCE_MENU,
    MARK_MENU,
    STORY_MENU,
    TEXT_MENU,
)
from variorum.window.placing import place
from variorum.window.shown_marks import ShownMarks
from variorum.window.sight import Sight
from variorum.window.status import StatusLine
from variorum.window.style import style_sheet
from variorum.window.theme import Theme
from variorum.window.wording import deed, wording

if TYPE_CHECKING:
    from variorum.annotations.values import Code

_APPEARANCE_ACTIONS = {
    Appearance.SYSTEM: ActionId.FOLLOW_SYSTEM,
    Appearance.LIGHT: ActionId.LIGHT,
    Appearance.DARK: ActionId.DARK,
}


class MainWindow(QMainWindow):
    """Show one library; closing the window closes the library."""

    library_wanted = Signal(object, bool)  # Path, whether it is made
    samples_wanted = Signal()
    appearance_wanted = Signal(object)  # Appearance
    crashed = Signal(object)  # Exception: a mistake of ours

    def __init__(self, workspace: Workspace, *, theme: Theme, ask: Ask | None = None) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.workspace = workspace
        self.session = workspace.session
        self.reading = workspace.reading
        self.marks = workspace.marks
        self._ask: Ask = ask or Boxes(self)
        self._theme = theme
        self._shown_marks = ShownMarks(self.marks, workspace.writing)
        self._undo, self._redo = "", ""
        self._held = 0
        self._codes: list[Code] = []
        keys = Keys(self.session.settings)
        self.bar = ActionBar(self, keys, ACTIONS, writable=self.session.is_writable)
        self._make_parts(theme)
        self._make_hands(theme)
        self._connect()
        self.bar.fill_menu_bar()
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("{name} — Variorum").format(name=workspace.path.stem))
        self.wear(theme)
        self._restore()
        self.frame.order_tabs()
        self._begin()

    # --- building -----------------------------------------------------------------------------

    def _make_parts(self, theme: Theme) -> None:
        tools = (self.bar[ActionId.IMPORT_FILES], self.bar[ActionId.PASTE_STORY])
        self.frame = Frame(theme, wording(), tools=tools, parent=self)
        self.sight = Sight(self.frame)
        self.stories = self.frame.stories
        self.desk = self.frame.desk
        self.strip = self.frame.strip
        self.notes = self.frame.notes
        self.codes = self.frame.codes
        self.messages = self.frame.messages
        self.status = StatusLine(self)
        self.setCentralWidget(self.frame)
        self.setStatusBar(self.status)

    def _make_hands(self, theme: Theme) -> None:
        self.body = Body(
            window=self,
            workspace=self.workspace,
            frame=self.frame,
            sight=self.sight,
            bar=self.bar,
            status=self.status,
            theme=theme,
            ask=self._ask,
            mouth=Mouth(self.messages.say, self.status.follow, self._failed),
            fit=self.fit_actions,
        )
        self.hands = Hands(self.body)
        self.bar.insets = insets_of(self.hands)

    def _connect(self) -> None:
        self.bar.wanted.connect(self._do)
        self.bar.troubled.connect(self.messages.say_error)
        self.bar.crashed.connect(self.crashed)
        self.bar.keys_changed.connect(self._say_keys)
        self.session.failed.connect(self._failed)
        self.session.library_changed.connect(self._library_changed)
        self.session.saving_changed.connect(self._say_saving)
        self.reading.changed.connect(self._show_reading)
        self.reading.kept_changed.connect(self.workspace.stories.show_kept)
        self.marks.changed.connect(self._show_marks)
        self.marks.tints_changed.connect(self._show_tints)
        self.workspace.writing.changed.connect(self._show_tints)
        self.marks.codes_changed.connect(self._show_codes)
        self.hands.looks.appearance_wanted.connect(self.appearance_wanted)
        self.hands.libraries.wanted.connect(self.library_wanted)
        self.hands.libraries.samples_wanted.connect(self.samples_wanted)
        self.hands.connect_signals()
        self._connect_parts()
        self._connect_menus()

    def _connect_parts(self) -> None:
        self.stories.story_chosen.connect(self._story_chosen)
        self.workspace.stories.listed.connect(self._list_shown)
        self.workspace.stories.failed.connect(self._failed)
        self.stories.selection_changed.connect(self.fit_actions)
        self.frame.empty.import_wanted.connect(self.bar[ActionId.IMPORT_FILES].trigger)
        self.frame.empty.paste_wanted.connect(self.bar[ActionId.PASTE_STORY].trigger)
        self.frame.empty.samples_wanted.connect(self.bar[ActionId.OPEN_SAMPLES].trigger)
        self.sight.changed.connect(self.fit_actions)
        self.codes.new_wanted.connect(self.bar[ActionId.NEW_CODE].trigger)
        self.codes.chosen.connect(self.fit_actions)
        self.codes.fill_menu = lambda menu: self.bar.fill(menu, CODE_MENU)
        self.desk.selection_changed.connect(self._caret_moved)
        self.desk.position_changed.connect(self._say_place)

    def _connect_menus(self) -> None:
        self.stories.menu = self.bar.menu(STORY_MENU, self)
        self._text_menu: QMenu = self.bar.menu(TEXT_MENU, self)
        self._mark_menu: QMenu = self.bar.menu(MARK_MENU, self)
        self.desk.context_requested.connect(self._show_text_menu)
        self.frame.differences.menu = self.bar.menu(DIFFERENCE_MENU, self)

    def _begin(self) -> None:
        """Show what the library holds."""
        self.stories.set_model(self.workspace.stories)
        self.status.say_library(self.workspace.path.name)
        if self.session.is_writable:
            self.status.say_annotator(self.session.annotator_name)
        else:
            self.status.say_read_only()
        self._say_keys()
        self._show_codes()
        self._read_undo()
        self._show_counts()
        self._show_reading()
        self.stories.begin(self.hands.sitter.restore())
        self.stories.take_focus()

    def _say_keys(self) -> None:
        said = self.bar.keys_said
        self.frame.tools.search.say_keys(said(ActionId.SEARCH))
        self.notes.say_keys(
            step=said(ActionId.NEXT_DIFFERENCE),
            highlight=said(ActionId.HIGHLIGHT),
            note=said(ActionId.NOTE),
        )
        self.desk.advise(self._advice() if self.session.is_writable else "")

    def _advice(self) -> str:
        """Say how another class is given to a difference."""
        said = self.bar.keys_said
        keys = [said(name) for name in (ActionId.AS_TYPOGRAPHY, ActionId.AS_SUBSTANCE)]
        by_key = self.tr(", or {first} … {last}").format(first=keys[0], last=keys[1])
        return self.tr("Another class: right-click{keys}.").format(keys=by_key if all(keys) else "")

    # --- what is shown ---------------------------------------------------------------------------

    def _library_changed(self, changes: ChangeSet) -> None:
        """Read again what the list shows; reading and marks do so on their own."""
        if changes.command.is_undoable:
            self.messages.end_deed()
        whole = changes.command in {Command.IMPORT, Command.UNDO_IMPORT}
        if whole or any(changes.of(table).all for table in _TABLES_OF_LIST):
            self._reload_list()
        elif changes.of(Table.HIGHLIGHTS).all or changes.of(Table.NOTES).all:
            self.workspace.stories.refresh()
        self._read_undo()
        self.fit_actions()

    def _reload_list(self) -> None:
        self.workspace.stories.reload()
        self._show_counts()
        if self.reading.story is None:
            self.stories.step(0)

    def _list_shown(self) -> None:
        self.stories.show_chosen(self.reading.story)
        self.fit_actions()

    def _show_counts(self) -> None:
        stories, articles = self.workspace.stories.totals()
        self._held = stories
        self.stories.say_count(articles=articles, stories=stories)
        self.frame.show_desk(shown=stories > 0)

    def _story_chosen(self, story: StoryId, article: ArticleId | None) -> None:
        self.reading.open(story, article)

    def _show_reading(self) -> None:
        """Put what is read on the desk."""
        self.hands.panes.show()
        self._show_marks()
        self.reading.measure_others()

    def _show_tints(self) -> None:
        for side in self.reading.sides:
            marks = self._shown_marks.of(side.id)
            self.desk.set_marks(side.id, [*marks, *self.hands.colleagues.layer(side.id)])

    def _show_marks(self) -> None:
        self._show_tints()
        self.hands.noting.show()
        self._caret_moved()

    def _show_codes(self) -> None:
        self.codes.show_codes(self.marks.codebook)
        codes = [row.code for row in self.marks.codebook]
        if codes != self._codes:
            # Only the counts change with every mark.
            self._codes = codes
            self.bar.show_codes(codes, self._theme)
            self._show_marks()

    def _caret_moved(self) -> None:
        self.hands.noting.show_current()
        self.fit_actions()

    def _say_place(self, number: int, count: int) -> None:
        self.status.say_place(
            self.tr("¶{number} of {count}").format(number=max(1, number), count=count)
            if count
            else ""
        )

    # --- what makes sense now ------------------------------------------------------------------------

    def _read_undo(self) -> None:
        state = self.session.undo_state
        self._undo = deed(state.undo) if state.undo else ""
        self._redo = deed(state.redo) if state.redo else ""

    def situation(self) -> Situation:
        """Return what decides which actions make sense now.

        Where a page lies over the texts, no deed is about the words at a caret that nobody sees.
        """
        seen = self.frame.page is None
        annotating = self.hands.annotating
        here = annotating.marks_at_caret() if seen else ()
        return Situation(
            met=self.sight.met,
            writable=self.session.is_writable,
            stories=self._held,
            listed=self.workspace.stories.rowCount(),
            chosen_stories=len(self.stories.chosen_stories()),
            in_bin=self.hands.bin.is_shown,
            binned=self.hands.bin.count > 0,
            has_version=self.hands.stories_deeds.version() is not None,
            is_base=self.hands.stories_deeds.is_base,
            version_name=self.hands.stories_deeds.version_name,
            versions=len(self.reading.versions),
            panes=len(self.reading.sides),
            pane=self.hands.panes.place,
            comparing=self.reading.collation is not None,
            selection=seen and annotating.selection() is not None,
            words=seen and annotating.words(here) is not None,
            mark=seen and annotating.mark(here) is not None,
            marks_here=len(here),
            marks=len(self.marks.highlights),
            code=self.codes.current() is not None,
            codes=len(self.marks.codebook),
            searched=self.hands.searcher.is_asked,
            lines=self.hands.has_lines,
            to_review=self.hands.marks_list.to_review,
            can_go_back=self.hands.journeys.can_go_back,
            can_go_forth=self.hands.journeys.can_go_forth,
            undo=self._undo,
            redo=self._redo,
            decidable=self.hands.deciding.here() if seen else Decidable(),
        )

    def fit_actions(self) -> None:
        """Let those actions be used that make sense now."""
        self.bar.fit(self.situation())

    def _do(self, name: ActionId) -> None:
        """Let the hands do what was asked; what leads to the texts lets them be seen first."""
        row = ACTIONS[name]
        if row.leads:
            self.bar.dispatch(self.frame.show_texts)
        self.bar.dispatch(lambda: row.deed(self.hands))

    # --- notes and marks ----------------------------------------------------------------------------------

    def _say_saving(self, saving: bool) -> None:  # noqa: FBT001 - a slot
        self.status.say_saved(saved=not saving)

    def _show_text_menu(self, at: QPoint, _article: int, _span: object) -> None:
        self.fit_actions()
        situation = self.situation()
        on_mark = situation.mark and not situation.selection
        (self._mark_menu if on_mark else self._text_menu).popup(at)

    # --- messages ---------------------------------------------------------------------------------------------

    @property
    def is_settled(self) -> bool:
        """Tell whether nothing is going on any more."""
        busy = self.workspace.jobs.running or self.session.is_saving
        busy = busy or self.workspace.searching.is_busy
        return self.desk.is_settled and self.stories.is_settled and not busy

    def _failed(self, error: Exception) -> None:
        if isinstance(error, VariorumError):
            self.messages.say_error(error)
        else:
            self.crashed.emit(error)

    # --- colours --------------------------------------------------------------------------------------------------

    def wear(self, theme: Theme) -> None:
        """Wear the colours of a theme, live."""
        self._theme = theme
        self.setStyleSheet(style_sheet(theme))
        self.frame.wear(theme)
        self.hands.wear(theme)
        self.bar.show_codes([row.code for row in self.marks.codebook], theme)
        self.bar[_APPEARANCE_ACTIONS[self.session.settings.appearance]].setChecked(True)
        self.bar[ActionId.HIGH_CONTRAST].setChecked(theme.name.endswith("contrast"))

    # --- drops, sizes, the end ----------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, folders, text, and a library to open."""
        mime = event.mimeData()
        if self.hands.libraries.dropped(mime) or self.hands.importing.takes(mime):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped; open what is a library."""
        mime = event.mimeData()
        event.acceptProposedAction()
        library = self.hands.libraries.dropped(mime)
        if library is not None:
            self.library_wanted.emit(library, False)  # noqa: FBT003 - a signal
        else:
            self.bar.dispatch(lambda: self.hands.importing.take(mime))

    def _restore(self) -> None:
        settings = self.session.settings
        place(self, settings)
        self.frame.restore(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, let every deed reach the disk, close the library."""
        self.notes.end_edit()
        if not self.hands.libraries.may_close(self.workspace.writing.words_at_risk()):
            event.ignore()
            return
        settings = self.session.settings
        settings.set(GEOMETRY, self.saveGeometry())
        self.hands.sitter.keep()
        self.frame.save(settings)
        settings.save()
        self.desk.clear()
        # A story that was only passed on the way out is not read.
        self.hands.lists.pause.stop()
        self.workspace.close()
        super().closeEvent(event)


_TABLES_OF_LIST = (Table.ARTICLES, Table.MEMBERS, Table.STORIES)
