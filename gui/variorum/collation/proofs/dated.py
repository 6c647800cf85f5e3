"""Prove that a day is told with more or with less: its weekday, its year, two days of one month.

What came or went is proved by the rest of the date: 13 March is a Wednesday in the year that is told,
or in the article's own.
"""

import datetime as dt
from collections.abc import Sequence

from variorum.collation.lexicons.words import calendar
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import When, days_of, is_day_word, is_month_word
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.told_days import day_beside
from variorum.collation.values import ReasonKind, Rule

_YEARS = ("18", "19", "20")
_JOINTS = frozenset({"and", "to", "through", "until", "till", "or", "-"})
_NEAR = 4
_MOST_DAY = 31


def prove_part_of_date(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a weekday or a year came or went that the rest of the date tells."""
    side, other, start, end, _ = pair.gone(block)
    row = [form for form in side.forms[start:end] if form.word]
    if len(row) != 1 or not (is_day_word(row[0]) or _is_year(row[0])):
        return None
    first, last = start, end
    while first > max(start - _NEAR, 0) and _is_part(side, first - 1, start):
        first -= 1
    while last < min(end + _NEAR, len(side.forms)) and _is_part(side, last, start):
        last += 1
    rest = [*side.forms[first:start], *side.forms[end:last]]
    if not any(map(is_month_word, rest)):
        return None
    whole, without = (
        _days(forms, day_beside(side, other)) for forms in (side.forms[first:last], rest)
    )
    if len(whole) != 1 or whole != without:
        return None
    return Proof(Rule.DATE_GLOSS, block, ReasonKind.SAME_DAY, min(whole).isoformat())


def _days(forms: Sequence[Form], day: dt.date | None) -> frozenset[dt.date]:
    return days_of([form for form in forms if form.word], day, When.EITHER)


def _is_part(side: Side, place: int, near: int) -> bool:
    """Tell whether a word or comma may belong to a date."""
    form = side.forms[place]
    if side.homes[place] != side.homes[min(near, len(side.homes) - 1)]:
        return False
    return (
        is_month_word(form)
        or is_day_word(form)
        or _is_year(form)
        or _is_day(form)
        or form.folded == ","
    )


def _is_year(form: Form) -> bool:
    return len(form.folded) == 4 and form.folded.isdecimal() and form.folded[:2] in _YEARS


def _is_day(form: Form) -> bool:
    figure = form.keys[0].rstrip(".") if len(form.keys) == 1 else ""
    return figure.isdecimal() and len(figure) <= 2 and 1 <= int(figure) <= _MOST_DAY


def prove_days(pair: Pair, block: Block) -> Proof | None:
    """Prove that days of one month stand before it or behind it: October 17-18, 17-18 October."""
    rows = pair.base_forms(block), pair.version_forms(block)
    if not all(any(map(is_month_word, row)) for row in rows):
        return None
    one, other = ([key for form in row for key in form.keys] for row in rows)
    months = calendar().months
    days = [[key for key in keys if key not in months] for keys in (one, other)]
    if days[0] != days[1] or sorted(one) != sorted(other) or len(days[0]) + 1 != len(one):
        return None
    figures = [key.rstrip(".") for key in days[0] if key not in _JOINTS]
    told = all(figure.isdecimal() and 1 <= int(figure) <= _MOST_DAY for figure in figures)
    marks = {form.folded for row in rows for form in row if not form.word}
    if not told or not figures or not marks <= {"-"}:
        return None
    return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)
