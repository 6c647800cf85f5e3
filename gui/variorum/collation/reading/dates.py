"""Read days in copy and tell whether two of them are the same one.

A weekday means the last one before the article's own day beside a past, the coming one beside
"will", the nearer of them where the sentence does not tell; a day without a year the one nearest
to that day.
"""

import datetime as dt
import re
from collections.abc import Sequence
from enum import StrEnum

from variorum.collation.lexicons.words import calendar
from variorum.collation.reading.forms import Form
from variorum.text import Article

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})$")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)$")
_MOST_MONTH = 12
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_AROUND = ("(", ")", "[", "]", ",", "on", "of", "the")


def is_year(text: str) -> bool:
    """Tell whether four figures may stand for a year of which papers write."""
    return bool(_YEAR.fullmatch(text))


def own_day(article: Article) -> dt.date | None:
    """Return the day of an article: as published, else as its dateline says in full."""
    published = article.published
    if isinstance(published, dt.datetime):
        return published.date()
    if published is not None:
        return published
    dateline = article.dateline
    return dateline.date.full if dateline and dateline.date else None


def is_day_word(form: Form) -> bool:
    """Tell whether a word is a weekday."""
    return bool(form.keys) and form.keys[0] in calendar().days


def is_month_word(form: Form) -> bool:
    """Tell whether a word is a month, with the capital that tells May from may."""
    return bool(form.keys) and form.keys[0] in calendar().months and form.surface[0].isupper()


class When(StrEnum):
    """Say on which side of an article's day a sentence's weekday lies."""

    PAST = "past"
    COMING = "coming"
    EITHER = "either"


_REACH = {When.PAST: range(-6, 1), When.COMING: range(7), When.EITHER: range(-3, 4)}


def days_of(
    forms: Sequence[Form], day: dt.date | None, when: When = When.EITHER
) -> frozenset[dt.date]:
    """Return the days that words can mean in an article of a day; empty when they name none."""
    keys: list[str] = []
    months = [form for form in forms if is_month_word(form)]
    for form in forms:
        if form.lower in _AROUND:
            continue
        iso = _ISO.match(form.folded)
        if iso:
            return _day(int(iso[1]), int(iso[2]), int(iso[3]))
        numeric = _NUMERIC.match(form.folded)
        if numeric:
            return _numeric(int(numeric[1]), int(numeric[2]), int(numeric[3]))
        keys.extend(form.keys)
    if len(keys) == 1 and day is not None:
        return _around(keys[0], day, when)
    if len(months) != 1:
        return frozenset()
    # A weekday before the date must agree with it.
    weekdays = [key for key in keys if key in calendar().days]
    rest = [key for key in keys if key not in calendar().days]
    found = _dated(rest, day)
    if weekdays:
        return frozenset(d for d in found if d.weekday() == calendar().days[weekdays[0]])
    return found


def same_date(one: Sequence[Form], other: Sequence[Form]) -> str | None:
    """Return the date that two rows of words name alike without an article's day, else None.

    Month and day must be told on both sides, and the year on both or on neither; ISO 8601 as
    far as known.
    """
    dates = [_told(forms) for forms in (one, other)]
    return dates[0] if dates[0] == dates[1] else None


def _told(forms: Sequence[Form]) -> str | None:
    keys = [key for form in forms if form.lower not in _AROUND for key in form.keys]
    months = [form for form in forms if is_month_word(form)]
    figures = [key.rstrip(".") for key in keys if key not in calendar().months]
    if len(months) != 1 or len(figures) != len(keys) - 1 or not 1 <= len(figures) <= 2:
        return None
    if not all(figure.isdecimal() for figure in figures):
        return None
    days = [int(figure) for figure in figures if int(figure) <= 31]
    years = [int(figure) for figure in figures if len(figure) == 4]
    if len(days) != 1 or len(days) + len(years) != len(figures):
        return None
    month = calendar().months[months[0].keys[0]]
    year = f"{years[0]:04d}" if years else "-"
    return f"{year}-{month:02d}-{days[0]:02d}"


def _around(key: str, day: dt.date, when: When) -> frozenset[dt.date]:
    if key in calendar().days:
        around = (day + dt.timedelta(days=n) for n in _REACH[when])
        return frozenset(d for d in around if d.weekday() == calendar().days[key])
    if key in calendar().relative:
        return frozenset({day + dt.timedelta(days=calendar().relative[key])})
    return frozenset()


def _dated(keys: Sequence[str], day: dt.date | None) -> frozenset[dt.date]:
    """Read `april 16`, `16 april`, either with a year."""
    numbers = [key.rstrip(".") for key in keys if key not in calendar().months]
    if not 1 <= len(numbers) <= 2 or len(numbers) != len(keys) - 1:
        return frozenset()
    if not all(number.isdecimal() for number in numbers):
        return frozenset()
    month = next(calendar().months[key] for key in keys if key in calendar().months)
    figures = [int(number) for number in numbers]
    years = [figure for figure in figures if figure > 31]
    days = [figure for figure in figures if figure <= 31]
    if len(days) != 1:
        return frozenset()
    if years:
        return _day(years[0], month, days[0])
    if day is None:
        return frozenset()
    options = frozenset[dt.date]().union(*(_day(day.year + n, month, days[0]) for n in (-1, 0, 1)))
    nearest = min(options, key=lambda d: (abs(d - day), d), default=None)
    return frozenset({nearest}) if nearest else frozenset()


def _numeric(one: int, other: int, year: int) -> frozenset[dt.date]:
    """Return the day that figures tell whichever of them is the month; none where both could be."""
    if one == other or other > _MOST_MONTH:
        return _day(year, one, other)
    return _day(year, other, one) if one > _MOST_MONTH else frozenset()


def _day(year: int, month: int, day: int) -> frozenset[dt.date]:
    try:
        return frozenset({dt.date(year, month, day)})
    except ValueError:
        return frozenset()
