"""Give halves of split and merged sentences to the links that hold the other half.

A sentence that has no partner is half of another's partner if it tells what the other half left
untold of it. The thresholds are measured: see tests/benchmarks.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from variorum.collation.linking.candidates import Candidate
from variorum.collation.linking.parts import still_carry
from variorum.collation.linking.rewording import Told
from variorum.collation.linking.telling import tells_clause
from variorum.collation.linking.ties import Tie, Ties
from variorum.collation.reading.units import Unit

REACH = 3
"""How many sentences apart halves may stand of which one was rewritten."""
PART = 0.35
"""The share of a rewritten half that lies in what the other half left untold."""
TOLD = 0.5
"""The share of what was untold that it tells."""
PART_BESIDE, TOLD_BESIDE = 0.28, 0.6
"""The same of the very neighbour of a half that is sure."""
FAR = 0.45
"""The share of a half that stands farther off."""
SURE = 0.6
"""From this share on, a half may be in whatever order, and need not tell all that was untold."""
ORDER = 0.4
"""The share of the words of half a split that stand in order in the whole."""
RUN = 6
"""Words in one run that prove as much, whatever was put in besides."""
LONG_RUN, LONG_RUN_PART = 12, 0.2
"""Words in one run by which a neighbour is half of it, with this share."""
ONCE = 3
"""Words and names told once on each side that make half of a split ..."""
ONCE_PART, ONCE_TOLD = 0.25, 0.2
"""... of which this share lies in what was untold, and which tells this share of it."""
CLAUSE = 0.3
"""How alike two sentences are of which a third may tell a clause."""
STRETCH = 0.8
"""The share of its words by which it is a stretch of the whole, as one line of many may be."""
LEAST = 3
"""Keys that a half has in common with what was untold, if it stands farther off."""


def join_halves(
    base: Sequence[Unit],
    version: Sequence[Unit],
    pairs: Sequence[Candidate],
    found: Ties,
    *,
    told: Told | None = None,
) -> None:
    """Join what is left on either side to the links of which it is a half.

    With `told` it takes for a half what has but one clause in common with the whole, or what each
    article tells once: ask for it last, when the sentence has no better partner.
    """
    turned = [(p.version, p.base) for p in pairs]
    straight = [(p.base, p.version) for p in pairs]
    _Joining(version, base, turned, found, base_side=False, told=told).join()
    _Joining(base, version, straight, found, base_side=True, told=told).join()


@dataclass(frozen=True, slots=True)
class _Half:
    """Hold what makes a sentence half of another's partner."""

    share: float
    """Which share of the sentence lies in what the partner has untold."""
    told: float
    """Which share of what was untold the sentence tells."""
    common: int
    apart: int
    """How many sentences it stands from the other half."""
    sure: bool
    """Whether the other half is surely one."""


