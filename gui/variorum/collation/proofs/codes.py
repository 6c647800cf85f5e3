"""Prove that only an agency's code of a company, an index or an item came or went.

Codes are not part of the sentence: `<ABC.N>`, `(ABC.N)`, `[ID:nN123]`, a bare `ABC.N` behind the
name it belongs to. A code that was exchanged for another one is no such thing.
"""

import re

from variorum.collation.lexicons.words import market_codes
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_ITEM = re.compile(r"[<\[]\s*(?:ID|nN|nL|id)\s*:?\s*\w+\s*[>\]]|\[\s*n[A-Z]\w*\d{4,}\s*\]")
_ANGLE = re.compile(r"<\s*\.?[A-Z0-9][A-Za-z0-9]*(?:[.=/][A-Za-z0-9]+)?\s*>")
_BRACKETED = re.compile(r"\(\s*\.?([A-Z0-9]{1,6}[a-z]?)\.([A-Z]{1,3})\s*\)")
_LISTED = re.compile(r"\(\s*([A-Z][A-Za-z ]{0,19}[A-Za-z])\s*:\s*[A-Z0-9]{1,6}(?:\.[A-Z])?\s*\)")
_INDEX = re.compile(r"\.[A-Z][A-Z0-9]{1,11}")
_BARE = re.compile(r"([A-Z0-9]{1,6}[a-z]?)\.([A-Z]{1,3})")
_INSTRUMENT = re.compile(r"[A-Z]{3,6}=[A-Z]{0,4}|[A-Z]{2,4}c\d")
"""What is traded, by the code of a terminal: JPY=, CLc1."""
_ANGLES = frozenset({"<", ">"})
_MOST_NAMED = 10
"""How many words angle brackets may hold: <Lund Aluminium Corp>."""


def prove_code(pair: Pair, block: Block) -> Proof | None:
    """Prove that a code, or the angle brackets that mark a company, came or went."""
    one_sided = block.base_start == block.base_end or block.version_start == block.version_end
    if not one_sided:
        return None
    side, _, start, end, _ = pair.gone(block)
    if all(form.word and form.lower.isalpha() for form in side.forms[start:end]):
        # A code has a bracket or a point.
        return None
    if _is_code(side, start, end):
        return Proof(Rule.INLINE_CODE, block, ReasonKind.FORM_ONLY)
    if _are_angles(side, start, end):
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


def _is_code(side: Side, start: int, end: int) -> bool:
    text = side.text(start, end)
    if _ITEM.fullmatch(text) or _ANGLE.fullmatch(text):
        return True
    if found := _BRACKETED.fullmatch(text):
        return found[2] in market_codes().suffixes
    if found := _LISTED.fullmatch(text):
        return found[1] in market_codes().exchanges
    before = side.forms[start - 1] if start else None
    if _INDEX.fullmatch(text) or _INSTRUMENT.fullmatch(text):
        return before is not None and before.word
    bare = _BARE.fullmatch(text)
    named = before is not None and before.word and before.surface[0].isupper()
    return bool(bare and named and bare[2] in market_codes().suffixes)


def _are_angles(side: Side, start: int, end: int) -> bool:
    """Tell whether angle brackets enclose a name: they mark a company without a code."""
    if {form.folded for form in side.forms[start:end]} - (_ANGLES | {"."}):
        return False
    for place in range(start, end):
        mark = side.forms[place].folded
        step = 1 if mark == "<" else -1
        row = side.forms[place + step :: step][:_MOST_NAMED]
        closing = next((n for n, form in enumerate(row) if form.folded in _ANGLES), 0)
        if mark in _ANGLES and not (closing and any(form.name for form in row[:closing])):
            return False
    return any(side.forms[place].folded in _ANGLES for place in range(start, end))
