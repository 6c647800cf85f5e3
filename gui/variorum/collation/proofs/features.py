"""Tell of each word by bits what it can be, so that a proof is asked only where it may hold.

A bit that is set promises nothing, one that is not set does: a word without `NAME` is no name.
So a proof may be left out for a bit that is missing, and never for one that is there.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from enum import IntFlag, auto
from functools import cache

from variorum.collation.lexicons.money import money
from variorum.collation.lexicons.names import parties, terms, unit_terms
from variorum.collation.lexicons.slips import slips
from variorum.collation.lexicons.words import (
    abbreviations,
    calendar,
    contractions,
    numbers,
    people,
    phrases,
    places,
    reporting,
    units,
    words,
)
from variorum.collation.proofs.fuller_names import YOUNGER
from variorum.collation.proofs.little_words import free_words
from variorum.collation.proofs.meaning import told_words
from variorum.collation.proofs.mended import confused_words
from variorum.collation.reading.forms import POSSESSIVE, Form, form_of
from variorum.collation.reading.memo import Memo
from variorum.collation.reading.verbs import verb_forms


class Feature(IntFlag):
    """Name what a word or mark can be; `SEVERAL` is said of a row of two and more."""

    SEVERAL = auto()
    WORD = auto()
    MARK = auto()
    NAME = auto()
    NOT_NAME = auto()
    """A word that is part of no name, "&" aside."""
    TITLE = auto()
    """A word of office, or an office."""
    HONORIFIC = auto()
    NOT_CALLED = auto()
    """Neither a name nor what stands before one."""
    PLACE = auto()
    """A word in the name of a land or a town, or its adjective."""
    FIGURE = auto()
    """What may tell an amount or an hour."""
    UNIT = auto()
    DAY = auto()
    """A day, a month, or a word like "tomorrow"."""
    OWNER = auto()
    UPPER = auto()
    CAPITALS = auto()
    """Two capitals and more: letters that may stand for words."""
    SIGN = auto()
    """A mark, or a word with anything but letters in it."""
    POINT = auto()
    HYPHEN = auto()
    APOSTROPHE = auto()
    BRACKET = auto()
    """A bracket that opens."""
    FOREIGN = auto()
    """Letters beyond ASCII."""
    SHORT = auto()
    """What may be an abbreviation that lost its point."""
    CONTRACTED = auto()
    LIGHT = auto()
    """A little word, or one that may come and go as they do."""
    VERB = auto()
    SAYING = auto()
    """A verb of saying, or "according"."""
    REFERS = auto()
    """A pronoun, "here", or a noun that means a body: the company."""
    SYNONYM = auto()
    PHRASE = auto()
    """A word of the table of phrases."""
    NOT_PHRASE = auto()
    MEANING = auto()
    """A word of the table of meanings."""
    ABOUT = auto()
    """A word by which an amount is told as a rough one."""
    NEGATION = auto()
    VAGUE = auto()
    """A word that tells an amount without a figure: dozens."""
    TIME = auto()
    HEDGE = auto()
    NOT_TERM = auto()
    """A word in no name of the table of terms."""
    OTHER_FORM = auto()
    """A word that has another form, an article, or letters that stand with points and without."""
    CONFUSED = auto()
    """A word of a slip, or that is taken for another one."""
    PARTY = auto()
    """A party's name, or its letters before a mark: D-S.D.; "party" itself."""
    CODE = auto()
    """What an agency's code is made of, besides plain words."""
    NOT_MEANING = auto()
    WENT = auto()
    """A word by which a figure goes up or down."""
    CLOCK = auto()
    """What goes with the figures of an hour or a year: p.m., the letters of it, GMT, circa, BC."""
    YOUNGER = auto()
    """What tells two of one name apart: Jr."""


_COUNT = len(Feature)
FIRST_LETTERS = ((1 << 26) - 1) << _COUNT
"""Bits above the features for the letters that words begin with; several letters may share one."""

