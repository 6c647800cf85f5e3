"""Prove that two forms are one word: toward and towards, burned and burnt, anyone and "any one"."""

from collections.abc import Mapping
from functools import cache

from variorum.collation.lexicons.slips import slips
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule

_ARTICLES = frozenset({"a", "an"})
_LEAST_CAPITALS = 2


def prove_same_word(pair: Pair, block: Block) -> Proof | None:
    """Prove that a word stands in another of its forms, whatever the sentence is about."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = (" ".join(form.folded for form in forms) for forms in (base, version))
    small, its = one.casefold(), other.casefold()
    if small in _groups() and _groups()[small] == _groups().get(its):
        return Proof(Rule.SPELLING, block, ReasonKind.FORM_ONLY)
    if small != its and {small, its} <= _ARTICLES:
        # Which one stands is told by the sound behind it, and by nothing else.
        return Proof(Rule.COPY_SLIP, block, ReasonKind.FORM_ONLY)
    if _are_letters(one, other):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)
    return None


@cache
def _groups() -> Mapping[str, int]:
    """Return the forms of words by the number of their group."""
    return {form: number for number, group in enumerate(slips().same) for form in group}


def _are_letters(one: str, other: str) -> bool:
    """Tell whether two tokens are the same letters, with their points and without: Ph.D., PhD."""
    if " " in one or " " in other or ("." in one) == ("." in other):
        return False
    plain = one.replace(".", "")
    return plain == other.replace(".", "") and sum(c.isupper() for c in plain) >= _LEAST_CAPITALS
