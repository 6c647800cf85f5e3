"""Prove that one age is told in two ways: Orla Finch, 58; the 58-year-old Orla Finch; aged 58."""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.words import numbers, people
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.values import ReasonKind, Rule

_LONGEST_LIFE = 120


def prove_age(pair: Pair, block: Block) -> Proof | None:
    """Prove that an age is told in two ways: the 30-year-old singer; the singer, 30,; aged 30."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not base or not version:
        return _prove_aged(pair, block)
    rows = [_age(base), _age(version)]
    if None in rows or rows[0] != rows[1]:
        return None
    joined = ["".join(form.lower for form in forms) for forms in (base, version)]
    if sum("year" in text for text in joined) != 1:
        return None
    return Proof(Rule.ORDER, block, ReasonKind.SAME_WORDS)


def _age(forms: Sequence[Form]) -> tuple[str, list[str]] | None:
    """Return an age and the other words of a row; None where no age or several are told."""
    keys = [key for form in forms if form.bare not in people().plain for key in form.keys]
    figures = [key for key in keys if key[0].isdigit()]
    if len(figures) != 1 or any(key in numbers().magnitudes for key in keys):
        return None
    told = {figures[0], "year", "years", "old", "aged", "the", "a"}
    rest = sorted(key for key in keys if key not in told)
    marks = {form.folded for form in forms if not form.word}
    return (figures[0], rest) if rest and marks <= {",", "-", "(", ")"} else None


def _prove_aged(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "aged" came or went before an age between commas."""
    side, _, start, end, _ = pair.gone(block)
    row = tuple(form.lower for form in side.forms[start:end])
    after = side.forms[end : end + 4]
    if row not in _AGED or len(after) < 2 or not start:
        return None
    told = side.forms[start - 1].folded == "," and after[1].folded in {",", "."}
    decade = _DECADES.match(" ".join(form.lower for form in after))
    if (told and _is_lifetime(after[0])) or (decade and row == ("aged",)):
        return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
    return None


_AGED = frozenset({("aged",), ("age",), ("who", "is"), ("who", "are")})
_DECADES = re.compile(r"in (?:his|her|their|its) (?:early |mid |late |mid-)?[1-9]0s\b")


def _is_lifetime(form: Form) -> bool:
    return form.folded.isdecimal() and 0 < int(form.folded) <= _LONGEST_LIFE


def prove_led_age(pair: Pair, block: Block) -> Proof | None:
    """Prove that words between a comma and one figure only lead to an age: aged 58, who is 58."""
    for side, start, end in pair.stretches(block):
        row = tuple(form.lower for form in side.forms[start:end])
        after = side.forms[end] if end < len(side.forms) else None
        if after is None or not _is_lifetime(after):
            return None
        if row not in _AGED or not start or side.forms[start - 1].folded != ",":
            return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
