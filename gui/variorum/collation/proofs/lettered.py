"""Prove that a body is named by letters that an article explains: The office, the DSO; (NFL) party."""

from collections.abc import Sequence

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.bracketed import is_spelt
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.values import ReasonKind, Rule

_MOST_SPELT = 9
_KINDS = frozenset({"party", "group", "union"})


def prove_lettered_kind(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a body's letters came or went with the word for its kind: the Lund Mill Front (LMF) party."""
    side, _, start, end, _ = pair.gone(block)
    row = side.forms[start:end]
    if len(row) != 4 or (row[0].folded, row[2].folded) != ("(", ")") or row[3].lower not in _KINDS:
        return None
    if _name_of(row[1].folded, side.forms[max(start - _MOST_SPELT, 0) : start]):
        return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def prove_set_off(pair: Pair, block: Block) -> Proof | None:
    """Prove that one word is set off by brackets or by commas: (LMF), known as LMF; (58), who is 58."""
    for bracketed, led in (
        (pair.base_forms(block), pair.version_forms(block)),
        (pair.version_forms(block), pair.base_forms(block)),
    ):
        marks = [form.folded for form in bracketed]
        if len(marks) != 3 or (marks[0], marks[2]) != ("(", ")") or len(led) < 4:
            continue
        word, lead = bracketed[1], tuple(form.lower for form in led[1:-2])
        if led[0].folded != "," or led[-1].folded != "," or led[-2].folded != word.folded:
            continue
        letters = word.folded.isupper() and word.folded.isalpha() and lead in _NAMED
        aged = word.folded.isdecimal() and len(word.folded) <= 2 and lead in _AGED
        if letters or aged:
            return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


_NAMED = frozenset(
    {("known", "as"), ("or",), ("also", "known", "as"), ("known", "as", "the"), ("or", "the")}
)
_AGED = frozenset({("aged",), ("age",), ("who", "is")})


def prove_letters_for_kind(pair: Pair, block: Block) -> Proof | None:
    """Prove that letters stand for the last word of the body that both articles name: the office, the DSO."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    for short, noun, own, other in (
        (base[0], version[0], pair.base, pair.version),
        (version[0], base[0], pair.version, pair.base),
    ):
        owned = short.lower.endswith(POSSESSIVE) == noun.lower.endswith(POSSESSIVE)
        names = (
            _names_by(short.folded.removesuffix(POSSESSIVE), own.analysis)
            if owned
            else set[_Name]()
        )
        if len(names) != 1 or min(names)[-1] != noun.bare or not _led(pair, block):
            continue
        if all(_only(min(names), side.analysis) for side in (own, other)):
            return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    return None


_Name = tuple[str, ...]


def _led(pair: Pair, block: Block) -> bool:
    """Tell whether "the" stands before a word on both sides."""
    return all(
        start and side.forms[start - 1].lower == "the" for side, start, _ in pair.stretches(block)
    )


def _name_of(letters: str, before: Sequence[Form]) -> _Name:
    """Return the words at the end of a row that letters are the initials of, in small letters."""
    letters = letters.replace(".", "")
    before = [form for form in before if form.word]
    for size in range(len(letters), len(before) + 1):
        row = before[-size:]
        if row[0].surface[0].isupper() and is_spelt(letters, row):
            return tuple(form.bare for form in row)
    return ()


def _names_by(letters: str, analysis: Analysis) -> set[_Name]:
    """Return the names behind which an article has these letters in brackets."""
    if len(letters) < 2 or not letters.replace(".", "").isupper():
        return set()
    found: set[_Name] = set()
    for unit in analysis.units:
        forms = unit.forms
        for place in range(1, len(forms) - 1):
            if forms[place].folded == letters and forms[place - 1].folded == "(":
                found.add(_name_of(letters, forms[max(place - 1 - _MOST_SPELT, 0) : place - 1]))
    return found - {()}


def _only(name: _Name, analysis: Analysis) -> bool:
    """Tell whether an article names this body, and no other one that ends in the same word."""
    rows = [unit.forms for unit in analysis.units]
    named = False
    for forms in rows:
        for place, form in enumerate(forms):
            if form.bare != name[-1] or not form.surface[0].isupper():
                continue
            before = tuple(other.bare for other in forms[max(place + 1 - len(name), 0) : place + 1])
            if before == name:
                named = True
            elif place and forms[place - 1].surface[0].isupper() and not forms[place - 1].little:
                return False
    return named
