"""Read the lexicons that collation proves and judges with; they are data under `resources/`.

Each file's head names its source and licence. Everything is read once, when first needed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from variorum.assets import lexicon, resources


class Strength(StrEnum):
    """Say how far a verb of reporting commits the writer to what is reported."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    CONCEDING = "conceding"
    ASSERTING = "asserting"
    DENYING = "denying"
    URGING = "urging"
    ASKING = "asking"
    THINKING = "thinking"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Sense:
    """Hold what tells whether a spelling's sense is the one that the other spelling has."""

    refused: bool
    verbs_refused: bool
    near: frozenset[str]
    not_near: frozenset[str]


@dataclass(frozen=True, slots=True)
class Spelling:
    """Hold a spelling's American form, the standards that use it, and where its sense decides."""

    american: str
    standards: str
    sense: str
    """The headword under which senses are told apart, where they decide."""


@dataclass(frozen=True, slots=True)
class People:
    """Hold the words around names of persons."""

    honorifics: Mapping[str, str]
    """Each with the gender that it tells: male, female, any."""
    plain: frozenset[str]
    """The honorifics that everybody has: they tell nothing but the gender."""
    titles: frozenset[str]
    organisations: frozenset[str]
    portfolios: frozenset[str]
    kin: frozenset[str]
    """Persons without a name, whom a pronoun may mean."""
    companies: frozenset[str]
    """What only says of what legal kind a company is."""
    bodies: frozenset[str]
    """Nouns that mean a company or another body that was named before."""
    offices: Mapping[str, frozenset[int]]
    """Offices that are named in several ways, by the numbers of their groups."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Hold abbreviations with the words they stand for."""

    capitals: Mapping[str, str]
    initials: Mapping[str, list[str]]
    """What else letters stand for, where the words show it."""
    points: Mapping[str, str]
    plain: Mapping[str, str]
    need_figure: frozenset[str]
    need_capital: frozenset[str]
    never_end: frozenset[str]
    name_ends: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Hold the words that judgement looks for."""

    function: frozenset[str]
    starters: frozenset[str]
    articles: frozenset[str]
    never_after_articles: frozenset[str]
    free: frozenset[str]
    """Words with a preposition that may come or go after them."""
    change: frozenset[str]
    swaps: Mapping[str, frozenset[int]]
    joints: frozenset[str]
    """What opens a sentence and only joins it to the one before."""
    asides: frozenset[str]
    """The same between commas."""
    remarks: frozenset[str]
    """The same of more than one word."""
    negations: frozenset[str]
    hedges: frozenset[str]
    synonyms: Mapping[str, frozenset[int]]
    nouns: Mapping[str, frozenset[int]]
    amounts: Mapping[str, frozenset[int]]
    irregular: tuple[tuple[str, ...], ...]
    """Verbs as base, past, participle."""
    regular: frozenset[str]
    doubled: frozenset[str]
    """Regular ones that double their last letter."""
    states: frozenset[str]
    """Those that tell of a state: to have led is not to lead."""
    case: frozenset[str]
    names: frozenset[str]
    """Names of several common words, in small letters."""
    capitalised: frozenset[str]
    accents: frozenset[str]
    hyphen: frozenset[str]
    joined: frozenset[str]
    never_joined: frozenset[str]
    again: frozenset[str]
    pointed: frozenset[str]
    """What an abbreviation with a point or without can mean besides titles, months and days."""
    verb_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Hold phrases that stand for one another, by the numbers of their groups."""

    groups: Mapping[str, frozenset[int]]
    compared: frozenset[str]
    """Before a figure that another one is held against."""
    went: Mapping[str, frozenset[int]]
    """Which way something went: before a figure, or in a headline."""
    by: Mapping[str, frozenset[int]]
    """Before "by"."""
    nouns: Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Meanings:
    """Hold groups of words of equal meaning, by what they are in a sentence."""

    verbs: tuple[tuple[str, ...], ...]
    """The verb first, as it is named; what follows it stays."""
    deeds: tuple[tuple[str, ...], ...]
    """Verbs that mean the same where an object follows."""
    nouns: tuple[tuple[str, ...], ...]
    """Each as singular and plural with a slash, or as what has one number."""
    doubtful: frozenset[str]
    """Nouns that may be adjectives or verbs."""
    others: Mapping[str, frozenset[int]]
    phrases: Mapping[str, frozenset[int]]
    counted: Mapping[str, frozenset[int]]
    """Before a figure."""


