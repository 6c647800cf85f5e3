"""Fold text for searching where SQLite's own tokenizer falls short.

`unicode61 remove_diacritics 2` folds the case of the usual scripts, and the accents of Latin
letters. What it cannot do is done here: letters that Unicode does not take apart (ø, ł, ß,
ligatures) become those of most keyboards; Greek, Cyrillic, Arabic and other letters lose what
combines with them, full-width letters and figures their width; characters that join or hyphenate
words invisibly are taken out. The vowels that Indian and south-east Asian scripts write around a
letter, which the tokenizer would part words at, become characters of private use. And runs of
Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese, which have no spaces, become overlapping
pairs of characters, each with its vowels, followed by the last one alone (the pairs as in Lucene's
CJKBigramFilter). A place map leads back.
"""

import re
import unicodedata
from dataclasses import dataclass

from variorum.letters import INVISIBLE, PLAIN, OneByOne, bare_letters

_CJK = (
    "\u3005\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
_SOUTH_EAST = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0ece\u0ed0-\u0edf"
    "\u1000-\u1049\u1050-\u109d\ua9e0-\ua9fe\uaa60-\uaa7f\u1780-\u17d3\u17dd-\u17e9"
)
"""Thai, Lao, Burmese and Khmer, without signs that are neither letters nor figures."""
_UNSPACED = _CJK + _SOUTH_EAST
_WRITTEN_AROUND = ((0x0900, 0x1AFF, 0xE000), (0xA800, 0xABFF, 0xF200))
"""First and last of the scripts whose letters have vowels around them, and what stands for the first."""
_ACCENTS = frozenset({7, 220, 230})
"""Classes of what combines in these scripts and is left out of many a spelling: dots, tones of the Veda."""
_LETTERS = "".join(map(chr, PLAIN))
_FOLDED_ELSEWHERE = (
    # What the tokenizer folds right by itself, letters of Latin, Greek and Cyrillic most of all,
    # and signs that are no letters (by trial of every character).
    *("\x00\xa9", "\xab\xb9", "\xbb\u0131", "\u0134\u01c3", "\u01cd\u01df", "\u01e4\u01ed"),
    *("\u01f4\u02af", "\u0391\u03a9", "\u03b1\u03c9", "\u0410\u0418", "\u041a\u0438"),
    *("\u043a\u044f", "\u1e00\u1e99", "\u1e9f\u1eff", "\u2000\u2070", "\u20a0\u20cf"),
    *(
        "\u2190\u2bff",
        "\u2e00\u2e7f",
        "\u3000\u3029",
        "\u3030\u303f",
        "\ufffd\ufffd",
        "\U0001f000\U0001faff",
    ),
)
"""First and last characters of stretches, in order."""


def _others() -> str:
    """Return all other characters, as a class of regular expressions has them."""
    begins = [chr(ord(last) + 1) for _, last in _FOLDED_ELSEWHERE]
    ends = [chr(ord(first) - 1) for first, _ in _FOLDED_ELSEWHERE[1:]]
    return "".join(
        f"{begin}-{end}" for begin, end in zip(begins, [*ends, "\U0010ffff"], strict=True)
    )


def _marks() -> str:
    """Return what combines with letters of scripts without spaces, as such a class."""
    asked = (*range(0x0E00, 0x1800), *range(0xA9E0, 0xAA80), 0x3099, 0x309A)
    return "".join(chr(code) for code in asked if unicodedata.category(chr(code))[0] == "M")


_ODD = re.compile(f"[{INVISIBLE}{_UNSPACED}{_LETTERS}{_others()}]")
_NO_SPACES = re.compile(f"[{_UNSPACED}]")
_IN_RUNS = f"{INVISIBLE}\u200b"
"""Within a run, a space without width only says where a line may break."""
_RUN = re.compile(f"[{_UNSPACED}](?:[{_UNSPACED}{_IN_RUNS}]*[{_UNSPACED}])?")
_CHARACTER = re.compile(f"[{_UNSPACED}][{_marks()}{_IN_RUNS}]*")
_UNSEEN = str.maketrans("", "", INVISIBLE)


def _folded(character: str) -> str:
    """Return what stands for a character in the index; itself where nothing has to."""
    if is_around(character):
        return _of_private_use(ord(character))
    if character in INVISIBLE or unicodedata.combining(character):
        return ""
    is_word = character.isalpha() or character.isdecimal()
    if not is_word or not _ODD.match(character) or is_without_spaces(character):
        return character
    bare = bare_letters(character)
    # What would part words must not come out of one letter.
    return bare if bare.isalnum() else character


def is_around(character: str) -> bool:
    """Tell whether a character is a vowel, or a like sign, that is written around a letter."""
    return (
        unicodedata.category(character)[0] == "M"
        and unicodedata.combining(character) not in _ACCENTS
        and any(first <= ord(character) <= last for first, last, _ in _WRITTEN_AROUND)
    )


def _of_private_use(code: int) -> str:
    return next(
        chr(there + code - first) for first, last, there in _WRITTEN_AROUND if first <= code <= last
    )


_FOLDS = OneByOne(_folded)


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


def is_one_character(words: str) -> bool:
    """Tell whether words of such a script are one character, with what is written around it."""
    return _CHARACTER.fullmatch(words) is not None


def end_of_character(text: str, start: int) -> int:
    """Return where a character ends with what is written around it."""
    found = _CHARACTER.match(text, start)
    return start + 1 if found is None else found.end()


def fold_letters(words: str) -> str:
    """Return words with their letters as they are to be indexed, each by itself."""
    return words.translate(_FOLDS)


def fold(text: str) -> str | None:
    """Return the text as it is to be indexed, or None when it is so already."""
    if text.isascii() or not _ODD.search(text):
        return None
    # Most texts need no places, and no pairs of characters.
    folded = fold_with_places(text).text if is_without_spaces(text) else fold_letters(text)
    return folded if folded != text else None


def fold_with_places(text: str, *, is_asked: bool = False) -> Folded:
    """Fold a text and remember where each character came from.

    What is asked for is folded without the last character alone of a longer run: in a text more
    may follow it.
    """
    out: list[str] = []
    places: list[int] = []

    def put(characters: str, place: int) -> None:
        out.append(characters)
        places.extend([place] * len(characters))

    def put_letters(start: int, end: int) -> None:
        for place in range(start, end):
            put(_FOLDS[ord(text[place])], place)

    at = 0
    for run in _RUN.finditer(text):
        put_letters(at, run.start())
        at = run.end()
        put(" ", run.start())
        found = [one.span() for one in _CHARACTER.finditer(text, run.start(), at)]
        for (start, end), (_, end_of_pair) in zip(found, [*found[1:], found[-1]], strict=True):
            if end_of_pair == end and is_asked and len(found) > 1:
                continue
            for place in range(start, end_of_pair):
                put("" if text[place] in _IN_RUNS else _FOLDS[ord(text[place])], place)
            put(" ", end - 1)
    put_letters(at, len(text))
    return Folded("".join(out), tuple(places))
