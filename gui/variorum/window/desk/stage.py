"""What stands on the desk and where: columns, rows, the scroll position, the layout's progress.

What is visible is laid out at once; the rest follows in slices while the reader reads.
Heights that turn out other than estimated move what is out of sight, never what is seen.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from variorum.text import Span
from variorum.window.desk.block import Block, average_widths
from variorum.window.desk.column import Column
from variorum.window.desk.levels import Levels, Slot
from variorum.window.desk.rows import Row
from variorum.window.desk.styles import DeskStyle

_SLICE: Final = 0.006
"""Seconds of layout between two turns of the event loop."""
_CORRECTING: Final = 0.1
"""Seconds between two corrections of all heights: each costs time with the number of rows."""
_READ_AT: Final = 0.3
"""Where in the viewport a place is brought to, from its top."""
_KEPT: Final = 400
"""Blocks whose lines are kept; the others know their height alone."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Hold a place of the base and how much of its block is above the viewport."""

    place: int
    share: float
    at_start: bool


class Stage(QObject):
    """Keep the columns level, and know what is in view."""

    changed = Signal()
    """Something in view moved or changed: paint again."""
    extent_changed = Signal()
    """The height of everything or the scroll position was corrected."""
    settled = Signal()
    """Every block has its true height."""

    def __init__(self, style: DeskStyle, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = style
        self.columns: list[Column] = []
        self.rows: Sequence[Row] = ()
        self.levels = _no_levels()
        self.width = 0.0
        """The width of a column's text, in pixels."""
        self.height = 0.0
        """The height of the viewport, in pixels."""
        self.top = 0.0
        """Where the viewport begins, in pixels from the top of everything."""
        self.apart = False
        """Each column flows by itself, and scrolling follows the links; else all stand level."""
        self._kept: OrderedDict[tuple[int, int], Block] = OrderedDict()
        self._waiting: list[tuple[int, int]] = []
        self._measured: list[tuple[int, int, float]] = []
        self._corrected_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._lay_out_slice)

    def show(
        self,
        columns: list[Column],
        rows: Sequence[Row],
        style: DeskStyle,
        *,
        width: float,
        height: float,
    ) -> None:
        """Put other articles on the desk, from their top."""
        self.style, self.columns, self.rows = style, columns, rows
        self.width, self.height = width, height
        self.top = 0.0
        self._measure()

    def resize(self, *, width: float, height: float) -> None:
        """Take a new size of the columns and of the viewport; what is read stays in place."""
        width_changed = width != self.width
        self.width, self.height = width, height
        if width_changed:
            anchor = self._anchor()
            self._measure(anchor)
        else:
            self.settle()

    def set_apart(self, *, apart: bool) -> None:
        """Let each column flow by itself, or let all stand level; what is read stays in place."""
        if apart != self.apart:
            hold = self.hold()
            self.apart = apart
            self.settle()
            self.return_to(hold)
            self.extent_changed.emit()

    def scroll_to(self, top: float) -> None:
        """Move the viewport."""
        self.top = self._within(top)
        self.settle()

    def settle(self) -> None:
        """Lay out what is in view, and keep the first row in view where it is."""
        before = self.levels.total
        for _ in range(4):
            anchor = self._anchor()
            if not self._lay_out_view():
                break
            self._return_to(anchor)
        if self.levels.total != before:
            self.extent_changed.emit()
        self.changed.emit()

    @property
    def is_settled(self) -> bool:
        """Tell whether every block has its true height."""
        return not self._waiting

    @property
    def lowest_top(self) -> float:
        """Return how far down the viewport can go."""
        return float(max(0, ceil(self.levels.total - self.height)))

    def top_of(self, column: int) -> float:
        """Return where the viewport begins in a column, in pixels from the column's top.

        In a column that flows by itself the words that stand level are those where one reads.
        """
        if not self.apart:
            return self.top
        line = self.height * _READ_AT
        top = self.levels.to_flow(column, self.top + line) - line
        return max(0.0, min(top, self.levels.flow_total(column) - self.height))

    def slots(self, column: int) -> list[Slot]:
        """Return the blocks of a column that are in view, in reading order."""
        top = self.top_of(column)
        slots = self.levels.flow_slots if self.apart else self.levels.slots
        return list(slots(column, top, top + self.height))

    def rows_in_view(self, column: int) -> range:
        """Return the rows of which a column shows something."""
        top = self.top_of(column)
        if self.apart:
            return self.levels.flow_rows(column, top, top + self.height)
        return self.levels.rows_between(top, top + self.height)

    def block_top(self, column: int, block: int) -> float:
        """Return where a block begins, in pixels from its column's top."""
        if self.apart:
            return self.levels.flow_top_of(column, block)
        return self.levels.top_of(column, block)

    def place_y(self, column: int, place: int) -> tuple[float, float]:
        """Return from where to where the line of a place reaches, laying it out if needed."""
        block = self.columns[column].block_at(place)
        if block is None:
            return 0.0, 0.0
        self._lay_out(column, block.number)
        caret = block.caret(place)
        top = self.block_top(column, block.number) + caret.y()
        return top, top + caret.height()

    def depth(self, column: int, place: int, *, end: bool) -> float:
        """Return how far down a place stands, guessed where nothing is laid out yet."""
        block = self.columns[column].block_at(max(0, place - 1) if end else place)
        if block is None:
            return 0.0
        top = self.block_top(column, block.number)
        if place <= block.span.start:
            return top
        if place >= block.span.end:
            return top + self.levels.heights[column][block.number]
        if block.is_laid_out:
            return top + block.depth_of(place)
        share = (place - block.span.start) / max(1, len(block.span))
        return top + share * self.levels.heights[column][block.number]

    def lay_out(self, column: int, number: int) -> Block:
        """Return a block with its lines."""
        self._lay_out(column, number)
        return self.columns[column].blocks[number]

    def is_in_view(self, column: int, span: Span) -> bool:
        """Tell whether the first line of a span is in view."""
        top, bottom = self.place_y(column, span.start)
        first = self.top_of(column)
        return top >= first and bottom <= first + self.height

    def first_baseline(self, row: int) -> float:
        """Return how far below the top of a row its first line of words stands."""
        block = self._first_block(row)
        return block.pad_top + block.style.rise if block is not None else self.style.leading

    def runs_right_to_left(self, row: int) -> bool:
        """Tell whether the words of a row begin at the right."""
        block = self._first_block(row)
        return block is not None and block.is_rtl

    def _first_block(self, row: int) -> Block | None:
        for column, blocks in enumerate(self.levels.rows[row]):
            if blocks:
                return self.columns[column].blocks[blocks.start]
        return None

    def hold(self, column: int = 0) -> "Hold | None":
        """Remember which words of a column stand at the top of the viewport."""
        slots = self.slots(column) if column < len(self.columns) else []
        if not slots:
            return None
        top = self.top_of(column)
        block = self.columns[column].blocks[slots[0].block]
        share = max(0.0, top - slots[0].top) / max(1.0, slots[0].height)
        return Hold(block.span.start, share, top <= 0.0)

    def return_to(self, hold: "Hold | None", column: int = 0) -> None:
        """Bring the words back that stood at the top, however they are laid out now."""
        if hold is None or column >= len(self.columns):
            return
        if hold.at_start:
            # Above the first words there is room, and what other columns have before them.
            self.scroll_to(0.0)
            self.extent_changed.emit()
            return
        block = self.columns[column].block_at(hold.place)
        if block is not None:
            for _ in range(2):
                # What is laid out on the way may move it: look again.
                height = self.levels.heights[column][block.number]
                top = self.block_top(column, block.number) + hold.share * height
                self._scroll_column(column, top)
            self.extent_changed.emit()

    def bring(self, column: int, span: Span) -> None:
        """Bring the start of a span to where one reads."""
        for _ in range(2):
            # What is laid out on the way may move it: look again.
            top, _ = self.place_y(column, span.start)
            self._scroll_column(column, top - self.height * _READ_AT)
        self.extent_changed.emit()

    def reveal(self, column: int, place: int) -> None:
        """Scroll as little as is needed to show the line of a place."""
        top, bottom = self.place_y(column, place)
        room, first = self.style.leading, self.top_of(column)
        if top < first:
            self._scroll_column(column, top - room)
        elif bottom > first + self.height:
            self._scroll_column(column, bottom - self.height + room)
        self.extent_changed.emit()

    def _scroll_column(self, column: int, top: float) -> None:
        """Move the viewport so that it begins at a height of a column."""
        if self.apart:
            line = self.height * _READ_AT
            top = self.levels.from_flow(column, top + line) - line
        self.scroll_to(top)

    def _measure(self, anchor: tuple[int, float] | None = None) -> None:
        """Estimate all heights anew, then lay out what is in view."""
        self._kept.clear()
        self._measured.clear()
        self._corrected_at = perf_counter()
        self.levels = self._estimated()
        self._waiting = [
            (column, block.number)
            for column, shown in enumerate(self.columns)
            for block in shown.blocks
        ]
        self._waiting.sort(key=lambda key: key[1], reverse=True)
        if anchor is not None:
            self._return_to(anchor)
        self.top = self._within(self.top)
        self.settle()
        self.extent_changed.emit()
        if self._waiting:
            self._timer.start()

    def _estimated(self) -> Levels:
        averages = average_widths(self.style)
        columns = self.columns
        numbers = [_numbers_by_passage(column) for column in columns]
        return Levels(
            rows=[_blocks_of_row(row, numbers) for row in self.rows],
            heights=[
                [block.estimate(self.width, averages[block.kind]) for block in column.blocks]
                for column in columns
            ],
            after=[[block.after for block in column.blocks] for column in columns],
            before=[self._before(row) for row in self.rows],
            least=[self.style.leading * 1.35 if row.has_gap else 0.0 for row in self.rows],
            margin=round(self.style.leading * 0.5),
        )

    def _before(self, row: Row) -> float:
        """Return the room above a row: the most that any of its first passages asks for."""
        return max(
            (
                self.style.blocks[self.columns[c].shown.article.passages[side.start].kind].before
                for c, side in enumerate(row.sides)
                if side
            ),
            default=0.0,
        )

    def _anchor(self) -> tuple[int, float]:
        if not self.levels.rows:
            return 0, 0.0
        line = self._line
        row = self.levels.row_at(line)
        height = max(1.0, self.levels.height_of_row(row))
        return row, (line - self.levels.start_of_row(row)) / height

    def _return_to(self, anchor: tuple[int, float]) -> None:
        """Bring a row back to where it stood against the top of the viewport."""
        row, share = anchor
        if self.top <= 0.0 or row >= len(self.levels.rows):
            return
        height = self.levels.height_of_row(row)
        line = self.levels.start_of_row(row) + share * height
        self.top = self._within(line - (self._line - self.top))

    @property
    def _line(self) -> float:
        """Return the height that stays in place when others are corrected."""
        return self.top + (self.height * _READ_AT if self.apart else 0.0)

    def _within(self, top: float) -> float:
        return float(round(min(max(0.0, top), self.lowest_top)))

    def _lay_out_view(self) -> bool:
        changed = False
        for column in range(len(self.columns)):
            for slot in self.slots(column):
                changed = self._lay_out(column, slot.block) or changed
        return changed

    def _lay_out(self, column: int, number: int) -> bool:
        """Lay out one block; tell whether its height is another one now."""
        block = self.columns[column].blocks[number]
        height = block.lay_out(self.width)
        key = (column, number)
        self._kept[key] = block
        self._kept.move_to_end(key)
        if len(self._kept) > _KEPT:
            _, oldest = self._kept.popitem(last=False)
            oldest.release()
        return self.levels.set_height(column, number, height)

    def _lay_out_slice(self) -> None:
        """Lay out some more of what is out of sight; correct the heights now and then."""
        end = perf_counter() + _SLICE
        while self._waiting and perf_counter() < end:
            column, number = self._waiting.pop()
            block = self.columns[column].blocks[number]
            if not block.is_laid_out:
                self._measured.append((column, number, block.lay_out(self.width)))
                block.release()
        if not self._waiting or end - self._corrected_at > _CORRECTING:
            self._correct()
            self._corrected_at = end
        if not self._waiting:
            self._timer.stop()
            self.settled.emit()

    def _correct(self) -> None:
        """Put measured heights in the place of estimates; what is in view stays there."""
        anchor = self._anchor()
        changes = [self.levels.set_height(*measured) for measured in self._measured]
        self._measured.clear()
        if any(changes):
            self._return_to(anchor)
            self.settle()
            self.extent_changed.emit()


def _no_levels() -> Levels:
    return Levels(rows=[], heights=[], after=[], before=[], least=[])


def _numbers_by_passage(column: Column) -> list[int]:
    """Return for each passage the number of its first block, and one past the last at the end."""
    firsts = [block.number for block in column.blocks if block.opens]
    return [*firsts, len(column.blocks)]


def _blocks_of_row(row: Row, numbers: Sequence[Sequence[int]]) -> tuple[range, ...]:
    return tuple(
        range(numbers[column][side.start], numbers[column][side.stop]) if side else range(0)
        for column, side in enumerate(row.sides)
    )
