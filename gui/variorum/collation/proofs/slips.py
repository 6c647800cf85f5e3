"""Prove that only a slip of the keys was mended: a letter too many, the commas round a name."""

from collections.abc import Iterator

from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import (
    calendar,
    known_words,
    people,
    places,
    spellings,
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


def prove_name_slip(pair: Pair, block: Block) -> Proof | None:
    """Prove that a name is mended which both articles spell the other way elsewhere: Reylle, Reyle.

    A letter too many or too few, or two that changed places: another letter may be another person.
    """
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1 or not (base[0].name and version[0].name):
        return None
    one, other = base[0].bare, version[0].bare
    if base[0].lower.endswith(POSSESSIVE) != version[0].lower.endswith(POSSESSIVE):
        return None
    if one == other or min(len(one), len(other)) < _LEAST_LETTERS:
        return None
    for (side, slip), (its, name) in (
        ((pair.base, one), (pair.version, other)),
        ((pair.version, other), (pair.base, one)),
    ):
        told = _count(side, slip) == 1 and _count(its, slip) == 0
        if told and _count(side, name) and _count(its, name) and _may_slip(slip, name):
            return Proof(Rule.SPELLING, block, ReasonKind.SLIP)
    return None


def _count(side: Side, name: str) -> int:
    return sum(form.bare == name for unit in side.analysis.units for form in unit.forms)


def _may_slip(slip: str, name: str) -> bool:
    """Tell whether one word is another with a letter within it too many, too few, or out of its place."""
    if len(slip) == len(name):
        return name in {
            slip[:n] + slip[n + 1] + slip[n] + slip[n + 2 :] for n in range(1, len(slip) - 2)
        }
    short, long = sorted((slip, name), key=len)
    return short in {long[:n] + long[n + 1 :] for n in range(1, len(long) - 1)}


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
    days = calendar()
    tables = people().titles, slips().bodies, days.days, days.months
    told = any(word in table for table in tables)
    if not told and (len(word) < _LEAST_PLACE or word not in places().words):
        return False
    beside = (
        *pair.base.forms[max(block.base_start - 1, 0) : block.base_start],
        *pair.base.forms[block.base_end : block.base_end + 1],
    )
    return told or not any(form.name for form in beside)


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
