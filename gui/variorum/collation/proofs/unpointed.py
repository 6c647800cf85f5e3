"""Prove that letters of two cases stand with points or without: PhD, Ph.D."""

from variorum.collation.lexicons.words import abbreviations, people
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


def prove_two_short(pair: Pair, block: Block) -> Proof | None:
    """Prove that two short forms stand for one word: Jr., Jnr; Sep., Sept."""
    one, other = (
        "".join(form.folded for form in row).removesuffix(".")
        for row in (pair.base_forms(block), pair.version_forms(block))
    )
    points = abbreviations().points
    meant = points.get(one.casefold())
    if meant is None or meant != points.get(other.casefold()) or one == other:
        return None
    if one[:1].isupper() and other[:1].isupper():
        return Proof(Rule.ABBREVIATION, block, ReasonKind.FORM_ONLY)
    return None


_LEAST_CAPITALS = 2
_MOST_LETTERS = 4
