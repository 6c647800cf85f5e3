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

    @property
    def sides(self) -> tuple[Span | None, Span | None]:
        """Return where it stands in the base and in the version."""
        return self.base, self.version

    @property
    def first_side(self) -> tuple[int, Span]:
        """Return the first side that has it, 0 for the base, and where it stands there."""
        if self.base is not None:
            return 0, self.base
        if self.version is not None:
            return 1, self.version
        raise ValueError("a difference stands somewhere")


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


@dataclass(slots=True)
class Stepper:
    """Walk through differences, from the one shown last or from where the reader is."""

    differences: tuple[Difference, ...] = ()
    current: Difference | None = None

    def fill(self, differences: tuple[Difference, ...]) -> None:
        """Take other differences; the current one stays if it is among them."""
        self.differences = differences
        if self.current not in differences:
            self.current = None

    def step(self, by: int, *, side: int, place: int) -> tuple[int, Difference] | None:
        """Go on (1) or back (-1), around the ends; return the number, from 0, and the stop.

        Without a current difference the walk begins at a place of one side.
        """
        if not self.differences:
            return None
        if self.current is not None:
            number = self.differences.index(self.current) + by
        else:
            sides = [difference.sides[side] for difference in self.differences]
            before = [n for n, span in enumerate(sides) if span is not None and span.start < place]
            last = before[-1] if before else -1
            number = last + 1 if by > 0 else last
        number %= len(self.differences)
        self.current = self.differences[number]
        return number, self.current
