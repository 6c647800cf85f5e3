"""Find words in a text that is being read: as they look, not as they are coded.

Case, accents and letters that most keyboards lack are folded, white space counts as one space,
straight and curly quotation marks are alike, and characters that nobody sees are passed over.
Offsets are code points. A hit begins and ends with whole characters: "f" is not found in the
ligature of "fi".
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.letters import INVISIBLE, OneByOne, plain_letters
from variorum.text import Span

_UNSEEN = frozenset(INVISIBLE + "\u200b\u200e\u200f")
"""What joins words, parts them without a space or turns them, and nobody sees."""
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚‛′`´", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_SPACES = re.compile(" +")


def _folded(character: str) -> str:
    if character in _UNSEEN or unicodedata.combining(character):
        return ""
    if character.isspace():
        return " "
    parted = unicodedata.normalize("NFKD", plain_letters(character.translate(_ALIKE))).casefold()
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return " " if bare.isspace() else bare


_LETTERS = OneByOne(_folded)


def fold_words(text: str) -> str:
    """Return a text as the search compares it."""
    return _SPACES.sub(" ", text.translate(_LETTERS))


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a text with its characters folded, and where each of them stood."""

    text: str
    starts: Sequence[int]
    """For each character the place of the one it came from, and one past the last at the end."""

    @classmethod
    def of(cls, text: str) -> "Folded":
        """Fold a text; most have few characters that do not become exactly one other."""
        odd = "".join(one for one in set(text) if len(_LETTERS[ord(one)]) != 1)
        if not odd:
            return cls(text.translate(_LETTERS), range(len(text) + 1))
        starts: list[int] = []
        at = 0
        for match in re.finditer(f"[{re.escape(odd)}]", text):
            place = match.start()
            starts.extend(range(at, place))
            starts.extend([place] * len(_LETTERS[ord(match[0])]))
            at = place + 1
        starts.extend(range(at, len(text) + 1))
        return cls(text.translate(_LETTERS), starts)

    def find(self, words: str) -> Iterator[Span]:
        """Yield where words stand, from the first to the last, none inside another."""
        wanted = fold_words(words)
        if not wanted.strip():
            return
        pattern = re.compile(re.escape(wanted).replace(r"\ ", " +"))
        match = pattern.search(self.text)
        while match is not None:
            start, end = match.span()
            if self._is_whole(start) and self._is_whole(end):
                yield Span(self.starts[start], self.starts[end])
                match = pattern.search(self.text, end)
            else:
                match = pattern.search(self.text, start + 1)

    def _is_whole(self, edge: int) -> bool:
        """Tell whether no character of the text lies on both sides of an edge."""
        return edge == 0 or self.starts[edge] != self.starts[edge - 1]


def find_words(text: str, words: str) -> list[Span]:
    """Return where words stand in a text."""
    return list(Folded.of(text).find(words))
