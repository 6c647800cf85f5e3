"""Prove that a mark came or went that nothing else answers to: half a pair of brackets, a second stop.

Of two brackets one side has one: its sentence shows that the other was lost. What a wiki sets in
italics or heavy stands between two rows of apostrophes.
"""

import re

from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_PARTNERS = {"(": ")", ")": "(", "[": "]", "]": "["}
_TWICE = frozenset({"..", ",,", ";;", "::"})
_SHORTENED = frozenset({"i.e", "e.g", "ie", "eg", "viz", "namely"})
_APOSTROPHES = re.compile(r"'{2,5}")


def prove_lone_mark(pair: Pair, block: Block) -> Proof | None:
    """Prove that only a mark that cannot stand alone, or stood twice, came or went."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if any(form.word for form in (*base, *version)):
        return None
    texts = ["".join(form.surface for form in forms) for forms in (base, version)]
    if _halves(pair, block, texts) or _stands_twice(pair, block, texts):
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


def _lone(side: Side, home: int, mark: str) -> int:
    """Return how many brackets of a kind a sentence has more than it has partners of them."""
    marks = [form.folded for n, form in enumerate(side.forms) if side.homes[n] == home]
    return marks.count(mark) - marks.count(_PARTNERS[mark])


def _stands_twice(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether a mark stood twice, or a comma came or went behind "i.e."."""
    if all(texts):
        longer, shorter = sorted(texts, key=len, reverse=True)
        return longer in _TWICE and longer[0] == shorter
    mark = "".join(texts)
    side, _, start, end, _ = pair.gone(block)
    beside = (*side.forms[max(start - 1, 0) : start], *side.forms[end : end + 1])
    if mark == "," and start and side.forms[start - 1].bare in _SHORTENED:
        return True
    return mark in {",", ";", ":"} and any(form.folded == mark for form in beside)


def _is_set(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether rows of apostrophes stand on both sides of words, where a wiki sets them in italics."""
    mark = "".join(texts)
    if all(texts) or not _APOSTROPHES.fullmatch(mark):
        return False
    side, _, start, _, _ = pair.gone(block)
    home = side.homes[start]
    unit = next(unit for unit in side.units if unit.number == home)
    text = unit.span.of(side.analysis.article.text)
    rows = list(_APOSTROPHES.finditer(text))
    if len(rows) % 2 or "``" in text or "‘‘" in text:
        return False
    return all(
        one[0] == other[0] and not text[one.end() : one.end() + 1].isspace()
        for one, other in zip(rows[::2], rows[1::2], strict=True)
    )
