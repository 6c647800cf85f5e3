"""Load what proves that a phrase says the same in another order."""

from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Orders:
    """Hold the words that may change sides in a phrase, and those that forbid it."""

    joins: frozenset[str]
    """What joins a noun to the one that says which it is."""
    local: frozenset[str]
    """Those behind which stands where something is."""
    kinds: frozenset[str]
    """What a place may be called before its name."""
    deeds: frozenset[str]
    nationals: frozenset[str]
    """Who and what has a country wherever it is."""
    endings: tuple[str, ...]
    things: frozenset[str]
    """What ends as a deed does, and is none."""
    changes: frozenset[str]
    """How much there is of something: a fall in prices, a price fall."""
    adverbs: frozenset[str]
    adverbials: frozenset[str]
    """What opens words that tell when, where or how."""


@cache
def orders() -> Orders:
    """Return the words about the order of phrases."""
    table = lexicon("orders.toml")
    return Orders(
        joins=frozenset(table["joins"]),
        local=frozenset(table["local"]),
        kinds=frozenset(table["kinds"]),
        deeds=frozenset(table["deeds"]),
        nationals=frozenset(table["nationals"]),
        endings=tuple(table["endings"]),
        things=frozenset(table["things"]),
        changes=frozenset(table["changes"]),
        adverbs=frozenset(table["adverbs"]),
        adverbials=frozenset(table["adverbials"]),
    )


def is_deed(noun: str) -> bool:
    """Tell whether a noun in the singular names what somebody does or suffers: an attack, a killing."""
    table = orders()
    return noun in table.deeds or (noun.endswith(table.endings) and noun not in table.things)
