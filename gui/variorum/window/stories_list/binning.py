"""The reader's hand on the bin: what goes there, comes back, and is deleted for good."""

from PySide6.QtCore import QObject

from variorum.app.listing import Shown
from variorum.ids import ArticleId
from variorum.library import articles
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.connection import Db
from variorum.library.queries import lists as queries_lists
from variorum.library.queries import marks as queries_marks
from variorum.library.queries import stories as queries
from variorum.window.body import Body
from variorum.window.message_bar import Message, Offer
from variorum.window.stories_list.dragging import Dragged


class Binning(QObject):
    """Let the reader move stories and versions to the bin, and empty it."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body, self._session = body, body.workspace.session
        self._panel = body.frame.stories
        self.count = queries_lists.binned_count(self._db)
        """How many articles lie in the bin."""
        self._session.library_changed.connect(self._library_changed)
        # Del in the list is about what is chosen there.
        self._panel.view.bin_wanted.connect(lambda: body.bar.dispatch(self.take_chosen))

    @property
    def _db(self) -> Db:
        return self._session.library.reader

    @property
    def is_shown(self) -> bool:
        """Tell whether the list shows the bin."""
        return self._panel.shown.is_bin

    def show(self) -> None:
        """Show what lies in the bin."""
        self._panel.show_list(Shown(is_bin=True))
        self._panel.take_focus()

    def _library_changed(self, changes: ChangeSet) -> None:
        whole = changes.command in {Command.IMPORT, Command.UNDO_IMPORT}
        if whole or changes.of(Table.ARTICLES).all:
            self.count = queries_lists.binned_count(self._db)

    # --- in ---------------------------------------------------------------------------------------

    def take_in_hand(self) -> None:
        """Move what is in hand to the bin: the story that is read, or what the list has chosen."""
        self._take_alive(self._body.in_hand())

    def take_chosen(self) -> None:
        """Move the versions chosen in the list to the bin, or the stories with all their versions."""
        self._take_alive(self._panel.in_hand())

    def _take_alive(self, hand: Dragged) -> None:
        if not self.is_shown and self._session.is_writable:
            self.take(hand)

    def take(self, hand: Dragged) -> None:
        """Move stories or versions to the bin."""
        wanted = self._articles_of(hand)
        if not wanted:
            return
        self._session.submit(
            Command.BIN,
            lambda db: articles.move_to_bin(db, articles=wanted),
            then=lambda _: self._say_binned(hand),
        )

    def _articles_of(self, hand: Dragged) -> list[ArticleId]:
        if hand.articles:
            return list(hand.articles)
        rows = queries.versions_of(self._db, hand.stories)
        return [row.article for versions in rows.values() for row in versions]

    def _say_binned(self, hand: Dragged) -> None:
        if hand.articles:
            said = self.tr("%n version(s) moved to the bin.", "", len(hand.articles))
        else:
            said = self.tr("%n story|stories moved to the bin.", "", len(hand.stories))
        undo = Offer(self.tr("Undo"), self._session.undo)
        self._body.mouth.say(Message(said, offers=(undo,), of_deed=True))

    # --- out --------------------------------------------------------------------------------------

    def restore(self) -> None:
        """Take what is chosen out of the bin."""
        hand = self._panel.in_hand()
        wanted = hand.articles or queries_lists.binned_articles(self._db, hand.stories)
        self._session.submit(
            Command.RESTORE, lambda db: articles.restore(db, articles=list(wanted))
        )

    def empty(self) -> None:
        """Delete for good what lies in the bin, after asking."""
        wanted = queries_lists.binned_articles(self._db)
        marks = len(queries_marks.highlights(self._db, wanted))
        title = self.tr("Empty the bin")
        question = self.tr("%n article(s) will be deleted for good", "", len(wanted))
        with_marks = self.tr(", with %n highlight(s)", "", marks) if marks else ""
        rest = self.tr("This cannot be undone, nor can anything that was done before it.")
        if wanted and self._body.ask.confirm(title, f"{question}{with_marks}. {rest}", deed=title):
            self._session.submit(
                Command.EMPTY_BIN, lambda db: articles.empty_bin(db, articles=wanted)
            )
