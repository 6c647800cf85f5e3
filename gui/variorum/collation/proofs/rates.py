"""Find the rates of exchange that articles state, to check conversions of money by arithmetic.

No table of rates could be right for every day; but a story that says "($1 = 0.90 euros)", or
converts several amounts, can be held to its own word.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from variorum.collation.reading.forms import Form
from variorum.collation.reading.quantities import Quantity, read_quantity
from variorum.collation.reading.side import Side
from variorum.collation.reading.units import Unit

MOST_BEFORE = 6
"""How many words before a bracket are tried as the amount that it converts."""
_MOST_INSIDE = 8
ROUNDED = Decimal("0.03")
"""How far two rounded conversions at one rate may lie apart."""


def amount_before(forms: Sequence[Form], place: int) -> Quantity | None:
    """Return the longest amount that ends before a word."""
    for length in range(MOST_BEFORE, 0, -1):
        amount = read_quantity(forms[max(place - length, 0) : place])
        if amount is not None:
            return amount
    return None


def agrees_with_a_rate(sides: Sequence[Side], one: Quantity, other: Quantity, *, at: int) -> bool:
    """Tell whether a rate stated elsewhere than at an offset turns one amount into the other.

    The last side is the one in which the conversion itself stands.
    """
    for number, side in enumerate(sides):
        for unit in side.analysis.units:
            for place, first, second in _stated(unit):
                if number == len(sides) - 1 and place == at:
                    continue
                rate = _rate(first, second, one.unit, other.unit)
                if rate and abs(one.value * rate - other.value) <= abs(other.value) * ROUNDED:
                    return True
    return False


def _rate(first: Quantity, second: Quantity, unit: str, other_unit: str) -> Decimal | None:
    if not first.value or not second.value:
        return None
    if (first.unit, second.unit) == (unit, other_unit):
        return second.value / first.value
    if (second.unit, first.unit) == (unit, other_unit):
        return first.value / second.value
    return None


def _stated(unit: Unit) -> Iterator[tuple[int, Quantity, Quantity]]:
    """Yield the pairs of amounts of money that a sentence equates, with the offset of the sign."""
    for place, form in enumerate(unit.forms):
        if form.folded not in {"(", "[", "="}:
            continue
        first = amount_before(unit.forms, place)
        second = _amount_after(unit.forms, place + 1)
        if first and second and first.is_currency and second.is_currency:
            yield unit.tokens[place].start, first, second


def _amount_after(forms: Sequence[Form], place: int) -> Quantity | None:
    """Return the longest amount that begins with a word, up to a closing bracket."""
    end = place
    while end < len(forms) and end - place < _MOST_INSIDE and forms[end].folded not in {")", "]"}:
        end += 1
    for last in range(end, place, -1):
        amount = read_quantity(forms[place:last])
        if amount is not None:
            return amount
    return None
