"""What the overview bar shows: where differences and the reader's marks stand."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor

from variorum.text import Span
from variorum.window.desk.differences import Difference
from variorum.window.desk.overview import OverviewMark
from variorum.window.desk.painting import colour_name
from variorum.window.desk.stage import Stage
from variorum.window.theme import Theme


def overview_marks(
    stage: Stage, differences: Sequence[Difference], theme: Theme
) -> list[OverviewMark]:
    """Return all marks, in shares of the whole height."""
    return [*_found(stage, differences, theme), *_readers(stage, theme)]


def difference_colour(difference: Difference, theme: Theme) -> QColor:
    """Return the colour of a variant's class, or of what one side has alone."""
    if difference.variant is not None:
        return theme.classes[difference.variant.variant_class]
    return theme["cut" if difference.version is None else "added"]


def _found(stage: Stage, differences: Sequence[Difference], theme: Theme) -> Iterator[OverviewMark]:
    for difference in differences:
        column, span = difference.first_side
        top, bottom = _reach(stage, column, span)
        # A variant is a stroke; what was cut or added shows how much it is.
        bottom = top if difference.variant is not None else bottom
        yield OverviewMark(top, bottom, difference_colour(difference, theme))


def _readers(stage: Stage, theme: Theme) -> Iterator[OverviewMark]:
    for number, column in enumerate(stage.columns):
        for mark in column.marks:
            if not mark.echo:
                top, _ = _reach(stage, number, mark.span)
                yield OverviewMark(top, top, theme.line(colour_name(mark)), is_readers=True)


def _reach(stage: Stage, column: int, span: Span) -> tuple[float, float]:
    total = max(1.0, stage.levels.total)
    top = stage.depth(column, span.start, end=False)
    return top / total, stage.depth(column, span.end, end=True) / total
