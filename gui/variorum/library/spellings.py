"""Spell a word otherwise where SQLite's tokenizer sees other letters and a reader the same word.

`unicode61` takes accents off, but leaves letters that Unicode does not take apart: ß, ø, ł, ı,
ligatures of printed pages. What is typed with one of these is looked for without it too; and
what is typed with ss, fi, fl or ff is looked for with ß and with ligatures.
"""

import re

_PLAIN = str.maketrans(
    {
        "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O",
        "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH",
        "ı": "i", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    }
)  # fmt: skip
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_ALL = re.compile("ffi|ffl|ff|fi|fl")
_TWO = re.compile("fi|fl")
_HYPHENS = re.compile(r"(?<=\w)[-\u2010\u2011](?=\w)")


def plain_letters(text: str) -> str:
    """Return a text without letters that the alphabet of most keyboards lacks."""
    return text.translate(_PLAIN)


def spellings(words: str) -> list[str]:
    """Return how a word or phrase may be printed: as it was typed first, then otherwise."""
    low = words.lower()
    joined = "".join(_HYPHENS.split(words))
    found = [words, plain_letters(words), low.replace("ss", "ß")]
    found += [each.sub(lambda match: _LIGATURES[match[0]], low) for each in (_ALL, _TWO)]
    # The engine reads a hyphen as a space: what one paper joins, another hyphenates.
    found += [joined] if joined.isalnum() else []
    seen = {low}
    return [words] + [one for one in found if not (one.lower() in seen or seen.add(one.lower()))]
