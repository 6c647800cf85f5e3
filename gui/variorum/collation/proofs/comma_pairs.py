"""Prove that two commas that came or went together are the two about one name, or about how much."""

from collections.abc import Sequence
from itertools import pairwise

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import commas, people, reporting, units
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.introductions import introduces
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.set_apart import is_clear
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.people import is_particle
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_MOST_NAMES = 4


def prove_comma_pairs(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that are the two commas round a name, or round how much of something is meant.

    "The mayor, Orla Finch, left" and "the mayor Orla Finch left" name the same mayor, and so is a
    body named whose kind is told: its express freight unit, Lund Express. Elsewhere commas tell
    more: its unit, Lund Express, and his brother, Alan, are the only ones.
    """
    proved: dict[Block, Proof] = {}
    for one, other in pairwise([block for block in blocks if not _is_honorific(pair, block)]):
        side, first, last = _lone_marks(pair, one, other)
        if side is not None and _encloses(side, first, last):
            for block in (one, other):
                proved[block] = Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
        elif _is_left_behind(pair, one, other):
            proved[other] = Proof(Rule.PUNCTUATION, other, ReasonKind.FORM_ONLY)
    return proved


def honorifics_apart(pair: Pair, block: Block) -> tuple[Block, ...]:
    """Part a comma from the "Mr" behind it where both came or went: the minister, Mr Finch, left."""
    start, end, other_start, other_end = block
    row = pair.changed(block)
    if len(row) != 2 or row[0].folded != "," or not _are_plain(row[1:]):
        return (block,)
    if end - start == len(row):
        return Block(start, end - 1, other_start, other_end), block._replace(base_start=end - 1)
    if other_end - other_start == len(row):
        first = Block(start, end, other_start, other_end - 1)
        return first, block._replace(version_start=other_end - 1)
    return (block,)


def _is_honorific(pair: Pair, block: Block) -> bool:
    return _are_plain(pair.changed(block))


def _are_plain(row: Sequence[Form]) -> bool:
    return bool(row) and all(form.honorific and form.bare in people().plain for form in row)


def _is_left_behind(pair: Pair, gone: Block, mark: Block) -> bool:
    """Tell whether a comma closes what another opened that went with words before it.

    "Lund Express, the maker of nets, said" has both commas, "the maker of nets said" none.
    """
    if [form.folded for form in pair.changed(mark)] != [","]:
        return False
    number = 0 if mark.base_start < mark.base_end else 1
    side, start, end = pair.stretches(gone)[number]
    other, its_start, its_end = pair.stretches(gone)[1 - number]
    place = pair.stretches(mark)[number][1]
    opened = end - start > 1 and side.forms[end - 1].folded == ","
    kept = any(form.folded == "," for form in other.forms[its_start:its_end])
    between = side.forms[end:place]
    whole = side.homes[start:place] == side.homes[start : start + 1] * (place - start)
    return opened and not kept and whole and all(form.folded != "," for form in between)


def _lone_marks(pair: Pair, one: Block, other: Block) -> tuple[Side | None, int, int]:
    """Return the side that has a comma in both of two blocks which the other side has not."""
    for side, forms, its, starts in (
        (pair.base, pair.base_forms, pair.version_forms, (one.base_start, other.base_start)),
        (
            pair.version,
            pair.version_forms,
            pair.base_forms,
            (one.version_start, other.version_start),
        ),
    ):
        rows = [forms(block) for block in (one, other)]
        if all(len(row) == 1 and row[0].folded == "," for row in rows) and not any(
            its(block) for block in (one, other)
        ):
            return side, *starts
    return None, 0, 0


def _encloses(side: Side, first: int, last: int) -> bool:
    return (
        _encloses_name(side, first, last)
        or _encloses_amount(side, first, last)
        or _encloses_age_or_letters(side, first, last)
        or _encloses_more(side, first, last)
        or _encloses_where_said(side, first, last)
        or _encloses_where(side, first, last)
    )


def _encloses_more(side: Side, first: int, last: int) -> bool:
    """Tell whether two commas stand about what is told of the one town, time or person before them."""
    if first == 0 or last - first < _LEAST_TOLD:
        return False
    before, after = side.forms[first - 1], side.forms[first + 1]
    return after.lower in commas().relative and is_clear(side, first, before, after)


_LEAST_TOLD = 3


def _encloses_where(side: Side, first: int, last: int) -> bool:
    """Tell whether two commas stand about where or when, behind what opens a sentence: On Monday, in Osk, he sang."""
    row = side.forms[first + 1 : last]
    behind = side.forms[last + 1] if last + 1 < len(side.forms) else None
    home = side.homes[first]
    earlier = [side.forms[n] for n in range(first) if side.homes[n] == home]
    if behind is None or not row or len(row) > _MOST_WHERE or row[0].lower not in _WHERE:
        return False
    return introduces(earlier, row[0]) and introduces(row, behind) and behind.lower in _PERSONS


_MOST_WHERE = 4
_WHERE = frozenset({"in", "at", "on", "near"})
_PERSONS = frozenset({"he", "she", "it", "they", "we", "i", "the", "a"})


def _encloses_where_said(side: Side, first: int, last: int) -> bool:
    """Tell whether two commas part a verb of saying from its "that": said, in a statement, that."""
    row = [form.lower for form in side.forms[first + 1 : last]]
    behind = side.forms[last + 1].lower if last + 1 < len(side.forms) else ""
    said = first > 0 and side.forms[first - 1].lower in reporting()
    return said and behind == "that" and row[:1] in (["in"], ["at"], ["on"], ["during"])


def _encloses_age_or_letters(side: Side, first: int, last: int) -> bool:
    """Tell whether an age, or letters, stand between two commas behind one person: aged 43; Jr; QC."""
    row = side.forms[first + 1 : last]
    if first and len(row) == 1 and row[0].bare in commas().suffixes:
        return side.forms[first - 1].name
    one = first > 0 and not side.forms[first - 1].lower.endswith("s")
    return one and len(row) == 2 and row[0].lower == "aged" and bool(row[1].figures)


def _encloses_amount(side: Side, first: int, last: int) -> bool:
    """Tell whether "of" and figures stand between two commas: cuts, of 5 to 30 percent, begin."""
    row = side.forms[first + 1 : last]
    measures = clauses().measures | units().sizes.keys()
    plain = all(form.little or form.figures or form.lower in measures for form in row[1:])
    return bool(row) and row[0].lower == "of" and plain and any(form.figures for form in row)


def _encloses_name(side: Side, first: int, last: int) -> bool:
    """Tell whether a name of a few words, and nothing else, stands between two commas behind a noun."""
    row = side.forms[first + 1 : last]
    before = side.forms[first - 1] if first else None
    after = side.forms[last + 1] if last + 1 < len(side.forms) else None
    if before is None or not row:
        return False
    officer = before.title and before.lower not in people().kin
    if not officer and not _is_described(side, first):
        return False
    if len(row) > _MOST_NAMES or not all(
        form.name or form.honorific or is_particle(form) for form in row
    ):
        return False
    lists = after is not None and (after.lower in {"and", "or"} or after.name)
    return not lists and not any(n in side.quoted for n in range(first, last + 1))


def _is_described(side: Side, place: int) -> bool:
    """Tell whether a noun before a comma says whose it is and of what kind: its express freight unit.

    Of persons the comma tells how many there are: her older brother, Alan.
    """
    first = place
    while first and side.forms[first - 1].word and not side.forms[first - 1].little:
        owned = side.forms[first - 1].lower.endswith(POSSESSIVE)
        first -= 1
        if owned:
            break
    if place - first < _LEAST_DESCRIBED or place - first > _MOST_DESCRIBED:
        return False
    whose = side.forms[first].lower.endswith(POSSESSIVE)
    its = first > 0 and side.forms[first - 1].lower in _OWNERS
    head = side.forms[place - 1].lower
    if head in people().kin or head in people().titles or side.forms[place - 1].name:
        return False
    named = side.forms[place + 1].bare if place + 1 < len(side.forms) else ""
    person = any(m.gender or m.titles for m in side.cast.by_name.get(named, ()))
    return (its or (whose and place - first > _LEAST_DESCRIBED)) and not person


_OWNERS = frozenset({"its", "their", "our"})
_LEAST_DESCRIBED = 2
_MOST_DESCRIBED = 6
