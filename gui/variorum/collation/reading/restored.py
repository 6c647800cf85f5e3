"""Give words of copy in one case the capitals that they would have in mixed copy.

What is known without capitals tells: words that mixed copy beside them shows, months and days,
honorifics and the names behind them, places, abbreviations, given names, and words that no
dictionary has. A word that may be a name or not (Polish, May, Mark) is left in small letters
where nothing beside it tells.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from variorum.collation.lexicons.names import parties, short_given
from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    known_words,
    people,
    places,
    reporting,
    spellings,
    units,
    words,
)
from variorum.collation.reading.memo import Memo
from variorum.collation.reading.tokens import Token
from variorum.collation.reading.verbs import verb_forms

Shown = Mapping[str, str]
"""By a word in small letters how mixed copy writes it inside its sentences."""

_POINTED = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?\.?")
_SMALL_POINTED = frozenset({"a.m", "p.m", "i.e", "e.g"})
_BEFORE_MONTHS = frozenset(
    {"in", "since", "until", "till", "last", "next", "early", "late", "mid", "of", "during", "this"}
)
_LEAST_KNOWN = 5
"""The lexicon of words has only those of as many letters."""
_ROMAN = re.compile(r"[iv]{2,4}|i?x[iv]{2,3}")
_APOSTROPHES = "'’"
_ENDS = frozenset(".!?")


def shown_in(rows: Iterable[Sequence[Token]], asked: Container[str]) -> dict[str, str]:
    """Return how rows of mixed copy write the words that they write in one way within a sentence.

    `asked` are the words in small letters that matter.
    """
    found: dict[str, set[str]] = {}
    for row in rows:
        before = ""
        for _, _, surface in row:
            small = surface.lower()
            if small in asked and surface.isalpha() and (before == "," or before.isalpha()):
                found.setdefault(small, set()).add(surface)
            before = surface
    return {small: next(iter(forms)) for small, forms in found.items() if len(forms) == 1}


def restored(tokens: Sequence[Token], shown: Shown) -> list[Token]:
    """Return words of one case as mixed copy would write them; a sentence's start stays small."""
    tokens = _with_signs(_rejoined(tokens))
    row = [token.surface.lower() for token in tokens]
    told = [_told(row, place, shown) or _capital(row, place) for place in range(len(row))]
    _mark_places(row, told)
    return [
        token if token.surface == surface else Token(token.start, token.end, surface)
        for token, surface in zip(tokens, told, strict=True)
    ]


def _rejoined(tokens: Sequence[Token]) -> list[Token]:
    """Return words with those as one that capitals took apart: PER CENT, KM/H."""
    found: list[Token] = []
    for token in tokens:
        found.append(token)
        if token.surface.lower() in _LAST_PARTS:
            for parts, whole in _PARTED.items():
                row = found[-len(parts) :]
                if tuple(one.surface.lower() for one in row) == parts:
                    found[-len(parts) :] = [Token(row[0].start, row[-1].end, whole)]
    return found


_PARTED = {("per", "cent"): "per cent", ("km", "/", "h"): "km/h"}
_LAST_PARTS = frozenset({"cent", "h"})


def _with_signs(tokens: Sequence[Token]) -> list[Token]:
    """Return words with the letters before a sign of currency as its own: a$10, us$10."""
    found: list[Token] = []
    for token in tokens:
        letters = found[-1] if found else None
        if (
            letters
            and token.surface[0] in _SIGNS
            and letters.end == token.start
            and letters.surface.isalpha()
            and len(letters.surface) <= _MOST_BEFORE_SIGN
        ):
            found[-1] = Token(letters.start, token.end, letters.surface + token.surface)
        else:
            found.append(token)
    return found


_SIGNS = frozenset("$€£¥")
_MOST_BEFORE_SIGN = 3


def _told(row: Sequence[str], place: int, shown: Shown) -> str | None:
    """Return how mixed copy writes a word."""
    word, owner = without_owner(row[place])
    return shown[word] + owner if word in shown else None


def without_owner(word: str) -> tuple[str, str]:
    """Return a word and the 's that says whose something is, or nothing."""
    owned = len(word) > 2 and word[-1] == "s" and word[-2] in _APOSTROPHES
    return (word[:-2], word[-2:]) if owned else (word, "")


