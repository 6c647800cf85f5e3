"""The stories of a library as a tree: a row a story, below it a row a version."""

from collections import OrderedDict
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.app.version_names import names_of
from variorum.ids import ArticleId, StoryId
from variorum.library import queries, queries_articles
from variorum.library.filtering import terms_without_stories
from variorum.library.library import Library
from variorum.library.rows import StoryRow, VersionRow

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which an index gives its `StoryRow` or `VersionRow`."""
KEPT_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which a version gives the share of the base that lives on in it, or None."""
NAME_ROLE = Qt.ItemDataRole.UserRole + 3
"""The role under which a version gives what it is called among its likes."""

_PAGE = 128
_PAGES_KEPT = 32
_VERSIONS_KEPT = 512
_NO_PARENT = 0


class StoriesModel(QAbstractItemModel):
    """Show the stories that fit a filter; pages come when they are looked at."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._query = ""
        self._count = queries.story_count(library.reader)
        self._pages: OrderedDict[int, Sequence[StoryRow]] = OrderedDict()
        self._versions: OrderedDict[StoryId, Sequence[VersionRow]] = OrderedDict()
        self._kept: dict[ArticleId, float] = {}

    @property
    def query(self) -> str:
        """Return the filter as it was typed."""
        return self._query

    def totals(self) -> tuple[int, int]:
        """Return how many stories and how many articles the library holds."""
        reader = self._library.reader
        return queries.story_count(reader), queries_articles.article_count(reader)

    def filter(self, query: str) -> None:
        """Show the stories that fit from now on."""
        if query != self._query:
            self._query = query
            self.reload()

    def terms_without_stories(self) -> list[str]:
        """Return those words of the filter that no story meets."""
        return terms_without_stories(self._library.reader, self._query)

    def reload(self) -> None:
        """Read everything that is shown again, stories having come or gone."""
        self.beginResetModel()
        self._forget()
        self._count = self._counted()
        self.endResetModel()

    def refresh(self) -> None:
        """Read again what is shown of the same stories; reload when their number changed."""
        if self._counted() != self._count:
            self.reload()
            return
        opened = {story: len(rows) for story, rows in self._versions.items()}
        self._forget()
        if any(len(self._versions_of(story)) != count for story, count in opened.items()):
            self.reload()
        elif self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def show_kept(self, kept: Mapping[ArticleId, float]) -> None:
        """Show how much of the base lives on in these versions."""
        self._kept.update(kept)
        if self._count:
            self.dataChanged.emit(self.index(0, 0), self.index(self._count - 1, 0))

    def _counted(self) -> int:
        return queries.story_count(self._library.reader, filter_text=self._query)

    def _forget(self) -> None:
        self._pages.clear()
        self._versions.clear()

    def index_of(self, story: StoryId) -> QModelIndex:
        """Return where a story stands; an invalid index when the filter hides it."""
        place = queries.story_position(self._library.reader, story, filter_text=self._query)
        return QModelIndex() if place is None else self.index(place, 0)

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
            return self._count
        if not self._is_story(parent) or parent.column():
            return 0
        story = self._story_at(parent.row())
        return len(self._versions_of(story.story)) if story else 0

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        """Tell whether a row opens, without reading what is below it."""
        if not parent.isValid():
            return self._count > 0
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
            return self._name(row) if isinstance(row, VersionRow) else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if isinstance(row, StoryRow):
                return row.title
            return f"{self._name(row)} {self.tr('%n word(s)', '', row.words)}"
        return None

    def _name(self, row: VersionRow) -> str:
        return names_of(tuple(self._versions_of(row.story)))[row.article]

    # --- pages ------------------------------------------------------------------------------

    @staticmethod
    def _is_story(index: Index) -> bool:
        return index.internalId() == _NO_PARENT

    @staticmethod
    def _parent_row(index: Index) -> int:
        return int(index.internalId()) - 1

    def _story_at(self, row: int) -> StoryRow | None:
        number, place = divmod(row, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = queries.stories(
                self._library.reader, filter_text=self._query, offset=number * _PAGE, limit=_PAGE
            )
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def _versions_of(self, story: StoryId) -> Sequence[VersionRow]:
        rows = self._versions.get(story)
        if rows is None:
            rows = queries.versions(self._library.reader, story)
            self._versions[story] = rows
            if len(self._versions) > _VERSIONS_KEPT:
                self._versions.popitem(last=False)
        return rows
