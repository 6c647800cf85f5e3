"""Load what proves that names are written in two ways: parties, names from other scripts, titles."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Parties:
    """Hold what tells a lawmaker's party, and the states by all their forms without points and spaces."""

    codes: Mapping[str, str]
    names: Mapping[str, str]
    states: Mapping[str, str]


@cache
def parties() -> Parties:
    """Return parties and states as they stand behind a lawmaker's name."""
    table = lexicon("parties.toml")
    states = {
        form.replace(" ", ""): state
        for state, forms in table["states"].items()
        for form in (state, *forms)
    }
    return Parties(codes=table["codes"], names=table["names"], states=states)


@cache
def romanised() -> Mapping[str, int]:
    """Return names from other scripts, in small letters and closed up, by the number of their group."""
    groups = lexicon("romanised.toml")["groups"]
    return {name: number for number, group in enumerate(groups) for name in group}


@cache
def names_apart() -> frozenset[tuple[str, str]]:
    """Return pairs of names that are two, however alike they sound, both ways round."""
    rows = [row.split("|") for row in lexicon("romanised.toml")["apart"]]
    cells = [[[name.strip() for name in cell.split(",")] for cell in row] for row in rows]
    pairs = [(one, other) for ones, others in cells for one in ones for other in others]
    return frozenset([*pairs, *((other, one) for one, other in pairs)])


@cache
def romanised_given() -> frozenset[str]:
    """Return particles and given names beside which a name comes from another script."""
    return frozenset(lexicon("romanised.toml")["given"])


@cache
def sounds() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return by what each spelling of a sound is told, in the order in which they are put for one another."""
    rows = lexicon("romanised.toml")["sounds"]
    return tuple((re.compile(pattern), sound) for pattern, sound in rows)


@dataclass(frozen=True, slots=True)
class Alternation:
    """Hold the letters that two rules for writing one language put for one another.

    `^` and `$` stand for the two ends of a name.
    """

    telling: tuple[tuple[str, str], ...]
    """Those that show by themselves that two spellings are of one name."""
    beside: tuple[tuple[str, str], ...]
    """Those that may stand beside one of the others."""


@cache
def alternations() -> tuple[Alternation, ...]:
    """Return the letters that alternate, for each language."""
    return tuple(
        Alternation(
            **{kind: tuple((old, new) for old, new in row[kind]) for kind in ("telling", "beside")}
        )
        for row in lexicon("romanised.toml")["alternations"]
    )


@cache
def script_features() -> re.Pattern[str]:
    """Return what shows that a name is from another script."""
    return re.compile("|".join(lexicon("romanised.toml")["features"]))


@dataclass(frozen=True, slots=True)
class Works:
    """Hold what tells the title of a work from what somebody said."""

    nouns: frozenset[str]
    titled: frozenset[str]
    calling: frozenset[str]
    spelt: frozenset[str]
    voices: frozenset[str]
    """What tells of who speaks without a verb of saying."""
    judging: frozenset[str]
    """What accuses, judges, or grants a standing, so that marks about it doubt it."""


@cache
def works() -> Works:
    """Return the words beside quotation marks that tell a title."""
    table = lexicon("works.toml")
    return Works(
        **{
            name: frozenset(table[name])
            for name in ("nouns", "titled", "calling", "spelt", "voices", "judging")
        }
    )


@dataclass(frozen=True, slots=True)
class Bodies:
    """Hold the words of names that tell of which kind a thing is, and those that tell it from another."""

    small: frozenset[str]
    """Kinds of bodies that have no capital behind a name."""
    heads: frozenset[str]
    kinds: frozenset[str]
    waters: frozenset[str]
    telling: frozenset[str]


@cache
def bodies() -> Bodies:
    """Return the words that name kinds of bodies, waters and teams."""
    table = lexicon("bodies.toml")
    return Bodies(**{name: frozenset(row) for name, row in table.items()})


@cache
def short_given() -> frozenset[tuple[str, str]]:
    """Return given names in small letters, each with a short form of it, both ways round."""
    rows = (row.split() for row in lexicon("given_names.toml")["short"])
    pairs = [(short, name) for short, *names in rows for name in names]
    return frozenset((*pairs, *((name, short) for short, name in pairs)))


@cache
def terms() -> Mapping[str, int]:
    """Return names of one thing, in small letters without points between words, by the number of their group."""
    return _by_group("groups")


@cache
def unit_terms() -> Mapping[str, int]:
    """Return units of a rate, in small letters, by the number of their group."""
    return _by_group("units")


@cache
def single_codes() -> frozenset[str]:
    """Return the codes of one letter and one figure that are the same with a hyphen and without."""
    return frozenset(lexicon("terms.toml")["codes"])


@cache
def machines() -> frozenset[str]:
    """Return what stands behind a code and says of what kind of thing it is one."""
    return frozenset(lexicon("terms.toml")["machines"])


def _by_group(table: str) -> dict[str, int]:
    groups = lexicon("terms.toml")[table]
    return {name: number for number, group in enumerate(groups) for name in group}
