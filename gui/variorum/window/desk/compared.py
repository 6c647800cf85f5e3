"""What stands on the desk and how it compares, column by column. It knows values only."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.annotations.carrying import carry
from variorum.collation.values import Collation, Variant, VariantClass
from variorum.text import Article, Span
from variorum.window.desk.composed import composed
from variorum.window.desk.differences import Difference, differences_of
from variorum.window.desk.furniture import changed_words
from variorum.window.desk.ribbons import Ribbon, ribbons_of
from variorum.window.desk.rows import Beside, Row, rows_alone, rows_of
from variorum.window.desk.stops import Stop, stops_of
from variorum.window.desk.values import PaneArticle


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold the columns of the desk, the base first, and what was found between them."""

    shown: tuple[PaneArticle, ...] = ()
    collations: tuple[Collation, ...] = ()
    """How each column after the first compares with the first."""

    @property
    def columns(self) -> range:
        """Return the numbers of the versions' columns."""
        return range(1, 1 + len(self.collations))

    def article(self, column: int) -> Article:
        """Return the text of a column."""
        return self.shown[column].article

    def collation(self, column: int) -> Collation:
        """Return how a version's column compares with the base."""
        return self.collations[column - 1]

    def rows(self) -> tuple[Row, ...]:
        """Return what stands level."""
        if not self.shown:
            return ()
        if not self.collations:
            return rows_alone(self.article(0))
        beside = [Beside(self.article(n), self.collation(n)) for n in self.columns]
        return rows_of(self.article(0), beside)

    def ribbons(self, gutter: int) -> tuple[Ribbon, ...]:
        """Return what joins a column with the one to its right."""
        left, right = self.article(gutter), self.article(gutter + 1)
        if not gutter:
            return ribbons_of(left, right, self.collation(1))
        first, second = self.collation(gutter), self.collation(gutter + 1)
        return ribbons_of(left, right, composed(left, first, right, second))

    def stops(
        self, classes: frozenset[VariantClass], *, columns: Sequence[int]
    ) -> tuple[Stop, ...]:
        """Return where some versions differ from the base, in its order."""
        by_column = {n: self._differences(n, classes) for n in columns}
        return stops_of(by_column, len(self.shown))

    def _differences(self, column: int, classes: frozenset[VariantClass]) -> tuple[Difference, ...]:
        return differences_of(
            self.article(0), self.article(column), self.collation(column), classes
        )

    def variants(
        self, column: int, classes: frozenset[VariantClass]
    ) -> Iterator[tuple[int, Variant]]:
        """Yield the variants that a column shows, with the version that each is of."""
        for version in self.columns if not column else (column,):
            for variant in self.collation(version).variants:
                if variant.variant_class in classes:
                    yield version, variant

    def changed(self) -> Iterator[tuple[int, Span]]:
        """Yield the words of furniture that are others elsewhere, with their columns."""
        for version in self.columns:
            sides = changed_words(self.article(0), self.article(version), self.collation(version))
            yield from ((0, span) for span in sides[0])
            yield from ((version, span) for span in sides[1])

    def beside(self, column: int, span: Span) -> Span | None:
        """Return where words of the base stand in a version, whatever became of them."""
        base, version = self.article(0), self.article(column)
        (found,) = carry(self.collation(column), [span], base=base, version=version)
        return found.span

    def ends_of(self, stop: Stop) -> tuple[Span | None, ...]:
        """Return what to light for a stop in each column.

        Where its words stand, else where they are missing, else where the base's words live on.
        """
        ends = list(stop.sides)
        for version, one in stop.differences:
            lacking = 0 if one.base is None else version
            if ends[lacking] is None and one.missing:
                ends[lacking] = Span(one.missing, one.missing)
        differing = stop.columns
        for version in self.columns:
            if version not in differing and stop.sides[0] is not None:
                ends[version] = self.beside(version, stop.sides[0])
        return tuple(ends)

    def stop_of(self, column: int, variant: Variant) -> Stop:
        """Return a version's variant as a stop, with what other versions did to the same words."""
        alike = [(column, _difference(variant))]
        for version in self.columns:
            if version != column:
                same = (one for one in self.collation(version).variants if one.base == variant.base)
                alike += [(version, _difference(one)) for one in same][:1]
        alike.sort(key=lambda one: one[0])
        (stop,) = stops_of({n: [one] for n, one in alike}, len(self.shown))
        return stop


def _difference(variant: Variant) -> Difference:
    return Difference(variant.base, variant.version, variant, at=variant.base.start)
