"""What the overview bar shows: where differences and the reader's marks stand."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QColor

from variorum.text import Span
from variorum.window.desk.differences import Difference
from variorum.window.desk.overview import OverviewMark
from variorum.window.desk.painting import colour_name
from variorum.window.desk.stage import Stage
from variorum.window.desk.stops import Stop
from variorum.window.theme import Theme


def overview_marks(stage: Stage, stops: Sequence[Stop], theme: Theme) -> list[OverviewMark]:
    """Return all marks, in shares of the whole height."""
    return [*_found(stage, stops, theme), *_readers(stage, theme)]


def difference_colour(difference: Difference, theme: Theme) -> QColor:
    """Return the colour of a variant's class, or of what one side has alone."""
    if difference.variant is not None:
        return theme.classes[difference.variant.variant_class]
    if difference.is_furniture:
        return theme["muted"]
    return theme["cut" if difference.version is None else "added"]


def _found(stage: Stage, stops: Sequence[Stop], theme: Theme) -> Iterator[OverviewMark]:
    depths = [_Depths.of(stage, column) for column in range(len(stage.columns))]
    for stop in stops:
        column, span = stop.first_side
        difference = stop.loudest
        top, bottom = depths[column].reach(span)
        # Variants and furniture are strokes; what was cut of the story shows how much it is.
        is_stroke = difference.variant is not None or difference.is_furniture
        bottom = top if is_stroke else bottom
        yield OverviewMark(top, bottom, difference_colour(difference, theme))


def _readers(stage: Stage, theme: Theme) -> Iterator[OverviewMark]:
    for number, column in enumerate(stage.columns):
        depths = _Depths.of(stage, number)
        for mark in column.marks:
            if not mark.echo:
                top, _ = depths.reach(mark.span)
                colour = theme["muted"] if mark.sign_only else theme.line(colour_name(mark))
                yield OverviewMark(top, top, colour, is_readers=True)


@dataclass(frozen=True, slots=True)
class _Depths:
    """Hold where the blocks of a column stand, in shares of the whole height.

    Places inside a block are spread evenly: on the height of a scroll bar nobody sees more.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]

    @classmethod
    def of(cls, stage: Stage, column: int) -> "_Depths":
        """Take the heights of the moment."""
        total = max(1.0, stage.levels.total)
        blocks = stage.columns[column].blocks
        return cls(
            starts=tuple(block.span.start for block in blocks),
            ends=tuple(block.span.end for block in blocks),
            tops=tuple(stage.levels.top_of(column, block.number) / total for block in blocks),
            heights=tuple(height / total for height in stage.levels.heights[column]),
        )

    def reach(self, span: Span) -> tuple[float, float]:
        """Return from where to where a span reaches."""
        return self._depth(span.start), self._depth(span.end)

    def _depth(self, place: int) -> float:
        number = max(0, bisect_right(self.starts, place) - 1)
        start, end = self.starts[number], self.ends[number]
        share = min(1.0, (place - start) / max(1, end - start))
        return self.tops[number] + max(0.0, share) * self.heights[number]
