"""Load what proves that a little word is one of grammar alone in its clause."""

from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Clauses:
    """Hold the words beside which a little word may come and go."""

    takes_clause: frozenset[str]
    only_said: frozenset[str]
    repeated: frozenset[str]
    """What may stand once or twice where "and" joins."""
    spans: frozenset[str]
    """Spans of time that end."""
    measures: frozenset[str]
    """Of how much something moved, before the level where it arrived."""
    forecasts: frozenset[str]
    persons: frozenset[str]
    counted: frozenset[str]
    """Before these "one" is a number."""
    towns: frozenset[str]
    """What kind of place is named with "of"."""
    distances: frozenset[str]
    """What a length is told of: 50m long, the 100m final."""
    rated: frozenset[str]
    """What is counted by: a day, per share."""
    ungraded: frozenset[str]
    """What ends in -est and is no superlative."""
    prepositions: frozenset[str]
    led_on: frozenset[str]
    """What opens a sentence and may belong to the noun behind it."""
    noticed: frozenset[str]
    two_objects: frozenset[str]
    spoken: frozenset[str]
    """What may have been said itself, or leads to what was."""
    """Verbs behind which a name and a noun may be two objects."""


@cache
def clauses() -> Clauses:
    """Return the words of clauses."""
    table = lexicon("clauses.toml")
    return Clauses(**{name: frozenset(words) for name, words in table.items()})
