"""Prove that only a slip of the keys was mended: a letter too many, the commas round a name."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import (
    calendar,
    known_words,
    people,
    places,
    spellings,
    units,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import POSSESSIVE, Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.verbs import verb_forms
from variorum.collation.values import ReasonKind, Rule

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_LEAST_LETTERS = 6
_MOST_NAMES = 4


def prove_slip(pair: Pair, block: Block) -> Proof | None:
    """Prove that one side is no word, and the other the only one that it can be a slip for.

    The two are one letter apart, within the word, or hold the same letters but for those that stand
    twice; the slip stands in one of both articles alone, and in no lexicon. Of several words that it
    may stand for it is the one of the commoner slip (letters that changed places or stand twice, a letter
    left out, any other), or the one that both articles say.
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    sides = (pair.base, base[0], block.base_start), (pair.version, version[0], block.version_start)
    words = [form.lower for _, form, _ in sides]
    if all(word.endswith(POSSESSIVE) for word in words):
        words = [word.removesuffix(POSSESSIVE) for word in words]
    lengths = sorted(map(len, words))
    if (
        not all(map(str.isalpha, words))
        or lengths[0] < _LEAST_LETTERS - 1
        or lengths[1] < _LEAST_LETTERS
    ):
        return None
    known = [is_known(word) for word in words]
    if known[0] == known[1]:
        return None
    slip, word = words if known[1] else words[::-1]
    if any(_is_called(side, form, place) for side, form, place in sides) and not _is_office(
        pair, block, word
    ):
        return None
    if _stand_in_both(pair, slip) or not _is_slip_for(pair, slip, word):
        return None
    return Proof(Rule.SPELLING, block, ReasonKind.SLIP)


def _is_slip_for(pair: Pair, slip: str, word: str) -> bool:
    """Tell whether a slip can stand for one word alone."""
    if not _within(slip, word):
        return False
    likely = (
        {other for other in _common_slips(slip) if is_known(other)},
        {other for other in _one_more(slip) if is_known(other) and _within(slip, other)},
        {other for other in _one_off(slip) if is_known(other) and _within(slip, other)},
    )
    first = next(filter(None, likely), set[str]())
    return first == {word} or _is_told(pair, word, set[str]().union(*likely))


def _common_slips(slip: str) -> Iterator[str]:
    """Yield what a slip may stand for by the commonest ones: letters that changed places or stand twice."""
    for n in range(1, len(slip) - 2):
        yield slip[:n] + slip[n + 1] + slip[n] + slip[n + 2 :]
    for once in _doubled_or_not(slip):
        yield once
        yield from _doubled_or_not(once)


def _doubled_or_not(word: str) -> Iterator[str]:
    """Yield a word with one letter doubled, or one of two alike left out."""
    for n, letter in enumerate(word):
        if word[n - 1 : n] == letter:
            yield word[:n] + word[n + 1 :]
        elif word[n + 1 : n + 2] != letter:
            yield word[:n] + letter + word[n:]


def _is_office(pair: Pair, block: Block, word: str) -> bool:
    """Tell whether a word with a capital is an office, a body, a day or a sea and land, not somebody's name."""
    table = people()
    told = table.titles | slips().bodies | calendar().days.keys() | calendar().months.keys()
    if word not in told and (len(word) < _LEAST_PLACE or word not in places().words):
        return False
    beside = (
        *pair.base.forms[max(block.base_start - 1, 0) : block.base_start],
        *pair.base.forms[block.base_end : block.base_end + 1],
    )
    return word in told or not any(form.name for form in beside)


_LEAST_PLACE = 7


def _is_told(pair: Pair, word: str, meant: set[str]) -> bool:
    """Tell whether both articles say, of all words that a slip may stand for, the one alone."""
    if word not in meant:
        return False
    told = [
        {form.lower for unit in side.analysis.units for form in unit.forms} & meant
        for side in (pair.base, pair.version)
    ]
    return all(one == {word} for one in told)


def _stand_in_both(pair: Pair, slip: str) -> bool:
    """Tell whether both articles have a slip."""
    return all(
        any(form.lower == slip for unit in side.analysis.units for form in unit.forms)
        for side in (pair.base, pair.version)
    )


def is_known(word: str) -> bool:
    """Tell whether a word of five letters or more is in a lexicon."""
    return word in known_words() or word in spellings() or word in verb_forms()


def _is_called(side: Side, form: Form, place: int) -> bool:
    """Tell whether a capital within a sentence may make a name of a word."""
    return (
        form.surface[:1].isupper()
        and not form.surface.isupper()
        and not side.starts_sentence(place)
    )


def _one_more(word: str) -> Iterator[str]:
    """Yield what a letter within a word may have been left out of."""
    for n in range(1, len(word)):
        for letter in _LETTERS:
            yield word[:n] + letter + word[n:]


def _one_off(word: str) -> Iterator[str]:
    """Yield what is one letter away: one too many, too few, another, or two that changed places."""
    for n in range(len(word) + 1):
        head, tail = word[:n], word[n:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]


def _within(slip: str, word: str) -> bool:
    """Tell whether two words begin and end alike; the last letter may stand twice.

    At their last letters words change their form, which is no slip.
    """
    doubled = slip == word + word[-1]
    return doubled or (slip[0] == word[0] and slip[-1] == word[-1])


def prove_comma_pairs(pair: Pair, blocks: Sequence[Block]) -> dict[Block, Proof]:
    """Return the blocks that are the two commas round a name, or round how much of something is meant.

    "The mayor, Orla Finch, left" and "the mayor Orla Finch left" name the same mayor, and so is a
    body named whose kind is told: its express freight unit, Lund Express. Elsewhere commas tell
    more: its unit, Lund Express, and his brother, Alan, are the only ones.
    """
    proved: dict[Block, Proof] = {}
    for one, other in pairwise(blocks):
        side, first, last = _lone_marks(pair, one, other)
        if side is not None and _encloses(side, first, last):
            for block in (one, other):
                proved[block] = Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return proved


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
    return _encloses_name(side, first, last) or _encloses_amount(side, first, last)


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
    if not before.title and not _is_described(side, first):
        return False
    if len(row) > _MOST_NAMES or not all(form.name for form in row):
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
