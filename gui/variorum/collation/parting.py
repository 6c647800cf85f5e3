"""Part what no proof holds for as a whole: its ends and halves are variants of their own.

A run of changed words is no more one change than its parts are: what is proved of a part is told
of it, and what no proof holds for is judged without it. Where all parts are proved, words of one
side alone stand on one side only: what was cut and what came in its place are one change.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.asking import Known, is_allowed, prove, prove_with
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.features import features_of
from variorum.collation.proofs.judgement import judge
from variorum.collation.proofs.ordered import EDGES
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.unlike import UNLIKE, are_unlike
from variorum.collation.reading.forms import Form
from variorum.collation.reading.naming import is_kind_of_company
from variorum.collation.reading.verbs import Tense, is_form
from variorum.collation.values import Rule, VariantClass

_MOST_PEELED = 6
_MOST_SPLIT = 8
_WHOLE = frozenset({Rule.DATE_TIME, Rule.FIGURE})
_BEFORE_DAYS = frozenset(
    {"before", "after", "since", "until", "till", "by", "from", "through", "every", "each", "to", "for", "late", "early"}
)  # fmt: skip
_TOLD_ALONE = frozenset({Rule.TENSE, Rule.SYNONYM, Rule.REPORTING_VERB, Rule.REFERENCE})
"""Other words that a reader takes for what they are beside a fact; a little word goes with it."""
_END_PHRASES = frozenset(
    {"that", "it", "he", "she", "they", "which", "who", "and", "or", "but", "also"}
)
"""Little words behind which a phrase may begin."""


def proofs_of(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return the variants of one block: proved as a whole, or by its parts, or judged."""
    whole = prove(pair, block, known)
    if whole:
        return [whole]
    trimmed = _without_equal_ends(pair, block)
    if trimmed != block:
        return proofs_of(pair, trimmed, known)
    peeled = _peel(pair, block) or _peel_mark(pair, block, known)
    if peeled:
        proof, rest, first = peeled
        others = proofs_of(pair, rest, known)
        return [proof, *others] if first else [*others, proof]
    return _at_comma(pair, block, known) or _split(pair, block, known) or [judge(pair, block)]


def _without_equal_ends(pair: Pair, block: Block) -> Block:
    """Return a block without what is printed alike at both its ends."""
    start, end, other_start, other_end = block
    base, version = pair.base.forms, pair.version.forms
    while start < end and other_start < other_end and _alike(base[start], version[other_start]):
        start, other_start = start + 1, other_start + 1
    while start < end and other_start < other_end and _alike(base[end - 1], version[other_end - 1]):
        end, other_end = end - 1, other_end - 1
    return Block(start, end, other_start, other_end)


def _alike(one: Form, other: Form) -> bool:
    return one.printed == other.printed


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


def _peel_mark(pair: Pair, block: Block, known: Known) -> tuple[Proof, Block, bool] | None:
    """Split off one end a bracket or quotation mark that says nothing, or the point of a short form."""
    if not _two_sided(block):
        return None
    for side, start, end in pair.stretches(block):
        for place, first in ((start, True), (end - 1, False)):
            if end - start < _LEAST_PEELED or side.forms[place].word:
                continue
            base = side is pair.base
            edge, rest = _without(block, place, base=base, first=first)
            may_be = _may_be_peeled(pair, block, rest, base=base, place=place)
            proof = prove(pair, edge, known) if may_be else None
            if proof is None or not proof.rule.variant_class.is_quiet:
                continue
            # What is quoted is changed by both: a mark that went, and a word that another stands for.
            if side.forms[place].folded not in _QUOTES or not prove(pair, rest, known):
                return proof, rest, first
    return None


_LEAST_PEELED = 2
_QUOTES = frozenset({'"', "'"})
_OPENING, _CLOSING = frozenset({"(", "[", "<"}), frozenset({")", "]", ">"})
_BRACKETS = _OPENING | _CLOSING


def _may_be_peeled(pair: Pair, block: Block, rest: Block, *, base: bool, place: int) -> bool:
    """Tell whether a mark belongs to words outside a block: to what it encloses, or to a short form."""
    side = pair.base if base else pair.version
    mark = side.forms[place].folded
    if mark in _QUOTES:
        return not pair.quoted(rest)
    if mark in _BRACKETS:
        start, end = rest[:2] if base else rest[2:]
        return all(form.folded not in _BRACKETS for form in side.forms[start:end])
    if mark != "." or not block.base_start or not block.version_start:
        return False
    before, its = pair.base.forms[block.base_start - 1], pair.version.forms[block.version_start - 1]
    return place in {block.base_start, block.version_start} and not _alike(before, its)


def _without(block: Block, place: int, *, base: bool, first: bool) -> tuple[Block, Block]:
    """Return a mark at an end of one side of a block as a block of its own, and the rest."""
    start, end, other_start, other_end = block
    if base:
        gap = other_start if first else other_end
        edge = Block(place, place + 1, gap, gap)
        return edge, Block(place + 1, end, other_start, other_end) if first else Block(
            start, place, other_start, other_end
        )
    gap = start if first else end
    edge = Block(gap, gap, place, place + 1)
    return edge, Block(start, end, place + 1, other_end) if first else Block(
        start, end, other_start, place
    )


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


