"""Load ranks and honours as they stand before a name, and how papers shorten them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Ranks:
    """Hold the words of ranks, their short forms, and the honours that may come and go."""

    short: Mapping[str, tuple[str, ...]]
    """Without points, in small letters: comm may be several."""
    words: frozenset[str]
    """In full."""
    honours: frozenset[str]


@cache
def ranks() -> Ranks:
    """Return the words of ranks and honours."""
    table = lexicon("ranks.toml")
    short = {form: tuple(meant) for form, meant in table["short"].items()}
    full = (word for meant in short.values() for word in meant)
    return Ranks(
        short=short,
        words=frozenset((*table["words"]["words"], *full)),
        honours=frozenset(table["honours"]["words"]),
    )
