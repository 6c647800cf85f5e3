"""Tell names that differ in spelling from names that differ: a template's from a correction's.

Letters are compared without case, accents and apostrophes; a name misspelt, or romanised in
another way, keeps most of them.
"""

import re
import unicodedata
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import Levenshtein

from variorum.collation.lexicons.words import places
from variorum.letters import plain_letters

NAME = re.compile(r"[^\W\d_][^\W_]*+(?:[.'’][^\W_]++)*+")
"""A word that may be a name; the apostrophe of a romanisation stands within it."""

_NEAR = 0.7
"""Share of letters, moved ones aside, that two spellings of one name keep."""

_SHORTEST = 5
"""Letters from which a share of them says something; shorter names must be the same letters."""

_POSSESSIVE = ("'s", "’s", "s'", "s’")
_ROMANISED = str.maketrans({"y": "i", "j": "i", "w": "v", "k": "c", "q": "c"})
"""Letters that romanisations put for one another."""
_MARKS = str.maketrans("", "", ".'’")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]++")


def plain(word: str) -> str:
    """Return a name as it is compared: small, without accents, points and apostrophes."""
    if word.endswith(_POSSESSIVE[:2]):
        word = word[:-2]
    folded = word.casefold().translate(_MARKS)
    if folded.isascii():
        return folded
    parts = plain_letters(unicodedata.normalize("NFKD", folded))
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def letters_of(text: str) -> bytes:
    """Return what ASCII has of the letters and figures of a text as names are compared.

    A name whose letters do not stand together among a text's stands nowhere in the text.
    """
    folded = text.casefold()
    if not folded.isascii():
        folded = _BEYOND_ASCII.sub(_taken_apart, folded)
    return folded.encode("ascii", "ignore").translate(None, b".'")


def _taken_apart(found: re.Match[str]) -> str:
    return plain_letters(unicodedata.normalize("NFKD", found.group()))


def unmatched(
    one: AbstractSet[str], other: AbstractSet[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return the plain names of either side that no name of the other is a spelling of."""
    near = [(name, like) for name in one for like in other if is_spelling(name, like)]
    return (
        frozenset(one) - {name for name, _ in near},
        frozenset(other) - {like for _, like in near},
    )


def is_spelling(name: str, other: str) -> bool:
    """Tell whether two plain names are one name in two spellings."""
    place_of = places().aliases
    if name == other or (name in place_of and place_of[name] == place_of.get(other)):
        return True
    if any(character.isdigit() for character in name + other):
        return False
    if min(len(name), len(other)) >= _SHORTEST:
        return Levenshtein.normalized_similarity(name, other) >= _NEAR
    return name.translate(_ROMANISED) == other.translate(_ROMANISED)
