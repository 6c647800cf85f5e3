"""Prove that a name is written fuller or shorter, where the fuller one is told elsewhere.

Of the Osk Harbour Board one paper writes in its second sentence, another in its fifth. A word of it
may go where the article that lacks it here tells the whole name elsewhere, or the other one has told
it before, where its loss is shown; and neither may have another thing that the shorter name means.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from variorum.collation.lexicons.names import bodies, short_given
from variorum.collation.lexicons.words import people, places, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.analysis import Analysis
from variorum.collation.reading.forms import Form
from variorum.collation.reading.naming import Run
from variorum.collation.reading.people import PARTICLES
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule
from variorum.text import PassageKind

_JOINS = frozenset({"of", "for"}) | PARTICLES
_LOCATING = frozenset({"in", "at", "from", "to", "near", "outside", "of", "around"})


def prove_fuller_name(pair: Pair, block: Block) -> Proof | None:
    """Prove that words of a name came or went which both articles tell of the same thing or person."""
    side, other, start, end, place = pair.gone(block)
    gone = side.forms[start:end]
    if len(pair.base_forms(block)) and len(pair.version_forms(block)):
        return None
    if not gone or not all(map(_may_go, gone)):
        return None
    first, last = _around(side, start, end)
    head, tail = side.forms[first:start], side.forms[end:last]
    if not _stands(other, place - len(head), (*head, *tail)):
        return None
    short, full = (tuple(f.bare for f in row) for row in ((*head, *tail), (*head, *gone, *tail)))
    if not short or not (_tells(other.analysis, full) or _tells_before(side, start, full)):
        return None
    articles = pair.base.analysis, pair.version.analysis
    if not _is_one(articles, head, gone, tail):
        return None
    person = _is_middle(head, gone, tail)
    return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON if person else ReasonKind.SAME_NAME)


def _may_go(form: Form) -> bool:
    """Tell whether a word may be one of a name: no office, no honorific, no quarter of the sky."""
    if form.title or form.honorific or form.bare in bodies().telling:
        return False
    return (form.name and not form.little) or form.lower in bodies().small


def _around(side: Side, start: int, end: int) -> tuple[int, int]:
    """Return where the name begins and ends of which a stretch is a part."""
    first, last, home = start, end, side.homes[start]
    while first and side.homes[first - 1] == home and _is_part(side.forms, first - 1):
        first -= 1
    while last < len(side.forms) and side.homes[last] == home and _is_part(side.forms, last):
        last += 1
        if _owns(side.forms[last - 1]) or side.forms[last - 1].lower in bodies().small:
            break
    return first, last


def _is_part(forms: Sequence[Form], place: int) -> bool:
    """Tell whether a word is part of a name: a name, a joint of two, a kind of body behind one."""
    form = forms[place]
    before = forms[place - 1] if place else None
    after = forms[place + 1] if place + 1 < len(forms) else None
    if form.title or form.honorific:
        return False
    first = before is None or not before.word
    if first and after is not None and after.lower in _JOINS and not _is_body(form):
        # "Shares of Lund" has its capital from the sentence.
        return False
    if form.name and not (form.lower in words().function or form.lower in words().starters):
        return True
    named = before is not None and before.name and not _owns(before)
    if form.lower in bodies().small:
        return named
    joint = form.lower in _JOINS and named and after is not None and after.name
    return joint and _is_part(forms, place - 1)


def _owns(form: Form) -> bool:
    return form.lower.endswith(("'s", "s'"))


def _stands(other: Side, start: int, row: Sequence[Form]) -> bool:
    """Tell whether the other side has a row of words, and has it as a whole name."""
    end = start + len(row)
    if start < 0 or end > len(other.forms):
        return False
    if [form.bare for form in other.forms[start:end]] != [form.bare for form in row]:
        return False
    home = other.homes[start] if row else None
    beside = (n for n in (start - 1, end) if 0 <= n < len(other.forms) and other.homes[n] == home)
    return not any(_is_part(other.forms, n) and not other.starts_sentence(n) for n in beside)


def _is_one(
    articles: tuple[Analysis, Analysis],
    head: Sequence[Form],
    gone: Sequence[Form],
    tail: Sequence[Form],
) -> bool:
    """Tell whether the shorter name can mean nothing else than the fuller one in two articles."""
    full = tuple(form.bare for form in (*head, *gone, *tail))
    short = tuple(form.bare for form in (*head, *tail))
    if _is_middle(head, gone, tail):
        return _no_rival(articles, full, short[-1:])
    if tail and _is_body(main := _main_word(tail)):
        return _no_rival(articles, full, (main.bare,))
    behind = head and not tail and gone[-1].bare in bodies().kinds
    before = tail and not head and len(gone) == 1 and gone[0].bare in bodies().waters
    return bool(behind or before) and _is_unlike_place(articles, short, full)


def _main_word(row: Sequence[Form]) -> Form:
    """Return the last word of a name before a joint: the Institute of Fisheries."""
    joints = (n for n, form in enumerate(row) if n and form.lower in _JOINS)
    return row[next(joints, len(row)) - 1]


def _is_body(form: Form) -> bool:
    named = form.bare in people().organisations or form.bare in bodies().heads
    return named or form.lower in bodies().small


def _is_middle(head: Sequence[Form], gone: Sequence[Form], tail: Sequence[Form]) -> bool:
    """Tell whether what came or went is a middle name: Orla Anne Finch."""
    row = (*head, *gone, *tail)
    return (
        len(head) == len(tail) == 1
        and all(form.name for form in row)
        and not any(map(_is_body, row))
        and places().words.isdisjoint(form.bare for form in row)
    )


def _is_unlike_place(articles: tuple[Analysis, Analysis], short: Run, full: Run) -> bool:
    """Tell whether a name without its kind is no town's and nobody's: Osk Airlines, the town of Osk."""
    if short[-1] in places().words or not _no_rival(articles, full, short):
        return False
    if any(m.titles or m.gender for one in articles for m in one.cast.by_name.get(short[-1], ())):
        return False
    for unit in (unit for one in articles for unit in one.units):
        named = set(_runs(unit.forms))
        if short in named and full in named:
            return False
    return _times_located(articles, short) <= 1


def _times_located(articles: tuple[Analysis, Analysis], short: Run) -> int:
    """Return how often a name alone says where something is: once may be the place in question."""
    return sum(
        before.lower in _LOCATING and form.bare == short[0] and not _goes_on(unit.forms, n + 1)
        for one in articles
        for unit in one.units
        for n, (before, form) in enumerate(pairwise(unit.forms))
    )


def _goes_on(forms: Sequence[Form], place: int) -> bool:
    return place + 1 < len(forms) and _is_part(forms, place + 1)


def _no_rival(articles: tuple[Analysis, Analysis], full: Run, heads: Run) -> bool:
    """Tell whether all names with a name's main word are that name, its parts, or one with more before it."""
    return all(
        _is_within(run, full) or _is_within(full, run)
        for one in articles
        for run in _names(one)
        if not set(heads).isdisjoint(run)
    )


