"""The sums and dates that every export says in the same words."""

from variorum.collation.values import CorrectionCheck, CorrectionFate, Relation, VariantClass
from variorum.exchange.comparison import Comparison
from variorum.exchange.templates import Label
from variorum.exchange.wording import Wording
from variorum.text import Article, Passage, PassageKind

_PERCENT = 100
_LONGEST = 100


def sums(comparison: Comparison, wording: Wording) -> list[tuple[str, str]]:
    """Return a comparison's sums as label and value, substance beside what was cut."""
    summary = comparison.collation.summary
    sentences, crossheads = _cut(comparison)
    facts = [
        (wording.label(Label.KEPT), f"{summary.kept * _PERCENT:.0f} %"),
        (wording.label(Label.CUT), str(sentences)),
    ]
    facts += [
        (wording.variant_class(kind), str(summary.by_class.get(kind, 0)))
        for kind in reversed(VariantClass)
    ]
    facts += [
        (wording.label(Label.ADDED), str(summary.added)),
        (wording.label(Label.MOVED), str(summary.moved)),
    ]
    if crossheads:
        facts.append((wording.label(Label.CROSSHEADS_CUT), str(crossheads)))
    if summary.correction_not_carried:
        facts.append((wording.label(Label.CORRECTION), wording.label(Label.NOT_CARRIED)))
    facts += [
        (wording.label(Label.UNCORRECTED), _told(check))
        for check in comparison.collation.corrections
        if check.in_base and check.fate is CorrectionFate.UNCORRECTED
    ]
    return facts


def _told(check: CorrectionCheck) -> str:
    """Return what a note says is wrong and what is right."""
    return f"{check.wrong or '…'} → {check.right or '…'}"


def _cut(comparison: Comparison) -> tuple[int, int]:
    """Count the sentences that were cut, and apart from them the crossheads."""
    crossheads = [
        passage.words
        for passage in comparison.base.article.passages
        if passage.kind is PassageKind.CROSSHEAD
    ]
    cut = [link for link in comparison.collation.links if link.relation is Relation.CUT]
    heads = sum(any(head.covers(link.base[0]) for head in crossheads) for link in cut)
    return len(cut) - heads, heads


def heading(article: Article) -> str:
    """Return an article's headline, else the first words of its story behind the dateline."""
    if article.headline:
        return " ".join(article.headline.split())
    story = (passage for passage in article.passages if passage.kind.is_story)
    first = next(story, None)
    words = " ".join(_behind_dateline(article, first).split()) if first else ""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + "…"


def _behind_dateline(article: Article, passage: Passage) -> str:
    start = passage.words.start
    if article.dateline and passage.words.covers(article.dateline.span):
        start = article.dateline.span.end
    return article.text[start : passage.words.end]


def day(article: Article) -> str:
    """Return an article's day in ISO 8601, or nothing when none is known."""
    return article.published.isoformat()[:10] if article.published else ""
