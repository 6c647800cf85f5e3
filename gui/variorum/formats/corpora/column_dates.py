"""Read the dates of a column strictly: the whole cell is one date, and its order is no guess."""

import datetime as dt
import re
from collections.abc import Iterable
from email.utils import parsedate_to_datetime

from variorum.formats.corpora.mapping import DateOrder
from variorum.text import Moment
from variorum.wire import dates
from variorum.wire.lexicon import WEEKDAYS
from variorum.wire.patterns import alternatives

_LONGEST = 60
_FIGURES = re.compile(
    r"(?P<a>\d{1,4})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{1,4})(?:[T ,]+(?P<time>.*))?"
)
_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?")
_MAIL = re.compile(
    r"[A-Za-z]{3}, \d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC?|Z)"
)
_EPOCH = re.compile(r"(?P<seconds>-?\d{9,10})(?P<thousandths>\d{3})?(?:\.\d+)?")
_ISO_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ].*)?|\d{8}(?:T.*|\d{6})?", re.IGNORECASE)
_NAMED_ZERO = re.compile(r"(?:(?<!\s)\s++)?+(?:Z|UTC|GMT)$", re.IGNORECASE)
_OFFSET = re.compile(r"(?<!\s)\s++(?=[+-]\d{2}:?\d{2}$)")
_TIME = re.compile(
    r"[\s,|@T–-]{0,4}(?:at\s)?\d{1,2}[:.hH]\d{2}(?:[:.]\d{2})?(?:[.,]\d{1,9})?"
    r"\s?(?:[ap]\.?m\.?)?\s?(?:[A-Za-z]{1,5}|[+-]\d{2}:?\d{2}|\([A-Z]{2,5}\))?",
    re.IGNORECASE,
)
# Databases of papers print the day of the week behind the date.
_WEEKDAY_BEHIND = re.compile(rf"^[\s,(]{{1,3}}(?:{alternatives(WEEKDAYS)})\)?(?!\w)", re.IGNORECASE)
_HYPHENED = re.compile(r"\b(\d{1,2})-([^\W\d_]{3,9})-(\d{4})\b")


def read_date(cell: str, order: DateOrder | None) -> Moment | None:
    """Return the moment of a cell: an instant where it gives its zone, else the day.

    Years of two digits, and figures in an order that nobody told, are no date.
    """
    cell = cell.strip()
    if not cell or len(cell) > _LONGEST:
        return None
    return _iso(cell) or _figures(cell, order) or _epoch(cell) or _mail(cell) or _words(cell)


def order_of(cells: Iterable[str]) -> DateOrder | None:
    """Return the order that the figures of a column prove; None where none or both do."""
    proven: set[DateOrder] = set()
    for first, second in _pairs(cells):
        if first > 12 >= second:
            proven.add(DateOrder.DAY_FIRST)
        elif second > 12 >= first:
            proven.add(DateOrder.MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else None


def needs_order(cells: Iterable[str]) -> bool:
    """Tell whether a column has dates whose order of day and month has to be known."""
    return any(True for _ in _pairs(cells))


def _pairs(cells: Iterable[str]) -> Iterable[tuple[int, int]]:
    for cell in cells:
        found = _FIGURES.fullmatch(cell.strip())
        if found and len(found["a"]) <= 2 and len(found["c"]) == 4 and found["sign"] != ".":
            yield int(found["a"]), int(found["b"])


def _iso(cell: str) -> Moment | None:
    if not _ISO_LIKE.fullmatch(cell):
        return None
    if cell.isdecimal() and len(cell) > len("20190416"):
        cell = f"{cell[:8]}T{cell[8:]}"
    try:
        moment = dt.datetime.fromisoformat(_OFFSET.sub("", _NAMED_ZERO.sub("+00:00", cell)))
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.date()


def _figures(cell: str, order: DateOrder | None) -> dt.date | None:
    if found := _ASIAN.match(cell):
        return _day(*map(int, found.groups()))
    found = _FIGURES.fullmatch(cell)
    if found is None or (found["time"] and not _TIME.fullmatch(found["time"])):
        return None
    first, second, third = (int(found[name]) for name in "abc")
    if len(found["a"]) == 4:
        return _day(first, second, third)
    if len(found["a"]) > 2 or len(found["c"]) != 4:
        return None
    if found["sign"] == ".":
        # Between points the day stands first in every language that writes so.
        return _day(third, second, first)
    order = order or order_of([cell]) or (DateOrder.DAY_FIRST if first == second else None)
    if order is None:
        return None
    month, day = (second, first) if order is DateOrder.DAY_FIRST else (first, second)
    return _day(third, month, day)


def _epoch(cell: str) -> dt.datetime | None:
    found = _EPOCH.fullmatch(cell)
    if found is None:
        return None
    try:
        moment = dt.datetime.fromtimestamp(int(found["seconds"]), tz=dt.UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment + dt.timedelta(milliseconds=int(found["thousandths"] or 0))


def _mail(cell: str) -> Moment | None:
    if not _MAIL.fullmatch(cell):
        return None
    try:
        moment = parsedate_to_datetime(cell)
    except (ValueError, TypeError):
        return None
    return moment if moment.tzinfo is not None else moment.date()


def _words(cell: str) -> dt.date | None:
    """Return the day that words give as wire copy does, with nothing behind it but a time."""
    cell = _HYPHENED.sub(r"\1 \2 \3", cell)
    found = dates.at_the_start(cell)
    if found is None or found.date is None:
        return None
    rest = _WEEKDAY_BEHIND.sub("", cell[found.end :]).strip()
    return None if rest and not _TIME.fullmatch(rest) else found.date.full


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