def _capital(row: Sequence[str], place: int) -> str:
    """Return a word with the capitals that it has by what it is and what stands beside it."""
    small = row[place]
    if not small.isalpha():
        if any(map(str.isdigit, small)):
            return _with_figure(small)
        if not small[0].isalpha():
            return small
        if any(_POINTED.fullmatch(part) for part in small.split("-")):
            return "-".join(_pointed(part) for part in small.split("-"))
    word, owner = without_owner(small)
    may = _may_be[word]
    if may.letters and _is_letters(row, place, word):
        return word.upper() + owner
    if word == "i" or (may.opens and _opens_name(row, place, word)):
        return _titled(word) + owner
    led = place > 0 and _may_be[row[place - 1]].leads
    if (led or may.dated) and _is_name_here(row, place, word):
        return _titled(word) + owner
    parts = word.split("-")
    return "-".join(_part(part) if len(parts) > 1 else _alone(part) for part in parts) + owner


class _May(NamedTuple):
    """Hold what a word may be, or do to the next one, whatever stands beside it."""

    letters: bool
    opens: bool
    """Open a name: an honorific, an initial, an office cut short."""
    dated: bool
    """Be a month or a day."""
    leads: bool
    """Make a name of the word behind it."""


def _may_anew(word: str) -> _May:
    letters, upper = abbreviations(), word.upper()
    dated = letters.points.get(word, word)
    return _May(
        letters=word == "us"
        or upper in units().currencies
        or upper in letters.capitals
        or upper in letters.initials
        or bool(_ROMAN.fullmatch(word)),
        opens=len(word) == 1 or word in people().honorifics or word in letters.points,
        dated=dated in calendar().months or dated in calendar().days,
        leads=word in {",", ".", "°", "º"} or word in people().plain or word in _given_names(),
    )


_may_be = Memo(_may_anew, most=1 << 14, longest=40)


def _part(part: str) -> str:
    """Return a part between hyphens: US-led, where nobody says "us"."""
    letters = abbreviations().capitals
    known = part.upper() in letters and (part == "us" or not _is_ordinary(part))
    return part.upper() if known and len(part) > 1 else _alone(part)


def _pointed(part: str) -> str:
    """Return a part of a word, letters with points in capitals: U.S.-led, but a.m."""
    if not _POINTED.fullmatch(part) or part.rstrip(".") in _SMALL_POINTED:
        return _alone(part)
    return part.upper()


def _with_figure(small: str) -> str:
    """Return a word with a figure: codes in capitals (G20, US$10, 30C), units in small letters (5km)."""
    if small[0].isalpha() or _DEGREES.fullmatch(small):
        return small.upper() if _CODE.match(small) or _DEGREES.fullmatch(small) else small
    return small


_CODE = re.compile(r"[^\W\d_]{1,3}(?:-?\d|[$€£¥])")
_DEGREES = re.compile(r"[-−–]?\d[\d.,]*[cf]")


def _is_letters(row: Sequence[str], place: int, word: str) -> bool:
    """Tell whether a word is an abbreviation in capitals: the US, but told us."""
    if word == "us":
        before = row[place - 1] if place else "."
        after = row[place + 1] if place + 1 < len(row) else "."
        return before in words().articles or (
            before[-1] in _ENDS and after.isalpha() and after not in words().function
        )
    letters = abbreviations()
    upper = word.upper()
    if upper in units().currencies and len(word) > 1:
        return any(
            text[:1].isdigit() for text in (*row[place - 1 : place], *row[place + 1 : place + 2])
        )
    if _ROMAN.fullmatch(word):
        return place > 0 and row[place - 1].isalpha()
    if upper not in letters.capitals and upper not in letters.initials:
        return False
    return not _is_ordinary(word) and len(word) > 1


@lru_cache(maxsize=1 << 14)
def _is_ordinary(word: str) -> bool:
    """Tell whether small letters make a word that is no name, or may be none."""
    known = words()
    return (
        word in known.function
        or word in known.case
        or word in known.starters
        or word in verb_forms()
        or word in people().companies
        or word in abbreviations().need_figure
        or word in abbreviations().need_capital
        or word in abbreviations().plain
    )


