"""Prove that a mark of quotation only lost its partner, or stands about a word that is named as a word.

Where one side opens a quotation that it never closes, nobody can tell how far it goes: the other
side's mark adds nothing. The German word "Hafen" is nobody's but the language's.
"""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.names import works
from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import Strength, reporting
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.proofs.slips import is_known
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_QUOTES = frozenset({'"', "'"})
_CURLY = re.compile(r"[“”„‟«»″＂「」\"]|``|''")
_MOST_NAMED = 5
_CALLED_WITHIN = 8
_CONCEPTS = frozenset({"concept", "notion", "word", "term", "meaning", "plural", "spelling"})
_BEFORE_NAMED = frozenset({"is", "was", ":", "for", "as", ","})


def prove_mended_mark(pair: Pair, block: Block) -> Proof | None:
    """Prove that one mark came or went, whose partner stood alone or which is about a word that is named."""
    changed = pair.changed(block)
    if len(changed) != 1 or changed[0].folded not in _QUOTES:
        return None
    side, other, place, _, gap = pair.gone(block)
    if (
        _pairs_up(side, other, place, gap)
        or _is_named(side, other, place, gap)
        or _joins_two(side, other, place, gap)
    ):
        return Proof(Rule.QUOTE_MARKS, block, ReasonKind.FORM_ONLY)
    return None


def _pairs_up(side: Side, other: Side, place: int, gap: int) -> bool:
    """Tell whether a mark makes a pair of one that stands alone on the other side, in its whole passage."""
    mark = side.forms[place].folded
    counts = [
        len(marks_of(whole, whole.homes[min(n, len(whole.homes) - 1)], mark))
        for whole, n in ((side, place), (other, gap))
    ]
    if counts[0] % 2 or counts[0] != counts[1] + 1:
        return False
    return mark == "'" or not _runs_over(other, gap)


def marks_of(side: Side, home: int, mark: str) -> list[int]:
    """Return the marks of a kind in a sentence; a plural's apostrophe is none."""
    return [
        n
        for n, form in enumerate(side.forms)
        if side.homes[n] == home
        and form.folded == mark
        and not (mark == "'" and n and side.forms[n - 1].lower.endswith("s"))
    ]


def _runs_over(side: Side, place: int) -> bool:
    """Tell whether a quotation may go on in the sentences beside, so that its mark is not alone."""
    number = side.homes[min(place, len(side.homes) - 1)]
    units, text = side.analysis.units, side.analysis.article.text
    beside = units[max(number - _NEAR, 0) : number + _NEAR + 1]
    passage = units[number].passage
    alone = [
        unit
        for unit in beside
        if unit.number != number
        and unit.passage == passage
        and len(_CURLY.findall(text, unit.span.start, unit.span.end)) % 2
    ]
    after = units[number + 1] if number + 1 < len(units) else None
    goes_on = after is not None and after.passage > passage and _CURLY.match(text, after.span.start)
    return bool(alone or goes_on)


_NEAR = 3
"""How many sentences before and behind one are asked for the mark that it may lack."""


def _joins_two(side: Side, other: Side, place: int, gap: int) -> bool:
    """Tell whether two quotations that "and" joins are one on the other side: "old" and "lost", "old and lost"."""
    mark = side.forms[place].folded
    for first in (place, place - 2):
        row = side.forms[max(first, 0) : first + 3]
        if (
            len(row) == _JOINED
            and row[0].folded == row[2].folded == mark
            and row[1].lower in _JOINS
        ):
            return gap - 1 in other.quoted and gap in other.quoted
    return False


_JOINS = frozenset({"and", "or", "but"})
_JOINED = 3
"""A mark that closes, "and", a mark that opens."""


def _is_named(side: Side, other: Side, place: int, gap: int) -> bool:
    """Tell whether a mark is one of two about a word that is named, which stands plain on the other side."""
    mark = side.forms[place].folded
    marks = marks_of(side, side.homes[place], mark)
    if len(marks) % 2 or place not in marks:
        return False
    first = marks.index(place) // 2 * 2
    start, end = marks[first] + 1, marks[first + 1]
    row = side.forms[start:end]
    if not row or len(row) > _MOST_NAMED or not all(form.word for form in row):
        return False
    if not stands_plain(side, other, place, gap, range(start, end)):
        return False
    home = [form for n, form in enumerate(side.forms) if side.homes[n] == side.homes[place]]
    if somebody_speaks(home):
        return False
    return _are_foreign(row) or _names(side.forms[: start - 1], side.forms[end + 1 : end + 2])


def stands_plain(side: Side, other: Side, place: int, gap: int, found: range) -> bool:
    """Tell whether the words beside a mark stand on the other side where it would, and are not quoted."""
    told = [side.forms[n].lower for n in found]
    at = gap if place < found.start else gap - len(found)
    plain = other.forms[max(at, 0) : max(at, 0) + len(found)]
    return [form.lower for form in plain] == told and not any(
        n in other.quoted for n in range(at, at + len(found))
    )


def somebody_speaks(row: Sequence[Form]) -> bool:
    """Tell whether a sentence has who says or uses a word; what is widely known or recognized has not."""
    return any(
        form.lower in slips().uses
        or (
            form.lower in reporting()
            and not (reporting()[form.lower] in _PASSIVE and n and row[n - 1].lower in _BEING)
        )
        for n, form in enumerate(row)
    )


_PASSIVE = frozenset({Strength.CONCEDING, Strength.THINKING})
_BEING = frozenset({"is", "are", "was", "were", "been"})


def _are_foreign(row: Sequence[Form]) -> bool:
    """Tell whether words are of no English and no names: houses mark them, set them in italics or leave them."""
    long = [form.lower for form in row if len(form.lower) >= _LEAST_KNOWN]
    return (
        max(map(len, long), default=0) > _LEAST_KNOWN
        and all(word.isalpha() and not is_known(word) for word in long)
        and all(form.surface.islower() for form in row)
    )


_LEAST_KNOWN = 5
"""Of fewer letters the list of known words has none."""


def _names(before: Sequence[Form], after: Sequence[Form]) -> bool:
    """Tell whether what stands beside says that a word is meant, and nobody near calls somebody so."""
    near = {form.lower for form in before[-_CALLED_WITHIN:]}
    if not works().calling.isdisjoint(near - slips().mentions):
        return False
    last = [form.folded.casefold() for form in before[-2:]]
    told = slips().mentions | slips().languages
    led = last[-1:] and (
        last[-1] in told or (len(last) > 1 and last[-1] in _BEFORE_NAMED and last[0] in told)
    )
    known = last[-1:] == ["as"] and any(form.lower == "known" for form in before[-4:])
    concept = len(last) > 1 and last[-1] == "of" and last[0] in _CONCEPTS
    return bool(led) or known or concept or any(form.lower in slips().bears for form in after)
