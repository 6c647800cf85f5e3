"""Which words of the furniture were changed. It knows values only."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from variorum.collation.values import Collation, Relation
from variorum.text import Article, Passage, Span

_WORD = re.compile(r"\S+")


def changed_words(
    base: Article, version: Article, collation: Collation
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the words of each side that a byline, a credit or the like has alone.

    They are no variants: nothing says what such a change means.
    """
    pairs = [
        pair
        for link in collation.passages
        if link.relation is Relation.EDITED
        for first, second in zip(link.base, link.version, strict=False)
        if base.passages[first].kind.is_furniture
        for pair in _changed(base, base.passages[first], version, version.passages[second])
    ]
    ours = tuple(one for one, _ in pairs if len(one))
    return ours, tuple(other for _, other in pairs if len(other))


def _changed(
    base: Article, first: Passage, version: Article, second: Passage
) -> Iterator[tuple[Span, Span]]:
    ours, theirs = _words(base, first), _words(version, second)
    matcher = SequenceMatcher(
        None,
        [span.of(base.text) for span in ours],
        [span.of(version.text) for span in theirs],
        autojunk=False,
    )
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield _reach(ours[start:end]), _reach(theirs[other_start:other_end])


def _words(article: Article, passage: Passage) -> list[Span]:
    start = passage.words.start
    found = _WORD.finditer(article.words_of(passage))
    return [Span(start + word.start(), start + word.end()) for word in found]


def _reach(words: list[Span]) -> Span:
    return Span(words[0].start, words[-1].end) if words else Span(0, 0)
