"""Where pages end: below a row where that is possible, between two lines else. Arithmetic only."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def pages_of(
    ends: Sequence[float], lines: Sequence[tuple[float, float]], *, height: float
) -> list[tuple[float, float]]:
    """Cut what is as tall as the last end into pages that are no taller than `height`.

    `ends` are the bottoms of the rows, rising; `lines` are the tops and bottoms of the lines of
    all columns, in any order. All in pixels.
    """
    pages: list[tuple[float, float]] = []
    top, total = 0.0, ends[-1] if ends else 0.0
    by_top = sorted(lines)
    while total - top > height:
        bottom = _bottom(top, top + height, ends, by_top)
        pages.append((top, bottom))
        top = bottom
    if total > top:
        pages.append((top, total))
    return pages


def _bottom(
    top: float, limit: float, ends: Sequence[float], lines: Sequence[tuple[float, float]]
) -> float:
    row = ends[bisect_right(ends, limit) - 1] if ends and ends[0] <= limit else top
    # A page that would stay half empty is filled with the lines of a row that goes on.
    if row - top > (limit - top) / 2:
        return row
    first = bisect_left(lines, (top, top))
    inside = [line for line in lines[max(0, first - 1) :] if line[0] < limit and line[1] > top]
    for bottom in sorted({line[1] for line in inside if line[1] <= limit}, reverse=True):
        if bottom > top and not any(line[0] < bottom < line[1] for line in inside):
            return bottom
    return limit
