"""Load which prepositions a word takes one as well as another: doubts about it, doubts over it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from variorum.assets import lexicon

Groups = Mapping[str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Governed:
    """Hold groups of prepositions by number, and which of them a word beside them takes."""

    swaps: tuple[frozenset[str], ...]
    """The prepositions of each group."""
    heads: Groups
    """The groups of each word that stands before a preposition."""
    verbs: Groups
    """The same of each verb, by its infinitive."""
    followers: Groups
    """The groups of each word that stands behind one, the last of its noun phrase."""
    spans: frozenset[str]
    """The prepositions before a span of time up to now, or from now on."""
    led: frozenset[str]
    """What such a span begins with behind "the"."""
    units: frozenset[str]
    since: frozenset[str]
    """The prepositions between a change and what it is measured against."""
    measured: tuple[tuple[str, ...], ...]
    """The words with which that begins."""


@cache
def governed() -> Governed:
    """Return the prepositions that words beside them take."""
    table = lexicon("governed.toml")
    rows = (*table["heads"], *table["followers"])
    size = len(table["heads"])
    spans, since = table["spans"], table["since"]
    return Governed(
        swaps=tuple(frozenset(row["swaps"]) for row in rows),
        heads=_by_word(enumerate(map(_words, rows[:size]))),
        verbs=_by_word((n, row.get("verbs", ())) for n, row in enumerate(rows[:size])),
        followers=_by_word(enumerate(map(_words, rows[size:]), size)),
        spans=frozenset(spans["swaps"]),
        led=frozenset(spans["led"]),
        units=frozenset(spans["units"]),
        since=frozenset(since["swaps"]),
        measured=tuple(tuple(phrase.split()) for phrase in since["phrases"]),
    )


@dataclass(frozen=True, slots=True)
class Idioms:
    """Hold the words of turns of news prose."""

    lasting: frozenset[str]
    """Verbs that tell the same going on or not."""
    lasting_now: frozenset[str]
    awaited: frozenset[str]
    fatal: frozenset[str]
    """In what people die."""
    coming: frozenset[str]
    """What is said to come as or after something else."""
    beside: frozenset[str]
    """The words with which what it came beside begins."""


@cache
def idioms() -> Idioms:
    """Return the words of turns of news prose."""
    return Idioms(
        **{name: frozenset(row) for name, row in lexicon("governed.toml")["idioms"].items()}
    )


def _by_word(rows: Iterable[tuple[int, Iterable[str]]]) -> Groups:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in rows:
        for word in words:
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _words(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words of a row that are no verbs, nouns in both numbers."""
    yield from row.get("others", ())
    for noun in row.get("nouns", ()):
        one, _, many = noun.partition("/")
        yield from (one, many or f"{one}s")
