"""Give each word its keys: what is compared, so that forms of one thing meet.

A word yields no, one or several keys: "didn't" did and not; "U.S.", "US" and "United States"
the same two; "programme" the American program; "Vice-Foreign" its parts; "five" 5; "Jan."
january. Marks yield none. Keys are for matching; what the difference of two forms *is*, is
proved elsewhere.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    contractions,
    numbers,
    people,
    spellings,
    units,
    words,
)
from variorum.collation.reading.memo import Memo
from variorum.collation.reading.numerals import numeral_keys
from variorum.collation.reading.tokens import fold
from variorum.letters import plain_letters

POSSESSIVE = "'s"
_DEPUTIES = frozenset({"under", "vice", "deputy", "ex", "co", "sub", "acting", "solicitor"})
_QUARTER = re.compile(r"Q[1-4]|H[12]")
"""Parts of a year: the first quarter, the first half."""


@dataclass(frozen=True, slots=True)
class Form:
    """Hold what is known of a word or mark from its characters alone."""

    surface: str
    """As mixed copy writes it."""
    folded: str
    """With one glyph for each kind of mark."""
    lower: str
    keys: tuple[str, ...]
    word: bool
    """A word or a figure, no mark."""
    little: bool
    """A function word, an honorific: light in matching."""
    bare: str
    """In small letters without possessive and points."""
    honorific: bool
    title: bool
    """A word of office."""
    office: bool
    """A word of office, a deputy's included: Under-Secretary."""
    name: bool
    """Like part of a name: a capital, but no honorific, title, month or day."""
    heavy: tuple[str, ...]
    """The keys of a word that is not little."""
    figures: tuple[str, ...]
    """The keys that begin with a digit."""
    printed: str
    """As it stands in the article; `surface` has other capitals where copy is of one case."""


def _form_anew(surface: str) -> Form:
    folded = " ".join(fold(surface).split())
    lower = folded.casefold()
    word = any(c.isalnum() for c in folded) or _is_sign(folded)
    bare = lower.rstrip(".")
    little = not word or (
        not (folded.isupper() and len(folded) > 1 and bare in abbreviations_in_small())
        and (lower in words().function or bare in people().honorifics)
    )
    bare_name = lower.removesuffix(POSSESSIVE).rstrip(".")
    # "I miss the port" names nobody.
    honorific = bare in people().honorifics and (surface[0].isupper() or bare != "miss")
    keys = _keys(folded, lower) if word else ()
    title = bare in people().titles or abbreviations().points.get(bare, "") in people().titles
    return Form(
        surface=surface,
        folded=folded,
        lower=lower,
        keys=keys,
        word=word,
        little=little,
        bare=bare_name,
        honorific=honorific,
        title=title,
        office=title or _is_deputy(lower),
        name=word
        and surface[0].isupper()
        and not (honorific or title)
        and bare_name not in calendar().days
        and bare_name not in calendar().months,
        heavy=() if little else keys,
        figures=_figures(keys),
        printed=surface,
    )


form_of = Memo(_form_anew, most=1 << 16, longest=80).__getitem__
"""Return what a token's characters say."""


@lru_cache(maxsize=1 << 14)
def printed_otherwise(form: Form, printed: str) -> Form:
    """Return what is known of a word that copy of one case prints without its own capitals."""
    return replace(form, printed=printed)


def _is_deputy(lower: str) -> bool:
    *before, last = lower.split("-")
    titles = people().titles
    return bool(before) and last in titles and all(w in _DEPUTIES or w in titles for w in before)