def _is_within(part: Run, whole: Run) -> bool:
    """Tell whether all words of a name are in another, in its order."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _tells(analysis: Analysis, full: Run) -> bool:
    size = len(full)
    return any(
        run[n : n + size] == full for run in _names(analysis) for n in range(len(run) - size + 1)
    )


def _tells_before(side: Side, place: int, full: Run) -> bool:
    """Tell whether an earlier sentence has the fuller name: what the other lacks is shown there, once."""
    earlier = side.analysis.units[: side.homes[place]]
    size = len(full)
    return any(
        run[n : n + size] == full
        for unit in earlier
        if unit.kind is PassageKind.PARAGRAPH and any(form.bare == full[0] for form in unit.forms)
        for run in _runs(unit.forms)
        for n in range(len(run) - size + 1)
    )


@lru_cache(maxsize=64)
def _names(analysis: Analysis) -> frozenset[Run]:
    """Return the names of an article with the joints within; a headline has capitals of its own."""
    return frozenset(
        run
        for unit in analysis.units
        if unit.kind is PassageKind.PARAGRAPH
        for run in _runs(unit.forms)
    )


def _runs(forms: Sequence[Form]) -> Iterator[Run]:
    run: list[str] = []
    for place, form in enumerate(forms):
        if _is_part(forms, place) and (run or form.name):
            run.append(form.bare)
            if not _owns(form) and form.lower not in bodies().small:
                continue
        if run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def prove_located(pair: Pair, block: Block) -> Proof | None:
    """Prove that only the land or state of a town came or went, which the shorter article tells of it, too."""
    side, other, start, end, place = pair.gone(block)
    gone = [form for form in side.forms[start:end] if form.folded != ","]
    if not gone or not start or not place or side.homes[start - 1] != side.homes[start]:
        return None
    town, its = side.forms[start - 1], other.forms[place - 1]
    if side.forms[start].folded != "," or town.bare != its.bare or not town.name:
        return None
    told = " ".join(key for form in gone for key in form.keys)
    if told not in places().words and told not in places().aliases:
        return None
    lands = [set(_lands(one.analysis, town.bare)) for one in (side, other)]
    if lands[0] == lands[1] == {tuple(form.bare for form in gone)}:
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PLACE)
    return None


def _lands(analysis: Analysis, town: str) -> Iterator[Run]:
    """Yield what stands between a comma behind a town and the next word that is no name."""
    for unit in analysis.units:
        for n in range(len(unit.forms) - 2):
            if unit.forms[n].bare == town and unit.forms[n + 1].folded == ",":
                end = n + 2
                while end < len(unit.forms) and unit.forms[end].name:
                    end += 1
                if end > n + 2:
                    yield tuple(form.bare for form in unit.forms[n + 2 : end])


_NICKNAME = {("(", ")"), ('"', '"'), ("'", "'")}
_CALLED = 3
"""A mark, a name, a mark."""


def prove_nickname(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a name in brackets or marks came or went that a person is known by: Thomas (Tom) Reyle."""
    side, other, start, end, place = pair.gone(block)
    gone = side.forms[start:end]
    if len(gone) != _CALLED or (gone[0].folded, gone[2].folded) not in _NICKNAME or not start:
        return None
    if not place or end >= len(side.forms) or place >= len(other.forms):
        return None
    given, surname = side.forms[start - 1], side.forms[end]
    beside = (other.forms[place - 1].bare, other.forms[place].bare)
    if not (given.name and surname.name) or beside != (given.bare, surname.bare):
        return None
    name = gone[1].bare
    if (given.bare, name) in short_given() or _is_called(other.analysis, name, surname.bare):
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)
    return None


