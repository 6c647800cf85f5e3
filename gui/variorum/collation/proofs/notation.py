"""Prove that one thing is written in two notations: World War II, World War Two; 50 cents, $0.50."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from variorum.collation.lexicons.clauses import clauses
from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    market_codes,
    numbers,
    people,
    units,
)
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.dates import is_year
from variorum.collation.reading.forms import POSSESSIVE, Form, in_small
from variorum.collation.values import ReasonKind, Rule

_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_LETTERS = {"I": 1, "V": 5, "X": 10}
_CODE = re.compile(r"[<(\[]\s*\.?([A-Z0-9]{1,6})(?:\.([A-Z]{1,3}))?\s*[>)\]]")
_DECADE = re.compile(r"19[3-9]0s")
"""The '20s may be those of either century."""
_SPACED = re.compile(r"[1-9]\d{0,2}(?: \d{3})+")
_FRACTION = re.compile(r"(\d)/(\d)")
_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "tenth": 10,
}
_UPPERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7}
_UNITS_MOST = 3


def prove_roman(pair: Pair, block: Block) -> Proof | None:
    """Prove that Roman letters behind a name and a number are the same: Elizabeth II, the Second."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for roman, plain, side, start in (
        (base, version, pair.base, block.base_start),
        (version, base, pair.version, block.version_start),
    ):
        if len(roman) != 1 or not start or not side.forms[start - 1].name:
            continue
        value = _roman(roman[0].folded.removesuffix(POSSESSIVE))
        rest = [form for form in plain if form.lower != "the"]
        if not value or len(rest) != 1 or not rest[0].keys:
            continue
        if rest[0].keys[0].rstrip(".") == str(value):
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _roman(letters: str) -> int:
    """Return what Roman letters count, from two on; 0 for anything else: "I" is a word."""
    if not letters or not _ROMAN.fullmatch(letters) or letters in {"I", "V", "X"}:
        return 0
    values = [_LETTERS[letter] for letter in letters]
    return sum(
        -value if value < max(values[n + 1 :], default=0) else value
        for n, value in enumerate(values)
    )


def prove_cents(pair: Pair, block: Block) -> Proof | None:
    """Prove that cents are the same part of a currency: 50 cents, $0.50."""
    rows = pair.base_forms(block), pair.version_forms(block)
    cents, dollars = (
        {_amount(forms, unit) for forms in rows} - {None} for unit in ("cent", "dollar")
    )
    if len(cents) != 1 or {value / 100 for value in cents if value} != dollars:
        return None
    return Proof(Rule.CURRENCY_FORM, block, ReasonKind.SAME_NUMBER)


def _amount(forms: Sequence[Form], unit: str) -> Decimal | None:
    """Return how many of a unit a row of words tells, and nothing besides."""
    keys = [key for form in forms for key in form.keys]
    figures = [key for key in keys if key[0].isdigit()]
    rest = [key for key in keys if not key[0].isdigit()]
    if len(figures) != 1 or rest != [unit] or not all(form.word for form in forms):
        return None
    try:
        return Decimal(figures[0])
    except InvalidOperation:
        return None


def prove_same_code(pair: Pair, block: Block) -> Proof | None:
    """Prove that one code of a company stands in two forms: <VRD.N>, (VRD)."""
    codes: list[str] = []
    for side, start, end in pair.stretches(block):
        # The brackets that both sides share may stand outside of the block.
        found = _CODE.fullmatch(side.text(start, end)) if start < end else None
        if found is None or (found[2] and found[2] not in market_codes().suffixes):
            return None
        codes.append(found[1])
    if codes[0] != codes[1]:
        return None
    return Proof(Rule.INLINE_CODE, block, ReasonKind.FORM_ONLY)


def prove_per_sign(pair: Pair, block: Block) -> Proof | None:
    """Prove that a stroke stands or "per" for "a" before a measure: $6 million/day, $6 million a day."""
    rows = [
        [form.lower for form in forms]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    after = pair.next_base(block), pair.next_version(block)
    signs = sum(row in (["/"], ["per"]) for row in rows)
    if not all(row in (["/"], ["a"], ["an"], ["per"]) for row in rows) or not signs:
        return None
    if not all(form and form.lower in clauses().rated for form in after):
        return None
    return Proof(Rule.UNIT_FORM, block, ReasonKind.FORM_ONLY)


def prove_graded(pair: Pair, block: Block) -> Proof | None:
    """Prove that a degree is joined to its scale or not: magnitude 6.1, magnitude-6.1, 6.1-magnitude."""
    rows = [
        sorted(part for form in forms for part in form.lower.split("-") if part)
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    if rows[0] != rows[1] or len(rows[0]) != 2 or rows[0][1] not in numbers().scales:
        return None
    if not rows[0][0][:1].isdigit():
        return None
    return Proof(Rule.HYPHENATION, block, ReasonKind.FORM_ONLY)


def prove_ranked(pair: Pair, block: Block) -> Proof | None:
    """Prove that a place in a ranking is counted or numbered: the No. 3 seed, the third seed."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    after = pair.next_base(block), pair.next_version(block)
    if not all(form and form.lower in _RANKED for form in after):
        return None
    for long, short in ((base, version), (version, base)):
        if len(long) != 2 or len(short) != 1 or long[0].lower not in {"no.", "no", "number"}:
            continue
        told = {key.rstrip(".") for key in short[0].keys}
        if told == set(long[1].keys) and short[0].keys != long[1].keys:
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


