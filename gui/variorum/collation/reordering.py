"""Prove that words only changed their place: "on Monday he left", "he left on Monday".

A stretch may move if it is an adverbial of time or place, or the clause that names a speaker;
that two names changed places is never proved so: it can turn who did what to whom.
"""

from collections import defaultdict
from collections.abc import Sequence

from variorum.collation.alignment import Block
from variorum.collation.dates import is_day_word, is_month_word
from variorum.collation.forms import Form
from variorum.collation.lexicons import calendar, reporting
from variorum.collation.proof import Pair, Proof
from variorum.collation.values import ReasonKind, Rule
from variorum.collation.verbs import DOUBLE, Tense, is_form

_PREPOSITIONS = frozenset(
    {
        "on", "in", "at", "during", "after", "before", "since", "until", "for", "near", "last", "next", "this",
        "earlier", "later", "however", "meanwhile", "today", "yesterday", "tomorrow", "according",
    }
)  # fmt: skip


_JOINS = frozenset({"but", "and", "while", "or", "though", "although", "whereas", "yet"})
_CLAUSES = _JOINS | {"that", "who", "which", "whom", "whose", "when", "after", "before", "because", "if", "until", "since", "as", "where"}  # fmt: skip


def prove_order(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that are two ends of one move, each with its proof."""
    proved: dict[Block, Proof] = {}
    gained: dict[tuple[str, ...], list[Block]] = defaultdict(list)
    for block in blocks:
        words = _words(pair.version_forms(block))
        if words and not _words(pair.base_forms(block)):
            gained[_keys(words)].append(block)
    for block in blocks if gained else ():
        words = _words(pair.base_forms(block))
        if not words or _words(pair.version_forms(block)):
            continue
        others = gained.get(_keys(words))
        if not others or _bars(pair, block, others[0], speech=_speech(words)):
            continue
        if _may_move(words, set_off=_set_off(pair, (block, others[0]))):
            for one in (block, others.pop(0)):
                proved[one] = Proof(Rule.ORDER, one, ReasonKind.SAME_WORDS)
    return proved


def _words(forms: Sequence[Form]) -> list[Form]:
    return [form for form in forms if form.word]


def _keys(forms: Sequence[Form]) -> tuple[str, ...]:
    """Return the keys of words; of a speaker's clause in any order: Kim said, said Kim."""
    keys = [key for form in forms for key in form.keys]
    return tuple(sorted(keys) if _speech(forms) else keys)


def _speech(forms: Sequence[Form]) -> bool:
    """Tell whether words are a short clause with a verb of saying: Kim said, said Kim."""
    return 1 < len(forms) <= 8 and any(form.lower in reporting() for form in forms)


def _set_off(pair: Pair, blocks: Sequence[Block]) -> bool:
    """Tell whether a mark sets the moved words off: "Finch told Reyle" is no such clause."""
    return any(
        not form.word
        for block in blocks
        for form in (*pair.base_forms(block), *pair.version_forms(block))
    )


def _bars(pair: Pair, lost: Block, gained: Block, *, speech: bool) -> bool:
    """Tell whether what a stretch passed makes another claim of it: a second verb of saying, a clause.

    "On Monday" belongs to the verb beside it; a speaker to what he or she said.
    """
    start, end = min(lost, gained).base_end, max(lost, gained).base_start
    forms, quoted = pair.base.forms, pair.base.quoted
    passed = [n for n in range(start, end) if n not in quoted]
    if not speech and _governs(pair, start):
        # "Said on Friday he would go" is not "said he would go on Friday".
        return True
    if passed and not speech and forms[passed[-1]].lower in reporting():
        # The day stands beside the verb of saying on both sides.
        passed = passed[:-1]
    for n in passed:
        form, after = forms[n], forms[n + 1] if n + 1 < len(forms) else None
        if form.lower in reporting() and (speech or form.lower not in DOUBLE):
            return True
        if form.folded == ";" or (form.folded == "," and after and after.lower in _JOINS):
            return True
        if speech:
            continue
        infinitive = form.lower == "to" and after and is_form(after.lower, Tense.BASE)
        if form.lower in _CLAUSES or infinitive:
            return True
    return False


def _governs(pair: Pair, place: int) -> bool:
    """Tell whether a verb of saying stands before the nearer place, and a clause of its own behind."""
    before = pair.base.forms[max(place - _NEAR_VERB, 0) : place]
    return any(
        form.lower in reporting() and form.lower not in DOUBLE and is_form(form.lower, *Tense)
        for form in before
    )


_NEAR_VERB = 3


def _may_move(forms: Sequence[Form], *, set_off: bool) -> bool:
    first = forms[0]
    timely = is_day_word(first) or is_month_word(first) or first.lower in calendar().relative
    return timely or first.lower in _PREPOSITIONS or (set_off and _speech(forms))
