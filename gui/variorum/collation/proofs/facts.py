"""Prove that days, amounts and places are the same ones, only told in another way."""

import datetime as dt
import re
from collections.abc import Sequence

from variorum.collation.lexicons.words import calendar, numbers, places
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.converted import is_loss
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.rates import agrees_with_a_rate, amount_before
from variorum.collation.reading.dates import (
    When,
    days_of,
    is_day_word,
    is_month_word,
    is_year,
    same_date,
)
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.reading.quantities import (
    Quantity,
    converts,
    is_rough,
    read_quantity,
    same_amount,
    same_unit,
)
from variorum.collation.reading.side import Side
from variorum.collation.reading.told_days import day_beside
from variorum.collation.reading.verbs import Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_MOST_BEFORE = 6


def prove_day_preposition(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "on" came or went before a day."""
    changed = pair.changed(block)
    if len(changed) != 1 or changed[0].lower != "on":
        return None
    for side, place in ((pair.base, block.base_end), (pair.version, block.version_end)):
        if not _day_at(side, place):
            return None
    return Proof(Rule.DAY_PREPOSITION, block, ReasonKind.LITTLE_WORDS)


_PARTS_OF_DAY = frozenset({"morning", "afternoon", "evening", "night", "eve"})


def _day_at(side: Side, place: int) -> bool:
    """Tell whether a weekday, or a day of a month, stands here."""
    here = side.forms[place : place + 2]
    if not here:
        return False
    row = [form.lower for form in side.forms[place : place + 3]]
    if len(row) == 3 and row[0] == "the" and row[1] in _PARTS_OF_DAY and row[2] == "of":
        return True
    if is_day_word(here[0]):
        return True
    if len(here) < 2:
        return False
    month_first = is_month_word(here[0]) and here[1].folded[:1].isdigit()
    return month_first or (here[0].folded[:1].isdigit() and is_month_word(here[1]))


def prove_date(pair: Pair, block: Block) -> Proof | None:
    """Prove that two ways of naming a day name the same one, or that a gloss names its day."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        if not any(map(_may_tell_day, base)) and not any(map(_may_tell_day, version)):
            return None
        if [f.folded for f in base if f.word] == [f.folded for f in version if f.word]:
            # Marks alone are proved elsewhere.
            return None
        if _same_figure(pair, block):
            return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)
        same = _days(pair, base, pair.base, block.base_start)
        same = same and same & _days(pair, version, pair.version, block.version_start)
        told = min(same).isoformat() if len(same) == 1 else same_date(base, version)
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY, told) if told else None
    forms = base or version
    side, place = (pair.base, block.base_start) if base else (pair.version, block.version_start)
    if len(forms) < 2 or not (forms[0].folded in "([," or forms[0].folded == "on"):
        return None
    glossed = side.forms[max(place - 1, 0) : place]
    same = _days(pair, forms, side, place) & _days(pair, glossed, side, place)
    if len(same) != 1:
        return None
    return Proof(Rule.DATE_GLOSS, block, ReasonKind.SAME_DAY, min(same).isoformat())


def _may_tell_day(form: Form) -> bool:
    """Tell quickly whether a word can be part of a date."""
    return (
        bool(form.figures)
        or form.folded[:1].isdigit()
        or is_day_word(form)
        or is_month_word(form)
        or form.lower in calendar().relative
    )


def _states_figure(forms: Sequence[Form]) -> bool:
    """Tell quickly whether any word can be part of an amount."""
    magnitudes = numbers().magnitudes
    for form in forms:
        for key in form.keys:
            if key[0].isdigit() or key in magnitudes:
                return True
    return any(form.lower == "half" for form in forms)


def _same_figure(pair: Pair, block: Block) -> bool:
    """Tell whether a day of a month is told with "th" and without: March 12, March 12th."""
    figures: list[str] = []
    for side, start, end in pair.stretches(block):
        row = [form for form in side.forms[start:end] if form.lower not in {"the", "of"}]
        beside = side.beside(start, end)
        if len(row) != 1 or len(row[0].keys) != 1 or not any(map(is_month_word, beside)):
            return False
        figures.append(row[0].keys[0].rstrip("."))
    return figures[0] == figures[1] and figures[0].isdecimal()


