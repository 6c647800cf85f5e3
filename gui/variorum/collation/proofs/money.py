"""Prove that one amount of money is told in two ways: 5.6 million U.S. dollars, US$5.6m; RM5 million.

The value is read as a number, the kind of money from its words or signs. Where one side alone tells
whose it is, the article of the other must name that country, and neither another one with such money.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from variorum.collation.lexicons.money import Coin, money
from variorum.collation.lexicons.words import numbers
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.facts import counts_other_dollars
from variorum.collation.proofs.proof import Pair, Proof, Stretch
from variorum.collation.reading.forms import Form, form_of
from variorum.collation.reading.quantities import read_quantity
from variorum.collation.reading.side import Side
from variorum.collation.values import ReasonKind, Rule

_LED = re.compile(r"(?P<sign>[^\W\d]{0,4}[$€£¥₹₩₦₱₽₺₴₫฿₪₵¢₸₮₲₾]?[A-Z]{0,2}/?)\.? ?(?P<rest>\d.*)")
_FOLLOWED = re.compile(r"(?P<rest>.*[\dmn]) ?(?P<sign>\D+)")
_ROUGH = frozenset(
    {"about", "around", "approximately", "roughly", "some", "or", "(", ")", "[", "]"}
)
_MOST_NAMED = 4
_AMERICAN = "u.s."
_DOLLARS = (Coin("dollar"),)


@dataclass(frozen=True, slots=True)
class _Amount:
    """Hold an amount of money: how many, and of what it may be."""

    value: Decimal
    coins: tuple[Coin, ...]


def prove_money(pair: Pair, block: Block) -> Proof | None:
    """Prove that two amounts of money are equal, whatever words, signs or codes tell of what."""
    base, version = pair.stretches(block)
    return _prove_same(pair, block, base, version)


def _prove_same(pair: Pair, block: Block, base: Stretch, version: Stretch) -> Proof | None:
    one = _read(*base)
    other = _read(*version) if one is not None else None
    if one is None or other is None or one.value != other.value:
        return None
    if any(_is_one(pair, mine, its) for mine in one.coins for its in other.coins):
        return Proof(Rule.CURRENCY_FORM, block, ReasonKind.SAME_NUMBER)
    return None


def _read(side: Side, start: int, end: int) -> _Amount | None:
    """Return the amount of money that words state, if they state one and nothing else."""
    forms = side.forms[start:end]
    if not any(key[0].isdigit() for form in forms for key in form.keys) and not any(
        c.isdigit() for form in forms for c in form.folded
    ):
        return None
    # The tokens of "$NZ4" are two, and of "RM1.2bil" three.
    text = "".join(
        f" {form.folded}" if n and token.start > side.tokens[start + n - 1].end else form.folded
        for n, (form, token) in enumerate(zip(forms, side.tokens[start:end], strict=True))
    )
    if len(forms) == 1:
        text = re.sub(r"(?<=\w)-(?=\w)", " ", text)
    return _named(text) or _signed(text)


def _named(text: str) -> _Amount | None:
    """Read an amount that the word of its money follows: 5 million Swiss francs."""
    words = text.split()
    for size in range(min(_MOST_NAMED, len(words) - 1), 0, -1):
        coins = money().words.get(" ".join(words[-size:]).casefold())
        if coins:
            return _amount(" ".join(words[:-size]), coins)
    return None


def _signed(text: str) -> _Amount | None:
    """Read an amount with a sign or a code before it, or behind: Rs. 3 lakh, 50p."""
    led = _LED.fullmatch(text)
    if led:
        sign = led["sign"].strip()
        coins = _DOLLARS if sign == "$" else money().signs.get(sign)
        if coins:
            return _amount(led["rest"], coins)
    followed = _FOLLOWED.fullmatch(text)
    if followed and followed["sign"] in money().behind:
        return _amount(followed["rest"], money().signs[followed["sign"]])
    return None


def _amount(text: str, coins: tuple[Coin, ...]) -> _Amount | None:
    """Return an amount where a text is a number and nothing else."""
    words = text.split()
    if not words or not _ROUGH.isdisjoint(word.casefold() for word in words):
        return None
    number = read_quantity([form_of(_magnitude(word)) for word in words])
    if number is None or number.unit:
        return None
    return _Amount(number.value, coins)


def _magnitude(word: str) -> str:
    """Return the magnitude that letters stand for behind an amount of money: Rs 20 cr."""
    return numbers().suffixes.get(word.casefold(), word)


def _is_one(pair: Pair, one: Coin, other: Coin) -> bool:
    """Tell whether two amounts are told in one money."""
    if one.kind != other.kind:
        return False
    if one.country == other.country:
        return True
    if one.country and other.country:
        return False
    country = one.country or other.country
    if one.kind == "dollar":
        return country == _AMERICAN and not counts_other_dollars(pair)
    if one.kind == "pound":
        # Of which nobody says whose it is, is the British one.
        return country == "british" and not _is_other_pound(pair)
    bare = pair.version if one.country else pair.base
    if (one.kind, country) == _RUPEE:
        return not _names_another(pair, one.kind, country)
    return _is_of(pair, bare, one.kind, country)


def _is_of(pair: Pair, bare: Side, kind: str, country: str) -> bool:
    """Tell whether an article that tells no country names this one, and neither another with such money."""
    told = _names(bare.analysis.article.text, money().countries[kind][country])
    return told and not _names_another(pair, kind, country)


def _names_another(pair: Pair, kind: str, country: str) -> bool:
    """Tell whether either article names another country that has such money."""
    named = money().countries[kind]
    others = [name for its, names in named.items() if its != country for name in names]
    return any(_names(side.analysis.article.text, others) for side in (pair.base, pair.version))


_RUPEE = ("rupee", "indian")
"""The sign of the Indian rupee is as plain as the word, where nobody else's is spoken of."""


def _is_other_pound(pair: Pair) -> bool:
    """Tell whether either article counts in pounds of another country."""
    named = money().countries["pound"]
    others = [
        f"{its} pound" for country, names in named.items() if country != "british" for its in names
    ]
    return any(
        _names(side.analysis.article.text, others, "s?") for side in (pair.base, pair.version)
    )


def _names(text: str, names: Sequence[str], ending: str = "") -> bool:
    pattern = "|".join(map(re.escape, names))
    return re.search(rf"\b(?:{pattern}){ending}(?!\w)", text, re.IGNORECASE) is not None


def prove_money_word(pair: Pair, block: Block) -> Proof | None:
    """Prove that money is named in two ways behind one amount: 500 kr, 500 kronor; 5 mln CHF."""
    before: list[Stretch] = []
    for side, start, end in pair.stretches(block):
        # Whose money it is may stand between: 6 million Swedish crowns.
        first = start - _leads_money(side, start)
        behind = first
        while first > max(behind - _MOST_COUNTED, 0) and _counts(side.forms[first - 1]):
            first -= 1
        if first == behind or not any(form.figures for form in side.forms[first:behind]):
            return None
        signed = first > 0 and side.forms[first - 1].folded in money().signs
        before.append((side, first - signed, end))
    return _prove_same(pair, block, *before)


def _leads_money(side: Side, place: int) -> int:
    """Tell whether the word before a place, and no figure, says whose money is meant."""
    before = side.forms[place - 1] if place > 1 else None
    return int(before is not None and before.name and not before.figures)


_MOST_COUNTED = 2


def _counts(form: Form) -> bool:
    return bool(form.figures) or not numbers().magnitudes.keys().isdisjoint(form.keys)
