"""Prove that a pronoun means whom the sentence before is about, or who speaks in it.

The tower leans. The tower, it, dates from 1410; "It holds," Quill said. Quill, he, said so. And that
"the mayor" is the one person of that office whom both articles name.
"""

from collections.abc import Sequence

from variorum.collation.lexicons.words import people, reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.people import Mention
from variorum.collation.reading.persons import is_person
from variorum.collation.reading.side import Side
from variorum.collation.reading.units import Unit
from variorum.collation.reading.verbs import AUXILIARIES, Tense, is_form
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_HE = {"he": "male", "she": "female"}
_PRONOUNS = {"it": False, "its": True, "he": False, "she": False, "they": False, "their": True}
_THINGS = frozenset({"it", "its"})
_MANY = frozenset({"they", "their"})
_LOCAL = frozenset({"in", "at", "near", "outside", "around", "across"})
_LEADS = 3
"""How many words may stand before whom a sentence is about: "On Monday Orla Finch"."""
_BESIDE = 2
_DEEPEST = 2
"""Over how many sentences that begin with "he said" the speaker is followed back."""
_MOST_NOUN = 4
_BEHIND_SUBJECT = frozenset({"who", "which", "that", "in", "of", "on", "at", "for", "from", "by", "with", "to", "and", "also", "had"})  # fmt: skip


def prove_topic(pair: Pair, block: Block) -> Proof | None:
    """Prove that a pronoun means what the other side names, which the sentence before is about."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, named, side, place, other, at in (
        (base, version, pair.base, block.base_start, pair.version, block.version_start),
        (version, base, pair.version, block.version_start, pair.base, block.base_start),
    ):
        if len(short) != 1 or short[0].lower not in _PRONOUNS or not named:
            continue
        if _PRONOUNS[short[0].lower] != named[-1].lower.endswith(POSSESSIVE):
            return None
        if not (_is_subject(side, place, 1) and _is_subject(other, at, len(named))):
            return None
        before = _sentence_before(side, place)
        if before is None:
            return None
        if named[0].lower == "the":
            means = _noun_means(before, side, short[0].lower, named)
        else:
            means = _name_means(before, side, short[0].lower, named)
        return Proof(Rule.REFERENCE, block, ReasonKind.SAME_NAME) if means else None
    return None


def prove_titled(pair: Pair, block: Block) -> Proof | None:
    """Prove that "the mayor" is the one person of that office whom both articles name."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, named, side, place in (
        (base, version, pair.base, block.base_start),
        (version, base, pair.version, block.version_start),
    ):
        if len(short) != 2 or short[0].lower != "the" or not _is_title(short[1]):
            continue
        if not named or not all(form.name or form.honorific for form in named):
            return None
        if short[1].lower.endswith(POSSESSIVE) != named[-1].lower.endswith(POSSESSIVE):
            return None
        after = side.forms[place + 2] if place + 2 < len(side.forms) else None
        if after is not None and (after.name or after.title or after.lower == "of"):
            return None
        called = {form.bare for form in named if form.name}
        if all(_bears_alone(s, short[1].bare, called) for s in (pair.base, pair.version)):
            told = any(m.unit <= side.homes[place] for m in _bearers(side, short[1].bare))
            return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PERSON) if told else None
    return None


def _is_title(form: Form) -> bool:
    return form.title and form.surface[:1].islower() and not form.bare.endswith("s")


def _bearers(side: Side, title: str) -> list[Mention]:
    return [m for m in side.cast.mentions if title in m.titles]


def _bears_alone(side: Side, title: str, called: set[str]) -> bool:
    """Tell whether all to whom an article gives a title are one person, with these names.

    The word may stand behind no article but "the", and in no plural: a mayor, the mayors.
    """
    bearers = _bearers(side, title)
    if not bearers or any(not (called <= set(m.names) or set(m.names) <= called) for m in bearers):
        return False
    for unit in side.analysis.units:
        for n, form in enumerate(unit.forms):
            if form.bare == f"{title}s":
                return False
            before = unit.forms[n - 1].lower if n else ""
            if form.bare == title and before in {"a", "an", "another", "former", "deputy"}:
                return False
    return True


def _is_subject(side: Side, start: int, size: int) -> bool:
    """Tell whether words begin a sentence, or stand before or behind a verb of saying."""
    if side.begins(start):
        return True
    after = side.forms[start + size] if start + size < len(side.forms) else None
    before = side.forms[start - 1]
    says = after is not None and _says(after) and (not before.word or before.lower == "and")
    return says or (_says(before) and (after is None or not after.word))


def _says(form: Form) -> bool:
    return form.lower in reporting()


