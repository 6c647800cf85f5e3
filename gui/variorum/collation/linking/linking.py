"""Link sentences: chain, moves, gaps, splits and merges (collation.md, section 3).

Works on numbers of sentences; every sentence ends up in exactly one link. The thresholds are
measured: see tests/benchmarks.
"""

from collections import Counter
from collections.abc import Sequence
from operator import ne

from rapidfuzz.distance import Indel, LCSseq

from variorum.collation.linking.by_hand import NOTHING_GIVEN, Bond, Given
from variorum.collation.linking.candidates import (
    Candidate,
    Weights,
    find_candidates,
    is_label,
    only_template,
    weigh,
)
from variorum.collation.linking.chain import heaviest_chain
from variorum.collation.linking.halves import join_halves
from variorum.collation.linking.parts import let_go
from variorum.collation.linking.rewording import Told
from variorum.collation.linking.telling import is_exact
from variorum.collation.linking.ties import Tie, Ties
from variorum.collation.reading.units import Unit
from variorum.text import PassageKind

CHAIN = 0.35
CHAIN_ORDER = 0.3
"""The share of words in order that a pair shows of which less than half agrees."""
REWORDING = 0.78
"""From here on what speaks for a pair makes it a rewording that stands in its place."""
WEAK_REWORDING = 0.92
"""The same of a pair that shares less than one of the chain."""
MOVED_REWORDING = 1.05
"""The same of a pair that crosses others: that it stands elsewhere speaks against it."""
MOVE = 0.5
WEAK_MOVE = 0.4
"""From here on a pair moved if its words are in order too, and nothing else can be made of it."""
CONTAINED = 0.8
"""The share of the lesser sentence, its words in order, by which it is a stretch of the other."""
LEAST_CONTAINED = 4
"""Keys that matter of which it has to have so many."""
SURE = 0.75
"""From here on a sentence that moved is the same whatever figure in it changed."""
GAP = 0.25
ORDER = 0.4
"""The share of words in order below which sentences of a gap only share their topic."""
SHORT = 8
"""Keys that matter below which a weak likeness proves no rewording: a few names make it up."""
NAMED = 2
"""Names that make a line of a table known again by them."""
NEIGHBOUR = 0.01
"""What a pair's weight gains for each pair beside it, so that a line that stands twice stays in place."""
EARLIER = 1e-7
"""What it loses for each sentence before it: only between equals."""
REWORDED = 0.5
"""The share of words in order that a lone sentence between two links has in common."""
MATTER = 0.5
"""The share of the keys that matter of the lesser of the two: with less of them ..."""
REPEATED = 0.65
"""... so many of all its words, in order."""
SHAPED = 6
"""The most keys of a sentence that is known by its shape, one word of it another."""


def link(
    base: Sequence[Unit], version: Sequence[Unit], by_hand: Given = NOTHING_GIVEN
) -> list[Tie]:
    """Return the links of two articles' sentences, without the sentences that have none.

    What a person linked is linked, and what else is found goes by it.
    """
    weights = weigh(base, version)
    pairs = find_candidates(base, version, weights)
    found = Ties(weights, by_hand.apart)
    pairs = [pair for pair in pairs if found.free(pair)]
    told = Told(base, version, weights)
    pairs = [p for p in pairs if not (MOVE <= p.score < SURE and told.only_same_speaker(p))]
    _chain(base, version, [p for p in pairs if _is_strong(p, told)], found, by_hand.bonds)
    ranked = sorted(pairs, key=lambda p: (-p.weight, p.base, p.version))
    _link_moved(base, version, ranked, found)
    found.settle_moves(base, version)
    join_halves(base, version, ranked, found)
    let_go(base, version, found, {n for bond in by_hand.bonds for n in bond.base})
    _link_weakly(base, version, pairs, told, found)
    join_halves(base, version, ranked, found, told=told)
    _fill_gaps(base, version, found)
    found.settle_moves(base, version)
    return sorted(found.ties, key=lambda tie: (tie.base, tie.version))


def _is_strong(pair: Candidate, told: Told) -> bool:
    """Tell whether a pair may stand in the chain by which the others find their place."""
    return pair.score >= MOVE or (pair.score >= CHAIN and told.rewording(pair) >= REWORDING)


