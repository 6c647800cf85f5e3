"""Read the SGML of the Reuters-21578 collection: a thousand stories a file, as the wire sent them.

The text of an article is what stands inside TEXT without tags and control characters, its line
breaks as they are. The collection marks only titles, authors and datelines, and not in every story.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from variorum.errors import FormatError
from variorum.formats import encodings
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.wires import transmission
from variorum.text import Article, Details, Imported, PassageKind, Problem, ProblemKind
from variorum.wire.fields import Fields
from variorum.wire.lexicon import MONTH_OF_NAME
from variorum.wire.words import collapsed

NAME = "reuters21578"

_SOURCE = "Reuters"
_LANGUAGE = "en"
_OPENS = re.compile(rb"<REUTERS\b([^<>]*)>", re.IGNORECASE)
_CLOSES = re.compile(rb"</REUTERS\s*>", re.IGNORECASE)
_NUMBER = re.compile(rb"""\bNEWID\s*=\s*["']?(\w{1,12})""", re.IGNORECASE)
_CODES = re.compile(r"&#(?:0*(?:[0-8]|1[0-9]|2[0-9]|3[01]|127));")
_TAG = re.compile(r"</?(?:TITLE|AUTHOR|DATELINE|BODY|TEXT|D)\b[^<>]*>", re.IGNORECASE)
# No tag of the same element stands within one: what is not closed is passed over at once.
_TOLD = re.compile(
    r"<(TITLE|AUTHOR)>((?:(?!</?(?:TITLE|AUTHOR)>).){0,2000}+)</\1>", re.IGNORECASE | re.DOTALL
)
_DATE = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d{4})")
_WIRE_LINE = re.compile(
    r"(?P<urgency>[a-z])\s[a-z]\s(?P<keyword>(?:BC|AM|PM)-\S.{0,80}?)\s{1,20}\d\d-\d\d"
)
_CYCLE = re.compile(r"^(?:BC|AM|PM)-")
_NAMED = re.compile(r"<D>(.{0,200}?)</D>", re.IGNORECASE | re.DOTALL)
_EXTRA_TOPICS = ("PEOPLE", "ORGS", "EXCHANGES", "COMPANIES")


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the file's articles; raise `FormatError` where it holds none."""
    found = [_imported(chunk, number, origin=origin) for number, chunk in _records(data)]
    read = [imported for imported in found if imported is not None]
    if not read:
        raise FormatError(
            f"{name} holds no story of the Reuters collection.", hint="It may have been cut off."
        )
    unread = len(found) - len(read)
    if unread:
        noted = Problem(ProblemKind.PART_UNREAD, f"REUTERS x {unread}")
        read[0] = replace(read[0], problems=(*read[0].problems, noted))
    return [
        imported if imported.details.guid else replace(imported, index=place)
        for place, imported in enumerate(read)
    ]


def _records(data: bytes) -> Iterator[tuple[str | None, bytes]]:
    """Yield each record's number and its bytes, from its tag to its end or to the next one."""
    opened = list(_OPENS.finditer(data))
    ends = [*(tag.start() for tag in opened), len(data)][1:]
    for tag, end in zip(opened, ends, strict=True):
        closed = _CLOSES.search(data, tag.end(), end)
        number = _NUMBER.search(tag[1])
        yield (
            number[1].decode("ascii", "replace") if number else None,
            data[tag.start() : closed.end() if closed else end],
        )


def _imported(received: bytes, number: str | None, *, origin: str) -> Imported | None:
    decoded = encodings.decode(received)
    record = _CODES.sub("", transmission.with_line_feeds(decoded.text))
    inner, is_closed = _inside("TEXT", record)
    article = _article(inner or "", record)
    if article is None:
        return None
    unclosed = () if is_closed else (Problem(ProblemKind.AGAINST_STANDARD, "</TEXT>"),)
    wire = _WIRE_LINE.search(_plain(_inside("UNKNOWN", record)[0] or ""))
    return Imported(
        article=article,
        origin=f"{NAME}:{number}" if number else origin,
        received=received,
        encoding=decoded.encoding,
        format=NAME,
        problems=(*decoded.problems, *unclosed),
        details=Details(
            guid=number,
            urgency=wire["urgency"] if wire else None,
            subjects=_names("TOPICS", record),
            keywords=tuple(name for tag in _EXTRA_TOPICS for name in _names(tag, record)),
            places=_names("PLACES", record),
            provider=_SOURCE,
            dateline=_field("DATELINE", inner or ""),
        ),
    )


def _article(inner: str, record: str) -> Article | None:
    """Compose the article of what stands in TEXT; none where that is empty."""
    wire = _WIRE_LINE.search(_plain(_inside("UNKNOWN", record)[0] or ""))
    fields = Fields(
        headline=_field("TITLE", inner),
        slug=_CYCLE.sub("", wire["keyword"]) if wire else None,
        byline=_field("AUTHOR", inner),
        published=_day(_inside("DATE", record)[0] or ""),
        source=_SOURCE,
        language=_LANGUAGE,
    )
    parts = _parts(inner)
    return compose(parts, fields=fields, mend=as_read, between="") if parts else None


def _parts(inner: str) -> list[Part]:
    """Return the text in its printed order: title and author are told, the rest is wire copy."""
    parts: list[Part] = []
    place = 0
    for found in _TOLD.finditer(inner):
        parts.append(Part(_plain(inner[place : found.start()])))
        kind = PassageKind.HEADLINE if found[1].upper() == "TITLE" else PassageKind.BYLINE
        parts.append(Part(_plain(found[2]), kind))
        place = found.end()
    parts.append(Part(_plain(inner[place:])))
    whole = "".join(part.text for part in parts)
    if not whole.strip():
        return []
    return parts


def _inside(tag: str, text: str) -> tuple[str | None, bool]:
    """Return what stands inside an element, to the end of the text where it is not closed."""
    opened = re.search(rf"<{tag}\b[^<>]*>", text, re.IGNORECASE)
    if not opened:
        return None, True
    closed = re.compile(rf"</{tag}\s*>", re.IGNORECASE).search(text, opened.end())
    return text[opened.end() : closed.start() if closed else len(text)], closed is not None


def _field(tag: str, text: str) -> str | None:
    inner, is_closed = _inside(tag, text)
    return collapsed(_plain(inner)) or None if inner and is_closed else None


def _names(tag: str, record: str) -> tuple[str, ...]:
    return tuple(_plain(name).strip() for name in _NAMED.findall(_inside(tag, record)[0] or ""))


def _plain(text: str) -> str:
    """Return text without the collection's tags, entities resolved once."""
    return transmission.cleaned(unescape(_TAG.sub("", text)))


def _day(text: str) -> dt.date | None:
    found = _DATE.search(text)
    month = MONTH_OF_NAME.get(found[2].casefold()) if found else None
    if not found or month is None:
        return None
    try:
        return dt.date(int(found[3]), month, int(found[1]))
    except ValueError:
        return None
