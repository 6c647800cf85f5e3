"""The differences of a version from its base, in reading order. It knows values only."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from variorum.collation.values import (
    QUIET_CLASSES,
    Collation,
    Link,
    Relation,
    Variant,
    VariantClass,
)
from variorum.text import STORY_KINDS, Article, Passage, PassageKind, Span

_AROUND: Final = " \t\n\r\u00a0,;:–—،؛、，；："
"""What may stand around the words of a difference and is not meant with them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold one stop: a variant, what one side has alone, or furniture that was changed."""

    base: Span | None
    version: Span | None
    variant: Variant | None = None
    missing: int | None = None
    """Where, on the side that lacks them, the sentences would stand; none for whole passages."""
    is_furniture: bool = False
    """It stands in furniture: a passage that was cut, added or changed."""

    at: int = 0
    """Where in the base it is told, also of what the base does not have."""


def differences_of(
    base: Article, version: Article, collation: Collation, shown: frozenset[VariantClass]
) -> tuple[Difference, ...]:
    """List the variants of the shown classes, and every cut and addition of the story.

    Neighbouring sentences of one passage that were cut or added together are one stop. A
    crosshead is no sentence: the label in its gap tells enough. Furniture is as quiet as the
    quiet classes, and hidden with them; only corrections are never passed over.
    """
    stops = [
        (
            variant.base.start,
            1,
            variant.version.start,
            Difference(variant.base, variant.version, variant, at=variant.base.start),
        )
        for variant in collation.variants
        if variant.variant_class in shown
    ]
    stops += [
        (stretch.base_place, 0, stretch.span.start, _difference(stretch, base, version))
        for stretch in _joined(_stretches(collation.links), base, version)
        if _kind(stretch, base, version) is not PassageKind.CROSSHEAD
    ]
    stops += _furniture(base, version, collation, is_quiet_shown=bool(shown & QUIET_CLASSES))
    stops.sort(key=lambda stop: stop[:3])
    return tuple(stop[3] for stop in stops)


def _furniture(
    base: Article, version: Article, collation: Collation, *, is_quiet_shown: bool
) -> Iterator[tuple[int, int, int, Difference]]:
    """Walk over the furniture that differs, each with its place in the order of the stops."""
    base_place = 0
    for link in collation.passages:
        ours = [base.passages[number] for number in link.base]
        theirs = [version.passages[number] for number in link.version]
        if ours and not link.moved:
            base_place = ours[-1].words.end
        kinds = {passage.kind for passage in (*ours, *theirs)}
        is_told = is_quiet_shown or PassageKind.CORRECTION in kinds
        if link.relation is Relation.SAME or kinds & STORY_KINDS or not is_told:
            continue
        spans = _whole(ours), _whole(theirs)
        place = ours[0].words.start if ours else base_place
        yield (
            place,
            2,
            theirs[0].words.start if theirs else 0,
            Difference(*spans, is_furniture=True, at=place),
        )


def _whole(passages: Sequence[Passage]) -> Span | None:
    return Span(passages[0].words.start, passages[-1].words.end) if passages else None


def bare(span: Span, text: str) -> Span:
    """Return words without the commas and dashes around them; what is nothing else stays whole."""
    words = span.of(text)
    start = len(words) - len(words.lstrip(_AROUND))
    end = len(words.rstrip(_AROUND))
    return Span(span.start + start, span.start + end) if start < end else span


class _Stretch(NamedTuple):
    """Hold story words of one side, and where both sides stand at them."""

    span: Span
    base_place: int
    version_place: int
    is_cut: bool


def _stretches(links: Sequence[Link]) -> Iterator[_Stretch]:
    """Walk over the sentences that one side alone has."""
    base_place = version_place = 0
    for link in links:
        if not link.version:
            for span in link.base:
                yield _Stretch(span, span.start, version_place, is_cut=True)
        elif not link.base:
            for span in link.version:
                yield _Stretch(span, base_place, span.start, is_cut=False)
        if not link.moved:
            base_place = link.base[-1].end if link.base else base_place
            version_place = link.version[-1].end if link.version else version_place


def _joined(stretches: Iterable[_Stretch], base: Article, version: Article) -> list[_Stretch]:
    """Join those that follow one another in one passage."""
    joined: list[_Stretch] = []
    for stretch in stretches:
        last = joined[-1] if joined else None
        article = base if stretch.is_cut else version
        if (
            last is not None
            and last.is_cut == stretch.is_cut
            and _together(article, last.span, stretch.span)
        ):
            joined[-1] = last._replace(span=Span(last.span.start, stretch.span.end))
        else:
            joined.append(stretch)
    return joined


def _difference(stretch: _Stretch, base: Article, version: Article) -> Difference:
    other = stretch.version_place if stretch.is_cut else stretch.base_place
    if stretch.span.covers(_passage(stretch, base, version).words):
        other = None
    if stretch.is_cut:
        return Difference(stretch.span, None, missing=other, at=stretch.base_place)
    return Difference(None, stretch.span, missing=other, at=stretch.base_place)


def _kind(stretch: _Stretch, base: Article, version: Article) -> PassageKind:
    return _passage(stretch, base, version).kind


def _passage(stretch: _Stretch, base: Article, version: Article) -> Passage:
    return passage_at(base if stretch.is_cut else version, stretch.span.start)


def passage_at(article: Article, place: int) -> Passage:
    """Return the passage that holds a place."""
    return article.passages[bisect_right(_starts(article), place) - 1]


def _together(article: Article, first: Span, second: Span) -> bool:
    """Tell whether two sentences follow one another in one passage."""
    starts = _starts(article)
    same = bisect_right(starts, first.start) == bisect_right(starts, second.start)
    return same and not article.text[first.end : second.start].strip()


def _starts(article: Article) -> list[int]:
    return [passage.span.start for passage in article.passages]
