"""Prove turns of news prose: a verb that goes on, what is expected, that compares with, died in the fire.

Each holds for a closed list of verbs or nouns: "is smoking" and "smokes" are two claims, "is hoping"
and "hopes" are one.
"""

from variorum.collation.lexicons.governed import idioms
from variorum.collation.lexicons.words import reporting_verbs
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.grammar import prove_opened, prove_repeated
from variorum.collation.proofs.little_words import prove_little
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import Tense, verb_forms
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_IS = {"is": "was", "are": "were"}
_PRESENT = frozenset({"is", "are"})
_PAST = frozenset({"was", "were"})
_BETWEEN = frozenset({"all", "also", "still", "widely", "generally", "both", "not", "now"})
_POINTS = frozenset({"that", "this", "it", "which"})
_COMPARES = {"compares", "compared"}
_MOST_TO_EVENT = 7


def prove_going_on(pair: Pair, block: Block) -> Proof | None:
    """Prove that a verb tells of the same going on or not: is hoping, hopes; in a headline any verb."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    going, plain = (base, version) if len(base) > len(version) else (version, base)
    if len(plain) != 1 or len(going) != 2 or going[0].lower not in _PRESENT | _PAST:
        return None
    wanted = {Tense.PAST} if going[0].lower in _PAST else {Tense.BASE, Tense.THIRD}
    lemmas = _lemmas(going[1], {Tense.ING}) & _lemmas(plain[0], wanted)
    headline = wanted != {Tense.PAST} and all(
        side.unit(start).kind is PassageKind.HEADLINE for side, start, _ in pair.stretches(block)
    )
    lasting = idioms().lasting
    if wanted != {Tense.PAST}:
        lasting |= idioms().lasting_now | reporting_verbs()
    free = bool(lemmas) and (headline or not lemmas.isdisjoint(lasting))
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING) if free else None


def _lemmas(form: Form, tenses: set[Tense]) -> set[str]:
    return {r.lemma for r in verb_forms().get(form.lower, ()) if r.tense in tenses}


def prove_expected(pair: Pair, block: Block) -> Proof | None:
    """Prove that what is expected was expected when it was written: is, was expected to close."""
    changed = [form.lower for form in pair.changed(block)]
    if len(changed) != 2 or not (
        _IS.get(changed[0]) == changed[1] or _IS.get(changed[1]) == changed[0]
    ):
        return None
    for side, _, end in pair.stretches(block):
        row = [form.lower for form in side.forms[end : end + 4]]
        while row and row[0] in _BETWEEN - {"not"}:
            row = row[1:]
        if len(row) < 2 or row[0] not in idioms().awaited or row[1] != "to":
            return None
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING)


def prove_compares(pair: Pair, block: Block) -> Proof | None:
    """Prove that a figure compares or compared with another: that compares with 4 crowns a year ago."""
    if {form.lower for form in pair.changed(block)} != _COMPARES:
        return None
    for side, start, end in pair.stretches(block):
        beside = [form.lower for form in side.beside(start, end)]
        if end - start != 1 or len(beside) != 2:
            return None
        if beside[0] not in _POINTS or beside[1] not in {"with", "to"}:
            return None
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING)


def prove_comes(pair: Pair, block: Block) -> Proof | None:
    """Prove that what happened comes or came beside something else: the move came as talks failed."""
    if {form.lower for form in pair.changed(block)} != {"comes", "came"}:
        return None
    for side, start, end in pair.stretches(block):
        first = side.homes.index(side.homes[start])
        subject = {form.lower for form in side.forms[first : min(first + _LEADS, start)]}
        after = {form.lower for form in side.forms[end : end + 1]}
        if subject.isdisjoint(idioms().coming) or after.isdisjoint(idioms().beside):
            return None
    return Proof(Rule.TENSE, block, ReasonKind.EQUAL_MEANING)


_LEADS = 5
"""Within how many words of a sentence its subject stands."""
_KILLED = frozenset({"was killed", "were killed", "been killed"})


def prove_died(pair: Pair, block: Block) -> Proof | None:
    """Prove that who died was killed where both articles tell in what: in the fire."""
    told_so = {in_small(pair.base_forms(block)), in_small(pair.version_forms(block))}
    if len(told_so) != 2 or "died" not in told_so or not told_so - {"died"} <= _KILLED:
        return None
    told = all(_in_event(side, end) for side, _, end in pair.stretches(block))
    return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING) if told else None


def _in_event(side: Side, place: int) -> bool:
    row = side.forms[place : place + _MOST_TO_EVENT]
    if not row or row[0].lower not in {"in", "during", "when"}:
        return False
    for form in row[1:]:
        if not form.word:
            return False
        if form.lower in idioms().fatal:
            return True
    return False


def prove_doer(pair: Pair, block: Block) -> Proof | None:
    """Prove that who does something is told by the noun for it: which makes ropes, the maker of ropes."""
    rows = [
        [form.lower for form in forms]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    for (side, start, _), clause, noun in zip(pair.stretches(block), rows, rows[::-1], strict=True):
        if len(clause) != 2 or clause[0] not in _WHO or noun[-1:] != ["of"] or not start:
            continue
        told = noun[1:-1] if noun[0] in _ARTICLES else noun[:-1]
        verbs = {r.lemma for r in verb_forms().get(clause[1], ()) if r.tense in _NOW}
        same = len(told) == 1 and any(told[0] in _doers(verb) for verb in verbs)
        if same and side.forms[start - 1].folded == ",":
            return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)
    return None


_WHO = frozenset({"which", "who", "that"})
_ARTICLES = frozenset({"a", "an", "the"})
_NOW = frozenset({Tense.BASE, Tense.THIRD})


_HEADS = frozenset({"head", "chair", "host", "judge"})


def _doers(verb: str) -> set[str]:
    """Return what somebody may be called who does this, in singular and plural."""
    stems = {verb, verb.removesuffix("e"), verb + verb[-1]}
    found = {stem + ending for stem in stems for ending in ("er", "or")} | ({verb} & _HEADS)
    return found | {f"{word}s" for word in found}


def prove_two_little(pair: Pair, block: Block) -> Proof | None:
    """Prove that each of two words that came or went is free by itself: and has also fallen."""
    start, end, other_start, other_end = block
    if max(end - start, other_end - other_start) != 2:
        return None
    one, other = int(end > start), int(other_end > other_start)
    halves = (
        Block(start, start + one, other_start, other_start + other),
        Block(start + one, end, other_start + other, other_end),
    )
    free = all(
        prove_little(pair, half) or prove_repeated(pair, half) or prove_opened(pair, half)
        for half in halves
    )
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS) if free else None
