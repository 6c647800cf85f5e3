"""Hold the links of a pair while they are found, and tell which of them moved.

A link that crosses others moved; of what crosses, the fewest words are said to have moved.
"""

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from variorum.collation.linking.candidates import Candidate, Weights
from variorum.collation.linking.chain import heaviest_chain
from variorum.collation.reading.units import Unit

RARITY = 1e-3
"""How much the rarity of words adds to their number: it tells only between equals."""


@dataclass(slots=True)
class Tie:
    """Hold a link while it grows: numbers of sentences on each side."""

    base: list[int]
    version: list[int]
    score: float
    moved: bool = False
    place: tuple[int, int] = (-1, -1)
    """The two sentences that it began with: where it stands, whatever halves have joined it."""
    settled: bool | None = None
    """What a person said of its having moved."""
    told: float = 1.0
    """Of the halves that have joined it, the least share that is told by what was left for them."""


@dataclass(slots=True)
class Ties:
    """Hold the links of a pair while they are found."""

    weights: Weights
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs of sentences that a person parted."""
    ties: list[Tie] = field(default_factory=list[Tie])
    of_base: dict[int, Tie] = field(default_factory=dict[int, Tie])
    of_version: dict[int, Tie] = field(default_factory=dict[int, Tie])
    _unmoved: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def add(self, base: int, version: int, score: float) -> None:
        """Link two sentences; where they cross what stands in place, they moved."""
        self.hold(Tie([base], [version], score))

    def hold(self, tie: Tie) -> None:
        """Take a link in."""
        tie.place = tie.base[0], tie.version[0]
        crosses = self.crosses(*tie.place)
        tie.moved = crosses if tie.settled is None else tie.settled
        if not crosses and not tie.moved:
            insort(self._unmoved, tie.place)
        self.ties.append(tie)
        self.of_base.update(dict.fromkeys(tie.base, tie))
        self.of_version.update(dict.fromkeys(tie.version, tie))

    def narrow(self, tie: Tie, base: list[int], version: list[int]) -> None:
        """Let a link hold no more than some of its sentences; the others are free again.

        Where the two go that it began with, it stands where the first of the others do.
        """
        for numbers, rest, owner in (
            (tie.base, base, self.of_base),
            (tie.version, version, self.of_version),
        ):
            for number in set(numbers).difference(rest):
                del owner[number]
        tie.base, tie.version = base, version
        if tie.place[0] not in base or tie.place[1] not in version:
            if tie.place in self._unmoved:
                self._unmoved.remove(tie.place)
            tie.place = base[0], version[0]
            tie.moved = self.crosses(*tie.place) if tie.settled is None else tie.settled
            if not tie.moved:
                insort(self._unmoved, tie.place)

    def free(self, pair: Candidate) -> bool:
        """Tell whether two sentences may still be linked."""
        return (
            pair.base not in self.of_base
            and pair.version not in self.of_version
            and (pair.base, pair.version) not in self.apart
        )

    def crosses(self, base: int, version: int) -> bool:
        """Tell whether a pair crosses a link that stands in place."""
        unmoved = self._unmoved
        at = bisect_left(unmoved, (base, version))
        before = at > 0 and unmoved[at - 1][1] > version
        return before or (at < len(unmoved) and unmoved[at][1] < version)

    def settle_moves(self, base: Sequence[Unit], version: Sequence[Unit]) -> None:
        """Tell anew which links moved: those beside the heaviest chain, by the words they share.

        An editor who sees two stretches that changed places takes the shorter one for the move.
        """
        if not any(tie.moved for tie in self.ties):
            return
        words = [
            _shared_words(tie, base, version) + RARITY * self.weights.base[tie.place[0]]
            for tie in self.ties
        ]
        most = 1.0 + sum(words)
        may = [n for n, tie in enumerate(self.ties) if tie.settled is not True]
        links = [
            (*self.ties[n].place, words[n] + most * (self.ties[n].settled is False)) for n in may
        ]
        stays = {may[place] for place in heaviest_chain(links)}
        for number, tie in enumerate(self.ties):
            tie.moved = number not in stays if tie.settled is None else tie.settled
        self._unmoved = sorted(self.ties[n].place for n in stays)


def _shared_words(tie: Tie, base: Sequence[Unit], version: Sequence[Unit]) -> int:
    """Return how many words stand in one order on both sides of a link."""
    return LCSseq.similarity(
        [key for n in tie.base for key in base[n].keys],
        [key for n in tie.version for key in version[n].keys],
    )
