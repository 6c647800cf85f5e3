"""The day of an article, as far as it is known, and how far apart two are."""

from datetime import date, timedelta

from variorum.text import Moment, PartialDate


def day_of(published: Moment | None, dated: PartialDate | None) -> date | PartialDate | None:
    """Return the day of a moment of publication, else the date that a dateline gives."""
    return dated if published is None else date(published.year, published.month, published.day)


def days_between(one: date | PartialDate | None, other: date | PartialDate | None) -> int:
    """Return the days between two dates as far as they are known, else none."""
    if one is None or other is None:
        return 0
    year = one.year or other.year or 2000
    first, second = _full(one, year), _full(other, year)
    if first is None or second is None:
        return 0
    days = abs(first - second)
    if one.year is None or other.year is None:
        # December and January are neighbours when one side tells no year.
        days = min(days, abs(timedelta(days=365) - days))
    return days.days


def _full(day: date | PartialDate, year: int) -> date | None:
    if isinstance(day, date):
        return day
    if day.month is None or day.day is None:
        return None
    try:
        return date(day.year or year, day.month, day.day)
    except ValueError:
        # 29 February, and the other side's year is no leap year.
        return date(day.year or year, day.month, day.day - 1)
