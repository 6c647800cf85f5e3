"""Prove that a mark came or went that nothing else answers to: half a pair of brackets, a second stop.

Of two brackets one side has one: its sentence shows that the other was lost. What a wiki sets in
italics or heavy stands between two rows of apostrophes.
"""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import numbers, units, words
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "["}
_TWICE = frozenset({"..", ",,", ";;", "::"})
_ELLIPSES = {"...", "…"}
_SHORTENED = frozenset({"i.e", "e.g", "ie", "eg", "viz", "namely"})
_APOSTROPHES = re.compile(r"'{2,5}")
_MOST_QUOTES = 2
"""More apostrophes in a row are no mark of quotation."""


def prove_lone_mark(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a mark that cannot stand alone, or stood twice, came or went."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if any(form.word for form in (*base, *version)):
        return None
    texts = ["".join(form.surface for form in forms) for forms in (base, version)]
    if _halves(pair, block, texts) or _stands_twice(pair, block, texts) or _encloses(pair, block):
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    if _is_set(pair, block, texts):
        return Proof(Rule.INLINE_CODE, block, ReasonKind.FORM_ONLY)
    return None


def _halves(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether a bracket came or went that makes pairs of a sentence's brackets, or unmakes them."""
    mark = "".join(texts)
    if mark not in _PARTNERS:
        return False
    side, other, start, _, place = pair.gone(block)
    counts = [
        _lone(whole, whole.homes[min(n, len(whole.homes) - 1)], mark)
        for whole, n in ((side, start), (other, place))
    ]
    return sorted(map(abs, counts)) == [0, 1]


def _encloses(pair: Pair, block: Block) -> bool:
    """Tell whether a bracket is one of two that came or went about words which stay: 9:00 (UTC), 9:00 UTC.

    Of an amount alone brackets make a loss, and of "not" and "reportedly" something to choose from.
    """
    side, other, place, end, gap = pair.gone(block)
    mark = side.forms[place].folded
    if end - place != 1 or mark not in {"(", ")"} or pair.quoted(block):
        return False
    first, last = _partners(side, place, mark)
    inside = side.forms[first + 1 : last]
    if not any(form.word for form in inside) or _is_amount(inside):
        return False
    if any(f.lower in words().hedges or not words().negations.isdisjoint(f.keys) for f in inside):
        return False
    # The words beside stand there as well: no comma took the bracket's place.
    before, after = side.forms[max(first - 1, 0) : first], side.forms[last + 1 : last + 2]
    plain = [form.lower for form in (*before, *inside, *after)]
    start = gap - (0 if mark == "(" else len(inside)) - len(before)
    return [form.lower for form in other.forms[max(start, 0) : start + len(plain)]] == plain


def _is_amount(forms: Sequence[Form]) -> bool:
    """Tell whether words state an amount and nothing else: 12, $1.2 million, 12 cts."""
    counted = numbers().magnitudes.keys() | clauses().measures | units().sizes.keys()
    counted |= units().currency_words.keys() | {"percent", "cent"}
    return all(
        form.figures
        or not form.word
        or form.lower in counted
        or (bool(form.keys) and counted.issuperset(form.keys))
        for form in forms
    )


def _partners(side: Side, place: int, mark: str) -> tuple[int, int]:
    """Return where a bracket and its partner stand, if nothing else is bracketed there; else nowhere."""
    step = 1 if mark == "(" else -1
    for n in range(place + step, place + step * _MOST_ENCLOSED, step):
        if not 0 <= n < len(side.forms) or side.homes[n] != side.homes[place]:
            break
        if side.forms[n].folded in {"(", ")"}:
            return min(n, place), max(n, place)
    return place, place


_MOST_ENCLOSED = 12


def _lone(side: Side, home: int, mark: str) -> int:
    """Return how many brackets of a kind a sentence has more than it has partners of them."""
    marks = [form.folded for n, form in enumerate(side.forms) if side.homes[n] == home]
    return marks.count(mark) - marks.count(_PARTNERS[mark])


def _stands_twice(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether a mark stood twice, or a comma came or went behind "i.e."."""
    if set(texts) == _ELLIPSES:
        return True
    if all(texts):
        longer, shorter = sorted(texts, key=len, reverse=True)
        return longer in _TWICE and longer[0] == shorter
    mark = "".join(texts)
    side, _, start, end, _ = pair.gone(block)
    beside = side.beside(start, end)
    if mark == "," and start and side.forms[start - 1].bare in _SHORTENED:
        return True
    return mark in {",", ";", ":"} and any(form.folded == mark for form in beside)


def _is_set(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether rows of apostrophes stand on both sides of words, where a wiki sets them in italics."""
    mark = "".join(texts)
    if all(texts) or not _APOSTROPHES.fullmatch(mark):
        return False
    if len(mark) > _MOST_QUOTES:
        return True
    side, _, start, _, _ = pair.gone(block)
    text = side.unit(start).span.of(side.analysis.article.text)
    rows = list(_APOSTROPHES.finditer(text))
    if len(rows) % 2 or "``" in text or "‘‘" in text:
        return False
    return all(
        one[0] == other[0] and not text[one.end() : one.end() + 1].isspace()
        for one, other in zip(rows[::2], rows[1::2], strict=True)
    )
