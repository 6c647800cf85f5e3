"""Read the values of fields that ask for more than words: days, numbers, classes."""

import datetime as dt
import re
from contextlib import suppress
from dataclasses import dataclass

from variorum.collation.values import VariantClass
from variorum.library.search.matching import Field, Term
from variorum.text import LineageKind

_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_DAYS = re.compile(
    rf"(?P<since>{_DAY})?(?P<span>\.\.)(?P<until>{_DAY})?|(?P<sign>[<>]=?)?(?P<one>{_DAY})"
)
_NUMBERS = re.compile(
    r"(?P<least>\d{1,6})?(?P<span>\.\.)(?P<most>\d{1,6})?|(?P<sign>[<>]=?)?(?P<one>\d{1,6})"
)
_AFTER_ANY_DIGIT = "~"


@dataclass(frozen=True, slots=True)
class Dated:
    """Ask for a span of days; each end is the beginning of an ISO 8601 moment, or empty."""

    typed: str
    since: str
    """The first moment that fits."""
    until: str
    """The first moment that fits no more."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """Ask for stories with so many versions."""

    typed: str
    least: int
    most: int | None


@dataclass(frozen=True, slots=True)
class Kinded:
    """Ask for versions with differences of a class."""

    typed: str
    kind: VariantClass


Value = Dated | Numbered | Kinded

WORDS_OF: dict[Field | None, tuple[str, ...]] = {
    Field.HAS: ("notes", "highlights", "versions"),
    Field.IS: ("unread", "read", "done", "open"),
    Field.STATUS: tuple(LineageKind),
    Field.CLASS: tuple(VariantClass),
}
"""What a field may hold that knows only some words; a beginning is enough."""


def value_of(term: Term) -> Value | None:
    """Return what a field's value asks for, or None where it cannot be understood."""
    match term.field:
        case Field.DATE:
            return days_of(term)
        case Field.VERSIONS:
            return _numbers_of(term)
        case Field.CLASS:
            return next((Kinded(term.typed, VariantClass(word)) for word in words_for(term)), None)
        case _:
            return None


def is_backwards(value: Value) -> bool:
    """Tell whether a span ends before it begins: nothing can fit it."""
    match value:
        case Dated(_, since, until):
            return bool(until) and since >= until
        case Numbered(_, least, most):
            return most is not None and most < least
        case Kinded():
            return False


def words_for(term: Term) -> list[str]:
    """Return the words that a field knows and that begin so."""
    begun = term.words.casefold()
    return [word for word in WORDS_OF.get(term.field, ()) if word.startswith(begun)]


def days_of(term: Term) -> Dated | None:
    """Return the span of days that words name: 2019, 2019-04, 2019-04..2019-06, >=2019."""
    match = _DAYS.fullmatch(term.words)
    if match is None or not all(map(_is_there, re.findall(_DAY, term.words))):
        return None
    if match["span"]:
        until = match["until"]
        return Dated(term.typed, match["since"] or "", until + _AFTER_ANY_DIGIT if until else "")
    day: str = match["one"]
    after = day + _AFTER_ANY_DIGIT
    since = {None: day, ">=": day, ">": after}.get(match["sign"], "")
    until = {None: after, "<=": after, "<": day}.get(match["sign"], "")
    return Dated(term.typed, since, until)


def _is_there(day: str) -> bool:
    """Tell whether the calendar has a year, a month, a day."""
    with suppress(ValueError):
        return bool(dt.date.fromisoformat(day + "-01" * (2 - day.count("-"))))
    return False


def _numbers_of(term: Term) -> Numbered | None:
    match = _NUMBERS.fullmatch(term.words)
    if match is None:
        return None
    if match["span"]:
        most = int(match["most"]) if match["most"] else None
        return Numbered(term.typed, int(match["least"] or 0), most)
    number, sign = int(match["one"]), match["sign"]
    least = {None: number, ">=": number, ">": number + 1}.get(sign, 0)
    most = {None: number, "<=": number, "<": number - 1}.get(sign)
    return Numbered(term.typed, least, most)
