"""How high everything stands: rows, blocks in them, and which of them a viewport shows.

Pure arithmetic in pixels; it knows no Qt. Heights are estimates until a block has been laid
out, so they can be corrected one by one. Everything can be measured twice: from the top of
the desk, where all columns stand level, and from the top of a column that flows by itself,
without the room that other columns take in its rows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Slot:
    """Hold a block's number in its column and where it stands."""

    row: int
    block: int
    top: float
    height: float


@dataclass(slots=True)
class Levels:
    """Keep rows of blocks level over several columns.

    `rows[r][c]` is the range of block numbers of column `c` in row `r`; `heights[c][b]` and
    `after[c][b]` are a block's height and the space below it, `before[r]` the space above a
    row, `least[r]` the least height of a row (that of a gap's label).
    """

    rows: Sequence[tuple[range, ...]]
    heights: list[list[float]]
    after: Sequence[Sequence[float]]
    before: Sequence[float]
    least: Sequence[float]
    margin: float = 0.0
    """The space above the first row and below the last."""
    _tops: list[float] = field(default_factory=list[float])
    _flows: dict[int, list[float]] = field(default_factory=dict[int, list[float]])
    """Where the rows of a column begin that flows by itself, for the columns that were asked for."""
    _row_of: list[list[int]] = field(default_factory=list[list[int]])
    _row_heights: list[float] = field(default_factory=list[float])
    _changed: set[int] = field(default_factory=set[int])

    def __post_init__(self) -> None:
        for column in range(len(self.heights)):
            rows = (number for number, row in enumerate(self.rows) for _ in row[column])
            self._row_of.append(list(rows))
        self._row_heights = [self._row_height(number) for number in range(len(self.rows))]

    def set_height(self, column: int, block: int, height: float) -> bool:
        """Correct the height of a block; tell whether that changed anything."""
        if abs(self.heights[column][block] - height) < 0.01:
            return False
        self.heights[column][block] = height
        self._changed.add(self._row_of[column][block])
        return True

    @property
    def total(self) -> float:
        """Return the height of everything."""
        return self._settled()[-1] + self.margin

    def top_of_row(self, row: int) -> float:
        """Return where the words of a row begin."""
        return self._settled()[row] + self.before[row]

    def height_of_row(self, row: int) -> float:
        """Return how high a row is, with the space above and below it."""
        tops = self._settled()
        return tops[row + 1] - tops[row]

    def row_at(self, y: float) -> int:
        """Return the row at a height; the first or last one outside of all."""
        tops = self._settled()
        return max(0, min(bisect_right(tops, y) - 1, len(self.rows) - 1))

    def start_of_row(self, row: int) -> float:
        """Return where a row begins, the space above it included."""
        return self._settled()[row]

    def row_of(self, column: int, block: int) -> int:
        """Return the row in which a block stands."""
        return self._row_of[column][block]

    def top_of(self, column: int, block: int) -> float:
        """Return where a block begins."""
        row = self.row_of(column, block)
        first = self.rows[row][column].start
        above = range(first, block)
        heights, after = self.heights[column], self.after[column]
        return self.top_of_row(row) + sum(heights[b] + after[b] for b in above)

    def slots(self, column: int, top: float, bottom: float) -> Iterator[Slot]:
        """Walk over the blocks of a column that reach into a stretch of the desk."""
        for row in self.rows_between(top, bottom):
            y = self.top_of_row(row)
            for block in self.rows[row][column]:
                height = self.heights[column][block]
                if y + height >= top and y <= bottom:
                    yield Slot(row, block, y, height)
                y += height + self.after[column][block]

    # --- a column that flows by itself

    def flow_total(self, column: int) -> float:
        """Return the height of a column that flows by itself."""
        return self._flow(column)[-1] + self.margin

    def flow_top_of(self, column: int, block: int) -> float:
        """Return where a block begins in a column that flows by itself."""
        row = self.row_of(column, block)
        inside = self.top_of(column, block) - self.start_of_row(row)
        return self._flow(column)[row] + inside

    def flow_start_of_row(self, column: int, row: int) -> float:
        """Return where a row begins in a column that flows by itself."""
        return self._flow(column)[row]

    def flow_slots(self, column: int, top: float, bottom: float) -> Iterator[Slot]:
        """Walk over the blocks that reach into a stretch of a column that flows by itself."""
        for row in self.flow_rows(column, top, bottom):
            blocks = self.rows[row][column]
            y = self._flow(column)[row] + self.before[row]
            for block in blocks:
                height = self.heights[column][block]
                if y + height >= top and y <= bottom:
                    yield Slot(row, block, y, height)
                y += height + self.after[column][block]

    def flow_rows(self, column: int, top: float, bottom: float) -> range:
        """Return the rows that reach into a stretch of a column that flows by itself."""
        if not self.rows:
            return range(0)
        tops = self._flow(column)
        last = min(bisect_left(tops, bottom), len(self.rows))
        first = max(0, min(bisect_left(tops, top) - 1, last))
        return range(first, last)

    def to_flow(self, column: int, y: float) -> float:
        """Return where a height of the level desk is in a column that flows by itself."""
        return _carried(y, self._settled(), self._flow(column))

    def from_flow(self, column: int, y: float) -> float:
        """Return where a height of a column that flows by itself is on the level desk."""
        return _carried(y, self._flow(column), self._settled())

    def _flow(self, column: int) -> list[float]:
        self._settled()
        if column not in self._flows:
            heights = (self._height_in(column, row) for row in range(len(self.rows)))
            self._flows[column] = list(accumulate(heights, initial=self.margin))
        return self._flows[column]

    def _height_in(self, column: int, row: int) -> float:
        blocks = self.rows[row][column]
        heights, after = self.heights[column], self.after[column]
        if not blocks:
            return 0.0
        return self.before[row] + sum(heights[b] + after[b] for b in blocks)

    # --- rows

    def rows_between(self, top: float, bottom: float) -> range:
        """Return the rows that reach into a stretch of the desk."""
        if not self.rows:
            return range(0)
        tops = self._settled()
        last = min(bisect_left(tops, bottom), len(self.rows))
        return range(min(self.row_at(top), last), last)

    def _settled(self) -> list[float]:
        if self._changed or not self._tops:
            for number in self._changed:
                self._row_heights[number] = self._row_height(number)
            self._changed.clear()
            self._flows.clear()
            self._tops = list(accumulate(self._row_heights, initial=self.margin))
        return self._tops

    def _row_height(self, number: int) -> float:
        tallest = self.least[number]
        for column, blocks in enumerate(self.rows[number]):
            heights, after = self.heights[column], self.after[column]
            if len(blocks) == 1:
                tall = heights[blocks.start] + after[blocks.start]
            else:
                tall = sum(heights[b] + after[b] for b in blocks)
            tallest = max(tallest, tall)
        return self.before[number] + tallest


def _carried(y: float, starts: Sequence[float], others: Sequence[float]) -> float:
    """Carry a height from one measure of the rows to another, in the same share of its row."""
    last = len(starts) - 2
    if last < 0:
        return y
    row = max(0, min(bisect_right(starts, y) - 1, last))
    height = starts[row + 1] - starts[row]
    share = (y - starts[row]) / height if height > 0 else 0.0
    return others[row] + share * (others[row + 1] - others[row])
