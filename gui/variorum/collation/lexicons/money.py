"""Load the money of the world: its kinds, their words and signs, and whose each is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from variorum.assets import lexicon


@dataclass(frozen=True, slots=True)
class Coin:
    """Hold a kind of money, and the country whose it is where that is told and others have it."""

    kind: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """Hold how money is written: words behind an amount, signs before it or behind."""

    words: Mapping[str, tuple[Coin, ...]]
    """In small letters, with the adjective of the country and without: "swiss francs"."""
    signs: Mapping[str, tuple[Coin, ...]]
    """A sign may stand for several kinds: K."""
    behind: frozenset[str]
    """Signs that may stand behind an amount."""
    countries: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By a kind, of each country how an article names it."""


@cache
def money() -> Money:
    """Return the words and signs of all money."""
    table = lexicon("currencies.toml")
    words: dict[str, list[Coin]] = {}
    signs: dict[str, list[Coin]] = {}
    countries: dict[str, dict[str, tuple[str, ...]]] = {}
    for kind, told in table["kinds"].items():
        for word in told["words"]:
            words.setdefault(word, []).append(Coin(kind))
        for sign in told["signs"]:
            signs.setdefault(sign, []).append(Coin(kind))
        for adjective in table["lone"].get(kind, ()):
            for word in told["words"]:
                words.setdefault(f"{adjective} {word}", []).append(Coin(kind))
    for row in table["countries"]:
        coin = Coin(row["kind"], row["of"][0])
        countries.setdefault(coin.kind, {})[coin.country] = tuple(row["of"])
        for name in row["of"]:
            for word in table["kinds"][coin.kind]["words"]:
                words.setdefault(f"{name} {word}", []).append(coin)
        for sign in row["signs"]:
            signs.setdefault(sign, []).append(coin)
    return Money(
        words={word: tuple(coins) for word, coins in words.items()},
        signs={sign: tuple(coins) for sign, coins in signs.items()},
        behind=frozenset((*table["behind"], *(sign for sign in signs if _is_code(sign)))),
        countries=countries,
    )


def _is_code(sign: str) -> bool:
    return len(sign) == _CODE and sign.isalpha() and sign.isupper()


_CODE = 3
