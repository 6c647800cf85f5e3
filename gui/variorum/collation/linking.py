"""Link sentences: chain, moves, gaps, splits and merges (collation.md, section 3).

Works on numbers of sentences; every sentence ends up in exactly one link. The thresholds are
measured: see tests/benchmarks.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from variorum.collation.by_hand import NOTHING_GIVEN, Bond, Given
from variorum.collation.candidates import (
    Candidate,
    Weights,
    find_candidates,
    is_label,
    only_template,
    weigh,
)
from variorum.collation.chain import heaviest_chain
from variorum.collation.units import Unit

CHAIN = 0.35
MOVE = 0.5
SURE = 0.75
"""From here on a sentence that moved is the same whatever figure in it changed."""
EXACT, EXACT_WHOLE = 3, 5
"""Digits from which on a figure, with a point or without, is hardly told of two things."""
GAP = 0.25
ORDER = 0.4
"""The share of words in order below which sentences of a gap only share their topic."""
SHORT = 8
"""Keys that matter below which a weak likeness proves no rewording: a few names make it up."""
NEIGHBOUR = 0.01
"""What a pair's weight gains for each pair beside it, so that a line that stands twice stays in place."""
REWORDED = 0.5
"""The share of words in order that a lone sentence between two links has in common."""
JOIN = 0.45
JOIN_NEIGHBOUR = 0.33
JOIN_SURE = 0.6
"""From this share on, half a split may be in whatever order."""
JOIN_ORDER = 0.4
"""The share of the words of half a split that stand in order in the whole."""
JOIN_RUN = 6
"""Words in one run that prove as much, whatever was put in besides."""
JOIN_REACH = 3
"""How many sentences apart the halves of a split may stand."""


@dataclass(slots=True)
class Tie:
    """Hold a link while it grows: numbers of sentences on each side."""

    base: list[int]
    version: list[int]
    score: float
    moved: bool = False


