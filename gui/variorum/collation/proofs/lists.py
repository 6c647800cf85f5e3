"""Prove that a comma stands for "and" between two of a row: cakes, ropes and candles.

Only in a row that goes on behind or before with another "and" or comma, of things or of states: one
name behind another may be told of the first, "Lund, Norland", and an article opens what explains it.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.governments import governments
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_FAR = 4
"""Within how many words another joint of the row stands."""
_OPENS = frozenset({"a", "an", "the", "his", "her", "its", "their", "who", "which", "that", "where", "when", "one", "some"})  # fmt: skip


def prove_list_joint(pair: Pair, block: Block) -> Proof | None:
    """Prove that "and" between two of a row became a comma."""
    joints = [
        [form.folded for form in forms]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    if sorted(joints) not in ([[","], ["and"]], [[","], [",", "and"]]):
        return None
    sides = pair.stretches(block)
    side, start, end = sides[0] if joints[0] == [","] else sides[1]
    before, after = side.forms[start - 1] if start else None, _at(side, end)
    if before is None or after is None or any(side.begins(n) for n in (start, end)):
        return None
    if not _is_item(before) or not _is_item(after) or before.name != after.name:
        return None
    if after.name and not (_is_state(before) and _is_state(after)):
        return None
    goes_on = _joined(side.forms[end : end + _FAR]) or _joined(
        side.forms[max(start - _FAR, 0) : start][::-1]
    )
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS) if goes_on else None


def _at(side: Side, place: int) -> Form | None:
    return side.forms[place] if place < len(side.forms) else None


def _is_item(form: Form) -> bool:
    if form.figures:
        return False
    verb = form.lower in AUXILIARIES or is_form(form.lower, Tense.ING, Tense.PAST)
    return (
        form.word
        and not form.little
        and form.lower not in _OPENS
        and not verb
        and not is_person(form)
    )


def _is_state(form: Form) -> bool:
    return " ".join(form.keys) in governments().states


def _joined(forms: Sequence[Form]) -> bool:
    """Tell whether the row goes on: another comma or "and" behind plain words."""
    for form in forms:
        if form.lower == "and" or form.folded == ",":
            return True
        if not form.word or not _is_item(form):
            return False
    return False
