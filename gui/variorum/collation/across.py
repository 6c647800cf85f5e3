"""Prove neighbouring blocks together with the words between them: 5 to 6 percent, between 5% and 6%.

Where the two hold more than what is one with the words between, the rest is left to be told by
itself: of "60 metres (197 feet), he said" beside "197 feet" the measure is proved, and the source is not.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.asking import Known, prove, prove_with
from variorum.collation.linking.alignment import Block
from variorum.collation.parting import cuts
from variorum.collation.proofs.features import Feature, features_of
from variorum.collation.proofs.ordered import ACROSS
from variorum.collation.proofs.proof import Pair, Proof

_ARTICLES = frozenset({"a", "an", "the"})
_MOST_ACROSS = 4
_MOST_LEFT = 16
"""In a longer block nobody looks for a part that goes with its neighbour."""


def proved_across(
    pair: Pair, blocks: Sequence[Block], dates: Sequence[Block], known: Known
) -> tuple[list[Block], list[Proof]]:
    """Return the blocks that are left, and what was proved of two together; no date stands between."""
    left: list[Block] = []
    proofs: list[Proof] = []
    for block in blocks:
        last = left[-1] if left else None
        near = last and block.base_start - last.base_end <= _MOST_ACROSS
        if last and near and not (prove(pair, last, known) and prove(pair, block, known)):
            found = _across(pair, last, block, dates)
            if found:
                before, proof, after = found
                left.pop()
                proofs.append(proof)
                left.extend(part for part in (before, after) if not part.empty)
                continue
        left.append(block)
    return left, proofs


def _across(
    pair: Pair, last: Block, block: Block, dates: Sequence[Block]
) -> tuple[Block, Proof, Block] | None:
    """Return what is left before a proof of two blocks together, the proof, and what is left behind."""
    joined = Block(last.base_start, block.base_end, last.version_start, block.version_end)
    if not one_sentence(pair, joined) or any(
        joined.base_start <= date.base_start < joined.base_end for date in dates
    ):
        return None
    for before, middle, after in _joints(pair, last, block, joined):
        proof = prove_with(pair, middle, ACROSS)
        if proof:
            return before, proof, after
    return None


def _joints(
    pair: Pair, last: Block, block: Block, joined: Block
) -> Iterator[tuple[Block, Block, Block]]:
    """Yield two blocks joined, with what is left before and behind: the whole, then without an end."""
    start, end, other_start, other_end = joined
    nothing = Block(start, start, other_start, other_start)
    yield nothing, joined, nothing
    if not _brackets(pair, last, block) and not _measures(pair, last, block, joined):
        return
    for cut, other_cut in _parts(pair, block):
        yield (
            nothing,
            Block(start, cut, other_start, other_cut),
            Block(cut, end, other_cut, other_end),
        )
    for cut, other_cut in _parts(pair, last):
        if _leaves_article(pair, joined, cut, other_cut):
            continue
        yield (
            Block(start, cut, other_start, other_cut),
            Block(cut, end, other_cut, other_end),
            nothing,
        )


def _leaves_article(pair: Pair, joined: Block, cut: int, other_cut: int) -> bool:
    """Tell whether a cut parts an article from the one in its place: an FIR, a First Information Report."""
    sizes = sorted((cut - joined.base_start, other_cut - joined.version_start))
    return sizes == [0, 1] and all(
        side.forms[start].lower in _ARTICLES for side, start, _ in pair.stretches(joined)
    )


def _brackets(pair: Pair, last: Block, block: Block) -> bool:
    """Tell whether a bracket opens at the end of one block, and closes at the start of the next."""
    return any(
        last_end > last_start
        and end > start
        and side.forms[last_end - 1].folded == "("
        and side.forms[start].folded == ")"
        for (side, last_start, last_end), (_, start, end) in zip(
            pair.stretches(last), pair.stretches(block), strict=True
        )
    )


def _measures(pair: Pair, last: Block, block: Block, joined: Block) -> bool:
    """Tell whether amounts stand on both sides, and a unit was changed."""
    changed = (*pair.changed(last), *pair.changed(block))
    return bool(features_of(changed) & Feature.UNIT) and all(
        features_of(forms) & Feature.FIGURE
        for forms in (pair.base_forms(joined), pair.version_forms(joined))
    )


def _parts(pair: Pair, block: Block) -> Iterator[tuple[int, int]]:
    """Yield where a block can be parted so that both parts hold something."""
    start, end, other_start, other_end = block
    if (end - start + 1) * (other_end - other_start + 1) > _MOST_LEFT:
        return
    other_cuts = cuts(pair.version.forms, other_start, other_end)
    for cut in cuts(pair.base.forms, start, end):
        for other_cut in other_cuts:
            if (cut, other_cut) not in {(start, other_start), (end, other_end)}:
                yield cut, other_cut


def one_sentence(pair: Pair, block: Block) -> bool:
    """Tell whether a block stands in one sentence on each side."""
    base, version = pair.base.homes, pair.version.homes
    return (
        len({*base[block.base_start : block.base_end]}) <= 1
        and len({*version[block.version_start : block.version_end]}) <= 1
    )
