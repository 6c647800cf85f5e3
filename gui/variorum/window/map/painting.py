"""Paint the parts of a map: cells, names, passages, figures; the same on screen and in files.

Every fate has a sign beside its colour: the lines that its class has on the desk, a stroke for
what is cut, a cross for what is added, hatching for the share that is gone. Nothing is
clipped and no pattern is used: drawings in SVG know neither.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
)

from variorum.app.story_map import Edition, Fate, Line, Square
from variorum.collation.values import Relation, VariantClass
from variorum.ids import ArticleId
from variorum.text import Span
from variorum.window.fonts import interface_font, reading_font
from variorum.window.labels import broken_lines, is_right_to_left
from variorum.window.map.words import DIVIDED, FATES, MOVED, facts_of, label_of, said, short
from variorum.window.summary_strip import percent_kept
from variorum.window.theme import Theme

ROW: Final = 26.0
"""The height of a row, in pixels; all lengths here are pixels."""
HEAD: Final = 50.0
TALL_HEAD: Final = 128.0
"""The height of names that are turned upright because the columns are narrow."""
NARROW: Final = 96.0
"""Columns below this width have their names upright."""
THINNEST, WIDEST = 50.0, 190.0
LABEL: Final = 88.0
"""The room of a passage's number or kind, before its words."""
_INSET: Final = 2.0
_ROUND: Final = 3.0
_PAD: Final = 8.0
_SMALL, _TEXT = 11.0, 13.0
_HATCH: Final = 6.0
_SPARE: Final = 10.0
"""Room for words that another program sets in a wider face."""
_DOTTED, _DASHED, _SOLID = (1.0, 2.0), (3.0, 1.6), ()


@dataclass(frozen=True, slots=True)
class _Stroke:
    """Hold the line at the foot of a cell; dashes in thicknesses."""

    width: float
    dashes: Sequence[float]


_STROKES: Final[Mapping[Fate, _Stroke]] = {
    Fate.QUIET: _Stroke(1.5, _DOTTED),
    Fate.CHANGED: _Stroke(1.5, _DASHED),
    Fate.WORDING: _Stroke(2.0, _DASHED),
    Fate.SUBSTANCE: _Stroke(2.8, _SOLID),
}


@dataclass(frozen=True, slots=True)
class Ink:
    """Hold the colours of a map."""

    theme: Theme

    def ground(self, square: Square) -> QColor:
        """Return the ground of a cell."""
        theme = self.theme
        match square.fate:
            case Fate.SUBSTANCE:
                return mixed(theme["pane"], theme.classes[VariantClass.SUBSTANCE], 0.26)
            case Fate.WORDING:
                return mixed(theme["pane"], theme.classes[VariantClass.WORDING], 0.18)
            case Fate.ADDED:
                return mixed(theme["pane"], theme["added"], 0.22)
            case Fate.CHANGED:
                return theme["aside_ground"]
            case Fate.CUT | Fate.ABSENT:
                return theme["pane"]
            case _:
                kept = mixed(theme["pane"], theme["muted"], 0.16)
                return theme["ribbon_moved"] if square.moved else kept

    def line(self, square: Square) -> QColor:
        """Return the colour of a cell's signs."""
        theme = self.theme
        if square.fate is Fate.QUIET and square.moved:
            # On the ground of what was moved its own colour would be too faint.
            return theme["text"]
        lines = {
            Fate.QUIET: theme.classes[VariantClass.STYLE],
            Fate.WORDING: theme.classes[VariantClass.WORDING],
            Fate.SUBSTANCE: theme.classes[VariantClass.SUBSTANCE],
            Fate.CHANGED: theme["aside"],
            Fate.ADDED: theme["added"],
            Fate.ABSENT: theme["muted"],
        }
        return lines.get(square.fate, theme["cut"])


def mixed(ground: QColor, colour: QColor, share: float) -> QColor:
    """Return a ground tinted with a share of a colour."""
    return QColor(
        *(
            round(one * (1 - share) + other * share)
            for one, other in zip(
                (ground.red(), ground.green(), ground.blue()),
                (colour.red(), colour.green(), colour.blue()),
                strict=True,
            )
        )
    )


# --- cells ------------------------------------------------------------------------------------


def paint_square(painter: QPainter, rect: QRectF, square: Square, ink: Ink) -> None:
    """Paint what became of a passage."""
    box = rect.adjusted(_INSET, _INSET, -_INSET, -_INSET)
    line = ink.line(square)
    match square.fate:
        case Fate.CUT:
            _hatch(painter, box, line)
            _outline(painter, box, line)
            _stroke(
                painter, QLineF(box.center() - QPointF(7, 0), box.center() + QPointF(7, 0)), line
            )
        case Fate.ABSENT:
            _dot(painter, box.center(), line)
        case Fate.PARTLY:
            _paint_partly(painter, box, square, ink)
        case _:
            _ground(painter, box, ink.ground(square))
    stroke = _STROKES.get(square.fate)
    if stroke is not None:
        _underline(painter, box, line, stroke)
    if square.fate is Fate.ADDED:
        _cross(painter, box.center(), line)
    if square.fate in _WITH_SHARE and 0 < square.kept < 1:
        painter.setFont(interface_font(_SMALL))
        painter.setPen(ink.theme["text"])
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, percent_kept(square.kept))
    if square.moved:
        _arrow(painter, QPointF(box.right() - 8, box.center().y()), ink.theme["text"])
    if square.divided:
        _fork(painter, QPointF(box.left() + 8, box.center().y()), ink.theme["text"])


