"""How findings and marks are painted: two channels that never mix.

What the program found is underlines and carets; what the reader marked is grounds, and
dashed outlines for the echoes of a mark. Every class has a line of its own, so that the
colours are never needed to tell them apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from variorum.collation.values import VariantClass
from variorum.text import Span
from variorum.window.desk.block import Block
from variorum.window.desk.column import Found
from variorum.window.desk.people_signs import paint_letters, paint_settled
from variorum.window.desk.styles import DeskStyle
from variorum.window.desk.values import Mark
from variorum.window.theme import Theme

_RADIUS: Final = 3.0
_BAR: Final = 3.0
_BAR_AWAY: Final = 6.0
"""Pixels between a text and the bar beside it."""
_NO_CODE: Final = "yellow"
"""The colour of a highlight that has no code."""
_EDGE: Final = 0.6
"""How strong the outline of a lit difference is, from 0 to 1."""
_GLOW: Final = 0.12
"""How strong its ground is; the coloured words on it have to be read."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """Hold how an insertion is pointed at: reach in leadings, thickness in pixels."""

    reach: float
    width: float


_LOUD: Final = _Sign(0.16, 2.0)
_PLAIN: Final = _Sign(0.13, 1.4)
_QUIET: Final = _Sign(0.1, 1.1)


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold how a class is underlined: thickness in pixels, dashes in thicknesses."""

    width: float
    dashes: tuple[float, ...] = ()
    sign: _Sign = _QUIET
    """Where there is nothing to underline."""


_LINES: Final[Mapping[VariantClass, _Line]] = {
    VariantClass.TYPOGRAPHY: _Line(1.0, (1.0, 4.0)),
    VariantClass.SPELLING: _Line(1.5, (1.0, 1.0)),
    VariantClass.STYLE: _Line(1.5, (1.0, 2.0)),
    VariantClass.WORDING: _Line(2.0, (3.0, 1.6), _PLAIN),
    VariantClass.SUBSTANCE: _Line(2.6, sign=_LOUD),
}


_CHANGED: Final = _Line(1.5, (3.0, 1.6))
"""Under changed words of the furniture, in no class's colour: they have none."""


def colour_name(mark: Mark) -> str:
    """Return the name of the colour that a mark's lines have."""
    return mark.colours[0] if mark.colours else _NO_CODE


@dataclass(frozen=True, slots=True)
class BlockPaint:
    """Hold all that is painted with a block besides its words."""

    marks: Sequence[Mark]
    passing: Sequence[Span]
    """Words that the reader looks for."""
    passing_now: Span | None
    found: Sequence[Found]
    changed: Sequence[Span]
    """Words of the furniture that are others on the other side."""
    alone: Sequence[Span]
    """What this side alone has of the story."""
    alone_colour: QColor
    missing: Sequence[int]
    """Where this side lacks sentences of the story."""
    missing_colour: QColor
    selection: Span | None
    lit: Span | None
    """The span of the variant under the mouse, or of its partner."""
    lit_colour: QColor | None


def paint_block(
    painter: QPainter,
    block: Block,
    at: QPointF,
    paint: BlockPaint,
    *,
    style: DeskStyle,
    width: float,
) -> None:
    """Paint a block: ground, marks, selection, words, findings."""
    _paint_ground(painter, block, at, style, width)
    _paint_tints(painter, block, at, paint.marks, style.theme)
    _paint_passing(painter, block, at, paint, style.theme)
    _paint_lit(painter, block, at, paint)
    if paint.selection is not None:
        for rect in block.rects(paint.selection):
            painter.fillRect(rect.translated(at), style.theme["selection"])
    block.draw(painter, at)
    _paint_findings(painter, block, at, paint, style.theme)
    for mark in paint.marks:
        if mark.settled:
            paint_settled(painter, block, at, mark, style)
        elif mark.echo or mark.pending:
            _paint_echo(painter, block, at, mark, style.theme)
        elif mark.has_note:
            _paint_note_sign(painter, block, at, mark, style.theme)
    paint_letters(painter, block, at, paint.marks, style)


