"""Prove that letters of two cases stand with points or without: PhD, Ph.D."""

from variorum.collation.lexicons.words import people
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule


def prove_unpointed(pair: Pair, block: Block) -> Proof | None:
    """Prove that letters of two cases, or a legal form, have points or none: PhD, Ph.D.; Sdn. Bhd."""
    one, other = (
        "".join(form.folded for form in row)
        for row in (pair.base_forms(block), pair.version_forms(block))
    )
    plain = one.replace(".", "")
    if one == other or plain != other.replace(".", "") or not plain.isalpha():
        return None
    if all(form.bare in people().companies for form in pair.changed(block) if form.word):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)
    capitals = sum(map(str.isupper, plain))
    if _LEAST_CAPITALS <= capitals < len(plain) <= _MOST_LETTERS:
        return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)
    return None


_LEAST_CAPITALS = 2
_MOST_LETTERS = 4
