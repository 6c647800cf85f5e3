"""Agreement on what the units are: Krippendorff's family of alphas for unitized continua.

Source: K. Krippendorff, Y. Mathet, S. Bouvry, A. Widlöcher, "On the reliability of unitizing
textual continua: Further developments", Quality & Quantity 50 (2016), 2347-2364; the same in
K. Krippendorff, Content Analysis, 4th edition (2019), section 12.6. Equation numbers below are
of the article.

Observed coincidences are the lengths of what two annotators' segments have in common, gaps
among them; expected ones are what chance would give, less what a unit would have in common
with itself. Several continua are laid end to end; one that not everybody read counts for those
who did.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from variorum.agreement.values import GAP, Continuum, Unit, Value


@dataclass(frozen=True, slots=True)
class UnitizingAlphas:
    """Hold the members of the family; None where one is not defined."""

    u: float | None
    """Units and gaps, with what the units were marked as."""
    binary: float | None
    """Marked or not, whatever as."""
    cu: float | None
    """What units were marked as, where units of two annotators meet."""
    of_value: Mapping[Value, float | None]
    """The same for each value: the (k)u-alphas."""


def unitizing_alphas(continua: Iterable[Continuum]) -> UnitizingAlphas:
    """Measure how far annotators cut the same units out of texts, and marked them alike."""
    whole, met = _Coincidences(), _Coincidences()
    for continuum in continua:
        _count(continuum, whole, met)
    values = [value for value in whole.margins() if value is not GAP]
    return UnitizingAlphas(
        u=whole.alpha(),
        binary=whole.collapsed().alpha(),
        cu=met.alpha(),
        of_value={value: met.alpha_of(value) for value in values},
    )


class _Coincidences:
    """Hold observed coincidences, and what a unit has in common with itself."""

    def __init__(self) -> None:
        self.observed = defaultdict[tuple[Hashable, Hashable], float](float)
        self.own = defaultdict[Hashable, float](float)
        """By value: what is taken off the expected coincidences of this value with itself."""

    def margins(self) -> Mapping[Hashable, float]:
        found = defaultdict[Hashable, float](float)
        for (one, _), length in self.observed.items():
            found[one] += length
        return found

    def alpha(self) -> float | None:
        """Return 1 less observed by expected disagreement (equations 5 and 11)."""
        margins = self.margins()
        total = sum(margins.values())
        unlike = sum(length for (one, other), length in self.observed.items() if one != other)
        expected = _unlike_by_chance(margins)
        share = self._denominator(total)
        if not expected or not share:
            return None
        return 1 - unlike * share / expected

    def alpha_of(self, value: Value) -> float | None:
        """Return the alpha of one value among those that units have (equation 13)."""
        margins = self.margins()
        margin, total = margins.get(value, 0.0), sum(margins.values())
        like = self.observed.get((value, value), 0.0)
        others = margin * (total - margin)
        by_itself = margin * margin - self.own.get(value, 0.0)
        if not margin or not others:
            return None
        return 1 - (others + by_itself) / margin * (margin - like) / others

    def collapsed(self) -> "_Coincidences":
        """Tell only marked from unmarked words (equation 6)."""
        found = _Coincidences()
        for (one, other), length in self.observed.items():
            found.observed[one is GAP, other is GAP] += length
        for value, length in self.own.items():
            found.own[value is GAP] += length
        return found

    def _denominator(self, total: float) -> float:
        return total - sum(self.own.values()) / total if total else 0.0


def _unlike_by_chance(margins: Mapping[Hashable, float]) -> float:
    total = sum(margins.values())
    return total * total - sum(length * length for length in margins.values())


def _count(continuum: Continuum, whole: _Coincidences, met: _Coincidences) -> None:
    """Add one continuum to the coincidences of all segments and of units that meet."""
    segments = {who: _segments(units, continuum.length) for who, units in continuum.units.items()}
    others = len(segments) - 1
    if others < 1:
        return
    for one, other in combinations(segments.values(), 2):
        for value, with_value, length in _intersections(one, other):
            for pair in ((value, with_value), (with_value, value)):
                whole.observed[pair] += length / others
                if GAP not in pair:
                    met.observed[pair] += length / others
    for who, own in segments.items():
        rest = [units for someone, units in continuum.units.items() if someone != who]
        for segment in own:
            size = len(segment)
            whole.own[segment.value] += size if segment.value is GAP else size * size
            if segment.value is not GAP:
                met.own[segment.value] += sum(
                    _covered(segment, units) ** 2 / others for units in rest
                )


def _segments(units: Sequence[Unit], length: int) -> list[Unit]:
    """Return an annotator's units with the gaps between them, over the whole continuum."""
    found = list[Unit]()
    place = 0
    for unit in units:
        if unit.start > place:
            found.append(Unit(place, unit.start, GAP))
        found.append(unit)
        place = unit.end
    if place < length:
        found.append(Unit(place, length, GAP))
    return found


def _intersections(
    one: Sequence[Unit], other: Sequence[Unit]
) -> Iterable[tuple[Value, Value, int]]:
    """Yield what two ways of cutting up a continuum have in common, piece by piece."""
    here, there = 0, 0
    while here < len(one) and there < len(other):
        first, second = one[here], other[there]
        length = min(first.end, second.end) - max(first.start, second.start)
        if length > 0:
            yield first.value, second.value, length
        if first.end <= second.end:
            here += 1
        if second.end <= first.end:
            there += 1


def _covered(unit: Unit, units: Sequence[Unit]) -> int:
    """Count the words of a unit that other units cover."""
    return sum(max(0, min(unit.end, each.end) - max(unit.start, each.start)) for each in units)
