"""One article on the desk: its blocks, and which marks and variants touch each of them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QTextCharFormat, QTextLayout

from variorum.collation.values import Variant, VariantClass
from variorum.text import Article, PassageKind, Span
from variorum.window.desk.block import Block, blocks_of
from variorum.window.desk.styles import DeskStyle
from variorum.window.desk.values import Mark, PaneArticle

_CLASSES = tuple(VariantClass)
"""From the quietest to the loudest."""
_COLOURED = frozenset({VariantClass.WORDING, VariantClass.SUBSTANCE})
"""Their words take the class's colour; the quiet classes keep to their underline."""


def paragraph_at(article: Article, passage: int) -> tuple[int, int]:
    """Return the number of the paragraph at or before a passage, and how many there are.

    The lead is 1; a headline stands before it, at 0.
    """
    are_paragraphs = [one.kind is PassageKind.PARAGRAPH for one in article.passages]
    return sum(are_paragraphs[: passage + 1]), sum(are_paragraphs)


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a variant with its span on this side, and the column of the version that has it."""

    variant: Variant
    span: Span
    version: int


@dataclass(slots=True)
class Column:
    """Hold what one pane shows."""

    shown: PaneArticle
    blocks: list[Block]
    marks: tuple[Mark, ...] = ()
    found: tuple[Found, ...] = ()
    passing: tuple[Span, ...] = ()
    """Where the words stand that the reader looks for."""
    passing_now: Span | None = None
    """The one of them that she is at."""
    _alone_at: dict[int, list[Span]] = field(default_factory=dict[int, list[Span]])
    _changed_at: dict[int, list[Span]] = field(default_factory=dict[int, list[Span]])
    _missing_at: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    _starts: list[int] = field(default_factory=list[int])
    _marks_at: dict[int, list[Mark]] = field(default_factory=dict[int, list[Mark]])
    _given: tuple[Mark, ...] = ()
    _mark_numbers: dict[int, range] = field(default_factory=dict[int, range])
    _found_at: dict[int, list[Found]] = field(default_factory=dict[int, list[Found]])
    _passing_at: dict[int, list[Span]] = field(default_factory=dict[int, list[Span]])

    @classmethod
    def of(cls, shown: PaneArticle, style: DeskStyle) -> "Column":
        """Cut an article into blocks."""
        blocks = blocks_of(shown.article, style)
        return cls(shown, blocks, _starts=[block.span.start for block in blocks])

    @property
    def text(self) -> str:
        """Return the article's text."""
        return self.shown.article.text

    def block_at(self, place: int) -> Block | None:
        """Return the block that holds a place, or stands before it."""
        if not self.blocks:
            return None
        return self.blocks[max(0, bisect_right(self._starts, place) - 1)]

    def numbers_over(self, span: Span) -> range:
        """Return the numbers of the blocks that a span reaches into."""
        if not self.blocks:
            return range(0)
        first = max(0, bisect_right(self._starts, span.start) - 1)
        last = max(first + 1, bisect_right(self._starts, max(span.start, span.end - 1)))
        if self.blocks[first].span.end < span.start or (
            self.blocks[first].span.end == span.start and len(span)
        ):
            first += 1
        return range(first, max(first, last))

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Show other marks."""
        before, self._given = self._given, tuple(marks)
        self.marks = tuple(sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)))
        # Most marks are the very values of before, which are alive until the end of this: where
        # they are is looked up once.
        known, self._mark_numbers = self._mark_numbers, {}
        self._marks_at = {}
        for mark in self.marks:
            numbers = known.get(id(mark))
            if numbers is None:
                numbers = self.numbers_over(mark.span)
            self._mark_numbers[id(mark)] = numbers
            for number in numbers:
                self._marks_at.setdefault(number, []).append(mark)
        del before

    def shows(self, marks: Sequence[Mark]) -> bool:
        """Tell whether these very marks are shown already."""
        same = len(marks) == len(self._given)
        return same and all(one is other for one, other in zip(marks, self._given, strict=True))

    def set_found(self, found: Iterable[Found], colours: Mapping[VariantClass, QColor]) -> None:
        """Show other variants, and colour the words of the louder ones."""
        before = set(self._found_at)
        self.found = tuple(found)
        self._found_at = {}
        for one in _painted(self.found):
            for number in self.numbers_over(one.span):
                self._found_at.setdefault(number, []).append(one)
        for number in before | set(self._found_at):
            self.blocks[number].set_formats(self._formats(number, colours))

    def set_passing(self, spans: Sequence[Span], now: Span | None) -> None:
        """Show where the words stand that the reader looks for."""
        self.passing, self.passing_now = tuple(spans), now
        self._passing_at = {}
        for span in spans:
            for number in self.numbers_over(span):
                self._passing_at.setdefault(number, []).append(span)

    def passing_in(self, block: Block) -> Sequence[Span]:
        """Return the words in a block that the reader looks for."""
        return self._passing_at.get(block.number, ())

    def set_alone(self, spans: Iterable[Span]) -> None:
        """Show which stretches of the story this side alone has."""
        self._alone_at = {}
        for span in spans:
            for number in self.numbers_over(span):
                self._alone_at.setdefault(number, []).append(span)

    def set_changed(self, spans: Iterable[Span]) -> None:
        """Show which words of the furniture are others on the other side."""
        self._changed_at = {}
        for span in spans:
            for number in self.numbers_over(span):
                self._changed_at.setdefault(number, []).append(span)

    def changed_in(self, block: Block) -> Sequence[Span]:
        """Return the words of furniture in a block that were changed."""
        return self._changed_at.get(block.number, ())

    def set_missing(self, places: Iterable[int]) -> None:
        """Show where this side lacks sentences that the other one has."""
        self._missing_at = {}
        for place in places:
            block = self.block_at(max(0, place - 1))
            if block is not None:
                self._missing_at.setdefault(block.number, []).append(place)

    def alone_in(self, block: Block) -> Sequence[Span]:
        """Return the stretches in a block that this side alone has."""
        return self._alone_at.get(block.number, ())

    def missing_in(self, block: Block) -> Sequence[int]:
        """Return the places in a block where this side lacks sentences."""
        return self._missing_at.get(block.number, ())

    def marks_in(self, block: Block) -> Sequence[Mark]:
        """Return the marks that touch a block, in reading order."""
        return self._marks_at.get(block.number, ())

    def found_in(self, block: Block) -> Sequence[Found]:
        """Return the variants that touch a block, in reading order."""
        return self._found_at.get(block.number, ())

    def found_at(self, place: int) -> list[Found]:
        """Return the shown variants in which a place stands, the loudest and shortest first."""
        here = [one for one in self.found if one.span.start <= place <= one.span.end]
        here.sort(key=lambda one: (one.variant.variant_class.is_quiet, len(one.span)))
        return here

    def marks_over(self, place: int) -> list[Mark]:
        """Return the marks over a place, the shortest first: that one is meant by a click."""
        block = self.block_at(place)
        if block is None:
            return []
        marks = (mark for mark in self.marks_in(block) if not mark.sign_only)
        over = [mark for mark in marks if mark.span.start <= place < mark.span.end]
        return sorted(over, key=lambda mark: len(mark.span))

    def _formats(
        self, number: int, colours: Mapping[VariantClass, QColor]
    ) -> list[QTextLayout.FormatRange]:
        block = self.blocks[number]
        return [
            _coloured(block, one.span, colours[one.variant.variant_class])
            for one in self._found_at.get(number, ())
            if one.variant.variant_class in _COLOURED and len(one.span)
        ]


def _painted(found: Sequence[Found]) -> Iterable[Found]:
    """Return what is painted: of what several versions did to the same words, the loudest."""
    loudest: dict[Span, Found] = {}
    for one in found:
        known = loudest.get(one.span)
        if known is None or _loudness(one) > _loudness(known):
            loudest[one.span] = one
    return loudest.values()


def _loudness(found: Found) -> int:
    return _CLASSES.index(found.variant.variant_class)


def _coloured(block: Block, span: Span, colour: QColor) -> QTextLayout.FormatRange:
    start, end = block.text.range_in_view(span)
    words = QTextCharFormat()
    words.setForeground(colour)
    stretch = QTextLayout.FormatRange()
    stretch.start = start  # pyright: ignore[reportAttributeAccessIssue] - stubs lack the fields
    stretch.length = end - start  # pyright: ignore[reportAttributeAccessIssue]
    stretch.format = words  # pyright: ignore[reportAttributeAccessIssue]
    return stretch