def _figures(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([key for key in keys if key[0].isdigit()])


@cache
def abbreviations_in_small() -> frozenset[str]:
    """Return the abbreviations in capitals as they look in small letters: "us", "who"."""
    return frozenset(form.casefold() for form in abbreviations().capitals)


def in_small(forms: Sequence[Form]) -> str:
    """Return words in small letters, with a space between."""
    return " ".join([form.lower for form in forms])


def behind_article(text: str) -> str:
    """Return the noun behind an indefinite article, nothing where none stands: an outcry."""
    article, _, noun = text.partition(" ")
    return noun if article in {"a", "an"} else ""


def is_abbreviation(form: Form) -> bool:
    """Tell whether capitals make a word another one: US is not us, WHO is not who."""
    bare = form.folded.removesuffix(POSSESSIVE)
    return len(bare) > 1 and bare.isupper() and bare in abbreviations().capitals


def _is_sign(folded: str) -> bool:
    return folded in {"%", "&", "$", "€", "£", "¥"}


def _keys(folded: str, lower: str) -> tuple[str, ...]:
    if lower == "per cent":
        return ("percent",)
    if folded in units().currencies:
        return (*units().currencies[folded].split(),)
    if folded[0].isdigit() or any(c.isdigit() for c in folded):
        found = numeral_keys(folded)
        if found:
            return found
    if _QUARTER.fullmatch(folded):
        return (f"{folded[1]}.", "quarter" if folded[0] == "Q" else "half")
    readings = contractions().get(lower)
    if readings:
        return readings[0]
    if lower.endswith(POSSESSIVE) and len(lower) > 2:
        return (*_plain_keys(folded[:-2], lower[:-2]), POSSESSIVE)
    return _plain_keys(folded, lower)


def _plain_keys(folded: str, lower: str) -> tuple[str, ...]:
    whole = _abbreviation(folded, lower)
    if whole:
        return tuple(whole.split())
    if "-" in folded.strip("-"):
        parts = [part for part in folded.split("-") if part]
        counted = _compound_number(parts)
        return (*counted, *(key for part in parts[2 * bool(counted) :] for key in _part_keys(part)))
    return _part_keys(folded)


def _compound_number(parts: list[str]) -> tuple[str, ...]:
    """Return the number of two number words that a hyphen joins: twenty-one, twenty-first."""
    table = numbers()
    tens = table.units.get(parts[0].casefold(), 0)
    if tens < 20 or tens % 10 or len(parts) < 2:
        return ()
    last = parts[1].casefold()
    if 0 < table.units.get(last, 0) < 10:
        return (str(tens + table.units[last]),)
    if 0 < table.ordinals.get(last, 0) < 10:
        return (f"{tens + table.ordinals[last]}.",)
    return ()


@lru_cache(maxsize=256)
def month_form(surface: str) -> Form:
    """Return what a month's short form says where a figure stands beside it: Jan 5."""
    form = form_of(surface)
    keys = (abbreviations().points[form.lower],)
    return replace(form, keys=keys, name=False, heavy=keys, figures=())


def _part_keys(part: str) -> tuple[str, ...]:
    lower = part.casefold()
    whole = _abbreviation(part, lower)
    if whole:
        return tuple(whole.split())
    if part[0].isdigit():
        found = numeral_keys(part)
        if found:
            return found
    return (word_key(lower),)


def _abbreviation(folded: str, lower: str) -> str | None:
    table = abbreviations()
    bare = folded.replace(".", "")
    if bare.isupper() and bare in table.capitals and (len(bare) > 1):
        return table.capitals[bare]
    if lower.endswith(".") and lower[:-1] in table.points:
        return table.points[lower[:-1]]
    if lower in table.plain:
        return " ".join(singular_unit(word) for word in table.plain[lower].split())
    return None


@lru_cache(maxsize=1 << 16)
def word_key(lower: str) -> str:
    """Return the key of a plain word: its American spelling, without accents, numbers as digits."""
    table = numbers()
    number = table.units.get(lower)
    if number is not None:
        return str(number)
    ordinal = table.ordinals.get(lower)
    if ordinal is not None:
        return f"{ordinal}."
    if "." in lower:
        lower = lower.replace(".", "") or lower
    plain = american(lower)
    if not plain.isascii():
        plain = american(without_accents(plain))
    return singular_unit(plain)


def singular_unit(plain: str) -> str:
    """Return a unit or a currency in the singular; other words as they are."""
    table = units()
    one = table.currency_words.get(plain)
    if one is not None:
        return one
    if plain.endswith("s") and plain[:-1] in table.sizes:
        return plain[:-1]
    return plain


def american(lower: str) -> str:
    """Return the American spelling of a word in small letters; other words as they are."""
    spelling = spellings().get(lower)
    if spelling is not None:
        return spelling.american.casefold()
    return _without_ise(lower)


_ISE = (
    ("isation", "ization"), ("isations", "izations"), ("ising", "izing"), ("ised", "ized"), ("ises", "izes"),
    ("iser", "izer"), ("isers", "izers"), ("ise", "ize"),
)  # fmt: skip
_IN_ISE = (
    "advertise", "advise", "arise", "chastise", "circumcise", "comprise", "compromise", "demise", "despise", "devise",
    "disguise", "enterprise", "excise", "exercise", "expertise", "franchise", "improvise", "incise", "merchandise",
    "noise", "otherwise", "paradise", "poise", "praise", "precise", "premise", "promise", "raise", "revise", "rise", "supervise",
    "surmise", "surprise", "televise", "treatise", "wise", "cruise", "bruise", "concise", "likewise", "appraise", "reprise", "disenfranchise", "turquoise", "porpoise", "tortoise", "malaise", "mayonnaise", "liaise", "braise", "valise", "anise", "guise", "vise", "marquise", "chemise", "cerise", "apprise", "prise", "moise",
)  # fmt: skip


def _without_ise(lower: str) -> str:
    """Return a word that no table holds with -ize for -ise, where -ise is an ending.

    "denuclearisation" is in no list of common words; its ending tells enough. Words of five
    letters or fewer before the ending keep it, so that no root is taken for one.
    """
    for british, american_ending in _ISE:
        if lower.endswith(british) and len(lower) - len(british) >= 5:
            root = lower[: -len(british)] + "ise"
            if root.endswith(_IN_ISE):
                return lower
            return lower[: -len(british)] + american_ending
    return lower


def without_accents(text: str) -> str:
    """Return letters without their accents; ø, ł and their like as o, l."""
    decomposed = plain_letters(unicodedata.normalize("NFKD", text))
    return "".join(c for c in decomposed if not unicodedata.combining(c)) or text
