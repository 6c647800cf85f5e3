"""Read dates as copy writes them: at the end of a dateline, in leaked metadata, on a line alone."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from variorum.text import PartialDate
from variorum.wire.lexicon import ENGLISH_MONTHS, MONTH_OF_NAME, WEEKDAYS
from variorum.wire.patterns import pattern

_MONTH_FIRST = r"(?P<m1>[^\W\d_]{3,14})\.?\s{0,3}(?P<d1>\d{1,3})(?:st|nd|rd|th)?(?!\d)(?:\s{0,2},?\s{1,2}(?P<y1>\d{4}))?"
_DAY_FIRST = (
    r"(?P<d2>\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?(?:\s{0,3}|-)(?:(?:de|of)\s)?"
    r"(?P<m2>[^\W\d_]{3,14})\.?(?:(?:,?\s{1,2}(?:de\s)?|(?<=\.)|-)(?P<y2>\d{4}))?"
)
_YEAR_FIRST = r"(?P<y5>\d{4})\.?\s{1,2}(?P<m5>[^\W\d_]{3,14})\s{1,2}(?P<d5>\d{1,2})(?!\d)\.?"
_FIGURES = (
    r"(?P<y3>\d{4})[-./](?P<m3>\d{2})[-./](?P<d3>\d{2})"
    r"|(?P<d4>\d{1,2})\.\s?(?P<m4>\d{1,2})\.\s?(?P<y4>\d{4})"
)
_DATE = rf"(?:(?P<weekday>[^\W\d_]{{3,10}})\.?,?\s{{1,3}})?(?:{_FIGURES}|{_YEAR_FIRST}|{_MONTH_FIRST}|{_DAY_FIRST})"

_DAY_AND_MONTH = pattern(
    r"(?:^|(?<=[\s,]))(?:\d{1,2}/\d{1,2}|\d{1,2}[-/]\d{1,2}[-/](?:19|20)\d{2})\s{0,3}$"
)
"""Figures of which it is not known which is the month."""
_TO_THE_END = pattern(rf"(?:{_DATE})\s{{0,3}}[,.]?\s{{0,3}}$")
_BEGINS = pattern(r"(?:^|(?<=[\s,،/]))(?=\w)")
_LONGEST = 64
"""Signs of a date with its day of the week."""
_LAST_FIGURE = pattern(
    r"\d\.?[^\W\d_]{0,2}(?:[\s-]{0,3}(?:(?:de|of)\s)?[^\W\d_]{3,14})?\.?\s{0,3}[,.]?\s{0,3}$"
)
"""Behind it stands a month at most, and what leads to it; most words close otherwise."""
_LONGEST_REST = 32
_LONGEST_WEEKDAY = 24
_AT_THE_START = pattern(_DATE)
_WEEKDAY_AT_THE_END = pattern(r"(?:^|(?<=[\s,]))(?P<weekday>[^\W\d_-]{3,12}(?:-feira)?)\.?\s{0,3}$")
_DAY_ALONE = pattern(r",\s{1,2}(?P<day>\d{1,2})\.?\s{0,3}$")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """Hold where a date stands in the words that were read, and what it says if it is possible."""

    start: int
    end: int
    date: PartialDate | None


def at_the_end(words: str) -> FoundDate | None:
    """Return the date, the day of the week or both that words close with."""
    day = _WEEKDAY_AT_THE_END.search(words, max(0, len(words) - _LONGEST_WEEKDAY))
    if day is None or day["weekday"].casefold() not in WEEKDAYS:
        return _at_the_end(words)
    date = _at_the_end(words[: day.start()].rstrip(" ,"))
    if date is not None:
        return FoundDate(date.start, day.end(), date.date)
    return FoundDate(day.start(), day.end(), None)


def day_alone(words: str) -> FoundDate | None:
    """Return the day of a month that nobody names, behind a comma: TARSK, 02."""
    match = _DAY_ALONE.search(words)
    return None if match is None else FoundDate(match.start("day"), match.end(), None)


def _at_the_end(words: str) -> FoundDate | None:
    if _LAST_FIGURE.search(words, max(0, len(words) - _LONGEST_REST)) is None:
        return None
    first = max(0, len(words) - _LONGEST)
    for begin in _BEGINS.finditer(words, first):
        match = _TO_THE_END.match(words, begin.start())
        found = _read(match) if match is not None else None
        if found is not None:
            return found
    figures = _DAY_AND_MONTH.search(words, first)
    if figures is not None:
        return FoundDate(figures.start(), figures.end(), None)
    return None


def at_the_start(words: str) -> FoundDate | None:
    """Return the date that words open with."""
    match = _AT_THE_START.match(words)
    return None if match is None else _read(match)


def _read(match: re.Match[str]) -> FoundDate | None:
    """Return the date of a match, or None where its words name no month."""
    start = match.start()
    weekday = match["weekday"]
    if weekday is not None and weekday.casefold() not in WEEKDAYS:
        return None
    if match["m3"] is not None:
        numbers = int(match["y3"]), int(match["m3"]), int(match["d3"])
    elif match["m4"] is not None:
        numbers = int(match["y4"]), int(match["m4"]), int(match["d4"])
    else:
        form = next(form for form in "152" if match[f"m{form}"] is not None)
        name, day, year = match[f"m{form}"], match[f"d{form}"], match[f"y{form}"]
        month = MONTH_OF_NAME.get(name.casefold()) or _misspelt(name.casefold())
        if month is None:
            return None
        numbers = (int(year) if year else None), month, int(day)
    return FoundDate(start, match.end(), possible(*numbers))


@lru_cache(maxsize=512)
def _misspelt(name: str) -> int | None:
    """Return the month that a name misses by one letter, or by its last ones: a defect of copy."""
    if not 4 <= len(name) <= 9:
        return None
    for known, month in ENGLISH_MONTHS.items():
        if len(known) < 5:
            continue
        if known.startswith(name) or Levenshtein.distance(known, name, score_cutoff=1) <= 1:
            return month
    return None


def possible(year: int | None, month: int, day: int) -> PartialDate | None:
    """Return a date, or None where the calendar has no such day."""
    if year is not None and not 1 <= year <= dt.MAXYEAR:
        return None
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return None