def _sentence_before(side: Side, place: int) -> Unit | None:
    """Return the sentence of the story before that of a word."""
    home = side.homes[min(place, len(side.homes) - 1)]
    before = side.analysis.units[home - 1] if home else None
    told = before is not None and before.kind is PassageKind.PARAGRAPH
    return before if told else None


def _noun_means(before: Unit, side: Side, pronoun: str, named: Sequence[Form]) -> bool:
    """Tell whether the sentence before is about a noun that a pronoun can mean: the tower, it."""
    noun = named[-1].lower.removesuffix(POSSESSIVE)
    if len(named) > _MOST_NOUN or not all(form.word and not form.name for form in named[1:]):
        return False
    person, many = is_person(named[-1]), noun.endswith("s") and not noun.endswith("ss")
    if (person != (pronoun in _HE) and pronoun not in _MANY) or many != (pronoun in _MANY):
        return False
    if not _begins_with(before.forms, [form.lower for form in named[:-1]], noun):
        return False
    return pronoun not in _HE or not [
        m for m in side.cast.by_unit.get(before.number, ()) if not _is_place(before, m)
    ]


def _begins_with(forms: Sequence[Form], led: Sequence[str], noun: str) -> bool:
    """Tell whether a sentence begins with a noun phrase: its article, and the noun as its last word."""
    row = forms[:_MOST_NOUN]
    for n, form in enumerate(row):
        after = forms[n + 1] if n + 1 < len(forms) else None
        if n and form.lower == noun:
            starts = row[0].lower in {"the", "a", "an"} or (n == 1 and row[0].name) or n > 1
            same = n != len(led) or [f.lower for f in row[:n]] == list(led) or n == 1
            return starts and same and (after is None or _ends_subject(after))
        if n and (not form.word or form.lower in AUXILIARIES | _BEHIND_SUBJECT):
            return False
    return False


def _ends_subject(form: Form) -> bool:
    verb = form.lower in AUXILIARIES or is_form(form.lower, Tense.PAST, Tense.THIRD, Tense.BASE)
    return not form.word or verb or form.lower in _BEHIND_SUBJECT


def _name_means(before: Unit, side: Side, pronoun: str, named: Sequence[Form]) -> bool:
    """Tell whether the sentence before is about whom a name means, and names nobody else."""
    called = {form.bare for form in named if form.name}
    if pronoun not in _HE or not called or not all(f.name or f.honorific for f in named):
        return False
    genders = {people().honorifics[f.bare] for f in named if f.honorific} - {"any"}
    who = _speaker(side, before, depth=0)
    if who is None or not (called <= set(who.names) or set(who.names) <= called):
        return False
    told = side.cast.gender_of(who) or who.gender
    return not (genders | {told}) - {_HE[pronoun], None}


def _speaker(side: Side, unit: Unit, *, depth: int) -> Mention | None:
    """Return the one person named in a sentence, where it begins with them or they speak there."""
    named = [m for m in side.cast.by_unit.get(unit.number, ()) if not _is_place(unit, m)]
    forms = unit.forms
    if not named:
        says = any(
            form.lower in _HE and n + 1 < len(forms) and _says(forms[n + 1])
            for n, form in enumerate(forms)
        )
        before = side.analysis.units[unit.number - 1] if unit.number else None
        if not says or before is None or depth == _DEEPEST:
            return None
        return _speaker(side, before, depth=depth + 1)
    one = named[0]
    if any(not (m.parts <= one.parts or one.parts <= m.parts) for m in named):
        return None
    behind = one.place + len(one.names)
    between = (*forms[: one.start], *forms[_behind_apposition(forms, behind) :])
    if any(form.title or form.lower in people().kin for form in _unquoted(between)):
        return None
    beside = (*forms[max(one.start - 1, 0) : one.start], *forms[behind : behind + _BESIDE])
    leads = one.start <= _LEADS and forms[0].folded != '"'
    return one if leads or any(map(_says, beside)) else None


def _behind_apposition(forms: Sequence[Form], place: int) -> int:
    """Return where a sentence goes on behind what is told between commas of whom it names."""
    if place >= len(forms) or forms[place].folded != ",":
        return place
    return next((n for n in range(place + 1, len(forms)) if not forms[n].word), place)


def _unquoted(forms: Sequence[Form]) -> list[Form]:
    """Return the words that stand in no quotation marks of a sentence."""
    found: list[Form] = []
    inside = False
    for form in forms:
        if form.folded == '"':
            inside = not inside
        elif not inside:
            found.append(form)
    return found


def _is_place(unit: Unit, mention: Mention) -> bool:
    """Tell whether a lone name is that of a place, or part of an office: in Lund, Harbour master."""
    if mention.is_full or mention.titles:
        return False
    before = unit.forms[mention.place - 1].lower if mention.place else ""
    after = unit.forms[mention.place + 1 : mention.place + 2]
    return before in _LOCAL or any(form.title for form in after)