_HELPERS = frozenset(
    {"has", "had", "have", "is", "was", "are", "were", "been", "am", "'s", "be", "will", "would", "can", "could"}
)  # fmt: skip
_REFERRING = frozenset({"it", "its", "he", "him", "his", "she", "her", "hers", "they", "here"})
_HOURS = frozenset({"half", "noon", "midnight"})
_OF_CLOCKS = frozenset(
    {"a", "p", "m", "am", "pm", "gmt", "utc", "c", "ca", "circa", "bc", "bce", "ad", "ce"}
)
CLOCK_WORDS = frozenset({"am", "pm", "gmt", "o'clock"})
"""Keys beside which a figure is an hour."""
_METRIC = frozenset({"tonne", "tonnes", "metric", "degree", "degrees", "per"})


def features_of(forms: Sequence[Form]) -> int:
    """Return the bits of all words and marks of a row, with those of their first letters."""
    bits = _SEVERAL if len(forms) > 1 else 0
    for form in forms:
        bits |= _features[form.surface]
    return bits


_SEVERAL = int(Feature.SEVERAL)


def _features_anew(surface: str) -> int:
    form = form_of(surface)
    bits = 1 << (_COUNT + ord(form.lower[0]) % 26) if form.lower else 0
    for bit, shows in _BITS:
        if shows(form):
            bits |= bit
    return bits


_features = Memo(_features_anew, most=1 << 15, longest=80)


def _plain(form: Form) -> str:
    return form.lower.removesuffix(POSSESSIVE)


def _is_figure(form: Form) -> bool:
    magnitudes = numbers().magnitudes
    return (
        any(key[0].isdigit() or key in magnitudes for key in form.keys)
        or any(c.isdigit() for c in form.folded)
        or form.lower in _HOURS
    )


def _in_capitals(form: Form) -> bool:
    letters = form.folded.replace(".", "").removesuffix(POSSESSIVE)
    return len(letters) > 1 and letters[:2].isupper()


def _has(form: Form, known: frozenset[str]) -> bool:
    return form.bare in known or not known.isdisjoint(form.keys)


def _is_of(lower: str, known: frozenset[str]) -> bool:
    """Tell whether a word stands in some phrases; a word may hold a space: per cent."""
    return lower in known or (" " in lower and all(part in known for part in lower.split()))


def _is_day(form: Form) -> bool:
    """Tell whether a word or a part of it is a day or month, with a point or without: Jan-March."""
    days = calendar()
    parts = {part.rstrip(".") for part in form.bare.split("-")}.union(form.keys)
    points = abbreviations().points
    return (
        form.lower in days.relative
        or not parts.isdisjoint(days.relative)
        or any(part in days.days or points.get(part, part) in days.months for part in parts)
    )


@cache
def _place_words() -> frozenset[str]:
    table = places()
    names = (*table.words, *table.demonyms, *table.aliases)
    return frozenset((*names, *(word for name in names for word in name.split())))


@cache
def _unit_words() -> frozenset[str]:
    table = units()
    names = (
        *table.sizes, *table.forms, *table.forms.values(), *table.temperature, *table.temperature.values(),
        *table.currency_words, *table.currency_words.values(), *table.currencies.values(), "percent",
        *(sign.casefold() for sign in money().signs), *numbers().suffixes, *numbers().magnitudes,
        # "Trinidad and Tobago dollars": without its last word nothing names money.
        *(word.rpartition(" ")[2] for word in money().words),
    )  # fmt: skip
    return frozenset(word for name in names for word in name.split())


@cache
def _phrase_words() -> frozenset[str]:
    table = phrases()
    told = (*table.groups, *table.nouns, *table.by, *table.went, *table.compared, "a", "an")
    return frozenset(word for phrase in told for word in phrase.split())


@cache
def _term_words() -> frozenset[str]:
    told = (*terms(), *unit_terms(), "the", ".")
    return frozenset(word for name in told for word in name.split())


@cache
def _other_forms() -> frozenset[str]:
    told = (form for group in slips().same for form in group)
    return frozenset(word for form in (*told, "a", "an") for word in form.split())


@cache
def _confused_words() -> frozenset[str]:
    return confused_words().union(
        word for slip in slips().words.items() for told in slip for word in told.split()
    )


def _is_party(form: Form) -> bool:
    named = form.lower in parties().names or form.lower == "party"
    return named or bool(_PARTY_LETTERS.match(form.folded))


_PARTY_LETTERS = re.compile(r"\(?[A-Z][a-z]{0,2}[-.,]")


def _is_code(form: Form) -> bool:
    return not _OF_CODES.isdisjoint(form.folded) or bool(_CONTRACT.fullmatch(form.folded))


