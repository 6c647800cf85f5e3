"""Sum a collation up: what was kept, what was cut, how many variants of each class."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from variorum.collation.linking.ties import Tie
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.units import Unit
from variorum.collation.values import (
    Link,
    PassageLink,
    Relation,
    Summary,
    Variant,
    VariantClass,
)
from variorum.text import PassageKind, Span


def summarise(
    base: Analysis,
    version: Analysis,
    ties: Sequence[Tie],
    links: Sequence[Link],
    variants_by_link: Sequence[Sequence[Variant]],
    variants: Sequence[Variant],
    passages: Sequence[PassageLink],
) -> Summary:
    """Return the sum; see `Summary` for what each figure counts."""
    relations = Counter(link.relation for link in links)
    classes = Counter(variant.variant_class for variant in variants)
    kinds = [base.article.passages[n].kind for p in passages if not p.version for n in p.base]
    corrected = {p.kind for p in version.article.passages}
    return Summary(
        kept=_kept(base, ties, variants_by_link),
        same=relations[Relation.SAME],
        edited=relations[Relation.EDITED],
        split=relations[Relation.SPLIT],
        merged=relations[Relation.MERGED],
        cut=_lone([base.units[tie.base[0]] for tie in ties if not tie.version]),
        added=_lone([version.units[tie.version[0]] for tie in ties if not tie.base]),
        moved=sum(link.moved for link in links),
        by_class={c: classes[c] for c in VariantClass},
        correction_not_carried=PassageKind.CORRECTION in kinds
        and PassageKind.CORRECTION not in corrected,
        furniture_cut=dict(Counter(kind for kind in kinds if kind.is_furniture)),
    )


def _lone(units: Sequence[Unit]) -> int:
    """Count the sentences of paragraphs; a headline that was cut or added is no sentence."""
    return sum(unit.kind is PassageKind.PARAGRAPH for unit in units)


def _kept(
    base: Analysis, ties: Sequence[Tie], variants_by_link: Sequence[Sequence[Variant]]
) -> float:
    """Return the share of the base's words that live on unchanged or but for quiet variants."""
    whole = kept = 0
    for tie, variants in zip(ties, variants_by_link, strict=True):
        loud = [v.base for v in variants if not v.variant_class.is_quiet and len(v.base)]
        for number in tie.base:
            unit = base.units[number]
            count = sum([form.word for form in unit.forms])
            whole += count
            if tie.version:
                kept += count - _inside(unit, loud)
    return kept / whole if whole else 1.0


def _inside(unit: Unit, spans: Sequence[Span]) -> int:
    """Return how many words of a sentence stand in spans of whole words, which are apart."""
    starts = [token.start for token in unit.tokens] if spans else []
    rows = [
        unit.forms[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        for span in spans
    ]
    return sum(form.word for row in rows for form in row)
