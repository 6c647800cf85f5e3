"""Prove that a little word came or went which English says or leaves out in the same clause.

Each is free by what stands beside it: behind "and" what governs both parts, "that" behind what
takes a clause, "to" or "at" before the level that a price moved to.
"""

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import numbers, units, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form
from variorum.collation.values import ReasonKind, Rule

_JOINS = frozenset({"and", "but", "or"})
_NEGATIONS = frozenset({"not", "no", "never", "n't", "nor"})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i", "you", "there"})
_ENDED = frozenset({"ended", "ending", "ends"})
_NEAR = 2
"""How many words may stand between "and" and what it repeats: and two were from Lund."""
_FAR = 14
"""How many words before "and" the first of the two may stand."""
_CLAUSE = 4
"""How near behind a word the subject of a sentence of its own would stand."""


def prove_repeated(pair: Pair, block: Block) -> Proof | None:
    """Prove that what governs both parts behind "and" stands once or twice: in Lund and (in) Osk."""
    side, _, start, end, _ = pair.gone(block)
    if end - start != 1 or side.forms[start].lower not in clauses().repeated or pair.quoted(block):
        return None
    word, home = side.forms[start].lower, side.homes[start]
    joint = _joint(side, start)
    if joint is None or _negated(side, joint, start):
        return None
    earlier = [n for n in range(max(joint - _FAR, 0), joint) if side.homes[n] == home]
    firsts = [n for n in earlier if side.forms[n].lower == word]
    if not firsts:
        return None
    free = _helps(side, firsts[-1], joint) if word in AUXILIARIES else start == joint + 1
    # "And two of them": it governs what is before it. "And in Osk he left" is a sentence.
    opens = any(form.lower in _SUBJECTS for form in side.forms[end : end + _CLAUSE])
    return _little(block) if free and (word in AUXILIARIES or word == "that" or not opens) else None


def _joint(side: Side, place: int) -> int | None:
    """Return where what joins a word's part to another one stands, right before it or nearly."""
    for n in range(place - 1, max(place - 2 - _NEAR, -1), -1):
        if side.homes[n] != side.homes[place] or not side.forms[n].word:
            return None
        if side.forms[n].lower in _JOINS:
            return n
    return None


def _negated(side: Side, start: int, end: int) -> bool:
    beside = side.forms[start : end + 2]
    return any(form.lower in _NEGATIONS for form in beside)


def _helps(side: Side, first: int, joint: int) -> bool:
    """Tell whether no other verb that helps, and no negation, stands before "and": will not rise and will fall."""
    between = side.forms[first + 1 : joint]
    return not any(form.lower in AUXILIARIES | _NEGATIONS for form in between)


