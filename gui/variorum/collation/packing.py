"""Turn a collation into bytes and back, and name by a hash all that it was made of.

The bytes are JSON: reading them runs no code, whatever a library from elsewhere holds. They
are read only by the rules that wrote them, so their form may change with `RULE_VERSION`.
"""

import hashlib
import json
from typing import Any

from variorum.collation.decisions import NO_DECISIONS, Decisions
from variorum.collation.rule_version import RULE_VERSION
from variorum.collation.values import (
    ClassDecision,
    Collation,
    CorrectionCheck,
    CorrectionFate,
    Decision,
    Link,
    LinkChoice,
    LinkDecision,
    PassageLink,
    QuotationPair,
    Reason,
    ReasonKind,
    Relation,
    Rule,
    Summary,
    Variant,
    VariantClass,
    Verdict,
)
from variorum.text import Article, PassageKind, Span

_FORM = 2
"""Goes up when the bytes are laid out otherwise."""

Packed = list[Any]


def made_of(base: Article, version: Article, decisions: Decisions = NO_DECISIONS) -> str:
    """Return a hash of all that a collation depends on: texts as read, decisions, rules."""
    whole = hashlib.sha256(f"{_FORM}\n{RULE_VERSION}\n{decisions.digest}\n".encode())
    for article in (base, version):
        tiles = [(p.kind.value, p.span.start, p.words.start, p.words.end) for p in article.passages]
        whole.update(repr((tiles, article.dateline, article.published)).encode())
        whole.update(article.text.encode(errors="surrogatepass"))
    return whole.hexdigest()


def pack(collation: Collation) -> bytes:
    """Return a collation as bytes."""
    whole: Packed = [
        [_link(link) for link in collation.links],
        [[p.base, p.version, p.relation, p.moved] for p in collation.passages],
        [_variant(variant) for variant in collation.variants],
        [_quotation(pair) for pair in collation.quotations],
        _summary(collation.summary),
        [_decision(decision) for decision in collation.lost],
        [_correction(check) for check in collation.corrections],
    ]
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode(
        errors="surrogatepass"
    )


def unpack(data: bytes) -> Collation | None:
    """Return a collation from its bytes; None where they hold none."""
    try:
        links, passages, variants, quotations, summary, lost, corrections = json.loads(
            data.decode(errors="surrogatepass")
        )
        return Collation(
            links=tuple(_link_of(*each) for each in links),
            passages=tuple(
                PassageLink(tuple(base), tuple(version), Relation(relation), moved)
                for base, version, relation, moved in passages
            ),
            variants=tuple(_variant_of(*each) for each in variants),
            quotations=tuple(_quotation_of(*each) for each in quotations),
            summary=_summary_of(*summary),
            lost=tuple(_decision_of(*each) for each in lost),
            corrections=tuple(_correction_of(*each) for each in corrections),
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        return None


def _spans(spans: tuple[Span, ...]) -> Packed:
    return [place for span in spans for place in (span.start, span.end)]


def _spans_of(places: Packed) -> tuple[Span, ...]:
    return tuple(Span(*pair) for pair in zip(places[::2], places[1::2], strict=True))


def _link(link: Link) -> Packed:
    return [_spans(link.base), _spans(link.version), link.relation, link.moved, link.confidence]


def _link_of(
    base: Packed,
    version: Packed,
    relation: str,
    moved: bool,  # noqa: FBT001 - as packed
    confidence: float,
) -> Link:
    return Link(_spans_of(base), _spans_of(version), Relation(relation), moved, confidence)


def _variant(variant: Variant) -> Packed:
    reason = variant.reason
    return [
        variant.rule,
        _spans((variant.base, variant.version)),
        [reason.kind, reason.base, reason.version, reason.detail],
        variant.decided,
    ]


def _variant_of(rule: str, places: Packed, reason: Packed, decided: str | None) -> Variant:
    base, version = _spans_of(places)
    kind, *words = reason
    by_hand = None if decided is None else VariantClass(decided)
    return Variant(Rule(rule), base, version, Reason(ReasonKind(kind), *words), by_hand)


def _quotation(pair: QuotationPair) -> Packed:
    ends = [None if span is None else [span.start, span.end] for span in (pair.base, pair.version)]
    return [pair.verdict, *ends, pair.speaker, pair.respeaker]


def _quotation_of(
    verdict: str,
    base: Packed | None,
    version: Packed | None,
    speaker: str | None,
    respeaker: bool,  # noqa: FBT001 - as packed
) -> QuotationPair:
    return QuotationPair(
        Verdict(verdict),
        None if base is None else Span(*base),
        None if version is None else Span(*version),
        speaker,
        respeaker,
    )


def _summary(summary: Summary) -> Packed:
    counts = [summary.same, summary.edited, summary.split, summary.merged]
    counts += [summary.cut, summary.added, summary.moved]
    return [
        summary.kept,
        counts,
        dict(summary.by_class),
        summary.correction_not_carried,
        dict(summary.furniture_cut),
    ]


def _summary_of(
    kept: float,
    counts: Packed,
    by_class: dict[str, int],
    not_carried: bool,  # noqa: FBT001 - as packed
    furniture: dict[str, int],
) -> Summary:
    return Summary(
        kept,
        *counts,
        by_class={VariantClass(name): count for name, count in by_class.items()},
        correction_not_carried=not_carried,
        furniture_cut={PassageKind(name): count for name, count in furniture.items()},
    )


def _correction(check: CorrectionCheck) -> Packed:
    ends = [
        None if span is None else [span.start, span.end] for span in (check.base, check.version)
    ]
    return [
        [check.note.start, check.note.end],
        check.in_base,
        check.right,
        check.wrong,
        check.fate,
        *ends,
    ]


def _correction_of(
    note: Packed,
    in_base: bool,  # noqa: FBT001 - as packed
    right: str,
    wrong: str,
    *rest: Any,
) -> CorrectionCheck:
    fate, base, version = rest
    ends = (None if end is None else Span(*end) for end in (base, version))
    return CorrectionCheck(Span(*note), in_base, right, wrong, CorrectionFate(fate), *ends)


def _decision(decision: Decision) -> Packed:
    is_link = isinstance(decision, LinkDecision)
    chosen = decision.choice if is_link else decision.variant_class
    return [is_link, chosen, _spans((decision.base, decision.version))]


def _decision_of(is_link: bool, chosen: str, places: Packed) -> Decision:  # noqa: FBT001 - as packed
    base, version = _spans_of(places)
    if is_link:
        return LinkDecision(LinkChoice(chosen), base, version)
    return ClassDecision(VariantClass(chosen), base, version)
