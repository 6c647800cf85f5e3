"""Analyse an article for collation once: sentences, who is named, what is quoted.

A base that is collated with several versions is analysed once; the result is a pure value.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from variorum.collation.reading.dates import own_day
from variorum.collation.reading.people import Cast, cast_of
from variorum.collation.reading.quotes import Quote, quotes_of
from variorum.collation.reading.units import Unit, units_of
from variorum.text import Article


@dataclass(frozen=True, slots=True, eq=False)
class Analysis:
    """Hold an article with everything that collation asks about one text alone."""

    article: Article
    units: tuple[Unit, ...]
    cast: Cast
    quotes: tuple[Quote, ...]
    quotes_by_unit: Mapping[int, tuple[Quote, ...]]
    day: dt.date | None


@lru_cache(maxsize=64)
def analyse(article: Article) -> Analysis:
    """Return what an article is made of, ready for comparison."""
    units = units_of(article)
    cast = cast_of(units)
    quotes = quotes_of(units, cast)
    return Analysis(article, units, cast, quotes, _by_unit(quotes), own_day(article))


def _by_unit(quotes: Sequence[Quote]) -> dict[int, tuple[Quote, ...]]:
    """Return the quotations that stand in each sentence."""
    found: dict[int, tuple[Quote, ...]] = {}
    for quote in quotes:
        for number in range(quote.first_unit, quote.last_unit + 1):
            found[number] = (*found.get(number, ()), quote)
    return found
