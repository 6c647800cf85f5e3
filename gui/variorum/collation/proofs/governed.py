"""Prove that one preposition stands for another that a word beside it takes as well.

Doubts about it, doubts over it; in an interview, during an interview. The word stands in both
articles, and what follows tells neither when nor how much: "talks on Monday" are about something.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.governed import governed
from variorum.collation.lexicons.words import calendar, units
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import is_day_word, is_month_word
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.verbs import Tense, verb_forms
from variorum.collation.values import ReasonKind, Rule

_LONGEST = 2
"""In words: before, ahead of."""
_MOST_TO_NOUN = 5
"""Within how many words behind a preposition its noun stands: in a long radio interview."""
_MOST_BACK = 4
"""Within how many words before "from a year ago" the change stands."""
_OBJECTS = frozenset({"him", "her", "it", "them", "us", "me"})
_ENDS_PHRASE = frozenset({"and", "or", "but", "that", "which", "who", "of", "to", "for", "from", "on", "at", "with", "by", "said", "is", "are", "was", "were"})  # fmt: skip


def prove_governed(pair: Pair, block: Block) -> Proof | None:
    """Prove that a word beside two prepositions takes one as well as the other."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if not 0 < len(base) * len(version) <= _LONGEST:
        return None
    swapped = frozenset({in_small(base), in_small(version)})
    groups = {n for n, swaps in enumerate(governed().swaps) if swapped <= swaps}
    after = _shared_after(pair, block)
    free = (
        _behind(pair, block, groups, after)
        or _before(groups, after)
        or _spans(swapped, after)
        or _compares(pair, block, swapped, after)
        or _is_kind_of_money(pair, block, swapped, after)
    )
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS) if free else None


def _shared_after(pair: Pair, block: Block) -> list[Form]:
    """Return the words that follow on both sides, up to the first that differs or a mark."""
    shared: list[Form] = []
    rows = pair.base.forms[block.base_end :], pair.version.forms[block.version_end :]
    for form, its in zip(*rows, strict=False):
        if not form.word or form.lower != its.lower or len(shared) == _MOST_TO_NOUN:
            break
        shared.append(form)
    return shared


def _behind(pair: Pair, block: Block, groups: set[int], after: Sequence[Form]) -> bool:
    """Tell whether the word before takes both, and no day, hour or amount follows."""
    if not block.base_start or not block.version_start or _tells_when(pair, block):
        return False
    place = block.base_start - 1
    before = pair.base.forms[place]
    if before.lower != pair.version.forms[block.version_start - 1].lower or not after:
        return False
    if before.lower in _OBJECTS and place:
        place -= 1
        before = pair.base.forms[place]
    table = governed()
    taken = set(table.heads.get(before.lower, ()))
    led = place > 0 and pair.base.forms[place - 1].lower in _BEFORE_VERBS
    for reading in verb_forms().get(before.lower, ()):
        if led or reading.tense not in _OF_NOUNS:
            taken.update(table.verbs.get(reading.lemma, ()))
    return bool(groups & taken)


_OF_NOUNS = frozenset({Tense.BASE, Tense.THIRD})
"""Forms that may be nouns: a fire at the mill."""
_BEFORE_VERBS = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "should", "not", "did", "they", "he", "she", "we", "who"})  # fmt: skip


def _tells_when(pair: Pair, block: Block) -> bool:
    """Tell whether a figure, a day or a word of time follows on either side."""
    rows = pair.base.forms[block.base_end :], pair.version.forms[block.version_end :]
    times = calendar().times
    return any(
        bool(form.figures)
        or is_day_word(form)
        or is_month_word(form)
        or form.lower in calendar().relative
        or not times.isdisjoint(form.keys)
        for row in rows
        for form in row[:2]
    )


def _before(groups: set[int], after: Sequence[Form]) -> bool:
    """Tell whether the noun of the phrase that follows stands behind both."""
    table = governed()
    for n, form in enumerate(after):
        if form.folded[:1].isdigit() or (n and form.lower in _ENDS_PHRASE):
            return False
        if groups & table.followers.get(form.lower.removesuffix(POSSESSIVE), frozenset()):
            return n > 0
    return False


def _spans(swapped: frozenset[str], after: Sequence[Form]) -> bool:
    """Tell whether a span of time up to now, or from now on, follows: the last three months."""
    table = governed()
    words = [form.lower for form in after]
    if not swapped <= table.spans or words[:1] != ["the"] or len(words) < _LEAST_SPAN:
        return False
    return words[1] in table.led and not table.units.isdisjoint(words[2:4])


_LEAST_SPAN = 3


def _compares(pair: Pair, block: Block, swapped: frozenset[str], after: Sequence[Form]) -> bool:
    """Tell whether a change stands before, and what it is measured against follows."""
    table = governed()
    words = tuple(form.lower for form in after)
    if not swapped <= table.since:
        return False
    if not any(words[: len(phrase)] == phrase for phrase in table.measured):
        return False
    before = pair.base.forms[max(block.base_start - _MOST_BACK, 0) : block.base_start]
    return any("percent" in form.keys for form in before)


def _is_kind_of_money(
    pair: Pair, block: Block, swapped: frozenset[str], after: Sequence[Form]
) -> bool:
    """Tell whether a sum stands before, and what it was given as follows: 4 crowns in aid, of aid."""
    if swapped != _OF_WHAT or not after or _tells_when(pair, block):
        return False
    kind = after[0]
    if kind.name or kind.little or kind.lower.endswith("ing"):
        return False
    before = pair.base.forms[max(block.base_start - _SUM, 0) : block.base_start]
    signed = any(form.folded[:1] in "$€£¥₹" for form in before)
    named = bool(before) and any(key in units().currency_words for key in before[-1].keys)
    return any(form.figures for form in before) and (signed or named)


_OF_WHAT = frozenset({"in", "of"})
_SUM = 3
"""How many words tell a sum: 4 million crowns."""
