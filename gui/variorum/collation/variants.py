"""Turn the aligned words of a link into variants: proofs first, judgement for the rest."""

from collections.abc import Iterator, Sequence

from variorum.collation.decisions import WordPair
from variorum.collation.linking.alignment import Block, align
from variorum.collation.proofs.comma_pairs import prove_comma_pairs
from variorum.collation.proofs.equal_forms import prove_equal
from variorum.collation.proofs.features import features_of
from variorum.collation.proofs.judgement import judge
from variorum.collation.proofs.naming import prove_headline_source
from variorum.collation.proofs.needs import Choice
from variorum.collation.proofs.ordered import (
    ACROSS,
    CAME_OR_WENT,
    CHANGED,
    EDGES,
    IN_QUOTES,
)
from variorum.collation.proofs.phrase_order import prove_phrases
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.reordering import parted_moves, prove_order
from variorum.collation.proofs.unlike import UNLIKE, are_unlike
from variorum.collation.proofs.whole_dates import outside, whole_dates
from variorum.collation.proofs.word_pairs import Listed, apart, listed
from variorum.collation.reading.forms import Form
from variorum.collation.reading.naming import is_kind_of_company
from variorum.collation.values import Reason, ReasonKind, Rule, Variant, VariantClass

_MOST_PEELED = 6
_MOST_ACROSS = 4
_MOST_ISLAND = 2
_QUIET_IN_QUOTES = frozenset(
    {Rule.SPELLING, Rule.CAPITALISATION, Rule.HYPHENATION, Rule.PUNCTUATION, Rule.QUOTE_MARKS}
)
_MARKED = frozenset({Rule.ABBREVIATION, Rule.CONTRACTION, Rule.PERCENT_FORM, Rule.NAME_FORM})
"""What may differ in a quotation by its marks and spaces alone."""


Known = dict[Block, Proof | None]
"""What was proved of blocks already, or could not be: several steps ask for the same."""


def variants_of(pair: Pair, words: Sequence[WordPair] = ()) -> list[Variant]:
    """Return the variants of a link, in order; pairs of words may have a class by hand."""
    base, version = pair.base, pair.version
    if base.forms == version.forms:
        return []
    alignment = align(base.forms, version.forms)
    by_hand = listed(pair, alignment, words)
    dates = [
        date
        for date in whole_dates(pair, alignment)
        if all(apart(date, one.block) for one in by_hand)
    ]
    fixed = sorted([*dates, *(one.block for one in by_hand)])
    blocks = [
        part
        for block in outside(alignment.blocks, fixed)
        for part in _parted(pair, _slid(pair, block, fixed))
    ]
    known: Known = {}
    blocks, proofs = _proved_across(pair, blocks, fixed, known)
    proofs += [proof for date in dates for proof in _of_block(pair, date, known)]
    proofs += [_by_hand(pair, one, known) for one in by_hand]
    blocks = parted_moves(pair, blocks)
    ordered = prove_order(pair, blocks) | prove_comma_pairs(pair, blocks)
    ordered |= prove_phrases(pair, [block for block in blocks if block not in ordered])
    covered = [*fixed, *(proof.block for proof in proofs)]
    proofs += [
        _of_anchor(pair, anchor)
        for anchor in alignment.anchors
        if _differs(pair, anchor) and not _covered(anchor, covered)
    ]
    for block in blocks:
        proofs += [ordered[block]] if block in ordered else _of_block(pair, block, known)
    proofs.sort(key=lambda proof: proof.block)
    return [_variant(pair, proof) for proof in _swallowed(pair, _with_points(pair, proofs))]


def _by_hand(pair: Pair, one: Listed, known: Known) -> Proof:
    """Return what a person decided of words, with the rule that they fall under by themselves."""
    proofs = _of_block(pair, one.block, known)
    rule = proofs[0].rule if len(proofs) == 1 else judge(pair, one.block).rule
    return Proof(rule, one.block, ReasonKind.LISTED, decided=one.variant_class)