@dataclass(frozen=True, slots=True)
class Commas:
    """Hold what tells whether a comma is one of breath alone."""

    joins: frozenset[str]
    never_after: frozenset[str]
    relative: frozenset[str]
    clauses: frozenset[str]
    never_denied: frozenset[str]
    """Those that a negation before them does not reach."""
    phrases: frozenset[str]
    adverbs: frozenset[str]
    openers: frozenset[str]
    no_adverbs: frozenset[str]
    results: frozenset[str]
    """Participles of what a deed led to, behind a pause or none."""
    asides: frozenset[str]
    suffixes: frozenset[str]
    adjectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class Calendar:
    """Hold months, days and the words of time."""

    months: Mapping[str, int]
    days: Mapping[str, int]
    relative: Mapping[str, int]
    times: frozenset[str]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Hold number words, magnitudes and what is vague about figures."""

    units: Mapping[str, int]
    ordinals: Mapping[str, int]
    magnitudes: Mapping[str, int]
    suffixes: Mapping[str, str]
    vague: frozenset[str]
    scales: frozenset[str]
    """What a degree is told of: magnitude 6.1, category 4."""


@dataclass(frozen=True, slots=True)
class Units:
    """Hold units of measure as (kind, size) and the words of currencies."""

    sizes: Mapping[str, tuple[str, float]]
    glued: Mapping[str, str]
    """What stands for a unit closed up behind a figure: 500ha."""
    doubtful: Mapping[str, str]
    """Of these what may be a magnitude as well: 5m."""
    forms: Mapping[str, str]
    temperature: Mapping[str, str]
    currencies: Mapping[str, str]
    currency_words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MarketCodes:
    """Hold what shows that letters are an agency's code of a company."""

    suffixes: frozenset[str]
    exchanges: frozenset[str]


@dataclass(frozen=True, slots=True)
class Places:
    """Hold names of places and the groups of names that one place has."""

    words: frozenset[str]
    aliases: Mapping[str, int]
    demonyms: frozenset[str]
    """What says of which country something is, and is no other word in small letters."""
    adjectives: Mapping[str, str]
    """By an adjective the country that it tells."""
    bodies: Mapping[str, list[str]]
    """By a country the bodies that nobody takes for another one's."""


def _rows(name: str) -> Iterable[list[str]]:
    text = (resources() / "lexicons" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))


def _groups(groups: list[list[str]]) -> dict[str, frozenset[int]]:
    """Turn groups of words into the numbers of the groups of each word."""
    numbers: dict[str, set[int]] = {}
    for number, group in enumerate(groups):
        for word in group:
            numbers.setdefault(word, set()).add(number)
    return {word: frozenset(found) for word, found in numbers.items()}


@cache
def people() -> People:
    """Return the honorifics, the titles and the words of organisations."""
    table = lexicon("honorifics.toml")
    return People(
        honorifics={w: gender for gender, words in table["honorifics"].items() for w in words},
        plain=frozenset(table["plain"]["words"]),
        titles=frozenset(table["titles"]["words"]),
        organisations=frozenset(table["organisations"]["words"]),
        portfolios=frozenset(table["portfolios"]["words"]),
        kin=frozenset(table["kin"]["words"]),
        companies=frozenset(table["companies"]["words"]),
        bodies=frozenset(table["bodies"]["words"]),
        offices=_groups(table["offices"]["groups"]),
    )


