"""Hold one side of a link with all that proofs and judgement ask about it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, repeat

from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.forms import Form
from variorum.collation.reading.people import Cast
from variorum.collation.reading.tokens import Token
from variorum.collation.reading.units import Unit
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class Side:
    """Hold the words of a link's sentences on one side, as one row, and their article."""

    analysis: Analysis
    units: tuple[Unit, ...]
    tokens: tuple[Token, ...]
    forms: tuple[Form, ...]
    homes: tuple[int, ...]
    """For each word the number of its sentence."""
    quoted: frozenset[int]
    """The numbers of the words and marks inside quotation marks."""
    marks: int
    """How many quotation marks stand among them."""

    @property
    def cast(self) -> Cast:
        """Return who is named in the article."""
        return self.analysis.cast

    @property
    def day(self) -> dt.date | None:
        """Return the article's own day."""
        return self.analysis.day

    def beside(self, start: int, end: int) -> tuple[Form, ...]:
        """Return the word before some words and the one behind them, where there are such."""
        return (*self.forms[max(start - 1, 0) : start], *self.forms[end : end + 1])

    def span(self, start: int, end: int) -> Span:
        """Return where words stand; an empty row stands before its next word, or at the end."""
        return Span(*self._bounds(start, end))

    def _bounds(self, start: int, end: int) -> tuple[int, int]:
        if start < end:
            return self.tokens[start].start, self.tokens[end - 1].end
        if start < len(self.tokens):
            return self.tokens[start].start, self.tokens[start].start
        place = self.tokens[-1].end if self.tokens else 0
        return place, place

    def text(self, start: int, end: int) -> str:
        """Return the characters of some words as they stand in the article."""
        first, last = self._bounds(start, end)
        return self.analysis.article.text[first:last]

    def unit(self, place: int) -> Unit:
        """Return the sentence of a word."""
        return self.analysis.units[self.homes[place]]

    def in_one_case(self, place: int) -> bool:
        """Tell whether a word stands in copy of small letters alone, or of capitals."""
        return self.unit(place).case is not LetterCase.MIXED

    def begins(self, place: int) -> bool:
        """Tell whether a place is a sentence's start, or the row's end."""
        return place < len(self.forms) and self.starts_sentence(place)

    def starts_sentence(self, place: int) -> bool:
        """Tell whether a word is the first of its sentence, opening marks aside."""
        while place > 0 and self.homes[place - 1] == self.homes[place]:
            place -= 1
            if self.forms[place].word:
                return False
        return True


def side_of(analysis: Analysis, numbers: Sequence[int]) -> Side:
    """Return the side of a link that some sentences of an article make."""
    units = tuple([analysis.units[number] for number in numbers])
    if len(units) == 1:
        tokens, forms = units[0].tokens, units[0].forms
    else:
        tokens = tuple([token for unit in units for token in unit.tokens])
        forms = tuple([form for unit in units for form in unit.forms])
    return Side(
        analysis=analysis,
        units=units,
        tokens=tokens,
        forms=forms,
        homes=tuple(chain.from_iterable(repeat(u.number, len(u.tokens)) for u in units)),
        quoted=_quoted(analysis, numbers, tokens),
        marks=[form.folded for form in forms].count('"'),
    )


def _quoted(analysis: Analysis, numbers: Sequence[int], tokens: Sequence[Token]) -> frozenset[int]:
    """Return the numbers of the words of some sentences that stand in quotation marks."""
    spans = {q.words for number in numbers for q in analysis.quotes_by_unit.get(number, ())}
    return frozenset(
        [
            place
            for span in spans
            for place, token in enumerate(tokens)
            if span.start <= token.start < span.end
        ]
    )
