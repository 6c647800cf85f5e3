"""Find which sentences may be rewordings of one another: an inverted index over keys.

Keys are weighed by their rarity within the pair (IDF); a key that stands in very many
sentences finds no candidates, but still counts in the score.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from variorum.collation.lexicons.words import calendar
from variorum.collation.reading.units import Unit

MOST_SENTENCES = 24
"""A key in more sentences of one side than this proposes no candidates, or only near ones."""
MOST_CANDIDATES = 12
LEAST_SCORE = 0.2
OTHER_KIND_SCORE = 0.7
"""Below this, a headline or crosshead is not the rewording of a sentence."""
TEMPLATE_SCORE = 0.6
"""Below this, sentences whose names and figures all differ only share a template."""

LABEL_KEYS = 5
"""The most keys of a label that stands between the parts of a running report."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a pair of sentences with its likeness: Dice over weighted keys, and what they share."""

    base: int
    version: int
    score: float
    shared: float

    @property
    def weight(self) -> float:
        """Return how much the pair adds to a chain."""
        return self.score * self.score * self.shared


@dataclass(frozen=True, slots=True)
class Weights:
    """Hold the rarity of keys within the pair, and each sentence's whole weight."""

    rarity: Mapping[str, float]
    base: Sequence[float]
    version: Sequence[float]
    once: float
    """The weight of a key that stands once on each side."""

    def of(self, keys: frozenset[str]) -> float:
        """Return the weight of a set of keys; summed in a fixed order, so that it is exact."""
        rarity = self.rarity
        return math.fsum([rarity[key] for key in keys])


def weigh(base: Sequence[Unit], version: Sequence[Unit]) -> Weights:
    """Return the rarity of each key in the two sides together."""
    counts = Counter(chain.from_iterable([unit.bag for unit in (*base, *version)]))
    total = len(base) + len(version)
    rarity = {key: math.log(1 + total / count) for key, count in counts.items()}
    once = math.log(1 + total / 2)
    weights = Weights(rarity, (), (), once)
    return Weights(
        rarity,
        [weights.of(unit.bag) for unit in base],
        [weights.of(unit.bag) for unit in version],
        once,
    )


def find_candidates(
    base: Sequence[Unit], version: Sequence[Unit], weights: Weights
) -> list[Candidate]:
    """Return the likely pairs, each sentence with its best few, in order.

    A sentence that stands once on each side to the letter is no other's rewording.
    """
    exact = _exact(base, version)
    taken = set(exact.values())
    index: dict[str, list[int]] = defaultdict(list)
    for unit in version:
        for key in unit.bag if unit.number not in taken else ():
            index[key].append(unit.number)
    found: list[Candidate] = []
    for unit in base:
        partner = exact.get(unit.number)
        if partner is not None:
            found.append(Candidate(unit.number, partner, 1.0, weights.base[unit.number]))
            continue
        found.extend(_candidates_of(unit, index, version, weights))
    return found


def _exact(base: Sequence[Unit], version: Sequence[Unit]) -> dict[int, int]:
    """Pair the sentences whose keys are the same and stand once on each side."""
    sides: list[dict[tuple[str, ...], int | None]] = []
    for units in (base, version):
        once: dict[tuple[str, ...], int | None] = {}
        for unit in units:
            once[unit.keys] = None if unit.keys in once else unit.number
        sides.append(once)
    pairs: dict[int, int] = {}
    for keys, number in sides[0].items():
        partner = sides[1].get(keys)
        if number is not None and partner is not None and len(keys) > 3:
            pairs[number] = partner
    return pairs


def _nearest(numbers: list[int], place: int) -> list[int]:
    """Return the sentences of a key, of a common one only those that stand about as far in."""
    if len(numbers) <= MOST_SENTENCES:
        return numbers
    middle = min(max(bisect_left(numbers, place), MOST_SENTENCES // 2), len(numbers))
    return numbers[middle - MOST_SENTENCES // 2 : middle + MOST_SENTENCES // 2]


def _may_pair(unit: Unit, other: Unit, score: float) -> bool:
    """Tell whether likeness is no mere likeness of a template, or of a headline to its story."""
    if unit.kind is not other.kind and score < OTHER_KIND_SCORE:
        return False
    if is_label(unit) and unit.keys != other.keys:
        return False
    return score >= TEMPLATE_SCORE or not only_template(unit, other)


def is_label(unit: Unit) -> bool:
    """Tell whether a unit is no more than an hour, a day or a number: 1:15 p.m."""
    days = calendar()
    return len(unit.keys) <= LABEL_KEYS and all(
        key[0].isdigit() or key in days.times or key in days.months or key in days.days
        for key in unit.keys
    )


def only_template(unit: Unit, other: Unit) -> bool:
    """Tell whether two sentences share no name and no figure though each has both.

    "Tern Rail Inc reported a profit of 12 cents" is no rewording of another company's result.
    """
    return bool(
        unit.names
        and other.names
        and unit.figures
        and other.figures
        and unit.names.isdisjoint(other.names)
        and unit.figures.isdisjoint(other.figures)
    )


def _candidates_of(
    unit: Unit, index: Mapping[str, list[int]], version: Sequence[Unit], weights: Weights
) -> list[Candidate]:
    rough: dict[int, float] = defaultdict(float)
    known = [key for key in unit.bag if key in index]
    rare = [key for key in known if len(index[key]) <= MOST_SENTENCES]
    for key in sorted(rare or known, key=lambda k: (len(index[k]), k)):
        weight = weights.rarity[key]
        for number in _nearest(index[key], unit.number):
            rough[number] += weight
    own = weights.base[unit.number]
    scored: list[Candidate] = []
    likely = sorted(rough, key=lambda n: (-rough[n], n))[: 2 * MOST_CANDIDATES]
    for number in likely:
        shared = weights.of(unit.bag & version[number].bag)
        whole = own + weights.version[number]
        score = 2 * shared / whole if whole else 0.0
        if score >= LEAST_SCORE and _may_pair(unit, version[number], score):
            scored.append(Candidate(unit.number, number, score, shared))
    if len(scored) > MOST_CANDIDATES:
        scored.sort(key=lambda c: (-c.score, abs(c.base - c.version), c.version))
        del scored[MOST_CANDIDATES:]
    return scored
