"""Map an article's code points to the UTF-16 positions of what a view lays out.

A view cannot show every text as it stands: Qt counts UTF-16 units, swallows or turns some
characters, knows one line separator, and wire copy comes hard-wrapped. So a view lays out
a string of its own, made here, and never reads it back; this map is the only road between
the two. It is a list of segments, each of one of three shapes: one code point to one unit,
one code point to a surrogate pair, or several code points to one unit (a line break with
the white space around it).
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final, NamedTuple

from variorum.text import Span

LINE_SEPARATOR: Final = "\u2028"
_REPLACEMENT: Final = "\ufffd"
_NO_WIDTH: Final = "\u200b"
_BREAK: Final = r"(?:\r\n|[\n\r\v\f\x85\u2028\u2029])"
_BLANK: Final = r"[ \t]*"
_UNWRAPPED: Final = re.compile(
    rf"(?P<break>(?:(?<![ \t]){_BLANK})?+(?:{_BREAK}{_BLANK})+)|(?P<pair>[\U00010000-\U0010ffff]+)"
)
_KEPT: Final = re.compile(rf"(?P<break>{_BREAK})|(?P<pair>[\U00010000-\U0010ffff]+)")


class Lines(Enum):
    """Say what a view does with the line breaks inside a passage."""

    UNWRAP = auto()
    KEEP = auto()


def _turned() -> dict[int, str]:
    """List what Qt drops or takes for something else, each with what is shown instead.

    Measured with 6.11: a leading U+FEFF is swallowed and a leading U+FFFE swaps the bytes
    of all that follows when a string enters Qt; U+FFFC stands for an inline object; U+FDD0
    and U+FDD1 are frames of QTextDocument; lone surrogates cannot enter at all. U+202D and
    U+202E turn what follows against its own direction: a text is read as it stands, and the
    sign is seen.
    """
    controls = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x09}
    latin = dict.fromkeys(range(0x80, 0xA0), _REPLACEMENT)
    frames = dict.fromkeys(range(0xFDD0, 0xFDF0), _REPLACEMENT)
    lone = dict.fromkeys(range(0xD800, 0xE000), _REPLACEMENT)
    others = {0x7F: "\u2421", 0xFEFF: "\u2060"}
    objects = dict.fromkeys((0xFFFC, 0xFFFE, 0xFFFF), _REPLACEMENT)
    overrides = dict.fromkeys((0x202D, 0x202E), _REPLACEMENT)
    return controls | latin | frames | lone | others | objects | overrides


_TURNED: Final = _turned()


class _Segment(NamedTuple):
    """Hold where a run of one shape starts on both sides, and how long it is there."""

    place: int
    position: int
    points: int
    units: int


@dataclass(frozen=True, slots=True)
class TextMap:
    """Hold what a view shows for a span of a text, and lead from each to the other.

    A *place* is an offset in code points into the whole text; a *position* is an offset in
    UTF-16 units into `view`.
    """

    span: Span
    view: str
    _segments: tuple[_Segment, ...]
    _places: tuple[int, ...]
    _positions: tuple[int, ...]
    length: int
    """UTF-16 units of `view`."""

    @classmethod
    def of(cls, text: str, span: Span, *, lines: Lines = Lines.UNWRAP) -> "TextMap":
        """Make the view of a span of a text."""
        shown: list[str] = []
        segments: list[_Segment] = []
        place, position = span.start, 0
        for piece, points, units in _pieces(span.of(text), lines):
            shown.append(piece)
            segments.append(_Segment(place, position, points, units))
            place += points
            position += units
        return cls(
            span=span,
            view="".join(shown),
            _segments=tuple(segments),
            _places=tuple(segment.place for segment in segments),
            _positions=tuple(segment.position for segment in segments),
            length=position,
        )

    def to_view(self, place: int) -> int:
        """Return the position of a place; places outside the span go to its nearer end."""
        if place <= self.span.start or not self._segments:
            return 0
        if place >= self.span.end:
            return self.length
        segment = self._segments[bisect_right(self._places, place) - 1]
        offset = place - segment.place
        if segment.points == segment.units:
            return segment.position + offset
        if segment.units == 2 * segment.points:
            return segment.position + 2 * offset
        return segment.position

    def to_text(self, position: int) -> int:
        """Return the place of a position; inside a surrogate pair, that of the pair."""
        if position <= 0 or not self._segments:
            return self.span.start
        if position >= self.length:
            return self.span.end
        segment = self._segments[bisect_right(self._positions, position) - 1]
        offset = position - segment.position
        if segment.points == segment.units:
            return segment.place + offset
        if segment.units == 2 * segment.points:
            return segment.place + offset // 2
        return segment.place

    def range_in_view(self, span: Span) -> tuple[int, int]:
        """Return the positions between which the words of a span stand in the view."""
        return self.to_view(span.start), self.to_view(span.end)

    def span_in_text(self, start: int, end: int) -> Span:
        """Return the places between two positions, in either order."""
        first, last = sorted((self.to_text(start), self.to_text(end)))
        return Span(first, last)


def _pieces(text: str, lines: Lines) -> Iterator[tuple[str, int, int]]:
    """Cut a text into runs of one shape: what is shown, code points, UTF-16 units."""
    pattern = _UNWRAPPED if lines is Lines.UNWRAP else _KEPT
    done = 0
    for match in pattern.finditer(text):
        if match.start() > done:
            yield _plain(text[done : match.start()])
        done = match.end()
        if match["pair"] is not None:
            yield match["pair"], len(match["pair"]), 2 * len(match["pair"])
        else:
            yield _for_break(text, match, lines), len(match["break"]), 1
    if done < len(text):
        yield _plain(text[done:])


def _plain(run: str) -> tuple[str, int, int]:
    return run.translate(_TURNED), len(run), len(run)


def _for_break(text: str, match: re.Match[str], lines: Lines) -> str:
    """Return what stands for a line break: nothing visible between two ideographs."""
    if lines is Lines.KEEP:
        return LINE_SEPARATOR
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return _NO_WIDTH if _is_ideograph(before) and _is_ideograph(after) else " "


def _is_ideograph(char: str) -> bool:
    return bool(char) and unicodedata.east_asian_width(char) in "WF" and not "가" <= char <= "힣"


def chunks(text: str, span: Span, *, limit: int) -> Iterator[Span]:
    """Cut a span into spans of at most `limit` code points, between words where it can.

    Qt's line breaking is worse than linear in an unbroken run (one million characters took
    it 43 s), so a view lays out long passages piece by piece.
    """
    start = span.start
    while span.end - start > limit:
        end = _cut(text, start, start + limit)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut at the latest: after a space, else not inside a character."""
    space = text.rfind(" ", start + (end - start) // 2, end)
    if space >= 0:
        return space + 1
    for place in range(end, max(start, end - 64), -1):
        if not _joins(text, place):
            return place
    return end


def _joins(text: str, place: int) -> bool:
    """Tell whether the characters on both sides of a place belong together."""
    before, after = text[place - 1], text[place]
    if before + after == "\r\n" or "\u200d" in (before, after):
        return True
    joined = unicodedata.category(after) in ("Mn", "Me", "Mc")
    return joined or "\U0001f3fb" <= after <= "\U0001f3ff" or "\U0001f1e6" <= after <= "\U0001f1ff"
