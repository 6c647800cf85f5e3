"""Prove that quotation marks came or went about words which nobody is said to have spoken.

One to three words in marks are a quotation only in a sentence that has a verb of saying, or tells
in another way of who speaks. Where words accuse, judge, or grant a standing, marks about them are
a doubt, whoever has it; and a headline's marks stand for its speaker.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.names import works
from variorum.collation.lexicons.words import people, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.mended_marks import marks_of, somebody_speaks, stands_plain
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.quote_marks import SELVES
from variorum.collation.reading.forms import Form
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_QUOTES = frozenset({'"', "'"})
_MOST_IDLE = 3
"""So many words in marks are no quotation without a verb of saying."""
_LEAST_BESIDE = 2
"""A sentence of fewer words besides is what somebody says: "No deal"."""


def prove_idle_marks(pair: Pair, block: Block) -> Proof | None:
    """Prove that a mark is one of two about one to three words that are nobody's speech."""
    changed = pair.changed(block)
    if len(changed) != 1 or changed[0].folded not in _QUOTES:
        return None
    side, other, place, _, gap = pair.gone(block)
    if not other.forms:
        return None
    its = other.homes[min(gap, len(other.homes) - 1)]
    if not _is_told(side, side.homes[place]) or not _is_told(other, its):
        return None
    found = _between(side, place)
    if found is None or not stands_plain(side, other, place, gap, found):
        return None
    if _belongs_to_speech(side, found) or not all(
        map(_is_idle, side.forms[found.start : found.stop])
    ):
        return None
    beside = sum(
        form.word for n, form in enumerate(side.forms) if side.homes[n] == side.homes[place]
    ) - len(found)
    if beside < _LEAST_BESIDE:
        return None
    return Proof(Rule.QUOTE_MARKS, block, ReasonKind.FORM_ONLY)


def _is_told(side: Side, home: int) -> bool:
    """Tell whether a sentence is the report's own: a paragraph's, with nobody who speaks in it."""
    unit = side.analysis.units[home]
    return unit.kind is PassageKind.PARAGRAPH and not (
        somebody_speaks(unit.forms)
        or any(_speaks(form, first=not n) for n, form in enumerate(unit.forms))
    )


def _speaks(form: Form, *, first: bool) -> bool:
    """Tell whether a word tells of speech; within a name, as of the Letters Club, it does not."""
    return (first or not form.name) and (
        form.lower in works().voices or form.lower in works().calling
    )


def _between(side: Side, place: int) -> range | None:
    """Return the places of the few words between a mark and its partner, nothing where it has none."""
    marks = marks_of(side, side.homes[place], side.forms[place].folded)
    if len(marks) % 2 or place not in marks:
        return None
    first = marks.index(place) // 2 * 2
    found = range(marks[first] + 1, marks[first + 1])
    few = 0 < len(found) <= _MOST_IDLE
    return found if few and all(side.forms[n].word for n in found) else None


def _belongs_to_speech(side: Side, found: Sequence[int]) -> bool:
    """Tell whether words beside are quoted as well: the marks are a quotation's within another."""
    return any(n in side.quoted for n in (found[0] - 2, found[-1] + 2))


def _is_idle(form: Form) -> bool:
    """Tell whether a word says nothing of who speaks, denies nothing and judges nobody."""
    return (
        form.lower not in SELVES
        and words().negations.isdisjoint(form.keys)
        and form.lower not in words().hedges
        and not is_person(form)
        and form.lower not in people().kin
        and works().judging.isdisjoint((form.lower, form.bare, *form.lower.split("-")))
    )