def _at_comma(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return the variants before and behind the only comma of both sides, where one is no fact."""
    start, end, other_start, other_end = block
    cut = _lone_comma(pair.base.forms, start, end)
    other_cut = _lone_comma(pair.version.forms, other_start, other_end)
    if cut is None or other_cut is None:
        return []
    if pair.base.forms[cut].printed != pair.version.forms[other_cut].printed:
        return []
    parts = (
        Block(start, cut, other_start, other_cut),
        Block(cut + 1, end, other_cut + 1, other_end),
    )
    if _may_stand_for(*parts):
        return []
    found = [proof for part in parts if not part.empty for proof in proofs_of(pair, part, known)]
    facts = all(proof.rule.variant_class is VariantClass.SUBSTANCE for proof in found)
    return [] if facts else found


def _lone_comma(forms: Sequence[Form], start: int, end: int) -> int | None:
    commas = [n for n in range(start, end) if forms[n].folded == ","]
    return commas[0] if len(commas) == 1 else None


def _may_stand_for(one: Block, other: Block) -> bool:
    """Tell whether one part has words of the base alone, and the other of the version alone."""
    if one.empty or other.empty or _two_sided(one) or _two_sided(other):
        return False
    return (one.base_start < one.base_end) != (other.base_start < other.base_end)


def _split(pair: Pair, block: Block, known: Known) -> list[Proof]:
    """Return two variants where each half of a small block is proved against its own half.

    Or where one half is proved, so that what is left is told by itself; of that one side may be
    empty. Nothing if neither is.
    """
    if not _two_sided(block) or not 2 < _size(block) <= _MOST_SPLIT:
        return []
    if pair.quoted(block) and not _wholly_quoted(pair, block):
        return []
    best: tuple[int, Proof, Block] | None = None
    for left, right in _halves(pair, block):
        proofs = _prove_half(pair, left, known), _prove_half(pair, right, known)
        if proofs[0] and proofs[1]:
            return [proofs[0], proofs[1]]
        for proof, rest in ((proofs[0], right), (proofs[1], left)):
            size = _size(proof.block) if proof else 0
            if proof and (best is None or size > best[0]) and _stands_alone(pair, proof, rest):
                best = size, proof, rest
    if best is None:
        return []
    _, proof, rest = best
    others = proofs_of(pair, rest, known)
    # Of another day or figure the whole is told.
    if _two_sided(rest) and any(other.rule in _WHOLE for other in others):
        return []
    return sorted([proof, *others], key=lambda proof: proof.block)


def _wholly_quoted(pair: Pair, block: Block) -> bool:
    return all(
        n in side.quoted for side, start, end in pair.stretches(block) for n in range(start, end)
    )


def _size(block: Block) -> int:
    return block.base_end - block.base_start + block.version_end - block.version_start


def _two_sided(block: Block) -> bool:
    return block.base_start < block.base_end and block.version_start < block.version_end


def _halves(pair: Pair, block: Block) -> Iterator[tuple[Block, Block]]:
    """Yield each way to part a block of which one half has words on both sides; none in a bracket."""
    start, end, other_start, other_end = block
    corners = {(start, other_start), (end, other_end), (start, other_end), (end, other_start)}
    other_cuts = cuts(pair.version.forms, other_start, other_end)
    for cut in cuts(pair.base.forms, start, end):
        for other_cut in other_cuts:
            if (cut, other_cut) not in corners:
                yield (
                    Block(start, cut, other_start, other_cut),
                    Block(cut, end, other_cut, other_end),
                )


def cuts(forms: Sequence[Form], start: int, end: int) -> list[int]:
    """Return where a row of words can be cut: anywhere but between two brackets."""
    found: list[int] = []
    depth = 0
    for n in range(start, end + 1):
        if not depth:
            found.append(n)
        mark = forms[n].folded if n < end else ""
        depth += (mark in _OPENING) - (mark in _CLOSING and depth > 0)
    return found if not depth else [*range(start, end + 1)]


def _stands_alone(pair: Pair, proof: Proof, rest: Block) -> bool:
    """Tell whether a proved half is a variant of its own beside what is told by itself."""
    if proof.rule.variant_class.is_quiet:
        return True
    if proof.rule not in _TOLD_ALONE or any(form.folded == '"' for form in pair.changed(rest)):
        return False
    cuts = [*_words_at_cut(pair, *sorted((proof.block, rest)))]
    if any(before.name and after.name for before, after in cuts):
        return False
    heavy = [not (before.little or after.little) for before, after in cuts]
    if _two_sided(rest):
        # A noun and what tells of it are one phrase: quarterly earnings, net profit.
        described = proof.rule is Rule.SYNONYM and all(heavy)
        return not described or all(_is_past(form) for form in pair.changed(proof.block))
    if proof.rule is Rule.REFERENCE or (any(heavy) and _size(proof.block) > _TWO_WORDS):
        return False
    # What comes or goes is a phrase: no little word before the cut governs what is behind it.
    return all(
        not before.word or not before.little or before.lower in _END_PHRASES for before, _ in cuts
    )


_TWO_WORDS = 2
"""The size of one word that stands for another."""


def _is_past(form: Form) -> bool:
    return is_form(form.lower, Tense.PAST)


def _words_at_cut(pair: Pair, first: Block, second: Block) -> Iterator[tuple[Form, Form]]:
    """Yield the words before and behind a cut, of each side that has some on both."""
    for side, start, cut, end in (
        (pair.base, first.base_start, first.base_end, second.base_end),
        (pair.version, first.version_start, first.version_end, second.version_end),
    ):
        if start < cut < end:
            yield side.forms[cut - 1], side.forms[cut]


def _prove_half(pair: Pair, block: Block, known: Known) -> Proof | None:
    """Return the proof of a part of a block that has words on both sides."""
    if not _two_sided(block):
        return None
    if block not in known and are_unlike(pair.base_forms(block), pair.version_forms(block)):
        known[block] = prove_with(pair, block, UNLIKE)
    return prove(pair, block, known)
