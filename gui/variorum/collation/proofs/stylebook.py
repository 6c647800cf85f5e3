"""Prove what stylebooks settle one way or the other: Wed. and Wednesday, World War II.

Each names the same day, war, decade, height or currency; what stands beside shows which.
"""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.names import terms, unit_terms
from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import calendar, numbers, people
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.facts import counts_other_dollars
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_SPANS = frozenset({"the", "early", "late", "mid"})
_LEAST_DAY = 3
_MOST_FEET = 8
_HEIGHT = re.compile(
    r"(?P<feet>\w+) ?(?:-?(?:foot|feet|ft)\.?|')(?:[- ]?(?P<inches>\w+?))?(?: ?-?(?:inches|inch|ins|in)\.?|\")?"
)


def prove_weekday(pair: Pair, block: Block) -> Proof | None:
    """Prove that a day of the week is shortened: on Wed., on Wednesday."""
    one, other = (
        "".join(form.folded for form in forms)
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    short, long = sorted((one, other), key=len)
    day = long.casefold()
    cut = short.removesuffix(".")
    begun = len(cut) >= _LEAST_DAY and day.startswith(cut.casefold()) and cut != long
    # Without its point "Sun" is a paper, and "Sat" a verb.
    shown = short.endswith(".") or (short.isupper() and long.isupper())
    if day not in calendar().days or not begun or not shown or not short[:1].isupper():
        return None
    return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)


def prove_compass(pair: Pair, block: Block) -> Proof | None:
    """Prove that a quarter of the sky before a name is shortened: N. Korea, North Korea."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    after, its = pair.next_base(block), pair.next_version(block)
    if len(base) != 1 or len(version) != 1 or after is None or its is None:
        return None
    short, long = sorted((base[0].folded, version[0].folded), key=len)
    quarters = _QUARTERS.get(short.removesuffix("."), frozenset[str]())
    if long in quarters and after.name and after.bare == its.bare:
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


_QUARTERS = {
    letter: frozenset({quarter, f"{quarter}ern"})
    for letter, quarter in (("N", "North"), ("S", "South"), ("E", "East"), ("W", "West"))
}


def prove_term(pair: Pair, block: Block) -> Proof | None:
    """Prove that one war, bank or paper has another of its names: World War II, the Second World War."""
    one, other = (
        " ".join(form.lower for form in forms if form.folded != ".")
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    unit = unit_terms().get(one)
    if unit is not None and unit == unit_terms().get(other):
        return Proof(Rule.UNIT_FORM, block, ReasonKind.EXPANDED)
    groups = [terms().get(text.removeprefix("the ")) for text in (one, other)]
    if groups == [None, None] and one.endswith(POSSESSIVE) and other.endswith(POSSESSIVE):
        names = (text.removeprefix("the ").removesuffix(POSSESSIVE) for text in (one, other))
        groups = [terms().get(name) for name in names]
    if groups[0] is None or groups[0] != groups[1]:
        return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)


def prove_us_dollars(pair: Pair, block: Block) -> Proof | None:
    """Prove that "U.S." came or went before dollars of an amount, where nobody counts in others."""
    side, other, start, end, place = pair.gone(block)
    row = [form.folded.replace(".", "") for form in side.forms[start:end] if form.word]
    if row not in (["US"], ["American"]):
        return None
    if not (_counts_dollars(side, start, end) and _counts_dollars(other, place, place)):
        return None
    if counts_other_dollars(pair):
        return None
    return Proof(Rule.CURRENCY_FORM, block, ReasonKind.FORM_ONLY)


def _counts_dollars(side: Side, start: int, end: int) -> bool:
    """Tell whether an amount stands before a place, and dollars behind another."""
    before = side.forms[start - 1] if start else None
    after = side.forms[end] if end < len(side.forms) else None
    if before is None or after is None or "dollar" not in after.keys:
        return False
    return bool(before.figures) or not numbers().magnitudes.keys().isdisjoint(before.keys)


def prove_metric(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "metric" came or went before tonnes, which are metric by their spelling."""
    side, other, start, end, place = pair.gone(block)
    nexts = [row[n].lower for row, n in ((side.forms, end), (other.forms, place)) if n < len(row)]
    gone = [form.lower for form in side.forms[start:end]] == ["metric"]
    if gone and nexts in (["tonne", "tonne"], ["tonnes", "tonnes"]):
        return Proof(Rule.UNIT_FORM, block, ReasonKind.FORM_ONLY)
    return None


def prove_year(pair: Pair, block: Block) -> Proof | None:
    """Prove by the article's day that a year is named by its distance: last year, in 2018."""
    years: set[int] = set()
    for side, start, end in pair.stretches(block):
        told = in_small(side.forms[start:end]).removeprefix("in ")
        away = _DISTANCES.get(told)
        if away is not None and side.day is not None:
            years.add(side.day.year + away)
        elif re.fullmatch(r"(?:19|20)\d\d", told):
            years.add(int(told))
        else:
            return None
    return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY) if len(years) == 1 else None


_DISTANCES = {"last year": -1, "this year": 0, "next year": 1}


def prove_decade(pair: Pair, block: Block) -> Proof | None:
    """Prove that a decade is named without its century: the 1990s, the 90s, the nineties.

    Only behind "the", or its beginning or end: who is in their nineties is old.
    """
    for short, long in (
        (pair.base_forms(block), pair.version_forms(block)),
        (pair.version_forms(block), pair.base_forms(block)),
    ):
        if len(short) != 1 or len(long) != 1 or not re.fullmatch(r"19[2-9]0s", long[0].lower):
            continue
        told = slips().decades.get(short[0].lower, f"19{short[0].lower}")
        led = [side.forms[start - 1].lower for side, start, _ in pair.stretches(block) if start]
        if told == long[0].lower and len(led) == 2 and _SPANS.issuperset(led):
            return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def prove_height(pair: Pair, block: Block) -> Proof | None:
    """Prove that one height is told in feet and inches: 6-foot-2, 6ft 2in, 6 feet 2 inches."""
    heights = {
        _height(pair.base_forms(block)),
        _height(pair.version_forms(block)),
    }
    if len(heights) != 1 or None in heights:
        return None
    return Proof(Rule.UNIT_FORM, block, ReasonKind.SAME_NUMBER)


def _height(forms: Sequence[Form]) -> tuple[str, str] | None:
    text = in_small(forms).replace(" - ", "-").replace(", ", " ")
    match = _HEIGHT.fullmatch(text)
    if match is None:
        return None
    feet, inches = match["feet"], match["inches"] or "0"
    known = numbers().units
    feet, inches = (str(known.get(word, word)) for word in (feet, inches))
    plain = feet.isdecimal() and inches.isdecimal() and 0 < int(feet) <= _MOST_FEET
    return (feet, inches) if plain else None


def prove_led_honorific(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the article before a reverend's name came or went: the Rev. Alan Finch."""
    side, other, start, end, place = pair.gone(block)
    if [form.lower for form in side.forms[start:end]] != ["the"]:
        return None
    rows = side.forms[end : end + 2], other.forms[place : place + 2]
    led = all(len(row) == 2 and row[0].bare in _LED and row[0].surface[0].isupper() for row in rows)
    if not led or rows[0][0].bare not in people().honorifics:
        return None
    return Proof(Rule.HONORIFIC, block, ReasonKind.FORM_ONLY)


_LED = frozenset({"rev", "reverend", "hon", "honorable", "honourable"})
