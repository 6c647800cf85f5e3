"""Read the record of a story as ProQuest and Europresse print it: what its lines are.

The records of other databases are read by the wire room, which knows their labels and codes
also where a single story was pasted.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import language_of_cell
from variorum.formats.documents.document import Paragraph
from variorum.formats.html.tree import squash
from variorum.text import NO_DETAILS, Details
from variorum.wire import dates
from variorum.wire.fields import NO_FIELDS, Fields

_LABEL = re.compile(r"(?P<label>[A-Z][\w/ -]{2,40}?)\s?:\s*+(?P<value>.*)", re.DOTALL)
_LABELS = frozenset({
    "abstract", "author", "bibliography", "citation", "classification", "collection",
    "column", "company", "company / organization", "copyright", "correspondence author",
    "country of publication", "credit", "database", "dateline", "document feature",
    "document type", "document url", "edition", "e-issn", "first page", "full text",
    "identifier / keyword", "issn", "issue", "language of publication", "last updated", "links",
    "location", "number of pages", "pages", "people", "place of publication",
    "proquest document id", "publication date", "publication info", "publication subject",
    "publication title", "publication year", "publisher", "section", "source attribution",
    "source type", "start page", "subject", "supplement", "title", "volume", "year",
})  # fmt: skip
_SIGNS = frozenset({"proquest document id", "document url"})
_BODY = "full text"
_LINKED = "proquest document link"
_CODE = re.compile(r"(?:news|pub|web|doc|bio|rdp)[·•]\d{8}[·•]\S{1,80}")
_LONGEST_HEAD = 160
_LINES_OF_HEAD = 4


@dataclass(frozen=True, slots=True)
class Record:
    """Hold a story's lines with what they are, and what the record says of it."""

    paragraphs: tuple[Paragraph, ...]
    fields: Fields = NO_FIELDS
    details: Details = NO_DETAILS


def record_of(paragraphs: Sequence[Paragraph]) -> Record | None:
    """Return a story with its record read; None where it is none of these."""
    shown = [each for each in paragraphs if each.text.strip()]
    return _labelled(shown) or _headed(shown)


def _labelled(paragraphs: Sequence[Paragraph]) -> Record | None:
    """Read the labels that ProQuest sets above and below a story."""
    values: dict[str, str] = {}
    lines: list[Paragraph] = []
    for paragraph in paragraphs:
        match = _LABEL.fullmatch(paragraph.text.strip())
        label = match["label"].casefold() if match else ""
        if match is None or label not in _LABELS:
            is_link = paragraph.text.strip().casefold() == _LINKED
            lines.append(replace(paragraph, is_header=is_link))
        elif label == _BODY:
            lines.append(Paragraph(f"{match['label']}:", is_header=True))
            lines += [Paragraph(match["value"])] if match["value"] else []
        else:
            lines.append(replace(paragraph, is_header=True))
        if match is not None and label in _LABELS:
            values.setdefault(label, " ".join(match["value"].split()))
    if _SIGNS.isdisjoint(values):
        return None
    title = values.get("title") or None
    fields = Fields(
        headline=title,
        byline=values.get("author") or None,
        published=read_date(values.get("publication date", ""), None),
        source=values.get("publication title") or None,
        language=language_of_cell(values.get("language of publication", "").partition(",")[0]),
    )
    return Record(_titled(lines, title), fields, _details(values))


def _details(values: dict[str, str]) -> Details:
    def several(label: str) -> tuple[str, ...]:
        return tuple(filter(None, map(str.strip, values.get(label, "").split(";"))))

    return Details(
        guid=values.get("proquest document id") or None,
        subjects=several("subject"),
        places=several("location"),
        keywords=several("identifier / keyword"),
        copyright=values.get("copyright") or None,
        address=values.get("document url") or None,
    )


def _headed(paragraphs: Sequence[Paragraph]) -> Record | None:
    """Read Europresse's head: the paper, its day and page, the title; and its code at the foot."""
    if not paragraphs or not _CODE.fullmatch(paragraphs[-1].text.strip()):
        return None
    for number, paragraph in enumerate(paragraphs[:_LINES_OF_HEAD]):
        words = paragraph.text.strip()
        day = _day_in(words) if len(words) <= _LONGEST_HEAD else None
        if day is None or number + 1 >= len(paragraphs) - 1:
            continue
        title = " ".join(paragraphs[number + 1].text.split())
        head = [replace(each, is_header=True) for each in paragraphs[: number + 1]]
        foot = replace(paragraphs[-1], is_header=True)
        fields = Fields(
            headline=title if len(title) <= 2 * _LONGEST_HEAD else None,
            published=day,
            source=paragraphs[0].text.strip() if number else None,
        )
        lines = [*head, *paragraphs[number + 1 : -1], foot]
        return Record(_titled(lines, fields.headline), fields)
    return None


def _day_in(words: str) -> dt.date | None:
    """Return the full date that one of the parts of a line opens with: Économie, mardi 16 avril 2019."""
    for part in words.split(","):
        found = dates.at_the_start(part.strip())
        if found is not None and found.date is not None and found.date.full is not None:
            return found.date.full
    return None


def _titled(lines: Sequence[Paragraph], title: str | None) -> tuple[Paragraph, ...]:
    """Return the lines with the first that is the title called so."""
    wanted = squash(title or "")
    at = next((n for n, line in enumerate(lines) if wanted and squash(line.text) == wanted), None)
    return tuple(
        replace(line, is_title=True, is_header=False) if n == at else line
        for n, line in enumerate(lines)
    )