def _is_called(analysis: Analysis, name: str, surname: str) -> bool:
    """Tell whether an article has a name before a surname somewhere, in marks or not."""
    return any(
        one.bare == name and other.bare == surname
        for unit in analysis.units
        for one, other in pairwise([form for form in unit.forms if form.word])
    )


YOUNGER = frozenset({"jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv"})


def prove_generation(pair: Pair, block: Block) -> Proof | None:
    """Prove that only "Jr." came or went behind a name, or its marks differ, where no other of that name is told."""
    side, other, start, end, place = pair.gone(block)
    rows = [
        [form.bare for form in forms if form.word]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    told = rows[0] or rows[1]
    if len(told) != 1 or told[0] not in YOUNGER or not start or not place:
        return None
    surname, after = side.forms[start - 1], side.forms[end : end + 1]
    if not surname.name or surname.little or any(form.name for form in after):
        return None
    if surname.bare != other.forms[place - 1].bare or side.starts_sentence(start - 1):
        return None
    if rows[0] == rows[1]:
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)
    if all(rows):
        return None
    known = [set(_generations(one.analysis, surname.bare)) for one in (side, other)]
    if known[0] == known[1] == {told[0]}:
        return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_PERSON)
    return None


def _generations(analysis: Analysis, surname: str) -> Iterator[str]:
    for unit in analysis.units:
        for one, other in pairwise([form for form in unit.forms if form.word]):
            if one.bare == surname and other.bare in YOUNGER:
                yield other.bare
