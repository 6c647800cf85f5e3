"""Read IPTC 7901: messages with a header line, text and a time stamp, as agencies transmit them.

The recommendation's frame: SOH, header, STX, text, ETX, date and time, EOT. Systems on the way
often drop the control characters; then the header lines alone say where a message begins.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from variorum.errors import FormatError
from variorum.formats import encodings
from variorum.formats.compose import Part, as_read, compose
from variorum.formats.wires import transmission
from variorum.text import Details, Imported, Lineage, PassageKind, Problem, ProblemKind
from variorum.wire import headlines, lineage, reader
from variorum.wire.fields import Fields
from variorum.wire.words import collapsed

NAME = "iptc7901"

_HEADER = re.compile(
    r"[A-Za-z]{2,5}\d{2,5}(?:[ \t]+(?P<priority>\d))?(?:[ \t]+(?P<category>[A-Za-z]{1,4}))?"
    r"(?:[ \t]+\d{1,5})?(?:[ \t]+(?P<rest>[^\n]*))?"
)
_MARKED = re.compile(rb"\x01[ \t]*(?=[A-Za-z]{2,5}\d{2,5}(?:[ \t][^\r\n]*)?(?:[\r\n]|\Z))")
# Without SOH nothing less than priority, category and count tells a header from copy.
_BARE = re.compile(
    rb"(?:\A|(?<=[\r\n]))[ \t\x00\x04\x0c\x16\x7f]*"
    rb"(?=[A-Za-z]{2,4}\d{2,4}[ \t]+[1-9][ \t]+[A-Za-z]{1,4}[ \t]+\d{1,5}(?:[ \t][^\r\n]*)?(?:[\r\n]|\Z))"
)
# An agency's name and its own counter close the header: `npa 061`, `FRA/NPA-RC58`.
_COUNTER = re.compile(
    r"(?:^|[\s/])(?P<agency>[A-Za-z][\w.-]{1,12}?)(?:\s+\d{2,5}|-[A-Z]{2}\d{1,4})\s*$"
)
_STAMP_LINE = re.compile(r"^(?:[A-Z]{2,5}[ \t]+)?\d{6}[ \t]+[^\n]{3,20}$", re.MULTILINE)
_FRAME_LINE = re.compile(r"^(?:ZCZC\b[^\n]{0,40}|NNNN)[ \t]*$", re.MULTILINE)
_HEAD_ENDS = re.compile(r"=\d{0,2}$")
_IN_BRACKETS = re.compile(r"\([^()]{2,40}\)")
_MOST_HEAD_LINES = 8
_LONGEST_KEY = 30


@dataclass(frozen=True, slots=True)
class _Head:
    """Hold the lines above the story, each with what it is."""

    parts: tuple[Part, ...]
    headline: str | None = None
    byline: str | None = None
    version: str | None = None


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return an article for each message; raise `FormatError` where none holds text."""
    found = [_imported(chunk, origin=origin) for chunk in _messages(data)]
    read = [imported for imported in found if imported is not None]
    if not read:
        raise FormatError(
            f"{name} holds no message with text in it.",
            hint="It may have been cut off in transmission.",
        )
    return [replace(imported, index=place) for place, imported in enumerate(read)]


def _messages(data: bytes) -> Iterator[bytes]:
    """Yield each message from its header line on."""
    # Where SOH is used at all, a line in a text that looks like a header is none.
    starts = [found.end() for found in _MARKED.finditer(data)]
    starts = starts or [found.end() for found in _BARE.finditer(data)]
    for start, end in pairwise([*starts, len(data)]):
        yield data[start:end]


def _imported(received: bytes, *, origin: str) -> Imported | None:
    decoded = encodings.decode(received)
    line, _, rest = transmission.with_line_feeds(decoded.text).partition("\n")
    header = _HEADER.fullmatch(transmission.cleaned(line).strip())
    message = transmission.cut(rest)
    slug_lines, copy = _slug_and_copy(message, rest)
    copy, trailer = _without_trailer(copy, message.trailer)
    if header is None or not copy.strip():
        return None
    head, body = _head_and_body(copy)
    published = transmission.stamped(trailer)
    fields = Fields(
        headline=head.headline,
        slug=collapsed(" ".join(slug_lines)).strip("/ ") or None,
        byline=head.byline,
        published=published,
    )
    parts = [
        *(Part(part, PassageKind.SLUGLINE) for part in slug_lines),
        *head.parts,
        *([Part(body)] if body else []),
    ]
    counter = _COUNTER.search(header["rest"] or "")
    provider = counter["agency"] if counter else None
    unended = Problem(ProblemKind.AGAINST_STANDARD, "ETX")
    is_unended = bool(message.header) and not message.ends
    article = transmission.from_sender(compose(parts, fields=fields, mend=as_read), provider)
    return Imported(
        article=replace(article, lineage=_marks(article.lineage, head.version)),
        origin=origin,
        received=received,
        encoding=decoded.encoding,
        format=NAME,
        problems=(*decoded.problems, unended) if is_unended else decoded.problems,
        details=Details(
            version=head.version,
            urgency=header["priority"],
            subjects=(header["category"],) if header["category"] else (),
            provider=provider,
            revised=published,
        ),
    )


