"""How each kind of passage looks: its font, its room, its ground and its label."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from variorum.app.text_map import Lines
from variorum.exchange.wording import Wording
from variorum.text import PassageKind
from variorum.window.fonts import (
    READING_SIZE,
    average_width,
    interface_font,
    label_font,
    reading_font,
)
from variorum.window.theme import Theme

MEASURE = 72
"""Characters of running text a line, at most."""
HEADLINE = 1.45
"""How much larger headlines are set than the text."""


@dataclass(frozen=True, slots=True)
class Face:
    """Hold how the reader wants stories to be set."""

    size: float = READING_SIZE
    """Pixels."""
    family: str = ""
    """Empty for the serif that travels with the program."""
    line_height: float = 1.5
    """From one baseline to the next, in sizes."""

    @property
    def stretch(self) -> float:
        """Return how much wider the lines stand than usual."""
        return self.line_height / 1.5


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """Hold how a kind of passage is set; lengths in pixels."""

    font: QFont
    colour: QColor
    leading: float
    """From one baseline to the next."""
    before: float = 0.0
    after: float = 0.0
    pad_x: float = 0.0
    pad_y: float = 0.0
    ground: QColor | None = None
    bar: QColor | None = None
    """A bar at the side of the box, where the reader must not miss it."""
    label: str = ""
    lines: Lines = Lines.UNWRAP

    rise: float = field(init=False)
    """From the top of a line's room to its baseline."""
    widest: float = field(init=False)
    """The length of a line of the full measure."""

    def __post_init__(self) -> None:
        metrics = QFontMetricsF(self.font)
        rise = (self.leading - metrics.height()) / 2 + metrics.ascent()
        object.__setattr__(self, "rise", rise)
        object.__setattr__(self, "widest", MEASURE * average_width(self.font))


@dataclass(frozen=True, slots=True)
class DeskStyle:
    """Hold the style of every kind of passage, and the lengths that they share."""

    theme: Theme
    blocks: Mapping[PassageKind, BlockStyle]
    label: QFont
    gap: QFont
    title: QFont
    subtitle: QFont
    leading: float
    measure: float
    """The widest line, in pixels."""
    margin: float
    """The room between a text and the edge of its pane."""
    gutter: float
    """The room between two panes."""


_USUAL = Face()


def desk_style(theme: Theme, wording: Wording, *, face: Face = _USUAL) -> DeskStyle:
    """Derive all lengths from the size of the reading face."""
    size = face.size
    reading = reading_font(size, family=face.family)
    return DeskStyle(
        theme=theme,
        blocks={kind: _style_of(kind, theme, wording, face) for kind in PassageKind},
        label=label_font(size * 0.65),
        gap=interface_font(size * 0.8, italic=True),
        title=interface_font(size * 0.92, strong=True),
        subtitle=interface_font(size * 0.75),
        leading=round(size * face.line_height),
        measure=MEASURE * average_width(reading),
        margin=round(size * 1.3),
        gutter=round(size * 3.4),
    )


def _style_of(kind: PassageKind, theme: Theme, wording: Wording, face: Face) -> BlockStyle:
    size = face.size
    leading, after = round(size * face.line_height), round(size * 0.78)
    text = theme["text"]
    match kind:
        case PassageKind.PARAGRAPH:
            font = reading_font(size, family=face.family)
            return BlockStyle(font, text, leading, after=after)
        case PassageKind.HEADLINE:
            font = reading_font(size * HEADLINE, bold=True, family=face.family)
            return BlockStyle(font, text, round(size * 1.9 * face.stretch), after=after)
        case PassageKind.CROSSHEAD:
            font = interface_font(size * 0.9, strong=True)
            return BlockStyle(font, text, leading, before=round(size * 0.3), after=size * 0.6)
        case PassageKind.TABLE:
            font = interface_font(size * 0.8)
            return BlockStyle(
                font, text, round(size * 1.3 * face.stretch), after=after, lines=Lines.KEEP
            )
        case PassageKind.PROMO | PassageKind.CAPTION | PassageKind.CLUTTER:
            return _box(kind, wording, theme, face, ink="aside", ground="aside_ground")
        case PassageKind.CORRECTION | PassageKind.ADVISORY:
            return _box(kind, wording, theme, face, ink="notice", ground="notice_ground", bar=True)
        case _:
            font = interface_font(size * 0.76)
            small = round(size * 1.18 * face.stretch)
            return BlockStyle(
                font, theme["muted"], small, after=round(size * 0.6), lines=Lines.KEEP
            )


def _box(
    kind: PassageKind,
    wording: Wording,
    theme: Theme,
    face: Face,
    *,
    ink: str,
    ground: str,
    bar: bool = False,
) -> BlockStyle:
    size = face.size
    return BlockStyle(
        font=interface_font(size * 0.8),
        colour=theme[ink],
        leading=round(size * 1.22 * face.stretch),
        after=round(size * 0.85),
        pad_x=round(size * 0.65),
        pad_y=round(size * 0.36),
        ground=theme[ground],
        bar=theme[ink] if bar else None,
        label=wording.passage_kind(kind),
    )
