"""Read amounts in copy and tell whether two of them are the same, converted or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from variorum.collation.lexicons.words import numbers, units
from variorum.collation.reading.forms import Form
from variorum.collation.reading.numerals import POINTED

_CURRENCIES = (
    "us dollar",
    "australian dollar",
    "canadian dollar",
    "singapore dollar",
    "hong kong dollar",
    "new zealand dollar",
)
_ROUGH = frozenset({"about", "around", "approximately", "roughly", "some"})
_SKIPPED = _ROUGH | {"(", ")", "[", "]", "and", "-", "or"}
MOST_PARTS = 8
_MOST_DIGITS = 20
TOLERANCE = Decimal("0.03")
"""How far a converted figure may be rounded, at most, whatever its last digit allows."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold an amount: its value, what it counts, and half a step of its last digit."""

    value: Decimal
    unit: str
    """A unit of measure, a currency, "percent", or nothing."""
    step: Decimal

    @property
    def is_currency(self) -> bool:
        """Tell whether money is counted."""
        return self.unit in _CURRENCIES or self.unit in units().currency_words.values()


def read_quantity(forms: Sequence[Form]) -> Quantity | None:
    """Return the amount that words state, if they state one and nothing else."""
    keys = _keys(forms)
    if not 1 <= len(keys) <= MOST_PARTS or any(not _counts(form) for form in forms):
        return None
    value: Decimal | None = None
    step = Decimal(1)
    names: list[str] = []
    negative = keys[0] == "minus"
    spelled = all(not form.folded[:1].isdigit() for form in forms) and not _joined_to_unit(forms)
    apart = any(form.lower == "or" for form in forms[1:])
    for key in keys[negative:]:
        figure = _figure(key)
        magnitude = numbers().magnitudes.get(key)
        if figure is not None:
            if value is not None and (names or apart or not _adds(value, figure, spelled=spelled)):
                return None
            value = figure if value is None else value + figure
            step = _step(key)
        elif magnitude is not None:
            value = (Decimal(1) if value is None else value) * magnitude
            step *= magnitude
        else:
            names.append(key)
    if value is None:
        return None
    unit = _unit_of(names)
    value = -value if negative else value
    return None if unit is None else Quantity(value, unit, step / 2)


def is_rough(forms: Sequence[Form]) -> bool:
    """Tell whether words tell an amount as a rough one: about $5 million."""
    return not _ROUGH.isdisjoint(form.lower for form in forms)


def _joined_to_unit(forms: Sequence[Form]) -> bool:
    """Tell whether a hyphen ties a figure to what it counts: twenty five-dollar bills."""
    return any("-" in form.folded and _figure(form.keys[-1]) is None for form in forms if form.keys)


def _keys(forms: Sequence[Form]) -> list[str]:
    """Return the keys that count, with "half" as a figure: two and a half, half a million."""
    keys: list[str] = []
    for place, form in enumerate(forms):
        after = forms[place + 1].lower if place + 1 < len(forms) else ""
        article = form.lower in {"a", "an"}
        if article and (after in numbers().magnitudes or after == "half"):
            continue
        if article and keys[-1:] == ["0.5"]:
            continue
        if form.lower == "half":
            keys.append("0.5")
        elif form.lower not in _SKIPPED:
            keys.extend(form.keys)
    return keys


def _adds(value: Decimal, figure: Decimal, *, spelled: bool) -> bool:
    """Tell whether a figure goes on the one before it: twenty five, 5 1/2; never 50-5."""
    if 0 < figure < 1:
        return value % 1 == 0
    return spelled and value >= 20 and figure < 10 and value % 10 == 0


def _counts(form: Form) -> bool:
    return form.word or form.folded in {"(", ")", "[", "]", "-", "$", "€", "£", "¥"}


def _figure(key: str) -> Decimal | None:
    if not re.match(r"\d", key) or key.endswith(".") or len(key) > _MOST_DIGITS:
        return None
    if POINTED.fullmatch(key):
        return None
    try:
        return Decimal(key)
    except InvalidOperation:
        return None


def _step(key: str) -> Decimal:
    """Return one step of the last digit that says something: 160 is rounded to tens."""
    if "." in key:
        return Decimal(1).scaleb(-len(key.partition(".")[2]))
    stripped = key.rstrip("0")
    return Decimal(1).scaleb(len(key) - len(stripped)) if stripped else Decimal(1)


def _unit_of(names: Sequence[str]) -> str | None:
    """Return the unit that some keys name together, "" for no keys, None for other words."""
    if not names:
        return ""
    table = units()
    plain = " ".join(
        table.forms.get(name, name) for name in names if name != "per" or len(names) > 1
    )
    if plain == "percent" or plain in table.sizes or plain in table.temperature:
        return plain
    if plain in _CURRENCIES or plain in table.currency_words.values():
        return plain
    degrees = plain.removeprefix("degree ").removeprefix("degrees ")
    return degrees if degrees in table.temperature else None


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Tell whether two amounts are equal without conversion."""
    scales = units().temperature
    return one.value == other.value and (
        scales.get(one.unit, one.unit) == scales.get(other.unit, other.unit)
    )


def same_unit(one: Form, other: Form) -> bool:
    """Tell whether two words name one unit: feet, ft."""
    first, second = _unit_of(one.keys), _unit_of(other.keys)
    return bool(first) and first == second


def converts(one: Quantity, other: Quantity) -> bool:
    """Tell whether one amount, in its unit, is the other in another unit, but for rounding."""
    factor = _converted(one, other)
    return factor is not None and _near(factor, other)


def _converted(one: Quantity, other: Quantity) -> Decimal | None:
    table = units()
    own, its = table.sizes.get(one.unit), table.sizes.get(other.unit)
    if own and its and own[0] == its[0] and one.unit != other.unit:
        return one.value * Decimal(str(own[1])) / Decimal(str(its[1]))
    scales = (table.temperature.get(one.unit), table.temperature.get(other.unit))
    if scales == ("f", "c"):
        return (one.value - 32) * 5 / 9
    if scales == ("c", "f"):
        return one.value * 9 / 5 + 32
    return None


_SMALL = 20
_HALF = Decimal("0.5")
"""Small figures are rounded to the next whole one: 6 miles (10 km), never 8 miles (10 km)."""


def _near(value: Decimal, shown: Quantity) -> bool:
    """Tell whether a figure shown is a value rounded."""
    most = max(abs(value) * TOLERANCE, Decimal("0.5") if not shown.unit else Decimal(0))
    return abs(value - shown.value) <= min(
        shown.step, max(most, min(shown.step, _HALF) if shown.value < _SMALL else most)
    )
