"""Find quotations again as the Hypothesis client does, to be measured beside ours.

Written anew after the client's `match-quote.ts` (BSD-2-Clause) and the library
`approx-string-match` (MIT) that it uses: exact matches, else those of the fewest errors up to
half the quotation, by Myers' bit vectors; ranked by quotation 50, prefix 20, suffix 20 and
position 2. As the client does, the position is tried first and taken when its words are equal.
"""

from dataclasses import dataclass

from variorum.annotations.values import Anchor
from variorum.text import Span

_MOST_ERRORS = 256
_QUOTE, _PREFIX, _SUFFIX, _POSITION = 50, 20, 20, 2


@dataclass(frozen=True, slots=True)
class Match:
    """Hold where a string was found, with how many errors."""

    start: int
    end: int
    errors: int


def anchor_in(text: str, anchor: Anchor) -> Span | None:
    """Return where the client would show an annotation in a text."""
    if anchor.span.end <= len(text) and anchor.span.of(text) == anchor.exact:
        return anchor.span
    found = match_quote(text, anchor)
    return Span(found.start, found.end) if found and found.end > found.start else None


def match_quote(text: str, anchor: Anchor) -> Match | None:
    """Return the best match of a quotation, however bad it is."""
    quote = anchor.exact
    if not quote:
        return None
    matches = search(text, quote, min(_MOST_ERRORS, len(quote) // 2))
    return max(matches, key=lambda match: _score(text, match, anchor), default=None)


def _score(text: str, match: Match, anchor: Anchor) -> float:
    before = text[max(0, match.start - len(anchor.prefix)) : match.start]
    after = text[match.end : match.end + len(anchor.suffix)]
    return (
        _QUOTE * (1 - match.errors / len(anchor.exact))
        + _PREFIX * (_likeness(before, anchor.prefix) if anchor.prefix else 1)
        + _SUFFIX * (_likeness(after, anchor.suffix) if anchor.suffix else 1)
        + _POSITION * (1 - abs(match.start - anchor.span.start) / len(text))
    )


def _likeness(text: str, wanted: str) -> float:
    if not text or not wanted:
        return 0.0
    return 1 - search(text, wanted, len(wanted))[0].errors / len(wanted)


def search(text: str, wanted: str, most_errors: int) -> list[Match]:
    """Return the exact matches of a string, else those of the fewest errors."""
    exact: list[Match] = []
    at = text.find(wanted)
    while at >= 0:
        exact.append(Match(at, at + len(wanted), 0))
        at = text.find(wanted, at + 1)
    if exact:
        return exact
    ends = _ends(text, wanted, most_errors)
    return [Match(_start(text, wanted, end, errors), end, errors) for end, errors in ends]


def _start(text: str, wanted: str, end: int, errors: int) -> int:
    """Return the furthest start of a match that ends here."""
    least = max(0, end - len(wanted) - errors)
    backwards = _ends(text[least:end][::-1], wanted[::-1], errors)
    return min((end - length for length, _ in backwards), default=end)


def _ends(text: str, wanted: str, most_errors: int) -> list[tuple[int, int]]:
    """Return where the matches of the fewest errors end (Myers 1999)."""
    size = len(wanted)
    full, high = (1 << size) - 1, 1 << (size - 1)
    places: dict[str, int] = {}
    for number, letter in enumerate(wanted):
        places[letter] = places.get(letter, 0) | 1 << number
    up, down, errors = full, 0, size
    found: list[tuple[int, int]] = []
    for end, letter in enumerate(text, 1):
        equal = places.get(letter, 0)
        vertical = equal | down
        horizontal = (((equal & up) + up) ^ up) | equal
        plus = down | ~(horizontal | up) & full
        minus = up & horizontal
        errors += bool(plus & high) - bool(minus & high)
        plus, minus = plus << 1 & full, minus << 1 & full
        up = minus | ~(vertical | plus) & full
        down = plus & vertical
        if errors <= most_errors:
            if errors < most_errors:
                found.clear()
                most_errors = errors
            found.append((end, errors))
    return found
