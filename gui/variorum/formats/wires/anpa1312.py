"""Read ANPA 1312: stories with typesetting codes, as American agencies transmit them.

The frame: SYN SYN SOH, service letter and number, US, selector; priority, category, keyword,
version, date, word count; STX, text, ETX, circuit and time, EOT. In the text `^` opens a line
that is set by itself and `<` (left) or `=` (centred) closes it; a tab opens a paragraph. Codes
become plain text; the ASCII typography of the wire (`_`, two grave accents) stays as it is.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from variorum.errors import FormatError
from variorum.formats import encodings
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.wires import transmission
from variorum.text import Details, Imported, Moment, PassageKind, Problem, ProblemKind
from variorum.wire import headlines, reader
from variorum.wire.fields import Fields
from variorum.wire.words import collapsed

NAME = "anpa1312"

_START = re.compile(
    rb"(?:(?P<soh>\x01)|\A|(?<=[\r\n\x04\x0c\x16\x00]))[ \t]{0,4}"
    rb"(?=[A-Za-z]{1,2}\d{4}[\w-]{0,8}[\x1f_]?[^\r\n]{0,24}\r{0,2}[\r\n]"
    rb"[^\r\n]{0,4}[A-Za-z][ \t])"
)
_SECOND = re.compile(
    r"(?P<priority>[A-Za-z])[ \t]+(?P<category>[A-Za-z]{1,3})[ \t]+"
    r"(?P<keyword>\S+)(?:[ \t]+(?P<version>[^\n]*?))?[ \t]+(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:[ \t]+(?P<count>\d{1,5}))?[ \t]*"
)
# What follows the category says how the text is to be set: as lines, as a table.
_SETTINGS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_CIRCUIT = re.compile(
    r"(?P<agency>[A-Z]{2,6})-[A-Z]{2}-(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)"
    r"[ \t]+(?P<hour>[0-2]\d)(?P<minute>[0-5]\d)[ \t]?(?P<zone>[A-Z]{1,4})?"
)
_CYCLE = re.compile(r"(?:BC|AP|AM|PM)-", re.IGNORECASE)
_CLOSES = ("<", "=", "+")
# Characters by which rows of a table are set: leaders, thin spaces, the row's own quad.
_LEADERS = re.compile(r"[\x10\x1e\x1f]+")
_ROW_OPENS = "\x08"
_HALF = re.compile(r"(?<=[\d;])\{(?=[\s;]|$)")
_CODED_NUMBER = re.compile(r"^\*\d{2,5}<[ \t]*\^?")
_COUNT_BEHIND = re.compile(r"[, ]{1,8}\d{0,5}$")
_EDITORS = re.compile(
    r"\(?(?:Eds|Editors)\b[:.,]?\s*|EDITOR'?S'? NOTES?\s*[-_–—:]\s*", re.IGNORECASE
)
_PICTURES = re.compile(r"[A-Z]{2,4} (?:Photos?|Graphics?|Video|Interactive)\b")
_FEWEST_CELLS = 3
_LONGEST_HEADER = 200
_INDENT = re.compile(r"(?:\t|   )[ \t]*")


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold a line of a story's text without its codes."""

    words: str
    alone: bool = False
    """`^` set it by itself."""
    opens: bool = False
    """An indent opens a paragraph with it."""
    row: bool = False


_BLANK = _Line("")


