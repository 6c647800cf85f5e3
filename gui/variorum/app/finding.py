"""Find words in a text that is being read: as they look, not as they are coded.

Case and accents are folded, white space counts as one space, straight and curly quotation
marks are alike, and characters that nobody sees are passed over. Offsets are code points.
A hit begins and ends with whole characters: "f" is not found in the ligature of "fi".
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from variorum.text import Span

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)


class _Letters(dict[str, str]):
    """Fold characters one by one, each of them once."""

    def __missing__(self, character: str) -> str:
        folded = self[character] = _folded(character)
        return folded


def _folded(character: str) -> str:
    if character in _INVISIBLE or unicodedata.combining(character):
        return ""
    if character.isspace():
        return " "
    parted = unicodedata.normalize("NFKD", character.translate(_ALIKE)).casefold()
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " " if bare.isspace() else bare


_LETTERS = _Letters()


def fold_words(text: str) -> str:
    """Return a text as the search compares it."""
    return Folded.of(text).text


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a text as the search compares it, and where each of its characters stood."""

    text: str
    starts: tuple[int, ...]
    """For each character the place of the one it came from, and one past the last at the end."""

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold a text; runs of white space become one space."""
        out: list[str] = []
        starts: list[int] = []
        after_space = False
        for place, character in enumerate(text):
            folded = _LETTERS[character]
            if folded == " ":
                if after_space:
                    continue
                after_space = True
            elif folded:
                after_space = False
            out.append(folded)
            starts.extend([place] * len(folded))
        starts.append(len(text))
        return cls("".join(out), tuple(starts))

    def find(self, words: str) -> Iterator[Span]:
        """Yield where words stand, from the first to the last, none inside another."""
        wanted = fold_words(words)
        if not wanted.strip():
            return
        at = self.text.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if self._is_whole(at) and self._is_whole(end):
                yield Span(self.starts[at], self.starts[end])
                at = self.text.find(wanted, end)
            else:
                at = self.text.find(wanted, at + 1)

    def _is_whole(self, edge: int) -> bool:
        """Tell whether no character of the text lies on both sides of an edge."""
        return edge == 0 or self.starts[edge] != self.starts[edge - 1]


def find_words(text: str, words: str) -> list[Span]:
    """Return where words stand in a text."""
    return list(Folded.of(text).find(words))
