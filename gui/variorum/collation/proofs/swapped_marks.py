"""Tell whether one mark in the place of another turns what is told.

A colon behind a name makes a speaker of it, a dash between figures a range; a semicolon that changes places with
commas parts a list elsewhere; < is no >, and 5' no 5".
"""

from collections.abc import Sequence

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Stretch
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form

_COMPARING = frozenset({"<", ">"})
_LISTING = {",", ";"}
_SPEAKING = {",", ":"}
_RANGING = {",", "-"}


def turns_by_swap(pair: Pair, block: Block, one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether as many marks on both sides are not the same to a reader."""
    for mark, its in zip(one, other, strict=True):
        swapped = {mark, its}
        if len(swapped) == 1:
            continue
        if swapped & _COMPARING and _is_counted(pair, block):
            return True
        if swapped == _LISTING and all(_has(side, ";") for side in (pair.base, pair.version)):
            return True
        if swapped == _SPEAKING and all(map(_follows_person, pair.stretches(block))):
            return True
        if swapped == _RANGING and all(map(_parts_figures, pair.stretches(block))):
            return True
    return False


def tells_inches(pair: Pair, block: Block) -> bool:
    """Tell whether marks behind a figure are those of feet and inches: no quotation ends there."""
    return all(map(_stands_at_figure, pair.stretches(block)))


def _stands_at_figure(stretch: Stretch) -> bool:
    side, start, _ = stretch
    if not start or not side.forms[start - 1].figures:
        return False
    glued = side.tokens[start - 1].end == side.tokens[start].start
    return glued and start - 1 not in side.quoted and start not in side.quoted


def _is_counted(pair: Pair, block: Block) -> bool:
    after, its = pair.next_base(block), pair.next_version(block)
    return bool(after is not None and after.figures and its is not None and its.figures)


def _has(side: Side, mark: str) -> bool:
    return any(form.folded == mark for form in side.forms)


def _follows_person(stretch: Stretch) -> bool:
    """Tell whether nothing but a person stands before a mark in its sentence: Finch: Osk lied."""
    side, start, end = stretch
    before = [
        form
        for form, at in zip(side.forms[:start], side.homes, strict=False)
        if at == side.homes[start]
    ]
    after = side.forms[end] if end < len(side.forms) else None
    if not before or after is None or not after.word:
        return False
    acted = any(
        form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST, Tense.THIRD) for form in before
    )
    return not acted and (before[-1].name or is_person(before[-1]))


def _parts_figures(stretch: Stretch) -> bool:
    side, start, end = stretch
    beside = side.beside(start, end)
    return len(beside) > 1 and all(form.figures for form in beside)
