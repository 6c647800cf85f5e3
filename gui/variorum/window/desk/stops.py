"""Where F8 goes: the differences of all versions on the desk, in the base's order.

What several versions did to the same words of the base is one stop. It knows values only;
columns are numbered from the base, 0.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby

from variorum.collation.values import Variant
from variorum.text import Span
from variorum.window.desk.differences import Difference


@dataclass(frozen=True, slots=True)
class Stop:
    """Hold what versions did at one place of the base."""

    sides: tuple[Span | None, ...]
    """Where it stands in each column; nothing where a column has none of it."""
    differences: tuple[tuple[int, Difference], ...]
    """The column of each version that differs here, and how it does."""

    @property
    def first_side(self) -> tuple[int, Span]:
        """Return the first column that has it, and where it stands there."""
        return next((n, span) for n, span in enumerate(self.sides) if span is not None)

    @property
    def loudest(self) -> Difference:
        """Return the difference that matters most: by its class, else the first."""
        found = [one for _, one in self.differences]
        loud = [one for one in found if one.variant and not one.variant.variant_class.is_quiet]
        return (loud or found)[0]

    @property
    def columns(self) -> tuple[int, ...]:
        """Return the columns of the versions that differ here."""
        return tuple(column for column, _ in self.differences)

    def difference_in(self, column: int) -> tuple[int, Difference]:
        """Return how a version differs here, with its column; another's where it does not."""
        own = (pair for pair in self.differences if pair[0] == column)
        return next(own, self.differences[0])

    def variant_in(self, column: int) -> Variant | None:
        """Return what a version has as a variant here."""
        found = (one.variant for version, one in self.differences if version == column)
        return next(found, None)


def stops_of(by_column: Mapping[int, Sequence[Difference]], columns: int) -> tuple[Stop, ...]:
    """Merge the differences of versions, each list in the base's order."""
    numbered = (
        [(one.at, column, one) for one in differences] for column, differences in by_column.items()
    )
    merged = merge(*numbered, key=lambda item: item[0])
    stops: list[Stop] = []
    for _, here in groupby(merged, key=lambda item: item[0]):
        stops += _together([(column, one) for _, column, one in here], columns)
    return tuple(stops)


def _together(found: Sequence[tuple[int, Difference]], columns: int) -> Iterator[Stop]:
    """Yield the stops at one place: what was done to the same words is one."""
    kinds: dict[object, list[tuple[int, Difference]]] = {}
    for number, (column, one) in enumerate(found):
        alike = (one.base, one.variant is None, one.is_furniture)
        group = kinds.setdefault(alike if one.base is not None else number, [])
        if column in (known for known, _ in group):
            # Twice the same words in one version: two stops.
            kinds[number] = [(column, one)]
        else:
            group.append((column, one))
    for group in kinds.values():
        sides: list[Span | None] = [None] * columns
        for column, one in group:
            sides[0] = one.base
            sides[column] = one.version
        yield Stop(tuple(sides), tuple(group))


@dataclass(slots=True)
class Stepper:
    """Walk through stops, from the one shown last or from where the reader is."""

    stops: tuple[Stop, ...] = ()
    current: Stop | None = None
    """The one turned to; it may be of a hidden class, and none of the stops."""

    def fill(self, stops: tuple[Stop, ...]) -> None:
        """Take other stops; the current one stays if it is among them."""
        self.stops = stops
        if self.current not in stops:
            self.current = None

    @property
    def place(self) -> tuple[int, int]:
        """Return the number of the current stop, 0 for none, and how many there are."""
        number = self.stops.index(self.current) + 1 if self.current in self.stops else 0
        return number, len(self.stops)

    def return_to(self, sides: tuple[Span | None, ...]) -> None:
        """Make the stop that stands at these places the current one, if there still is one."""
        self.current = next((stop for stop in self.stops if stop.sides == sides), None)

    def turn_to(self, column: int, variant: Variant) -> tuple[int, Stop] | None:
        """Make a version's variant the current stop; return its number, from 0, and the stop."""
        for number, stop in enumerate(self.stops):
            if stop.variant_in(column) == variant:
                self.current = stop
                return number, stop
        return None

    def step(self, by: int, *, side: int, place: int) -> tuple[int, Stop] | None:
        """Go on (1) or back (-1), around the ends; return the number, from 0, and the stop.

        Without a current stop the walk begins at a place of one column.
        """
        if not self.stops:
            return None
        if self.current in self.stops:
            number = self.stops.index(self.current) + by
        else:
            sides = [stop.sides[side] for stop in self.stops]
            before = [n for n, span in enumerate(sides) if span is not None and span.start < place]
            last = before[-1] if before else -1
            number = last + 1 if by > 0 else last
        number %= len(self.stops)
        self.current = self.stops[number]
        return number, self.current
