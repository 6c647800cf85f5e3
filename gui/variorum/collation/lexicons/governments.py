"""Load which capital stands for a state's government, and what governments alone do."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Governments:
    """Hold states by the words that tell them; each word in small letters, of one state or none."""

    states: Mapping[str, str]
    """By a state's name the state: britain and united kingdom are one."""
    capitals: Mapping[str, str]
    adjectives: Mapping[str, str]
    deeds: frozenset[str]
    """Verbs whose subject is no town and no team."""
    pressed: frozenset[str]
    """Verbs behind which a government stands with "to"."""


@cache
def governments() -> Governments:
    """Return the states with their capitals and adjectives."""
    table = lexicon("governments.toml")
    by_adjective: dict[str, list[str]] = defaultdict(list)
    for state, _, adjective in table["states"]:
        by_adjective[adjective].append(state)
    one = {state: states[0] for states in by_adjective.values() for state in states}
    return Governments(
        states=one,
        capitals={capital: one[state] for state, capital, _ in table["states"]},
        adjectives={adjective: one[states[0]] for adjective, states in by_adjective.items()},
        deeds=frozenset(table["deeds"]),
        pressed=frozenset(table["pressed"]),
    )
