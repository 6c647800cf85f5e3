"""Ask of each part of a split or merged sentence what it carries, and let go what carries nothing.

A part is one only if it says something of the whole that no other part says. One that lends the
whole no more than a name, what somebody is, or where it was said, while what it says itself
stands nowhere in the whole, was cut or added beside it. The thresholds are measured: see
tests/benchmarks.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from rapidfuzz.distance import LCSseq

from variorum.collation.lexicons.words import calendar
from variorum.collation.linking.candidates import is_label
from variorum.collation.linking.telling import is_name
from variorum.collation.linking.ties import Ties
from variorum.collation.reading.clauses import attributed, verb_of
from variorum.collation.reading.forms import Form
from variorum.collation.reading.units import Unit
from variorum.text import PassageKind

OWN = 0.15
"""The least share of a part that it alone tells of the whole."""
MOSTLY = 0.65
"""The share of a part that lies in the whole from which on it need not be asked what it says."""
SAYS = 0.2
"""The least share of what it says, from its verb on, that it alone tells of the whole."""
STRETCH = 0.8
"""The share of its words, in order, by which a line of another kind or a mere date is a part."""
_LINES = frozenset({PassageKind.HEADLINE, PassageKind.CROSSHEAD})
_SPOKE = frozenset({"spoke", "speaks", "speaking"})
_SAID = frozenset({"remark", "remarks", "comment", "comments", "statement", "statements"})


def let_go(
    base: Sequence[Unit], version: Sequence[Unit], found: Ties, kept: AbstractSet[int]
) -> None:
    """Take out of each link the parts that carry nothing of the whole.

    Links that hold a sentence of `kept`, by the base's numbers, stay as they are.
    """
    for tie in [tie for tie in found.ties if len(tie.base) + len(tie.version) > 2]:
        if not kept.isdisjoint(tie.base):
            continue
        if len(tie.version) == 1:
            parts = _staying([base[n] for n in tie.base], version[tie.version[0]], found)
            found.narrow(tie, [unit.number for unit in parts], tie.version)
        elif len(tie.base) == 1:
            parts = _staying([version[n] for n in tie.version], base[tie.base[0]], found)
            found.narrow(tie, tie.base, [unit.number for unit in parts])


def _staying(parts: Sequence[Unit], whole: Unit, found: Ties) -> list[Unit]:
    """Return the parts that carry something; of those that do not the emptiest goes first."""
    stay = [*parts]
    while len(stay) > 1:
        wholes = [(_own(unit, stay, whole), unit) for unit in stay]
        empty = [
            (found.weights.of(own), unit.number, unit)
            for own, unit in wholes
            if not _carries(unit, own, stay, whole, found)
        ]
        if not empty:
            break
        stay.remove(min(empty)[2])
    return stay


def still_carry(parts: Sequence[Unit], another: Unit, whole: Unit, found: Ties) -> bool:
    """Tell whether each of some parts says something of the whole that another does not say."""
    every = [*parts, another]
    return all(_carries(unit, _own(unit, every, whole), every, whole, found) for unit in parts)


def _own(unit: Unit, parts: Sequence[Unit], whole: Unit) -> frozenset[str]:
    """Return what a part alone tells of the whole."""
    others = frozenset[str]().union(*(part.bag for part in parts if part is not unit))
    return unit.bag & whole.bag - others


def _carries(
    unit: Unit, own: frozenset[str], parts: Sequence[Unit], whole: Unit, found: Ties
) -> bool:
    """Tell whether a part says something of the whole that the others do not say."""
    weights = found.weights
    lines = {unit.kind, whole.kind} & _LINES
    if (lines and unit.kind is not whole.kind) or _is_date(unit):
        beside = any(abs(unit.number - part.number) == 1 for part in parts)
        return beside and _adds_in_order(unit, parts, whole) >= STRETCH
    if weights.of(own) < OWN * weights.of(unit.bag) and (
        _adds_in_order(unit, parts, whole) < STRETCH
    ):
        return False
    said = attributed(unit.forms)
    verb = verb_of(unit.forms)
    if _only_names(unit.forms[verb:]):
        return True
    matter = _keys(unit, said) & unit.bag
    if weights.of(matter & whole.bag) >= MOSTLY * weights.of(matter):
        return bool(matter)
    verb = verb_of(unit.forms, said)
    if verb < len(unit.forms) and not own.isdisjoint(unit.forms[verb].heavy):
        return True
    if verb < len(unit.forms) or not said:
        said |= frozenset(range(verb))
    says = _keys(unit, said, names=False) & unit.bag
    return bool(says) and weights.of(says & own) >= SAYS * weights.of(says)


def _is_date(unit: Unit) -> bool:
    """Tell whether a line says no more than when: 05/02/2013, This year."""
    days = calendar()
    return is_label(unit) or unit.bag <= days.times | days.months.keys() | days.days.keys()


def _adds_in_order(unit: Unit, parts: Sequence[Unit], whole: Unit) -> float:
    """Return which share of a part's words stands in the whole, in order among the other parts."""
    together = [key for part in parts for key in part.keys]
    others = [key for part in parts if part is not unit for key in part.keys]
    more = LCSseq.similarity(together, whole.keys) - LCSseq.similarity(others, whole.keys)
    return more / max(len(unit.keys), 1)


def _keys(unit: Unit, passed: frozenset[int], *, names: bool = True) -> frozenset[str]:
    """Return the keys that matter of a sentence's words but those of some places."""
    return frozenset(
        key
        for place, form in enumerate(unit.forms)
        if place not in passed and (names or not is_name(form))
        for key in form.heavy
    )


def _only_names(forms: Sequence[Form]) -> bool:
    """Tell whether a sentence, from its verb on, only says who spoke: Quill made the remarks."""
    first = {form.lower for form in forms[:2]}
    if "made" in first:
        return any(form.lower in _SAID for form in forms)
    return not first.isdisjoint(_SPOKE)
