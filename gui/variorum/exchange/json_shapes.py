"""The shapes that the command line prints as JSON; their keys are a promise to scripts.

Offsets are code points, half-open. More keys may come, none may go.
"""

from typing import TypedDict

from variorum.annotations.values import Carried
from variorum.collation.values import (
    Collation,
    CorrectionCheck,
    Link,
    QuotationPair,
    Summary,
    Variant,
    VariantClass,
)
from variorum.exchange.wording import ENGLISH
from variorum.library.detail_fields import Fields, fields_of
from variorum.text import Article, Dateline, Imported, Lineage, Passage, Problem, Span

Pair = tuple[int, int]


class PassageShape(TypedDict):
    """A passage: its tile, and its words without the white space around them."""

    kind: str
    start: int
    end: int
    text_start: int
    text_end: int


class DatelineShape(TypedDict):
    """A dateline; `date` is ISO 8601 as far as known."""

    start: int
    end: int
    place: str | None
    credit: str | None
    date: str | None


class ProblemShape(TypedDict):
    """An oddity of a file."""

    kind: str
    detail: str
    message: str


class LineageShape(TypedDict):
    """A mark of descent; `start` and `end` are null where only the file's fields bear it."""

    kind: str
    number: int | None
    start: int | None
    end: int | None
    soft: bool
    name: str


class ArticleShape(TypedDict):
    """An article as `parse` prints it."""

    file: str
    index: int
    format: str
    encoding: str
    headline: str | None
    slug: str | None
    byline: str | None
    dateline: DatelineShape | None
    published: str | None
    published_from: str | None
    language: str | None
    source: str | None
    text: str
    passages: list[PassageShape]
    problems: list[ProblemShape]
    lineage: list[LineageShape]
    details: Fields
    """The standard fields that the file has, and columns of a corpus; none that is empty."""


class LinkShape(TypedDict):
    """A link of sentences."""

    relation: str
    moved: bool
    base: list[Pair]
    version: list[Pair]
    confidence: float


class PassageLinkShape(TypedDict):
    """A link of passages, by their numbers."""

    relation: str
    moved: bool
    base: list[int]
    version: list[int]


VariantShape = TypedDict(
    "VariantShape",
    {
        "class": str,
        "rule": str,
        "base": Pair,
        "version": Pair,
        "base_text": str,
        "version_text": str,
        "reason": str,
    },
)
"""A variant; the functional form, because `class` is a word of the language."""


class QuotationShape(TypedDict):
    """A quotation with its verdict."""

    verdict: str
    speaker: str | None
    base: Pair | None
    version: Pair | None
    respeaker: bool


class SummaryShape(TypedDict):
    """A collation's sum."""

    kept: float
    same: int
    edited: int
    split: int
    merged: int
    cut: int
    added: int
    moved: int
    by_class: dict[str, int]
    correction_not_carried: bool
    furniture_cut: dict[str, int]


class CorrectionShape(TypedDict):
    """What a correction note says, and what the other article has of it."""

    note: Pair
    in_base: bool
    right: str
    wrong: str
    fate: str
    base: Pair | None
    version: Pair | None


class CollationShape(TypedDict):
    """A collation as `collate` prints it."""

    base: ArticleShape
    version: ArticleShape
    links: list[LinkShape]
    passages: list[PassageLinkShape]
    variants: list[VariantShape]
    quotations: list[QuotationShape]
    corrections: list[CorrectionShape]
    summary: SummaryShape


class CarriedShape(TypedDict):
    """What became of a span."""

    start: int
    end: int
    status: str
    version: Pair | None


def article_shape(imported: Imported, *, file: str) -> ArticleShape:
    """Shape an article as `parse` prints it."""
    article = imported.article
    return {
        "file": file,
        "index": imported.index,
        "format": imported.format,
        "encoding": imported.encoding,
        "headline": article.headline,
        "slug": article.slug,
        "byline": article.byline,
        "dateline": _dateline(article.dateline),
        "published": article.published.isoformat() if article.published else None,
        "published_from": article.published_from,
        "language": article.language,
        "source": article.source,
        "text": article.text,
        "passages": [_passage(passage) for passage in article.passages],
        "problems": [_problem(problem) for problem in imported.problems],
        "lineage": [lineage_shape(mark) for mark in article.lineage],
        "details": fields_of(imported.details),
    }