@dataclass(frozen=True, slots=True)
class _Head:
    """Hold what the lines above the story say."""

    keyword: str | None
    headline: str | None
    byline: str | None
    notes: tuple[str, ...]
    parts: tuple[Part, ...]


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return an article for each story; raise `FormatError` where none holds text."""
    found = [_imported(chunk, origin=origin) for chunk in _stories(data)]
    read = [imported for imported in found if imported is not None]
    if not read:
        raise FormatError(
            f"{name} holds no story with text in it.",
            hint="It may have been cut off in transmission.",
        )
    return [replace(imported, index=place) for place, imported in enumerate(read)]


def _stories(data: bytes) -> Iterator[bytes]:
    """Yield each story from its first header line on."""
    found = list(_START.finditer(data))
    starts = [start.end() for start in found if start["soh"]] or [start.end() for start in found]
    for start, end in pairwise([*starts, len(data)]):
        yield data[start:end]


def _imported(received: bytes, *, origin: str) -> Imported | None:
    decoded = encodings.decode(received)
    _, _, below = transmission.with_line_feeds(decoded.text).partition("\n")
    second, _, rest = below.partition("\n")
    second = _SETTINGS.sub(" ", second).strip()
    header = _SECOND.fullmatch(second) if len(second) <= _LONGEST_HEADER else None
    if header is None:
        rest = below
    message = transmission.cut(rest)
    text, circuit = _without_circuit(message)
    lines = _lines(text)
    if not any(line.words for line in lines):
        return None
    head, above = _head(lines)
    published = _published(circuit)
    slug = header["keyword"] if header else None
    fields = Fields(
        headline=head.headline,
        slug=_CYCLE.sub("", slug, count=1).rstrip(",;") or None if slug else None,
        byline=head.byline,
        published=published,
    )
    parts = [*head.parts, *_paragraphs(lines[above:])]
    return Imported(
        article=transmission.from_sender(
            compose(parts, fields=fields, mend=as_read), circuit["agency"] if circuit else None
        ),
        origin=origin,
        received=received,
        encoding=decoded.encoding,
        format=NAME,
        problems=(*decoded.problems, *_problems(message, header)),
        details=Details(
            version=collapsed(header["version"] or "") or None if header else None,
            urgency=header["priority"] if header else None,
            subjects=(header["category"],) if header else (),
            keywords=(head.keyword,) if head.keyword else (),
            provider=circuit["agency"] if circuit else None,
            editor_note=" ".join(head.notes) or None,
            revised=published,
        ),
    )


def _problems(message: transmission.Message, header: re.Match[str] | None) -> list[Problem]:
    broken = [
        detail
        for detail, is_broken in (
            ("header", header is None),
            ("ETX", bool(message.header or header) and not message.ends),
        )
        if is_broken
    ]
    return [Problem(ProblemKind.AGAINST_STANDARD, detail) for detail in broken]


def _without_circuit(message: transmission.Message) -> tuple[str, re.Match[str] | None]:
    """Return the text and the line of circuit and time, which stays behind where ETX was lost."""
    last: re.Match[str] | None = None
    found = _CIRCUIT.search(message.trailer)
    if found or message.ends:
        return message.text, found
    for found in _CIRCUIT.finditer(message.text):
        last = found
    if last is not None and not message.text[last.end() :].strip("< \t\n\x0c"):
        return message.text[: last.start()], last
    return message.text, None


def _published(circuit: re.Match[str] | None) -> Moment | None:
    if circuit is None:
        return None
    try:
        day = dt.date(
            transmission.full_year(circuit["year"]), int(circuit["month"]), int(circuit["day"])
        )
        clock = dt.time(int(circuit["hour"]), int(circuit["minute"]), tzinfo=dt.UTC)
    except ValueError:
        return None
    return dt.datetime.combine(day, clock) if circuit["zone"] in {"GMT", "UTC"} else day


def _lines(text: str) -> list[_Line]:
    """Return the lines of a text, each freed of its codes."""
    return [_line(line) if line else _BLANK for line in text.split("\n")]


def _line(line: str) -> _Line:
    is_row = _ROW_OPENS in line[:2]
    words = transmission.cleaned(_LEADERS.sub("", line))
    opens = bool(_INDENT.match(words))
    words = words.strip()
    alone = words.startswith("^") and not is_row
    words = _CODED_NUMBER.sub("", words.removeprefix("^"))
    words = words[:-1].rstrip() if words.endswith(_CLOSES) else words
    words = _HALF.sub("½", words.removeprefix("^").strip())
    is_row = is_row or (words.count(";") >= _FEWEST_CELLS and words.count(";") > words.count("; "))
    return _Line(words, alone=alone, opens=opens, row=is_row)


def _head(lines: list[_Line]) -> tuple[_Head, int]:
    """Return what stands above the story, and how many lines that takes."""
    end = 0
    while end < len(lines) and (lines[end].alone or not lines[end].words):
        end += 1
    said = [line.words for line in lines[:end] if line.words]
    if not said:
        return _Head(None, None, None, (), ()), 0
    keyword, rest = (said[0], said[1:]) if _is_keyword(said[0]) else (None, said)
    headline = next((n for n, words in enumerate(rest) if _may_be_headline(words)), None)
    bylines = [words for words in rest if _is_byline(words)]
    notes = tuple(_note(words) for words in rest if _EDITORS.match(words))
    parts = [
        Part(words, PassageKind.HEADLINE if place == headline else None)
        for place, words in enumerate(rest)
    ]
    head = _Head(
        keyword=collapsed(_COUNT_BEHIND.sub("", keyword)) if keyword else None,
        headline=None if headline is None else collapsed(rest[headline]),
        byline=collapsed(bylines[0]) if bylines else None,
        notes=notes,
        parts=(*([Part(keyword, PassageKind.SLUGLINE)] if keyword else []), *parts),
    )
    return head, end


def _is_keyword(words: str) -> bool:
    """Tell a keyword line from a headline, with which some agencies begin."""
    return bool(_CYCLE.match(words)) or headlines.slug(words) is not None


def _note(words: str) -> str:
    """Return a note to editors without its label and the bracket around both."""
    note = _EDITORS.sub("", words, count=1)
    return note.removesuffix(")") if words.startswith("(") else note


def _may_be_headline(words: str) -> bool:
    if _EDITORS.match(words) or _PICTURES.match(words) or _is_byline(words):
        return False
    return any(character.isalpha() for character in words)


def _is_byline(words: str) -> bool:
    guess = reader.judge(words)
    return guess is not None and guess.kind is PassageKind.BYLINE


def _paragraphs(lines: list[_Line]) -> list[Part]:
    """Return the parts of the story: paragraphs, lines set by themselves, tables."""
    groups: list[list[_Line]] = []
    before: _Line | None = None
    for line in lines:
        if not line.words:
            before = None
            continue
        goes_on = (
            before is not None
            and before.row == line.row
            and (line.row or not (line.alone or line.opens or before.alone))
        )
        if goes_on:
            groups[-1].append(line)
        else:
            groups.append([line])
        before = line
    return [
        Part("\n".join(line.words for line in group), PassageKind.TABLE if group[0].row else None)
        for group in groups
    ]