def _paint_findings(
    painter: QPainter, block: Block, at: QPointF, paint: BlockPaint, theme: Theme
) -> None:
    for span in paint.alone:
        _paint_alone(painter, block, at, span, paint.alone_colour)
    for place in paint.missing:
        _paint_caret_mark(painter, block, at, place, paint.missing_colour, _LOUD)
    for span in paint.changed:
        _paint_line(painter, block, at, span, theme["muted"], _CHANGED)
    for found in paint.found:
        _paint_found(painter, block, at, found, theme)


def _paint_ground(
    painter: QPainter, block: Block, at: QPointF, style: DeskStyle, width: float
) -> None:
    look = block.style
    if look.ground is None:
        return
    box = QRectF(at.x(), at.y(), width, block.height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.ground)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if look.bar is not None:
        side = box.right() - 3.0 if block.is_rtl else box.left()
        painter.fillRect(QRectF(side, box.top(), 3.0, box.height()), look.bar)
    if block.opens and look.label:
        painter.setFont(style.label)
        painter.setPen(look.colour)
        metrics = QFontMetricsF(style.label)
        words = metrics.horizontalAdvance(look.label)
        left = box.right() - look.pad_x - words if block.is_rtl else at.x() + look.pad_x
        painter.drawText(QPointF(left, at.y() + block.pad_top + look.rise), look.label)


def _paint_tints(
    painter: QPainter, block: Block, at: QPointF, marks: Sequence[Mark], theme: Theme
) -> None:
    """Paint the grounds of marks; where they overlap each keeps a band of its own."""
    own = [mark for mark in marks if not (mark.echo or mark.sign_only or mark.settled)]
    for span, over in layers(own):
        names = [name for mark in over for name in (mark.colours or (_NO_CODE,))]
        bands = list(dict.fromkeys(names)) if len(over) == 1 else names
        for rect in block.rects(span):
            inner = rect.adjusted(0, 1, 0, -1)
            step = inner.height() / len(bands)
            for number, name in enumerate(bands):
                band = QRectF(inner.x(), inner.y() + number * step, inner.width(), step)
                painter.fillRect(band.translated(at), theme.tint(name))


def layers(marks: Sequence[Mark]) -> list[tuple[Span, list[Mark]]]:
    """Cut overlapping marks into spans, each with the marks over it, in reading order."""
    if not marks:
        return []
    edges = sorted({place for mark in marks for place in (mark.span.start, mark.span.end)})
    if _apart(marks):
        return [(mark.span, [mark]) for mark in marks]
    pieces: list[tuple[Span, list[Mark]]] = []
    for start, end in pairwise(edges):
        over = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
        if over:
            pieces.append((Span(start, end), over))
    return pieces


def _apart(marks: Sequence[Mark]) -> bool:
    ordered = sorted(marks, key=lambda mark: mark.span)
    pairs = pairwise(ordered)
    return all(first.span.end <= second.span.start for first, second in pairs)


def _paint_passing(
    painter: QPainter, block: Block, at: QPointF, paint: BlockPaint, theme: Theme
) -> None:
    """Put a ground behind words that are looked for; the one that is gone to has an outline too."""
    for span in paint.passing:
        is_now = span == paint.passing_now
        painter.setBrush(theme["passing_now" if is_now else "passing"])
        painter.setPen(QPen(theme["text"], 1.2) if is_now else Qt.PenStyle.NoPen)
        for rect in block.rects(span):
            painter.drawRoundedRect(rect.adjusted(-1, 2, 1, -2).translated(at), 2.0, 2.0)


def glow_of(colour: QColor) -> QColor:
    """Return the ground of a lit difference of a colour."""
    return _fainter(colour, _GLOW)


def _fainter(colour: QColor, share: float) -> QColor:
    faint = QColor(colour)
    faint.setAlphaF(share)
    return faint


def _paint_lit(painter: QPainter, block: Block, at: QPointF, paint: BlockPaint) -> None:
    """Outline a difference; on a highlight it gets no ground, which would swallow the words."""
    span, colour = paint.lit, paint.lit_colour
    if span is None or colour is None:
        return
    rects = block.rects(span)
    if not len(span) and block.span.start <= span.start <= block.span.end:
        rects = [block.caret(span.start).adjusted(-4, 0, 4, 0)]
    on_tint = any(
        not mark.echo and mark.span.start < span.end and span.start < mark.span.end
        for mark in paint.marks
    )
    painter.setPen(QPen(_fainter(colour, _EDGE), 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush if on_tint else glow_of(colour))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1).translated(at), _RADIUS, _RADIUS)


