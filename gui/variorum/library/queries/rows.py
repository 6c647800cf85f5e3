"""What the queries return: one value a row of a list."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from variorum.annotations.values import Code
from variorum.ids import ArticleId, StoryId
from variorum.library.ids import ImportId, ListId
from variorum.text import (
    NO_DETAILS,
    Article,
    Details,
    Lineage,
    Moment,
    PassageKind,
    Problem,
    PublishedFrom,
)


class StoryOrder(StrEnum):
    """Say how the list of stories is sorted; ties go by the newer story first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SOURCE = "source"
    VERSIONS = "versions"
    MARKS = "marks"
    READ = "read"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """Hold one line of the list of stories."""

    story: StoryId
    base: ArticleId
    title: str
    """The base's headline, else its first words."""
    published: Moment | None
    versions: int
    highlights: int
    notes: int
    notes_apart: int = 0
    """How many of the notes are on no highlight."""
    is_unread: bool = False
    """It was not opened since its newest version came."""
    is_done: bool = False

    @property
    def marks(self) -> int:
        """Count the highlights and notes on the story and its versions."""
        return self.highlights + self.notes

    @property
    def places(self) -> int:
        """Count what is marked: the highlights, noted or not, and the notes apart from them."""
        return self.highlights + self.notes_apart


@dataclass(frozen=True, slots=True)
class ListRow:
    """Hold a view or a collection."""

    id: ListId
    name: str
    filter_text: str = ""
    """Of a view."""
    order: StoryOrder | None = None
    """Of a view."""
    stories: int = 0
    """Of a collection: how many stand in it, the bin aside."""


@dataclass(frozen=True, slots=True)
class VersionRow:
    """Hold one version of a story, as a list or a pane's header shows it."""

    article: ArticleId
    story: StoryId
    is_base: bool
    chosen_by_hand: bool
    """It is the base because a person said so."""
    title: str
    """The headline, else the first words."""
    headline: str | None
    source: str | None
    published: Moment | None
    words: int
    """Of its story passages."""
    highlights: int
    notes: int
    why: str
    """What it was recognised by as a version of the story; empty when it was alone."""
    text_sha256: str
    origin: str = ""
    """Address, guid or path that it came from."""
    lineage: tuple[Lineage, ...] = ()
    """What its copy says of its descent."""


@dataclass(frozen=True, slots=True)
class AsRead:
    """Hold what was read before a person corrected it."""

    headline: str | None
    source: str | None
    published: Moment | None
    published_from: PublishedFrom | None


@dataclass(frozen=True, slots=True)
class KindByHand:
    """Hold a passage whose kind a person chose, and what it was read as."""

    article: ArticleId
    passage: int
    """Its number in the article, from 0."""
    kind: PassageKind
    as_read: PassageKind


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """Hold an article with all that the library knows of it."""

    id: ArticleId
    story: StoryId
    article: Article
    """With what a person corrected."""
    as_read: AsRead
    import_id: ImportId
    origin: str
    index: int
    format: str
    encoding: str
    problems: tuple[Problem, ...]
    text_sha256: str
    added: dt.datetime
    binned: dt.datetime | None
    details: Details = NO_DETAILS
    by_hand: tuple[KindByHand, ...] = ()


@dataclass(frozen=True, slots=True)
class Received:
    """Hold the bytes of an article as they came."""

    data: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class CodeRow:
    """Hold a code and how many highlights have it."""

    code: Code
    highlights: int
    with_below: int = 0
    """How many have it or a code below it; one that has several counts once."""