@dataclass(slots=True)
class _Ties:
    """Hold the links of a pair while they are found."""

    weights: Weights
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of sentences that a person parted."""
    ties: list[Tie] = field(default_factory=list[Tie])
    of_base: dict[int, Tie] = field(default_factory=dict[int, Tie])
    of_version: dict[int, Tie] = field(default_factory=dict[int, Tie])

    def add(self, base: int, version: int, score: float, *, moved: bool = False) -> None:
        self.hold(Tie([base], [version], score, moved))

    def hold(self, tie: Tie) -> None:
        self.ties.append(tie)
        self.of_base.update(dict.fromkeys(tie.base, tie))
        self.of_version.update(dict.fromkeys(tie.version, tie))

    def free(self, pair: Candidate) -> bool:
        return (
            pair.base not in self.of_base
            and pair.version not in self.of_version
            and (pair.base, pair.version) not in self.apart
        )


def link(
    base: Sequence[Unit], version: Sequence[Unit], by_hand: Given = NOTHING_GIVEN
) -> list[Tie]:
    """Return the links of two articles' sentences, without the sentences that have none.

    What a person linked is linked, and what else is found goes by it.
    """
    weights = weigh(base, version)
    pairs = find_candidates(base, version, weights)
    found = _Ties(weights, by_hand.apart)
    pairs = [pair for pair in pairs if found.free(pair)]
    _chain(base, version, pairs, found, by_hand.bonds)
    ranked = sorted(pairs, key=lambda p: (-p.weight, p.base, p.version))
    for pair in ranked:
        if pair.score >= MOVE and found.free(pair):
            crosses = _crosses(pair, found.ties)
            if not crosses or not _tells_of_others(base[pair.base], version[pair.version], pair):
                found.add(pair.base, pair.version, pair.score, moved=crosses)
    _link_by_figures(base, version, ranked, found)
    _join(base, version, found)
    for pair in ranked:
        if pair.score < GAP or not found.free(pair):
            continue
        one, other = base[pair.base], version[pair.version]
        long = min(len(one.bag), len(other.bag)) >= SHORT
        reworded = pair.score >= CHAIN or (long and in_order(one, other) >= ORDER)
        if reworded and not _crosses(pair, found.ties):
            found.add(pair.base, pair.version, pair.score)
    _fill_gaps(base, version, found)
    return sorted(found.ties, key=lambda tie: (tie.base, tie.version))


def _link_by_figures(
    base: Sequence[Unit], version: Sequence[Unit], ranked: Sequence[Candidate], found: _Ties
) -> None:
    """Link what was rewritten and moved by an exact figure that each article tells once: $41.25."""
    shared = _told_once(base) & _told_once(version)
    for pair in ranked if shared else ():
        one, other = base[pair.base], version[pair.version]
        if pair.score >= CHAIN and one.figures & other.figures & shared and found.free(pair):
            crosses = _crosses(pair, found.ties)
            found.add(pair.base, pair.version, pair.score, moved=crosses)


def _told_once(units: Sequence[Unit]) -> frozenset[str]:
    """Return the exact figures that stand in one sentence alone; years and round ones are none."""
    counts = Counter(figure for unit in units for figure in unit.figures)
    return frozenset(f for f, count in counts.items() if count == 1 and _is_exact(f))


def _is_exact(figure: str) -> bool:
    digits = sum(c.isdigit() for c in figure)
    return digits >= EXACT if "." in figure.rstrip(".") else digits >= EXACT_WHOLE


def _tells_of_others(unit: Unit, other: Unit, pair: Candidate) -> bool:
    """Tell whether two sentences that are not alike share no name, and another one or other figures.

    In its place such a pair may be one sentence with the fact put right; elsewhere it is another.
    """
    if pair.score >= SURE:
        return False
    figures = bool(unit.figures and other.figures) and unit.figures.isdisjoint(other.figures)
    apart = unit.names.isdisjoint(other.names)
    return apart and (figures or bool(unit.names and other.names))


def _weighed(strong: Sequence[Candidate]) -> list[tuple[int, int, float]]:
    """Return pairs with their weights; of equal lines the one among its neighbours weighs a little more."""
    pairs = {(pair.base, pair.version) for pair in strong}
    return [
        (
            one,
            other,
            pair.weight
            * (1 + NEIGHBOUR * (((one - 1, other - 1) in pairs) + ((one + 1, other + 1) in pairs))),
        )
        for pair in strong
        for one, other in ((pair.base, pair.version),)
    ]


def _chain(
    base: Sequence[Unit],
    version: Sequence[Unit],
    pairs: Sequence[Candidate],
    found: _Ties,
    bonds: Sequence[Bond],
) -> None:
    """Link the pairs of the heaviest chain, in which what a person linked takes its part."""
    bound = {n for bond in bonds for n in bond.base}, {n for bond in bonds for n in bond.version}
    strong = [
        pair
        for pair in pairs
        if pair.score >= CHAIN and pair.base not in bound[0] and pair.version not in bound[1]
    ]
    links = _weighed(strong)
    most = 1.0 + sum(weight for _, _, weight in links)
    given = [bond for bond in bonds if bond.moved is not True]
    weights = [_weight(bond, base, version, found.weights) for bond in given]
    links += [
        (bond.base[0], bond.version[0], weight if bond.moved is None else most + weight)
        for bond, weight in zip(given, weights, strict=True)
    ]
    inside: list[Bond] = []
    for place in heaviest_chain(links):
        if place < len(strong):
            found.add(strong[place].base, strong[place].version, strong[place].score)
        else:
            inside.append(given[place - len(strong)])
    for bond in inside:
        found.hold(Tie(list(bond.base), list(bond.version), 1.0))
    for bond in bonds:
        if bond not in inside:
            crosses = _crosses(Candidate(bond.base[0], bond.version[0], 1.0, 0.0), found.ties)
            moved = crosses if bond.moved is None else bond.moved
            found.hold(Tie(list(bond.base), list(bond.version), 1.0, moved))


def _weight(bond: Bond, base: Sequence[Unit], version: Sequence[Unit], weights: Weights) -> float:
    """Return how much a link by hand adds to a chain: at least what a fair likeness would."""
    bags = [base[n].bag for n in bond.base], [version[n].bag for n in bond.version]
    one, other = (frozenset[str]().union(*side) for side in bags)
    sizes = weights.of(one), weights.of(other)
    shared = max(weights.of(one & other), min(sizes) / 2)
    score = max(2 * shared / sum(sizes), MOVE) if sum(sizes) else MOVE
    return score * score * shared


def _fill_gaps(base: Sequence[Unit], version: Sequence[Unit], found: _Ties) -> None:
    """Link what stands alone between two links and has most of its words, the little ones too.

    A short sentence may share few rare words with its rewording; its place tells the rest.
    """
    unmoved = sorted((t.base, t.version) for t in found.ties if not t.moved)
    low, low_version = 0, 0
    for side, other in [*unmoved, ([len(base)], [len(version)])]:
        lone = [u for u in base[low : side[0]] if u.number not in found.of_base]
        alone = [u for u in version[low_version : other[0]] if u.number not in found.of_version]
        if len(lone) == len(alone) == 1 and _is_reworded(lone[0], alone[0]):
            pair = lone[0].number, alone[0].number
            if pair not in found.apart:
                found.add(*pair, GAP)
        low, low_version = side[-1] + 1, other[-1] + 1


def _is_reworded(unit: Unit, other: Unit) -> bool:
    """Tell whether two sentences share a word that matters and most of their words in order."""
    if unit.kind is not other.kind or unit.bag.isdisjoint(other.bag):
        return False
    if only_template(unit, other) or is_label(unit) or is_label(other):
        return False
    return in_order(unit, other) >= REWORDED


def in_order(unit: Unit, other: Unit) -> float:
    """Return which share of the words of two sentences stands in one order in both."""
    return Indel.normalized_similarity(unit.keys, other.keys)


def _crosses(pair: Candidate, ties: Sequence[Tie]) -> bool:
    """Tell whether a pair crosses a link that has not moved itself."""
    return any(
        (tie.base[0] - pair.base) * (tie.version[0] - pair.version) < 0
        for tie in ties
        if not tie.moved
    )


def _join(base: Sequence[Unit], version: Sequence[Unit], found: _Ties) -> None:
    """Give halves of split and merged sentences to the links that hold the other half."""
    _join_side(version, base, found, base_side=False)
    _join_side(base, version, found, base_side=True)


def _join_side(
    units: Sequence[Unit], others: Sequence[Unit], found: _Ties, *, base_side: bool
) -> None:
    own = found.of_base if base_side else found.of_version
    offers: list[tuple[float, int, Tie]] = []
    for unit in units:
        if unit.number in own:
            continue
        offers.extend(_offers(unit, own, units, others, found, base_side=base_side))
    for _, number, tie in sorted(offers, key=lambda o: (-o[0], o[1], o[2].base, o[2].version)):
        side, other = (tie.base, tie.version) if base_side else (tie.version, tie.base)
        if number in own or len(other) > 1 or _parted(found, number, tie, base_side=base_side):
            continue
        share = _uncovered_share(units[number], side, other, units, others, found.weights)
        whole = [others[n] for n in other]
        if share >= _needed(number, side) and _is_part(units[number], whole, share):
            side.append(number)
            side.sort()
            own[number] = tie


def _offers(
    unit: Unit,
    own: dict[int, Tie],
    units: Sequence[Unit],
    others: Sequence[Unit],
    found: _Ties,
    *,
    base_side: bool,
) -> list[tuple[float, int, Tie]]:
    offers: list[tuple[float, int, Tie]] = []
    seen: list[Tie] = []
    for number in range(unit.number - JOIN_REACH, unit.number + JOIN_REACH + 1):
        tie = own.get(number)
        if tie is None or any(tie is other for other in seen):
            continue
        seen.append(tie)
        side, other = (tie.base, tie.version) if base_side else (tie.version, tie.base)
        if len(other) > 1 or _parted(found, unit.number, tie, base_side=base_side):
            continue
        share = _uncovered_share(unit, side, other, units, others, found.weights)
        if share >= _needed(unit.number, side):
            offers.append((share, unit.number, tie))
    return offers


def _is_part(unit: Unit, others: Sequence[Unit], share: float) -> bool:
    """Tell whether a sentence reads like a stretch of others: most of it, in order, or a long run.

    One whose figures are all others than theirs only shares their topic.
    """
    figures = frozenset[str]().union(*(other.figures for other in others))
    if unit.figures and unit.figures.isdisjoint(figures):
        return False
    if share >= JOIN_SURE:
        return True
    part, whole = unit.keys, [key for other in others for key in other.keys]
    common = 0
    for code in Indel.opcodes(part, whole):
        if code.tag == "equal":
            size = code.src_end - code.src_start
            if size >= JOIN_RUN:
                return True
            common += size
    return common >= JOIN_ORDER * len(part)


def _parted(found: _Ties, number: int, tie: Tie, *, base_side: bool) -> bool:
    """Tell whether a person parted a sentence from one that a link holds on the other side."""
    pairs = ((number, n) for n in tie.version) if base_side else ((n, number) for n in tie.base)
    return any(pair in found.apart for pair in pairs)


def _needed(number: int, side: Sequence[int]) -> float:
    return JOIN_NEIGHBOUR if min(abs(number - s) for s in side) == 1 else JOIN


def _uncovered_share(
    unit: Unit,
    side: Sequence[int],
    other: Sequence[int],
    units: Sequence[Unit],
    others: Sequence[Unit],
    weights: Weights,
) -> float:
    """Return which share of a sentence lies in what its would-be partner has not told yet."""
    told = frozenset[str]().union(*(units[number].bag for number in side))
    whole = frozenset[str]().union(*(others[number].bag for number in other))
    weight = weights.of(unit.bag)
    return weights.of(unit.bag & (whole - told)) / weight if weight else 0.0