@cache
def abbreviations() -> Abbreviations:
    """Return the abbreviations of news copy."""
    table = lexicon("abbreviations.toml")
    return Abbreviations(
        capitals=table["capitals"],
        initials=table["initials"],
        points=table["points"],
        plain=table["plain"],
        need_figure=frozenset(table["need_figure"]["words"]),
        need_capital=frozenset(table["need_capital"]["words"]),
        never_end=frozenset(table["never_end"]["words"]),
        name_ends=frozenset(table["name_ends"]["words"]),
    )


@cache
def contractions() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return each contraction with all its readings; the likeliest is the first."""
    table = lexicon("contractions.toml")
    readings = {form: list(words) for form, words in table["whole"].items()}
    for stem in table["negative"]["stems"]:
        readings.setdefault(f"{stem}n't", [f"{stem} not"])
        # The apostrophe that got lost on the way: none of these is another word.
        readings.setdefault(f"{stem}nt", [f"{stem} not"])
    endings = dict(table["endings"])
    for pronoun in endings.pop("pronouns"):
        for ending, words in endings.items():
            readings.setdefault(pronoun + ending, [f"{pronoun} {word}" for word in words])
    return {form: tuple(tuple(w.split()) for w in words) for form, words in readings.items()}


@cache
def words() -> Words:
    """Return the little words, negations, hedges, synonyms and verbs."""
    table = lexicon("words.toml")
    senses = lexicon("senses.toml")
    verbs = lexicon("verbs.toml")
    return Words(
        function=frozenset(table["function"]["words"]),
        starters=frozenset(table["starters"]["words"]),
        articles=frozenset(table["articles"]["words"]),
        never_after_articles=frozenset(table["articles"]["never_before"]),
        free=frozenset(table["free"]["pairs"]),
        change=frozenset(table["free"]["change"]),
        swaps=_groups(table["swaps"]["groups"]),
        joints=frozenset(table["joints"]["words"]),
        asides=frozenset(table["joints"]["asides"]),
        remarks=frozenset(table["joints"]["remarks"]),
        negations=frozenset(table["negations"]["words"]),
        hedges=frozenset(table["hedges"]["words"]),
        synonyms=_groups(table["synonyms"]["groups"]),
        nouns=_groups(table["nouns"]["groups"]),
        amounts=_groups(table["amounts"]["groups"]),
        irregular=tuple(tuple(line.split()) for line in table["verbs"]["irregular"]),
        regular=frozenset(verbs["regular"].split()),
        doubled=frozenset(verbs["doubled"].split()),
        states=frozenset(verbs["states"].split()),
        case=frozenset(table["case"]["words"]),
        names=frozenset(table["case"]["names"]),
        capitalised=frozenset(table["capitalised"]["words"]),
        accents=frozenset(table["accents"]["words"]),
        hyphen=frozenset(table["hyphen"]["words"]),
        joined=frozenset(table["joined"]["words"]),
        never_joined=frozenset(table["never_joined"]["words"]),
        again=frozenset(table["again"]["words"]),
        pointed=frozenset(table["pointed"]["words"]),
        verb_before=frozenset(senses["groups"]["verb_before"]),
    )


@cache
def phrases() -> Phrases:
    """Return the phrases that stand for one another."""
    table = lexicon("phrases.toml")
    return Phrases(
        groups=_groups(table["groups"]),
        compared=frozenset(table["compared"]),
        went=_groups(table["went"]),
        by=_groups(table["by"]),
        nouns=_groups(table["nouns"]),
    )


@cache
def meanings() -> Meanings:
    """Return the words of equal meaning by their part of speech."""
    table = lexicon("meanings.toml")
    return Meanings(
        verbs=tuple(tuple(group) for group in (*table["verbs"], *table["light"])),
        deeds=tuple(tuple(group) for group in table["deeds"]),
        nouns=tuple(tuple(group) for group in table["nouns"]),
        doubtful=frozenset(table["doubtful"]),
        others=_groups(table["others"]),
        phrases=_groups(table["phrases"]),
        counted=_groups(table["counted"]),
    )


@cache
def commas() -> Commas:
    """Return the words beside which a comma may stand or not."""
    table = lexicon("words.toml")["commas"]
    return Commas(**{name: frozenset(found) for name, found in table.items()})


@cache
def senses() -> Mapping[str, Sense]:
    """Return, by American word, what proves the sense in which it has another spelling."""
    return {
        word: Sense(
            refused=entry.get("refused", False),
            verbs_refused=entry.get("verbs_refused", False),
            near=frozenset(entry.get("near", ())),
            not_near=frozenset(entry.get("not_near", ())),
        )
        for word, entry in lexicon("senses.toml")["words"].items()
    }


@cache
def spellings() -> Mapping[str, Spelling]:
    """Return the spellings that differ from the American ones: VarCon's, and of some little words."""
    table = {
        row[0]: Spelling(row[1], row[2], row[3] if len(row) > 3 else "")
        for row in _rows("spelling.tsv")
    }
    for word, plain in lexicon("words.toml")["spelling"]["british"]:
        table.setdefault(word, Spelling(plain, "B", ""))
    return table


