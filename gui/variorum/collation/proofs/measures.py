"""Prove that one measure is told in two notations: 4,000t, 4,000 tonnes; 300 sq m; 0.4%-0.5%."""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.words import numbers, units
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof, Stretch
from variorum.collation.reading.forms import Form, form_of
from variorum.collation.reading.numerals import plain_number
from variorum.collation.reading.quantities import read_quantity, same_unit
from variorum.collation.values import ReasonKind, Rule

_CLOSED_UP = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)(?P<unit>[a-z]+)")
_POWERS = frozenset({"square", "sq", "sq.", "cubic", "cu", "cu."})
_DEGREES = frozenset({"degree", "degrees", "°", "º"})
_JOINTS = frozenset({"to", "-", "and"})
_MOST_BEHIND = 3


def prove_unit_sign(pair: Pair, block: Block) -> Proof | None:
    """Prove that a unit is shortened where its letters alone could be others: 4,000t; sq m; 20°."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    closed = _closed_up(base, version) or _closed_up(version, base) or _parted_anew(base, version)
    if (
        closed
        or _is_named(pair, block)
        or all(map(_is_degree, pair.stretches(block)))
        or _is_power(pair, block)
    ):
        return Proof(Rule.UNIT_FORM, block, ReasonKind.EXPANDED)
    return None


def _closed_up(short: Sequence[Form], long: Sequence[Form]) -> bool:
    """Tell whether a figure holds letters for the unit that the other side tells in full behind it."""
    found = _CLOSED_UP.fullmatch(short[0].folded) if len(short) == 1 else None
    unit = units().doubtful.get(found["unit"]) if found else None
    if found is None or unit is None:
        return False
    told = [key for form in long for key in form.keys]
    return told == [plain_number(found["number"]), unit] and all(form.word for form in long)


def _parted_anew(base: Sequence[Form], version: Sequence[Form]) -> bool:
    """Tell whether a figure and the letters behind it were only joined or parted: 7nm, 7 nm."""
    short, long = sorted((base, version), key=len)
    if (len(short), len(long)) != (1, 2) or not all(form.word for form in long):
        return False
    figure, letters = (form.folded for form in long)
    joined = {figure + letters, f"{figure}-{letters}"}
    return figure[0].isdigit() and letters.isalpha() and short[0].folded in joined


def _is_named(pair: Pair, block: Block) -> bool:
    """Tell whether one unit is told by two words behind a figure: 50 pc, 50 percent; 0.5 percentage points."""
    units_told: list[str] = []
    for side, start, end in pair.stretches(block):
        led = start > 1 and side.forms[start - 1].lower in _COUNTED
        row = [form.lower for form in side.forms[start - led : end]]
        if start in {end, led} or not _counts(side.forms[start - led - 1]):
            return False
        units_told.append(_unit(row))
    return bool(units_told[0]) and units_told[0] == units_told[1]


_COUNTED = frozenset({"percentage", "basis"})


def _unit(row: Sequence[str]) -> str:
    """Return the unit that words tell, "" for others."""
    if len(row) == 1 and row[0].rstrip(".") in units().glued:
        return units().glued[row[0].rstrip(".")]
    keys = " ".join(units().forms.get(key, key) for word in row for key in form_of(word).keys)
    return keys if keys == "percent" or keys in units().sizes else ""


def _is_degree(stretch: Stretch) -> bool:
    """Tell whether words tell degrees behind a figure, and nothing else."""
    side, start, end = stretch
    row = side.forms[start:end]
    return (
        len(row) == 1 and row[0].lower in _DEGREES and bool(start and side.forms[start - 1].figures)
    )


def _is_power(pair: Pair, block: Block) -> bool:
    """Tell whether one unit is told in two ways behind "square" or "cubic" and a figure: sq m."""
    rows = pair.base_forms(block), pair.version_forms(block)
    if not all(len(row) == 1 for row in rows) or not same_unit(rows[0][0], rows[1][0]):
        return False
    return all(
        start > 1 and side.forms[start - 1].lower in _POWERS and _counts(side.forms[start - 2])
        for side, start, _ in pair.stretches(block)
    )


def _counts(form: Form) -> bool:
    return bool(form.figures) or form.lower in numbers().magnitudes


def prove_measured_range(pair: Pair, block: Block) -> Proof | None:
    """Prove that a range tells its unit once or twice: 0.4 to 0.5 percent, 0.4%-0.5%.

    A magnitude is no such unit: 5 to 6 million may begin at five.
    """
    for base_more in range(_MOST_BEHIND + 1):
        one = _range(pair.base.forms[block.base_start : block.base_end + base_more])
        if one is None:
            continue
        for version_more in range(_MOST_BEHIND + 1):
            end = block.version_end + version_more
            if one == _range(pair.version.forms[block.version_start : end]):
                return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _range(forms: Sequence[Form]) -> tuple[str, str, str] | None:
    """Return the two figures of a range and their unit, if words tell that and nothing else."""
    joints = [n for n, form in enumerate(forms) if form.folded in _JOINTS]
    if joints:
        rows = [[key for form in row for key in form.keys] for row in _parted(forms, joints[0])]
    else:
        keys = [key for form in forms for key in form.keys]
        rows = [keys[:1], keys[1:]] if forms and _SPAN.fullmatch(forms[0].folded) else []
    if len(joints) > 1 or not rows or not all(row and row[0][0].isdigit() for row in rows):
        return None
    (low, *unit), (high, *its) = rows
    told = " ".join(its)
    known = told == "percent" or told in units().sizes or told in units().temperature
    return (low, high, told) if known and unit in ([], its) else None


_SPAN = re.compile(r"\d+(?:\.\d+)?-\d+(?:\.\d+)?[%a-z]*")


def _parted(forms: Sequence[Form], joint: int) -> tuple[Sequence[Form], Sequence[Form]]:
    return forms[:joint], forms[joint + 1 :]


def prove_spoken_number(pair: Pair, block: Block) -> Proof | None:
    """Prove that a number is told in figures or in words with hyphens: 1.5, one-and-a-half."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    for spoken, plain in ((base[0], version[0]), (version[0], base[0])):
        if not _SPOKEN.fullmatch(spoken.lower) or not plain.folded[0].isdigit():
            continue
        one = read_quantity([form_of(word) for word in spoken.lower.split("-")])
        other = read_quantity([plain])
        if one and other and not (one.unit or other.unit) and one.value == other.value:
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


_SPOKEN = re.compile(r"[a-z]+(?:-[a-z]+)+")
