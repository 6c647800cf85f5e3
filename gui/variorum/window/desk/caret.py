"""Where the caret goes: by character, word, line, page, in the article's own places."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QTextBoundaryFinder

from variorum.text import Span
from variorum.window.desk.block import Block
from variorum.window.desk.stage import Stage


class Move(Enum):
    """Name a movement of the caret."""

    LEFT = auto()
    RIGHT = auto()
    WORD_LEFT = auto()
    WORD_RIGHT = auto()
    UP = auto()
    DOWN = auto()
    LINE_START = auto()
    LINE_END = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    START = auto()
    END = auto()


_VERTICAL = frozenset({Move.UP, Move.DOWN, Move.PAGE_UP, Move.PAGE_DOWN})


@dataclass(slots=True)
class Caret:
    """Hold the selection of one pane: an anchor that stays and a place that moves."""

    stage: Stage
    column: int
    anchor: int = 0
    place: int = 0
    _goal: float | None = None
    """The distance from the left that moving up and down keeps."""

    @property
    def span(self) -> Span:
        """Return what is selected, empty when nothing is."""
        return Span(min(self.anchor, self.place), max(self.anchor, self.place))

    def put(self, place: int, *, keep_anchor: bool = False) -> None:
        """Go to a place."""
        self.place = place
        self._goal = None
        if not keep_anchor:
            self.anchor = place

    def select(self, span: Span) -> None:
        """Select a span, with the caret at its end."""
        self.anchor, self.place, self._goal = span.start, span.end, None

    def move(self, move: Move, *, keep_anchor: bool) -> None:
        """Move by one of the reader's units."""
        goal = self._goal
        if move in _VERTICAL:
            goal = self._x() if goal is None else goal
            target = self._vertical(move, goal)
        else:
            goal = None
            target = self._horizontal(move, collapse=not keep_anchor and bool(len(self.span)))
        self.put(target, keep_anchor=keep_anchor)
        self._goal = goal

    def _block(self) -> Block:
        block = self.stage.columns[self.column].block_at(self.place)
        assert block is not None  # noqa: S101 - a pane without blocks takes no keys
        return self.stage.lay_out(self.column, block.number)

    def _x(self) -> float:
        return self._block().caret(self.place).x()

    def _horizontal(self, move: Move, *, collapse: bool) -> int:
        blocks = self.stage.columns[self.column].blocks
        match move:
            case Move.START:
                return blocks[0].span.start
            case Move.END:
                return blocks[-1].span.end
            case Move.LINE_START:
                return self._block().line_span(self.place).start
            case Move.LINE_END:
                return self._block().line_span(self.place).end
            case Move.LEFT | Move.RIGHT if collapse:
                onward = self._block().goes_onward(1 if move is Move.RIGHT else -1)
                return self.span.end if onward else self.span.start
            case _:
                visually = 1 if move in (Move.RIGHT, Move.WORD_RIGHT) else -1
                by_word = move in (Move.WORD_LEFT, Move.WORD_RIGHT)
                return self._step(visually, by_word=by_word)

    def _step(self, visually: int, *, by_word: bool) -> int:
        block = self._block()
        place = min(max(self.place, block.span.start), block.span.end)
        target = block.step(place, visually=visually, by_word=by_word)
        if target is not None:
            return target
        onward = block.goes_onward(visually)
        neighbour = self._neighbour(block, 1 if onward else -1)
        if neighbour is None:
            return place
        return neighbour.span.start if onward else neighbour.span.end

    def _neighbour(self, block: Block, by: int) -> Block | None:
        blocks = self.stage.columns[self.column].blocks
        number = block.number + by
        if not 0 <= number < len(blocks):
            return None
        return self.stage.lay_out(self.column, number)

    def _vertical(self, move: Move, x: float) -> int:
        if move in (Move.UP, Move.DOWN):
            return self._line(1 if move is Move.DOWN else -1, x)
        top, bottom = self.stage.place_y(self.column, self.place)
        page = self.stage.height - self.stage.style.leading * 2
        y = (top + bottom) / 2 + (page if move is Move.PAGE_DOWN else -page)
        return place_at(self.stage, self.column, QPointF(x, y))

    def _line(self, by: int, x: float) -> int:
        """Return the place above or below, in the next block when this one ends."""
        block = self._block()
        caret = block.caret(self.place)
        y = caret.center().y() + by * block.style.leading
        if block.pad_top <= y <= block.height:
            return block.place_at(QPointF(x, y))
        neighbour = self._neighbour(block, by)
        if neighbour is None:
            return block.span.end if by > 0 else block.span.start
        edge = neighbour.pad_top + 1.0 if by > 0 else neighbour.height - 1.0
        return neighbour.place_at(QPointF(x, edge))


def place_at(stage: Stage, column: int, point: QPointF) -> int:
    """Return the place nearest to a point of the desk, x from the column's left edge."""
    nearest = _nearest(stage, column, point.y())
    if nearest is None:
        return 0
    block = stage.lay_out(column, nearest)
    top = stage.block_top(column, nearest)
    if point.y() < top:
        return block.span.start
    if point.y() > top + block.height:
        return block.span.end
    return block.place_at(QPointF(point.x(), point.y() - top))


def _nearest(stage: Stage, column: int, y: float) -> int | None:
    """Return the block at a height, else the last one above it, else the first."""
    blocks = stage.columns[column].blocks
    if not blocks:
        return None
    tops = range(len(blocks))
    return max(0, bisect_right(tops, y, key=lambda n: stage.block_top(column, n)) - 1)


def word_at(block: Block, place: int) -> Span:
    """Return the word at a place of a block, or the stretch between words."""
    position = block.text.to_view(place)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Word, block.text.view)
    finder.setPosition(position)
    start = position if finder.isAtBoundary() else finder.toPreviousBoundary()
    finder.setPosition(start)
    end = finder.toNextBoundary()
    return block.text.span_in_text(max(0, start), end if end >= 0 else block.text.length)