_WITH_SHARE: Final = frozenset({Fate.WORDING, Fate.PARTLY, Fate.SUBSTANCE})


def paint_focus(painter: QPainter, rect: QRectF, ink: Ink) -> None:
    """Paint the frame of the cell that has the keys."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(ink.theme["accent"], 2.0))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), _ROUND + 1, _ROUND + 1)


def _pen(colour: QColor, width: float, cap: Qt.PenCapStyle) -> QPen:
    return QPen(QBrush(colour), width, Qt.PenStyle.SolidLine, cap)


def _ground(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(box, _ROUND, _ROUND)


def _outline(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)


def _paint_partly(painter: QPainter, box: QRectF, square: Square, ink: Ink) -> None:
    """Fill the share that was kept; hatch what is gone."""
    edge = box.left() + box.width() * square.kept
    gone = QRectF(QPointF(edge, box.top()), box.bottomRight())
    _ground(painter, QRectF(box.topLeft(), QPointF(edge, box.bottom())), ink.ground(square))
    # Light, so that figures can be read on it.
    _hatch(painter, gone, mixed(ink.theme["pane"], ink.line(square), 0.4))
    _outline(painter, box, ink.line(square))


def _hatch(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Draw strokes from the lower left to the upper right, each cut off at the box by reckoning."""
    strokes = QPainterPath()
    for number in range(1, int((box.width() + box.height()) / _HATCH) + 1):
        along = number * _HATCH
        # How far the stroke is from the top where it enters the box, and where it leaves.
        high, low = max(0.0, along - box.width()), min(along, box.height())
        if high < low:
            x, y = box.left() + along, box.top()
            strokes.moveTo(x - high, y + high)
            strokes.lineTo(x - low, y + low)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 0.8))
    painter.drawPath(strokes)


def _underline(painter: QPainter, box: QRectF, colour: QColor, stroke: _Stroke) -> None:
    pen = _pen(colour, stroke.width, Qt.PenCapStyle.FlatCap)
    if stroke.dashes:
        pen.setDashPattern(list(stroke.dashes))
    painter.setPen(pen)
    y = box.bottom() - stroke.width / 2 - 1
    painter.drawLine(QPointF(box.left() + 3, y), QPointF(box.right() - 3, y))


def _stroke(painter: QPainter, line: QLineF, colour: QColor) -> None:
    painter.setPen(_pen(colour, 2.4, Qt.PenCapStyle.RoundCap))
    painter.drawLine(line)


def _cross(painter: QPainter, at: QPointF, colour: QColor) -> None:
    _stroke(painter, QLineF(at - QPointF(5, 0), at + QPointF(5, 0)), colour)
    _stroke(painter, QLineF(at - QPointF(0, 5), at + QPointF(0, 5)), colour)


