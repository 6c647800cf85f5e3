"""Prepare an article for collation once: its sentences with their words, keys and weights.

A base that is collated with several versions is analysed once; the result is a pure value.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from variorum.collation.forms import Form, form_of
from variorum.collation.sentences import sentences
from variorum.collation.tokens import Token
from variorum.text import Article, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold a sentence ready for comparison."""

    number: int
    passage: int
    span: Span
    tokens: tuple[Token, ...]
    forms: tuple[Form, ...]
    keys: tuple[str, ...]
    bag: frozenset[str]
    """The keys that matter; all keys where none does."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Hold an article with its sentences ready for comparison."""

    article: Article
    units: tuple[Unit, ...]


@lru_cache(maxsize=64)
def analyse(article: Article) -> Analysis:
    """Return an article's sentences with their words and keys."""
    units: list[Unit] = []
    for number, sentence in enumerate(sentences(article)):
        forms = tuple(form_of(token.surface) for token in sentence.tokens)
        keys = tuple(key for form in forms for key in form.keys)
        units.append(
            Unit(
                number=number,
                passage=sentence.passage,
                span=sentence.span,
                tokens=sentence.tokens,
                forms=forms,
                keys=keys,
                bag=bag_of(forms),
            )
        )
    return Analysis(article, tuple(units))


def bag_of(forms: Iterable[Form]) -> frozenset[str]:
    """Return the keys by which a sentence is found again: little words only where all are little."""
    forms = tuple(forms)
    matter = frozenset(key for form in forms if not form.little for key in form.keys)
    return matter or frozenset(key for form in forms for key in form.keys or (form.folded,))
