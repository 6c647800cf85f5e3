"""Make an article of a document's paragraphs: Word, OpenDocument, Rich Text and PDF alike.

A title at the top is the headline, other headings are crossheads; all else is read as wire copy.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.errors import FormatError
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.sound import sound
from variorum.text import NO_DETAILS, Details, Imported, PassageKind, Problem
from variorum.wire.fields import NO_FIELDS, Fields
from variorum.wire.words import ends_sentence

_LONGEST_HEADLINE = 300
_LONGEST_HEADING = 200
_LINES_ABOVE = 4
"""Short lines, as a slug or a date, that may stand above a title."""
_LONGEST_ABOVE = 100


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Hold a paragraph: its words, and what its style makes of it."""

    text: str
    is_heading: bool = False
    is_title: bool = False
    is_table: bool = False
    is_furniture: bool = False
    """It belongs to the page, as a running head does."""
    is_header: bool = False
    """It is a field of a record around the story."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Hold where a document came from, what it is, and what it says of itself."""

    name: str
    origin: str
    received: bytes
    format_name: str
    encoding: str = "utf-8"
    language: str | None = None
    details: Details = NO_DETAILS
    problems: tuple[Problem, ...] = ()
    fields: Fields = NO_FIELDS
    index: int = 0


def imported(paragraphs: Sequence[Paragraph], of: Origin) -> Imported:
    """Return the article of a document; raise `FormatError` where it holds no words."""
    written = [paragraph for paragraph in paragraphs if paragraph.text.strip()]
    if not written:
        raise FormatError(f"{of.name} holds no text.", hint="It may hold only pictures.")
    problems: list[Problem] = [*of.problems]
    title = _title(written)
    parts: list[Part] = []
    for number, paragraph in enumerate(written):
        text, odd = sound(paragraph.text.strip("\n\r \t"))
        problems += odd
        parts.append(Part(text, _kind(paragraph, is_title=number == title)))
    headline = None if title is None else " ".join(parts[title].text.split())
    fields = replace(
        of.fields,
        headline=of.fields.headline or headline,
        language=of.fields.language or of.language,
    )
    return Imported(
        article=compose(parts, fields=fields, mend=as_read),
        origin=of.origin,
        received=of.received,
        encoding=of.encoding,
        format=of.format_name,
        index=of.index,
        problems=tuple(problems),
        details=of.details,
    )


def _title(paragraphs: Sequence[Paragraph]) -> int | None:
    """Return the place of the headline: a title or heading with at most some short lines above."""
    for place, paragraph in enumerate(paragraphs[: _LINES_ABOVE + 1]):
        if (paragraph.is_title or paragraph.is_heading) and len(
            paragraph.text
        ) <= _LONGEST_HEADLINE:
            return place
        if len(paragraph.text) > _LONGEST_ABOVE:
            return None
    return None


def _kind(paragraph: Paragraph, *, is_title: bool) -> PassageKind | None:
    if is_title:
        return PassageKind.HEADLINE
    if paragraph.is_header:
        return PassageKind.HEADER
    if paragraph.is_furniture:
        return PassageKind.CLUTTER
    if paragraph.is_table:
        return PassageKind.TABLE
    if paragraph.is_heading or paragraph.is_title:
        # Some desks set whole paragraphs in a heading's style.
        is_prose = len(paragraph.text) > _LONGEST_HEADING or (
            len(paragraph.text) > _LONGEST_HEADING // 2 and ends_sentence(paragraph.text)
        )
        return None if is_prose else PassageKind.CROSSHEAD
    return None