def _dot(painter: QPainter, at: QPointF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(at, 1.5, 1.5)


def _arrow(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Draw an arrow that points both up and down."""
    painter.setPen(_pen(colour, 1.4, Qt.PenCapStyle.RoundCap))
    top, bottom = at - QPointF(0, 6), at + QPointF(0, 6)
    painter.drawLine(top, bottom)
    for tip, way in ((top, 3.0), (bottom, -3.0)):
        painter.drawLine(tip, tip + QPointF(-3, way))
        painter.drawLine(tip, tip + QPointF(3, way))


def _fork(painter: QPainter, at: QPointF, colour: QColor) -> None:
    """Draw one line that becomes two."""
    painter.setPen(_pen(colour, 1.4, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at - QPointF(4, 0), at)
    painter.drawLine(at, at + QPointF(4, -4))
    painter.drawLine(at, at + QPointF(4, 4))


# --- words around the cells -------------------------------------------------------------------


def column_width(room: float, columns: int) -> float:
    """Return the width of each column in a room: never too thin to be read."""
    return max(THINNEST, min(WIDEST, room / max(1, columns)))


def head_height(width: float) -> float:
    """Return the height of the names above columns of a width."""
    return HEAD if width >= NARROW else TALL_HEAD


def paint_name(
    painter: QPainter, rect: QRectF, edition: Edition, ink: Ink, *, current: bool = False
) -> None:
    """Paint a version's name above its column, upright where the column is narrow."""
    painter.save()
    box = QRectF(rect)
    if rect.width() < NARROW:
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        box = QRectF(0, 0, rect.height(), rect.width())
    font = interface_font(_TEXT, strong=True)
    lines = broken_lines(
        edition.name, QTextLayout("", font), width=int(box.width() - 2 * _PAD), lines=2
    )
    facts = facts_of(edition)
    if facts and len(lines) < 2:
        lines.append(facts)
    height = 17.0
    top = box.center().y() - height * len(lines) / 2
    for number, words in enumerate(lines):
        is_fact = bool(facts) and number == len(lines) - 1 and words == facts
        painter.setFont(interface_font(_SMALL) if is_fact else font)
        colour = "muted" if is_fact else "accent" if current else "text"
        painter.setPen(ink.theme[colour])
        _draw_words(painter, QRectF(box.left() + _PAD, top, box.width() - 2 * _PAD, height), words)
        top += height
    painter.restore()


def paint_line(
    painter: QPainter, rect: QRectF, line: Line, ink: Ink, *, current: bool = False
) -> None:
    """Paint what a passage is, and its first words."""
    theme = ink.theme
    box = rect.adjusted(_PAD, 0, -_PAD, 0)
    font = interface_font(_SMALL)
    painter.setFont(font)
    painter.setPen(theme["added" if line.is_added else "muted"])
    _draw_words(painter, QRectF(box.left(), box.top(), LABEL - _PAD, box.height()), label_of(line))
    font = reading_font(_TEXT, italic=line.kind.is_furniture)
    painter.setFont(font)
    colour = "accent" if current else "muted" if line.kind.is_furniture else "text"
    painter.setPen(theme[colour])
    _draw_words(painter, box.adjusted(LABEL, 0, -_SPARE, 0), short(line.words))


def paint_figure(painter: QPainter, rect: QRectF, words: str, ink: Ink) -> None:
    """Paint a figure at the foot of a column."""
    painter.setFont(interface_font(_TEXT))
    painter.setPen(ink.theme["text"])
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def paint_figure_name(painter: QPainter, rect: QRectF, words: str, ink: Ink) -> None:
    """Paint what a line of figures counts."""
    painter.setFont(interface_font(_TEXT, strong=True))
    painter.setPen(ink.theme["text"])
    _draw_words(painter, rect.adjusted(_PAD, 0, -_PAD, 0), words)


def _draw_words(painter: QPainter, box: QRectF, words: str) -> None:
    """Draw words on one line, in their own direction, cut at the box."""
    is_backwards = is_right_to_left(words)
    side = Qt.AlignmentFlag.AlignRight if is_backwards else Qt.AlignmentFlag.AlignLeft
    words = _elided(words, painter.font(), box.width())
    absolute = Qt.AlignmentFlag.AlignAbsolute
    way = Qt.LayoutDirection.RightToLeft if is_backwards else Qt.LayoutDirection.LeftToRight
    painter.setLayoutDirection(way)
    painter.drawText(box, side | absolute | Qt.AlignmentFlag.AlignVCenter, words)


def _elided(words: str, font: QFont, width: float) -> str:
    return QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


# --- the legend -------------------------------------------------------------------------------


def legend() -> list[tuple[Square, str]]:
    """Return an example of each sign with what it means."""
    nowhere = ArticleId(0)
    fates = [
        (Square(fate, nowhere, Span(0, 0), kept=0.6 if fate is Fate.PARTLY else 1.0), words)
        for fate, words in FATES.items()
        if fate is not Fate.ABSENT
    ]
    shifts = [
        (Square(Fate.KEPT, nowhere, Span(0, 0), moved=True), MOVED),
        (Square(Fate.KEPT, nowhere, Span(0, 0), relation=Relation.SPLIT), DIVIDED),
    ]
    return [(square, said(words)) for square, words in (*fates, *shifts)]


def legend_places(width: float) -> tuple[list[QRectF], float]:
    """Return where the entries of the legend stand in a width, and the height of all."""
    metrics = QFontMetricsF(interface_font(_SMALL))
    places: list[QRectF] = []
    x, y = _PAD, 4.0
    for _, words in legend():
        wide = _SWATCH + 5 + metrics.horizontalAdvance(words) + 14
        if x > _PAD and x + wide > width:
            x, y = _PAD, y + _LEGEND_ROW
        places.append(QRectF(x, y, wide, _LEGEND_ROW))
        x += wide
    return places, y + _LEGEND_ROW + 4


_SWATCH, _LEGEND_ROW = 34.0, 22.0


def paint_legend(painter: QPainter, at: QPointF, width: float, ink: Ink) -> None:
    """Paint every sign with its meaning."""
    for place, (square, words) in zip(legend_places(width)[0], legend(), strict=True):
        box = place.translated(at)
        paint_square(painter, QRectF(box.left(), box.top() + 1, _SWATCH, 20), square, ink)
        painter.setFont(interface_font(_SMALL))
        painter.setPen(ink.theme["muted"])
        painter.drawText(box.adjusted(_SWATCH + 5, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
