"""Turn the aligned words of a link into variants: proofs first, judgement for the rest."""

from collections.abc import Iterator, Sequence

from variorum.collation.alignment import Block, align
from variorum.collation.equal_forms import prove_equal
from variorum.collation.judgement import judge
from variorum.collation.proof import Pair, Proof
from variorum.collation.proofs import EDGES, QUIET, QUIET_IN_QUOTES, WORDING
from variorum.collation.values import Reason, Rule, Variant, VariantClass

_MOST_PEELED = 6
_QUIET_IN_QUOTES = frozenset(
    {Rule.SPELLING, Rule.CAPITALISATION, Rule.HYPHENATION, Rule.PUNCTUATION, Rule.QUOTE_MARKS}
)


def variants_of(pair: Pair) -> list[Variant]:
    """Return the variants of a link, in order."""
    base, version = pair.base, pair.version
    if [f.surface for f in base.forms] == [f.surface for f in version.forms]:
        return []
    alignment = align(base.forms, version.forms)
    proofs = [
        *(proof for anchor in alignment.anchors for proof in _of_anchor(pair, anchor)),
        *(proof for block in alignment.blocks for part in _parted(pair, block) for proof in _of_block(pair, part)),
    ]
    proofs.sort(key=lambda proof: proof.block)
    return [_variant(pair, proof) for proof in proofs]


def _of_anchor(pair: Pair, block: Block) -> Iterator[Proof]:
    start, end, other_start, other_end = block
    if end - start == other_end - other_start == 1:
        if pair.base.forms[start].surface == pair.version.forms[other_start].surface:
            return
    elif [f.surface for f in pair.base_forms(block)] == [f.surface for f in pair.version_forms(block)]:
        return
    proof = prove_equal(pair, block)
    if proof is not None and _allowed(pair, proof):
        yield proof
    else:
        yield judge(pair, block)


def _allowed(pair: Pair, proof: Proof) -> bool:
    """Tell whether a proof may stand inside quotation marks, where words are not the desk's."""
    if proof.rule.variant_class in {VariantClass.TYPOGRAPHY, VariantClass.SUBSTANCE}:
        return True
    return proof.rule in _QUIET_IN_QUOTES or not pair.quoted(proof.block)


def _of_block(pair: Pair, block: Block) -> list[Proof]:
    """Return the variants of one block: proved as a whole, or by its ends, or judged."""
    whole = _prove(pair, block)
    if whole:
        return [whole]
    peeled = _peel(pair, block)
    if peeled:
        proof, rest, first = peeled
        others = _of_block(pair, rest)
        return [proof, *others] if first else [*others, proof]
    return [judge(pair, block)]


def _prove(pair: Pair, block: Block) -> Proof | None:
    quoted = pair.quoted(block)
    for prove in QUIET_IN_QUOTES if quoted else (*QUIET, *WORDING):
        proof = prove(pair, block)
        if proof is not None and _allowed(pair, proof):
            return proof
    return None


def _peel(pair: Pair, block: Block) -> tuple[Proof, Block, bool] | None:
    """Split off one end what is a variant of its own: an honorific, a day's "on", a gloss."""
    for edge, rest, first in _edges(block):
        for prove in EDGES:
            proof = prove(pair, edge)
            if proof is not None and _allowed(pair, proof):
                return proof, rest, first
    return None


def _edges(block: Block) -> Iterator[tuple[Block, Block, bool]]:
    """Yield insertions and deletions at either end of a block, the longer first."""
    start, end, other_start, other_end = block
    for size in range(min(_MOST_PEELED, other_end - other_start), 0, -1):
        if (size, start) == (other_end - other_start, end):
            continue
        cut = other_end - size
        yield Block(end, end, cut, other_end), Block(start, end, other_start, cut), False
        cut = other_start + size
        yield Block(start, start, other_start, cut), Block(start, end, cut, other_end), True
    for size in range(min(_MOST_PEELED, end - start), 0, -1):
        if (size, other_start) == (end - start, other_end):
            continue
        cut = end - size
        yield Block(cut, end, other_end, other_end), Block(start, cut, other_start, other_end), False
        cut = start + size
        yield Block(start, cut, other_start, other_start), Block(cut, end, other_start, other_end), True


def _parted(pair: Pair, block: Block) -> Iterator[Block]:
    """Part a block where a sentence ends, so that no variant runs over white space between two."""
    start, end, other_start, other_end = block
    breaks = _breaks(pair.base.homes, start, end)
    other_breaks = _breaks(pair.version.homes, other_start, other_end)
    if not breaks and not other_breaks:
        yield block
        return
    marks = [n for n in range(other_start, other_end) if not pair.version.forms[n].word]
    other_marks = [n for n in range(start, end) if not pair.base.forms[n].word]
    cut = breaks[0] if breaks else _after_marks(start, end, other_marks)
    other_cut = other_breaks[0] if other_breaks else _after_marks(other_start, other_end, marks)
    yield from (
        part
        for part in (Block(start, cut, other_start, other_cut),)
        if not part.empty
    )
    rest = Block(cut, end, other_cut, other_end)
    if not rest.empty:
        yield from _parted(pair, rest)


def _breaks(homes: Sequence[int], start: int, end: int) -> list[int]:
    return [place for place in range(start + 1, end) if homes[place] != homes[place - 1]]


def _after_marks(start: int, end: int, marks: Sequence[int]) -> int:
    """Return where the marks at the start of a row end: they answer to the full stop."""
    while start < end and start in marks:
        start += 1
    return start


def _variant(pair: Pair, proof: Proof) -> Variant:
    block = proof.block
    base, version = pair.base, pair.version
    return Variant(
        rule=proof.rule,
        base=base.span(block.base_start, block.base_end),
        version=version.span(block.version_start, block.version_end),
        reason=Reason(
            kind=proof.kind,
            base=base.text(block.base_start, block.base_end),
            version=version.text(block.version_start, block.version_end),
            detail=proof.detail,
        ),
    )
