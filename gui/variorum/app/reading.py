"""What the reader has before her: a story, its base, versions of it, and how they compare."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from variorum.app.collations import Collations, Printing
from variorum.app.panes import (
    MOST,
    Panes,
    added,
    closed,
    counted,
    exchanged,
    filled,
    moved,
    opened,
    stepped,
)
from variorum.app.session import Session
from variorum.app.settings import PANES
from variorum.collation.values import Collation
from variorum.ids import ArticleId, StoryId
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.queries import articles as queries_articles
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import VersionRow
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a version that stands beside the base, with their comparison once it is there."""

    version: Side
    collation: Collation | None


class Reading(QObject):
    """Hold the story that is read, and which of its versions; read again when the library changed.

    The panes are set with `show`, `choose_version`, `set_count` and their like, and asked for
    with `panes`: numbers that can be kept, and given to `open` when the reader comes back. Of the
    versions beside the base one is meant by deeds on a comparison: `version`, with `collation`.
    """

    changed = Signal()  # other texts stand side by side, or they compare otherwise
    turned = Signal()  # another of the versions that stand there is meant
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
        """The base of the story, also where another version is read alone."""
        self.sides: tuple[Side, ...] = ()
        """What stands on the desk, the base first; one version alone may be any."""
        self._found: dict[ArticleId, Collation] = {}
        self._meant: ArticleId | None = None
        session.library_changed.connect(self._refresh)

    # --- what is there --------------------------------------------------------------------------

    @property
    def panes(self) -> Panes:
        """Return the articles on the desk, from left to right."""
        return tuple(side.id for side in self.sides)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Return the versions beside the base, as they stand."""
        return tuple(Pair(side, self._found.get(side.id)) for side in self.sides[1:])

    @property
    def version(self) -> Side | None:
        """Return the version beside the base that is meant: the one the reader used last."""
        beside = self.sides[1:]
        return next((side for side in beside if side.id == self._meant), next(iter(beside), None))

    @property
    def collation(self) -> Collation | None:
        """Return how the version that is meant compares with the base, once that is known."""
        version = self.version
        return self._found.get(version.id) if version is not None else None

    def side_of(self, article: ArticleId) -> Side | None:
        """Return the shown side that an article is on."""
        return next((side for side in self.sides if side.id == article), None)

    def article_of(self, article: ArticleId) -> Article:
        """Return the text of a version, whether it is shown or not."""
        side = self.side_of(article)
        if side is not None:
            return side.article
        return queries_articles.article(self._session.library.reader, article)

    # --- what is shown --------------------------------------------------------------------------

    def open(
        self, story: StoryId | None, article: ArticleId | None = None, *, panes: Panes = ()
    ) -> None:
        """Turn to a story: to one of its versions when it is named, to certain panes when given."""
        if story != self.story:
            self.story, self._meant = story, article
            self._load(panes, wanted=article)
        elif panes:
            self.show(panes)
        elif article is not None:
            self.choose_version(article)

    def choose_version(self, article: ArticleId) -> None:
        """Show a version of the story: in the place of the one that is meant, unless it is there."""
        here = self.version or next(iter(self.sides), None)
        if self.side_of(article) is None and here is not None:
            self.show(exchanged(self.panes, old=here.id, new=article))
        self.mean(article)

    def show(self, panes: Sequence[ArticleId]) -> None:
        """Show these versions of the story; the base stands first among several.

        As many panes are shown in the next story, unless this one had no more to show.
        """
        wish = self._session.settings.get(PANES)
        if len(panes) > wish or len(panes) < min(wish, len(self.versions)):
            self._session.settings.set(PANES, min(len(panes), MOST))
        self._load(panes)

    def set_count(self, count: int, *, keep: ArticleId) -> None:
        """Show so many panes, from now on in every story; the one in use stays."""
        shown = counted(self.panes, self._ids, count=count, keep=keep)
        self._session.settings.set(PANES, count)
        self._load(shown)

    def add_pane(self) -> None:
        """Show one more version."""
        self.show(added(self.panes, self._ids))

    def close_pane(self, article: ArticleId) -> None:
        """Show a version no more."""
        self.show(closed(self.panes, article))

    def exchange(self, old: ArticleId, new: ArticleId) -> None:
        """Show another version in a pane; one that is shown already trades places."""
        self.show(exchanged(self.panes, old=old, new=new))
        self.mean(new)

    def step_version(self, article: ArticleId, by: int) -> ArticleId | None:
        """Show the next (1) or previous (-1) version in a pane; return it, where there is another."""
        place = self.panes.index(article)
        self.show(stepped(self.panes, self._ids, at=article, by=by))
        now = self.panes[place]
        self.mean(now)
        return now if now != article else None

    def move_pane(self, article: ArticleId, to: int) -> None:
        """Let a version stand in another place, from 0; the base stays first."""
        self.show(moved(self.panes, article=article, to=to))

    def mean(self, article: ArticleId) -> None:
        """Let deeds on a comparison be about one of the versions beside the base."""
        before = self.version
        if self.side_of(article) is not None:
            self._meant = article
        if self.version != before:
            self.turned.emit()

    @property
    def _ids(self) -> Panes:
        return tuple(row.article for row in self.versions)

    def _load(self, shown: Sequence[ArticleId], *, wanted: ArticleId | None = None) -> None:
        """Read the story, and show of it what is wanted and there."""
        before = self._state()
        reader = self._session.library.reader
        self.versions = tuple(queries.versions(reader, self.story)) if self.story else ()
        if not self.versions:
            self.story, self.base, self.sides, self._found = None, None, (), {}
        else:
            count = self._session.settings.get(PANES)
            if shown:
                panes = filled(shown, self._ids, count=count)
            else:
                panes = opened(self._ids, count=count, wanted=wanted)
            self._read(panes)
            self._compare()
        if before != self._state():
            self.changed.emit()

    def _read(self, panes: Panes) -> None:
        """Read the texts of the panes, and of the base."""
        base = self.versions[0]
        rows = {row.article: row for row in self.versions}
        wanted = list(dict.fromkeys((base.article, *panes)))
        articles = queries_articles.articles(self._session.library.reader, wanted)
        read = {
            number: Side(rows[number], article)
            for number, article in zip(wanted, articles, strict=True)
        }
        self.base = read[base.article]
        self.sides = tuple(read[number] for number in panes)

    def _state(self) -> object:
        return (self.versions, self.sides, dict(self._found))

    # --- comparing ------------------------------------------------------------------------------

    def _compare(self) -> None:
        """Compare each version with the base: at once where that is quick, else beside the window."""
        self._found = {}
        base = self.base
        for version in self.sides[1:] if base is not None else ():
            assert base is not None  # noqa: S101 - asked on the line above
            found = self._collations.soon(base.printing, version.printing)
            if found is not None:
                self._found[version.id] = found
                self.kept_changed.emit({version.id: found.summary.kept})
            else:
                self._want(base, version)

    def _want(self, base: Side, version: Side) -> None:
        self._collations.want(
            base.printing,
            version.printing,
            lambda found: self._compared(base, version, found),
            title=self.tr("Comparing"),
        )

    def _compared(self, base: Side, version: Side, found: Collation) -> None:
        """Take a comparison that came later, unless the reader has turned the page."""
        is_awaited = version in self.sides[1:] and version.id not in self._found
        if self.base == base and is_awaited:
            self._found[version.id] = found
            self.kept_changed.emit({version.id: found.summary.kept})
            self.changed.emit()

    def measure_others(self) -> None:
        """Compare the versions that are not shown too, so that the list can say what they kept."""
        base = self.base
        if base is None:
            return
        others = [row.article for row in self.versions[1:] if self.side_of(row.article) is None]
        articles = queries_articles.articles(self._session.library.reader, others)
        for article_id, article in zip(others, articles, strict=True):
            self._collations.want(
                base.printing,
                Printing(article_id, article),
                lambda found, number=article_id: self._measured(number, found),
                title=self.tr("Comparing"),
            )

    def _measured(self, article: ArticleId, found: Collation) -> None:
        self.kept_changed.emit({article: found.summary.kept})

    # --- the library ----------------------------------------------------------------------------

    def _refresh(self, changes: ChangeSet) -> None:
        """Read again when texts or stories changed; follow the shown texts into their story."""
        is_import = changes.command in {Command.IMPORT, Command.UNDO_IMPORT}
        if not is_import and not any(changes.of(table).all for table in _TABLES_OF_TEXT):
            return
        if not self.sides:
            return
        stories = [self._story_of(side) for side in self.sides]
        self.story = next((story for story in stories if story is not None), None)
        self._load(self.panes)

    def _story_of(self, side: Side) -> StoryId | None:
        stored = queries_articles.stored_article(self._session.library.reader, side.id)
        return None if stored.binned else stored.story
