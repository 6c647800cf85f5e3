"""Prepare sentences for comparison: their words, keys and what of them matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, compress
from operator import attrgetter

from variorum.collation.reading.forms import Form, form_of, month_form
from variorum.collation.reading.sentences import sentences
from variorum.collation.reading.tokens import Token
from variorum.text import Article, PassageKind, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold a sentence ready for comparison."""

    number: int
    passage: int
    kind: PassageKind
    span: Span
    tokens: tuple[Token, ...]
    forms: tuple[Form, ...]
    keys: tuple[str, ...]
    bag: frozenset[str]
    """The keys that matter; all keys where none does."""
    names: frozenset[str]
    figures: frozenset[str]


def units_of(article: Article) -> tuple[Unit, ...]:
    """Return an article's sentences with their words and keys."""
    units: list[Unit] = []
    for number, sentence in enumerate(sentences(article)):
        forms = _forms(sentence.tokens)
        named = compress(forms, map(_NAME, forms))
        units.append(
            Unit(
                number=number,
                passage=sentence.passage,
                kind=article.passages[sentence.passage].kind,
                span=sentence.span,
                tokens=sentence.tokens,
                forms=forms,
                keys=tuple(chain.from_iterable(map(_KEYS, forms))),
                bag=bag_of(forms),
                names=frozenset([f.bare for f in named if not (f.little or f.figures)]),
                figures=frozenset(chain.from_iterable(map(_FIGURES, forms))),
            )
        )
    return tuple(units)


# These run over every word of every article; the functions of `operator` are the quickest way.
_KEYS, _HEAVY, _FIGURES = attrgetter("keys"), attrgetter("heavy"), attrgetter("figures")
_NAME, _SURFACE = attrgetter("name"), attrgetter("surface")

_MONTHS = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
)


def _forms(tokens: Sequence[Token]) -> tuple[Form, ...]:
    """Return the forms of words; a month's short form without a point is told by its figure."""
    surfaces = list(map(_SURFACE, tokens))
    if _MONTHS.isdisjoint(surfaces):
        return tuple(map(form_of, surfaces))
    forms = list(map(form_of, surfaces))
    for place, token in enumerate(tokens):
        if token.surface in _MONTHS:
            beside = [forms[n] for n in (place - 1, place + 1) if 0 <= n < len(forms)]
            if any(form.folded[:1].isdigit() for form in beside):
                forms[place] = month_form(token.surface)
    return tuple(forms)


def bag_of(forms: Sequence[Form]) -> frozenset[str]:
    """Return the keys by which a sentence is found again: little words only where all are little."""
    matter = frozenset(chain.from_iterable(map(_HEAVY, forms)))
    return matter or frozenset(key for form in forms for key in form.keys or (form.folded,))
