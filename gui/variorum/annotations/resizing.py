"""Where a mark's ends go, word by word, and where it can be parted."""

import re
import unicodedata
from enum import StrEnum

from variorum.text import Span

# Scripts without spaces have no words to go by: each character is one.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_ALONE}][^\w\s]*|[^\s{_ALONE}]+")


class Step(StrEnum):
    """Name which end of a mark goes where, by one word."""

    END_LATER = "end_later"
    END_EARLIER = "end_earlier"
    START_EARLIER = "start_earlier"
    START_LATER = "start_later"


def words_of(text: str, start: int, end: int) -> list[Span]:
    """Return the words of a stretch, without the punctuation at their ends."""
    tokens = (Span(*match.span()) for match in _TOKEN.finditer(text, start, end))
    return [word for word in (_bare(text, token) for token in tokens) if len(word)]


def stepped(text: str, span: Span, step: Step) -> Span | None:
    """Return a span with one end moved by a word; None when there is none to move by."""
    match step:
        case Step.END_LATER:
            ends = (word.end for word in words_of(text, span.end, _reach(text, span.end, 1)))
            end = next((place for place in ends if place > span.end), None)
            return None if end is None else Span(span.start, end)
        case Step.END_EARLIER:
            ends = (word.end for word in words_of(text, span.start, span.end))
            end = max((place for place in ends if place < span.end), default=None)
            return None if end is None else Span(span.start, end)
        case Step.START_EARLIER:
            before = words_of(text, _reach(text, span.start, -1), span.start)
            start = max((w.start for w in before if w.start < span.start), default=None)
            return None if start is None else Span(start, span.end)
        case Step.START_LATER:
            starts = (word.start for word in words_of(text, span.start, span.end))
            start = next((place for place in starts if place > span.start), None)
            return None if start is None else Span(start, span.end)


def snapped(text: str, place: int) -> int:
    """Return the nearest edge of a word to a place that the mouse was let go at."""
    near = words_of(text, _reach(text, place, -1), _reach(text, place, 1))
    edges = [edge for word in near for edge in (word.start, word.end)]
    return min(edges, key=lambda edge: (abs(edge - place), edge), default=place)


def parts(text: str, span: Span, place: int) -> tuple[int, int] | None:
    """Return where the first part of a mark ends and the second begins; None at its edges.

    Inside a word, the word belongs to the second part.
    """
    words = words_of(text, span.start, span.end)
    later = [word for word in words if word.end > place]
    earlier = [word for word in words if word.end <= place]
    if not later or not earlier:
        return None
    begins = later[0].start
    return span.start + len(text[span.start : begins].rstrip()), begins


def _bare(text: str, token: Span) -> Span:
    start, end = token.start, token.end
    while start < end and _is_punctuation(text[start]):
        start += 1
    while end > start and _is_punctuation(text[end - 1]):
        end -= 1
    return Span(start, end)


def _is_punctuation(letter: str) -> bool:
    # Signs of money, per cent and degree belong to what stands beside them.
    return unicodedata.category(letter).startswith("P") and letter not in "%&#@"


_REACH = 400


def _reach(text: str, place: int, by: int) -> int:
    """Return how far to look for the next word; a token is never cut at the end of it."""
    at = min(max(0, place + by * _REACH), len(text))
    while 0 < at < len(text) and not text[at].isspace() and not text[at - 1].isspace():
        at += by
    return at