def _link_moved(
    base: Sequence[Unit], version: Sequence[Unit], ranked: Sequence[Candidate], found: Ties
) -> None:
    """Link what is alike wherever it stands."""
    for pair in ranked:
        if pair.score >= MOVE and found.free(pair):
            one, other = base[pair.base], version[pair.version]
            crosses = found.crosses(pair.base, pair.version)
            if not crosses or not _tells_of_others(one, other, pair):
                found.add(pair.base, pair.version, pair.score)
    _link_by_figures(base, version, ranked, found)
    for pair in ranked:
        if found.free(pair) and _is_contained(pair, base, version, found):
            found.add(pair.base, pair.version, pair.score)


def _is_contained(
    pair: Candidate, base: Sequence[Unit], version: Sequence[Unit], found: Ties
) -> bool:
    """Tell whether one sentence is a stretch of the other, which is far longer."""
    weights = found.weights.base[pair.base], found.weights.version[pair.version]
    if pair.shared < CONTAINED * min(weights):
        return False
    part, whole = base[pair.base], version[pair.version]
    if weights[0] > weights[1]:
        part, whole = whole, part
    if len(part.bag) < LEAST_CONTAINED or not part.figures <= whole.figures:
        return False
    in_order = LCSseq.similarity(part.keys, whole.keys)
    return in_order >= CONTAINED * len(part.keys)


def _link_weakly(
    base: Sequence[Unit],
    version: Sequence[Unit],
    pairs: Sequence[Candidate],
    told: Told,
    found: Ties,
) -> None:
    """Link what is only a little alike, what most speaks for first.

    What crosses other links needs more: that it stands elsewhere speaks against it.
    """
    likely = [
        (told.rewording(pair), pair) for pair in pairs if pair.score >= GAP and found.free(pair)
    ]
    for rewording, pair in sorted(likely, key=lambda r: (-r[0], r[1].base, r[1].version)):
        one, other = base[pair.base], version[pair.version]
        if not found.free(pair) or (pair.score < CHAIN and _is_headline(one, other)):
            continue
        if not found.crosses(pair.base, pair.version):
            linked = rewording >= (REWORDING if pair.score >= CHAIN else WEAK_REWORDING)
        else:
            linked = _is_brought_up_to_date(one, other) or (
                (rewording >= MOVED_REWORDING or _is_rewritten(one, other, pair))
                and not _tells_of_others(one, other, pair)
            )
        if linked:
            found.add(pair.base, pair.version, pair.score)


def _is_headline(unit: Unit, other: Unit) -> bool:
    return PassageKind.HEADLINE in (unit.kind, other.kind)


def _is_rewritten(unit: Unit, other: Unit, pair: Candidate) -> bool:
    """Tell whether near half of two long sentences agrees, in order."""
    long = min(len(unit.bag), len(other.bag)) >= SHORT
    return pair.score >= WEAK_MOVE and long and in_order(unit, other) >= ORDER


def _is_brought_up_to_date(unit: Unit, other: Unit) -> bool:
    """Tell whether two lines name the same and differ in figures alone: a table in another order."""
    named = len(unit.names) >= NAMED and unit.names == other.names
    return named and unit.bag - unit.figures == other.bag - other.figures


def _link_by_figures(
    base: Sequence[Unit], version: Sequence[Unit], ranked: Sequence[Candidate], found: Ties
) -> None:
    """Link what was rewritten and moved by an exact figure that each article tells once: $41.25."""
    shared = _told_once(base) & _told_once(version)
    for pair in ranked if shared else ():
        one, other = base[pair.base], version[pair.version]
        if pair.score >= CHAIN and one.figures & other.figures & shared and found.free(pair):
            found.add(pair.base, pair.version, pair.score)


def _told_once(units: Sequence[Unit]) -> frozenset[str]:
    """Return the exact figures that stand in one sentence alone; years and round ones are none."""
    counts = Counter(figure for unit in units for figure in unit.figures)
    return frozenset(f for f, count in counts.items() if count == 1 and is_exact(f))


def _tells_of_others(unit: Unit, other: Unit, pair: Candidate) -> bool:
    """Tell whether two sentences that are not alike share no name and no figure, but have their own.

    In its place such a pair may be one sentence with the fact put right; elsewhere it is another.
    """
    if pair.score >= SURE:
        return False
    if not (unit.names.isdisjoint(other.names) and unit.figures.isdisjoint(other.figures)):
        return False
    return bool(unit.figures and other.figures) or bool(unit.names and other.names)


