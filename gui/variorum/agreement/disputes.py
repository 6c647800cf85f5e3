"""Find the places where annotators did not mark the same, one after the other."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.agreement.coded import Coded, Mark
from variorum.agreement.values import GAP, Value
from variorum.ids import AnnotatorId, ArticleId, CodeId
from variorum.text import Span


class Difference(StrEnum):
    """Say in what annotators differ at a place."""

    MISSED = "missed"
    """Somebody who read it marked nothing there."""
    BOUNDS = "bounds"
    """What is marked begins or ends at other words."""
    CODES = "codes"
    """The same words were given other codes."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Hold a place where annotators differ, with all their marks there."""

    article: ArticleId
    span: Span
    """From the first to the last marked character."""
    marks: tuple[Mark, ...]
    """In reading order."""
    readers: frozenset[AnnotatorId]
    differences: frozenset[Difference]

    @property
    def made_of(self) -> str:
        """Return what is the same as long as nobody changes a mark here."""
        states = "\n".join(sorted(mark.state for mark in self.marks))
        return hashlib.sha256(states.encode()).hexdigest()

    def of(self, annotator: AnnotatorId) -> tuple[Mark, ...]:
        """Return the marks of one annotator."""
        return tuple(mark for mark in self.marks if mark.annotator == annotator)

    @property
    def codes(self) -> frozenset[CodeId]:
        """Return all codes that were given here."""
        return frozenset(code for mark in self.marks for code in mark.codes)


def disputes(
    article: Coded, annotators: Iterable[AnnotatorId], *, code: CodeId | None = None
) -> Iterator[Dispute]:
    """Yield the places of an article where annotators differ, in reading order.

    Marks that share a word, whoever made them, are one place. With a code only marks that have
    it count; marks on white space never do.
    """
    readers = article.readers & set(annotators)
    if len(readers) < 2:
        return
    counted = [
        (article.words_under(mark.span), mark)
        for mark in article.marks
        if mark.annotator in readers and (code is None or code in mark.codes)
    ]
    for marks in _places([(words, mark) for words, mark in counted if words]):
        found = _differences(article, marks, readers, code)
        if found:
            ends = [place for mark in marks for place in (mark.span.start, mark.span.end)]
            span = Span(min(ends), max(ends))
            yield Dispute(article.article, span, tuple(marks), readers, found)


def _places(marks: Sequence[tuple[range, Mark]]) -> Iterator[list[Mark]]:
    """Part marks into groups that have no word in common."""
    group, end = list[Mark](), 0
    for words, mark in sorted(marks, key=lambda one: (one[0].start, one[1].span, one[1].id)):
        if group and words.start >= end:
            yield group
            group = []
        group.append(mark)
        end = max(end, words.stop)
    if group:
        yield group


def _differences(
    article: Coded, marks: Sequence[Mark], readers: frozenset[AnnotatorId], code: CodeId | None
) -> frozenset[Difference]:
    """Compare what each reader made of each word."""
    found = set[Difference]()
    if readers - {mark.annotator for mark in marks}:
        found.add(Difference.MISSED)
    given = [_values(article, [m for m in marks if m.annotator == who], code) for who in readers]
    marking = [values for values in given if values]
    for word in {word for values in marking for word in values}:
        here = {values.get(word, GAP) for values in marking}
        if GAP in here:
            found.add(Difference.BOUNDS)
        if len(here - {GAP}) > 1:
            found.add(Difference.CODES)
    return frozenset(found)


def _values(article: Coded, marks: Sequence[Mark], code: CodeId | None) -> dict[int, Value]:
    """Return what one annotator made of the words that she marked."""
    found = dict[int, frozenset[CodeId]]()
    for mark in marks:
        for word in article.words_under(mark.span):
            found[word] = found.get(word, frozenset()) | mark.codes
    return {word: code or codes for word, codes in found.items()}
