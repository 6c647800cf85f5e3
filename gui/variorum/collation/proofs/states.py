"""Prove that a state is told in another way: by its capital where it acts, as "the country", by what it is of.

Only where one state alone can be meant: one that the article names shortly before, and no other.
"""

from collections.abc import Iterator, Sequence

from variorum.collation.lexicons.governments import governments
from variorum.collation.lexicons.words import places
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.units import Unit
from variorum.collation.reading.verbs import Tense, verb_forms
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_LONGEST = 2
_COUNTRY = frozenset({"country", "nation"})
_GOVERNMENT = frozenset({"government"})
_BACK = 2
_FINITE = frozenset({Tense.PAST, Tense.THIRD})
_LOCAL = frozenset({"in", "at", "near", "from", "to", "outside", "across", "off"})
_JOINS = frozenset({"and", "or", ","})
_HAVE = frozenset({"has", "had", "have"})


def prove_government(pair: Pair, block: Block) -> Proof | None:
    """Prove that a capital stands for its state where that acts: Norway told the court, Oslo told it."""
    told: list[tuple[str, str]] = []
    for side, start, end in pair.stretches(block):
        row = side.forms[start:end]
        state = _government(row)
        if not state or not (_acts(side, end) or _is_pressed(side, start, end)):
            return None
        told.append((state, (row[-1].lower.endswith(POSSESSIVE) and "'s") or ""))
    same = told[0] == told[1]
    return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PLACE) if same else None


def _government(row: Sequence[Form]) -> str:
    """Return the state whose government some words name: Oslo, Norway, the Norwegian government."""
    words = [form.lower for form in row]
    if not words or not any(form.name for form in row):
        return ""
    table = governments()
    text = " ".join(words)
    if words[0] == "the" and words[-1] in _GOVERNMENT:
        return table.adjectives.get(" ".join(words[1:-1]), "")
    if text.startswith("the "):
        return table.states.get(" ".join(_keys(row[1:])), "")
    return table.states.get(" ".join(_keys(row))) or table.capitals.get(text, "")


def _keys(row: Sequence[Form]) -> list[str]:
    return [key for form in row for key in form.keys]


def _acts(side: Side, place: int) -> bool:
    """Tell whether a finite verb of what governments alone do follows."""
    row = side.forms[place : place + 2]
    if row and row[0].lower in _HAVE:
        row = row[1:]
    readings = verb_forms().get(row[0].lower, ()) if row else ()
    return any(r.tense in _FINITE and r.lemma in governments().deeds for r in readings)


def _is_pressed(side: Side, start: int, end: int) -> bool:
    """Tell whether somebody brings a government to do something: urged Oslo to pay."""
    after = side.forms[end].lower if end < len(side.forms) else ""
    before = side.forms[start - 1].lower if start else ""
    lemmas = {reading.lemma for reading in verb_forms().get(before, ())}
    return after == "to" and not governments().pressed.isdisjoint(lemmas)


