"""The pictures of the manual and of the README: stories of the samples, with codes and marks.

`python tests/pictures.py FOLDER manual-window manual-reading` takes them; the light ones lie in
`resources/manual/pictures` as `window.png` and `reading.png`.
"""

import math
from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPixmap

from variorum.annotations.values import CodeProperties
from variorum.library import annotations
from variorum.library.codebook import insert_code
from variorum.library.commands import Command
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow

_KEPT: Mapping[str, QRect] = {
    "manual-window": QRect(0, 0, 1440, 900),
    "manual-reading": QRect(289, 67, 839, 600),
}
"""What is kept of a window of the usual size: all of it, or the panes and the strip above them."""
_COLOURS = 256
_COMMONEST = 32
_ALIKE = 0xF8F8F8
"""Colours that agree in these bits look the same."""
_CODES = (
    CodeProperties("Sourcing", "yellow"),
    CodeProperties("Quotation", "green"),
    CodeProperties("Claim to check", "blue"),
    CodeProperties("Framing", "pink"),
)
_NOTE = "The agency has **14**, its update **17**. A slip of the keys?"


def kept(name: str, taken: QPixmap) -> QImage | QPixmap:
    """Return what is kept of a picture; those of the manual have few colours, and are small."""
    if name not in _KEPT:
        return taken
    image = taken.copy(_KEPT[name]).toImage().convertToFormat(QImage.Format.Format_RGB32)
    table = _colours(Counter(memoryview(image.constBits()).cast("I")))
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table, plain)


def _colours(used: Counter[int]) -> list[int]:
    """Choose the commonest colours, then those that are missed most: common, or unlike the others."""
    rest: dict[int, int] = {}
    for colour, _ in used.most_common():
        rest.setdefault(colour & _ALIKE, colour)
    chosen: list[int] = [colour for colour, _ in used.most_common(_COMMONEST)]
    far: dict[int, int] = {
        colour: min(_apart(colour, one) for one in chosen) for colour in rest.values()
    }
    while len(chosen) < _COLOURS and far:
        missed: int = max(far, key=lambda colour: _missed(far[colour], used[colour]))
        chosen.append(missed)
        del far[missed]
        far = {colour: min(best, _apart(colour, missed)) for colour, best in far.items()}
    return chosen


def _missed(distance: int, count: int) -> float:
    """Return how much a colour is missed that is so far from all chosen, and used so often."""
    return distance * math.sqrt(count)


def _apart(one: int, other: int) -> int:
    """Return how far two colours are from one another, as a square."""
    return sum((((one >> part) & 255) - ((other >> part) & 255)) ** 2 for part in (0, 8, 16))


def make_codes(window: MainWindow) -> None:
    """Give the codebook a few codes, each with a number key."""
    for properties in _CODES:
        window.session.submit(Command.ADD_CODE, partial(insert_code, to=properties))


def code(window: MainWindow, words: str, *, pane: int, key: int) -> None:
    """Give words of a pane the code of a key."""
    side = window.reading.sides[pane]
    start = side.article.text.index(words)
    window.desk.set_selection(side.id, Span(start, start + len(words)))
    window.bar.codes[key - 1].trigger()


def note(window: MainWindow) -> None:
    """Write on the first highlight of the version."""
    version = window.reading.sides[1].id
    mark = next(one for one in window.workspace.marks.highlights if one.article == version)
    window.workspace.writing.write(annotations.OnHighlight(mark.id), None, _NOTE)


def step_to(window: MainWindow, words: str) -> None:
    """Go on to the difference that stands on these words of the base."""
    text = window.reading.sides[0].article.text
    for _ in range(window.desk.difference_count):
        window.bar[ActionId.NEXT_DIFFERENCE].trigger()
        chosen = window.desk.chosen
        if chosen is not None and chosen.base.of(text) == words:
            return


def explain(window: MainWindow) -> None:
    """Open the card of the difference turned to."""
    if window.desk.chosen is not None:
        window.desk.choose(window.desk.chosen)
