"""The reader's hand on links: offered while typed, followed, and shown from their other end."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, QUrl

from variorum.annotations.links import NoteLink
from variorum.app.markup import own_link
from variorum.app.workspace import Workspace
from variorum.errors import UsageError
from variorum.ids import ArticleId, NoteId
from variorum.library.commands import ChangeSet, Table
from variorum.library.queries.links import (
    Destination,
    LinkTarget,
    destination,
    link_targets,
    linking_notes,
)
from variorum.library.queries.notes import NoteRow, note_rows
from variorum.text import Span
from variorum.window.annotating import Annotating
from variorum.window.frame import Frame
from variorum.window.notes.hand import Noting

_TABLES = (Table.NOTES, Table.CODES, Table.ARTICLES)


class Linking(QObject):
    """Let notes link to passages, versions and codes, and be found from there."""

    def __init__(
        self,
        workspace: Workspace,
        frame: Frame,
        annotating: Annotating,
        noting: Noting,
        dispatch: Callable[[Callable[[], None]], None],
    ) -> None:
        super().__init__(frame)
        self._workspace, self._reading = workspace, workspace.reading
        self._frame, self._annotating, self._noting = frame, annotating, noting
        self._dispatch = dispatch
        frame.notes.offers = self.offers
        frame.notes.link_clicked.connect(self.open_link)
        frame.notes.backlink_wanted.connect(self.turn_to)
        frame.notes.origin_wanted.connect(self._turn_to_note)
        self._reading.changed.connect(self.show_backlinks)
        workspace.session.library_changed.connect(self._changed)

    @property
    def _shown(self) -> list[ArticleId]:
        return [side.id for side in self._reading.sides]

    def offers(self, typed: str) -> list[LinkTarget]:
        """Return what may be meant by the words of a link that is being typed."""
        return link_targets(self._workspace.session.library.reader, typed, near=self._shown)

    # --- there -----------------------------------------------------------------------------------------

    def open_link(self, address: QUrl) -> None:
        """Follow a link: within the library at once, out of it once the reader was asked."""
        link = own_link(address.toString(QUrl.ComponentFormattingOption.FullyEncoded))
        if link is None:
            self._annotating.open_link(address)
        else:
            self._dispatch(lambda: self._follow(link))

    def _follow(self, link: NoteLink) -> None:
        there = destination(self._workspace.session.library.reader, link)
        if there is None:
            raise UsageError(
                self.tr("“{name}” is not in this library.").format(name=link.label),
                hint=self.tr("It was deleted or renamed, or the note came from another library."),
            )
        self._go_to(there)

    def _go_to(self, there: Destination) -> None:
        if there.code is not None:
            self._frame.codes.choose(there.code)
            self._frame.codes.take_focus()
        elif there.article is not None:
            article, span = there.article, there.span or Span(0, 1)
            self._frame.show_page(None)
            self._reading.open(there.story, article)
            self._frame.stories.show_chosen(self._reading.story)
            # The desk lays out what it shows first.
            QTimer.singleShot(0, self, lambda: self._frame.desk.scroll_to(article, span))

    # --- and back ----------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if any(changes.of(table).all for table in _TABLES):
            self.show_backlinks()

    def show_backlinks(self) -> None:
        """Show which notes link to what is read."""
        self._frame.notes.backlinks.show_notes(self.backlinks())

    def backlinks(self) -> list[NoteRow]:
        """Return the notes that link to a version that is shown, or to a place in it."""
        db = self._workspace.session.library.reader
        shown = self._shown
        return note_rows(db, linking_notes(db, articles=shown)) if shown else []

    def _turn_to_note(self, note: NoteId) -> None:
        for row in note_rows(self._workspace.session.library.reader, [note]):
            self.turn_to(row)

    def turn_to(self, row: NoteRow) -> None:
        """Turn to a note that links here."""
        self._frame.show_page(None)
        self._reading.open(row.story, row.article)
        self._frame.stories.show_chosen(row.story)
        self._noting.open(row.note)
        self._noting.lead_to(row.note)