def _paint_found(painter: QPainter, block: Block, at: QPointF, found: Found, theme: Theme) -> None:
    variant_class = found.variant.variant_class
    colour, line = theme.classes[variant_class], _LINES[variant_class]
    if not len(found.span):
        _paint_caret_mark(painter, block, at, found.span.start, colour, line.sign)
        return
    _paint_line(painter, block, at, found.span, colour, line)


def class_pen(variant_class: VariantClass, theme: Theme) -> QPen:
    """Return the pen that underlines the variants of a class."""
    return _pen(theme.classes[variant_class], _LINES[variant_class])


def _pen(colour: QColor, line: _Line) -> QPen:
    pen = QPen(colour, line.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if line.dashes:
        pen.setDashPattern(list(line.dashes))
    return pen


def _paint_line(
    painter: QPainter, block: Block, at: QPointF, span: Span, colour: QColor, line: _Line
) -> None:
    """Underline words."""
    painter.setPen(_pen(colour, line))
    for rect in block.rects(span):
        below = _baseline(block, rect) + block.style.leading * 0.13
        y = round(at.y() + below) + line.width / 2
        painter.drawLine(QPointF(at.x() + rect.left(), y), QPointF(at.x() + rect.right(), y))


def _paint_alone(painter: QPainter, block: Block, at: QPointF, span: Span, colour: QColor) -> None:
    """Put a bar beside the lines that one side alone has; underline what is less than all."""
    rects = block.rects(span)
    if not rects:
        return
    side = block.right + _BAR_AWAY if block.is_rtl else -_BAR_AWAY - _BAR
    top, bottom = rects[0].top(), rects[-1].bottom()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    bar = QRectF(at.x() + side, at.y() + top + 3.0, _BAR, bottom - top - 6.0)
    painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
    if span.covers(block.span):
        return
    for rect in rects:
        y = round(at.y() + _baseline(block, rect) + block.style.leading * 0.12)
        for line in (0, 3):
            painter.fillRect(QRectF(at.x() + rect.left(), y + line, rect.width(), 1.0), colour)


def _baseline(block: Block, line: QRectF) -> float:
    """Return where the words of a line stand; a line with a taller face has more room."""
    extra = max(0.0, line.height() - block.style.leading)
    return line.top() + extra / 2 + block.style.rise


def _paint_caret_mark(
    painter: QPainter, block: Block, at: QPointF, place: int, colour: QColor, sign: _Sign
) -> None:
    """Point from below at the place where the other side has words and this one has none."""
    if not block.span.start <= place <= block.span.end:
        return
    caret = block.caret(place).translated(at)
    tip = QPointF(caret.x() - 1.0, _baseline(block, caret) + 1.5)
    reach = block.style.leading * sign.reach
    painter.setPen(QPen(colour, sign.width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    below = tip.y() + reach * 1.35
    painter.drawPolyline(
        QPolygonF([QPointF(tip.x() - reach, below), tip, QPointF(tip.x() + reach, below)])
    )


def _paint_echo(painter: QPainter, block: Block, at: QPointF, mark: Mark, theme: Theme) -> None:
    name = colour_name(mark)
    pen = QPen(theme.line(name), 1.2)
    pen.setDashPattern([3.0, 2.2] if mark.echo else [1.0, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in block.rects(mark.span):
        box = rect.adjusted(-1.5, 1.0, 1.5, -1.0).translated(at)
        painter.drawRoundedRect(box, 2.0, 2.0)


def _paint_note_sign(
    painter: QPainter, block: Block, at: QPointF, mark: Mark, theme: Theme
) -> None:
    """Put a dot at the end of a mark that carries a note."""
    if not block.span.start < mark.span.end <= block.span.end:
        return
    rects = block.rects(mark.span)
    if not rects:
        return
    colour = theme["muted"] if mark.sign_only else theme.line(colour_name(mark))
    end = rects[-1].translated(at)
    x = end.left() if block.is_rtl else end.right()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(x, end.top() + 3.0), 3.0, 3.0)
