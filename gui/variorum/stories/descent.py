"""Say from which version each version was made, and by which shared readings one can tell.

The base is the root. A version descends from another when it shares what that one did: each
reading of the version that its ancestor lacks is a deed of its own and costs its weight; each
reading of the ancestor that the version lacks, though it could show it, had to be taken back,
and costs more. The cheapest tree over all versions is taken, so that no two versions descend
from each other. A later version is no ancestor of an earlier one, nor a desk's correction of
what it was made from. After the method of common
errors (Lachmann; Maas, "Textkritik", 1927): only what is not the base's own says anything.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from variorum.collation.values import Collation
from variorum.stories.arborescence import cheapest_tree
from variorum.stories.base import follows, marks_of, outlet_name
from variorum.stories.readings import Held, Reading, ReadingKind, Readings, readings_of
from variorum.text import Article, LineageKind, Moment

_TAKEN_BACK: Mapping[ReadingKind, float] = {
    ReadingKind.VARIANT: 1.5,
    # Who had no sentence can hardly give it back; who adds one gives it to be cut.
    ReadingKind.CUT: 4.0,
    ReadingKind.ADDED: 0.25,
    ReadingKind.MOVED: 1.5,
    ReadingKind.DIVIDED: 1.5,
}


_TIE = 1e-6
"""What a shared reading counts where two ancestors explain as much."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Hold a reading that a version has from its ancestor, and where both have it."""

    reading: Reading
    ancestor: Held
    version: Held


@dataclass(frozen=True, slots=True)
class Descent:
    """Say from what a version was made; versions are named by their number, the base is None."""

    ancestor: int | None
    shared: tuple[Shared, ...]
    """The evidence, the weightiest first; none where the ancestor is the base."""
    own: float
    """The weight of what the version did itself; a changed fact weighs 1."""
    against: float
    """The weight of what it would have had to take back."""
    rival: int | None
    """The next likely ancestor; the base where `margin` is infinite: there is no other."""
    margin: float
    """How much more would have to be explained with the rival, in weights of a changed fact."""


def descents(
    base: Article, versions: Sequence[Article], collations: Sequence[Collation]
) -> tuple[Descent, ...]:
    """Return the nearest ancestor of each version among the base and the others."""
    readings = readings_of(base, versions, collations)
    nodes = [Readings({}, (), ()), *readings]
    articles = [base, *versions]
    count = len(nodes)
    costs = [
        [
            float("inf")
            if parent == child or (parent and _is_later(articles[parent], articles[child]))
            else _cost(nodes[parent], nodes[child])
            for child in range(count)
        ]
        for parent in range(count)
    ]
    parents = cheapest_tree(costs)
    return tuple(_descent(nodes, costs, parents, child) for child in range(1, count))


def printed_before(base: Article, versions: Sequence[Article]) -> list[int | None]:
    """Return for each version the one printed before it, by date; the base comes first.

    Those without a date keep the order they are given in, after the one before them. Of one
    moment a desk's updates and corrections come after what they follow.
    """
    moments: list[dt.datetime] = []
    last = _instant(base.published) or dt.datetime.min.replace(tzinfo=dt.UTC)
    for version in versions:
        last = _instant(version.published) or last
        moments.append(last)
    followed = [sum(follows(version, other) for other in versions) for version in versions]
    order = sorted(range(len(versions)), key=lambda number: (moments[number], followed[number]))
    before: list[int | None] = [None] * len(versions)
    for earlier, later in pairwise(order):
        before[later] = earlier
    return before


def _instant(moment: Moment | None) -> dt.datetime | None:
    if moment is None or isinstance(moment, dt.datetime):
        return moment
    return dt.datetime.combine(moment, dt.time(), dt.UTC)


def _cost(parent: Readings, child: Readings) -> float:
    own = sum(held.weight for reading, held in child.held.items() if reading not in parent.held)
    shared = sum(held.weight for reading, held in child.held.items() if reading in parent.held)
    return own + _against(parent, child) - _TIE * shared


def _against(parent: Readings, child: Readings) -> float:
    return sum(
        held.weight * _TAKEN_BACK[reading.kind]
        for reading, held in parent.held.items()
        if reading not in child.held and child.could_show(reading)
    )


def _descent(
    nodes: Sequence[Readings], costs: Sequence[Sequence[float]], parents: Sequence[int], child: int
) -> Descent:
    parent = parents[child]
    below = _below(parents, child)
    others = [n for n in range(len(nodes)) if n not in below and n not in {child, parent}]
    rival = min(others, key=lambda n: (costs[n][child], n), default=parent)
    here, there = nodes[child].held, nodes[parent].held
    shared = [
        Shared(reading, there[reading], here[reading]) for reading in there if reading in here
    ]
    shared.sort(key=lambda one: (-one.version.weight, one.reading.base, one.reading.words))
    against = _against(nodes[parent], nodes[child])
    return Descent(
        ancestor=parent - 1 if parent else None,
        shared=tuple(shared),
        own=round(costs[parent][child] - against, 4),
        against=round(against, 4),
        rival=rival - 1 if rival else None,
        margin=round(costs[rival][child] - costs[parent][child], 4) if others else float("inf"),
    )


def _below(parents: Sequence[int], node: int) -> set[int]:
    """Return the versions that descend from a version."""
    below: set[int] = set()
    grown = True
    while grown:
        grown = False
        for child, parent in enumerate(parents):
            if child not in below and child != node and parent in {node, *below}:
                below.add(child)
                grown = True
    return below


def _is_later(one: Article, other: Article) -> bool:
    """Tell whether an article is surely later than another: by its date, else by its desk's marks."""
    before = _is_after(one.published, other.published), _is_after(other.published, one.published)
    if before[0] != before[1]:
        return before[0]
    # What bears no mark and names no outlet may be somebody's print of an update, but hardly of
    # a correction: who prints that says so.
    outlets = outlet_name(one.source), outlet_name(other.source)
    is_known = outlets[0] is not None and outlets[0] == outlets[1]
    return (is_known or LineageKind.CORRECTION in marks_of(one)) and follows(one, other)


def _is_after(one: Moment | None, other: Moment | None) -> bool:
    """Tell whether a moment is surely after another; a day is not before its own hours."""
    if one is None or other is None:
        return False
    if isinstance(one, dt.datetime) and isinstance(other, dt.datetime):
        return one > other
    days = [m.date() if isinstance(m, dt.datetime) else m for m in (one, other)]
    return days[0] > days[1]
