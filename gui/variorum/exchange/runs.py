"""Cut a stretch of text into runs along the marks that lie on it; knows text and marks only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from variorum.text import Span

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Run(Generic[T_co]):
    """Hold a stretch on which the same marks lie from end to end."""

    span: Span
    marks: tuple[T_co, ...]


def runs(within: Span, marks: Iterable[tuple[Span, T]]) -> list[Run[T]]:
    """Return the runs of a stretch in order; together they cover it, marks keep their order."""
    clipped = [
        (Span(max(span.start, within.start), min(span.end, within.end)), mark)
        for span, mark in marks
        if span.overlaps(within)
    ]
    cuts = sorted({within.start, within.end, *_ends(clipped)})
    return [
        Run(
            Span(start, end), tuple(mark for span, mark in clipped if span.covers(Span(start, end)))
        )
        for start, end in pairwise(cuts)
    ]


def _ends(marks: Sequence[tuple[Span, object]]) -> Iterable[int]:
    for span, _ in marks:
        yield span.start
        yield span.end
