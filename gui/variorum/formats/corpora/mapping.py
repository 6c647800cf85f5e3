"""Say which column of a corpus holds what: as a value, and as the words of `--map`."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO

from variorum.errors import UsageError


class Role(StrEnum):
    """Name what a column may hold; every other column is kept under its own name."""

    TEXT = "text"
    HEADLINE = "headline"
    DATE = "date"
    SOURCE = "source"
    BYLINE = "byline"
    LANGUAGE = "language"
    ADDRESS = "address"
    GUID = "guid"
    SLUG = "slug"
    DATELINE = "dateline"
    PLACE = "place"


class DateOrder(StrEnum):
    """Say what stands first in a date such as 03/04/2019."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


_ROLES = frozenset(role.value for role in Role)
_ORDER = "order"


@dataclass(frozen=True, slots=True)
class Mapping:
    """Hold which column holds what, one column a role."""

    columns: tuple[tuple[Role, str], ...] = ()
    """In the order of `Role`."""
    order: DateOrder | None = None
    """None reads only dates whose order is beyond doubt."""

    def __post_init__(self) -> None:
        roles = [role for role, _ in self.columns]
        if roles != [role for role in Role if role in roles]:
            raise ValueError("a mapping names each role once, in the order of roles")

    def column(self, role: Role) -> str | None:
        """Return the column of a role."""
        return next((name for given, name in self.columns if given is role), None)

    def role(self, column: str) -> Role | None:
        """Return the role of a column; none where it is kept under its own name."""
        return next((role for role, name in self.columns if name == column), None)


def mapping_of(pairs: Iterable[tuple[Role, str]], *, order: DateOrder | None = None) -> Mapping:
    """Return a mapping of pairs in any order; the last word on a role wins."""
    given = dict(pairs)
    return Mapping(tuple((role, given[role]) for role in Role if role in given), order)


def parse_mapping(words: str) -> Mapping:
    """Return the mapping that `--map` gives: `text=body,headline=title,date=published`.

    A pair whose column holds a comma stands in double quotes, as in CSV; `order=dmy` or
    `order=mdy` says how to read dates such as 03/04/2019. Raises `UsageError`.
    """
    found: dict[Role, str] = {}
    order: DateOrder | None = None
    for pair in _pairs(words):
        name, sign, column = pair.partition("=")
        name = name.strip().casefold()
        if not sign or not column.strip():
            raise UsageError(f"“{pair.strip()}” names no column.", hint=_hint())
        if name == _ORDER:
            order = _order(column.strip())
        elif name in _ROLES:
            found[Role(name)] = column.strip()
        else:
            raise UsageError(f"There is nothing called “{name}” to map.", hint=_hint())
    if Role.TEXT not in found:
        raise UsageError("A map names the column of the text.", hint=_hint())
    return mapping_of(found.items(), order=order)


def format_mapping(mapping: Mapping) -> str:
    """Return a mapping as `--map` takes it."""
    pairs = [f"{role}={column}" for role, column in mapping.columns]
    if mapping.order is not None:
        pairs.append(f"{_ORDER}={mapping.order}")
    line = StringIO()
    csv.writer(line, lineterminator="").writerow(pairs)
    return line.getvalue()


def _pairs(words: str) -> Iterator[str]:
    try:
        rows = list(csv.reader([words], skipinitialspace=True))
    except csv.Error as error:
        raise UsageError("The map cannot be read.", hint=_hint()) from error
    for row in rows:
        yield from (pair for pair in row if pair.strip())


def _order(word: str) -> DateOrder:
    try:
        return DateOrder(word.casefold())
    except ValueError as error:
        raise UsageError(
            f"“{word}” is no order of dates.", hint="Write order=dmy or order=mdy."
        ) from error


def _hint() -> str:
    names = ", ".join(role for role in Role)
    return f"Write it like text=body,headline=title,date=published. There are: {names}."