def _slid(pair: Pair, block: Block, dates: Sequence[Block]) -> Block:
    """Slide what came or went to where a phrase begins: "the company and", not "company and the".

    Both readings give the same words; the aligner knows no phrases. No block slides into a date.
    """
    ends = {(date.base_end, date.version_end) for date in dates}
    start, end, other_start, other_end = block
    base, version = pair.base.forms, pair.version.forms
    while start == end or other_start == other_end:
        row, first, last = (version, other_start, other_end) if start == end else (base, start, end)
        if min(start, other_start) == 0 or not _slides(row, first, last):
            break
        if (start, other_start) in ends:
            break
        if base[start - 1].printed != version[other_start - 1].printed:
            break
        start, end, other_start, other_end = start - 1, end - 1, other_start - 1, other_end - 1
    return Block(start, end, other_start, other_end)


def _slides(row: Sequence[Form], first: int, last: int) -> bool:
    """Tell whether a stretch ends with the little word before it, and does not begin with one."""
    ending = row[last - 1]
    return (
        last - first > 1
        and ending.word
        and ending.little
        and not row[first].little
        and ending.surface == row[first - 1].surface
    )


def _covered(anchor: Block, blocks: Sequence[Block]) -> bool:
    return any(
        block.base_start <= anchor.base_start and anchor.base_end <= block.base_end
        for block in blocks
    )


def _proved_across(
    pair: Pair, blocks: list[Block], dates: Sequence[Block], known: Known
) -> tuple[list[Block], list[Proof]]:
    """Prove neighbouring blocks together with the few words between them; no date stands there."""
    left: list[Block] = []
    proofs: list[Proof] = []
    for block in blocks:
        last = left[-1] if left else None
        near = last and block.base_start - last.base_end <= _MOST_ACROSS
        if last and near and not (_prove(pair, last, known) and _prove(pair, block, known)):
            joined = Block(last.base_start, block.base_end, last.version_start, block.version_end)
            free = _one_sentence(pair, joined) and not any(
                joined.base_start <= date.base_start < joined.base_end for date in dates
            )
            proof = _prove_with(pair, joined, ACROSS) if free else None
            if proof:
                left.pop()
                proofs.append(proof)
                continue
        left.append(block)
    return left, proofs


def _one_sentence(pair: Pair, block: Block) -> bool:
    base, version = pair.base.homes, pair.version.homes
    return (
        len({*base[block.base_start : block.base_end]}) <= 1
        and len({*version[block.version_start : block.version_end]}) <= 1
    )


def _with_points(pair: Pair, proofs: Sequence[Proof]) -> list[Proof]:
    """Give an abbreviation at a sentence's end its point: U.S. and US. are one variant."""
    merged: list[Proof] = []
    for proof in proofs:
        last = merged[-1] if merged else None
        block = proof.block
        if (
            last
            and last.rule in {Rule.ABBREVIATION, Rule.DATE_FORM, Rule.TITLE_FORM}
            and proof.rule is Rule.PUNCTUATION
            and (last.block.base_end, last.block.version_end)
            == (block.base_start, block.version_start)
            and [f.folded for f in pair.changed(block)] == ["."]
        ):
            whole = Block(
                last.block.base_start, block.base_end, last.block.version_start, block.version_end
            )
            merged[-1] = last._replace(block=whole)
        else:
            merged.append(proof)
    return merged


def _swallowed(pair: Pair, proofs: Sequence[Proof]) -> list[Proof]:
    """Join larger changes over the one or two little words that they happen to share."""
    joined: list[Proof] = []
    for proof in proofs:
        last = joined[-1] if joined else None
        if last and _is_island(pair, last, proof):
            one, other = last.block, proof.block
            whole = Block(one.base_start, other.base_end, one.version_start, other.version_end)
            joined[-1] = judge(pair, whole)
        else:
            joined.append(proof)
    return joined


def _is_island(pair: Pair, last: Proof, proof: Proof) -> bool:
    """Tell whether what lies between two changes is little beside either of them."""
    if not all(p.rule.variant_class is VariantClass.SUBSTANCE for p in (last, proof)):
        return False
    if last.decided or proof.decided:
        return False
    one, other = last.block, proof.block
    between = pair.base.forms[one.base_end : other.base_start]
    if len(between) != other.version_start - one.version_end or not between:
        return False
    size = sum(form.word for form in between)
    if size > _MOST_ISLAND or not all(form.little for form in between):
        return False
    whole = Block(one.base_start, other.base_end, one.version_start, other.version_end)
    return _one_sentence(pair, whole) and min(_size(pair, one), _size(pair, other)) > max(size, 1)


