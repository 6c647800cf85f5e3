"""Prove that what leads a name came or went which both articles tell of it: former, Republican, Jan van.

And that a party is called by its members: the Liberals, the Liberal Party.
"""

from collections.abc import Sequence
from itertools import takewhile

from variorum.collation.lexicons.names import bodies
from variorum.collation.lexicons.words import words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.people import PARTICLES
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_MOST_LED = 2
_STILL = frozenset({"former"})
"""Told of somebody elsewhere, this may be left out; acting and deputy make another office."""


def prove_led_title(pair: Pair, block: Block) -> Proof | None:
    """Prove that a word before a title came or went which the shorter article puts there, too: Republican Senator."""
    side, other, start, end, place = pair.gone(block)
    gone = side.forms[start:end]
    if not 0 < len(gone) <= _MOST_LED or not all(map(_may_lead, gone)):
        return None
    if place >= len(other.forms) or end >= len(side.forms):
        return None
    led = next(
        (m for m in side.cast.by_unit.get(side.homes[start], ()) if _at(side, m.start) == end), None
    )
    if led is None or not led.titles or other.forms[place].bare != side.forms[end].bare:
        return None
    told = [form.bare for form in gone]
    named = other.cast.by_name.get(led.names[-1], ())
    persons = [m.parts for one in (side, other) for m in one.cast.by_name.get(led.names[-1], ())]
    longest = max(persons, key=len)
    if not all(parts <= longest for parts in persons):
        return None
    units = other.analysis.units
    if any(
        m.titles == led.titles
        and [f.bare for f in units[m.unit].forms[max(m.start - len(gone), 0) : m.start]] == told
        for m in named
    ):
        return Proof(Rule.TITLE_FORM, block, ReasonKind.SAME_PERSON)
    return None


def _may_lead(form: Form) -> bool:
    """Tell whether a word says of what land, party or time an office is, and makes no other one."""
    if not form.word or form.little or form.figures or form.title or form.lower in words().hedges:
        return False
    other = form.bare in bodies().telling - _STILL
    return not other and words().negations.isdisjoint(form.keys)


def _at(side: Side, place: int) -> int:
    """Return which word of a link's row a word of its last sentence that begins there is."""
    return side.homes.index(side.homes[-1]) + place if len(side.units) == 1 else -1


def prove_particle(pair: Pair, block: Block) -> Proof | None:
    """Prove that only given names came or went before a particle that the shorter article has them with."""
    side, lone, start, end, place = pair.gone(block)
    gone = side.forms[start:end]
    if not gone or not all(form.name and not form.little for form in gone):
        return None
    after = _particles(side.forms[end : end + _MOST_LED])
    if not after or _particles(lone.forms[place : place + _MOST_LED]) != after:
        return None
    rows = [
        one.forms[n + len(after) : n + len(after) + 1] for one, n in ((side, end), (lone, place))
    ]
    if not all(rows) or rows[0][0].bare != rows[1][0].bare or not rows[0][0].name:
        return None
    given = {form.bare for form in gone}
    told = {m.names for m in lone.cast.full_names(rows[0][0].bare) if m.names[0] not in PARTICLES}
    if told and all(given <= set(names) for names in told):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)
    return None


def _particles(forms: Sequence[Form]) -> list[str]:
    """Return the particles with which a stretch begins."""
    return [form.lower for form in takewhile(lambda form: form.lower in PARTICLES, forms)]


def prove_members(pair: Pair, block: Block) -> Proof | None:
    """Prove that a party is named by its members: Liberals, Liberal Party; Democrats, Democratic Party.

    An article that has them both tells that they are one.
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    for members, party, side, party_side, start in (
        (base, version, pair.base, pair.version, block.version_start),
        (version, base, pair.version, pair.base, block.base_start),
    ):
        if len(members) != 1 or len(party) < _LEAST_OF_PARTY or party[-1].lower != "party":
            continue
        of_one = members[0].folded[:1].isupper() and party[-1].folded[:1].isupper()
        stem = party[-2].bare.removesuffix("ic")
        row = (*_names_before(party_side, start), *party)
        if of_one and members[0].bare == f"{stem}s" and _has_party(side, row):
            return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    return None


_LEAST_OF_PARTY = 2


def _names_before(side: Side, place: int) -> tuple[Form, ...]:
    """Return the words of a party's name before a place: the Social Democrats."""
    first = place
    while first and side.forms[first - 1].name and not side.starts_sentence(first - 1):
        first -= 1
    return side.forms[first:place]


def _has_party(side: Side, party: Sequence[Form]) -> bool:
    """Tell whether an article names the party, and no other party of that last word: the New Liberal Party."""
    row = [form.bare for form in party]
    found = [
        unit.forms[n - 1].name
        for unit in side.analysis.units
        for n in range(1, len(unit.forms) - len(row) + 1)
        if [form.bare for form in unit.forms[n : n + len(row)]] == row
    ]
    return bool(found) and not any(found)
