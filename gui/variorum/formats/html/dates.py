"""Read the moments that pages put into their fields, never guessing at an order of numbers."""

import datetime as dt
import re

from variorum.text import Moment
from variorum.wire.lexicon import MONTH_OF_NAME

_ISO = re.compile(
    r"(\d{4})-?(\d{2})-?(\d{2})"
    r"(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?)?",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.年]\s?(\d{1,2})[/.月]\s?(\d{1,2})")
# Between points the day stands first in every language that writes so; between slashes it may not.
_PRINTED = re.compile(
    r"\b(?P<first>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?(?P<word>[^\W\d_]{3,12})\.?,?\s(?:de\s)?(?P<after>\d{4})\b"
    r"|\b(?P<name>[^\W\d_]{3,12})\.?\s(?P<second>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<behind>\d{4})\b"
    r"|\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<dotted>\d{4})\b"
)
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_EARLIEST = dt.date(1980, 1, 1)
"""Nothing saved from the web tells of an earlier day but by mistake (the epoch, year 1)."""


def read_moment(text: str) -> Moment | None:
    """Return the moment a field holds: an instant where it gives a zone, else the day.

    A time of day without a zone is no instant, so only its day is kept.
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)
        return _kept(dt.datetime.fromtimestamp(seconds, tz=dt.UTC))
    if found := _ISO.match(text):
        return _kept(_from_iso(found))
    if found := _YEAR_FIRST.match(text):
        year, month, day = map(int, found.groups())
        return _kept(_day(year, month, day))
    return None


def printed_day(text: str) -> dt.date | None:
    """Return the day that a line prints, where the order of its parts is beyond doubt."""
    for found in _PRINTED.finditer(text):
        month = found["word"] or found["name"]
        number = MONTH_OF_NAME.get(month.casefold().rstrip(".")) if month else int(found["month"])
        year = int(found["after"] or found["behind"] or found["dotted"])
        day = int(found["first"] or found["second"] or found["day"])
        date = _day(year, number, day) if number else None
        if date is not None and date >= _EARLIEST:
            return date
    found = _YEAR_FIRST.search(text)
    return _day(*map(int, found.groups())) if found else None


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