class _Joining:
    """Join the sentences of one side."""

    def __init__(
        self,
        units: Sequence[Unit],
        others: Sequence[Unit],
        likely: Sequence[tuple[int, int]],
        found: Ties,
        *,
        base_side: bool,
        told: Told | None,
    ) -> None:
        self.units, self.others, self.found = units, others, found
        self.base_side, self.told = base_side, told
        self.own = found.of_base if base_side else found.of_version
        self.partner_of = found.of_version if base_side else found.of_base
        self.known: dict[int, tuple[int, frozenset[str], frozenset[str]]] = {}
        """For each link asked, how many halves it had then, with what they tell and leave untold."""
        self.likely: dict[int, list[int]] = defaultdict(list)
        for number, other in likely:
            if number not in self.own:
                self.likely[number].append(other)

    def join(self) -> None:
        """Join each sentence that is left to the link that it is the best half of."""
        offers = [
            (half.share, unit.number, tie)
            for unit in self.units
            if unit.number not in self.own
            for tie in self._near(unit.number)
            if (half := self._half(unit, tie))
        ]
        for share, number, tie in sorted(
            offers, key=lambda o: (-o[0], o[1], o[2].base, o[2].version)
        ):
            # What joined before may have told what was untold.
            if number not in self.own and self._half(self.units[number], tie):
                side, _ = self._sides(tie)
                side.append(number)
                side.sort()
                self.own[number] = tie
                tie.told = min(tie.told, share)

    def _sides(self, tie: Tie) -> tuple[list[int], list[int]]:
        return (tie.base, tie.version) if self.base_side else (tie.version, tie.base)

    def _near(self, number: int) -> Iterator[Tie]:
        """Yield the links of the sentences round about, and of those that are alike."""
        seen: set[int] = set()
        near = (self.own.get(n) for n in range(number - REACH, number + REACH + 1))
        alike = (self.partner_of.get(n) for n in self.likely[number])
        for tie in (*near, *alike):
            if tie is not None and id(tie) not in seen:
                seen.add(id(tie))
                yield tie

    def _half(self, unit: Unit, tie: Tie) -> _Half | None:
        """Return how a sentence is half of a link's partner, if it is."""
        side, other = self._sides(tie)
        if len(other) > 1 or self._parted(unit.number, tie):
            return None
        whole, weights = self.others[other[0]], self.found.weights
        if self.told and (tie.score < CLAUSE or unit.kind is not whole.kind):
            return None
        told, rest = self._told_and_left(tie, side, whole)
        common = unit.bag & rest
        if not common:
            return None
        weight = weights.of(common)
        again = weights.of(unit.bag & whole.bag & told)
        if again > weight and self._goes_on(unit, side, whole) <= 0.5:
            # It says what the other half says, in other words.
            return None
        half = _Half(
            weight / weights.of(unit.bag),
            weight / weights.of(rest),
            len(common),
            min(abs(unit.number - n) for n in side),
            tie.score >= SURE,
        )
        if self.told:
            if _has_other_figures(unit, whole) or not (
                tells_clause(unit, whole, common, weights)
                or _tells_once(half, self.told.told_once(unit, whole, common))
            ):
                return None
            parts = [self.units[n] for n in side]
            return half if still_carry(parts, unit, whole, self.found) else None
        if _is_half(half, unit, whole):
            return half
        near = half.apart <= REACH and half.share >= PART
        return half if near and self._goes_on(unit, side, whole) >= STRETCH else None

    def _told_and_left(
        self, tie: Tie, side: Sequence[int], whole: Unit
    ) -> tuple[frozenset[str], frozenset[str]]:
        """Return the keys that the halves of a link have, and those of the whole that none of them has."""
        known = self.known.get(id(tie))
        if known is None or known[0] != len(side):
            told = frozenset[str]().union(*[self.units[n].bag for n in side])
            known = self.known[id(tie)] = len(side), told, whole.bag - told
        return known[1], known[2]

    def _goes_on(self, unit: Unit, side: Sequence[int], whole: Unit) -> float:
        """Return which share of a sentence's words stands in the whole beside the other halves."""
        before = [key for n in side for key in self.units[n].keys]
        numbers = sorted((*side, unit.number))
        together = [key for n in numbers for key in self.units[n].keys]
        more = LCSseq.similarity(together, whole.keys) - LCSseq.similarity(before, whole.keys)
        return more / max(len(unit.keys), 1)

    def _parted(self, number: int, tie: Tie) -> bool:
        """Tell whether a person parted a sentence from one that a link holds on the other side."""
        if not self.found.apart:
            return False
        _, others = self._sides(tie)
        pairs = ((number, n) if self.base_side else (n, number) for n in others)
        return any(pair in self.found.apart for pair in pairs)


def _is_half(half: _Half, unit: Unit, whole: Unit) -> bool:
    """Tell whether a sentence reads like a stretch of another: most of it, in order, or a long run."""
    if _has_other_figures(unit, whole):
        return False
    if half.apart > REACH:
        return half.share >= FAR and half.told >= TOLD and half.common >= LEAST
    if half.share >= SURE:
        return True
    if half.told < TOLD or half.share < LONG_RUN_PART:
        return False
    beside = half.apart == 1 and half.told >= TOLD_BESIDE and half.sure
    enough = half.share >= (PART_BESIDE if beside else PART)
    in_order = 0
    for code in Indel.opcodes(unit.keys, whole.keys):
        if code.tag == "equal":
            size = code.src_end - code.src_start
            if size >= (RUN if enough else LONG_RUN):
                return True
            in_order += size
    return enough and in_order >= ORDER * len(unit.keys)


def _tells_once(half: _Half, once: int) -> bool:
    """Tell whether a sentence near by tells enough of what was untold that is told once.

    Halves that are both reworded have no run of words in common with the whole: what each article
    says in one sentence only is what ties them to it.
    """
    near = half.apart <= REACH
    return near and once >= ONCE and half.share >= ONCE_PART and half.told >= ONCE_TOLD


def _has_other_figures(unit: Unit, whole: Unit) -> bool:
    """Tell whether two sentences have figures, all of them others: they only share their topic."""
    return bool(unit.figures and whole.figures) and unit.figures.isdisjoint(whole.figures)