def _weighed(
    strong: Sequence[Candidate], base: Sequence[Unit], version: Sequence[Unit]
) -> list[tuple[int, int, float]]:
    """Return pairs with their weights; of equal lines one among its neighbours weighs a little more.

    Of two such the earlier: what is printed again comes later. A page's title comes before the
    headline of its story.
    """
    pairs = {(pair.base, pair.version) for pair in strong}
    links: list[tuple[int, int, float]] = []
    for pair in strong:
        one, other = pair.base, pair.version
        beside = ((one - 1, other - 1) in pairs) + ((one + 1, other + 1) in pairs)
        title = PassageKind.HEADLINE in (base[one].kind, version[other].kind)
        early = -EARLIER if title else EARLIER
        links.append((one, other, pair.weight * (1 + NEIGHBOUR * beside) - early * (one + other)))
    return links


def _chain(
    base: Sequence[Unit],
    version: Sequence[Unit],
    pairs: Sequence[Candidate],
    found: Ties,
    bonds: Sequence[Bond],
) -> None:
    """Link the pairs of the heaviest chain, in which what a person linked takes its part."""
    bound = {n for bond in bonds for n in bond.base}, {n for bond in bonds for n in bond.version}
    strong = [
        pair
        for pair in pairs
        if pair.base not in bound[0]
        and pair.version not in bound[1]
        and (pair.score >= MOVE or in_order(base[pair.base], version[pair.version]) >= CHAIN_ORDER)
    ]
    links = _weighed(strong, base, version)
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
    for bond in (*inside, *(bond for bond in bonds if bond not in inside)):
        found.hold(Tie([*bond.base], [*bond.version], 1.0, settled=bond.moved))


def _weight(bond: Bond, base: Sequence[Unit], version: Sequence[Unit], weights: Weights) -> float:
    """Return how much a link by hand adds to a chain: at least what a fair likeness would."""
    bags = [base[n].bag for n in bond.base], [version[n].bag for n in bond.version]
    one, other = (frozenset[str]().union(*side) for side in bags)
    sizes = weights.of(one), weights.of(other)
    shared = max(weights.of(one & other), min(sizes) / 2)
    score = max(2 * shared / sum(sizes), MOVE) if sum(sizes) else MOVE
    return score * score * shared


def _fill_gaps(base: Sequence[Unit], version: Sequence[Unit], found: Ties) -> None:
    """Link what stands alone between two links and has most of its words, the little ones too.

    A short sentence may share few rare words with its rewording; its place tells the rest. Of
    several in one place those belong together that differ in one word: it rained, it snowed.
    """
    unmoved = sorted(tie.place for tie in found.ties if not tie.moved)
    low, low_version = 0, 0
    for high, high_version in [*unmoved, (len(base), len(version))]:
        lone = [u for u in base[low:high] if u.number not in found.of_base]
        alone = [u for u in version[low_version:high_version] if u.number not in found.of_version]
        if len(lone) == len(alone):
            single = len(lone) == 1
            for unit, other in zip(lone, alone, strict=True):
                pair = unit.number, other.number
                alike = _is_of_one_shape(unit, other) or (single and _is_reworded(unit, other))
                if alike and pair not in found.apart:
                    found.add(*pair, GAP)
        low, low_version = high + 1, high_version + 1


def _is_reworded(unit: Unit, other: Unit) -> bool:
    """Tell whether two sentences share a word that matters and most of their words in order."""
    if unit.kind is not other.kind or unit.bag.isdisjoint(other.bag):
        return False
    if only_template(unit, other) or is_label(unit) or is_label(other):
        return False
    shared = len(unit.bag & other.bag) >= MATTER * min(len(unit.bag), len(other.bag))
    return in_order(unit, other) >= (REWORDED if shared else REPEATED)


def _is_of_one_shape(unit: Unit, other: Unit) -> bool:
    """Tell whether two short sentences differ in one word: He won, He lost."""
    if unit.kind is not other.kind or not 1 < len(unit.keys) == len(other.keys) <= SHAPED:
        return False
    if only_template(unit, other) or is_label(unit) or is_label(other):
        return False
    return sum(map(ne, unit.keys, other.keys)) == 1


def in_order(unit: Unit, other: Unit) -> float:
    """Return which share of the words of two sentences stands in one order in both."""
    return Indel.normalized_similarity(unit.keys, other.keys)
