"""Tell whether a capital may come or go: the Prime Minister, never the Greens.

A word is the same with a capital and without where a sentence, a headline or a line in capitals
gives it one, where the article that capitalises it has it small as well, and where it is a
common word of office or government that styles capitalise or not.
"""

import re
from collections.abc import Iterator, Sequence

from variorum.collation.lexicons.words import calendar, known_words, numbers, people, places, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.capital_names import is_set_in_capitals
from variorum.collation.proofs.proof import Pair
from variorum.collation.reading.forms import Form
from variorum.collation.reading.people import PARTICLES
from variorum.collation.reading.side import Side
from variorum.text import PassageKind


def case_is_free(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether no word becomes another one by its capital."""
    one = list(_parts(base, block.base_start))
    other = list(_parts(version, block.version_start))
    if len(one) != len(other):
        return True
    for (part, place), (its, at) in zip(one, other, strict=True):
        if part == its or part.casefold() != its.casefold():
            continue
        if not _free(pair, (part, place), (its, at)):
            return False
    return True


def _parts(forms: Sequence[Form], start: int) -> Iterator[tuple[str, int]]:
    """Yield the parts of words between hyphens, without possessives, with their words' numbers."""
    for offset, form in enumerate(forms):
        for part in form.folded.removesuffix("'s").split("-"):
            if part:
                yield part, start + offset


def _free(pair: Pair, one: tuple[str, int], other: tuple[str, int]) -> bool:
    small = one[0].casefold()
    known = small in words().case
    sides = ((pair.base, *one), (pair.version, *other))
    if _measures_otherwise(one[0], other[0]) and all(_is_counted(s, p, n) for s, p, n in sides):
        return False
    if small in _HALVES and all(n and s.forms[n - 1].folded[:1].isdigit() for s, _, n in sides):
        return True
    if _tells_nothing(pair, one[1], other[1]) or (len(small) == 1 and _is_headed(pair, one[1])):
        return True
    if one[0][0].isupper() == other[0][0].isupper():
        # NATO, Nato: the capital that makes a name of it stays.
        return (
            not known or len(small) > _LEAST_NAME or any(s.starts_sentence(n) for s, _, n in sides)
        )
    high, part, place = next(side for side in sides if side[1][0].isupper())
    low, its, at = next(side for side in sides if not side[1][0].isupper())
    if _names_of_words(high, place):
        return False
    return _stands_in_full_name(high, place, low, at) or _is_of_place(
        high, place, part, low, at, its
    )


def _measures_otherwise(one: str, other: str) -> bool:
    """Tell whether the case of a letter makes another unit: MW, mW; Mb, MB. All in small letters is a house's way."""
    one, other = one.lstrip(_FIGURES), other.lstrip(_FIGURES)
    if one.islower() or other.islower() or not _UNIT.fullmatch(one.casefold()):
        return False
    return any(a != b and a.casefold() in "mb" for a, b in zip(one, other, strict=False))


def _is_counted(side: Side, part: str, place: int) -> bool:
    """Tell whether a figure stands at the beginning of a part of a word, or before the word."""
    return part[0].isdigit() or (place > 0 and bool(side.forms[place - 1].figures))


_FIGURES = "0123456789.,"
_UNIT = re.compile(r"[kmgt]?(?:bps|b|wh|w|hz|v|pa|j|l|g|s|a)")
"""Symbols of units whose first letter is the size: milli, mega; and of bits and bytes."""
_HALVES = frozenset({"am", "pm"})
"""Halves of the day, behind a figure."""


def _is_of_place(high: Side, place: int, part: str, low: Side, at: int, its: str) -> bool:
    """Tell whether a capital comes from where a word stands, or from the name or the office that it is part of."""
    small = part.casefold()
    known = small in words().case
    opens = high.starts_sentence(place) and not low.starts_sentence(at)
    if opens or (not known and _begins_speech(high, place)):
        return True
    if any(c.isupper() for c in its) or _inside_name(low, at, its):
        return True
    if small in PARTICLES and _leads_name(high, place, part):
        return True
    if _titled(high, place, part) or _before_noun(high, place, small):
        return True
    if known:
        return False
    if _behind_abbreviation(high, place) or _is_place(small):
        return True
    if _in_headline(high, place) or part.casefold() in {*calendar().days, *calendar().months}:
        return True
    words_beside = high, place, low, at
    if _keeps_name(*words_beside) or _behind_name(*words_beside) or _in_run(*words_beside):
        return True
    return _is_no_word(small) or _stands_small(high, small) or _common(high, place, small)


def _titled(side: Side, place: int, part: str) -> bool:
    """Tell whether a headline has a capital for each word, so that this one tells nothing: Job Losses Rise."""
    return part[1:].islower() and _in_headline(side, place) and is_set_in_capitals(side, place)


def _before_noun(side: Side, place: int, small: str) -> bool:
    """Tell whether what follows shows that a word with a capital is a common one: Gate 9, Black voters."""
    after = side.forms[place + 1] if place + 1 < len(side.forms) else None
    if after is None:
        return False
    if small in _NUMBERED:
        return bool(after.figures)
    return small in _PEOPLES and after.lower in _OF_PEOPLES


_NUMBERED = frozenset(
    {
        "gate", "terminal", "category", "chapter", "section", "article", "phase", "level", "grade", "group", "division", "table", "figure",
        "appendix", "annex", "page", "room", "flight", "class", "type", "route", "highway", "exit", "line", "stage", "round", "game", "track", "lane",
        "platform", "paragraph", "part", "volume", "number", "zone", "district", "ward", "block", "hall", "pier", "berth", "unit", "reactor", "runway",
    }
)  # fmt: skip
"""Before a figure these say which one of many, with a capital and without."""
_PEOPLES = frozenset({"black", "white", "brown", "indigenous", "native", "aboriginal"})
_OF_PEOPLES = frozenset(
    {
        "people", "men", "women", "man", "woman", "voters", "voter", "students", "families", "farmers", "community", "communities", "residents", "children",
        "churches", "neighborhoods", "neighbourhoods", "youths", "workers", "lawmakers", "candidates", "leaders", "citizens", "motorists", "patients",
        "mothers", "artists", "athletes", "players", "officers", "teenagers", "teenager", "boys", "girls", "population", "populations", "households", "americans",
        "tribes", "groups", "lives", "colleges", "pupils", "soldiers", "majority", "minority",
    }
)  # fmt: skip


def _is_headed(pair: Pair, place: int) -> bool:
    """Tell whether a letter stands before a hyphen: e-mail, T-shirt."""
    return "-" in pair.base.forms[place].folded[1:2]


def _names_of_words(side: Side, place: int) -> bool:
    """Tell whether a word is part of a name whose words in small letters say another thing: the Red Cross."""
    names = words().names
    for first in range(max(place - _MOST_NAMED + 1, 0), place + 1):
        row = [form.lower.removesuffix("'s") for form in side.forms[first : first + _MOST_NAMED]]
        for size in range(place - first + 1, len(row) + 1):
            if size > 1 and " ".join(row[:size]) in names:
                return not _in_headline(side, place)
    return False


_MOST_NAMED = 3


def _stands_in_full_name(high: Side, place: int, low: Side, at: int) -> bool:
    """Tell whether a person's full name lost capitals on one side: alfredo del mazo.

    What is a word besides, as May or Grant, may be one.
    """
    unit = high.homes[place]
    home = high.homes.index(unit)
    mention = high.cast.at(unit, place - home)
    if mention is None or not mention.is_full or high.forms[place].lower in words().case:
        return False
    if not high.cast.is_person(mention) and not PARTICLES.intersection(mention.names):
        return False
    first = home + mention.place
    row = high.forms[first : first + len(mention.names)]
    start = at - (place - first)
    same = [form.lower for form in low.forms[max(start, 0) : start + len(row)]]
    return [form.lower for form in row] == same


def _is_no_word(small: str) -> bool:
    """Tell whether small letters make no word: a name that was typed small is no other one."""
    return len(small) >= _LEAST_KNOWN and small not in known_words()


_LEAST_NAME = 3
"""Longer than this, letters with one capital are no little word: Aids, AIDS, but not Us, US."""


_LEAST_KNOWN = 6
"""The lexicon of words has only those of as many letters."""


def _behind_abbreviation(side: Side, place: int) -> bool:
    """Tell whether a capital may be one for a sentence that never began: U.S. Officials."""
    before = side.forms[place - 1] if place else None
    return before is not None and before.folded.endswith(".") and "." in before.folded[:-1]


def _keeps_name(high: Side, place: int, low: Side, at: int) -> bool:
    """Tell whether the name that a word is part of keeps its first capital: Dow Jones industrial average.

    All words between are the same on both sides, and the name goes on before or behind them.
    """
    for step in (-1, 1):
        here, there = place + step, at + step
        while 0 <= here < len(high.forms) and 0 <= there < len(low.forms):
            one, other = high.forms[here], low.forms[there]
            if one.lower == other.lower and one.lower in PARTICLES:
                here, there = here + step, there + step
                continue
            if one.lower != other.lower or not one.name or high.starts_sentence(here):
                break
            if other.name and step < 0:
                return not one.lower.endswith("'s")
            if other.name:
                return _leads_on(high, place)
            here, there = here + step, there + step
    return False


def _behind_name(high: Side, place: int, low: Side, at: int) -> bool:
    """Tell whether one name stands right before a word on both sides: the Reyle Plan, the Reyle plan."""
    if not place or not at or high.starts_sentence(place) or high.starts_sentence(place - 1):
        return False
    one, other = high.forms[place - 1], low.forms[at - 1]
    owned = one.lower.endswith("'s")
    return one.name and other.name and one.lower == other.lower and not owned


def _begins_speech(side: Side, place: int) -> bool:
    """Tell whether a word is the first behind a mark that opens a quotation, or behind a colon."""
    before = side.forms[place - 1].folded if place else ""
    return before == ":" or (before == '"' and place in side.quoted)


def _in_run(high: Side, place: int, low: Side, at: int) -> bool:
    """Tell whether a word beside it lost its capital as well: the Harbour Relief Act, the harbour relief act.

    A term of several words is the same thing in both styles; what a capital alone makes a party,
    a faith or a company is no part of it, nor an ordinal: the Second Amendment.
    """
    if numbers().ordinals.get(high.forms[place].lower):
        return False
    return any(_lost_capital(high, place + step, low, at + step) for step in (-1, 1))


def _lost_capital(high: Side, place: int, low: Side, at: int) -> bool:
    """Tell whether one word stands on both sides, within its sentence with a capital and small."""
    if not (0 <= place < len(high.forms) and 0 <= at < len(low.forms)):
        return False
    one, other = high.forms[place], low.forms[at]
    if one.lower != other.lower or one.little or high.starts_sentence(place):
        return False
    parted = one.lower in words().case or one.lower in numbers().ordinals
    return one.folded[:1].isupper() and other.folded[:1].islower() and not parted


def _leads_on(side: Side, place: int) -> bool:
    """Tell whether a word stands inside a name: another part of it stands before."""
    return place > 0 and side.forms[place - 1].name and not side.starts_sentence(place - 1)


def _inside_name(side: Side, place: int, part: str) -> bool:
    """Tell whether a part in small letters belongs to a name by its hyphen: Geun-hye."""
    head, _, rest = side.forms[place].folded.removesuffix("'s").partition("-")
    return bool(rest) and head[:1].isupper() and part in rest.split("-")


def _leads_name(side: Side, place: int, part: str) -> bool:
    """Tell whether a particle stands before a name: Al-Qaeda, al Qaeda; Bin Laden."""
    rest = side.forms[place].folded.partition(part + "-")[2]
    after = side.forms[place + 1] if place + 1 < len(side.forms) else None
    return rest[:1].isupper() or (not rest and after is not None and after.name)


def _tells_nothing(pair: Pair, place: int, at: int) -> bool:
    """Tell whether a word's letters are of its copy's one case on either side."""
    return pair.base.in_one_case(place) or pair.version.in_one_case(at) or _in_capitals(pair)


def _in_capitals(pair: Pair) -> bool:
    """Tell whether all words on either side are in capitals, so that they tell nothing."""
    return any(
        all(form.folded.isupper() for form in side.forms if any(c.isalpha() for c in form.folded))
        for side in (pair.base, pair.version)
    )


def _in_headline(side: Side, place: int) -> bool:
    return (
        side.analysis.article.passages[side.unit(place).passage].kind is not PassageKind.PARAGRAPH
    )


def _is_place(small: str) -> bool:
    return small in places().words or small in places().demonyms


def _stands_small(side: Side, small: str) -> bool:
    return any(small == form.folded for unit in side.analysis.units for form in unit.forms)


def _common(side: Side, place: int, small: str) -> bool:
    """Tell whether a word is one that styles capitalise or not, and here no name of somebody."""
    singular = small.removesuffix("s")
    if {small, singular} & words().capitalised:
        return True
    tables = people().titles, people().portfolios, people().organisations
    if not any(word in table for table in tables for word in (small, singular)):
        return False
    after = side.forms[place + 1] if place + 1 < len(side.forms) else None
    before = side.forms[place - 1] if place and not side.starts_sentence(place) else None
    if after and after.word and (after.name or after.honorific or _is_office(after)):
        return True
    return before is not None and (
        before.lower in _BEFORE
        or before.title
        or before.name
        or before.lower in people().portfolios
        or before.lower.endswith("'s")
    )


def _is_office(form: Form) -> bool:
    return form.title or form.lower.removesuffix("s") in people().titles


_BEFORE = frozenset(
    {
        "the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "prime", "vice", "deputy", "foreign", "first",
        "acting", "former", "then", "as", "and", "of", "new", "for", "chief", "national", "federal", "interim", "general",
    }
)  # fmt: skip
