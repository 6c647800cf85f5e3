"""Prove that a pronoun or "the company" means the body that the other side names.

What the other side calls by name must be the one body that can be meant: the last one that was
named before, or the one that the article speaks of most, in an office that no person has.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from variorum.collation.lexicons.words import calendar, people, places, reporting, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.reading.people import Mention
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_IT = {"it": False, "its": True}
_BACK = 2
"""How many sentences back what a pronoun means may stand."""


def prove_body(pair: Pair, block: Block) -> Proof | None:
    """Prove that "it", "its" or "the company" means the body that the other side names."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, named, side, place, other in (
        (base, version, pair.base, block.base_start, pair.version),
        (version, base, pair.version, block.version_start, pair.base),
    ):
        if not named or not all(form.name for form in named):
            continue
        owns = _refers(short, side, place)
        if owns is None or owns != named[-1].lower.endswith(POSSESSIVE):
            continue
        if any(form.bare in places().words or form.bare in calendar().months for form in named):
            return None
        called = tuple(form.bare for form in named)
        if _is_person(other, called) or _is_person(side, called):
            return None
        if _means(side, place, called, noun=short[0].lower not in _IT):
            return Proof(Rule.REFERENCE, block, ReasonKind.SAME_NAME)
    return None


def prove_owner(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "company's" came or went behind an article: the company's outlook."""
    changed = pair.changed(block)
    if len(changed) != 1 or not changed[0].lower.endswith(POSSESSIVE):
        return None
    side, other, start = (
        (pair.base, pair.version, block.base_start)
        if block.base_start < block.base_end
        else (pair.version, pair.base, block.version_start)
    )
    noun = changed[0].lower.removesuffix(POSSESSIVE)
    if noun not in people().bodies or not start or side.forms[start - 1].lower != "the":
        return None
    if not _speaks_of(other.analysis) or not _speaks_of(side.analysis):
        return None
    return Proof(Rule.REFERENCE, block, ReasonKind.SAME_NAME)


def prove_pronoun(pair: Pair, block: Block) -> Proof | None:
    """Prove that "they" and "the two", or "it" and "the company", mean the same as before."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = (in_small(forms) for forms in (base, version))
    if {one, other} == {"they", "the two"}:
        return Proof(Rule.REFERENCE, block, ReasonKind.SAME_WORDS)
    if not base or not version or one == other or len(base) == len(version):
        return None
    owned = _refers(base, pair.base, block.base_start)
    if owned is None or owned != _refers(version, pair.version, block.version_start):
        return None
    last = _last(pair.base, block.base_start)
    if last and last == _last(pair.version, block.version_start):
        return Proof(Rule.REFERENCE, block, ReasonKind.SAME_NAME)
    return None


def _last(side: Side, place: int) -> str:
    """Return the first name of the one body that was named shortly before, else nothing."""
    home = side.homes[min(place, len(side.homes) - 1)]
    rows = [unit.forms for unit in side.analysis.units[max(home - _BACK, 0) : home]]
    here = side.forms[side.homes.index(home) : place]
    # A sentence's first word may be a name, too: nothing is proved where it is in doubt.
    known = frozenset(row[0].bare for row in (*rows, here) if row and not _only_starts(row[0]))
    near = {body[0] for row in (*rows, here) for body in _bodies(row, known)}
    most = _speaks_of(side.analysis)
    if not near and most:
        return most[0]
    return near.pop() if len(near) == 1 else ""


def _only_starts(form: Form) -> bool:
    return form.lower in words().function or form.lower in words().starters


def _refers(short: Sequence[Form], side: Side, place: int) -> bool | None:
    """Tell whether words that mean a body own something; None if they mean none."""
    if len(short) == 1 and short[0].lower in _IT:
        return _IT[short[0].lower]
    led = len(short) == 1 and place > 0 and side.forms[place - 1].lower == "the"
    if led or (len(short) == 2 and short[0].lower == "the"):
        noun = short[-1].lower
        if noun.removesuffix(POSSESSIVE) in people().bodies:
            end = place + len(short)
            after = side.forms[end] if end < len(side.forms) else None
            compound = after is not None and (after.title or after.name)
            # "The Bank of Norway" is no "the bank": what follows tells which one.
            told = short[-1].name and after is not None and after.lower == "of"
            return None if compound or told else noun.endswith(POSSESSIVE)
    return None


def _is_person(side: Side, called: tuple[str, ...]) -> bool:
    """Tell whether a name is that of somebody: an honorific, a title or a pronoun tells it."""
    return any(
        mention.gender or (mention.titles and _is_titled(side, mention))
        for mention in side.cast.by_name.get(called[-1], ())
        if mention.names[-len(called) :] == called
    )


def _is_titled(side: Side, mention: Mention) -> bool:
    """Tell whether a title stands right before a name: no founder of Tarnco, no major Tarnco owner."""
    unit = side.analysis.units[mention.unit]
    before = unit.forms[max(mention.place - 1, 0)]
    adjective = before.bare in _ADJECTIVES and before.surface[:1].islower()
    if unit.case is not LetterCase.MIXED:
        return before.office or before.honorific
    return (before.office or before.honorific) and not adjective


_ADJECTIVES = frozenset({"major", "general", "private", "chief"})


def _means(side: Side, place: int, called: tuple[str, ...], *, noun: bool) -> bool:
    """Tell whether a body is the last one named before a place, or the one most spoken of."""
    home = side.homes[min(place, len(side.homes) - 1)]
    first = side.homes.index(home)
    known = _named_within(side.analysis) | {called[0]}
    rows = [unit.forms for unit in side.analysis.units[max(home - _BACK, 0) : home]]
    near = [body for row in (*rows, side.forms[first:place]) for body in _bodies(row, known)]
    most = _speaks_of(side.analysis)
    if not near:
        return bool(most) and _alike(most, called)
    if _alike(near[-1], called) and (not _speaks(side, place) or _last(side, place) == called[0]):
        return True
    return noun and bool(most) and _alike(most, called) and any(_alike(n, called) for n in near)


def _speaks(side: Side, place: int) -> bool:
    """Tell whether who stands at a place says something: of two it must be sure who."""
    return any(form.lower in reporting() for form in side.forms[place : place + _NEAR_VERB])


_NEAR_VERB = 5


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = min(len(one), len(other))
    return one[:size] == other[:size]


@lru_cache(maxsize=64)
def _named_within(analysis: Analysis) -> frozenset[str]:
    """Return the words that have a capital elsewhere than at a sentence's start."""
    return frozenset(form.bare for unit in analysis.units for form in unit.forms[1:] if form.name)


@lru_cache(maxsize=64)
def _speaks_of(analysis: Analysis) -> tuple[str, ...]:
    """Return the body that an article names most by its first word, at least thrice."""
    known = _named_within(analysis)
    counts = Counter(name[:1] for unit in analysis.units for name in _bodies(unit.forms, known))
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _LEAST:
        return ()
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return ()
    return ranked[0][0]


_LEAST = 3


def _bodies(forms: Sequence[Form], known: frozenset[str]) -> list[tuple[str, ...]]:
    """Return the runs of names in a row that can be a body: no place, no day.

    A first word is taken for a name only where it is known for one.
    """
    found: list[tuple[str, ...]] = []
    run: list[str] = []
    for n, form in enumerate((*forms, None)):
        starts = n == 0 and form is not None and form.bare not in known
        if form is not None and form.name and not starts and form.lower not in words().function:
            run.append(form.bare)
            if not form.lower.endswith(POSSESSIVE):
                continue
        if run and not any(word in places().words for word in run):
            found.append(tuple(run))
        run = []
    return found
