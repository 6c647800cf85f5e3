"""Load what shows that words are a slip of the hand, or of a house's grammar alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Slips:
    """Hold the slips that editors mend, and the words beside which something may be one."""

    words: Mapping[str, str]
    """What is no word, with the word or words that it stands for."""
    same: tuple[tuple[str, ...], ...]
    """Groups of forms of one word."""
    decades: Mapping[str, str]
    twice: frozenset[str]
    """What may stand twice on purpose."""
    one: frozenset[str]
    many: frozenset[str]
    """Determiners that tell one, and several."""
    other_with_s: frozenset[str]
    """Words that the sign of many makes other words."""
    collective: frozenset[str]
    """Nouns that are one or many as a house will have it."""
    invariant: frozenset[str]
    """Nouns of which the verb alone tells whether there is one."""
    bodies: frozenset[str]
    """Words of bodies, lands and seas that have a capital and name nobody."""
    mentions: frozenset[str]
    bears: frozenset[str]
    """What stands before a word that is spoken of as a word, and what it stands upon."""
    languages: frozenset[str]
    uses: frozenset[str]
    """Verbs of who uses a word, so that it is theirs."""
    tags: frozenset[str]
    """Names of the tags that a page is set with."""
    layout: frozenset[str]
    """Where a picture stands on a page that is written as a wiki."""


@cache
def slips() -> Slips:
    """Return the table of slips."""
    table = lexicon("slips.toml")
    named = {
        name: frozenset(table[name])
        for name in (
            "twice",
            "one",
            "many",
            "other_with_s",
            "collective",
            "invariant",
            "bodies",
            "mentions",
            "bears",
            "languages",
            "uses",
            "tags",
            "layout",
        )
    }
    same = tuple(tuple(group) for group in table["same"])
    return Slips(words=table["words"], same=same, decades=table["decades"], **named)
