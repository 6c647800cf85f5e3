"""Score found links and variants against labels: counts only, so that halves can be summed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from labelled_pairs import GoldLink, LabelledPair, Place

from variorum.collation.values import Collation, Relation, Variant, VariantClass
from variorum.text import Span

_ALONE = {Relation.CUT, Relation.ADDED}
_MANY = {Relation.SPLIT, Relation.MERGED}
_LOUDNESS = list(VariantClass)
GROUP = {
    VariantClass.TYPOGRAPHY: "quiet",
    VariantClass.SPELLING: "quiet",
    VariantClass.STYLE: "quiet",
    VariantClass.WORDING: "wording",
    VariantClass.SUBSTANCE: "substance",
}


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a link as some method found it: stretches of both texts."""

    base: tuple[Span, ...]
    version: tuple[Span, ...]


@dataclass(slots=True)
class Rate:
    """Count what was right of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: int, of: int) -> None:
        """Add counts."""
        self.right += right
        self.of += of

    def __str__(self) -> str:
        """Show the share and its n."""
        share = f"{self.right / self.of:.3f}" if self.of else "    -"
        return f"{share} (n={self.of})"

    @property
    def share(self) -> float:
        """Return the share, 1 of nothing."""
        return self.right / self.of if self.of else 1.0


@dataclass(slots=True)
class LinkScore:
    """Sum precision and recall of linked sentences."""

    precision: Rate = field(default_factory=Rate)
    recall: Rate = field(default_factory=Rate)

    @property
    def f1(self) -> float:
        """Return the harmonic mean."""
        p, r = self.precision.share, self.recall.share
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class LinkMiss:
    """Hold a link that was found and is none, or is one and was not found."""

    kind: str
    base: tuple[Span, ...]
    version: tuple[Span, ...]


def ties_of(pair: LabelledPair, *, changed: bool) -> frozenset[tuple[int, int]]:
    """Return the labelled pairs of sentences; only those of changed sentences if asked."""
    return frozenset(
        tie for link in pair.links if not changed or link.relation != "same" for tie in link.pairs
    )


def score_links(
    pair: LabelledPair, found: Sequence[Found], score: LinkScore, *, changed: bool = False
) -> list[LinkMiss]:
    """Add the found links to the score, and return what is wrong.

    A link is counted by the labelled pairs of sentences that it ties, so that a method that cuts
    sentences otherwise is not blamed for it. A labelled sentence in a link without a partner
    there is one false pair; a link wholly outside the labels (page clutter) counts for nothing.
    """
    gold, every = ties_of(pair, changed=changed), ties_of(pair, changed=False)
    right: set[tuple[int, int]] = set()
    wrong: list[LinkMiss] = []
    false = 0
    for link in found:
        base = frozenset(n for span in link.base for n in pair.base.numbers(span))
        version = frozenset(n for span in link.version for n in pair.version.numbers(span))
        ties = {(one, other) for one in base for other in version} & every
        right |= ties & gold
        lonely = len(base - {one for one, _ in ties}), len(version - {other for _, other in ties})
        if any(lonely):
            false += sum(lonely) if ties else max(lonely)
            wrong.append(LinkMiss("false link", link.base, link.version))
    score.precision.add(len(right), len(right) + false)
    score.recall.add(len(right), len(gold))
    for one, other in sorted(gold - right):
        spans = (pair.base.sentences[one],), (pair.version.sentences[other],)
        wrong.append(LinkMiss("missed link", *spans))
    return wrong


def add_sureness(pair: LabelledPair, collation: Collation, rows: dict[float, Rate]) -> None:
    """Count by confidence the links of which every sentence has a partner there.

    `rows` go from sure to unsure, each with its least confidence.
    """
    ties = ties_of(pair, changed=False)
    for link in collation.links:
        base = {n for span in link.base for n in pair.base.numbers(span)}
        version = {n for span in link.version for n in pair.version.numbers(span)}
        if link.relation in _ALONE or not base | version:
            continue
        here = {(one, other) for one in base for other in version} & ties
        right = {one for one, _ in here} == base and {other for _, other in here} == version
        least = next(least for least in rows if link.confidence >= least)
        rows[least].add(right, 1)


def linked(collation: Collation) -> list[Found]:
    """Return the collation's links that tie sentences."""
    return [Found(k.base, k.version) for k in collation.links if k.relation not in _ALONE]


def score_shapes(
    pair: LabelledPair, collation: Collation, moves: LinkScore, splits: LinkScore
) -> list[LinkMiss]:
    """Add moves, and splits with mergers, to their scores."""
    wrong: list[LinkMiss] = []
    links = [link for link in collation.links if link.relation not in _ALONE]
    judged = [(link, _of(pair, Found(link.base, link.version))) for link in links]
    moved = [(link, gold) for link, gold in judged if link.moved and gold]
    many = [(link, gold) for link, gold in judged if link.relation in _MANY and gold]
    for score, found, is_one, name in (
        (moves, moved, _is_moved, "move"),
        (splits, many, _is_many, "split"),
    ):
        hits = {gold for _, all_gold in found for gold in all_gold if is_one(gold)}
        good = [link for link, all_gold in found if any(map(is_one, all_gold))]
        score.precision.add(len(good), len(found))
        wanted = {gold for gold in pair.links if is_one(gold)}
        score.recall.add(len(hits & wanted), len(wanted))
        for link, _ in found:
            if link not in good:
                wrong.append(LinkMiss(f"false {name}", link.base, link.version))
        for gold in wanted - hits:
            base = tuple(pair.base.sentences[n] for n in sorted(gold.base))
            version = tuple(pair.version.sentences[n] for n in sorted(gold.version))
            wrong.append(LinkMiss(f"missed {name}", base, version))
    return wrong


