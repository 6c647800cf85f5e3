"""Show all notes, keep them in step with the library, lead to one of them and back."""

from variorum.app.models.notes import NotesModel
from variorum.app.workspace import Workspace
from variorum.library.annotators import annotators
from variorum.library.commands import ChangeSet, Table
from variorum.library.queries.notes import NoteRow
from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId
from variorum.window.all_notes.page import NotesPage
from variorum.window.frame import Frame
from variorum.window.notes.linking import Linking
from variorum.window.over_desk import OverDesk
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


class AllNotes(OverDesk):
    """Let the reader find any note of the library."""

    def __init__(
        self, workspace: Workspace, frame: Frame, bar: ActionBar, linking: Linking, theme: Theme
    ) -> None:
        page = NotesPage(NotesModel(workspace.session.library, frame), theme, frame)
        super().__init__(page, ActionId.ALL_NOTES, frame, bar)
        self._workspace, self._linking = workspace, linking
        self.page = page
        self._is_old = True
        self.page.opened.connect(self._open)
        workspace.session.library_changed.connect(self._changed)
        workspace.reading.changed.connect(self._turned)

    def show_linking(self) -> None:
        """Show the notes that link to the code that is chosen."""
        code = self._frame.codes.current()
        if code is not None:
            self.open()
            self.page.ask_for_links(code)

    def read(self) -> None:
        """Show the notes as they are now, the one that was chosen last among them."""
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
                self.read()

    def _turned(self) -> None:
        self._is_old = True
        if self.is_open:
            self.read()

    def _open(self, row: NoteRow) -> None:
        """Turn to what a note is on, and show it beside the texts."""
        self._linking.turn_to(row)