def _days(pair: Pair, forms: Sequence[Form], side: Side, place: int) -> frozenset[dt.date]:
    if not any(map(_may_tell_day, forms)):
        return frozenset()
    other = pair.version if side is pair.base else pair.base
    # Of a weekday alone the sentence tells which one is meant.
    when = _when(side, place) if any(map(is_day_word, forms)) else When.EITHER
    return days_of(forms, day_beside(side, other), when)


_COMING = frozenset({"will", "'ll", "shall", "next", "coming", "upcoming", "expected", "scheduled", "due", "planned", "plans", "set", "may", "might", "can", "must", "should", "tomorrow"})  # fmt: skip
_PAST = frozenset({"was", "were", "had", "did", "ago", "yesterday"})


def _when(side: Side, place: int) -> When:
    """Return what the verb nearest before a place tells of its day, else the nearest after it."""
    home = side.homes[min(place, len(side.homes) - 1)]
    before = [n for n in range(place - 1, -1, -1) if side.homes[n] == home]
    after = [n for n in range(place, len(side.forms)) if side.homes[n] == home]
    for n in (*before, *after):
        told = _tells(side.forms, n)
        if told is not None:
            return told
    return When.EITHER


def _tells(forms: Sequence[Form], n: int) -> When | None:
    """Return the time that a word tells: will, to meet, met."""
    word = forms[n].lower
    after = forms[n + 1].lower if n + 1 < len(forms) else ""
    if word in _COMING or (word == "to" and is_form(after, Tense.BASE)):
        return When.COMING
    if word in _PAST or is_form(word, Tense.PAST):
        return When.PAST
    return None


_TO = frozenset({"to", "-", "from", "and", "between"})


def prove_range(pair: Pair, block: Block) -> Proof | None:
    """Prove that a range is written in two ways: 5-10, 5 to 10."""
    base, version = _with_last_figure(pair, block)
    if not _states_figure(base) or not _states_figure(version):
        return None
    rows = [[f for f in forms if f.lower not in _TO] for forms in (base, version)]
    if not all(rows):
        return None
    one, other = ([key for form in row for key in form.keys] for row in rows)
    figures = [key for key in one if key[0].isdigit()]
    one, other = _with_centuries(one), _with_centuries(other)
    if one != other or len(figures) != 2 or not all(map(str.isascii, figures)):
        return None
    spoken = [form.lower for form in max(base, version, key=len)]
    led = {"from", "between"}.intersection(spoken)
    if len(base) == len(version) or "-" in spoken:
        return None
    if not ("to" in spoken or ("between" in spoken and "and" in spoken)):
        return None
    if led and float(figures[0]) >= float(figures[1]):
        return None
    return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)


def _with_last_figure(pair: Pair, block: Block) -> tuple[Sequence[Form], Sequence[Form]]:
    """Return the words of a block, with the figure that follows on both sides where only one stands in it."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    after, its = pair.next_base(block), pair.next_version(block)
    single = all(sum(bool(form.figures) for form in row) == 1 for row in (base, version))
    if single and after and its and after.figures and after.keys == its.keys:
        return (*base, after), (*version, its)
    return base, version


def _with_centuries(keys: list[str]) -> list[str]:
    """Return keys with the second of two years in full: 2010-12."""
    if len(keys) == 2 and is_year(keys[0]) and len(keys[1]) == 2:
        return [keys[0], keys[0][:2] + keys[1]]
    return keys


def prove_quantity(pair: Pair, block: Block) -> Proof | None:
    """Prove that two amounts are equal, or one the other's right conversion."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        if _same_word(pair, block, base, version):
            return Proof(Rule.UNIT_FORM, block, ReasonKind.EXPANDED)
        if _same_one(pair, block, base, version):
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
        if not _states_figure(base) or not _states_figure(version):
            return None
        one, other = read_quantity(base), read_quantity(version)
        if one is None or other is None or is_loss(base) != is_loss(version):
            return None
        if same_amount(one, other) or _same_dollars(pair, one, other):
            if is_rough(base) != is_rough(version):
                return None
            return Proof(_amount_rule(base), block, ReasonKind.SAME_NUMBER)
        if converts(one, other) or converts(other, one):
            return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)
        return None
    return _prove_conversion(pair, block)


