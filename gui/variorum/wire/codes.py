"""Recognise the line of codes with which a desk closes copy: agency, initials, clock, number.

Such a line has no word of a sentence: each part is an agency's name, initials, a word of the
clock, or holds a figure. It proves nothing by itself above the story's last sentence.
"""

from variorum.wire.lexicon import (
    AGENCY_OF_CREDIT,
    END_MARKS,
    MONTH_OF_NAME,
    SMALL_WORDS,
    STAMP_WORDS,
)
from variorum.wire.patterns import pattern
from variorum.wire.words import ends_sentence

_PARTS = pattern(r"[\s/,()\[\]=*<>_-]{1,6}")
_CLOCK = pattern(r"\d{1,2}[:.]\d{2}$|\d{4}$|\d{6}$")
_NUMBER = pattern(r"\d{4,60}$")
_LONGEST = 60
"""Code points."""
_MOST_PARTS = 10
_LETTERS = range(1, 5)
_LETTERS_OF_INITIALS = range(2, 5)
_ZONES = frozenset(
    {"gmt", "utc", "est", "edt", "ist", "cet", "cest", "bst", "hrs", "local", "time"}
)
_OPENS_A_MARK = "-=/(["


def is_desk_line(words: str, *, credit: str | None) -> bool:
    """Tell whether a line below a story is codes alone; `credit` is the dateline's agency.

    An agency, a clock or the signs that open an end mark must be among them; where the copy
    names its agency above, initials in brackets or between slashes will do.
    """
    if _NUMBER.match(words):
        return credit is not None
    if len(words) > _LONGEST or ends_sentence(words):
        return False
    parts = [part for part in _PARTS.split(words) if part]
    if not 1 <= len(parts) <= _MOST_PARTS or not all(_is_code(part, credit) for part in parts):
        return False
    if any(_is_agency(part, credit) for part in parts):
        return len(parts) > 1 or words[0] in _OPENS_A_MARK
    if any(_CLOCK.match(part) for part in parts):
        zoned = not _ZONES.isdisjoint(part.casefold() for part in parts)
        return len(parts) > 1 and (zoned or "/" in words)
    return credit is not None and _are_initials(words, parts)


def _are_initials(words: str, parts: list[str]) -> bool:
    """Tell whether initials stand in brackets or slashes, or several in capitals alone."""
    if not all(len(part) in _LETTERS_OF_INITIALS and part.isalpha() for part in parts):
        return False
    enclosed = words[0] in "(/[" and words[-1] in ")/]"
    if not (all(map(str.isupper, parts)) or (enclosed and all(map(str.islower, parts)))):
        return False
    small = sum(part.casefold() in SMALL_WORDS for part in parts)
    return (enclosed or len(parts) > 1) and 2 * small < len(parts)


def _is_agency(part: str, credit: str | None) -> bool:
    folded = part.casefold()
    known = folded in AGENCY_OF_CREDIT and (part.isupper() or not part.isascii())
    return known or (credit is not None and folded == credit.casefold())


def _is_code(part: str, credit: str | None) -> bool:
    """Tell whether a part is an agency's name, initials, a word of the clock or holds a figure."""
    folded = part.casefold().strip(".:")
    if not folded or _is_agency(part, credit) or folded in _ZONES or folded in END_MARKS:
        return True
    if any(character.isdigit() for character in part):
        return len(part) <= 2 * max(_LETTERS) + 2
    if not part.strip(".:").isalpha():
        return False
    timed = folded in MONTH_OF_NAME or (folded in STAMP_WORDS and part.isupper())
    cased = part.isupper() or part.islower()
    return timed or (cased and len(folded) in _LETTERS and folded not in SMALL_WORDS)
