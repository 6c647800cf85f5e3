"""The differences of a collation in reading order: where F8 goes. It knows values only."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.collation.values import Collation, Link, Variant, VariantClass
from variorum.text import Article, Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold one stop: a variant, or story sentences that one side has alone."""

    base: Span | None
    version: Span | None
    variant: Variant | None = None


def differences_of(
    base: Article, version: Article, collation: Collation, shown: frozenset[VariantClass]
) -> tuple[Difference, ...]:
    """List the variants of the shown classes, and every cut and addition of the story.

    Neighbouring sentences of one passage that were cut or added together are one stop.
    """
    stops = [
        (
            variant.base.start,
            1,
            variant.version.start,
            Difference(variant.base, variant.version, variant),
        )
        for variant in collation.variants
        if variant.variant_class in shown
    ]
    stops += [
        (place, 0, own.start, Difference(own, None) if is_cut else Difference(None, own))
        for place, own, is_cut in _one_sided(base, version, collation.links)
    ]
    stops.sort(key=lambda stop: stop[:3])
    return tuple(stop[3] for stop in stops)


def _one_sided(
    base: Article, version: Article, links: tuple[Link, ...]
) -> Iterator[tuple[int, Span, bool]]:
    """Walk over cut and added stretches, each with its place in the base."""
    done = 0
    run: tuple[int, Span, bool] | None = None
    for link in links:
        side, article = (link.base, base) if link.base else (link.version, version)
        if bool(link.base) == bool(link.version):
            if run is not None:
                yield run
                run = None
        else:
            place = link.base[0].start if link.base else done
            for span in side:
                if (
                    run is not None
                    and run[2] == bool(link.base)
                    and _together(article, run[1], span)
                ):
                    run = (run[0], Span(run[1].start, span.end), run[2])
                    continue
                if run is not None:
                    yield run
                run = (place, span, bool(link.base))
        if link.base and not link.moved:
            done = max(done, link.base[-1].end)
    if run is not None:
        yield run


def _together(article: Article, first: Span, second: Span) -> bool:
    """Tell whether two sentences follow one another in one passage."""
    starts = [passage.span.start for passage in article.passages]
    same = bisect_right(starts, first.start) == bisect_right(starts, second.start)
    return same and not article.text[first.end : second.start].strip()