@cache
def known_words() -> frozenset[str]:
    """Return English words of five letters and more, in small letters."""
    return frozenset(word for (word,) in _rows("known_words.txt"))


@cache
def calendar() -> Calendar:
    """Return months, days and the words of time."""
    table = lexicon("calendar.toml")
    return Calendar(
        months={month: number for number, month in enumerate(table["months"], 1)},
        days={day: number for number, day in enumerate(table["days"])},
        relative=table["relative"],
        times=frozenset(table["times"]),
    )


@cache
def numbers() -> Numbers:
    """Return number words and magnitudes."""
    table = lexicon("numbers.toml")
    return Numbers(
        units=table["units"],
        ordinals=table["ordinals"],
        magnitudes=table["magnitudes"],
        suffixes=table["suffixes"],
        vague=frozenset(table["vague"]["words"]),
        scales=frozenset(table["scales"]["words"]),
    )


@cache
def units() -> Units:
    """Return units of measure and currencies."""
    table = lexicon("units.toml")
    kinds = ("points", "length", "area", "mass", "volume", "speed", "power", "energy", "frequency")
    return Units(
        sizes={unit: (kind, size) for kind in kinds for unit, size in table[kind].items()},
        glued=table["glued"],
        doubtful=table["doubtful"],
        forms=table["forms"],
        temperature=table["temperature"],
        currencies=table["currencies"],
        currency_words=table["currency_words"],
    )


@cache
def market_codes() -> MarketCodes:
    """Return the codes and the names of stock exchanges."""
    table = lexicon("markets.toml")
    return MarketCodes(frozenset(table["suffixes"]), frozenset(table["exchanges"]))


@cache
def places() -> Places:
    """Return the names of places."""
    table = lexicon("places.toml")
    groups = table["aliases"]["groups"]
    return Places(
        words=frozenset(table["places"]["words"]),
        demonyms=frozenset(table["demonyms"]["words"]),
        aliases={name: number for number, group in enumerate(groups) for name in group},
        adjectives=table["adjectives"],
        bodies=table["bodies"],
    )


@cache
def reporting_verbs() -> frozenset[str]:
    """Return the regular verbs of reporting."""
    rows = _rows("reporting_verbs.tsv")
    return frozenset(verb for _, verb, *irregular in rows if not irregular)


@cache
def reporting() -> Mapping[str, Strength]:
    """Return every form of the verbs of reporting with its strength."""
    forms: dict[str, Strength] = {}
    for strength, verb, *irregular in _rows("reporting_verbs.tsv"):
        for form in (verb, *_inflected(verb), *irregular):
            forms.setdefault(form, Strength(strength))
    return forms


def _inflected(verb: str) -> list[str]:
    """Return a regular verb's third person, past and -ing form."""
    if verb.endswith("e"):
        return [f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"]
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return [third, f"{verb}ed", f"{verb}ing"]
