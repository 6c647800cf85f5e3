"""What a proof is: a rule that holds for a block, and why."""

from dataclasses import dataclass
from typing import NamedTuple

from variorum.collation.linking.alignment import Block
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule, VariantClass


class Proof(NamedTuple):
    """Hold the rule that a block is proved or judged to fall under."""

    rule: Rule
    block: Block
    kind: ReasonKind
    detail: str = ""
    decided: VariantClass | None = None
    """The class that a person gave these words."""


Stretch = tuple[Side, int, int]
"""A side, and where words stand on it: from the first to behind the last."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold both sides of a link."""

    base: Side
    version: Side

    def base_forms(self, block: Block) -> tuple[Form, ...]:
        """Return the base's words of a block."""
        return self.base.forms[block.base_start : block.base_end]

    def version_forms(self, block: Block) -> tuple[Form, ...]:
        """Return the version's words of a block."""
        return self.version.forms[block.version_start : block.version_end]

    def changed(self, block: Block) -> tuple[Form, ...]:
        """Return the words of a block on both sides, the base's first."""
        return (*self.base_forms(block), *self.version_forms(block))

    def stretches(self, block: Block) -> tuple[Stretch, Stretch]:
        """Return each side, the base first, with where the words of a block stand on it."""
        return (
            (self.base, block.base_start, block.base_end),
            (self.version, block.version_start, block.version_end),
        )

    def next_base(self, block: Block) -> Form | None:
        """Return the base's word that follows a block."""
        return _at(self.base.forms, block.base_end)

    def next_version(self, block: Block) -> Form | None:
        """Return the version's word that follows a block."""
        return _at(self.version.forms, block.version_end)

    def gone(self, block: Block) -> tuple[Side, Side, int, int, int]:
        """Return the side that has words which the other has not, that other, and their places."""
        start, end, other_start, other_end = block
        if start < end:
            return self.base, self.version, start, end, other_start
        return self.version, self.base, other_start, other_end, start

    def quoted(self, block: Block) -> bool:
        """Tell whether any word of a block stands in quotation marks."""
        base, version = self.base.quoted, self.version.quoted
        if not base and not version:
            return False
        inside = any(n in base for n in range(block.base_start, block.base_end)) or any(
            n in version for n in range(block.version_start, block.version_end)
        )
        if inside or block.base_start < block.base_end:
            return inside
        return block.base_start in base and block.base_start - 1 in base

    def quoted_twice(self, block: Block) -> bool:
        """Tell whether a block stands in quotation marks on both sides: there desks change no word.

        Where both sides have as many marks, what one of them quotes the other does, too.
        """
        if not self.base.quoted and not self.version.quoted:
            return False
        if self.base.marks == self.version.marks:
            return self.quoted(block)
        return _stands_in(self.base.quoted, block.base_start, block.base_end) and _stands_in(
            self.version.quoted, block.version_start, block.version_end
        )


def _stands_in(quoted: frozenset[int], start: int, end: int) -> bool:
    """Tell whether a word of a stretch is quoted; of an empty one, whether a neighbour is."""
    if start < end:
        return any(n in quoted for n in range(start, end))
    return start in quoted or start - 1 in quoted


def _at(forms: tuple[Form, ...], place: int) -> Form | None:
    return forms[place] if place < len(forms) else None