_RANKED = frozenset({"seed", "seeds", "seeded", "pick", "ranked"})


def prove_spaced_number(pair: Pair, block: Block) -> Proof | None:
    """Prove that a space parts thousands as a comma does: 30 000, 30,000."""
    rows = [
        [form.folded for form in forms]
        for forms in (pair.base_forms(block), pair.version_forms(block))
    ]
    spaced, whole = sorted(rows, key=len, reverse=True)
    if len(spaced) < 2 or len(whole) != 1 or not _SPACED.fullmatch(" ".join(spaced)):
        return None
    if whole[0] not in {",".join(spaced), "".join(spaced)}:
        return None
    return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)


def prove_plural_owner(pair: Pair, block: Block) -> Proof | None:
    """Prove that a word in -s owns with another s or without: Express's, Express'."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    one, other = ("".join(form.folded for form in forms) for forms in (base, version))
    short, long = sorted((one, other), key=len)
    if short.endswith("s'") and long == f"{short}s" and base[0].name and version[0].name:
        return Proof(Rule.PUNCTUATION, block, ReasonKind.FORM_ONLY)
    return None


def prove_short_year(pair: Pair, block: Block) -> Proof | None:
    """Prove that an apostrophe stands for a year's century: '15, 2015; the '90s, the 1990s."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for short, long in ((base, version), (version, base)):
        text = "".join(form.folded for form in short)
        year = long[0].folded if len(long) == 1 else ""
        if text != f"'{year[2:]}":
            continue
        if _DECADE.fullmatch(year) or (is_year(year) and _is_latest(pair, int(year))):
            return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _is_latest(pair: Pair, year: int) -> bool:
    """Tell whether a year is the last of its two figures: in 2019, '18 is not 1918."""
    day = pair.base.day or pair.version.day
    return day is None or year > day.year + 1 - _CENTURY


_CENTURY = 100


def prove_fraction(pair: Pair, block: Block) -> Proof | None:
    """Prove that a fraction is told in figures or in words: 2/3, two-thirds; a third, one-third."""
    one, other = (in_small(forms) for forms in (pair.base_forms(block), pair.version_forms(block)))
    for figures, words in ((one, other), (other, one)):
        match = _FRACTION.fullmatch(figures)
        if match and _spoken_fraction(words) == (int(match[1]), int(match[2])):
            return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    told = _spoken_fraction(one)
    if told and told == _spoken_fraction(other):
        return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def prove_era(pair: Pair, block: Block) -> Proof | None:
    """Prove that years are counted from the same one under another name: 52 BC, 52 BCE."""
    names = {form.bare.replace(".", "") for form in pair.changed(block)}
    if names not in ({"bc", "bce"}, {"ad", "ce"}):
        return None
    for side, start, end in pair.stretches(block):
        beside = side.beside(start, end)
        if end - start != 1 or not any(form.figures or form.lower == "century" for form in beside):
            return None
    return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY)


def _spoken_fraction(text: str) -> tuple[int, int] | None:
    """Return the fraction that two words tell: a third, two-thirds."""
    upper, _, lower = text.replace("-", " ").partition(" ")
    count = _UPPERS.get(upper)
    part = _PARTS.get(lower if count == 1 else lower.removesuffix("s"))
    return (count, part) if count and part else None


