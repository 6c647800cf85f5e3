"""Search beside the window: what is typed is answered in order, and only the last counts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from variorum.app.asking import AskingAside
from variorum.app.version_names import names_of
from variorum.ids import StoryId
from variorum.library.library import Library
from variorum.library.queries import stories as queries
from variorum.library.queries.rows import VersionRow
from variorum.library.search.language import Trouble, read_query
from variorum.library.search.nowhere import terms_without_hits
from variorum.library.search.search import Hit, search_all
from variorum.progress import Tick

LIMIT = 50
"""Hits of each kind that are shown: who needs more types another word."""


@dataclass(frozen=True, slots=True)
class StoryHits:
    """Hold a story with what was found in it."""

    story: StoryId
    title: str
    hits: tuple[Hit, ...]
    names: tuple[str, ...]
    """What the version that each hit stands in is called among its likes."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold what was found for a query, by story, the best first."""

    query: str
    stories: tuple[StoryHits, ...] = ()
    nowhere: tuple[str, ...] = ()
    """When nothing was found: the words that stand nowhere at all."""
    troubles: tuple[Trouble, ...] = ()
    """What cannot be understood of the query."""
    within: str = ""
    """The query within whose versions this one was answered."""

    @property
    def count(self) -> int:
        """Count the hits."""
        return sum(len(story.hits) for story in self.stories)


class Searching(QObject):
    """Answer queries; an answer that a newer query has overtaken is dropped."""

    answered = Signal(object)  # Answer
    failed = Signal(object)  # Exception

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._asking = AskingAside(self)
        self._asking.answered.connect(self.answered)
        self._asking.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Tell whether an answer is still to come."""
        return self._asking.is_busy

    def ask(self, query: str, *, within: str = "") -> None:
        """Search for what is typed, in all or in what another query finds.

        The last word may be unfinished.
        """
        self._asking.ask(self.tr("Searching"), self._work(query, within))

    def forget(self) -> None:
        """Want no answer any more."""
        self._asking.forget()

    def close(self) -> None:
        """Stop searching and wait for the thread."""
        self._asking.close()

    def _work(self, query: str, within: str) -> Callable[[Tick], Answer]:
        library = self._library
        return lambda tick: answer(library, query, within=within, tick=tick)


def answer(library: Library, query: str, *, within: str = "", tick: Tick) -> Answer:
    """Search, and gather what was found by story."""
    db = library.reader
    troubles = read_query(query, complete_last=False).troubles
    if troubles:
        return Answer(query, troubles=troubles, within=within)
    hits = search_all(db, query, within=within, limit=LIMIT, complete_last=False)
    tick(1, 2)
    if not hits:
        return Answer(query, nowhere=tuple(terms_without_hits(db, query)), within=within)
    by_story: dict[StoryId, list[Hit]] = {}
    for hit in hits:
        by_story.setdefault(hit.story, []).append(hit)
    versions = queries.versions_of(db, list(by_story))
    stories = (_story_hits(s, found, versions[s]) for s, found in by_story.items())
    return Answer(query, tuple(stories), within=within)


def _story_hits(story: StoryId, hits: list[Hit], versions: list[VersionRow]) -> StoryHits:
    names = names_of(tuple(versions))
    title = versions[0].title if versions else ""
    return StoryHits(story, title, tuple(hits), tuple(names.get(hit.article, "") for hit in hits))
