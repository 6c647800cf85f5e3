"""Marks as they travel between programs: everything is named by its stable id.

An id is a UUID in its usual form, lower case. A highlight keeps the words it stands on, so
that whoever takes it in can prove that they stand there too.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from variorum.annotations.values import Anchor

StableId = NewType("StableId", str)


@dataclass(frozen=True, slots=True)
class SetAnnotator:
    """Name who made marks."""

    id: StableId
    name: str


@dataclass(frozen=True, slots=True)
class SetCode:
    """Hold a code of the codebook."""

    id: StableId
    name: str
    colour: str
    """A name from the palette of codes."""
    parent: StableId | None = None
    memo: str = ""
    sign: str = ""
    description: str = ""
    examples: str = ""
    codable: bool = True
    retired: bool = False


@dataclass(frozen=True, slots=True)
class SetArticle:
    """Name an article that marks stand on, by its id and by its text."""

    id: StableId
    text_sha256: str
    title: str
    source: str | None = None
    published: str | None = None
    """ISO 8601, as far as known."""


@dataclass(frozen=True, slots=True)
class SetStory:
    """Name a story and its versions."""

    id: StableId
    title: str
    articles: tuple[StableId, ...]
    """The base first."""


@dataclass(frozen=True, slots=True)
class SetHighlight:
    """Hold a highlight with its words and the words around it."""

    id: StableId
    article: StableId
    anchor: Anchor
    codes: tuple[StableId, ...]
    """In the order of the codebook."""
    annotator: StableId
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class SetEnd:
    """Hold one end of a variant; its words may be none."""

    article: StableId
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class SetVariant:
    """Hold both ends of a variant that a note is on."""

    base: SetEnd
    version: SetEnd


@dataclass(frozen=True, slots=True)
class OnHighlightOf:
    """Place a note on a highlight."""

    id: StableId


@dataclass(frozen=True, slots=True)
class OnArticleOf:
    """Place a note on an article."""

    id: StableId


@dataclass(frozen=True, slots=True)
class OnStoryOf:
    """Place a note on a story."""

    id: StableId


SetPlace = OnHighlightOf | OnArticleOf | OnStoryOf | SetVariant
"""What a note is on."""


@dataclass(frozen=True, slots=True)
class SetNote:
    """Hold a note, in Markdown."""

    id: StableId
    text: str
    on: SetPlace
    annotator: StableId
    made: dt.datetime
    changed: dt.datetime


@dataclass(frozen=True, slots=True)
class MarkSet:
    """Hold marks with all that they name; articles and stories may be there without any."""

    annotators: tuple[SetAnnotator, ...] = ()
    codes: tuple[SetCode, ...] = ()
    """In the order of the codebook."""
    articles: tuple[SetArticle, ...] = ()
    stories: tuple[SetStory, ...] = ()
    highlights: tuple[SetHighlight, ...] = ()
    notes: tuple[SetNote, ...] = ()

    def notes_on_highlights(self) -> Mapping[StableId, tuple[SetNote, ...]]:
        """Return the notes on highlights, by highlight."""
        found: dict[StableId, tuple[SetNote, ...]] = {}
        for note in self.notes:
            if isinstance(note.on, OnHighlightOf):
                found[note.on.id] = (*found.get(note.on.id, ()), note)
        return found

    def names(self) -> Mapping[StableId, str]:
        """Return the annotators' names."""
        return {each.id: each.name for each in self.annotators}

    @property
    def marked(self) -> frozenset[StableId]:
        """Return the articles that carry a highlight, a note, or the end of a variant with one."""
        found = {highlight.article for highlight in self.highlights}
        for note in self.notes:
            match note.on:
                case OnArticleOf(article):
                    found.add(article)
                case SetVariant(base, version):
                    found |= {base.article, version.article}
                case OnHighlightOf() | OnStoryOf():
                    pass
        return frozenset(found)