def prove_month(pair: Pair, block: Block) -> Proof | None:
    """Prove that a month without a day is shortened: in Jan. for fraud, in January."""
    one, other = (
        "".join(form.folded for form in forms)
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    for short, long in ((one, other), (other, one)):
        meant = abbreviations().points.get(short.removesuffix(".").casefold(), "")
        pointed = short.endswith(".") and short[:1].isupper() and long[:1].isupper()
        if (
            (pointed or _in_capitals(pair, block))
            and meant in calendar().months
            and meant == long.casefold()
        ):
            return Proof(Rule.ABBREVIATION, block, ReasonKind.EXPANDED)
    return None


def _in_capitals(pair: Pair, block: Block) -> bool:
    """Tell whether both sides print capitals alone; such a headline spares the point: JAN NET LOSS."""
    told = pair.changed(block)
    # At a sentence's start it may be somebody's given name.
    opens = pair.base.starts_sentence(block.base_start)
    return not opens and all(form.printed.isupper() for form in told)


def prove_month_part(pair: Pair, block: Block) -> Proof | None:
    """Prove that the same part of a month is told: the end of October, end-October; mid-May."""
    one, other = (
        _part_of_month(in_small(forms))
        for forms in (pair.base_forms(block), pair.version_forms(block))
    )
    return Proof(Rule.DATE_FORM, block, ReasonKind.SAME_DAY) if one and one == other else None


_PART_OF_MONTH = re.compile(
    r"(?:the )?(?:(end)|(?:middle|mid)|(beginning|start))(?:-| of )(\w+\.?)", re.IGNORECASE
)


def _part_of_month(text: str) -> tuple[str, int] | None:
    match = _PART_OF_MONTH.fullmatch(text)
    if match is None:
        return None
    month = calendar().months.get(abbreviations().points.get(match[3].rstrip("."), match[3]))
    part = "end" if match[1] else "start" if match[2] else "middle"
    return (part, month) if month else None


def prove_repeated_unit(pair: Pair, block: Block) -> Proof | None:
    """Prove that a range names its unit twice or once: 5 to 6 percent, 5 percent to 6 percent.

    A magnitude is no such unit: 5 to 6 million may begin at five.
    """
    side, _, start, end, _ = pair.gone(block)
    row = side.forms[start:end]
    if not 0 < len(row) <= _UNITS_MOST or not start or not _is_figure(side.forms[start - 1]):
        return None
    keys = [key for form in row for key in form.keys]
    if not keys or not all(map(_is_unit, keys)) or not all(form.word for form in row):
        return None
    after = side.forms[end : end + 2 + len(row)]
    if len(after) < 3 or after[0].lower not in {"to", "and", "or"} or not _is_figure(after[1]):
        return None
    if [key for form in after[2:] for key in form.keys][: len(keys)] != keys:
        return None
    return Proof(Rule.NUMBER_FORM, block, ReasonKind.SAME_NUMBER)


def _is_figure(form: Form) -> bool:
    return bool(form.keys) and form.keys[-1][0].isdigit()


def _is_unit(key: str) -> bool:
    return key == "percent" or key in units().currency_words or key in units().sizes


def prove_department(pair: Pair, block: Block) -> Proof | None:
    """Prove that a department is named in two ways: Justice Department, Department of Justice."""
    base, version = pair.base_forms(block), pair.version_forms(block)
    for long, short in ((base, version), (version, base)):
        words = [form.lower for form in long if form.lower != "the"]
        if len(words) < 3 or words[0] not in _DEPARTMENTS or words[1] != "of":
            continue
        if not all(form.name or form.title or _is_of_body(form) for form in long):
            continue
        owned = long[-1].lower.endswith(POSSESSIVE), short[-1].lower.endswith(POSSESSIVE)
        its = [form.lower.removesuffix(POSSESSIVE) for form in short if form.lower != "the"]
        told = [word.removesuffix(POSSESSIVE) for word in words[2:]]
        if owned[0] == owned[1] and its == [*told, words[0]]:
            return Proof(Rule.NAME_FORM, block, ReasonKind.SAME_NAME)
    return None


_DEPARTMENTS = frozenset({"department", "ministry", "office", "bureau", "embassy", "port"})


def _is_of_body(form: Form) -> bool:
    return form.lower in {"of", "the", "and", *_DEPARTMENTS, *people().portfolios}
