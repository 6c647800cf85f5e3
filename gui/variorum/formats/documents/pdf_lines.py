"""Set the characters of a printed page in lines, by where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

PARTING = "\u00ad"
"""A hyphen at the end of a line that parts a word."""
CELL = "\t"
"""Stands for a gap so wide that another column of a table begins behind it."""
_WIDE = 2.5
"""Of a line's height."""
_SAME_LINE = 0.5
"""Of a line's height, by which characters of one line may stand higher or lower."""


@dataclass(frozen=True, slots=True)
class Character:
    """Hold a character and its box: points from the top and the left of its page."""

    sign: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a printed line and its box: points from the top and the left of its page."""

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """Return how high its letters stand, the same for all of a font."""
        return abs(self.bottom - self.top)


def lines_of(characters: Iterable[Character], *, page: int) -> list[Line]:
    """Return the lines of a page, in the order of its characters."""
    setter = _Setter(page)
    for character in characters:
        setter.take(character)
    setter.end()
    return setter.lines


class _Setter:
    """Put one character behind the other until one stands elsewhere."""

    def __init__(self, page: int) -> None:
        self.lines: list[Line] = []
        self._page = page
        self._signs: list[str] = []
        self._boxes: list[Character] = []
        self._spaced = False

    def take(self, character: Character) -> None:
        """Take the next character; blank ones have no place, and only part words."""
        sign = character.sign
        if sign in "\r\n":
            self.end()
        elif sign.isspace() or sign == "\0":
            self._spaced = True
        else:
            self._set(character)

    def _set(self, character: Character) -> None:
        if self._boxes:
            before = self._boxes[-1]
            size = max(abs(before.bottom - before.top), 1.0)
            if abs(_middle(character) - _middle(before)) > _SAME_LINE * size:
                self.end()
            elif character.left - before.right > _WIDE * size:
                self._signs.append(CELL)
            elif self._spaced:
                self._signs.append(" ")
        self._spaced = False
        self._signs.append(character.sign)
        self._boxes.append(character)

    def end(self) -> None:
        """End the line."""
        if self._boxes:
            first, last = self._boxes[0], self._boxes[-1]
            text = "".join(self._signs)
            self.lines.append(
                Line(
                    text,
                    self._page,
                    left=first.left,
                    right=last.right,
                    top=first.top,
                    bottom=first.bottom,
                )
            )
        self._signs, self._boxes, self._spaced = [], [], False


def _middle(character: Character) -> float:
    return (character.top + character.bottom) / 2
