"""What annotators marked, as agreement is measured on it, and the figures that come out.

A continuum is the words of one article, numbered from 0. A unit is a run of words that one
annotator marked; its value says as what. All lengths and counts are words.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from variorum.ids import AnnotatorId

Value = Hashable
"""What a word or unit was marked as: a code, or a set of codes."""


class Gap(Enum):
    """Be the value of words that an annotator read and did not mark."""

    GAP = "gap"


GAP: Final = Gap.GAP


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """Hold a run of words that somebody marked, half-open."""

    start: int
    end: int
    value: Value

    def __post_init__(self) -> None:
        """Refuse a run of no words."""
        if not 0 <= self.start < self.end:
            raise ValueError("a unit has at least one word")

    def __len__(self) -> int:
        """Count its words."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Continuum:
    """Hold one article as its annotators cut it up: who read it, and what each marked."""

    length: int
    units: Mapping[AnnotatorId, tuple[Unit, ...]]
    """By annotator, in order, never overlapping; nobody is here who did not read it."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Hold what was measured; None stands for a figure that is not defined.

    A kappa or alpha is not defined where nothing but one value was ever given: chance alone
    would then agree as well.
    """

    words: int = 0
    """Words that at least two annotators read."""
    articles: int = 0
    marked: int = 0
    """Words, counted once for each annotator who marked them."""
    observed: float | None = None
    """Share of the pairs of values, word by word, that are the same."""
    cohen: float | None = None
    """Of two annotators only."""
    fleiss: float | None = None
    """Over the words that all the annotators read."""
    alpha: float | None = None
    """Krippendorff's, nominal, word by word."""
    u_alpha: float | None = None
    """Krippendorff's unitizing alpha."""
    marked_alpha: float | None = None
    """The same for marked or not, whatever as: |u-alpha."""
    cu_alpha: float | None = None
    """Of the values alone, where units of several annotators overlap."""
    code_alpha: float | None = None
    """The same for one code among all that were given: (k)u-alpha; of a code only."""