def _opens_name(row: Sequence[str], place: int, word: str) -> bool:
    """Tell whether a word is an honorific, an initial or an office cut short, before a name."""
    pointed = place + 1 < len(row) and row[place + 1] == "."
    at = place + 1 + pointed
    after = row[at] if at < len(row) else ""
    if not (after[:1].isalpha() and after not in words().function):
        return word in people().honorifics and word in people().plain and word != "miss" and pointed
    if word in people().honorifics:
        return word != "miss" or _word_before(row, place) not in words().function
    meant = abbreviations().points.get(word, "")
    if meant in _LEADS:
        return not _word_before(row, place)[:1].isdigit()
    if not pointed:
        return False
    return len(word) == 1 or (meant in people().titles and word not in words().function)


_LEADS = frozenset({"saint", "mount", "fort"})


def _word_before(row: Sequence[str], place: int) -> str:
    return row[place - 1] if place else ""


def _is_name_here(row: Sequence[str], place: int, word: str) -> bool:
    """Tell whether what stands beside a word makes a name or a date of it."""
    before, after = _word_before(row, place), row[place + 1] if place + 1 < len(row) else ""
    month = abbreviations().points.get(word, word)
    if month in calendar().months or month in calendar().days:
        beside = row[place + 1 : place + 3] if after == "." else [after]
        dated = before[:1].isdigit() or any(text[:1].isdigit() for text in beside)
        if dated or (month == word and (word not in words().case or before in _BEFORE_MONTHS)):
            return True
        sure = word not in abbreviations().need_capital or before in _BEFORE_MONTHS | {"on"}
        if after == "." and month != word and sure:
            return True
    if before == "," and after == "." and month in parties().states.values():
        return True
    if before == "." and place > 1:
        # Mr. Finch, Sen. Finch, J. Finch: but a sentence may begin behind a point.
        return word not in words().function and _opens_name(row, place - 2, row[place - 2])
    if word in words().function:
        return False
    if before in {"°", "º"} and word in {"c", "f"}:
        return True
    if before in people().plain and before != "miss":
        return True
    return before in _given_names() and not (word in verb_forms() or word in reporting())


@cache
def _given_names() -> frozenset[str]:
    """Return the given names that are no other words."""
    names = {name for names in short_given() for name in names}
    return frozenset(name for name in names if len(name) > 2 and not _is_ordinary(name))


@lru_cache(maxsize=1 << 15)
def _alone(part: str) -> str:
    """Return a word, or a part between hyphens, as it is written by what it is alone."""
    bare = "".join(c for c in part if c.isalpha())
    if not bare or _is_ordinary(bare):
        return part
    if part in _names_of_lexicons() or _is_no_word(part, bare):
        return _titled(part)
    return part


def _is_no_word(part: str, bare: str) -> bool:
    """Tell whether no dictionary has a word; one with its apostrophe is a name: O'Brien."""
    if part[1:2] in _APOSTROPHES:
        return part[:1] in {"o", "d"} and len(part) > _LEAST_KNOWN
    return (
        part == bare
        and len(part) >= _LEAST_KNOWN
        and part not in known_words()
        and part not in spellings()
        and not (part[-1] == "s" and part[:-1] in known_words())
    )


@cache
def _names_of_lexicons() -> frozenset[str]:
    """Return the words that are names of days, months, places and persons and nothing else."""
    table = places()
    named = {*table.words, *table.demonyms, *table.adjectives, *table.aliases, *_given_names()}
    dates = {*calendar().months, *calendar().days}
    return frozenset({word for word in named | dates if " " not in word} - words().case)


def _mark_places(row: Sequence[str], told: list[str]) -> None:
    """Give names of places of several words their capitals: united states, new york."""
    for first, word in enumerate(row):
        for rest in _places_by_first().get(word, ()):
            end = first + len(rest) + 1
            if tuple(row[first + 1 : end]) == rest:
                for place in range(first, end):
                    if row[place] not in words().function:
                        told[place] = _titled(row[place])


@cache
def _places_by_first() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    table = places()
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted({*table.words, *table.aliases, *table.adjectives.values()}):
        first, *rest = name.split()
        if rest:
            found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


def _titled(word: str) -> str:
    """Return a word with a capital behind each hyphen and the apostrophe of O'Brien."""
    parts = [part[:1].upper() + part[1:] for part in word.split("-")]
    return "-".join(
        part[:2] + part[2:3].upper() + part[3:] if part[1:2] in _APOSTROPHES and part[1:2] else part
        for part in parts
    )
