"""Prepare sentences for comparison: their words, keys and what of them matters."""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.reading.cases import LetterCase
from variorum.collation.reading.forms import Form, form_of, month_form, printed_otherwise
from variorum.collation.reading.restored import Shown
from variorum.collation.reading.sentences import Sentence, sentences
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
    case: LetterCase


def units_of(article: Article, beside: Shown) -> tuple[Unit, ...]:
    """Return an article's sentences with their words and keys.

    `beside` is how another version in mixed copy writes its words.
    """
    units: list[Unit] = []
    for number, sentence in enumerate(sentences(article, beside)):
        forms = _forms(sentence.tokens)
        if sentence.case is not LetterCase.MIXED:
            forms = _as_printed(article, sentence, forms)
        units.append(
            Unit(
                number=number,
                passage=sentence.passage,
                kind=article.passages[sentence.passage].kind,
                span=sentence.span,
                tokens=sentence.tokens,
                forms=forms,
                keys=tuple([key for form in forms for key in form.keys]),
                bag=bag_of(forms),
                names=frozenset([f.bare for f in forms if f.name and not (f.little or f.figures)]),
                figures=frozenset([key for f in forms if f.figures for key in f.figures]),
                case=sentence.case,
            )
        )
    return tuple(units)


def _as_printed(article: Article, sentence: Sentence, forms: Sequence[Form]) -> tuple[Form, ...]:
    """Return words of one case with what the article prints for them."""
    printed = [article.text[token.start : token.end] for token in sentence.tokens]
    return tuple(
        form if form.printed == text else printed_otherwise(form, text)
        for form, text in zip(forms, printed, strict=True)
    )


_MONTHS = frozenset(
    {"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec"}
)


def _forms(tokens: Sequence[Token]) -> tuple[Form, ...]:
    """Return the forms of words; a month's short form without a point is told by its figure."""
    surfaces = [surface for _, _, surface in tokens]
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
    matter = frozenset([key for form in forms for key in form.heavy])
    return matter or frozenset(key for form in forms for key in form.keys or (form.folded,))
