"""Prove that a measure or an hour is the same where its notation changed round it.

30 m (100 feet) and 100 feet (30 m), 26 billion kWh and 26 TWh, 09:00 and 9:00, GMT and UTC: here the
changed words alone state no amount, or two of them.
"""

import re
from collections.abc import Iterator, Sequence

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.rates import amount_before
from variorum.collation.reading.forms import Form, form_of
from variorum.collation.reading.quantities import (
    Quantity,
    converts,
    is_rough,
    read_quantity,
    same_amount,
)
from variorum.collation.values import ReasonKind, Rule

_DEGREES = {"C": "celsius", "F": "fahrenheit"}
_SIZES = {"k": "thousand", "m": "million", "g": "billion", "bn": "billion", "b": "billion"}
_HOUR = re.compile(r"\d{1,2}:\d{2}")
_YEARS = re.compile(r"(\d\d)(\d\d)-(\d\d)(\d\d)?")
_ZONES = frozenset({"gmt", "utc"})
_CIRCA = frozenset({"c.", "ca.", "circa", "c", "ca"})
_MOST = 9


def prove_converted(pair: Pair, block: Block) -> Proof | None:
    """Prove that one measure is told, with its conversion or without, in whichever order."""
    base, version = (
        _with_degrees(forms) for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    if max(len(base), len(version)) > _MOST:
        return None
    if not base or not version:
        return _glossed(pair, block, base or version)
    rows = _amounts(base), _amounts(version)
    if rows[0] == rows[1] == [] or [] in rows:
        rows = _with_figure(pair, block, base, version)
    if [] in rows or not all(_is_one(one, other) for one in rows[0] for other in rows[1]):
        return None
    if is_loss(base) != is_loss(version) and len(rows[0]) == len(rows[1]):
        return None
    # Rounding a conversion tells nothing new, rounding the same amount does.
    if is_rough(base) != is_rough(version) and same_amount(rows[0][0], rows[1][0]):
        return None
    # An amount that stands on one side alone is the other's conversion.
    if not all(len(row) == 1 or _is_one(*row) for row in rows):
        return None
    if rows[0][0].is_currency:
        return Proof(Rule.CURRENCY_FORM, block, ReasonKind.SAME_NUMBER)
    return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)


def is_loss(forms: Sequence[Form]) -> bool:
    """Tell whether an amount stands in brackets, as one does that was lost: net (1.2 mln)."""
    return forms[0].folded == "(" and forms[-1].folded == ")"


def _glossed(pair: Pair, block: Block, forms: Sequence[Form]) -> Proof | None:
    """Prove that what came or went in brackets is the measure before it in degrees."""
    if len(forms) < 2 or forms[0].folded != "(" or forms[-1].folded != ")":
        return None
    side, _, start, _, _ = pair.gone(block)
    shown = read_quantity(forms)
    amount = amount_before(_with_degrees(side.forms[max(start - _NEAR, 0) : start]), _NEAR + 1)
    if shown is None or amount is None or not shown.unit or not _is_one(amount, shown):
        return None
    return Proof(Rule.UNIT_FORM, block, ReasonKind.CONVERTED)


_NEAR = 4


def _is_one(one: Quantity, other: Quantity) -> bool:
    """Tell whether two measures are the same, converted or not; two bare figures are none."""
    if not one.unit or not other.unit:
        return False
    return same_amount(one, other) or converts(one, other) or converts(other, one)


def _amounts(forms: Sequence[Form]) -> list[Quantity]:
    """Return the one or two amounts that words state, the second behind a bracket; none for others."""
    parts = list(_parts(forms))
    found = [read_quantity(part) for part in parts]
    amounts = [amount for amount in found if amount is not None]
    return amounts if len(amounts) == len(parts) <= 2 else []


def _parts(forms: Sequence[Form]) -> Iterator[Sequence[Form]]:
    """Yield what stands before a bracket and in it."""
    rest = [form for form in forms if form.folded != ")"]
    at = next((n for n, form in enumerate(rest) if form.folded == "("), len(rest))
    yield from (part for part in (rest[:at], rest[at + 1 :]) if part)


def _with_figure(
    pair: Pair, block: Block, base: Sequence[Form], version: Sequence[Form]
) -> tuple[list[Quantity], list[Quantity]]:
    """Return the amounts that two stretches state with the figure before them, which both sides have."""
    before = (
        pair.base.forms[block.base_start - 1 : block.base_start],
        pair.version.forms[block.version_start - 1 : block.version_start],
    )
    if not block.base_start or not block.version_start or before[0] != before[1]:
        return [], []
    if not before[0][0].figures:
        return [], []
    return _amounts([*before[0], *base]), _amounts([*before[1], *version])


def _with_degrees(forms: Sequence[Form]) -> tuple[Form, ...]:
    """Return words with the sign of degrees and its letter as one word, 20 ° C, and 5 M$ as $5 million."""
    found: list[Form] = []
    for form in forms:
        size = _SIZES.get(found[-1].lower) if found and form.surface == "$" else None
        if size and len(found) > 1 and found[-2].figures:
            found[-1:] = [form_of(size)]
            found.insert(len(found) - 2, form)
            continue
        letter = _DEGREES.get(form.surface)
        if letter and found and found[-1].surface in {"°", "º"}:
            found[-1] = form_of(letter)
        else:
            found.append(form)
    return tuple(found)


def prove_hour(pair: Pair, block: Block) -> Proof | None:
    """Prove that an hour, its zone or some years are told in another notation: 09:00, UTC, 1920-30, c."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = base[0].folded, version[0].folded
    if {base[0].lower, version[0].lower} <= _ZONES:
        return Proof(Rule.DATE_FORM, block, ReasonKind.FORM_ONLY)
    hours = _HOUR.fullmatch(one) and _HOUR.fullmatch(other)
    if hours and one.removeprefix("0") == other.removeprefix("0"):
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    years = _span(one)
    if years and years == _span(other):
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    after = pair.next_base(block)
    dated = after is not None and len(after.folded) == 4 and after.folded.isdecimal()
    if dated and {base[0].lower, version[0].lower} <= _CIRCA:
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def _span(text: str) -> str:
    """Return two years with the second one in full, where a token tells them: 1920-30."""
    found = _YEARS.fullmatch(text)
    if found is None:
        return ""
    first, second = found[1] + found[2], found[3] + found[4] if found[4] else found[1] + found[3]
    return f"{first}-{second}" if first < second and first >= "1000" else ""
