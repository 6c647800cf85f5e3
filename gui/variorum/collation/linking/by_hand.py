"""Find the sentences and variants that a person's decisions are about.

A span means the sentences of which it covers at least half; where sentences have grown since,
the one that holds at least half of the span. A class holds for every variant that lies within
the two spans, never for one that reaches beyond them: what a person has not seen was not
decided.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from variorum.collation.decisions import is_about
from variorum.collation.reading.units import Unit
from variorum.collation.values import (
    ClassDecision,
    LinkChoice,
    LinkDecision,
    Reason,
    ReasonKind,
    Variant,
)
from variorum.text import Span

NumberPair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bond:
    """Hold sentences that a person linked, by number; several on one side at most."""

    base: tuple[int, ...]
    version: tuple[int, ...]
    moved: bool | None = None
    """None where the rules shall tell."""


@dataclass(frozen=True, slots=True)
class Given:
    """Hold what the linking has to start from."""

    bonds: tuple[Bond, ...] = ()
    apart: frozenset[NumberPair] = frozenset()
    lost: tuple[LinkDecision, ...] = ()
    """Decisions whose sentences are not there any more, or that later ones exclude."""


NOTHING_GIVEN = Given()


def given(
    decisions: Sequence[LinkDecision], base: Sequence[Unit], version: Sequence[Unit]
) -> Given:
    """Find the sentences of decisions, the later ones first."""
    if not decisions:
        return NOTHING_GIVEN
    found = _Found()
    for decision in reversed(decisions):
        pairs = _pairs(_sentences(base, decision.base), _sentences(version, decision.version))
        kept = False
        for pair in pairs:
            kept = found.take(pair, decision.choice) or kept
        if not kept:
            found.lost.append(decision)
    return Given(tuple(found.bonds()), frozenset(found.apart), tuple(reversed(found.lost)))


def decided(variants: Iterable[Variant], decisions: Sequence[ClassDecision]) -> list[Variant]:
    """Give variants the classes that a person gave them."""
    return [_decided(variant, decisions) for variant in variants]


def lost_classes(
    variants: Sequence[Variant], decisions: Sequence[ClassDecision]
) -> tuple[ClassDecision, ...]:
    """Return the decisions that no variant is about any more."""
    return tuple(
        decision
        for decision in decisions
        if not any(is_about(decision, variant) for variant in variants)
    )


def _decided(variant: Variant, decisions: Sequence[ClassDecision]) -> Variant:
    for decision in reversed(decisions):
        if is_about(decision, variant):
            reason = Reason(ReasonKind.DECIDED, variant.reason.base, variant.reason.version)
            return replace(variant, decided=decision.variant_class, reason=reason)
    return variant


def _sentences(units: Sequence[Unit], span: Span) -> list[int]:
    """Return the numbers of the sentences that a span means, the best first."""
    shared = [(_shared(unit.span, span), unit) for unit in units if unit.span.overlaps(span)]
    meant = [(size, unit) for size, unit in shared if 2 * size >= len(unit.span)]
    if not meant:
        meant = [(size, unit) for size, unit in shared if 2 * size >= len(span)][:1]
    return [unit.number for _, unit in sorted(meant, key=lambda m: (-m[0], m[1].number))]


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _pairs(base: Sequence[int], version: Sequence[int]) -> list[NumberPair]:
    """Pair sentences so that one side has one: both parted by new rules, only the best remain."""
    if len(base) > 1 and len(version) > 1:
        return [(base[0], version[0])]
    return [(one, other) for one in base for other in version]


@dataclass(slots=True)
class _Found:
    """Hold decided pairs of sentences while they are found, the latest decision first."""

    apart: set[NumberPair] = field(default_factory=set[NumberPair])
    lost: list[LinkDecision] = field(default_factory=list[LinkDecision])
    _choices: dict[NumberPair, LinkChoice] = field(default_factory=dict[NumberPair, LinkChoice])

    def take(self, pair: NumberPair, choice: LinkChoice) -> bool:
        """Keep a decision unless a later one excludes it; tell whether it holds."""
        if pair in self.apart or pair in self._choices:
            return False
        if choice is LinkChoice.APART:
            self.apart.add(pair)
            return True
        of_base = [other for other in self._choices if other[0] == pair[0]]
        of_version = [other for other in self._choices if other[1] == pair[1]]
        if not self._may_grow(of_base, side=1) or not self._may_grow(of_version, side=0):
            return False
        if of_base and of_version:
            return False
        self._choices[pair] = choice
        return True

    def _may_grow(self, pairs: Sequence[NumberPair], *, side: int) -> bool:
        """Tell whether the other ends of some pairs have no further partners themselves."""
        ends = [pair[side] for pair in pairs]
        return all(sum(other[side] == end for other in self._choices) == 1 for end in ends)

    def bonds(self) -> Iterator[Bond]:
        """Join the pairs that share a sentence."""
        left = dict(sorted(self._choices.items()))
        while left:
            first = next(iter(left))
            group = {p: c for p, c in left.items() if p[0] == first[0] or p[1] == first[1]}
            for pair in group:
                del left[pair]
            choices = set(group.values())
            moved = LinkChoice.MOVED in choices or None
            if LinkChoice.IN_PLACE in choices:
                moved = False
            yield Bond(
                tuple(sorted({pair[0] for pair in group})),
                tuple(sorted({pair[1] for pair in group})),
                moved,
            )