def prove_the_country(pair: Pair, block: Block) -> Proof | None:
    """Prove that "the country" is the one state that was named before: Norway's fleet, the country's fleet."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, named, side, place, other, at in (
        (base, version, pair.base, block.base_start, pair.version, block.version_start),
        (version, base, pair.version, block.version_start, pair.base, block.base_start),
    ):
        if len(short) != 2 or short[0].lower != "the" or short[1].bare not in _COUNTRY:
            continue
        owns = short[1].lower.endswith(POSSESSIVE)
        states = set(_states(named))
        if len(states) != 1 or not all(f.name or f.lower in {"the", "of"} for f in named):
            return None
        if owns != named[-1].lower.endswith(POSSESSIVE):
            return None
        if _near(side, place) == states and _near(other, at) <= states:
            return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PLACE)
    return None


def prove_of_state(pair: Pair, block: Block) -> Proof | None:
    """Prove that of what state an officer is came or went which alone was named before: Chadian President."""
    side, other, start, end, place = pair.gone(block)
    told = governments().adjectives.get(" ".join(f.bare for f in side.forms[start:end]), "")
    if not told or place >= len(other.forms) or end >= len(side.forms):
        return None
    title, its = side.forms[end], other.forms[place]
    if not title.title or title.bare != its.bare:
        return None
    named = _before(other, place)
    if named == {told} and _before(side, start) <= named:
        return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PERSON)
    return None


def prove_told_place(pair: Pair, block: Block) -> Proof | None:
    """Prove that where something was came or went which alone the sentence before tells: in Styria."""
    side, other, start, end, place = pair.gone(block)
    row = side.forms[start:end]
    if len(row) < 2 or row[0].lower not in _LOCAL or not all(form.name for form in row[1:]):
        return None
    called = [form.bare for form in row[1:]]
    rows: list[Sequence[Form]] = []
    for one, at in ((side, start), (other, place)):
        home = one.homes[min(at, len(one.homes) - 1)]
        units = one.analysis.units
        if not home or units[home - 1].kind is not PassageKind.PARAGRAPH:
            return None
        here = [form for n, form in enumerate(one.forms) if one.homes[n] == home]
        rows += [units[home - 1].forms, here]
    before, rest = rows[2], [form for row in rows[1::2] for form in row]
    if not _holds_alone(before, called) or not _holds_alone(rows[0], called):
        return None
    others = {f.bare for f in rest if f.name and _is_placed(rest, f)} - {*called}
    return None if others else Proof(Rule.REFERENCE, block, ReasonKind.SAME_PLACE)


def _holds_alone(forms: Sequence[Form], called: Sequence[str]) -> bool:
    """Tell whether a sentence tells a place, and no other one that is known or stands beside it."""
    size = len(called)
    bare = [form.bare for form in forms]
    at = [n for n in range(len(bare)) if bare[n : n + size] == list(called)]
    if len(at) != 1:
        return False
    beside = (*forms[max(at[0] - 2, 0) : at[0]], *forms[at[0] + size : at[0] + size + 2])
    others = [f for n, f in enumerate(forms) if f.name and not at[0] <= n < at[0] + size]
    return not (
        any(form.name for form in beside[-2:]) and any(f.lower in _JOINS for f in beside)
    ) and not any(f.bare in places().words or _is_placed(forms, f) for f in others)


def _is_placed(forms: Sequence[Form], form: Form) -> bool:
    """Tell whether a word stands behind one that tells where."""
    n = next(n for n, other in enumerate(forms) if other is form)
    return form.bare in places().words or (n > 0 and forms[n - 1].lower in _LOCAL)


def _near(side: Side, place: int) -> set[str]:
    """Return the states that are told in the two sentences before a place, and before it in its own."""
    home = side.homes[min(place, len(side.homes) - 1)]
    return _told(side, place, side.analysis.units[max(home - _BACK, 0) : home])


def _before(side: Side, place: int) -> set[str]:
    """Return all states that are told in an article before a place."""
    home = side.homes[min(place, len(side.homes) - 1)]
    return _told(side, place, side.analysis.units[:home])


def _told(side: Side, place: int, units: Sequence[Unit]) -> set[str]:
    home = side.homes[min(place, len(side.homes) - 1)]
    here = side.forms[side.homes.index(home) : place]
    rows = (*(unit.forms for unit in units), here)
    return {state for row in rows for state in _states(row)}


def _states(row: Sequence[Form]) -> Iterator[str]:
    """Yield the states that words tell by name, capital or adjective."""
    table = governments()
    for n, form in enumerate(row):
        if not form.surface[:1].isupper():
            continue
        for size in range(1, _LONGEST + 1):
            part = row[n : n + size]
            text = " ".join(f.bare for f in part)
            keys = " ".join(_keys(part)).removesuffix(POSSESSIVE).strip()
            state = (
                table.states.get(keys)
                or table.states.get(text)
                or table.capitals.get(text)
                or table.adjectives.get(text)
            )
            if state:
                yield state
