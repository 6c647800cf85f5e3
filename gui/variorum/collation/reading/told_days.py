"""Find the day of an article whose dateline has no year, where the articles tell a weekday with its date.

"OSK, May 7" alone does not say which day of the week it was. Where both articles have "Monday, May 6",
or one has two such dates that agree with one another and name the dateline's own day, it follows.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache

from variorum.collation.lexicons.words import calendar
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.dates import is_day_word, is_month_word
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side

_Told = tuple[int, int, int]
"""A weekday from 0, and the month and the day that are told with it."""
_SKIPPED = frozenset({",", "(", "[", "the"})
_YEARS = range(2001, 2029)
"""In so many years each day of a year falls on each weekday."""
_HALF_YEAR = 6
_LEAST = 2
_MOST_DAY = 31


def day_beside(side: Side, other: Side) -> dt.date | None:
    """Return the day of an article, else that of the other, else the one that both together tell.

    The year of the last is a year with such days, not the true one.
    """
    return side.day or other.day or told_day(side.analysis, other.analysis)


@lru_cache(maxsize=64)
def told_day(one: Analysis, other: Analysis) -> dt.date | None:
    """Return the day of a dateline without a year in a year in which the told weekdays are right."""
    datelines = {date for analysis in (one, other) if (date := _dateline(analysis))}
    if len(datelines) != 1:
        return None
    month, day = min(datelines)
    told = [frozenset(_dates(analysis)) for analysis in (one, other)]
    sure = bool(told[0] & told[1]) or any(
        len({weekday for weekday, _, _ in dates}) >= _LEAST
        and any((its, number) == (month, day) for _, its, number in dates)
        for dates in told
    )
    if not sure:
        return None
    found = (_day(year, month, day) for year in _YEARS)
    fitting = (
        own for own in found if own and all(_agrees(own, date) for date in told[0] | told[1])
    )
    return next(fitting, None)


def _dateline(analysis: Analysis) -> tuple[int, int] | None:
    dateline = analysis.article.dateline
    date = dateline.date if dateline else None
    return (date.month, date.day) if date and date.month and date.day else None


def _dates(analysis: Analysis) -> Iterator[_Told]:
    """Yield the weekdays that an article tells with a month and a day behind: Monday (May 6)."""
    for unit in analysis.units:
        for place, form in enumerate(unit.forms):
            if not is_day_word(form):
                continue
            row = [f for f in unit.forms[place + 1 : place + 5] if f.folded not in _SKIPPED][:2]
            date = _date(row)
            if date is not None:
                yield (calendar().days[form.keys[0]], *date)


def _date(row: Sequence[Form]) -> tuple[int, int] | None:
    months = [form for form in row if is_month_word(form)]
    days = [form.keys[0].rstrip(".") for form in row if form.keys and form not in months]
    if len(months) != 1 or len(days) != 1 or not days[0].isdecimal():
        return None
    number = int(days[0])
    return (calendar().months[months[0].keys[0]], number) if 0 < number <= _MOST_DAY else None


def _agrees(own: dt.date, told: _Told) -> bool:
    """Tell whether a date near an article's day falls on the weekday that is told with it."""
    weekday, month, number = told
    away = (month - own.month > _HALF_YEAR) - (own.month - month > _HALF_YEAR)
    day = _day(own.year - away, month, number)
    return day is not None and day.weekday() == weekday


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
