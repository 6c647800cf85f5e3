"""Know the letters that Unicode does not take apart, and most keyboards lack, by those they have."""

import unicodedata

PLAIN = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH",
        "ǿ": "o", "Ǿ": "O", "ǽ": "ae", "Ǽ": "AE", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ŋ": "n", "Ŋ": "N", "ı": "i",
        "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip
"""A table for `str.translate`."""


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
