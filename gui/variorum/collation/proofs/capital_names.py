"""Ask whether a capital makes a name: at a sentence's start and in a headline every word has one."""

from collections.abc import Iterator
from functools import lru_cache

from variorum.collation.lexicons.words import people, places
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.units import Unit
from variorum.collation.reading.verbs import verb_forms
from variorum.text import PassageKind

_MOST_SMALL = 0.4
"""The share of its weighty words in small letters up to which a line is set like a headline."""
_LEAST = 4
"""The words of a paragraph that show how it is set."""


def names_in(side: Side, other: Side, start: int, end: int) -> set[str]:
    """Return the first keys of the names in a stretch of a side: neither places nor common words."""
    return {
        form.keys[0]
        for place, form in enumerate(side.forms[start:end], start)
        if form.keys
        and (form.honorific or (form.name and not form.little))
        and not is_of_place(side, place)
        and not _is_common(side, other, place)
    }


def is_of_place(side: Side, place: int) -> bool:
    """Tell whether a word names a place or whose it is: U.S., Greek, Bern in "Bern, Switzerland"."""
    forms = side.forms
    if _known(forms[place]):
        return True
    after = forms[place + 1 : place + 3]
    return len(after) == 2 and after[0].folded == "," and after[1].name and _known(after[1])


def is_numbered_name(side: Side, place: int) -> bool:
    """Tell whether a number word is part of the name before it: Option One."""
    form, before = side.forms[place], side.forms[place - 1] if place else None
    if before is None or not (form.name and form.folded.isalpha() and before.name):
        return False
    return not (side.starts_sentence(place - 1) or is_set_in_capitals(side, place))


def is_set_in_capitals(side: Side, place: int) -> bool:
    """Tell whether a word stands in a line of which most words have capitals, as in headlines."""
    return side.homes[place] in _lines_in_capitals(side.analysis)


@lru_cache(maxsize=64)
def _lines_in_capitals(analysis: Analysis) -> frozenset[int]:
    return frozenset(unit.number for unit in analysis.units if _has_capitals(unit))


def _has_capitals(unit: Unit) -> bool:
    weighty = [form for form in unit.forms if form.folded[:1].isalpha() and not form.little]
    least = 1 if unit.kind in {PassageKind.HEADLINE, PassageKind.CROSSHEAD} else _LEAST
    small = sum(not form.surface[0].isupper() for form in weighty)
    return len(weighty) >= least and small <= _MOST_SMALL * len(weighty)


def _known(form: Form) -> bool:
    table = places()
    if " ".join(form.keys) in table.aliases:
        return True
    lower = form.bare.removesuffix("s")
    if form.bare in table.demonyms or lower in table.demonyms:
        return True
    keys = {form.bare, lower, *form.keys}
    return form.name and not (keys.isdisjoint(table.words) and keys.isdisjoint(table.adjectives))


def _is_common(side: Side, other: Side, place: int) -> bool:
    """Tell whether a word has its capital from its place alone, and is no name elsewhere."""
    form = side.forms[place]
    if not (side.starts_sentence(place) or is_set_in_capitals(side, place)):
        return False
    if any(form.bare in _sure_names(one.analysis) for one in (side, other)):
        return False
    forms = {form.bare, form.bare.removesuffix("s"), f"{form.bare}s"}
    if form.bare in verb_forms() or not (
        forms.isdisjoint(people().bodies) and forms.isdisjoint(people().kin)
    ):
        return True
    return any(not forms.isdisjoint(_small_words(one.analysis)) for one in (side, other))


@lru_cache(maxsize=64)
def _sure_names(analysis: Analysis) -> frozenset[str]:
    """Return the words that have a capital where only names have one."""
    return frozenset(
        form.bare
        for unit in analysis.units
        if unit.number not in _lines_in_capitals(analysis)
        for form in _behind_first(unit)
        if form.name
    )


@lru_cache(maxsize=64)
def _small_words(analysis: Analysis) -> frozenset[str]:
    return frozenset(f.bare for unit in analysis.units for f in unit.forms if f.folded.islower())


def _behind_first(unit: Unit) -> Iterator[Form]:
    """Yield the words of a sentence that no sentence or quotation begins with."""
    first = True
    for form in unit.forms:
        if not form.word:
            first = first or form.folded in {'"', "'", ":"}
        elif first:
            first = False
        else:
            yield form