def _same_word(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether one unit is named in two ways behind its figure: 6 feet, 6 ft."""
    if not block.base_start:
        return False
    before = pair.base.forms[block.base_start - 1]
    if {in_small(base), in_small(version)} in _METRIC:
        return before.folded[:1].isdigit() or before.keys[:1] == ("million",)
    if len(base) != 1 or len(version) != 1:
        return False
    return same_unit(base[0], version[0]) and before.folded[:1].isdigit()


_METRIC = ({"tonne", "metric ton"}, {"tonnes", "metric tons"})


def _same_one(pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether "a" stands for 1 before a magnitude: a million, 1 million."""
    if len(base) != 1 or len(version) != 1:
        return False
    after = pair.next_base(block)
    one = {base[0].lower, version[0].lower}
    counted = after is not None and bool(after.keys) and after.keys[0] in numbers().magnitudes
    return counted and one <= {"a", "an", "one", "1"} and bool(one & {"one", "1"})


_DOLLARS = frozenset({"dollar", "us dollar"})
_OTHER_DOLLARS = re.compile(
    r"\b(?:A|AU|C|CA|S|HK|NZ|NT)\$|\$(?:A|C|NZ)\b|\b(?:Australian?|Canadian?|Singapore|Hong Kong|New Zealand|Taiwan"
    r"|Namibian?|Jamaican?|Bahamian|Fijian?|Zimbabwean?)\s+(?:dollars?|dlrs?)\b",
    re.IGNORECASE,
)


def _same_dollars(pair: Pair, one: Quantity, other: Quantity) -> bool:
    """Tell whether US$ and $ are one currency: neither article counts in other dollars."""
    if one.value != other.value or not {one.unit, other.unit} <= _DOLLARS:
        return False
    return not counts_other_dollars(pair)


def counts_other_dollars(pair: Pair) -> bool:
    """Tell whether either article counts in dollars of another land, so that $ may be one of these."""
    texts = (side.analysis.article.text for side in (pair.base, pair.version))
    return any(_OTHER_DOLLARS.search(text) for text in texts)


def _amount_rule(base: Sequence[Form]) -> Rule:
    amount = read_quantity(base)
    if amount is None or not amount.unit:
        return Rule.NUMBER_FORM
    if amount.unit == "percent":
        return Rule.PERCENT_FORM
    return Rule.CURRENCY_FORM if amount.is_currency else Rule.UNIT_FORM


def _prove_conversion(pair: Pair, block: Block) -> Proof | None:
    """Prove that an amount in brackets is the amount before it in another unit."""
    side, _, start, end, _ = pair.gone(block)
    forms = side.forms[start:end]
    if len(forms) < 3 or forms[0].folded not in "([" or forms[-1].folded not in ")]":
        return None
    shown = read_quantity(forms)
    amount = amount_before(side.forms, start)
    if shown is None or amount is None:
        return None
    if converts(amount, shown) or converts(shown, amount):
        return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)
    other = pair.base if side is pair.version else pair.version
    at = side.tokens[start].start
    money = amount.is_currency and shown.is_currency and amount.unit != shown.unit
    if money and agrees_with_a_rate((other, side), amount, shown, at=at):
        return Proof(Rule.CURRENCY_FORM, block, ReasonKind.CONVERTED)
    return None


def prove_place(pair: Pair, block: Block) -> Proof | None:
    """Prove that two names are names of one place."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    aliases = places().aliases
    one, other = (
        " ".join(key for form in forms for key in form.keys if key not in {"'s", "the"})
        for forms in (base, version)
    )
    if one in aliases and aliases.get(one) == aliases.get(other):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PLACE)
    return None
