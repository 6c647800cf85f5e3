"""Collate a base with a version: links, variants, quotations and their sum.

A pure function of two articles. The work is always done in one order of the two texts and
mirrored where they were handed in the other, so that `collate(a, b)` mirrors `collate(b, a)`
whatever ties the alignment had to break.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from variorum.collation.corrections import check_corrections
from variorum.collation.datelines import dateline_variant
from variorum.collation.decisions import NO_DECISIONS, Decisions
from variorum.collation.linking.by_hand import decided, given, lost_classes
from variorum.collation.linking.confidence import confidence
from variorum.collation.linking.joints import is_parted
from variorum.collation.linking.linking import link
from variorum.collation.linking.mirror import mirrored
from variorum.collation.linking.passages import furniture, in_reading_order, story_passages
from variorum.collation.linking.ties import Tie
from variorum.collation.one_case import surely
from variorum.collation.proofs.proof import Pair
from variorum.collation.quotations import pair_quotations
from variorum.collation.reading.analysis import Analysis, analyse_both
from variorum.collation.reading.side import side_of
from variorum.collation.summary import summarise
from variorum.collation.values import (
    Collation,
    Link,
    LinkDecision,
    Relation,
    Variant,
    VariantClass,
)
from variorum.collation.variants import variants_of
from variorum.progress import Tick, no_tick
from variorum.text import Article


@dataclass(frozen=True, slots=True)
class _Linked:
    """Hold what is found in the one order of the two texts in which the work is done."""

    ties: tuple[Tie, ...]
    links: tuple[Link, ...]
    variants: tuple[tuple[Variant, ...], ...]
    lost: tuple[LinkDecision, ...]


def collate(
    base: Article,
    version: Article,
    *,
    decisions: Decisions = NO_DECISIONS,
    tick: Tick = no_tick,
) -> Collation:
    """Compare two versions of a story, by what a person decided and by the rules for the rest.

    `tick` is told of the links done and of all; it may stop the work by raising `Cancelled`.
    """
    one, other = analyse_both(base, version)
    swap = _swaps(base, version, decisions)
    if swap:
        linked = _turned(_linked(other, one, decisions.mirrored(), tick))
    else:
        linked = _linked(one, other, decisions, tick)
    in_order = _in_reading_order(linked)
    partners: dict[int, frozenset[int]] = {
        number: frozenset(tie.version) for tie in in_order.ties for number in tie.base
    }
    dateline = dateline_variant(base, version)
    variants = [v for found in in_order.variants for v in found]
    variants += decided([dateline] if dateline else [], decisions.classes)
    variants.sort(key=lambda v: (v.base.start, v.base.end, v.version.start, v.version.end))
    passages = in_reading_order(
        [*story_passages(one, other, in_order.ties, in_order.links), *furniture(base, version)]
    )
    return Collation(
        links=in_order.links,
        passages=passages,
        variants=tuple(variants),
        quotations=pair_quotations(one, other, partners),
        summary=summarise(
            one, other, in_order.ties, in_order.links, in_order.variants, variants, passages
        ),
        lost=(*in_order.lost, *lost_classes(variants, decisions.classes)),
        corrections=check_corrections(one, other, in_order.ties, in_order.variants),
    )


def _swaps(base: Article, version: Article, decisions: Decisions) -> bool:
    """Tell whether the work begins with the version; of equal texts the decisions tell."""
    if base.text != version.text:
        return version.text < base.text
    own, other = _order(base), _order(version)
    return other < own or (own == other and decisions.mirrored().digest < decisions.digest)


def _order(article: Article) -> tuple[object, ...]:
    """Return what decides which of two equal texts the work begins with."""
    tiles = tuple((p.span.start, p.kind.value) for p in article.passages)
    return tiles, str(article.dateline), str(article.published)


def _linked(base: Analysis, version: Analysis, decisions: Decisions, tick: Tick) -> _Linked:
    by_hand = given(decisions.links, base.units, version.units)
    ties = link(base.units, version.units, by_hand)
    links: list[Link] = []
    variants: list[tuple[Variant, ...]] = []
    for number, tie in enumerate(ties):
        tick(number, len(ties))
        found: tuple[Variant, ...] = ()
        if not _are_equal(base, version, tie):
            pair = Pair(side_of(base, tie.base), side_of(version, tie.version))
            sure = surely(pair, variants_of(pair, decisions.words), decisions.words)
            found = tuple(decided(sure, decisions.classes))
        variants.append(found)
        links.append(_link(base, version, tie, _relation(base, version, tie, found)))
    lone = _lone(base, version, ties)
    links += [
        _link(base, version, tie, Relation.CUT if tie.base else Relation.ADDED) for tie in lone
    ]
    variants += [() for _ in lone]
    tick(len(ties), len(ties))
    return _Linked((*ties, *lone), tuple(links), tuple(variants), by_hand.lost)


def _are_equal(base: Analysis, version: Analysis, tie: Tie) -> bool:
    """Tell whether a link holds one sentence on each side, and both are the same to the letter."""
    if len(tie.base) != 1 or len(tie.version) != 1:
        return False
    return base.units[tie.base[0]].forms == version.units[tie.version[0]].forms


def _lone(base: Analysis, version: Analysis, ties: Sequence[Tie]) -> list[Tie]:
    """Return the sentences of either side that no link holds."""
    of_base = {number for tie in ties for number in tie.base}
    of_version = {number for tie in ties for number in tie.version}
    cut = [Tie([u.number], [], 1.0) for u in base.units if u.number not in of_base]
    added = [Tie([], [u.number], 1.0) for u in version.units if u.number not in of_version]
    return [*cut, *added]


def _relation(base: Analysis, version: Analysis, tie: Tie, variants: Sequence[Variant]) -> Relation:
    if len(tie.base) > 1 or len(tie.version) > 1:
        of_base = ((v.base, v.variant_class, v.rule) for v in variants)
        if is_parted([base.units[n] for n in tie.base], of_base):
            return Relation.MERGED
        of_version = ((v.version, v.variant_class, v.rule) for v in variants)
        if is_parted([version.units[n] for n in tie.version], of_version):
            return Relation.SPLIT
    plain = all(v.variant_class is VariantClass.TYPOGRAPHY for v in variants)
    return Relation.SAME if plain else Relation.EDITED


def _link(base: Analysis, version: Analysis, tie: Tie, relation: Relation) -> Link:
    return Link(
        base=tuple([base.units[n].span for n in tie.base]),
        version=tuple([version.units[n].span for n in tie.version]),
        relation=relation,
        moved=tie.moved,
        confidence=confidence(tie),
    )


def _turned(linked: _Linked) -> _Linked:
    return _Linked(
        tuple(Tie(tie.version, tie.base, tie.score, tie.moved) for tie in linked.ties),
        tuple(mirrored(one) for one in linked.links),
        tuple(tuple(mirrored(v) for v in found) for found in linked.variants),
        tuple(replace(one, base=one.version, version=one.base) for one in linked.lost),
    )


def _in_reading_order(linked: _Linked) -> _Linked:
    """Order links by the base; what was added comes after what stands before it in the version."""
    partner: dict[int, int] = {}
    for tie in linked.ties:
        if tie.base:
            for number in tie.version:
                partner[number] = tie.base[0]
    latest: dict[int, int] = defaultdict(lambda: -1)
    behind = -1
    for number in range(max((n for t in linked.ties for n in t.version), default=-1) + 1):
        behind = partner.get(number, behind)
        latest[number] = behind

    def place(number: int) -> tuple[int, int, int]:
        tie = linked.ties[number]
        return (tie.base[0], 0, 0) if tie.base else (latest[tie.version[0]], 1, tie.version[0])

    order = sorted(range(len(linked.ties)), key=place)
    return _Linked(
        tuple(linked.ties[n] for n in order),
        tuple(linked.links[n] for n in order),
        tuple(linked.variants[n] for n in order),
        linked.lost,
    )
