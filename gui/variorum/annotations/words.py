"""Small questions about words that several modules of this room ask."""

from variorum.text import Span

_FOLD = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "}
)


def folded(text: str) -> str:
    """Return the text with its curly marks and dashes made plain; no character moves."""
    return text.translate(_FOLD)


def ink(text: str, span: Span) -> int:
    """Count the characters of a span that are no white space."""
    return sum(map(len, span.of(text).split()))


def trimmed(text: str, span: Span) -> Span:
    """Return the span without the white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
