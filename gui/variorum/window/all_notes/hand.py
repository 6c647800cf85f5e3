"""Show all notes, keep them in step with the library, lead to one of them and back."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from variorum.app.models.notes import NotesModel
from variorum.app.workspace import Workspace
from variorum.library.annotators import annotators
from variorum.library.commands import ChangeSet, Table
from variorum.library.queries_notes import NoteRow
from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId
from variorum.window.all_notes.page import NotesPage
from variorum.window.frame import Frame
from variorum.window.notes.linking import Linking
from variorum.window.theme import Theme

_TABLES = (
    Table.NOTES,
    Table.HIGHLIGHTS,
    Table.HIGHLIGHT_CODES,
    Table.CODES,
    Table.ANNOTATORS,
    Table.ARTICLES,
    Table.MEMBERS,
)


class AllNotes(QObject):
    """Let the reader find any note of the library."""

    def __init__(
        self, workspace: Workspace, frame: Frame, bar: ActionBar, linking: Linking, theme: Theme
    ) -> None:
        super().__init__(frame)
        self._workspace, self._frame, self._bar, self._linking = workspace, frame, bar, linking
        self.page = NotesPage(NotesModel(workspace.session.library, self), theme, frame)
        self._is_old = True
        frame.add_page(self.page)
        escape = QShortcut(Qt.Key.Key_Escape, self.page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close)
        self.page.close_wanted.connect(self.close)
        self.page.opened.connect(self._open)
        frame.page_changed.connect(self._show_whether_open)
        workspace.session.library_changed.connect(self._changed)
        workspace.reading.changed.connect(self._turned)

    @property
    def is_open(self) -> bool:
        """Tell whether the notes lie over the desk."""
        return self._frame.page is self.page

    def toggle(self) -> None:
        """Show the notes, where they were left; go back to the texts from there."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show the notes, the one that was chosen last among them."""
        self._frame.show_page(self.page)
        self._read()
        self.page.take_focus()

    def show_linking(self) -> None:
        """Show the notes that link to the code that is chosen."""
        code = self._frame.codes.current()
        if code is not None:
            self.open()
            self.page.ask_for_links(code)

    def close(self) -> None:
        """Go back to the texts."""
        self._step_aside()
        self._frame.desk.take_focus()

    def _step_aside(self) -> None:
        if self.is_open:
            self._frame.show_page(None)

    def _show_whether_open(self) -> None:
        self._bar[ActionId.ALL_NOTES].setChecked(self.is_open)

    def _read(self) -> None:
        if self._is_old:
            self._is_old = False
            self.page.offer_codes([row.code for row in self._workspace.marks.codebook])
            self.page.offer_annotators(annotators(self._workspace.session.library.reader))
            self.page.know_story(self._workspace.reading.story)
            self.page.read()

    def _changed(self, changes: ChangeSet) -> None:
        if any(changes.of(table).all for table in _TABLES):
            self._is_old = True
            if self.is_open:
                self._read()

    def _turned(self) -> None:
        self._is_old = True
        if self.is_open:
            self._read()

    def _open(self, row: NoteRow) -> None:
        """Turn to what a note is on, and show it beside the texts."""
        self._linking.turn_to(row)
