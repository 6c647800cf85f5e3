"""Find a highlight's words again in a text: by position, quotation and context.

The selectors are those of the W3C Web Annotation Data Model (TextPositionSelector,
TextQuoteSelector); like a careful reader, `find` prefers to find nothing to finding
the wrong words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from variorum.annotations.values import Anchor
from variorum.annotations.words import folded
from variorum.text import Span

CONTEXT = 32
"""Code points of context kept on either side; what Hypothesis and the W3C examples use."""

LEAST_SCORE = 0.7
LEAST_MARGIN = 0.05
"""How much better than the next best a place must be, unless it is the only one."""

_LEAST_LIKENESS = 85.0
"""Of a hundred: below it words are not the same words, slightly changed."""

_MOST_PLACES = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Hold where an anchor's words stand, and how sure that is, 0 to 1."""

    span: Span
    score: float


def make_anchor(text: str, span: Span) -> Anchor:
    """Return the anchor of a span: its words and the words around it."""
    return Anchor(
        span=span,
        exact=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )


def find(text: str, anchor: Anchor) -> Found | None:
    """Return the place of an anchor's words in a text, or nothing when it is not sure."""
    if not anchor.exact:
        return None
    if make_anchor(text, anchor.span) == anchor:
        return Found(anchor.span, 1.0)
    plain = folded(text)
    places = list(_exact_places(plain, anchor)) or list(_like_places(plain, anchor))
    ranked = sorted(
        (Found(span, _score(plain, span, likeness, anchor)) for span, likeness in places),
        key=lambda found: (-found.score, abs(found.span.start - anchor.span.start)),
    )
    if not ranked or ranked[0].score < LEAST_SCORE:
        return None
    if len(ranked) > 1 and ranked[0].score - ranked[1].score < LEAST_MARGIN:
        return None
    return ranked[0]


def _exact_places(plain: str, anchor: Anchor) -> Iterator[tuple[Span, float]]:
    pattern = _as_words(anchor.exact)
    for number, match in enumerate(re.finditer(pattern, plain)):
        if number == _MOST_PLACES:
            return
        yield Span(*match.span()), 1.0


def _like_places(plain: str, anchor: Anchor) -> Iterator[tuple[Span, float]]:
    """Look for slightly changed words where the context stands; without it nothing is sure."""
    prefix, suffix = _as_words(anchor.prefix), _as_words(anchor.suffix)
    if not anchor.prefix.strip() or not anchor.suffix.strip():
        return
    reach = 2 * len(anchor.exact) + CONTEXT
    exact = folded(anchor.exact)
    for number, match in enumerate(re.finditer(prefix, plain)):
        if number == _MOST_PLACES:
            return
        end = re.compile(suffix).search(plain, match.end(), match.end() + reach + CONTEXT)
        if end is None:
            continue
        likeness = fuzz.ratio(exact, plain[match.end() : end.start()])
        if likeness >= _LEAST_LIKENESS:
            yield Span(match.end(), end.start()), likeness / 100


def _score(plain: str, span: Span, likeness: float, anchor: Anchor) -> float:
    """Weigh words against context: the shorter the words, the less they prove."""
    weight = min(0.8, 0.4 + len(anchor.exact) / 100)
    before = plain[max(0, span.start - len(anchor.prefix)) : span.start]
    after = plain[span.end : span.end + len(anchor.suffix)]
    context = (
        fuzz.ratio(folded(anchor.prefix), before) + fuzz.ratio(folded(anchor.suffix), after)
    ) / 200
    return weight * likeness + (1 - weight) * context


def _as_words(text: str) -> str:
    """Return a pattern that matches the text with any white space between its words."""
    words = [re.escape(word) for word in folded(text).split()]
    inner = r"\s+".join(words)
    lead = r"\s+" if words and text[:1].isspace() else ""
    tail = r"\s+" if words and text[-1:].isspace() else ""
    return lead + inner + tail
