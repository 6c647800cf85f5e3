"""Say where a query's words stand in a text, and show them with the words around.

Offsets are code points of the text, also where the text was folded for the index.
"""

import re
import secrets
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.library.folding import (
    end_of_character,
    fold,
    fold_with_places,
    is_one_character,
)
from variorum.text import Span

LENGTH = 160
"""Length of a snippet in code points, about two lines of a list."""

_LEAD = 40
"""Code points of a snippet before its first match."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Hold some words of a text, white space drawn together, and which of them were asked for."""

    text: str
    strong: tuple[Span, ...] = ()
    """Code points of `text`."""


class Marks:
    """Stand around matches in what SQLite returns; no text can contain them by chance."""

    def __init__(self) -> None:
        self.opening, self.closing = (f"{mark}{secrets.token_hex(8)}" for mark in "\x02\x03")

    def spans(self, marked: str) -> list[Span]:
        """Read the spans off a text in which matches stand between the marks."""
        spans: list[Span] = []
        place = start = 0
        for piece in re.split(f"({self.opening}|{self.closing})", marked):
            if piece == self.opening:
                start = place
            elif piece == self.closing:
                spans.append(Span(start, place))
            else:
                place += len(piece)
        return spans

    def spans_in(self, text: str, marked: str, query: str) -> list[Span]:
        """Return where matches stand in a text; `marked` may be its folded form."""
        spans = self.spans(marked)
        if not spans or fold(text) is None:
            return spans
        folded = fold_with_places(text)
        found = (folded.origin(span.start, span.end) for span in spans)
        unfolded = _merged([Span(start, _end_of_character(text, end)) for start, end in found])
        return _alone(text, unfolded, query)


def _end_of_character(text: str, end: int) -> int:
    """Return where a character ends with all that combines with it."""
    while end < len(text) and unicodedata.combining(text[end]):
        end += 1
    return end


def _alone(text: str, spans: Sequence[Span], query: str) -> list[Span]:
    """Keep the one character asked for of a pair that begins with it."""
    asked = tuple(word for word in query.split() if is_one_character(word))
    return [
        _without_second(text, span) if text.startswith(asked, span.start) else span
        for span in spans
    ]


def _without_second(text: str, span: Span) -> Span:
    """Return where the first of two characters stands; of more they were asked for together."""
    end = end_of_character(text, span.start)
    is_pair = end < span.end <= end_of_character(text, end)
    return Span(span.start, end) if is_pair else span


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap: the pairs of a run do."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def densest(spans: Sequence[Span]) -> Span:
    """Return the span from which a snippet's length holds most matches; the first of equals."""
    best, most, last = spans[0], 0, 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end <= span.start + LENGTH - _LEAD:
            last += 1
        if last - first > most:
            best, most = span, last - first
    return best


def _cut(text: str, first: Span) -> tuple[int, int]:
    """Return from where to where a snippet reaches: whole words, where there are any."""
    start = max(0, first.start - _LEAD)
    end = min(len(text), max(first.end, start + LENGTH))
    if start:
        spaces = (place for place in range(start, first.start) if text[place].isspace())
        start = next(spaces, start)
    if end < len(text):
        spaces = (
            place for place in range(end, max(first.end, end - _LEAD), -1) if text[place].isspace()
        )
        end = next(spaces, end)
    return start, end


def snippet(text: str, spans: Sequence[Span]) -> Snippet:
    """Return the words around the place where most matches stand; without any the beginning."""
    first = densest(spans) if spans else Span(0, 0)
    start, end = _cut(text, first)
    out = ["…"] if start else []
    places: list[int] = []
    for place in range(start, end):
        if not text[place].isspace():
            out.append(text[place])
        elif out and out[-1] not in {" ", "…"}:
            out.append(" ")
        places.append(len(out))
    while out and out[-1] == " ":
        out.pop()
    if end < len(text):
        out.append("…")
    strong = [
        Span(places[span.start - start] - 1, places[span.end - 1 - start])
        for span in spans
        if start <= span.start < span.end <= end
    ]
    return Snippet("".join(out), tuple(strong))