def _is_moved(link: GoldLink) -> bool:
    return link.moved


def _is_many(link: GoldLink) -> bool:
    return link.relation in {"split", "merged"}


def _of(pair: LabelledPair, found: Found) -> list[GoldLink]:
    """Return the labelled links that a found one ties sentences of."""
    base = frozenset(n for span in found.base for n in pair.base.numbers(span))
    version = frozenset(n for span in found.version for n in pair.version.numbers(span))
    return [link for link in pair.links if link.base & base and link.version & version]


@dataclass(frozen=True, slots=True)
class PlaceMiss:
    """Hold a place whose class came out otherwise, with the variant that stands there."""

    gold: str
    shown: str
    place: Place
    variant: Variant | None


@dataclass(slots=True)
class PlaceScore:
    """Sum how labelled places were classed."""

    table: Counter[tuple[VariantClass, str]] = field(
        default_factory=Counter[tuple[VariantClass, str]]
    )
    covered: Rate = field(default_factory=Rate)
    wholly: Rate = field(default_factory=Rate)
    loud: Rate = field(default_factory=Rate)

    def accuracy(self, groups: Iterable[str]) -> Rate:
        """Return how many labelled places of some groups were shown in their own group.

        Substance is shown as such, too, where its sentence is shown as cut or added.
        """
        rate = Rate()
        for (gold, shown), count in self.table.items():
            if GROUP[gold] in groups:
                same = shown == GROUP[gold] or (GROUP[gold], shown) == ("substance", "unlinked")
                rate.add(count if same else 0, count)
        return rate

    def fact_accuracy(self) -> Rate:
        """Return the accuracy of substance against all else."""
        rate = Rate()
        for (gold, shown), count in self.table.items():
            same = (GROUP[gold] == "substance") == (shown in {"substance", "unlinked"})
            rate.add(count if same else 0, count)
        return rate


def score_places(pair: LabelledPair, collation: Collation, score: PlaceScore) -> list[PlaceMiss]:
    """Add a pair's places to the score, and return those that came out otherwise."""
    loud = _loud_spans(collation)
    misses: list[PlaceMiss] = []
    for place in pair.places:
        variant = _nearest(place, collation.variants)
        shown = GROUP[variant.variant_class] if variant else _without_variant(place, loud)
        score.table[place.variant_class, shown] += 1
        group = GROUP[place.variant_class]
        if group == "substance":
            shares = [*_shares(place, loud)]
            score.covered.add(max(shares) >= 0.5, 1)
            score.wholly.add(min(shares) >= 1, 1)
            if max(shares) < 0.5:
                misses.append(PlaceMiss("substance hidden", shown, place, variant))
                continue
        if shown != group:
            misses.append(PlaceMiss(place.variant_class, shown, place, variant))
    for variant in collation.variants:
        if variant.variant_class is not VariantClass.SUBSTANCE or not _is_labelled(pair, variant):
            continue
        hits = [p for p in pair.places if _overlap(p, variant)]
        right = any(p.variant_class is VariantClass.SUBSTANCE for p in hits)
        score.loud.add(right, 1)
    return misses


def _overlap(place: Place, variant: Variant) -> int:
    return _common(place.base, variant.base) + _common(place.version, variant.version)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _nearest(place: Place, variants: Sequence[Variant]) -> Variant | None:
    """Return the variant that shares most with a place; of equals, the louder."""
    best = max(
        variants,
        key=lambda v: (_overlap(place, v), _LOUDNESS.index(v.variant_class)),
        default=None,
    )
    return best if best and _overlap(place, best) else None


def _without_variant(place: Place, loud: tuple[list[Span], list[Span]]) -> str:
    return "unlinked" if max(_shares(place, loud)) > 0 else "nothing"


def _loud_spans(collation: Collation) -> tuple[list[Span], list[Span]]:
    """Return what is shown as substance on each side: variants, and sentences cut or added."""
    base = [s for link in collation.links if link.relation in _ALONE for s in link.base]
    version = [s for link in collation.links if link.relation in _ALONE for s in link.version]
    for variant in collation.variants:
        if variant.variant_class is VariantClass.SUBSTANCE:
            base.append(variant.base)
            version.append(variant.version)
    return base, version


def _shares(place: Place, loud: tuple[list[Span], list[Span]]) -> Iterator[float]:
    """Yield, for each side where a place has words, how much of it is shown as substance."""
    for span, spans in zip((place.base, place.version), loud, strict=True):
        if len(span):
            shown = {
                n for s in spans for n in range(max(s.start, span.start), min(s.end, span.end))
            }
            yield len(shown) / len(span)


def _is_labelled(pair: LabelledPair, variant: Variant) -> bool:
    """Tell whether a variant stands in sentences that the labels speak of on both sides."""
    base, version = (
        _around(pair.base.sentences, variant.base),
        _around(pair.version.sentences, variant.version),
    )
    return any(link.base & base and link.version & version for link in pair.links)


def _around(sentences: Sequence[Span], span: Span) -> frozenset[int]:
    return frozenset(
        n for n, s in enumerate(sentences) if s.start <= span.end and span.start <= s.end
    )