def _marks(marks: tuple[Lineage, ...], version: str | None) -> tuple[Lineage, ...]:
    """Return an item's marks with that of a line of its head that only names a version."""
    kind = lineage.version_of(version or "")
    if kind is None:
        return marks
    return lineage.chosen([*marks, Lineage(kind)], headline=None, slug=None)


def _slug_and_copy(message: transmission.Message, rest: str) -> tuple[list[str], str]:
    """Return the keyword lines above the text, and the text."""
    if message.header.strip():
        lines = [line.strip() for line in transmission.cleaned(message.header).split("\n")]
        lines = [line for line in lines if line]
        keywords = list(takewhile(lambda line: line.endswith("/"), lines))
        if keywords and len(keywords) < len(lines):
            return keywords, "\n".join((*lines[len(keywords) :], "", message.text))
        if any(_HEAD_ENDS.search(line) for line in lines[1:]):
            # The head belongs to the story; some desks have it above STX.
            return lines[:1], "\n".join((*lines[1:], message.text))
        return lines, message.text
    copy = _FRAME_LINE.sub("", message.text if message.ends else rest)
    first, _, below = copy.lstrip().partition("\n")
    first = transmission.cleaned(first).strip()
    if first.endswith("/") or headlines.slug(first) is not None:
        return [first], below
    return [], copy


def _without_trailer(copy: str, trailer: str) -> tuple[str, str]:
    """Return the copy and its time stamp, which stands in the text where ETX was lost."""
    copy = _FRAME_LINE.sub("", transmission.cleaned(copy)).rstrip()
    if trailer.strip():
        return copy, transmission.cleaned(trailer)
    start = copy.rfind("\n") + 1
    if _STAMP_LINE.fullmatch(copy, start) and transmission.stamped(copy[start:]) is not None:
        return copy[:start].rstrip(), copy[start:]
    return copy, ""


def _head_and_body(copy: str) -> tuple[_Head, str]:
    """Return the lines up to the one that closes the head with `=`, and the story.

    Without that sign the whole copy is left to the wire reader, which finds the head itself.
    """
    lines = copy.lstrip("\n").split("\n")
    closing = next(
        (n for n, line in enumerate(lines[:_MOST_HEAD_LINES]) if _HEAD_ENDS.search(line.rstrip())),
        None,
    )
    body = "\n".join(lines if closing is None else lines[closing + 1 :]).strip("\n").rstrip()
    if closing is None:
        return _Head(()), body
    above = (_HEAD_ENDS.sub("", line.rstrip()).strip() for line in lines[: closing + 1])
    return _judged([line for line in above if line]), body


def _judged(lines: Sequence[str]) -> _Head:
    """Return the head: keys of the version first, then the headline, then the byline."""
    keys = 0
    while keys < len(lines) - 1 and _is_key(lines[keys]):
        keys += 1
    rest = lines[keys:]
    first_byline = next((n for n, line in enumerate(rest) if n and _is_byline(line)), len(rest))
    headline, byline = rest[:first_byline], rest[first_byline:]
    return _Head(
        parts=(
            *(Part(line, PassageKind.SLUGLINE) for line in lines[:keys]),
            *([Part("\n".join(headline), PassageKind.HEADLINE)] if headline else []),
            *([Part("\n".join(byline), PassageKind.BYLINE)] if byline else []),
        ),
        headline=collapsed(" ".join(headline)) or None,
        byline=collapsed(" ".join(byline)) or None,
        version=collapsed(" ".join(lines[:keys])) or None,
    )


def _is_key(line: str) -> bool:
    """Tell a line that only says what version this is from the words of a headline."""
    if len(line) > _LONGEST_KEY:
        return False
    if _IN_BRACKETS.fullmatch(line) or lineage.version_of(line) is not None:
        return True
    has_letters = any(character.isalpha() for character in line)
    return has_letters and line == line.upper() and headlines.slug(line) is not None


def _is_byline(line: str) -> bool:
    guess = reader.judge(line)
    return guess is not None and guess.kind is PassageKind.BYLINE
