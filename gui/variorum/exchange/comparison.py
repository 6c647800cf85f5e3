"""What an export shows: a story with its base, its versions, the comparisons and the marks."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.collation.decisions import WordPair
from variorum.collation.values import Collation, Decision, PassageLink, Relation, Variant
from variorum.text import Article, Passage, Span


@dataclass(frozen=True, slots=True)
class ShownCode:
    """Name a code with its colour from the palette."""

    name: str
    colour: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold a highlight with all that stands on it."""

    span: Span
    codes: tuple[ShownCode, ...]
    annotator: str
    made: dt.datetime
    notes: tuple[str, ...] = ()
    """Markdown, as written."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold one version of a story as it is exported."""

    article: Article
    name: str
    """Whose printing it is: the source, else the file."""
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VariantNote:
    """Hold a note on a variant, with both its ends."""

    base: Span
    version: Span
    text: str


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """Hold what was decided about two versions, by whom and when."""

    decision: Decision
    annotator: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class ShownWords:
    """Hold a pair of words that has one class in every story, by whom and when."""

    pair: WordPair
    annotator: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold a base and a version side by side."""

    base: Edition
    version: Edition
    collation: Collation
    notes: tuple[VariantNote, ...] = ()
    decisions: tuple[ShownDecision, ...] = ()

    def notes_on(self, variant: Variant) -> tuple[str, ...]:
        """Return what was written on a variant."""
        ends = (variant.base, variant.version)
        return tuple(note.text for note in self.notes if (note.base, note.version) == ends)


@dataclass(frozen=True, slots=True)
class StorySheet:
    """Hold a story as it is exported."""

    title: str
    base: Edition
    comparisons: tuple[Comparison, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Return the base and the versions."""
        return self.base, *(comparison.version for comparison in self.comparisons)


@dataclass(frozen=True, slots=True)
class Row:
    """Hold passages that stand level; a side without any has a gap."""

    link: PassageLink
    base: tuple[Passage, ...]
    version: tuple[Passage, ...]

    @property
    def gap(self) -> Relation | None:
        """Return what the gap on one side is, or None when both sides have words."""
        if self.base and self.version:
            return None
        return Relation.CUT if self.base else Relation.ADDED


def rows(comparison: Comparison) -> Iterator[Row]:
    """Return the passages of both sides, level by level, in reading order."""
    base = comparison.base.article.passages
    version = comparison.version.article.passages
    for link in comparison.collation.passages:
        yield Row(
            link,
            tuple(base[number] for number in link.base),
            tuple(version[number] for number in link.version),
        )
