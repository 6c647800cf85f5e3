"""What a person decided about words of two versions, and about words wherever they stand.

A decision is kept once for a pair of articles, whichever of them is the base; it is read as
seen from the base that is asked for.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.collation.decisions import Decisions, WordPair
from variorum.collation.values import (
    ClassDecision,
    Decision,
    LinkChoice,
    LinkDecision,
    VariantClass,
)
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, DecisionId, WordPairId
from variorum.library.connection import Db
from variorum.library.moments import instant, new_uuid, now
from variorum.text import Span

_CLASS = "class"
_PLACES = "article_start, article_end, other_start, other_end"


@dataclass(frozen=True, slots=True)
class Place:
    """Name words of an article; an empty span names the place before a word."""

    article: ArticleId
    span: Span


@dataclass(frozen=True, slots=True)
class KeptDecision:
    """Hold a decision as seen from a base, with its words, by whom and when."""

    id: DecisionId
    base: ArticleId
    version: ArticleId
    decision: Decision
    base_words: str
    version_words: str
    annotator: AnnotatorId
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class KeptWords:
    """Hold a pair of words with its class, by whom and when."""

    id: WordPairId
    pair: WordPair
    annotator: AnnotatorId
    made: dt.datetime


# --- sentences and variants ------------------------------------------------------------------------


def decide_link(
    db: Db, choice: LinkChoice, *, base: Place, version: Place, annotator: AnnotatorId
) -> DecisionId:
    """Record how two sentences belong together, or that they do not; the last word stands."""
    return _record(db, choice.value, None, base, version, annotator)


def decide_class(
    db: Db, variant_class: VariantClass, *, base: Place, version: Place, annotator: AnnotatorId
) -> DecisionId:
    """Record the class of a variant; the last word stands."""
    return _record(db, _CLASS, variant_class, base, version, annotator)


def forget_decisions(db: Db, decisions: Sequence[DecisionId]) -> None:
    """Leave it to the rules again."""
    db.write_many("DELETE FROM pair_decisions WHERE id = ?", ((one,) for one in decisions))


def _record(
    db: Db,
    kind: str,
    variant_class: VariantClass | None,
    base: Place,
    version: Place,
    annotator: AnnotatorId,
) -> DecisionId:
    one, other = sorted((base, version), key=lambda place: place.article)
    if one.article == other.article:
        raise UsageError("A decision is about two versions.")
    spans = (one.span.start, one.span.end, other.span.start, other.span.end)
    db.write(
        f"DELETE FROM pair_decisions WHERE article = ? AND other = ?"
        f" AND ({_PLACES}) = (?, ?, ?, ?) AND (kind = 'class') = ?",
        (one.article, other.article, *spans, kind == _CLASS),
    )
    row = db.write(
        f"""
        INSERT INTO pair_decisions
            (uuid, kind, variant_class, article, other, {_PLACES}, article_words, other_words,
             annotator, made)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            new_uuid(),
            kind,
            variant_class,
            one.article,
            other.article,
            *spans,
            _words(db, one),
            _words(db, other),
            annotator,
            now(),
        ),
    )
    return DecisionId(row)


def _words(db: Db, place: Place) -> str:
    text = db.value("SELECT text FROM texts WHERE article = ?", (place.article,))
    if text is None or place.span.end > len(text):
        raise UsageError("There are no such words in the library.")
    return place.span.of(text)


def kept_decisions(db: Db, base: ArticleId, version: ArticleId) -> list[KeptDecision]:
    """Return what was decided about two articles, as seen from the base, the oldest first."""
    rows = db.rows(
        f"""
        SELECT id, kind, variant_class, article, {_PLACES}, article_words, other_words,
               annotator, made
        FROM pair_decisions WHERE article = ? AND other = ? ORDER BY id
        """,
        sorted((base, version)),
    )
    return [_kept(row, base, version) for row in rows]


def _kept(row: tuple[object, ...], base: ArticleId, version: ArticleId) -> KeptDecision:
    number, kind, variant_class, article, *places, words, others, annotator, made = row
    start, end, other_start, other_end = map(int, map(str, places))
    spans = Span(start, end), Span(other_start, other_end)
    texts = str(words), str(others)
    if article != base:
        spans, texts = spans[::-1], texts[::-1]
    decision = (
        ClassDecision(VariantClass(str(variant_class)), *spans)
        if kind == _CLASS
        else LinkDecision(LinkChoice(str(kind)), *spans)
    )
    return KeptDecision(
        id=DecisionId(int(str(number))),
        base=base,
        version=version,
        decision=decision,
        base_words=texts[0],
        version_words=texts[1],
        annotator=AnnotatorId(int(str(annotator))),
        made=instant(str(made)),
    )


def decisions_about(db: Db, base: ArticleId, version: ArticleId) -> Decisions:
    """Return all that a collation of two articles has to heed."""
    kept = [each.decision for each in kept_decisions(db, base, version)]
    return Decisions(
        links=tuple(each for each in kept if isinstance(each, LinkDecision)),
        classes=tuple(each for each in kept if isinstance(each, ClassDecision)),
        words=tuple(each.pair for each in word_pairs(db)),
    )


# --- words wherever they stand -----------------------------------------------------------------------


def treat_words(db: Db, pair: WordPair, *, annotator: AnnotatorId) -> WordPairId:
    """Give the exchange of two words a class, in every story; the last word stands."""
    one, other = (" ".join(words.split()) for words in (pair.one, pair.other))
    if not one or not other:
        raise UsageError("A pair of words needs a word on each side.")
    if one == other:
        raise UsageError("The two sides of a pair of words are the same.")
    key = _key(one, other)
    db.write("DELETE FROM word_pairs WHERE sorted = ?", (key,))
    return WordPairId(
        db.write(
            """
            INSERT INTO word_pairs (uuid, one, other, sorted, variant_class, annotator, made)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """,
            (new_uuid(), one, other, key, pair.variant_class, annotator, now()),
        )
    )


def forget_words(db: Db, pair: WordPairId) -> None:
    """Leave a pair of words to the rules again."""
    db.write("DELETE FROM word_pairs WHERE id = ?", (pair,))


def word_pairs(db: Db) -> list[KeptWords]:
    """Return the pairs of words that have a class by hand, the oldest first."""
    rows = db.rows(
        "SELECT id, one, other, variant_class, annotator, made FROM word_pairs ORDER BY id"
    )
    return [
        KeptWords(
            WordPairId(number),
            WordPair(one, other, VariantClass(variant_class)),
            AnnotatorId(annotator),
            instant(made),
        )
        for number, one, other, variant_class, annotator, made in rows
    ]


def _key(one: str, other: str) -> str:
    """Return what two pairs have in common that mean the same words."""
    small = sorted((one.casefold(), other.casefold()))
    # Where only capitals tell the words apart, they count.
    return "\n".join(sorted((one, other)) if small[0] == small[1] else small)
