"""The reader's hand on lists: views, collections, read and done."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from variorum.app.listing import Shown
from variorum.errors import UsageError
from variorum.ids import StoryId
from variorum.library import lists
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.connection import Db
from variorum.library.ids import ListId
from variorum.library.queries import lists as queries_lists
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import ListRow, StoryOrder
from variorum.library.search.matching import Field
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.menus import SORTS
from variorum.window.stories_list.binning import Binning
from variorum.window.stories_list.dragging import Dragged
from variorum.window.stories_list.filter_chips import with_term
from variorum.window.stories_list.lists_box import Place, Shelf

OPENED_AFTER_MS = 600
"""A story that is only passed on the way to another one was not read."""
_UNREAD = "is:unread"
_TABLES = (
    Table.LISTS,
    Table.LIST_STORIES,
    Table.STORY_STATES,
    Table.ARTICLES,
    Table.MEMBERS,
    Table.STORIES,
)
_LONGEST_NAME = 60


class ListKeeping(QObject):
    """Let the reader keep views and collections, and say what is read and done."""

    def __init__(self, body: Body, binned: Binning) -> None:
        super().__init__(body.window)
        self._session, self._reading = body.workspace.session, body.workspace.reading
        self._panel, self._box = body.frame.stories, body.frame.stories.lists
        self._body, self._bin, self._dispatch = body, binned, body.bar.dispatch
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(OPENED_AFTER_MS)
        self.pause.timeout.connect(self._opened)
        self._waiting: StoryId | None = None
        self._session.library_changed.connect(self._library_changed)
        self._reading.changed.connect(self._reading_changed)
        self._panel.shown_changed.connect(self._shown_changed)
        self._panel.offers.set_library(self._session.library)
        self._panel.sorting.addActions([body.bar[name] for name in SORTS.values()])
        self._connect_box()
        self.refresh()

    def _connect_box(self) -> None:
        box = self._box
        box.chosen.connect(self.turn_to)
        box.dropped.connect(self._doing(self.put))
        box.moved.connect(self._doing(self.move))
        box.rename_wanted.connect(self._doing(self.rename))
        box.delete_wanted.connect(self._doing(self.delete))
        box.menu_wanted.connect(self._show_menu)

    def _doing(self, deed: Callable[..., None]) -> Callable[..., None]:
        """Return a slot that does a deed where trouble is told of."""
        return lambda *given: self._dispatch(partial(deed, *given))

    # --- what is shown ------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List what there is."""
        db = self._session.library.reader
        self._box.show_shelves(
            [
                Shelf(Place.ALL, self.tr("All stories"), queries.story_count(db)),
                Shelf(Place.UNREAD, self.tr("Unread"), queries_lists.unread_count(db)),
                *(Shelf(Place.VIEW, row.name, None, row) for row in queries_lists.views(db)),
                *(
                    Shelf(Place.COLLECTION, row.name, row.stories, row)
                    for row in queries_lists.collections(db)
                ),
                Shelf(Place.BIN, self.tr("Bin"), len(queries_lists.binned_ids(db))),
            ]
        )
        self._mark(self._panel.shown)

    def turn_to(self, shelf: Shelf) -> None:
        """Show what stands on a list."""
        order = self._panel.shown.order
        match shelf.place, shelf.row:
            case Place.UNREAD, _:
                self._panel.show_list(Shown(_UNREAD, order))
            case Place.VIEW, ListRow() as row:
                self._panel.show_list(Shown(row.filter_text, row.order or order))
            case Place.COLLECTION, ListRow() as row:
                self._panel.show_list(Shown(order=order, collection=row.id))
            case Place.BIN, _:
                self._panel.show_list(Shown(is_bin=True))
            case _:
                self._panel.show_list(Shown(order=order))

    def sort_by(self, order: StoryOrder) -> None:
        """Sort the stories otherwise."""
        self._panel.sort_by(order)

    def _shown_changed(self, shown: Shown) -> None:
        self._mark(shown)
        self._body.fit()

    def _mark(self, shown: Shown) -> None:
        self._box.turn_to(next((s for s in self._box.shelves() if _leads_to(s, shown)), None))
        self._body.bar[SORTS[shown.order]].setChecked(True)

    def _library_changed(self, changes: ChangeSet) -> None:
        whole = changes.command in {Command.IMPORT, Command.UNDO_IMPORT}
        if not whole and not any(changes.of(table).all for table in _TABLES):
            return
        self.refresh()
        touched = changes.of(Table.LIST_STORIES).all
        if touched and self._panel.shown.collection is not None:
            self._panel.show_list(self._panel.shown)
        elif changes.of(Table.STORY_STATES).all:
            self._body.workspace.stories.refresh()

    # --- read and done --------------------------------------------------------------------------------

    def _reading_changed(self) -> None:
        if self._reading.story != self._waiting:
            self._waiting = self._reading.story
            self.pause.start()

    def _opened(self) -> None:
        """Remember that a story was opened; that is no deed to be undone."""
        story = self._waiting
        if story is None or not self._session.is_writable:
            return
        with suppress(UsageError):
            self._session.submit(
                Command.HOUSEKEEPING,
                lambda db: lists.mark_read(db, stories=[story], read=True),
                quietly=True,
            )

    def toggle_read(self) -> None:
        """Mark the stories chosen as read; when all of them are, as unread."""
        chosen = self._chosen()
        self.pause.stop()
        read = any(row.is_unread for row in queries.story_rows(self._db, chosen))
        command = Command.MARK_READ if read else Command.MARK_UNREAD
        self._session.submit(command, lambda db: lists.mark_read(db, stories=chosen, read=read))

    def toggle_done(self) -> None:
        """Mark the stories chosen as done; when all of them are, as not done."""
        chosen = self._chosen()
        done = not all(row.is_done for row in queries.story_rows(self._db, chosen))
        command = Command.MARK_DONE if done else Command.MARK_NOT_DONE
        self._session.submit(command, lambda db: lists.mark_done(db, stories=chosen, done=done))

    @property
    def _db(self) -> Db:
        return self._session.library.reader

    def _chosen(self) -> tuple[StoryId, ...]:
        return self._body.in_hand().stories

    # --- views and collections --------------------------------------------------------------------------

    def save_view(self) -> None:
        """Ask for a name, and keep the present filter and order under it."""
        shown = self._panel.shown
        name = self._body.ask.text(
            self.tr("Save as a view"),
            self.tr("Name of the view"),
            proposal=shown.filter_text[:_LONGEST_NAME],
        )
        if name:
            self._session.submit(
                Command.ADD_VIEW,
                lambda db: lists.add_view(
                    db, name=name, filter_text=self._whole_filter(shown), order=shown.order
                ),
            )

    def _whole_filter(self, shown: Shown) -> str:
        """Return a filter that says all: also in which collection one is."""
        shelves = (s for s in self._box.shelves() if s.place is Place.COLLECTION)
        rows = (s.row for s in shelves if s.row is not None and s.row.id == shown.collection)
        return (
            with_term(shown.filter_text, Field.IN, row.name)
            if (row := next(rows, None))
            else shown.filter_text
        )

    def new_collection(self, stories: Sequence[StoryId] = ()) -> None:
        """Ask for a name, and begin a collection."""
        name = self._body.ask.text(self.tr("New collection"), self.tr("Name of the collection"))
        if name:
            self._session.submit(
                Command.ADD_COLLECTION,
                lambda db: lists.add_collection(db, name=name, stories=stories),
            )

    def rename(self, shelf: Shelf) -> None:
        """Ask for another name of a view or a collection."""
        row = _row_of(shelf)
        name = self._body.ask.text(self.tr("Rename"), self.tr("New name"), proposal=row.name)
        if name and name != row.name:
            self._session.submit(
                Command.RENAME_LIST, lambda db: lists.rename(db, list_id=row.id, name=name)
            )

    def delete(self, shelf: Shelf) -> None:
        """Delete a view or a collection; its stories stay."""
        row = _row_of(shelf)
        if self._panel.shown.collection == row.id:
            self._panel.show_list(replace(self._panel.shown, collection=None))
        self._session.submit(Command.DELETE_LIST, lambda db: lists.delete(db, list_id=row.id))

    def move(self, shelf: Shelf, by: int) -> None:
        """Move a view or a collection up or down among its kind."""
        row = _row_of(shelf)
        kind = [other for other in self._box.shelves() if other.place is shelf.place]
        place = [other.row.id for other in kind if other.row].index(row.id) + by
        self._session.submit(
            Command.ORDER_LISTS, lambda db: lists.move(db, list_id=row.id, place=place)
        )

    def keep_filter(self, shelf: Shelf) -> None:
        """Let a view have the present filter and order."""
        row, shown = _row_of(shelf), self._panel.shown
        self._session.submit(
            Command.CHANGE_VIEW,
            lambda db: lists.change_view(
                db,
                list_id=row.id,
                filter_text=self._whole_filter(shown),
                order=shown.order,
            ),
        )

    def put(self, shelf: Shelf, hand: Dragged) -> None:
        """Put what was dropped into a collection or the bin."""
        if shelf.place is Place.BIN:
            self._bin.take(hand)
        else:
            self.collect(_row_of(shelf).id, hand.stories)

    def collect(self, collection: ListId, stories: Sequence[StoryId]) -> None:
        """Put stories into a collection."""
        self._session.submit(
            Command.COLLECT,
            lambda db: lists.collect(db, collection=collection, stories=stories),
        )

    def take_out(self, collection: ListId, stories: Sequence[StoryId]) -> None:
        """Take stories out of a collection."""
        self._session.submit(
            Command.TAKE_OUT,
            lambda db: lists.take_out(db, collection=collection, stories=stories),
        )

    # --- menus ------------------------------------------------------------------------------------------

    def menu(self, parent: QMenu) -> QMenu:
        """Return the menu of collections, filled when it is looked at; a tick says it stands there."""
        menu = QMenu(self.tr("Collections"), parent)
        menu.aboutToShow.connect(lambda: self.fill_menu(menu))
        return menu

    def show_collections(self) -> None:
        """Offer the collections at the list."""
        menu = QMenu(self._panel)
        self.fill_menu(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._panel.view.mapToGlobal(QPoint(12, 12)))

    def fill_menu(self, menu: QMenu) -> None:
        """List the collections in a menu."""
        menu.clear()
        chosen = self._chosen()
        there = queries_lists.collections_with(self._db, chosen)
        can = bool(chosen) and self._session.is_writable and not self._bin.is_shown
        for row in queries_lists.collections(self._db):
            action = menu.addAction(row.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id in there)
            action.setEnabled(can)
            deed = self.take_out if row.id in there else self.collect
            action.triggered.connect(partial(self._do, partial(deed, row.id, chosen)))
        menu.addSeparator()
        new = menu.addAction(self.tr("New collection of these…"))
        new.setEnabled(can)
        new.triggered.connect(partial(self._do, partial(self.new_collection, chosen)))

    def _do(self, deed: Callable[[], None], _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        self._dispatch(deed)

    def _show_menu(self, shelf: Shelf, at: QPoint) -> None:
        menu = QMenu(self._box)
        bar, may = self._body.bar, self._session.is_writable
        if shelf.row is not None:
            deeds = [(self.tr("Rename…"), self.rename), (self.tr("Delete"), self.delete)]
            if shelf.place is Place.VIEW:
                deeds.insert(1, (self.tr("Keep the present filter in it"), self.keep_filter))
            for words, deed in deeds:
                action = menu.addAction(words)
                action.setEnabled(may)
                action.triggered.connect(partial(self._do, partial(deed, shelf)))
            for words, by in ((self.tr("Move up"), -1), (self.tr("Move down"), 1)):
                action = menu.addAction(words)
                action.setEnabled(may)
                action.triggered.connect(partial(self._do, partial(self.move, shelf, by)))
            menu.addSeparator()
        if shelf.place is Place.BIN:
            menu.addAction(bar[ActionId.EMPTY_BIN])
            menu.addSeparator()
        menu.addActions([bar[ActionId.SAVE_VIEW], bar[ActionId.NEW_COLLECTION]])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _row_of(shelf: Shelf) -> ListRow:
    if shelf.row is None:
        raise UsageError("This list stays as it is.")
    return shelf.row


def _leads_to(shelf: Shelf, shown: Shown) -> bool:
    row = shelf.row
    match shelf.place:
        case Place.BIN:
            return shown.is_bin
        case Place.COLLECTION:
            return row is not None and shown.collection == row.id and not shown.filter_text
        case _ if shown.is_bin or shown.collection is not None:
            return False
        case Place.VIEW:
            return row is not None and (row.filter_text, row.order) == (
                shown.filter_text,
                shown.order,
            )
        case Place.UNREAD:
            return shown.filter_text == _UNREAD
        case _:
            return not shown.filter_text