def collation_shape(
    collation: Collation,
    *,
    base: Imported,
    version: Imported,
    base_file: str,
    version_file: str,
) -> CollationShape:
    """Shape a collation as `collate` prints it."""
    texts = (base.article, version.article)
    return {
        "base": article_shape(base, file=base_file),
        "version": article_shape(version, file=version_file),
        "links": [_link(link) for link in collation.links],
        "passages": [
            {
                "relation": link.relation,
                "moved": link.moved,
                "base": list(link.base),
                "version": list(link.version),
            }
            for link in collation.passages
        ],
        "variants": [_variant(variant, *texts) for variant in collation.variants],
        "quotations": [_quotation(pair) for pair in collation.quotations],
        "corrections": [_correction(check) for check in collation.corrections],
        "summary": _summary(collation.summary),
    }


def carried_shape(span: Span, carried: Carried) -> CarriedShape:
    """Shape what became of a span."""
    return {
        "start": span.start,
        "end": span.end,
        "status": carried.status,
        "version": _maybe_pair(carried.span),
    }


def _pair(span: Span) -> Pair:
    return span.start, span.end


def _maybe_pair(span: Span | None) -> Pair | None:
    return None if span is None else _pair(span)


def _passage(passage: Passage) -> PassageShape:
    return {
        "kind": passage.kind,
        "start": passage.span.start,
        "end": passage.span.end,
        "text_start": passage.words.start,
        "text_end": passage.words.end,
    }


def lineage_shape(mark: Lineage) -> LineageShape:
    """Shape a mark of descent."""
    return {
        "kind": mark.kind,
        "number": mark.number,
        "start": mark.span.start if mark.span else None,
        "end": mark.span.end if mark.span else None,
        "soft": mark.soft,
        "name": ENGLISH.lineage(mark),
    }


def _dateline(dateline: Dateline | None) -> DatelineShape | None:
    if dateline is None:
        return None
    return {
        "start": dateline.span.start,
        "end": dateline.span.end,
        "place": dateline.place,
        "credit": dateline.credit,
        "date": dateline.date.isoformat() if dateline.date else None,
    }


def _problem(problem: Problem) -> ProblemShape:
    return {"kind": problem.kind, "detail": problem.detail, "message": ENGLISH.problem(problem)}


def _link(link: Link) -> LinkShape:
    return {
        "relation": link.relation,
        "moved": link.moved,
        "base": [_pair(span) for span in link.base],
        "version": [_pair(span) for span in link.version],
        "confidence": round(link.confidence, 4),
    }


def _variant(variant: Variant, base: Article, version: Article) -> VariantShape:
    return {
        "class": variant.variant_class,
        "rule": variant.classed_by,
        "base": _pair(variant.base),
        "version": _pair(variant.version),
        "base_text": variant.base.of(base.text),
        "version_text": variant.version.of(version.text),
        "reason": ENGLISH.reason(variant.reason),
    }


def _quotation(pair: QuotationPair) -> QuotationShape:
    return {
        "verdict": pair.verdict,
        "speaker": pair.speaker,
        "base": _maybe_pair(pair.base),
        "version": _maybe_pair(pair.version),
        "respeaker": pair.respeaker,
    }


def _correction(check: CorrectionCheck) -> CorrectionShape:
    return {
        "note": _pair(check.note),
        "in_base": check.in_base,
        "right": check.right,
        "wrong": check.wrong,
        "fate": check.fate,
        "base": _maybe_pair(check.base),
        "version": _maybe_pair(check.version),
    }


def _summary(summary: Summary) -> SummaryShape:
    return {
        "kept": round(summary.kept, 4),
        "same": summary.same,
        "edited": summary.edited,
        "split": summary.split,
        "merged": summary.merged,
        "cut": summary.cut,
        "added": summary.added,
        "moved": summary.moved,
        "by_class": {kind.value: summary.by_class.get(kind, 0) for kind in VariantClass},
        "correction_not_carried": summary.correction_not_carried,
        "furniture_cut": {kind.value: count for kind, count in summary.furniture_cut.items()},
    }
