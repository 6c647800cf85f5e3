"""Turn the aligned words of a link into variants: proofs first, judgement for the rest."""

from collections.abc import Iterator, Sequence

from variorum.collation.across import one_sentence, proved_across
from variorum.collation.asking import Known, is_allowed
from variorum.collation.decisions import WordPair
from variorum.collation.linking.alignment import Block, align
from variorum.collation.parting import proofs_of
from variorum.collation.proofs.comma_pairs import honorifics_apart, prove_comma_pairs
from variorum.collation.proofs.equal_forms import prove_equal
from variorum.collation.proofs.joint_pairs import prove_joint_pairs
from variorum.collation.proofs.judgement import judge
from variorum.collation.proofs.naming import prove_headline_source
from variorum.collation.proofs.phrase_order import prove_phrases
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.reordering import parted_moves, prove_order
from variorum.collation.proofs.whole_dates import outside, whole_dates
from variorum.collation.proofs.word_pairs import Listed, apart, listed
from variorum.collation.reading.forms import Form
from variorum.collation.values import Reason, ReasonKind, Rule, Variant, VariantClass

_MOST_ISLAND = 2


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
        piece
        for block in outside(alignment.blocks, fixed)
        for part in _parted(pair, _slid(pair, block, fixed))
        for piece in honorifics_apart(pair, part)
    ]
    known: Known = {}
    blocks, proofs = proved_across(pair, blocks, fixed, known)
    proofs += [proof for date in dates for proof in proofs_of(pair, date, known)]
    proofs += [_by_hand(pair, one, known) for one in by_hand]
    blocks = parted_moves(pair, blocks)
    ordered = prove_order(pair, blocks) | prove_comma_pairs(pair, blocks)
    ordered |= prove_joint_pairs(pair, blocks)
    ordered |= prove_phrases(pair, [block for block in blocks if block not in ordered])
    covered = [*fixed, *(proof.block for proof in proofs)]
    proofs += [
        _of_anchor(pair, anchor)
        for anchor in alignment.anchors
        if _differs(pair, anchor) and not _covered(anchor, covered)
    ]
    for block in blocks:
        proofs += [ordered[block]] if block in ordered else proofs_of(pair, block, known)
    proofs.sort(key=lambda proof: proof.block)
    return [_variant(pair, proof) for proof in _swallowed(pair, _with_points(pair, proofs))]


def _by_hand(pair: Pair, one: Listed, known: Known) -> Proof:
    """Return what a person decided of words, with the rule that they fall under by themselves."""
    proofs = proofs_of(pair, one.block, known)
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
    return one_sentence(pair, whole) and min(_size(pair, one), _size(pair, other)) > max(size, 1)


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
    if proof is not None and is_allowed(pair, proof):
        return proof
    return prove_headline_source(pair, block) or judge(pair, block)


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
