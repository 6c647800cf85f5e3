"""Prove that one span of days, one business year or one year of an era is told in two ways: Mon-Fri; FY2019; AD 60."""

import re
from collections.abc import Sequence

from variorum.collation.lexicons.words import calendar, numbers
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form, in_small
from variorum.collation.values import ReasonKind, Rule

_JOINTS = re.compile(r"\s*(?:-to-|-| to | through )\s*")
_LEAST_DAY = 3
_YEARS = r"(?P<{0}>(?:20)?\d\d)(?:[-/](?P<{1}>(?:20)?\d\d))?"
_FISCAL = re.compile(
    rf"(?:(?:the )?(?:fy ?|fiscal (?:year )?|financial year ){_YEARS.format('a', 'b')}"
    rf"|(?:the )?{_YEARS.format('c', 'd')} (?:fiscal|financial)(?: year)?)"
)
_ERAS = frozenset({"ad", "bc", "ce", "bce"})


def prove_day_span(pair: Pair, block: Block) -> Proof | None:
    """Prove that a span of weekdays is shortened or joined in another way: Monday to Friday, Mon-Fri."""
    one, other = (_days(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    if len(one) == 2 and one == other:
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)
    return None


def _days(forms: Sequence[Form]) -> list[str]:
    """Return the weekdays that words tell with a joint between, nothing for other words."""
    text = in_small(forms).removeprefix("from ")
    parts = [part.rstrip(".") for part in _JOINTS.split(text)]
    told = [
        next(
            (day for day in calendar().days if len(part) >= _LEAST_DAY and day.startswith(part)), ""
        )
        for part in parts
    ]
    return told if all(told) else []


def prove_fiscal_year(pair: Pair, block: Block) -> Proof | None:
    """Prove that one business year is named in two ways: FY2019, fiscal 2019, the 2019 fiscal year."""
    one, other = (_fiscal(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    if one and one == other:
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _fiscal(forms: Sequence[Form]) -> tuple[str, str] | None:
    match = _FISCAL.fullmatch(in_small(forms))
    if match is None:
        return None
    first, last = match["a"] or match["c"], match["b"] or match["d"] or ""
    return first[-2:], last[-2:]


def prove_era_order(pair: Pair, block: Block) -> Proof | None:
    """Prove that the name of an era stands before its year or behind: AD 60, 60 AD."""
    rows = [
        [form.bare.replace(".", "") for form in forms]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    if not all(len(row) == 2 for row in rows) or rows[0] != rows[1][::-1]:
        return None
    era, year = sorted(rows[0], key=str.isdecimal)
    if era in _ERAS and year.isdecimal():
        return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)
    return None


def prove_decade_word(pair: Pair, block: Block) -> Proof | None:
    """Prove that the decade of somebody's life is told in figures or in a word: mid-20s, mid-twenties."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    if len(base) != 1 or len(version) != 1:
        return None
    for short, long in ((base[0].lower, version[0].lower), (version[0].lower, base[0].lower)):
        part, _, figure = short.rpartition("-")
        its, _, word = long.rpartition("-")
        told = numbers().units.get(f"{word.removesuffix('ies')}y", 0) if word.endswith("ies") else 0
        led = [side.forms[start - 1].lower for side, start, _ in pair.stretches(block) if start]
        owned = len(led) == len((base, version)) and _LIVED.issuperset(led)
        if part == its and told and figure == f"{told}s" and owned:
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


_LIVED = frozenset({"his", "her", "their", "my", "our", "your", "early", "late", "mid"})
