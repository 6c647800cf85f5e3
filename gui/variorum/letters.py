"""Know the letters that Unicode does not take apart, and most keyboards lack, by those they have."""

import unicodedata
from collections.abc import Callable

PLAIN = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH",
        "ǿ": "o", "Ǿ": "O", "ǽ": "ae", "Ǽ": "AE", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ı": "i",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip
"""A table for `str.translate`."""


INVISIBLE = "\u00ad\u200c\u200d\u2060\ufeff"
"""What joins or hyphenates words, and nobody sees."""


class OneByOne(dict[int, str]):
    """Give what a rule makes of each character, and ask it once for each: for `str.translate`.

    Keys are code points.
    """

    def __init__(self, rule: Callable[[str], str]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, code: int) -> str:
        """Ask for a character that was not met yet."""
        made = self[code] = self._rule(chr(code))
        return made


def plain_letters(text: str) -> str:
    """Return a text without letters that the alphabet of most keyboards lacks."""
    return text.translate(PLAIN)


def bare_letters(text: str) -> str:
    """Return a text in small letters without accents, of the usual width and form.

    As Unicode says: taken apart for compatibility, without what combines, case folded.
    """
    parted = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return plain_letters(bare.casefold())
