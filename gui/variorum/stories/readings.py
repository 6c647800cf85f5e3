"""What sets a version apart from the base: its readings, each of which another may share.

A reading is a variant, a sentence cut, added or moved, a split or a merge. Two versions share
a reading when they have it at the same place of the base with the same words. A rare deed
weighs more than one that any desk may come upon by itself: house style says little of descent.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.collation.reading.analysis import analyse
from variorum.collation.reading.forms import form_of
from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import Collation, Relation, VariantClass
from variorum.text import Article, Span

ADDED_LIKE = 0.6
"""Dice over keys from which two added sentences are one."""


class ReadingKind(StrEnum):
    """Name what a version did."""

    VARIANT = "variant"
    CUT = "cut"
    ADDED = "added"
    MOVED = "moved"
    DIVIDED = "divided"


_WEIGHTS = {
    VariantClass.TYPOGRAPHY: 0.02,
    VariantClass.SPELLING: 0.05,
    VariantClass.STYLE: 0.1,
    VariantClass.WORDING: 0.7,
    VariantClass.SUBSTANCE: 1.0,
}
_WEIGHT_OF_KIND = {
    ReadingKind.CUT: 0.4,
    ReadingKind.ADDED: 1.0,
    ReadingKind.MOVED: 0.6,
    ReadingKind.DIVIDED: 0.4,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what a version did at a place of the base; equal where two versions did the same."""

    kind: ReadingKind
    base: Span
    """Nothing stands here where a sentence was added."""
    words: str
    """What stands there now, folded."""


@dataclass(frozen=True, slots=True)
class Held:
    """Hold where a version has a reading, and how much it says of descent."""

    weight: float
    version: Span | None
    variant_class: VariantClass | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """Hold all readings of one version, and the sentences of the base that live on in it."""

    held: dict[Reading, Held]
    alive: tuple[Span, ...]
    touched: tuple[Span, ...]
    """Where the version has words of its own for the base's."""

    def could_show(self, reading: Reading) -> bool:
        """Tell whether the version, lacking a reading, says by it that it did not have it.

        Of a sentence that was cut nothing more is seen, nor of words that were changed again.
        """
        if reading.kind in {ReadingKind.ADDED, ReadingKind.CUT}:
            return True
        place = bisect_right(self.alive, reading.base.start, key=lambda span: span.start) - 1
        if place < 0 or reading.base.start > self.alive[place].end:
            return False
        return not any(span.overlaps(reading.base) or span == reading.base for span in self.touched)


def readings_of(
    base: Article, versions: Sequence[Article], collations: Sequence[Collation]
) -> list[Readings]:
    """Return the readings of versions that were collated with one base."""
    known: list[frozenset[str]] = []
    return [
        _readings(base, version, collation, known)
        for version, collation in zip(versions, collations, strict=True)
    ]


def _readings(
    base: Article, version: Article, collation: Collation, known: list[frozenset[str]]
) -> Readings:
    held: dict[Reading, Held] = {}
    for variant in collation.variants:
        words = _folded(variant.version.of(version.text))
        weight = _WEIGHTS[variant.variant_class]
        reading = Reading(ReadingKind.VARIANT, variant.base, words)
        held[reading] = Held(weight, variant.version, variant.variant_class)
    bags = {unit.span: unit.bag for unit in analyse(version).units}
    for link in collation.links:
        first = link.version[0] if link.version else None
        for kind in _kinds(link.relation, moved=link.moved):
            if kind is ReadingKind.ADDED:
                for span in link.version:
                    number = _number_of(bags.get(span, frozenset()), known)
                    reading = Reading(kind, Span(0, 0), str(number))
                    held[reading] = Held(_WEIGHT_OF_KIND[kind], span)
                continue
            for span in link.base:
                held[Reading(kind, span, "")] = Held(_WEIGHT_OF_KIND[kind], first)
    alive = sorted(span for link in collation.links if link.version for span in link.base)
    dateline = base.dateline
    if dateline is not None:
        alive = sorted([*alive, dateline.span])
    return Readings(held, tuple(alive), tuple(variant.base for variant in collation.variants))


def _kinds(relation: Relation, *, moved: bool) -> list[ReadingKind]:
    kinds = [ReadingKind.MOVED] if moved else []
    match relation:
        case Relation.CUT:
            kinds.append(ReadingKind.CUT)
        case Relation.ADDED:
            kinds.append(ReadingKind.ADDED)
        case Relation.SPLIT | Relation.MERGED:
            kinds.append(ReadingKind.DIVIDED)
        case _:
            pass
    return kinds


def _number_of(bag: frozenset[str], known: list[frozenset[str]]) -> int:
    """Return the number of an added sentence: the same for all rewordings of it."""
    for number, other in enumerate(known):
        if 2 * len(bag & other) >= ADDED_LIKE * (len(bag) + len(other)):
            return number
    known.append(bag)
    return len(known) - 1


def _folded(words: str) -> str:
    return " ".join(form_of(t.surface).lower for t in tokenise(words, 0, len(words)))
