"""Read figures: "1,500", "$5m", "2.5%", "26-27", "-5", "1/2", "1990s", "5th" as keys and values."""

import re
from decimal import Decimal

from variorum.collation.lexicons.words import abbreviations, numbers, units

_FIGURE = re.compile(
    r"""(?P<sign>[A-Z]{0,2}[$€£¥₹₩][A-Z]{0,2})?
        (?P<number>\d+(?:[.,]\d+)*)
        (?P<suffix>[A-Za-z]+)?
        (?P<percent>%)?$""",
    re.VERBOSE,
)
_VULGAR = {
    "½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3), "⅕": (1, 5), "⅛": (1, 8),
    "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
_FRACTION = re.compile(
    rf"(?P<upper>\d{{1,2}})/(?P<lower>\d{{1,2}})|(?P<whole>\d*)(?P<glyph>[{''.join(_VULGAR)}])"
)
_ORDINALS = frozenset({"st", "nd", "rd", "th"})
_TIMES = frozenset({"am", "pm", "gmt"})
_SPEEDS = frozenset({"mph", "kph"})
_DEGREES = {"C": "celsius", "F": "fahrenheit"}
POINTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})*\.\d\d0")
"""Thousands in half of Europe: 1.500 is no 1.5."""
_GROUPED = re.compile(r"(?:\d{1,3}(?:,\d{3})+|[1-9]\d?(?:,\d\d)+,\d{3})(?:\.\d+)?$")
"""Thousands in threes, or as India counts: 2,50,000."""


def numeral_keys(folded: str) -> tuple[str, ...]:
    """Return a figure's keys: sign, number, magnitude, percent; empty when it is none."""
    keys: list[str] = []
    # "the 1990's" are the 1990s.
    folded = re.sub(r"(?<=\d0)'s$", "s", folded).replace("km/h", "kph")
    if folded.startswith("-"):
        keys.append("minus")
        folded = folded[1:]
    for part in _parts(folded):
        fraction = _FRACTION.fullmatch(part)
        if fraction:
            keys.extend(_fraction_keys(fraction))
            continue
        match = _FIGURE.match(part)
        if match is None:
            if not part or any(c.isdigit() for c in part):
                return ()
            word = part.casefold()
            if word not in abbreviations().plain and keys[:1] != ["minus"]:
                # What a figure is joined to is a word as any other: 10-kilometre.
                return ()
            keys.extend(abbreviations().plain.get(word, word).split())
            continue
        keys.extend(_figure_keys(match))
    return tuple(keys)


def _parts(folded: str) -> list[str]:
    """Part a figure at its hyphens, and at its strokes unless they make a fraction."""
    parts: list[str] = []
    for part in folded.split("-"):
        parts += [part] if _FRACTION.fullmatch(part) else part.split("/")
    return parts


def _fraction_keys(match: re.Match[str]) -> list[str]:
    """Return a fraction's value as a decimal where it ends, as it stands elsewhere: 0.5, 1/3."""
    if match["glyph"]:
        upper, lower = _VULGAR[match["glyph"]]
    else:
        upper, lower = int(match["upper"]), int(match["lower"])
    whole = [plain_number(match["whole"])] if match["whole"] else []
    if not lower or upper >= lower:
        return [*whole, f"{upper}/{lower}"]
    value = Decimal(upper) / Decimal(lower)
    return [*whole, f"{value.normalize():f}" if value * 1000 % 1 == 0 else f"{upper}/{lower}"]


def _figure_keys(match: re.Match[str]) -> list[str]:
    keys: list[str] = []
    if match["sign"]:
        keys.extend(units().currencies.get(match["sign"], match["sign"]).split())
    number = plain_number(match["number"])
    suffix = (match["suffix"] or "").casefold()
    if match["suffix"] in _DEGREES:
        keys += [number, _DEGREES[match["suffix"]]]
    elif suffix in _ORDINALS:
        keys.append(f"{number}.")
    elif suffix in numbers().suffixes:
        keys += [number, numbers().suffixes[suffix]]
    elif suffix in _TIMES:
        keys += [number, suffix]
    elif suffix in _SPEEDS:
        keys += [number, *units().forms[suffix].split()]
    elif told := abbreviations().plain.get(suffix) or units().glued.get(match["suffix"] or ""):
        keys += [number, *told.split()]
    else:
        keys.append(number + suffix)
    if match["percent"]:
        keys.append("percent")
    return keys


def plain_number(digits: str) -> str:
    """Return a number without separators of thousands and without needless noughts."""
    if _GROUPED.match(digits):
        digits = digits.replace(",", "")
    elif POINTED.fullmatch(digits):
        return digits
    elif digits.count(",") == 1 and "." not in digits:
        digits = digits.replace(",", ".")
    try:
        value = Decimal(digits)
    except ArithmeticError:
        return digits
    return f"{value.normalize():f}"
