"""Small questions about words that several families of patterns ask; plain loops, no patterns."""

from collections.abc import Iterable
from typing import Self

BULLETS = "*•·‣▪◦–—-+→►#>"
SENTENCE_ENDS = ".?!…。！？؟۔。:;"
_CLOSERS = "\"'”’»›)]}」』）】*"
_OPENERS = "\"'“‘«‹([{„‚「『（【¿¡*"


_MOST_LETTERS = 8
"""By which openings are grouped."""
_CONTROLS = "".join(map(chr, (*range(0x20), 0x7F)))
_TRANSMITTED_BEFORE = _CONTROLS + "^ \xa0"
_TRANSMITTED_AFTER = _CONTROLS + "< \xa0"


def heard(words: str) -> str:
    """Return words without the control characters and signs that a transmission puts around them."""
    return words.lstrip(_TRANSMITTED_BEFORE).rstrip(_TRANSMITTED_AFTER)


def ends_sentence(words: str) -> bool:
    """Tell whether words close with the mark of a sentence, closing quotes aside."""
    bare = words.rstrip().rstrip(_CLOSERS).rstrip()
    return bool(bare) and bare[-1] in SENTENCE_ENDS


def is_running(words: str, *, most: int) -> bool:
    """Tell whether words are a sentence of more than a number of words: prose, not a label."""
    return ends_sentence(words) and are_more(words, most)


def are_more(words: str, most: int) -> bool:
    """Tell whether there are more words than a number, without parting them all."""
    return len(words.split(maxsplit=most)) > most


def first_within(words: str, phrases: Iterable[str]) -> str | None:
    """Return the first of some phrases that stands somewhere in folded words."""
    # Asked of every line: a plain loop, as a generator takes twice the time.
    for phrase in phrases:
        if phrase in words:
            return phrase
    return None


def bare(word: str) -> str:
    """Return a word without the punctuation around it."""
    return word.strip(_OPENERS + _CLOSERS + ".,;:!?…—–-")


def is_capital(word: str) -> bool:
    """Tell whether a word opens with a capital letter, a figure or a letter without case."""
    core = word.lstrip(_OPENERS)
    return bool(core) and (core[0].isupper() or core[0].istitle() or core[0].isdigit())


def is_caps(words: str) -> bool:
    """Tell whether words hold at least two letters and all of their letters are capitals."""
    return words.isupper() and sum(1 for character in words[:40] if character.isalpha()) >= 2


def collapsed(words: str) -> str:
    """Return words with every run of white space made one space."""
    return " ".join(words.split())


def same_line(words: str, other: str) -> bool:
    """Tell whether two lines are the same but for white space and case."""
    return collapsed(words).casefold() == collapsed(other).casefold()


class Openings(tuple[str, ...]):  # noqa: SLOT001 - a tuple of any length takes no slots
    """Hold phrases that may open words; of hundreds those with the same first letters are tried."""

    letters: int
    """By how many first letters they are grouped: no more than the shortest has."""
    groups: dict[str, tuple[str, ...]]

    def __new__(cls, phrases: Iterable[str]) -> Self:
        """Group the phrases by their first letters, in their order."""
        held = super().__new__(cls, phrases)
        held.letters = min(_MOST_LETTERS, *map(len, held))
        held.groups = {}
        for phrase in held:
            first = phrase[: held.letters]
            held.groups[first] = (*held.groups.get(first, ()), phrase)
        return held


def opens_with(words: str, openings: Openings) -> str | None:
    """Return the opening that folded words start with, whole words only."""
    letters = openings.letters
    # Letters may be more when they are folded; most words end here.
    like = openings.groups.get(words[:letters].casefold()[:letters])
    if like is None:
        return None
    folded = words[:80].casefold()
    if not folded.startswith(like):
        return None
    for opening in like:
        if folded.startswith(opening):
            after = folded[len(opening) : len(opening) + 1]
            if not after or not after.isalnum() or not opening[-1].isalnum():
                return opening
    return None
