"""Part what no proof holds for as a whole: its ends and halves are variants of their own."""

from collections.abc import Iterator

from variorum.collation.asking import Known, is_allowed, prove, prove_with
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.features import features_of
from variorum.collation.proofs.judgement import judge
from variorum.collation.proofs.ordered import EDGES
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.unlike import UNLIKE, are_unlike
from variorum.collation.reading.forms import Form
from variorum.collation.reading.naming import is_kind_of_company
from variorum.collation.values import Rule

_MOST_PEELED = 6
_MOST_SPLIT = 8
_WHOLE = frozenset({Rule.DATE_TIME, Rule.FIGURE})
_BEFORE_DAYS = frozenset(
    {"before", "after", "since", "until", "till", "by", "from", "through", "every", "each", "to", "for", "late", "early"}
)  # fmt: skip


def proofs_of(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return the variants of one block: proved as a whole, or by its ends, or judged."""
    whole = prove(pair, block, known)
    if whole:
        return [whole]
    peeled = _peel(pair, block)
    if peeled:
        proof, rest, first = peeled
        others = proofs_of(pair, rest, known)
        return [proof, *others] if first else [*others, proof]
    return _split(pair, block, known) or [judge(pair, block)]


def _peel(pair: Pair, block: Block) -> tuple[Proof, Block, bool] | None:
    """Split off one end what is a variant of its own: an honorific, a day's "on", a gloss."""
    if not any(map(_may_be_edge, pair.changed(block))):
        return None
    for edge, rest, first in _edges(block):
        features = features_of(pair.base_forms(edge)), features_of(pair.version_forms(edge))
        for prove_edge in EDGES.of(*features):
            proof = prove_edge(pair, edge)
            if proof is None or not is_allowed(pair, proof):
                continue
            if proof.rule is Rule.DAY_PREPOSITION and _turns_time(pair, rest):
                continue
            return proof, rest, first
    return None


def _turns_time(pair: Pair, block: Block) -> bool:
    """Tell whether a word that goes with a day's "on" says another time: before Friday, on Friday."""
    return any(form.lower in _BEFORE_DAYS for form in pair.changed(block))


def _may_be_edge(form: Form) -> bool:
    """Tell whether a word can be, or begin, what is split off a block."""
    return (
        form.honorific
        or form.lower in {"on", "that"}
        or form.folded in {"(", "[", "<", ","}
        or is_kind_of_company(form)
    )


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
        yield (
            Block(cut, end, other_end, other_end),
            Block(start, cut, other_start, other_end),
            False,
        )
        cut = start + size
        yield (
            Block(start, cut, other_start, other_start),
            Block(cut, end, other_start, other_end),
            True,
        )


def _split(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return two variants where each half of a small block is proved against its own half.

    Or where one half is proved quietly, so that what is left is judged alone: nothing if neither.
    """
    start, end, other_start, other_end = block
    one, other = end - start, other_end - other_start
    if not (one and other and 2 < one + other <= _MOST_SPLIT) or pair.quoted(block):
        return []
    best: list[Proof] = []
    for size in range(one + 1):
        for other_size in range(other + 1):
            if not (0 < size + other_size < one + other) or (size, other_size) in {
                (one, 0),
                (0, other),
            }:
                continue
            left = Block(start, start + size, other_start, other_start + other_size)
            right = Block(start + size, end, other_start + other_size, other_end)
            halves = _prove_half(pair, left, known), _prove_half(pair, right, known)
            if halves[0] and halves[1]:
                return [halves[0], halves[1]]
            if not best and halves[0] and halves[0].rule.variant_class.is_quiet:
                best = [halves[0], judge(pair, right)]
            elif not best and halves[1] and halves[1].rule.variant_class.is_quiet:
                best = [judge(pair, left), halves[1]]
    # Of another day or figure the whole is told.
    return [] if any(proof.rule in _WHOLE for proof in best) else best


def _prove_half(pair: Pair, block: Block, known: Known) -> Proof | None:
    """Return the proof of a part of a block that has words on both sides."""
    if block.base_start == block.base_end or block.version_start == block.version_end:
        return None
    if block not in known and are_unlike(pair.base_forms(block), pair.version_forms(block)):
        known[block] = prove_with(pair, block, UNLIKE)
    return prove(pair, block, known)
