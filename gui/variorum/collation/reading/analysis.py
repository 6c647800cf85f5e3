"""Analyse an article for collation once: sentences, who is named, what is quoted.

A base that is collated with several versions is analysed once; the result is a pure value.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.dates import own_day
from variorum.collation.reading.people import Cast, cast_of
from variorum.collation.reading.quotes import Quote, by_unit, quotes_of
from variorum.collation.reading.restored import shown_in, without_owner
from variorum.collation.reading.units import Unit, units_of
from variorum.text import Article, PassageKind


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """Hold an article with everything that collation asks about one text alone."""

    article: Article
    units: tuple[Unit, ...]
    cast: Cast
    quotes: tuple[Quote, ...]
    quotes_by_unit: Mapping[int, tuple[Quote, ...]]
    day: dt.date | None

    @property
    def in_one_case(self) -> bool:
        """Tell whether any sentence stands in small letters alone, or in capitals."""
        return any(unit.case is not LetterCase.MIXED for unit in self.units)


def analyse_both(base: Article, version: Article) -> tuple[Analysis, Analysis]:
    """Return what two articles are made of; copy of one case is read by the other's capitals."""
    one, other = analyse(base), analyse(version)
    return _read_beside(one, other), _read_beside(other, one)


@lru_cache(maxsize=16)
def _read_beside(analysis: Analysis, other: Analysis) -> Analysis:
    """Return an analysis that knows how another article in mixed copy writes words.

    Most headlines in capitals are read rightly by the copy below them: these are not read again.
    """
    if not analysis.in_one_case:
        return analysis
    own = {
        (word.lower(), word)
        for unit in analysis.units
        if unit.case is not LetterCase.MIXED
        for word, _ in (without_owner(token.surface) for token in unit.tokens)
    }
    rows = [
        unit.tokens
        for unit in other.units
        if unit.case is LetterCase.MIXED and unit.kind is PassageKind.PARAGRAPH
    ]
    shown = shown_in(rows, {small for small, _ in own})
    news = {(small, shown[small]) for small, word in own if word != shown.get(small, word)}
    return analyse(analysis.article, frozenset(news)) if news else analysis


@lru_cache(maxsize=64)
def analyse(article: Article, beside: frozenset[tuple[str, str]] = frozenset()) -> Analysis:
    """Return what an article is made of, ready for comparison.

    `beside` is how another version writes words, as `Shown` tells it by word.
    """
    units = units_of(article, dict(beside))
    cast = cast_of(units)
    quotes = quotes_of(units, cast)
    return Analysis(article, units, cast, quotes, by_unit(quotes), own_day(article))
