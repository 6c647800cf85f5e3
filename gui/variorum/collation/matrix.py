"""Lay several collations of one base side by side: what became of each passage in each version."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.reading.tokens import tokenise
from variorum.collation.values import Collation, Relation, VariantClass
from variorum.text import Article, Span

_ORDER = list(VariantClass)


@dataclass(frozen=True, slots=True)
class Cell:
    """Say what became of a base's passage in one version."""

    relation: Relation
    moved: bool
    version: tuple[int, ...]
    """The passages there, by number; none where it was cut."""
    kept: float
    """The share of its words that live on unchanged, or but for quiet variants."""
    loudest: VariantClass | None
    """The class of the variant in it that reaches farthest."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Hold a row of cells for each passage of the base, and what each version added."""

    rows: tuple[tuple[Cell, ...], ...]
    added: tuple[tuple[int, ...], ...]
    """For each version its passages that the base lacks, by number."""


def matrix(base: Article, collations: Sequence[Collation]) -> Matrix:
    """Return what became of the base's passages in each of the versions collated with it."""
    columns = [_column(base, collation) for collation in collations]
    return Matrix(
        rows=tuple(
            tuple(column[number] for column in columns) for number in range(len(base.passages))
        ),
        added=tuple(
            tuple(n for link in one.passages if not link.base for n in link.version)
            for one in collations
        ),
    )


def _column(base: Article, collation: Collation) -> list[Cell]:
    starts = [passage.span.start for passage in base.passages]
    alive: list[list[Span]] = [[] for _ in starts]
    for link in collation.links:
        for span in link.base if link.version else ():
            alive[bisect_right(starts, span.start) - 1].append(span)
    loud: list[list[Span]] = [[] for _ in starts]
    loudest: list[VariantClass | None] = [None for _ in starts]
    for variant in collation.variants:
        number = max(bisect_right(starts, variant.base.start) - 1, 0)
        if number < len(starts):
            loudest[number] = _louder(loudest[number], variant.variant_class)
            if not variant.variant_class.is_quiet:
                loud[number].append(variant.base)
    cells: dict[int, Cell] = {}
    for link in collation.passages:
        for number in link.base:
            furniture = base.passages[number].kind.is_furniture
            spans = [base.passages[number].words] if furniture and link.version else alive[number]
            kept = _kept(base, number, spans, loud[number])
            cells[number] = Cell(link.relation, link.moved, link.version, kept, loudest[number])
    return [cells[number] for number in range(len(starts))]


def _louder(one: VariantClass | None, other: VariantClass) -> VariantClass:
    return other if one is None or _ORDER.index(other) > _ORDER.index(one) else one


def _kept(base: Article, number: int, alive: Sequence[Span], loud: Sequence[Span]) -> float:
    words = base.passages[number].words
    tokens = [t for t in tokenise(base.text, words.start, words.end) if t.surface[0].isalnum()]
    if not tokens:
        return 1.0 if alive else 0.0
    kept = sum(
        any(span.start <= token.start and token.end <= span.end for span in alive)
        and not any(span.start <= token.start and token.end <= span.end for span in loud)
        for token in tokens
    )
    return kept / len(tokens)
