"""What the reader has before her: a story, its base, one version, and how they compare."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from variorum.app.collations import Collations, Printing
from variorum.app.session import Session
from variorum.collation.values import Collation
from variorum.ids import ArticleId, StoryId
from variorum.library import queries, queries_articles
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.rows import VersionRow
from variorum.text import Article

_TABLES_OF_TEXT = (
    Table.ARTICLES,
    Table.PASSAGES,
    Table.MEMBERS,
    Table.STORIES,
    Table.PAIR_DECISIONS,
    Table.WORD_PAIRS,
)


@dataclass(frozen=True, slots=True)
class Side:
    """Hold an article with its row in the story."""

    row: VersionRow
    article: Article

    @property
    def id(self) -> ArticleId:
        """Return the article's id."""
        return self.row.article

    @property
    def printing(self) -> Printing:
        """Return the article with its number, to be compared."""
        return Printing(self.id, self.article)


class Reading(QObject):
    """Hold the story that is read; read it again when the library changed."""

    changed = Signal()  # other texts stand side by side, or they compare otherwise
    kept_changed = Signal(object)  # Mapping[ArticleId, float]: shares of the base kept

    def __init__(
        self, session: Session, collations: Collations, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._collations = collations
        self.story: StoryId | None = None
        self.versions: tuple[VersionRow, ...] = ()
        self.base: Side | None = None
        self.version: Side | None = None
        self.collation: Collation | None = None
        session.library_changed.connect(self._refresh)

    @property
    def sides(self) -> tuple[Side, ...]:
        """Return what stands on the desk, the base first."""
        return tuple(side for side in (self.base, self.version) if side is not None)

    def side_of(self, article: ArticleId) -> Side | None:
        """Return the shown side that an article is on."""
        return next((side for side in self.sides if side.id == article), None)

    def open(self, story: StoryId | None, article: ArticleId | None = None) -> None:
        """Turn to a story; to one of its versions when it is named."""
        if story == self.story and article is None:
            return
        self.story = story
        self._load(article)

    def choose_version(self, article: ArticleId) -> None:
        """Put another version of the story beside the base."""
        self._load(article)

    def article_of(self, article: ArticleId) -> Article:
        """Return the text of a version, whether it is shown or not."""
        side = self.side_of(article)
        if side is not None:
            return side.article
        return queries_articles.article(self._session.library.reader, article)

    def _load(self, wanted: ArticleId | None) -> None:
        """Read the story; stay with the version shown unless another is wanted."""
        before = self._shown()
        reader = self._session.library.reader
        self.versions = tuple(queries.versions(reader, self.story)) if self.story else ()
        if not self.versions:
            self.story, self.base, self.version, self.collation = None, None, None, None
            if before != self._shown():
                self.changed.emit()
            return
        rows = self._pair(wanted)
        articles = queries_articles.articles(reader, [row.article for row in rows])
        sides = [Side(row, article) for row, article in zip(rows, articles, strict=True)]
        self.base = sides[0]
        self.version = sides[1] if len(sides) > 1 else None
        self._compare()
        if before != self._shown():
            self.changed.emit()

    def _shown(self) -> object:
        return (self.versions, self.base, self.version, self.collation)

    def _pair(self, wanted: ArticleId | None) -> list[VersionRow]:
        base, *others = self.versions
        asked = wanted or (self.version.id if self.version else None)
        chosen = next((row for row in others if row.article == asked), None)
        return [base, *([chosen or others[0]] if others else [])]

    def _compare(self) -> None:
        self.collation = None
        base, version = self.base, self.version
        if base is None or version is None:
            return
        self.collation = self._collations.soon(base.printing, version.printing)
        if self.collation is not None:
            self.kept_changed.emit(self._kept(version.id, self.collation))
            return
        self._collations.want(
            base.printing,
            version.printing,
            lambda found: self._compared(base, version, found),
            title=self.tr("Comparing"),
        )

    def _compared(self, base: Side, version: Side, found: Collation) -> None:
        """Take a comparison that came later, unless the reader has turned the page."""
        if self.base == base and self.version == version and self.collation is None:
            self.collation = found
            self.kept_changed.emit(self._kept(version.id, found))
            self.changed.emit()

    @staticmethod
    def _kept(article: ArticleId, collation: Collation) -> Mapping[ArticleId, float]:
        return {article: collation.summary.kept}

    def measure_others(self) -> None:
        """Compare the versions that are not shown too, so that the list can say what they kept."""
        base = self.base
        if base is None:
            return
        others = [row.article for row in self.versions[1:] if row.article != self._version_id()]
        articles = queries_articles.articles(self._session.library.reader, others)
        for article_id, article in zip(others, articles, strict=True):
            self._collations.want(
                base.printing,
                Printing(article_id, article),
                lambda found, number=article_id: self.kept_changed.emit(self._kept(number, found)),
                title=self.tr("Comparing"),
            )

    def _version_id(self) -> ArticleId | None:
        return self.version.id if self.version else None

    def _refresh(self, changes: ChangeSet) -> None:
        """Read again when texts or stories changed; follow the shown texts into their story."""
        is_import = changes.command in {Command.IMPORT, Command.UNDO_IMPORT}
        if not is_import and not any(changes.of(table).all for table in _TABLES_OF_TEXT):
            return
        if self.base is None:
            return
        stories = [self._story_of(side) for side in self.sides]
        self.story = next((story for story in stories if story is not None), None)
        self._load(None)

    def _story_of(self, side: Side) -> StoryId | None:
        stored = queries_articles.stored_article(self._session.library.reader, side.id)
        return None if stored.binned else stored.story