def prove_opened(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "that" came or went before a clause: hopes that a bid may come, said that prices fell."""
    side, other, start, end, place = pair.gone(block)
    if end - start != 1 or side.forms[start].lower != "that" or not start or not place:
        return None
    if pair.quoted(block):
        # One side says so in somebody's words.
        return None
    before, after = side.forms[start - 1], side.forms[end] if end < len(side.forms) else None
    if before.lower != other.forms[place - 1].lower or after is None or not after.word:
        return None
    if after.lower in AUXILIARIES or is_form(after.lower, Tense.PAST):
        # "Fears that arose": the fears did.
        return None
    said = before.lower in clauses().only_said and not _numbered(after)
    subject = after.name or after.title or after.honorific or after.little or not _numbered(after)
    opens = before.lower in clauses().takes_clause and subject and _has_verb(side, end)
    return _little(block) if said or opens else None


def _has_verb(side: Side, place: int) -> bool:
    """Tell whether a finite verb follows before a mark: announced that plans were lost, not: announced plans."""
    for n in range(place, min(place + _FAR, len(side.forms))):
        form = side.forms[n]
        if side.homes[n] != side.homes[place] or (not form.word and form.folded != "-"):
            return False
        if n > place and (form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST)):
            return True
    return False


def _numbered(form: Form) -> bool:
    """Tell whether a word counts one thing, so that "that" may point at it: said that ship sank."""
    return not form.little and not form.name and not form.lower.endswith(("s", "ing"))


def prove_ended(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "that" came or went before the end of a span: the quarter (that) ended May 3."""
    side, _, start, end, _ = pair.gone(block)
    row = [form.lower for form in side.forms[start:end]]
    if row not in (["that"], ["which"]) or not start or end >= len(side.forms):
        return None
    spans = side.forms[start - 1].lower in clauses().spans
    return _little(block) if spans and side.forms[end].lower in _ENDED else None


def prove_its(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "its" came or went before what is the subject's own anyway: but (its) margin fell."""
    side, _, start, end, _ = pair.gone(block)
    if end - start != 1 or side.forms[start].lower != "its" or not start or end >= len(side.forms):
        return None
    before, after = side.forms[start - 1].lower, side.forms[end]
    told = side.homes[start - 1] == side.homes[start] and before in _BEFORE_OWN
    free = after.word and not after.little and not after.name and not after.figures
    return _little(block) if told and free and not pair.quoted(block) else None


_BEFORE_OWN = frozenset(
    {"and", "but", "or", "with", "in", "on", "for", "as", "while", "from", "of", "to"}
)


def prove_level(pair: Pair, block: Block) -> Proof | None:
    """Prove that a level follows with "to" or "at" on how far something moved: up 2 percent at $5."""
    words = {form.lower for form in pair.changed(block)}
    if words != {"to", "at"}:
        return None
    for side, start, end in pair.stretches(block):
        row = side.forms[max(start - 2, 0) : start]
        moved = len(row) == 2 and row[1].keys and row[1].keys[-1] in clauses().measures
        if end - start != 1 or not moved or not _counts(row[0]) or end >= len(side.forms):
            return None
        if not _counts(side.forms[end]):
            return None
    return Proof(Rule.SYNONYM, block, ReasonKind.EQUAL_MEANING)


def prove_between(pair: Pair, block: Block) -> Proof | None:
    """Prove that "to" stands for "and" in a range: between 5 to 6 crowns, between 5 and 6 crowns."""
    words = {form.lower for form in pair.changed(block)}
    if words != {"to", "and"}:
        return None
    for side, start, end in pair.stretches(block):
        row = [form.lower for form in side.forms[max(start - _NEAR_BETWEEN, 0) : start]]
        if end - start != 1 or "between" not in row or end >= len(side.forms):
            return None
        first = side.forms[start - len(row) + row.index("between") + 1 : start]
        if not first or not all(map(_measures, first)) or not _counts(side.forms[end]):
            return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)


_NEAR_BETWEEN = 4


def _measures(form: Form) -> bool:
    return _counts(form) or (
        form.word and (form.lower in clauses().measures or form.lower in units().forms)
    )


def prove_gerund(pair: Pair, block: Block) -> Proof | None:
    """Prove that who does something behind "of" owns the deed or not: Lund's not leaving, Lund not leaving.

    Behind a preposition the mark is no "is".
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    one, other = base[0].folded, version[0].folded
    if one == other or one.removesuffix(POSSESSIVE) != other.removesuffix(POSSESSIVE):
        return None
    for side, start, end in pair.stretches(block):
        after = [form.lower for form in side.forms[end : end + 2] if form.lower != "not"]
        led = start - 1
        if led > 0 and side.forms[led].lower in words().articles:
            led -= 1
        if (
            led < 0
            or side.forms[led].lower not in _LEADS_DEED
            or not after
            or not is_form(after[0], Tense.ING)
        ):
            return None
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.FORM_ONLY)


_LEADS_DEED = frozenset({"of", "about", "against", "without", "despite", "to", "from", "on", "for"})


def _counts(form: Form) -> bool:
    return any(key[0].isdigit() or key in numbers().magnitudes for key in form.keys)


def _little(block: Block) -> Proof:
    return Proof(Rule.FUNCTION_WORD, block, ReasonKind.LITTLE_WORDS)
