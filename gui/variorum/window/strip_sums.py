"""What the strip sums up: the differences of one version from its base, or of several."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from variorum.collation.values import (
    Collation,
    CorrectionCheck,
    CorrectionFate,
    Relation,
    VariantClass,
    Verdict,
)
from variorum.text import Article, PassageKind, Span

OTHERS = (Relation.CUT, Relation.ADDED, Relation.EDITED)
"""What becomes of passages that are no paragraphs, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Hold what is counted; of several versions everything is added up, but for two figures.

    Of what was kept, the least and the most are told; a sentence counts as cut once, in however
    many versions it is.
    """

    kept: tuple[float, float]
    sentences: int
    cut: int
    by_class: Mapping[VariantClass, int]
    moved: int
    added: int
    others: Mapping[Relation, Counter[PassageKind]]
    quotes: int
    verbatim: int
    uncorrected: tuple[CorrectionCheck, ...]
    """Words that the base's note corrects and that still stand."""
    correction_not_carried: bool


def sums_of(base: Article, beside: Sequence[tuple[Article, Collation]]) -> Sums:
    """Sum up how versions differ from a base; there is at least one."""
    collations = [collation for _, collation in beside]
    summaries = [collation.summary for collation in collations]
    by_class: Counter[VariantClass] = Counter()
    others: dict[Relation, Counter[PassageKind]] = {relation: Counter() for relation in OTHERS}
    for version, collation in beside:
        by_class.update(collation.summary.by_class)
        _count_others(others, base, version, collation)
    quotes = [q for collation in collations for q in collation.quotations if q.base is not None]
    sentences, cut = _cut(base, collations)
    return Sums(
        kept=(min(one.kept for one in summaries), max(one.kept for one in summaries)),
        sentences=sentences,
        cut=cut,
        by_class=by_class,
        moved=sum(one.moved for one in summaries),
        added=sum(_added(version, collation) for version, collation in beside),
        others=others,
        quotes=len(quotes),
        verbatim=sum(quote.verdict is Verdict.VERBATIM for quote in quotes),
        uncorrected=tuple(
            check
            for collation in collations
            for check in collation.corrections
            if check.in_base and check.fate is CorrectionFate.UNCORRECTED
        ),
        correction_not_carried=any(one.correction_not_carried for one in summaries),
    )


def _cut(base: Article, collations: Sequence[Collation]) -> tuple[int, int]:
    """Count the base's sentences, and those that were cut; headlines are no sentences."""
    links = [link for collation in collations for link in collation.links]
    alone = {span for link in links if not link.version for span in link.base}
    found = _in_paragraphs(base, {span for link in links for span in link.base})
    return len(found), len(found & alone)


def _added(version: Article, collation: Collation) -> int:
    """Count the sentences that were added; a headline of its own is none."""
    alone = [span for link in collation.links if not link.base for span in link.version]
    return len(_in_paragraphs(version, alone))


def _in_paragraphs(article: Article, spans: Iterable[Span]) -> set[Span]:
    paragraphs = [p.span for p in article.passages if p.kind is PassageKind.PARAGRAPH]
    return {span for span in spans if any(one.covers(span) for one in paragraphs)}


def _count_others(
    found: Mapping[Relation, Counter[PassageKind]],
    base: Article,
    version: Article,
    collation: Collation,
) -> None:
    """Count what is no paragraph by kind: what was cut, what was added, what was changed.

    A headline and a crosshead that were changed carry variants, and are counted as such.
    """
    for link in collation.passages:
        article, numbers = (base, link.base) if link.base else (version, link.version)
        for kind in (article.passages[number].kind for number in numbers):
            is_told = kind.is_furniture or link.relation is not Relation.EDITED
            if kind is not PassageKind.PARAGRAPH and link.relation in found and is_told:
                found[link.relation][kind] += 1