def _size(pair: Pair, block: Block) -> int:
    """Return the number of words on the longer side of a block."""
    return max(
        sum(form.word for form in forms)
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )


def _differs(pair: Pair, anchor: Block) -> bool:
    """Tell whether words whose keys met are told in other characters."""
    start, end, other_start, other_end = anchor
    if end - start == other_end - other_start == 1:
        one, other = pair.base.forms[start], pair.version.forms[other_start]
        return one is not other and one.printed != other.printed
    base, version = pair.base_forms(anchor), pair.version_forms(anchor)
    return [form.printed for form in base] != [form.printed for form in version]


def _of_anchor(pair: Pair, block: Block) -> Proof:
    proof = prove_equal(pair, block)
    if proof is not None and _allowed(pair, proof):
        return proof
    return prove_headline_source(pair, block) or judge(pair, block)


def _allowed(pair: Pair, proof: Proof) -> bool:
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


def _of_block(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return the variants of one block: proved as a whole, or by its ends, or judged."""
    whole = _prove(pair, block, known)
    if whole:
        return [whole]
    peeled = _peel(pair, block)
    if peeled:
        proof, rest, first = peeled
        others = _of_block(pair, rest, known)
        return [proof, *others] if first else [*others, proof]
    return _split(pair, block, known) or [judge(pair, block)]


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


_WHOLE = frozenset({Rule.DATE_TIME, Rule.FIGURE})


def _prove_half(pair: Pair, block: Block, known: Known) -> Proof | None:
    """Return the proof of a part of a block that has words on both sides."""
    if block.base_start == block.base_end or block.version_start == block.version_end:
        return None
    if block not in known and are_unlike(pair.base_forms(block), pair.version_forms(block)):
        known[block] = _prove_with(pair, block, UNLIKE)
    return _prove(pair, block, known)


_MOST_SPLIT = 8


def _prove(pair: Pair, block: Block, known: Known) -> Proof | None:
    if block not in known:
        known[block] = _prove_with(pair, block, _proofs_for(pair, block))
    return known[block]


def _proofs_for(pair: Pair, block: Block) -> Choice:
    if pair.quoted_twice(block):
        return IN_QUOTES
    if block.base_start == block.base_end or block.version_start == block.version_end:
        return CAME_OR_WENT
    return CHANGED


def _prove_with(pair: Pair, block: Block, proofs: Choice) -> Proof | None:
    features = features_of(pair.base_forms(block)), features_of(pair.version_forms(block))
    for prove in proofs.of(*features):
        proof = prove(pair, block)
        if proof is not None and _allowed(pair, proof):
            return proof
    return None


def _peel(pair: Pair, block: Block) -> tuple[Proof, Block, bool] | None:
    """Split off one end what is a variant of its own: an honorific, a day's "on", a gloss."""
    if not any(map(_may_be_edge, pair.changed(block))):
        return None
    for edge, rest, first in _edges(block):
        features = features_of(pair.base_forms(edge)), features_of(pair.version_forms(edge))
        for prove in EDGES.of(*features):
            proof = prove(pair, edge)
            if proof is None or not _allowed(pair, proof):
                continue
            if proof.rule is Rule.DAY_PREPOSITION and _turns_time(pair, rest):
                continue
            return proof, rest, first
    return None


def _turns_time(pair: Pair, block: Block) -> bool:
    """Tell whether a word that goes with a day's "on" says another time: before Friday, on Friday."""
    return any(form.lower in _BEFORE_DAYS for form in pair.changed(block))


_BEFORE_DAYS = frozenset(
    {"before", "after", "since", "until", "till", "by", "from", "through", "every", "each", "to", "for", "late", "early"}
)  # fmt: skip


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
    yield from (part for part in (Block(start, cut, other_start, other_cut),) if not part.empty)
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
        decided=proof.decided,
    )
