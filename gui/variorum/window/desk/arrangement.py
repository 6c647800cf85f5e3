"""Where panes, gutters and headers go in the width that there is. Arithmetic only."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from variorum.window.desk.styles import MEASURE, DeskStyle

_CLOSE: Final = 0.6
"""The room between a text and a gutter, against that between a text and the edge."""
_GUTTERS: Final = 0.11
"""The most of the width that all gutters take together; one alone takes less."""
_GUTTER: Final = 0.07
"""The most of the width that a gutter takes."""
_TIGHT: Final = 0.75
"""The room beside a gutter where there are many, against that where there is one."""
_NARROW: Final = 0.6
"""The room beside the texts where they have less than their least width, against the usual."""
_LEAST: Final = 16
"""Characters of running text a line, at least: below that long words break within themselves."""
_NARROWEST: Final = 80.0
"""Pixels of a text that must not be wider than the room, as on paper."""


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

    @property
    def width(self) -> int:
        """Return the width of it all, which may be more than there was."""
        return self.panes[-1].right


def arrange(width: int, count: int, style: DeskStyle, *, is_scrolled: bool = True) -> Arrangement:
    """Stand the texts side by side in the middle, none wider than the measure.

    Where they would be narrower than is good for reading, they get that width and all is wider
    than the room: it has to be scrolled. What cannot be scrolled stays within the room.
    """
    least = _LEAST * style.measure / MEASURE if is_scrolled else _NARROWEST
    fitted = _fit(width, count, style)
    if fitted.text < least:
        fitted = _fit(width, count, style, share=_NARROW)
    text = int(max(least, min(style.measure, fitted.text)))
    between = fitted.gutter + 2 * fitted.inner
    taken = count * text + (count - 1) * between
    first = max(fitted.margin, (width - taken) // 2)
    panes: list[PaneRoom] = []
    for number in range(count):
        last = number == count - 1
        start = first + number * (text + between)
        left = panes[-1].header_right if panes else 0
        end = start + text
        right = max(width, end + fitted.margin) if last else end + fitted.inner
        panes.append(PaneRoom(left, right, start, right if last else right + fitted.gutter))
    return Arrangement(float(text), tuple(panes))


class _Fitted(NamedTuple):
    """Hold the lengths with which so many texts fit the room, in pixels."""

    text: float
    margin: int
    inner: int
    gutter: int


def _fit(width: int, count: int, style: DeskStyle, *, share: float = 1.0) -> _Fitted:
    """Return how wide each text is where the room beside the texts has a share of the usual."""
    gutters = min(_GUTTER, _GUTTERS / max(1, count - 1))
    gutter = int(min(style.gutter, width * gutters) * share)
    inner = int(style.margin * share * _CLOSE * (_TIGHT if count > 2 else 1.0))
    margin = int(style.margin * share)
    between = gutter + 2 * inner
    return _Fitted((width - 2 * margin - (count - 1) * between) / count, margin, inner, gutter)
