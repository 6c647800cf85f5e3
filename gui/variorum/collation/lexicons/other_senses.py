"""Load in which company a word of equal meaning has another sense."""

from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class OtherSense:
    """Hold words that do not stand for some others where certain words are near."""

    words: tuple[str, ...]
    others: tuple[str, ...]
    near: frozenset[str]
    behind: frozenset[str]
    """What shows the sense right behind the word."""
    before: frozenset[str]
    inside: bool
    """Whether it is the other sense wherever no mark stands before the word: wept while she slept."""
    persons: bool
    """Whether a word for somebody near it shows the sense."""


@cache
def other_senses() -> tuple[OtherSense, ...]:
    """Return the senses in which words of equal meaning are none."""
    return tuple([_sense(row) for row in lexicon("other_senses.toml")["rows"]])


def _sense(row: str) -> OtherSense:
    words, others, near = ([part.strip() for part in cell.split(",")] for cell in row.split("|"))
    signs = near[0].split()
    return OtherSense(
        words=tuple(words),
        others=tuple(others),
        near=frozenset([sign for sign in signs if sign[0] not in "<>@^"]),
        behind=frozenset([sign[1:] for sign in signs if sign[0] == ">"]),
        before=frozenset([sign[1:] for sign in signs if sign[0] == "<"]),
        inside="^" in signs,
        persons="@" in signs,
    )
