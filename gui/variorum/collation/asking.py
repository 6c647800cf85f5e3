"""Ask the proofs of a block, each block once; inside quotation marks few of them may answer."""

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.features import features_of
from variorum.collation.proofs.needs import Choice
from variorum.collation.proofs.ordered import CAME_OR_WENT, CHANGED, IN_QUOTES
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule, VariantClass

Known = dict[Block, Proof | None]
"""What was proved of blocks already, or could not be: several steps ask for the same."""

_QUIET_IN_QUOTES = frozenset(
    {Rule.SPELLING, Rule.CAPITALISATION, Rule.HYPHENATION, Rule.PUNCTUATION, Rule.QUOTE_MARKS}
)
_MARKED = frozenset({Rule.ABBREVIATION, Rule.CONTRACTION, Rule.PERCENT_FORM, Rule.NAME_FORM})
"""What may differ in a quotation by its marks and spaces alone."""


def prove(pair: Pair, block: Block, known: Known) -> Proof | None:
    """Return the first proof that holds for a block."""
    if block not in known:
        known[block] = prove_with(pair, block, _proofs_for(pair, block))
    return known[block]


def _proofs_for(pair: Pair, block: Block) -> Choice:
    if pair.quoted_twice(block):
        return IN_QUOTES
    if block.base_start == block.base_end or block.version_start == block.version_end:
        return CAME_OR_WENT
    return CHANGED


def prove_with(pair: Pair, block: Block, proofs: Choice) -> Proof | None:
    """Return the first of some proofs that holds for a block."""
    features = features_of(pair.base_forms(block)), features_of(pair.version_forms(block))
    for prove in proofs.of(*features):
        proof = prove(pair, block)
        if proof is not None and is_allowed(pair, proof):
            return proof
    return None


def is_allowed(pair: Pair, proof: Proof) -> bool:
    """Tell whether a proof may stand inside quotation marks, where words are not the desk's."""
    if proof.rule.variant_class in {VariantClass.TYPOGRAPHY, VariantClass.SUBSTANCE}:
        return True
    if proof.kind is ReasonKind.SAME_SPEAKER:
        return True
    if proof.rule in _QUIET_IN_QUOTES or not pair.quoted_twice(proof.block):
        return True
    return proof.rule in _MARKED and _same_letters(pair, proof.block)


def _same_letters(pair: Pair, block: Block) -> bool:
    """Tell whether two forms differ in marks and spaces alone: U.S., US; isnt, isn't; per cent, percent."""
    one, other = (
        "".join(c for form in forms for c in form.folded if c.isalnum() or c == "%")
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    return one == other
