"""Marks as values: codes, highlights, notes, and what carrying made of a mark."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class Annotator:
    """Name who makes marks."""

    id: AnnotatorId
    name: str
    colour: str = ""
    """A name from the palette of codes."""
    initials: str = ""
    """Letters that no other annotator of the library has: the second sign beside the colour."""


@dataclass(frozen=True, slots=True)
class Code:
    """Hold a category for highlights."""

    id: CodeId
    name: str
    colour: str
    """A name from the theme's palette of codes, so that it suits light and dark."""
    position: int
    """Its place in the codebook from 0, among the codes that stand below the same code."""
    parent: CodeId | None = None
    memo: str = ""
    sign: str = ""
    """Letters beside the colour, which is never the only sign; the name's first where empty."""
    description: str = ""
    examples: str = ""
    key: int | None = None
    """The number key that gives it, 1 to 9."""
    codable: bool = True
    """Highlights may have it; where not, it only holds the codes below it together."""
    retired: bool = False
    """Kept on the marks that have it, and offered for no new one."""

    @property
    def letters(self) -> str:
        """Return the letters that tell the code apart without its colour."""
        return self.sign or self.name.strip()[:1].upper()

    @property
    def is_offered(self) -> bool:
        """Tell whether a new mark may have the code."""
        return self.codable and not self.retired


@dataclass(frozen=True, slots=True)
class CodeProperties:
    """Hold what a person says of a code, its place in the codebook aside."""

    name: str
    colour: str
    sign: str = ""
    """Letters beside the colour; chosen among those not taken yet where empty."""
    description: str = ""
    examples: str = ""
    memo: str = ""
    key: int | None = None
    codable: bool = True

    @classmethod
    def of(cls, code: Code) -> "CodeProperties":
        """Return the properties of a code as they are."""
        return cls(
            name=code.name,
            colour=code.colour,
            sign=code.sign,
            description=code.description,
            examples=code.examples,
            memo=code.memo,
            key=code.key,
            codable=code.codable,
        )


@dataclass(frozen=True, slots=True)
class Anchor:
    """Find a highlight's words again: position, quotation, context (W3C selectors)."""

    span: Span
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """Hold a marked span of one article."""

    id: HighlightId
    article: ArticleId
    anchor: Anchor
    codes: tuple[CodeId, ...]
    annotator: AnnotatorId
    made: dt.datetime

    @property
    def span(self) -> Span:
        """Return where the words stand in the article's text."""
        return self.anchor.span


@dataclass(frozen=True, slots=True)
class VariantPlace:
    """Say which variant a note is about, by both its ends."""

    base_article: ArticleId
    base: Span
    version_article: ArticleId
    version: Span


@dataclass(frozen=True, slots=True)
class Note:
    """Hold Markdown on exactly one of: a highlight, a variant, an article, a story."""

    id: NoteId
    text: str
    annotator: AnnotatorId
    made: dt.datetime
    changed: dt.datetime
    highlight: HighlightId | None = None
    variant: VariantPlace | None = None
    article: ArticleId | None = None
    story: StoryId | None = None


class CarriedStatus(StrEnum):
    """Say what became of a span in another version."""

    CARRIED = "carried"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Carried:
    """Hold what became of one span; no span when it was dropped."""

    status: CarriedStatus
    span: Span | None
