"""The edits that `bench_planted.py` plants: each finds its places in a text and says what to write there.

Three tables: what a house style does, what only words differently, what changes a fact.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from variorum.collation.lexicons.words import senses, spellings


@dataclass(frozen=True, slots=True)
class Edit:
    """Hold one change: what stands from `start` to `end` of the base becomes `written`."""

    kind: str
    start: int
    end: int
    written: str


Change = Callable[[re.Match[str]], str | None]
Plant = Callable[[str, random.Random], Iterator[Edit]]

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
]  # fmt: skip
UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_DAY = "|".join(DAYS)
_MONTH = "|".join(MONTHS)
_LONG_MONTH = "|".join(month for month in MONTHS if len(month) > 5)


def quoted_ranges(text: str) -> list[tuple[int, int]]:
    """Return where double quotation marks enclose words."""
    return [m.span() for m in re.finditer(r'["“][^"“”\n]{1,600}["”]', text)]


def _plant(
    pattern: str, change: str | Change, *, quoted: bool = False, group: int | str = 0
) -> Plant:
    """Return a plant that rewrites what a pattern finds, outside quotation marks or inside."""
    compiled = re.compile(pattern)

    def plant(text: str, chance: random.Random) -> Iterator[Edit]:
        del chance
        ranges = quoted_ranges(text)
        for match in compiled.finditer(text):
            start, end = match.span(group)
            inside = any(a < end and start < b for a, b in ranges)
            if inside is not quoted or not in_prose(text, start):
                continue
            written = match.expand(change) if isinstance(change, str) else change(match)
            if written is not None and written != match[group]:
                yield Edit("", start, end, written)

    return plant


def in_prose(text: str, place: int) -> bool:
    """Tell whether a place is inside a paragraph that is surely story."""
    start = text.rfind("\n", 0, place) + 1
    end = text.find("\n", place)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) < 120 or not re.search(r'[.!?]["”]?\s*$', line) or place <= 200:
        return False
    # An odd mark leaves it open what is quoted.
    return line.count('"') % 2 == 0 and line.count("“") == line.count("”")


def _word(match: re.Match[str]) -> str:
    return UNITS[int(match[0])]


def _digits(match: re.Match[str]) -> str:
    return str(UNITS.index(match[0].lower()))


def _to(table: dict[str, str]) -> Change:
    return lambda match: table.get(match[0])


def _stems(word: str) -> set[str]:
    """Return the words of which one may be a form: stories, curbed."""
    cut = {re.sub(rf"{ending}$", "", word) for ending in ("s", "es", "ed", "ing", "d")}
    return {word, *cut, re.sub("ies$", "y", word)}


_BRITISH = {
    s.american: word
    for word, s in spellings().items()
    if "B" in s.standards and not s.sense and not _stems(s.american) & senses().keys()
}
_AMERICAN = {british: american for american, british in _BRITISH.items()}
_NOT = r"(did|does|was|is|has|had|could|would|were|do|are|have|should)"


def _honorific(text: str, chance: random.Random) -> Iterator[Edit]:
    """Put an honorific before the surname of somebody whom the text names in full before."""
    del chance
    full = re.compile(
        r"(?:President|Minister|Secretary|Senator|Chief Executive|Chairman|analyst|spokesman) "
        r"([A-Z][a-z]+) ([A-Z][a-z]+)\b"
    )
    ranges = quoted_ranges(text)
    for name in full.finditer(text):
        for m in re.finditer(rf"(?<![A-Z][a-z] )(?<=[a-z,] ){name[2]}\b(?! [A-Z])", text):
            inside = any(a < m.end() and m.start() < b for a, b in ranges)
            if m.start() > name.end() and in_prose(text, m.start()) and not inside:
                yield Edit("", m.start(), m.start(), "Mr ")


QUIET: dict[str, Plant] = {
    "percent to %": _plant(r"(?<=\d) percent\b", "%"),
    "% to percent": _plant(r"(?<=\d)%(?= )", " percent"),
    "per cent": _plant(r"(?<=\d) percent\b", " per cent"),
    "US points": _plant(r"\bU\.S\.(?= [a-z])", "US"),
    "US with points": _plant(r"\bUS(?= [a-z])", "U.S."),
    "US in full": _plant(r"(?<=the )(?:U\.S\.|US)(?= [a-z])", "United States"),
    "US short": _plant(r"(?<=the )United States(?= [a-z])", "U.S."),
    "UN": _plant(r"(?<=the )(?:U\.N\.|UN)(?= [a-z])", "United Nations"),
    "contraction": _plant(rf"\b{_NOT} not\b", r"\1n't"),
    "contraction out": _plant(rf"\b{_NOT}n['’]t\b", r"\1 not"),
    "day preposition out": _plant(rf"(?<=[a-z] )on (?={_DAY})", ""),
    "day preposition in": _plant(rf"\b(said|told|met|died|began|left|announced|signed) (?={_DAY})", r"\1 on "),
    "number to figure": _plant(
        r"(?<=[a-z] )(?:two|three|four|five|six|seven|eight|nine)(?= [a-z]+s\b)", _digits
    ),
    "figure to number": _plant(r"(?<=[a-z] )(?:[2-9]|1[0-2])(?= [a-z]{4,}s\b)", _word),
    "month short": _plant(rf"\b({_LONG_MONTH}) (?=\d)", lambda m: f"{m[1][:3]}. "),
    "month bare": _plant(rf"\b({_LONG_MONTH}) (?=\d)", lambda m: f"{m[1][:3]} "),
    "day before month": _plant(rf"\b({_MONTH}) (\d\d?)(?=[.,;]? [a-z])(?!, \d)", r"\2 \1"),
    "billion": _plant(r"(?<=\d) billion\b", "bn"),
    "million": _plant(r"(?<=\d) million\b(?! [a-z]+s? \()", " mln"),
    "bn in full": _plant(r"(?<=\d)bn\b", " billion"),
    "dollars": _plant(r"(?<![A-Z])\$(\d+(?:\.\d+)?) (million|billion)(?= [a-z]| ?[,.])", r"\1 \2 dollars"),
    "dash": _plant(r" - ", " – "),
    "double hyphen": _plant(r" (?:-|–|—) ", " -- "),
    "curly": _plant(r"(?<=[a-z])'(?=s )", "’"),
    "straight": _plant(r"(?<=[a-z])’(?=s )", "'"),
    "curly quotes": _plant(r'"([^"\n]{5,200})"', r"“\1”", quoted=True),
    "straight quotes": _plant(r"“([^“”\n]{5,200})”", r'"\1"', quoted=True),
    "guillemets": _plant(r'["“]([^"“”\n]{5,200})["”]', r"«\1»", quoted=True),
    "thousands": _plant(r"\b(\d{1,3}),(\d{3})\b(?![,\d])", r"\1\2"),
    "thousands in": _plant(r"(?<=[a-z] )([3-9]\d?)(\d{3})(?= [a-z])", r"\1,\2"),
    "comma before and": _plant(r"(?<=[a-z]), (?=and (?:the|he|she|it|they|a)\b)", " "),
    "comma after opening": _plant(rf"(?<=\n)(?:On (?:{_DAY})|Last (?:year|week|month)|Meanwhile|Earlier), (?=[a-z])", lambda m: m[0].replace(",", "")),
    "British": _plant(r"\b[a-z]{5,}\b", _to(_BRITISH)),
    "American": _plant(r"\b[a-z]{5,}\b", _to(_AMERICAN)),
    "British inside quotes": _plant(r"\b[a-z]{5,}\b", _to(_BRITISH), quoted=True),
    "honorific": _honorific,
    "honorific point": _plant(r"\b(Mr|Mrs|Ms|Dr)\.? (?=[A-Z][a-z])", lambda m: f"{m[1]} " if "." in m[0] else f"{m[1]}. "),
    "prime minister": _plant(r"(?<=the )prime minister\b", "Prime Minister"),
    "Prime Minister": _plant(r"(?<=the )Prime Minister\b", "prime minister"),
    "government": _plant(r"(?<=the )government\b", "Government"),
    "short title": _plant(r"\bSenator (?=[A-Z][a-z]+ [A-Z])", "Sen. "),
    "short governor": _plant(r"\bGovernor (?=[A-Z][a-z]+ [A-Z])", "Gov. "),
    "vice-president": _plant(r"\bvice president\b", "vice-president"),
    "long-term": _plant(r"\b(long|short|high|low)-(term|level|speed|profile)\b", r"\1 \2"),
    "closed up": _plant(r"\b(?:health care|web site|cease-fire|air strikes?|policy makers?|on-line)\b", lambda m: re.sub("[ -]", "", m[0])),
    "hours": _plant(r"(?<=\d) p\.m\.(?= [a-z])", "pm"),
    "km": _plant(r"(?<=\d) kilomet(?:er|re)s\b", " km"),
    "conversion": _plant(r"\b(\d{2,3}) miles\b(?! \()", lambda m: f"{m[1]} miles ({round(int(m[1]) * 1.609344)} km)"),
    "conversion back": _plant(r"(?<![\d,.–-])(\d{2,3}) (?:kilomet(?:er|re)s|km)\b(?! ?[(/)])", lambda m: f"{m[0]} ({round(int(m[1]) / 1.609344)} miles)"),
    "year-old": _plant(r"\b([1-9]\d)-year-old\b", r"\1 year old"),
    "accent": _plant(r"\b[A-Z][a-z]+[áéíóúñ][a-z]*\b", lambda m: m[0].translate(str.maketrans("áéíóúñ", "aeioun"))),
    "space": _plant(r"(?<=[a-z,] )(?=[a-z])", " "),
}  # fmt: skip
WORDED: dict[str, Plant] = {
    "that in": _plant(r"(?<=[a-z] said )(?=(?:the|he|she|it|they)\b)", "that "),
    "that out": _plant(r"(?<=[a-z] said )that (?=(?:the|he|she|it|they)\b)", ""),
    "told reporters": _plant(r"(?<=[A-Z][a-z]{3} )said(?= (?:the|it|he|she|that)\b)", "told reporters"),
    "stated": _plant(r"(?<=[a-z] )said(?= (?:the|it|he|she|that)\b)", "stated"),
    "over": _plant(r"\bmore than (?=\d)", "over "),
    "about": _plant(r"\babout (?=\d)", "around "),
    "started": _plant(r"(?<=[a-z] )began(?= (?:in|on|with|after|to)\b)", "started"),
    "while": _plant(r"(?<=, )while (?=[a-z])", "whilst "),
    "perfect": _plant(r"\b(?:has|have) (agreed|announced|rejected|signed|launched|approved)\b", r"\1"),
    "backshift": _plant(r"(?<= said (?:he|it) )(?:is|has|will)\b", _to({"is": "was", "has": "had", "will": "would"})),
    "also": _plant(r"(?<=[a-z] )also (?=said\b)", ""),
    "with": _plant(r"(?<= met )with (?=[A-Z])", ""),
}  # fmt: skip


def _more(match: re.Match[str]) -> str:
    digits = match[0]
    return str(int(digits) + (7 if int(digits) < 60 else 11))


def _turned(match: re.Match[str]) -> str | None:
    digits = match[0]
    return digits[::-1] if digits != digits[::-1] and digits[-1] != "0" else None


def _next_of(row: list[str], steps: int) -> Change:
    return lambda match: row[(row.index(match[0]) + steps) % len(row)]


_OPPOSITE = {
    "rose": "fell", "fell": "rose", "up": "down", "before": "after", "after": "before", "more": "less", "increased": "decreased", "won": "lost", "lost": "won",
    "bought": "sold", "sold": "bought", "north": "south", "south": "north", "opened": "closed", "first": "second", "second": "third", "last": "next",
    "highest": "lowest", "above": "below", "approved": "rejected", "accepted": "refused", "began": "ended", "killed": "wounded", "injured": "killed",
    "legal": "illegal", "possible": "impossible", "likely": "unlikely", "able": "unable", "all": "some", "some": "many", "most": "some", "several": "many",
    "dozens": "hundreds", "hundreds": "thousands", "month": "year", "week": "month", "weeks": "months", "days": "weeks", "hours": "days", "miles": "kilometres",
    "his": "her", "he": "she", "son": "brother", "wife": "sister", "men": "women", "former": "current", "deputy": "acting", "minister": "president",
    "could": "will", "may": "will", "might": "will", "can": "cannot", "must": "may", "should": "must", "because": "although", "for": "against", "with": "without",
    "by": "near", "from": "to", "million": "billion", "billion": "million", "percent": "points", "arrested": "questioned", "charged": "convicted", "suspected": "convicted",
    "agreed": "refused", "expects": "fears", "officials": "critics", "police": "soldiers", "government": "opposition", "largest": "smallest",
}  # fmt: skip
_PLAIN_OPPOSITES = [word for word in _OPPOSITE if word not in {"by", "from", "for", "with", "up"}]
_STRONG = [
    "claimed",
    "admitted",
    "insisted",
    "denied",
    "revealed",
    "alleged",
    "warned",
    "suggested",
]


def _swapped_names(text: str, chance: random.Random) -> Iterator[Edit]:
    """Turn round who did what to whom: X verb Y."""
    del chance
    for m in re.finditer(
        r"(?<=[a-z,] )([A-Z][a-z]{3,}) ([a-z]+ed|beat|met|told) ([A-Z][a-z]{3,})(?= [a-z]|[.,])",
        text,
    ):
        other = {*DAYS, *MONTHS} & {m[1], m[3]}
        inside = any(a < m.end() and m.start() < b for a, b in quoted_ranges(text))
        if m[1] != m[3] and not other and not inside and in_prose(text, m.start()):
            yield Edit("", m.start(), m.end(), f"{m[3]} {m[2]} {m[1]}")


def _strong(match: re.Match[str]) -> str:
    return _STRONG[match.start() % len(_STRONG)]


LOUD: dict[str, Plant] = {
    "figure": _plant(r"(?<![\d.,$-])\b\d{1,3}\b(?![\d.,:/-]|th|st|nd|rd)", _more),
    "figure turned": _plant(r"(?<![\d.,$-])\b\d{2,3}\b(?![\d.,:/-]|th|st|nd|rd)", _turned),
    "money": _plant(r"(?<=\$)\d{1,3}\b(?!,)", _more),
    "currency": _plant(r"\$(?=\d)", "€"),
    "decimal": _plant(r"\b\d+\.\d+\b(?!\.)", lambda m: m[0] + "5"),
    "decimal point": _plant(r"\b(\d)\.(\d)\b(?!\.)", r"\1\2"),
    "thousands point": _plant(r"\b(\d{1,3}),(\d{3})\b(?![,\d])", r"\1.\2"),
    "number word": _plant(r"(?<=[a-z] )(?:two|three|four|five|six|seven|eight|nine)(?= [a-z]+s\b)", lambda m: UNITS[UNITS.index(m[0]) + 2]),
    "percentage points": _plant(r"(?<=\d) percent\b(?! of)", " percentage points"),
    "ordinal": _plant(r"\b(\d)(?:th|rd)\b", lambda m: f"1{m[1]}th"),
    "at least out": _plant(r"\b(?:at least|up to|more than|nearly|almost|about) (?=\d|[a-z]+ (?:people|percent))", ""),
    "only in": _plant(r"(?<=[a-z] )(?=\d{2,} (?:people|percent|million))", "only "),
    "negation out": _plant(r"(?<=[a-z] )not (?=[a-z])(?!only)", ""),
    "n't out": _plant(r"\b(did|does|was|is|has|had|would|were)n['’]t\b", r"\1"),
    "negation in": _plant(r"\b(was|is|were|are|will|would|could) (?=(?!not)[a-z]{3,} )", r"\1 not "),
    "no in": _plant(r"(?<=[a-z] )(?:was|were) (?=[a-z]+ed\b)", lambda m: m[0] + "never "),
    "certainty": _plant(r"\b(?:will|would)(?= [a-z])", "may"),
    "reportedly": _plant(r"(?<=[a-z] )(?<!reportedly )(?=(?:killed|arrested|agreed|refused|signed)\b)", "reportedly "),
    "strong verb": _plant(r"\bsaid(?= (?:on |in |the |it |he |she |that |they ))", _strong),
    "weekday": _plant(rf"\b(?:{_DAY})\b", _next_of(DAYS, 2)),
    "month": _plant(rf"\b(?:{_MONTH})\b(?= \d)", _next_of(MONTHS, 3)),
    "day of month": _plant(r"(?<=(?:ary|une|uly|ber|rch|ril|ust) )\d\d?\b(?!,\d|:)", lambda m: str((int(m[0]) + 8) % 28 + 1)),
    "year": _plant(r"\b(?:19|20)\d\d\b", lambda m: str(int(m[0]) - 1)),
    "half of the day": _plant(r"(?<=\d) [ap]\.m\.", lambda m: " a.m." if "p" in m[0] else " p.m."),
    "name": _plant(r"(?<=[a-z] )[A-Z][a-z]{4,}(?= [a-z]+ed\b| said)", "Brandvold"),
    "name respelt": _plant(r"(?<=[a-z] [A-Z][a-z]{3} )[A-Z][a-z]{4,}(?= said|,)", lambda m: m[0][:-1] + ("a" if m[0][-1] != "a" else "o")),
    "first name": _plant(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [A-Z][a-z]{4,} said)", "Torvald"),
    "names swapped": _swapped_names,
    "place": _plant(r"(?<=in )(?:China|London|Washington|Iraq|Japan|India|Greece|Paris|Moscow|Russia|Syria|Iran|Israel)\b", "Peru"),
    "opposite": _plant(rf"(?<=[a-z] )(?:{'|'.join(_PLAIN_OPPOSITES)})(?= [a-z])", _to(_OPPOSITE)),
    "preposition": _plant(r"(?<=(?:ed|en) )(?:by|from|for|with)(?= (?:the|a|[A-Z]))", _to(_OPPOSITE)),
    "adjective in": _plant(r"\bthe (?=(?:company|government|president|bank|report|deal|city|police|army)\b)", "the troubled "),
    "adjective out": _plant(r"(?<=the )(?:new|old|national|federal|foreign|former|local|main|military|political|international) (?=[a-z]+)", ""),
    "attribution out": _plant(r", (?:[A-Z][\w']+ |the |a |he |she |officials |police )[\w ]{0,20}said(?=\.)", ""),
    "speaker": _plant(r"(?<=, )(?:he|she)(?= said\b)", "a rival"),
    "official": _plant(r"\b(?:spokesman|spokeswoman|analyst|official)\b(?= (?:said|told))", "lawyer"),
    "list item out": _plant(r"(?<=[A-Z][a-z]{4}), [A-Z][a-z]+(?= and [A-Z])", ""),
    "singular": _plant(r"(?<=the )(?:companies|banks|countries|troops|leaders|officials|protesters|workers)\b", lambda m: re.sub("ies$|s$", lambda e: "y" if e[0] == "ies" else "", m[0])),
    "who": _plant(r"(?<= )([a-z]{3,}), (?=who [a-z]+ed\b)", r"\1 "),
    "is to was": _plant(r"(?<=(?:it|He|he) )is(?= (?:the|a|an)\b)", "was"),
    "word in quotes": _plant(r'(?<=["“])(We|It|I|The|They) (?=[a-z])', lambda m: f"Perhaps {m[1].lower()} ", quoted=True),
    "little word in quotes": _plant(r"(?<=[a-z] )(?:the|a|we|our)(?= [a-z]{3,} )", _to({"the": "this", "a": "one", "we": "they", "our": "their"}), quoted=True),
    "contraction in quotes": _plant(rf"\b{_NOT} not\b", r"\1n't", quoted=True),
    "figure in quotes": _plant(r"(?<=[a-z] )\d{1,3}(?= [a-z])", _more, quoted=True),
    "unit": _plant(r"(?<=\d )(?:miles|kilomet(?:er|re)s|km|metres|meters|feet|tons|tonnes|barrels|acres)\b", lambda m: "kilograms" if m[0] in {"tons", "tonnes"} else "hectares" if m[0] == "acres" else "yards"),
    "prefix": _plant(r"(?<=(?:was|are|ere|not|the) )(?:expected|armed|authori[sz]ed|affected|likely|clear|known|covered)\b", r"un\g<0>"),
    "hyphen of a count": _plant(r"\b(two|three|four|five|six|ten|\d\d)-(year|month|day|week)-old(?= [a-z]+s\b)", r"\1 \2-old"),
    "range": _plant(r"\b(\d{1,2})-(\d{1,2})\b(?![-\d])", r"\1.\2"),
    "initial": _plant(r"(?<=[a-z] )([A-Z])\. (?=[A-Z][a-z]+)", lambda m: f"{'B' if m[1] != 'B' else 'D'}. "),
    "ex-": _plant(r"(?<=the )(?:president|minister|chairman|chief executive|mayor|governor)\b", r"ex-\g<0>"),
    "office": _plant(r"\b(?:President|Minister|Senator|Chairman) (?=[A-Z][a-z]+ [A-Z])", lambda m: "Governor " if m[0] != "Governor " else "Mayor "),
    "relative day": _plant(r"\b(?:yesterday|today|tomorrow|last week|next week|last month|next month|last year|next year)\b", lambda m: {"yesterday": "today", "today": "tomorrow", "tomorrow": "today"}.get(m[0]) or m[0].replace("last", "#").replace("next", "last").replace("#", "next")),
    "capital": _plant(r"(?<=[a-z] )(?:US|WHO|AIDS|Turkey|March|May|Polish|China|Shell|Apple)(?= [a-z])", lambda m: m[0].lower()),
    "modifier out": _plant(r"(?<=[a-z] )(?:allegedly|reportedly|probably|nearly|partly|mainly|often|always|rarely|temporarily|immediately|initially) (?=[a-z])", ""),
    "passive": _plant(r"\b(?:has|had|have) been (?=(?:attacked|accused|criticised|criticized|arrested|charged|killed|sued|asked|told)\b)", lambda m: m[0].split()[0] + " "),
    "clause moved": _plant(r"\b(said) (on [A-Z][a-z]+day) that ([^.,;\n\"“]{20,90})(?=\.)", r"\1 that \3 \2"),
    "scare quotes": _plant(r"(?<=the )(?:reforms?|rebels|experts?|evidence|terrorists?|militants|elections?|refugees|militia)\b", r'"\g<0>"'),
}  # fmt: skip
