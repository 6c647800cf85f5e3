"""Read the moments that pages put into their fields, never guessing at an order of numbers."""

import datetime as dt
import re

from variorum.text import Moment

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_EARLIEST = dt.date(1980, 1, 1)
"""Nothing saved from the web tells of an earlier day but by mistake (the epoch, year 1)."""


def read_moment(text: str) -> Moment | None:
    """Return the moment a field holds: an instant where it gives a zone, else the day.

    A time of day without a zone is no instant, so only its day is kept.
    """
    text = text.strip()
    if found := _ISO.match(text):
        return _kept(_from_iso(found))
    if _EPOCH.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return _kept(dt.datetime.fromtimestamp(seconds, tz=dt.UTC))
    if found := _YEAR_FIRST.match(text):
        year, month, day = map(int, found.groups())
        return _kept(_day(year, month, day))
    return None


def day_of(moment: Moment) -> dt.date:
    """Return the calendar day of a moment, in the moment's own zone."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _kept(moment: Moment | None) -> Moment | None:
    return moment if moment is not None and day_of(moment) >= _EARLIEST else None


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _from_iso(found: re.Match[str]) -> Moment | None:
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    date = _day(int(year), int(month), int(day))
    if date is None or hour is None or zone is None:
        return date
    try:
        return dt.datetime(
            date.year,
            date.month,
            date.day,
            int(hour),
            int(minute),
            min(int(second or 0), 59),
            int((fraction or "0")[:6].ljust(6, "0")),
            tzinfo=_zone(zone),
        )
    except ValueError:
        return date


def _zone(text: str) -> dt.tzinfo:
    if text[0] not in "+-":
        return dt.UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(ahead if text[0] == "+" else -ahead)
