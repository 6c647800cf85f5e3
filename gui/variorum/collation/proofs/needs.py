"""Choose from a list of proofs those that a block's words may satisfy.

Most of some sixty proofs look for a figure, a name, a mark or a word of their table first, and a
block has few of these: what it has is told once, by bits, and the proofs that need more are not
called. Leaving a proof out never changes what is proved.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.features import FIRST_LETTERS, Feature
from variorum.collation.proofs.proof import Pair, Proof

WholeProof = Callable[[Pair, Block], Proof | None]

_KEPT = 4096
"""Sets of features for which the choice is kept; a corpus shows some hundreds."""


@dataclass(frozen=True, slots=True)
class Needs:
    """Hold what the words of a block must show, or the proof could only fail."""

    either: tuple[Feature, ...] = ()
    """Of each of these one, on either side."""
    each: tuple[Feature, ...] = ()
    """Of each of these one, on both sides, where both have words or marks."""
    never: Feature | None = None
    """None of these, on either side."""
    alike: bool = False
    """Whether a word on either side begins with one letter, where both sides have some."""


class _Asked(NamedTuple):
    """Hold a proof with its needs as plain numbers."""

    prove: WholeProof
    either: tuple[int, ...]
    each: tuple[int, ...]
    never: int
    alike: bool


class Choice:
    """Hold a list of proofs in their order, and choose from it."""

    def __init__(self, proofs: Sequence[WholeProof], needs: Mapping[WholeProof, Needs]) -> None:
        """Take the proofs, and what some of them need; the others are always chosen."""
        self.proofs = tuple(proofs)
        self._asked = [_asked(prove, needs.get(prove, Needs())) for prove in self.proofs]
        self._chosen = lru_cache(maxsize=_KEPT)(self._choose)

    def of(self, base: int, version: int) -> tuple[WholeProof, ...]:
        """Return the proofs to ask of a block with these features on its two sides."""
        alike = bool(base & version & FIRST_LETTERS)
        return self._chosen(base & _FEATURES, version & _FEATURES, alike)

    def _choose(self, base: int, version: int, alike: bool) -> tuple[WholeProof, ...]:  # noqa: FBT001 - the key of a cache
        both, any_ = bool(base and version), base | version
        chosen: list[WholeProof] = []
        for prove, either, each, never, needs_alike in self._asked:
            if never & any_ or not all(mask & any_ for mask in either):
                continue
            if both and (
                (needs_alike and not alike)
                or not all(mask & base and mask & version for mask in each)
            ):
                continue
            chosen.append(prove)
        return tuple(chosen)


def _asked(prove: WholeProof, needs: Needs) -> _Asked:
    either, each = (tuple(map(int, masks)) for masks in (needs.either, needs.each))
    return _Asked(prove, either, each, int(needs.never or 0), needs.alike)


_FEATURES = (1 << len(Feature)) - 1
