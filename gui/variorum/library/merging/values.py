"""What a merge of two libraries is told, and what it reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class MergeKind(StrEnum):
    """Name what is merged, in the order in which a report tells of it."""

    ARTICLES = "articles"
    STORIES = "stories"
    ANNOTATORS = "annotators"
    CODES = "codes"
    HIGHLIGHTS = "highlights"
    NOTES = "notes"
    DECISIONS = "decisions"
    SETTLEMENTS = "settlements"
    LISTS = "lists"
    """Views and collections."""


class ClashKind(StrEnum):
    """Name what two libraries say otherwise."""

    SOURCE = "source"
    PUBLISHED = "published"
    HEADLINE = "headline"
    BELONGING = "belonging"
    """Whether two articles are versions of one story."""
    BASE = "base"
    PASSAGE = "passage"
    """What a passage is."""
    LINK = "link"
    VARIANT_CLASS = "variant_class"
    WORDS = "words"
    """The class of a pair of words."""
    CODE = "code"
    HIGHLIGHT = "highlight"
    NOTE = "note"
    SETTLEMENT = "settlement"


KEPT_TWICE = frozenset({ClashKind.HIGHLIGHT, ClashKind.NOTE})
"""Of these both versions stand in the library; of the others ours, and theirs is set aside."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Say what only a person can know about two libraries."""

    apart: frozenset[str] = frozenset()
    """Names that stand in both libraries for two different people."""


NO_CHOICE = Choice()


@dataclass(frozen=True, slots=True)
class Tally:
    """Count what became of the other library's rows of one kind."""

    new: int = 0
    """They come."""
    equal: int = 0
    """They are here already."""
    joined: int = 0
    """They are here, and something of theirs is added to what is here."""
    conflicts: int = 0
    """They say otherwise than what is here; no version is lost."""
    left: int = 0
    """They stay out: what they stand on is not merged."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Hold one thing that the two libraries say otherwise."""

    kind: ClashKind
    about: str
    """The title of an article, the name of a code, or the words."""
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class SameName:
    """Name an annotator of the other library who is called like one here, and was made apart."""

    name: str
    highlights: int
    notes: int


@dataclass(frozen=True, slots=True)
class MergeReport:
    """Say what a merge brings, or brought."""

    tallies: Mapping[MergeKind, Tally] = field(default_factory=dict[MergeKind, Tally])
    clashes: tuple[Clash, ...] = ()
    same_names: tuple[SameName, ...] = ()

    def of(self, kind: MergeKind) -> Tally:
        """Return the counts of one kind."""
        return self.tallies.get(kind, NOTHING)

    @property
    def brings(self) -> bool:
        """Tell whether anything comes."""
        return any(tally.new or tally.joined for tally in self.tallies.values())


NOTHING = Tally()
