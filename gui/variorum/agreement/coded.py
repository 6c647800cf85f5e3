"""Turn marks on a text into words that annotators marked: what agreement is measured on.

Where a mark begins or ends inside a word, the whole word counts: whether a comma or a quotation
mark was taken along is no disagreement. Words of the story passages count, and those of other
passages that anybody marked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from variorum.agreement.values import Continuum, Unit, Value
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId
from variorum.text import Article, Span

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mark:
    """Hold one highlight as its annotator made it."""

    id: HighlightId
    annotator: AnnotatorId
    span: Span
    """In code points."""
    codes: frozenset[CodeId] = frozenset()
    state: str = ""
    """What is the same as long as nobody changes the mark, in whatever library it is."""


@dataclass(frozen=True, slots=True)
class Coded:
    """Hold an article's words, who read it, and the marks on it."""

    article: ArticleId
    words: tuple[Span, ...]
    readers: frozenset[AnnotatorId]
    """Who counts as having read it; one of them who marked nothing left it all unmarked."""
    marks: tuple[Mark, ...]
    text: str = field(default="", compare=False, repr=False)
    _starts: list[int] = field(init=False, compare=False, repr=False)
    _ends: list[int] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Keep where words begin and end, to find the words of a mark."""
        object.__setattr__(self, "_starts", [word.start for word in self.words])
        object.__setattr__(self, "_ends", [word.end for word in self.words])

    def words_under(self, span: Span) -> range:
        """Return the numbers of the words that a span touches."""
        return range(bisect_right(self._ends, span.start), bisect_left(self._starts, span.end))

    def continuum(
        self, annotators: Iterable[AnnotatorId], *, code: CodeId | None = None
    ) -> Continuum:
        """Return how some annotators cut the words up: by one code, or by all they gave."""
        units = {
            who: _units(self._runs(who, code), as_code=code)
            for who in annotators
            if who in self.readers
        }
        return Continuum(len(self.words), units)

    def _runs(self, annotator: AnnotatorId, code: CodeId | None) -> list[tuple[range, Mark]]:
        runs = (
            (self.words_under(mark.span), mark)
            for mark in self.marks
            if mark.annotator == annotator and (code is None or code in mark.codes)
        )
        return [(words, mark) for words, mark in runs if words]


def coded(
    number: ArticleId, article: Article, marks: Sequence[Mark], *, readers: Iterable[AnnotatorId]
) -> Coded:
    """Return an article with its words numbered, as agreement is measured on it."""
    marked = [mark.span for mark in marks]
    words = (
        Span(found.start(), found.end())
        for passage in article.passages
        if passage.kind.is_story or any(passage.words.overlaps(span) for span in marked)
        for found in _WORD.finditer(article.text, passage.words.start, passage.words.end)
    )
    return Coded(number, tuple(words), frozenset(readers), tuple(marks), article.text)


def _units(runs: Sequence[tuple[range, Mark]], *, as_code: CodeId | None) -> tuple[Unit, ...]:
    """Cut one annotator's marks where what they say changes; what overlaps and agrees is one."""
    borders = sorted({place for words, _ in runs for place in (words.start, words.stop)})
    found = list[Unit]()
    before = frozenset[HighlightId]()
    for start, end in pairwise(borders):
        over = [mark for words, mark in runs if words.start <= start and end <= words.stop]
        here = frozenset(mark.id for mark in over)
        if over:
            value: Value = as_code or frozenset(code for mark in over for code in mark.codes)
            if here & before and found[-1].value == value:
                found[-1] = Unit(found[-1].start, end, value)
            else:
                found.append(Unit(start, end, value))
        before = here
    return tuple(found)