_OF_CODES = frozenset("<>[](.=")
_CONTRACT = re.compile(r"[A-Z]{2,4}c\d")


@cache
def _about_words() -> frozenset[str]:
    return frozenset(word for phrase in words().amounts for word in phrase.split())


_SHOWN: Mapping[Feature, Callable[[Form], bool]] = {
    Feature.WORD: lambda form: form.word,
    Feature.MARK: lambda form: not form.word,
    Feature.NAME: lambda form: form.name,
    Feature.NOT_NAME: lambda form: form.word and not form.name and form.folded != "&",
    Feature.TITLE: lambda form: form.title or form.lower in people().offices,
    Feature.HONORIFIC: lambda form: form.honorific or form.bare in people().honorifics,
    Feature.NOT_CALLED: lambda form: not (form.name or form.title or form.honorific),
    Feature.PLACE: lambda form: form.bare in places().adjectives or _has(form, _place_words()),
    Feature.FIGURE: _is_figure,
    Feature.UNIT: lambda form: form.lower in _METRIC or _has(form, _unit_words()),
    Feature.DAY: _is_day,
    Feature.OWNER: lambda form: form.lower.endswith(POSSESSIVE),
    Feature.UPPER: lambda form: form.folded != form.folded.lower(),
    Feature.CAPITALS: _in_capitals,
    Feature.SIGN: lambda form: not (form.lower.isalpha() and form.surface.isalnum()),
    Feature.POINT: lambda form: "." in form.folded,
    Feature.HYPHEN: lambda form: "-" in form.folded,
    Feature.APOSTROPHE: lambda form: "'" in form.folded,
    Feature.BRACKET: lambda form: form.surface[:1] in {"(", "[", "<"},
    Feature.FOREIGN: lambda form: not form.lower.isascii(),
    Feature.SHORT: lambda form: form.bare in abbreviations().points or form.bare == "street",
    Feature.CONTRACTED: lambda form: form.lower in contractions(),
    Feature.LIGHT: lambda form: form.little or form.lower in free_words(),
    Feature.VERB: lambda form: form.lower in verb_forms() or form.lower in _HELPERS,
    Feature.SAYING: lambda form: form.lower in reporting() or form.lower == "according",
    Feature.REFERS: lambda form: _plain(form) in _REFERRING or _plain(form) in people().bodies,
    Feature.SYNONYM: lambda form: _plain(form) in words().synonyms or _plain(form) in words().nouns,
    Feature.PHRASE: lambda form: _is_of(form.lower, _phrase_words()),
    Feature.NOT_PHRASE: lambda form: not _is_of(form.lower, _phrase_words()),
    Feature.MEANING: lambda form: form.lower in told_words() or _plain(form) in told_words(),
    Feature.ABOUT: lambda form: _is_of(form.lower, _about_words()),
    Feature.NEGATION: lambda form: not words().negations.isdisjoint(form.keys),
    Feature.VAGUE: lambda form: not numbers().vague.isdisjoint(form.keys),
    Feature.TIME: lambda form: not (calendar().times | CLOCK_WORDS).isdisjoint(form.keys),
    Feature.HEDGE: lambda form: form.lower in words().hedges,
    Feature.NOT_TERM: lambda form: (
        not (_is_of(form.lower, _term_words()) or _is_of(_plain(form), _term_words()))
    ),
    Feature.OTHER_FORM: lambda form: (
        _is_of(form.lower, _other_forms()) or sum(map(str.isupper, form.folded)) > 1
    ),
    Feature.CONFUSED: lambda form: _is_of(form.lower, _confused_words()),
    Feature.PARTY: _is_party,
    Feature.CODE: _is_code,
    Feature.WENT: lambda form: form.lower in phrases().went,
    Feature.CLOCK: lambda form: form.lower.replace(".", "") in _OF_CLOCKS,
    Feature.YOUNGER: lambda form: form.bare in YOUNGER,
    Feature.NOT_MEANING: lambda form: (
        not (_is_of(form.lower, told_words()) or _is_of(_plain(form), told_words()))
    ),
}
_BITS = [(int(feature), shows) for feature, shows in _SHOWN.items()]
"""As plain numbers: these are joined for every word."""
