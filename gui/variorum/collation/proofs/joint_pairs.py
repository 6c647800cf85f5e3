"""Prove that two little words far apart were exchanged for two others that join as they do.

Although he fell, he won: he fell, but he won. Between 1993 and 2002: from 1993 to 2002. Alone each of
the two would be a word that came, went or changed.
"""

from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import is_day_word, is_month_word
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_CONCEDES = frozenset({"although", "though", "even though"})
_OPPOSES = frozenset({"but", "yet"})


def prove_joint_pairs(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that are one of two such exchanges, each with its proof."""
    proved: dict[Block, Proof] = {}
    for one, other in pairwise(blocks):
        if _concedes(pair, one, other):
            for block in (one, other):
                proved[block] = Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
    return proved


def _concedes(pair: Pair, one: Block, other: Block) -> bool:
    """Tell whether what opens a sentence with "although" goes on with "but" on the other side."""
    for (side, start, end), (its, at, behind) in (
        (pair.stretches(one)[0], pair.stretches(other)[1]),
        (pair.stretches(one)[1], pair.stretches(other)[0]),
    ):
        if in_small(side.forms[start:end]) not in _CONCEDES or not side.begins(start):
            continue
        if in_small(its.forms[at:behind]) not in _OPPOSES or its.forms[at - 1].folded != ",":
            continue
        alone = len(pair.changed(one)) == end - start and len(pair.changed(other)) == 1
        if alone and _is_main(its, at, behind):
            return True
    return False


def _is_main(side: Side, start: int, end: int) -> bool:
    """Tell whether "but" stands between the two clauses of a sentence: before it none of these, behind it a subject."""
    home = side.homes[start]
    before = [form for n, form in enumerate(side.forms[:start]) if side.homes[n] == home]
    commas = sum(form.folded == "," for form in before)
    after = side.forms[end] if end < len(side.forms) else None
    return commas == 1 and after is not None and after.word


def prove_span(pair: Pair, block: Block) -> Proof | None:
    """Prove that a span of days or years is told with "between" and "and", or with "from" and "to"."""
    rows = pair.base_forms(block), pair.version_forms(block)
    told = sorted((row[0].lower, row[-1].lower) for row in rows if len(row) > _LEAST_SPAN)
    if told != [("between", "and"), ("from", "to")]:
        return None
    firsts = [row[1:-1] for row in rows]
    last, its = pair.next_base(block), pair.next_version(block)
    if last is None or its is None or last.lower != its.lower:
        return None
    dates = all(map(_is_date, (*firsts, [last])))
    if not dates or in_small(firsts[0]) != in_small(firsts[1]):
        return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)


_LEAST_SPAN = 2


def _is_date(forms: Sequence[Form]) -> bool:
    return bool(forms) and all(
        form.folded.isdecimal() or is_day_word(form) or is_month_word(form) for form in forms
    )
