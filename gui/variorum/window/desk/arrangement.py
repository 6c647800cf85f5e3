"""Where panes, gutters and headers go in the width that there is. Arithmetic only."""

from dataclasses import dataclass
from typing import Final

from variorum.window.desk.styles import DeskStyle

_CLOSE: Final = 0.6
"""The room between a text and a gutter, against that between a text and the edge."""
_GUTTERS: Final = 0.11
"""The most of the width that all gutters take together; one alone takes less."""
_GUTTER: Final = 0.07
"""The most of the width that a gutter takes."""
_TIGHT: Final = 0.75
"""The room beside a gutter where there are many, against that where there is one."""
_NARROWEST: Final = 80.0


@dataclass(frozen=True, slots=True)
class PaneRoom:
    """Hold the room of one pane, in whole pixels from the desk's left edge."""

    left: int
    right: int
    text: int
    """Where the text begins."""
    header_right: int
    """The header reaches over the gutter to the next pane."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Hold the rooms of all panes and the width of their texts."""

    text_width: float
    panes: tuple[PaneRoom, ...]


def arrange(width: int, count: int, style: DeskStyle) -> Arrangement:
    """Stand the texts side by side in the middle, none wider than the measure."""
    share = min(_GUTTER, _GUTTERS / max(1, count - 1))
    inner = int(style.margin * _CLOSE * (_TIGHT if count > 2 else 1.0))
    gutter = int(min(style.gutter, width * share))
    between = gutter + 2 * inner
    room = (width - 2 * style.margin - (count - 1) * between) / count
    text = int(max(_NARROWEST, min(style.measure, room)))
    first = max(int(style.margin), (width - count * text - (count - 1) * between) // 2)
    panes: list[PaneRoom] = []
    for number in range(count):
        last = number == count - 1
        start = first + number * (text + between)
        left = panes[-1].header_right if panes else 0
        right = max(width, start + text) if last else start + text + inner
        panes.append(PaneRoom(left, right, start, right if last else right + gutter))
    return Arrangement(float(text), tuple(panes))
