"""Fold text for searching where SQLite's own tokenizer falls short.

`unicode61 remove_diacritics 2` folds case and accents by itself. What it cannot do is done
here: letters that Unicode does not take apart (ø, ł, ß, ligatures) become those of most
keyboards, characters that join or hyphenate words invisibly are taken out, and runs of Chinese,
Japanese and Korean, which have no spaces, become overlapping pairs followed by the last
character alone (the pairs as in Lucene's CJKBigramFilter). A place map leads back.
"""

import re
from dataclasses import dataclass

from variorum.letters import PLAIN, plain_letters

_INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"
_CJK = (
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
_LETTERS = "".join(map(chr, PLAIN))
_ODD = re.compile(f"[{_INVISIBLE}{_CJK}{_LETTERS}]")
_NO_SPACES = re.compile(f"[{_CJK}]")
_UNSEEN = str.maketrans("", "", _INVISIBLE)
_BY_LETTERS = PLAIN | _UNSEEN
_PIECES = re.compile(f"[{_INVISIBLE}]|[{_LETTERS}]|[{_CJK}]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Hold a folded text, and for each of its characters the place it came from."""

    text: str
    places: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text stands in the text it was made from."""
        return self.places[start], self.places[end - 1] + 1


def visible(text: str) -> str:
    """Return a text without the characters that join or hyphenate words invisibly."""
    return text.translate(_UNSEEN)


def is_without_spaces(text: str) -> bool:
    """Tell whether some of a text is of a script that puts no spaces between words."""
    return _NO_SPACES.search(text) is not None


def fold(text: str) -> str | None:
    """Return the text as it is to be indexed, or None when it is so already."""
    if text.isascii() or not _ODD.search(text):
        return None
    if is_without_spaces(text):
        return fold_with_places(text).text
    # Most texts need no places, and no pairs of characters.
    return text.translate(_BY_LETTERS)


def fold_with_places(text: str) -> Folded:
    """Fold a text and remember where each character came from."""
    out: list[str] = []
    places: list[int] = []

    def put(characters: str, start: int) -> None:
        out.append(characters)
        places.extend(range(start, start + len(characters)))

    def space(place: int) -> None:
        out.append(" ")
        places.append(place)

    at = 0
    for piece in _PIECES.finditer(text):
        put(text[at : piece.start()], at)
        at = piece.end()
        run = piece.group()
        if run in _INVISIBLE:
            continue
        letters = plain_letters(run)
        if letters != run:
            out.append(letters)
            places.extend([piece.start()] * len(letters))
            continue
        space(piece.start())
        for number in range(len(run)):
            put(run[number : number + 2], piece.start() + number)
            space(piece.start() + number)
    put(text[at:], at)
    return Folded("".join(out), tuple(places))
