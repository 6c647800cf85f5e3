"""The stories of a library as a tree: a row a story, below it a row a version."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from variorum.app.listing import Listed, Listing, Shown, listed
from variorum.app.version_names import names_of
from variorum.ids import ArticleId, StoryId
from variorum.library.library import Library
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import lists as queries_lists
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import StoryRow, VersionRow
from variorum.progress import no_tick

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives its `StoryRow` or `VersionRow`."""
KEPT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which a version gives the share of the base that lives on in it, or None."""
NAME_ROLE = Qt.ItemDataRole.UserRole + 3
"""The role under which a version gives what it is called among its likes, a story its base's name."""

_PAGE = 64
_PAGES_KEPT = 64
_VERSIONS_KEPT = 512
_NO_PARENT = 0


class StoriesModel(QAbstractItemModel):
    """Show the stories that were listed; their rows come page by page, when they are looked at.

    Which stories they are stays as it was listed until it is asked for again: a story that was
    read or marked does not vanish under the reader's hands.
    """

    listed = Signal()  # other stories are shown, or the same ones anew
    failed = Signal(object)  # Exception

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._listed = listed(library, Shown(), tick=no_tick)
        self._pages: OrderedDict[int, Mapping[int, StoryRow]] = OrderedDict()
        self._versions: OrderedDict[StoryId, Sequence[VersionRow]] = OrderedDict()
        self._kept: dict[ArticleId, float] = {}
        self._listing = Listing(library, self)
        self._listing.listed.connect(self._take)
        self._listing.failed.connect(self.failed)

    @property
    def shown(self) -> Shown:
        """Return what is shown."""
        return self._listed.shown

    @property
    def story_ids(self) -> Sequence[StoryId]:
        """Return the stories that are shown, in their order."""
        return [StoryId(story) for story in self._listed.stories]

    @property
    def nowhere(self) -> Sequence[str]:
        """Return those words of the filter that no story meets, when no story is shown."""
        return self._listed.nowhere

    @property
    def is_busy(self) -> bool:
        """Tell whether another list is still to come."""
        return self._listing.is_busy

    def totals(self) -> tuple[int, int]:
        """Return how many stories and how many articles the library holds."""
        reader = self._library.reader
        return queries.story_count(reader), queries_articles.article_count(reader)

    def ask(self, shown: Shown) -> None:
        """Show other stories as soon as they are found; `listed` tells of it."""
        self._listing.ask(shown)

    def show(self, shown: Shown) -> None:
        """Show other stories now."""
        self._listing.forget()
        self._take(listed(self._library, shown, tick=no_tick))

    def reload(self) -> None:
        """List again what is shown, stories having come or gone."""
        self.show(self.shown)

    def refresh(self) -> None:
        """Read again what is shown of the same stories."""
        self._forget()
        self._tell()

    def show_kept(self, kept: Mapping[ArticleId, float]) -> None:
        """Show how much of the base lives on in these versions."""
        self._kept.update(kept)
        self._tell()

    def close(self) -> None:
        """Stop listing and wait for the thread."""
        self._listing.close()

    def _take(self, found: Listed) -> None:
        self.beginResetModel()
        self._listed = found
        self._forget()
        self.endResetModel()
        self.listed.emit()

    def _tell(self) -> None:
        if self._listed.stories:
            last = self.index(len(self._listed.stories) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def _forget(self) -> None:
        self._pages.clear()
        self._versions.clear()

    def index_of(self, story: StoryId) -> QModelIndex:
        """Return where a story stands; an invalid index when it is not shown."""
        try:
            return self.index(self._listed.stories.index(story), 0)
        except ValueError:
            return QModelIndex()

    def index_of_version(self, story: StoryId, article: ArticleId) -> QModelIndex:
        """Return where a version stands below its story."""
        parent = self.index_of(story)
        if not parent.isValid():
            return parent
        articles = [row.article for row in self._versions_of(story)]
        return self.index(articles.index(article), 0, parent) if article in articles else parent

    def story(self, index: Index) -> StoryRow | None:
        """Return the story of a row; for a version's row the story it belongs to."""
        if not index.isValid():
            return None
        return self._story_at(index.row() if self._is_story(index) else self._parent_row(index))

    def version(self, index: Index) -> VersionRow | None:
        """Return the version of a row, None for a story's row."""
        if not index.isValid() or self._is_story(index):
            return None
        story = self._story_at(self._parent_row(index))
        rows = self._versions_of(story.story) if story else ()
        return rows[index.row()] if index.row() < len(rows) else None

    # --- what Qt asks ---------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a row below a parent."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _NO_PARENT)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override] # noqa: B008
        """Return the story above a version."""
        if not child.isValid() or self._is_story(child):
            return QModelIndex()
        return self.createIndex(self._parent_row(child), 0, _NO_PARENT)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return the number of stories, or of a story's versions."""
        if not parent.isValid():
            return len(self._listed.stories)
        if not self._is_story(parent) or parent.column():
            return 0
        story = self._story_at(parent.row())
        return len(self._versions_of(story.story)) if story else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Tell whether a row opens, without reading what is below it."""
        if not parent.isValid():
            return bool(self._listed.stories)
        story = self._story_at(parent.row()) if self._is_story(parent) else None
        return story is not None and story.versions > 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Return the only column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's value, its words, or what a screen reader says of it."""
        row = self.version(index) or self.story(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == KEPT_ROLE:
            return self._kept.get(row.article) if isinstance(row, VersionRow) else None
        if role == NAME_ROLE:
            return self._name(row) if isinstance(row, VersionRow) else self._name_of_base(row)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(row, StoryRow):
                is_read_out = role == Qt.ItemDataRole.AccessibleTextRole
                return self._read_out(row) if is_read_out else row.title
            return f"{self._name(row)} {self.tr('%n word(s)', '', row.words)}"
        return None

    def _read_out(self, row: StoryRow) -> str:
        """Say what a screen reader says of a story: also what is only a sign to the eye."""
        said = [row.title, self.tr("%n version(s)", "", row.versions)]
        if row.places:
            said.append(self.tr("%n mark(s)", "", row.places))
        if row.is_unread:
            said.append(self.tr("unread"))
        if row.is_done:
            said.append(self.tr("done"))
        return ", ".join(said)

    def _name(self, row: VersionRow) -> str:
        return names_of(tuple(self._versions_of(row.story)))[row.article]

    def _name_of_base(self, row: StoryRow) -> str:
        """Return the source of a story, or its file: that of its base."""
        base = [one for one in self._versions_of(row.story) if one.article == row.base][:1]
        return names_of(tuple(base)).get(row.base, "")

    # --- pages ------------------------------------------------------------------------------

    @staticmethod
    def _is_story(index: Index) -> bool:
        return index.internalId() == _NO_PARENT

    @staticmethod
    def _parent_row(index: Index) -> int:
        return int(index.internalId()) - 1

    def _story_at(self, row: int) -> StoryRow | None:
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._read_page(self._listed.stories[number * _PAGE : (number + 1) * _PAGE])
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page.get(self._listed.stories[row])

    def _read_page(self, ids: Sequence[int]) -> Mapping[int, StoryRow]:
        ask = queries_lists.binned_stories if self.shown.is_bin else queries.story_rows
        return {row.story: row for row in ask(self._library.reader, ids)}

    def _versions_of(self, story: StoryId) -> Sequence[VersionRow]:
        rows = self._versions.get(story)
        if rows is None:
            ask = queries.binned_versions if self.shown.is_bin else queries.versions
            rows = ask(self._library.reader, story)
            self._versions[story] = rows
            if len(self._versions) > _VERSIONS_KEPT:
                self._versions.popitem(last=False)
        return rows
