"""Prove that the same person is meant: honorifics, names in full, titles, pronouns."""

from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.lexicons.names import bodies
from variorum.collation.lexicons.words import (
    abbreviations,
    people,
    places,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import is_month_word
from variorum.collation.reading.people import Mention
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_PRONOUNS = {
    "he": "male", "him": "male", "his": "male", "she": "female", "her": "female", "hers": "female",
}  # fmt: skip


def prove_honorific(pair: Pair, block: Block) -> Proof | None:
    """Prove that an honorific was put before, or taken from, the name of the same person."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    changed = (*base, *version)
    if not changed or not all(form.honorific for form in changed):
        return None
    name, other = pair.next_base(block), pair.next_version(block)
    if name is None or other is None or name.bare != other.bare:
        return None
    named = name.bare in pair.base.cast.by_name or name.bare in pair.version.cast.by_name
    if not name.surface[0].isupper() or not (name.name or named):
        return None
    if {form.bare for form in changed} == {"miss", "mrs"}:
        # One is married.
        return None
    genders = {people().honorifics[form.lower.rstrip(".")] for form in changed} - {"any"}
    if len(genders) > 1 or (base and version and not genders):
        return None
    if any(form.bare not in people().plain for form in changed) and not _titled(pair, block):
        return None
    known = _same_person(pair, block, name.bare, genders)
    return (
        Proof(Rule.HONORIFIC, block, ReasonKind.SAME_PERSON, known) if known is not None else None
    )


def _titled(pair: Pair, block: Block) -> bool:
    """Tell whether both articles give a name the titles that came or went: Dr, Sir, Lord."""
    name = pair.next_base(block)
    changed = pair.changed(block)
    titles = {form.bare for form in changed if form.bare not in people().plain}
    return name is not None and all(
        titles <= side.cast.titles_of(name.bare) for side in (pair.base, pair.version)
    )


def _same_person(pair: Pair, block: Block, name: str, genders: set[str]) -> str | None:
    """Return the number of the passage that names the person in full, None when in doubt."""
    found: list[Mention] = []
    for side, place in ((pair.base, block.base_end), (pair.version, block.version_end)):
        unit = side.homes[place]
        mention = side.cast.who(name, unit=unit)
        if mention is not None:
            # A lone name without an honorific means either of two, whatever the other side says.
            both = block.base_start < block.base_end and block.version_start < block.version_end
            gender = next(iter(genders), None) if both else None
            if side.cast.ambiguous(name, mention, unit=unit, gender=gender):
                return None
            found.append(mention)
        if genders and _genders_told(side, name, mention, unit=unit) - genders:
            return None
    if len({mention.parts for mention in found}) > 1 and not _nested(found):
        return None
    if name in places().words and not found:
        return None
    numbers = [
        _paragraph(side, mention)
        for side in (pair.base, pair.version)
        for mention in found
        if mention in side.cast.by_name.get(name, ())
    ]
    return str(min(numbers)) if numbers else ""


def _genders_told(side: Side, name: str, mention: Mention | None, *, unit: int) -> set[str]:
    """Return the genders that a sentence, and the naming in full, tell of a name."""
    told = {m.gender for m in side.cast.by_name.get(name, ()) if m.gender and m.unit == unit}
    if mention and (gender := side.cast.gender_of(mention)):
        told.add(gender)
    return told


def _paragraph(side: Side, mention: Mention) -> int:
    """Return which story paragraph a mention stands in, from 1: furniture is not counted."""
    before = side.analysis.article.passages[: mention.passage + 1]
    return max(1, sum(passage.kind is PassageKind.PARAGRAPH for passage in before))


def _nested(mentions: Sequence[Mention]) -> bool:
    one, other = (mention.parts for mention in mentions)
    return one <= other or other <= one


def prove_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that the rest of a person's name, or the title that the article gives, came or went."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if base and version:
        return _prove_same_name(pair, block)
    changed = base or version
    if not all(f.name or f.title or f.honorific for f in changed):
        return None
    if all(f.honorific for f in changed):
        return None
    name, other = pair.next_base(block), pair.next_version(block)
    if name is None or other is None or not name.name or name.bare != other.bare:
        return None
    added = {form.bare for form in changed if form.name}
    titles = {form.bare for form in changed if form.title}
    if not added.isdisjoint(bodies().telling | bodies().waters):
        return None
    side, lone, _, end, place = pair.gone(block)
    told = frozenset(added), frozenset(titles)
    if added & _called_at(lone, place):
        # It stands elsewhere in the name: Henry William Finch is not William Henry Finch.
        return None
    if not _is_told_of(side, name.bare, *told, unit=side.homes[end]):
        return None
    unit = lone.homes[place]
    if not _is_told_of(lone, name.bare, *told, unit=unit) and not _is_told_earlier(
        side, lone, name.bare, *told, unit=side.homes[end]
    ):
        return None
    mention = lone.cast.who(name.bare, unit=unit)
    if added and mention and lone.cast.ambiguous(name.bare, mention, unit=unit, gender=None):
        return None
    rule = Rule.NAME_FORM if added else Rule.TITLE_FORM
    return Proof(rule, block, ReasonKind.SAME_PERSON)


def _called_at(side: Side, place: int) -> set[str]:
    """Return the words of the name that goes through a place."""
    first, end = place, place
    while first and side.forms[first - 1].name and side.homes[first - 1] == side.homes[place]:
        first -= 1
    while end < len(side.forms) and side.forms[end].name:
        end += 1
    return {form.bare for form in side.forms[first:end]}


def _is_told_of(
    side: Side, name: str, added: frozenset[str], titles: frozenset[str], *, unit: int
) -> bool:
    """Tell whether an article gives the bearer of a name these names and titles."""
    mention = side.cast.who(name, unit=unit)
    if mention is None:
        genders = {m.gender for m in side.cast.by_name.get(name, ()) if m.gender}
        known = not added and bool(titles) and len(genders) < _TWO_PERSONS
    else:
        known = added <= set(mention.names)
    return known and titles <= side.cast.titles_of(name)


_TWO_PERSONS = 2
"""So many genders are those of two bearers of one surname."""


def _is_told_earlier(
    side: Side, lone: Side, name: str, added: frozenset[str], titles: frozenset[str], *, unit: int
) -> bool:
    """Tell whether the fuller article tells these names and titles before, where they are compared first.

    What the other article leaves out is shown there, once; nobody else may have the name in either.
    """
    told = [
        m
        for m in side.cast.by_name.get(name, ())
        if m.unit < unit and added <= set(m.names) and titles <= m.titles
    ]
    longest = max((m.parts for m in told), key=len, default=frozenset[str]())
    return bool(told) and all(
        m.parts <= longest and m.titles <= side.cast.titles_of(name)
        for one in (side, lone)
        for m in one.cast.by_name.get(name, ())
    )


def _prove_same_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that a surname with an honorific and a full name are one person."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    names = [{f.bare for f in forms if f.name} for forms in (base, version)]
    if not all(f.name or f.honorific for f in (*base, *version)) or not all(names):
        return None
    if not (names[0] < names[1] or names[1] < names[0]):
        return None
    full = max(names, key=len)
    lone = min(names, key=len)
    for side, place in ((pair.base, block.base_start), (pair.version, block.version_start)):
        who = side.cast.who(min(lone), unit=side.homes[place])
        if who is None or set(who.names) != full:
            return None
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)


def prove_title(pair: Pair, block: Block) -> Proof | None:
    """Prove that a title differs in its form alone: Gov., Governor."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1 or not base[0].title or not version[0].title:
        return None
    one, other = (f.lower.rstrip(".") for f in (base[0], version[0]))
    points = abbreviations().points
    if points.get(one, one) == points.get(other, other):
        return Proof(Rule.TITLE_FORM, block, ReasonKind.FORM_ONLY)
    return None


def _may_be_another(side: Side, last: Mention, place: int, gender: str) -> bool:
    """Tell whether a pronoun may mean somebody else than who was named last.

    So it is where the same sentence, or the one before it, names another person of that gender,
    or somebody without a name stands between: his aide.
    """
    home = side.homes[place]
    known = side.cast.gender_of(last) or last.gender
    near = [m for n in (last.unit, home) for m in side.cast.by_unit.get(n, ())]
    others = [m for m in near if m.parts.isdisjoint(last.parts)]
    if any((side.cast.gender_of(m) or m.gender) in {None, gender} for m in others) and not (
        known == gender and all(side.cast.gender_of(m) or m.gender for m in others)
    ):
        return True
    first = side.homes.index(home)
    behind = last.place + len(last.names)
    if last.unit == home:
        between = side.forms[first + behind : place]
    else:
        named = side.analysis.units[last.unit].forms[behind:]
        between = (*named, *side.forms[first:place])
    return any(form.title or form.lower in people().kin for form in between)


def prove_reference(pair: Pair, block: Block) -> Proof | None:
    """Prove that a pronoun stands for the person who was named last."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for pronoun, names, side, place in (
        (base, version, pair.version, block.version_start),
        (version, base, pair.base, block.base_start),
    ):
        if len(pronoun) != 1 or pronoun[0].lower not in _PRONOUNS or not names:
            continue
        called = {f.bare for f in names if f.name}
        genders = {people().honorifics[f.bare] for f in names if f.honorific} - {"any"}
        if not called or not all(f.name or f.honorific for f in names):
            continue
        if genders - {_PRONOUNS[pronoun[0].lower]}:
            return None
        unit = side.homes[place]
        first = side.homes.index(unit)
        last = side.cast.last_before(unit, place - first)
        if last and _may_be_another(side, last, place, _PRONOUNS[pronoun[0].lower]):
            return None
        if last and (called <= set(last.names) or set(last.names) <= called):
            return Proof(Rule.REFERENCE, block, ReasonKind.SAME_PERSON)
    return None


def prove_monthly_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a given name came or went before a surname that is a month as well: Orla May, May.

    Who is in office stands before it on both sides, and both articles name nobody else so.
    """
    side, other, start, end, place = pair.gone(block)
    if end - start != 1 or not side.forms[start].name or not start or not place:
        return None
    if end >= len(side.forms) or place >= len(other.forms):
        return None
    surname, its = side.forms[end], other.forms[place]
    if not is_month_word(surname) or surname.bare != its.bare or not surname.surface[:1].isupper():
        return None
    if not (side.forms[start - 1].title and other.forms[place - 1].title):
        return None
    after = other.forms[place + 1] if place + 1 < len(other.forms) else None
    if after is not None and after.figures:
        return None
    given = [_given_before(one, surname.bare) for one in (side, other)]
    told = given[1] == {side.forms[start].bare} and given[0] == given[1]
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON) if told else None


def _given_before(side: Side, surname: str) -> set[str]:
    """Return the names that stand right before a surname anywhere in an article."""
    return {
        before.bare
        for unit in side.analysis.units
        for before, form in pairwise(unit.forms)
        if form.bare == surname and before.name and form.surface[:1].isupper()
    }
