"""One piece of a passage as Qt lays it out: lines, places, rectangles.

Coordinates are pixels from the block's top left corner, its padding included; places are
code points of the article's text. Long passages come in several blocks.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from variorum.app.text_map import TextMap, chunks
from variorum.text import Article, PassageKind, Span
from variorum.window.desk.headlines import fitted
from variorum.window.desk.styles import BlockStyle, DeskStyle
from variorum.window.fonts import average_width

LONGEST: Final = 6_000
"""Code points of a block: 6,000 without a space take Qt 3 ms, a million 43 s (measured)."""
LONGEST_WIDE: Final = 2_000
"""The same where there are ideographs: 6,000 of them take Qt 100 ms (measured)."""
_LABEL_ROOM: Final = 10.0
_LABEL_SHARE: Final = 0.5
"""The most of a line that a label takes before the words."""
_STRONG: Final = ("L", "R", "AL")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


@dataclass(slots=True)
class Block:
    """Lay out one piece of a passage, and answer where its words stand."""

    number: int
    passage: int
    kind: PassageKind
    span: Span
    opens: bool
    """The first piece of its passage, which carries the label."""
    closes: bool
    article: Article
    style: BlockStyle
    label_width: float
    height: float = 0.0
    _usual: BlockStyle = field(init=False)
    """The style of its kind; that of a headline may have to be smaller."""
    _text: TextMap | None = None
    _direction: tuple[bool, bool] | None = None
    _layout: QTextLayout | None = None
    _width: float = 0.0
    _formats: tuple[QTextLayout.FormatRange, ...] = ()
    _lines: list["_Line"] = field(default_factory=list["_Line"])
    _rects: dict[Span, list[QRectF]] = field(default_factory=dict[Span, list[QRectF]])

    def __post_init__(self) -> None:
        """Keep the style that it was given."""
        self._usual = self.style

    @property
    def text(self) -> TextMap:
        """Return what is laid out; most blocks of a long article are never looked at."""
        if self._text is None:
            self._text = TextMap.of(self.article.text, self.span, lines=self.style.lines)
        return self._text

    @property
    def is_rtl(self) -> bool:
        """Tell whether the block runs from right to left, by its first strong letter."""
        return self._directions()[0]

    @property
    def is_mixed(self) -> bool:
        """Tell whether some letters run from right to left: one span may be several boxes."""
        return self._directions()[1]

    @property
    def right(self) -> float:
        """Return where the room of the words ends."""
        return self._width - self.style.pad_x

    @property
    def pad_top(self) -> float:
        """Return the room above the first line."""
        return self.style.pad_y if self.opens else 0.0

    @property
    def after(self) -> float:
        """Return the room below; pieces of one passage stand close."""
        return self.style.after if self.closes else 0.0

    def estimate(self, width: float, average: float) -> float:
        """Guess the height at a width, before anything is laid out."""
        room = max(1.0, min(width - 2 * self.style.pad_x, self.style.widest))
        # A line loses some room to its last word; characters stand in for positions here.
        length = len(self.span) * average
        lines = 1 if length <= room else int((length + self.label_width) * 1.03 // room) + 1
        return lines * self.style.leading + self._padding()

    def lay_out(self, width: float) -> float:
        """Break the text into lines for a width; return the height."""
        if self._layout is not None and self._width == width:
            return self.height
        if self.kind is PassageKind.HEADLINE:
            self.style = fitted(self._usual, self.text.view, width - 2 * self._usual.pad_x)
        layout = QTextLayout(self.text.view, self.style.font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if self.is_rtl else Qt.LayoutDirection.LeftToRight
        )
        if self.is_rtl:
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(list(self._formats))
        self.release()
        self._layout, self._width = layout, width
        self.height = self._break_lines(layout, width) + self._padding()
        return self.height

    def release(self) -> None:
        """Forget the lines; the height stays."""
        # The lines point into the layout: they go first.
        self._lines, self._rects = [], {}
        self._layout = None

    def set_formats(self, formats: Sequence[QTextLayout.FormatRange]) -> None:
        """Colour stretches of the text; takes effect with the next layout."""
        self._formats = tuple(formats)
        self.release()

    def draw(self, painter: QPainter, at: QPointF) -> None:
        """Paint the words."""
        painter.setPen(self.style.colour)
        self._laid_out().draw(painter, at)

    def rects(self, span: Span) -> list[QRectF]:
        """Return the boxes of the words of a span that stand in this block, line by line."""
        lines = self._laid_out_lines()
        known = self._rects.get(span)
        if known is not None:
            return known
        start, end = self.text.range_in_view(span)
        boxes: list[QRectF] = []
        for line in lines[bisect_right(lines, start, key=_last_of) :]:
            if line.first >= end:
                break
            boxes += self._boxes_of(line, max(start, line.first), min(end, line.last))
        self._rects[span] = boxes
        return boxes

    def caret(self, place: int) -> QRectF:
        """Return where the caret stands at a place."""
        position = self.text.to_view(place)
        line = self._line_at(position)
        return QRectF(_x_of(line, position), self._top_of(line), 1.0, self._room_of(line))

    def place_at(self, point: QPointF) -> int:
        """Return the place nearest to a point."""
        lines = self._laid_out_lines()
        chosen = next((line for line in lines if line.top + line.room > point.y()), lines[-1])
        return self.text.to_text(chosen.line.xToCursor(point.x()))

    def depth_of(self, place: int) -> float:
        """Return how deep a place stands, between lines too: for cutting a ribbon."""
        caret = self.caret(place)
        across = min(1.0, max(0.0, caret.x() / max(1.0, self._width)))
        return caret.y() + caret.height() * (1.0 - across if self.is_rtl else across)

    def line_span(self, place: int) -> Span:
        """Return the places of the line on which a place stands."""
        line = self._line_at(self.text.to_view(place))
        end = line.textStart() + line.textLength()
        last = end == self.text.length
        return self.text.span_in_text(line.textStart(), end if last else end - 1)

    def step(self, place: int, *, visually: int, by_word: bool) -> int | None:
        """Return the place one step to the right (1) or left (-1); None beyond the ends."""
        layout, position = self._laid_out(), self.text.to_view(place)
        onward = (visually > 0) != self.is_rtl
        if by_word:
            mode = QTextLayout.CursorMode.SkipWords
            go = layout.nextCursorPosition if onward else layout.previousCursorPosition
            after = go(position, mode)
        else:
            go = layout.rightCursorPosition if visually > 0 else layout.leftCursorPosition
            after = go(position)
        if after == position:
            return None
        moved = self.text.to_text(after)
        return moved if moved != place else self._past(place, onward=onward)

    def _past(self, place: int, *, onward: bool) -> int | None:
        """Step over a place that the view shows together with its neighbour."""
        target = place + 1 if onward else place - 1
        return target if self.span.start <= target <= self.span.end else None

    def goes_onward(self, visually: int) -> bool:
        """Tell whether a step to the right (1) or left (-1) leads on in the text."""
        return (visually > 0) != self.is_rtl

    @property
    def is_laid_out(self) -> bool:
        """Tell whether the lines are there."""
        return self._layout is not None

    @property
    def line_count(self) -> int:
        """Return the number of lines."""
        return self._laid_out().lineCount()

    def _directions(self) -> tuple[bool, bool]:
        if self._direction is None:
            view = self.text.view
            self._direction = runs_right_to_left(view), bool(_RIGHT_TO_LEFT.search(view))
        return self._direction

    def _padding(self) -> float:
        return self.pad_top + (self.style.pad_y if self.closes else 0.0)

    def _laid_out(self) -> QTextLayout:
        if self._layout is None:
            self.lay_out(self._width or 400.0)
        assert self._layout is not None  # noqa: S101 - laid out on the line above
        return self._layout

    def _break_lines(self, layout: QTextLayout, width: float) -> float:
        """Set lines at even distances, whatever fall-back faces they hold."""
        style, depth = self.style, 0.0
        inner = width - 2 * style.pad_x
        room = max(1.0, min(inner, style.widest))
        left = style.pad_x + (inner - room if self.is_rtl else 0.0)
        # Where a label would leave no room for words beside it, it has a line of its own.
        beside = self.label_width if self.label_width < room * _LABEL_SHARE else 0.0
        if self.label_width and not beside:
            depth += style.leading
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            indent = beside if line.lineNumber() == 0 else 0.0
            line.setLineWidth(max(1.0, room - indent))
            extra = max(0.0, line.height() - style.leading)
            top = self.pad_top + style.rise + depth + extra / 2 - line.ascent()
            line.setPosition(QPointF(left + (0.0 if self.is_rtl else indent), top))
            depth += style.leading + extra
        layout.endLayout()
        return depth

    def _top_of(self, line: QTextLine) -> float:
        """Return where the room of a line begins: lines touch, so that tints do."""
        extra = max(0.0, line.height() - self.style.leading)
        return line.y() + line.ascent() - self.style.rise - extra / 2

    def _room_of(self, line: QTextLine) -> float:
        return max(self.style.leading, line.height())

    def _line_at(self, position: int) -> QTextLine:
        layout = self._laid_out()
        line = layout.lineForTextPosition(min(position, self.text.length))
        return line if line.isValid() else layout.lineAt(layout.lineCount() - 1)

    def _boxes_of(self, line: "_Line", start: int, end: int) -> Iterator[QRectF]:
        """Walk over the boxes of a stretch of one line; trailing white space has no width."""
        for left, right in self._stretches(line.line, start, end):
            first, last = max(left, line.left), min(right, line.right)
            if last > first:
                yield QRectF(first, line.top, last - first, line.room)

    def _stretches(self, line: QTextLine, start: int, end: int) -> list[tuple[float, float]]:
        """Return from where to where a stretch reaches; one way of writing makes one piece."""
        if not self.is_mixed:
            return [_rising(_x_of(line, start), _x_of(line, end))]
        joined: list[tuple[float, float]] = []
        # The carets at a change of direction are ambiguous; the runs of glyphs are not.
        runs = [run.boundingRect() for run in line.glyphRuns(start, end - start)]
        for left, right in sorted((run.left(), run.right()) for run in runs):
            if joined and left <= joined[-1][1] + 0.5:
                joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
            else:
                joined.append((left, right))
        return joined

    def _laid_out_lines(self) -> list["_Line"]:
        """Return the lines with what Qt is asked for once."""
        layout = self._laid_out()
        if not self._lines:
            self._lines = [self._line(layout.lineAt(n)) for n in range(layout.lineCount())]
        return self._lines

    def _line(self, line: QTextLine) -> "_Line":
        words, start = line.naturalTextRect(), line.textStart()
        return _Line(
            line=line,
            first=start,
            last=start + line.textLength(),
            top=self._top_of(line),
            room=self._room_of(line),
            left=words.left(),
            right=words.right(),
        )


class _Line(NamedTuple):
    """Hold a line, its positions, its room, and from where to where its words reach."""

    line: QTextLine
    first: int
    last: int
    top: float
    room: float
    left: float
    right: float


def _last_of(line: _Line) -> int:
    return line.last


def _x_of(line: QTextLine, position: int) -> float:
    # PySide returns the position that it was given as well.
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def _rising(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def blocks_of(article: Article, style: DeskStyle) -> list[Block]:
    """Cut an article's passages into blocks."""
    blocks: list[Block] = []
    labels = {kind: label_width(look, style) for kind, look in style.blocks.items()}
    for number, passage in enumerate(article.passages):
        longest = _longest(article.text, passage.words)
        for piece in chunks(article.text, passage.words, limit=longest):
            opens = piece.start == passage.words.start
            blocks.append(
                Block(
                    number=len(blocks),
                    passage=number,
                    kind=passage.kind,
                    span=piece,
                    opens=opens,
                    closes=piece.end == passage.words.end,
                    article=article,
                    style=style.blocks[passage.kind],
                    label_width=labels[passage.kind] if opens else 0.0,
                )
            )
    return blocks


def _longest(text: str, words: Span) -> int:
    """Return how long the blocks of a passage may be."""
    if len(words) <= LONGEST_WIDE:
        return LONGEST
    sample = text[words.start : words.end : 97]
    return LONGEST_WIDE if max(sample) >= "\u2e80" else LONGEST


def label_width(look: BlockStyle, style: DeskStyle) -> float:
    """Return the room that a box's label takes on its first line."""
    if not look.label:
        return 0.0
    return QFontMetricsF(style.label).horizontalAdvance(look.label) + _LABEL_ROOM


def average_widths(style: DeskStyle) -> dict[PassageKind, float]:
    """Return the mean width of a character of each kind of passage."""
    return {kind: average_width(look.font) for kind, look in style.blocks.items()}


def runs_right_to_left(view: str) -> bool:
    """Tell whether the first strong letter of a text runs from right to left."""
    if view.isascii():
        return False
    for char in view:
        direction = unicodedata.bidirectional(char)
        if direction in _STRONG:
            return direction != "L"
    return False
