"""Prove that one time of day is told in two ways: 5 p.m., 17:00; 5:40 am, 5.40 A.M."""

from collections.abc import Sequence

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof, Stretch
from variorum.collation.reading.clocks import half_of_day, read_clock
from variorum.collation.reading.forms import Form
from variorum.collation.values import ReasonKind, Rule

_NAMED = frozenset(
    {"gmt", "utc", "noon", "midnight", "hours", "hrs", "o'clock", "morning", "evening", "past"}
)
_MOST_HALF = 2


def prove_clock(pair: Pair, block: Block) -> Proof | None:
    """Prove that two ways of telling a time of day tell the same one: 5 p.m., 17:00."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version:
        return None
    if half_of_day(base) is not None:
        halves = [_half_behind_figure(stretch) for stretch in pair.stretches(block)]
        same = halves[0] is not None and halves[0] == halves[1]
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER) if same else None
    if _counts_hours(pair, block):
        return None
    base, version = (_with_half(stretch) for stretch in pair.stretches(block))
    if not any(map(_tells_clock, (*base, *version))):
        return None
    one, other = read_clock(base), read_clock(version)
    if one is None or one != other:
        return None
    return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)


def _counts_hours(pair: Pair, block: Block) -> bool:
    """Tell whether hours of something are counted: 1900 hours of film."""
    counted = any(form.lower in {"hours", "hrs"} for form in pair.changed(block))
    nexts = pair.next_base(block), pair.next_version(block)
    return counted and any(form is not None and form.lower == "of" for form in nexts)


def prove_noon(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the figure came or went before noon or midnight: 12 noon."""
    side, other, start, end, place = pair.gone(block)
    if [form.folded for form in side.forms[start:end]] != ["12"]:
        return None
    nexts = [row[n].lower for row, n in ((side.forms, end), (other.forms, place)) if n < len(row)]
    if nexts in (["noon", "noon"], ["midnight", "midnight"]):
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _half_behind_figure(stretch: Stretch) -> int | None:
    """Return the half of the day that words tell behind a figure, and nothing else: 5:40 A M."""
    side, start, end = stretch
    before = side.forms[start - 1] if start else None
    if before is None or not before.folded[:1].isdigit():
        return None
    return half_of_day(side.forms[start:end])


def _with_half(stretch: Stretch) -> Sequence[Form]:
    """Return words with the half of the day, or the zone, that follows them."""
    side, start, end = stretch
    for size in (_MOST_HALF, 1):
        behind = side.forms[end : end + size]
        if half_of_day(behind) is not None or (size == 1 and any(map(_tells_clock, behind))):
            return side.forms[start : end + size]
    return side.forms[start:end]


def _tells_clock(form: Form) -> bool:
    """Tell whether a word shows that a time is told: 5.30 may be a rate, 5.30pm is none."""
    return form.lower in _NAMED or form.lower.rstrip(".").endswith(
        ("am", "pm", "a.m", "p.m", "hrs")
    )
