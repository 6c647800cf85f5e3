"""Cut a text into words and marks with exact offsets, and fold glyphs for comparison.

Every character that is no white space stands in exactly one token. A word keeps its
apostrophes, hyphens and points ("didn't", "Vice-Foreign", "U.S."); every mark is a token of
its own, so that a variant can begin or end between a word and the mark beside it. Chinese and
Japanese characters are a token each, because nothing shows where their words end.
"""

import re
from typing import NamedTuple

from variorum.collation.reading.memo import Memo

_CJK = "\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
# Combining marks, soft hyphens and joiners are no `\w`, but stand inside words.
_JOINED = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903\u093a-\u094f"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u200c\u200d\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)
_LETTER = rf"[^\W\d_{_CJK}]"
# A quotation mark before "s" or "t" is an apostrophe that a wire garbled: the dollar"s fall.
# Possessive, so that no input makes the search go back over a word.
_WORD = rf"[^\W_{_CJK}](?:[^\W_{_CJK}]++|[{_JOINED}]++)*+"
_SIGN = "$€£¥₹₩"
# A dash that touches the figure after it and nothing before it is the figure's sign.
_MINUS = rf"""(?:(?<![^\s(\["“'‘{_SIGN}])[-−–])?"""

TOKEN = re.compile(
    rf"""
      (?![Pp]er\s)[A-Za-z]{{2,}}(?=\.?[\s,;:)\]”!?]|\.?"(?![a-z])|\.?\Z)    # the plain word, first for speed
    | [Pp]er\s+[Cc]ent\b
    | [Kk]m/h\b
    | {_MINUS}(?:[A-Z]{{0,2}}[{_SIGN}](?:US|AU|A|C)?)?\d+(?:[.,:/]\d+)*(?:[-–‑]\d+(?:[.,]\d+)*)*
        (?:{_WORD})?(?:[-‑'’ʼ´/]{_WORD})*%?
    | (?:{_LETTER}\.)+{_LETTER}(?![^\W_]) \.?(?:[-‑'’ʼ´]{_WORD})*
    | {_WORD}(?:[-‑'’ʼ´&]{_WORD})*(?:"(?:s|t|re|ve|ll|d|m)\b)?
    | [{_CJK}]
    | \.{{2,}} | -{{2,}} | `` | '' | ‘‘ | ’’ | [!?]{{2,}}
    | \S
    """,
    re.VERBOSE,
)

_FOLD = str.maketrans(
    {
        "’": "'", "‘": "'", "ʼ": "'", "‛": "'", "`": "'", "´": "'", "′": "'", "‚": "'", "‹": "'", "›": "'",
        "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"', "「": '"', "」": '"',
        "–": "-", "—": "-", "―": "-", "−": "-", "‐": "-", "‑": "-", "‒": "-", "﹘": "-", "－": "-",
        "…": "...", "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None, "\ufeff": None,
    }
)  # fmt: skip
_MULTIPLE = {
    "--": "-",
    "---": "-",
    "``": '"',
    "''": '"',
    "‘‘": '"',
    "’’": '"',
    "_": "-",
    "。": ".",
    "，": ",",
    "、": ",",
    "…": "...",
}


class Token(NamedTuple):
    """Hold a word or mark: where it stands, and its characters."""

    start: int
    end: int
    surface: str


def fold(surface: str) -> str:
    """Return a token with one glyph for each kind of quotation mark, dash and ellipsis."""
    if surface.isascii():
        if '"' in surface and len(surface) > 1:
            return surface.replace('"', "'")
        return _MULTIPLE.get(surface, surface)
    folded = surface.translate(_FOLD)
    return _MULTIPLE.get(folded, folded)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a stretch of text, in order."""
    stretch = text[start:end]
    if (start and not text[start - 1].isspace()) or _ACROSS.search(stretch):
        return [Token(m.start(), m.end(), m[0]) for m in TOKEN.finditer(text, start, end)]
    # Every word of every article comes by here: what stands between two spaces is cut once, and
    # this is the shortest way to a named tuple.
    new = tuple[int, int, str].__new__
    found: list[Token] = []
    chunks = stretch.split(" ")
    for chunk, parts in zip(chunks, map(_cut, chunks), strict=True):
        end = start + len(chunk)
        if parts is None:
            found.append(new(Token, (start, end, chunk)))
        else:
            for first, last, surface in parts:
                found.append(new(Token, (start + first, start + last, surface)))
        start = end + 1
    return found


_ACROSS = re.compile(r"[Pp]er\s+[Cc]ent")
"""The one token with white space in it; but for it a token shows what it is between two spaces."""


def _cut_anew(chunk: str) -> tuple[tuple[int, int, str], ...] | None:
    """Return the words and marks between two spaces; None where one is all of it."""
    parts = tuple([(m.start(), m.end(), m[0]) for m in TOKEN.finditer(chunk)])
    return None if len(parts) == 1 and parts[0][2] == chunk else parts


_cut = Memo(_cut_anew, most=1 << 16, longest=40).__getitem__
