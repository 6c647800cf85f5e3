"""The adjudicated layer: what a person settled where annotators differ.

A settlement is about one place of one text. Its marks stand beside those of the annotators,
which stay as they are; where nobody is right it has none.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.annotations.anchors import make_anchor
from variorum.annotations.values import Anchor
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, CodeId, SettlementId
from variorum.library.connection import Db
from variorum.library.moments import instant, new_uuid, now
from variorum.text import Span


class Settled(StrEnum):
    """Say how a disagreement was settled."""

    ONE = "one"
    """The marks of one annotator hold."""
    ALL = "all"
    """Those of all who marked the place hold."""
    OWN = "own"
    """Other marks hold, made by who settled it."""
    NOBODY = "nobody"
    """Nobody is right: nothing is to be marked there."""


@dataclass(frozen=True, slots=True)
class SettledMark:
    """Hold a mark that holds."""

    span: Span
    codes: frozenset[CodeId] = frozenset()


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold how a place is settled, before it is kept."""

    article: ArticleId
    span: Span
    how: Settled
    marks: tuple[SettledMark, ...] = ()
    chosen: AnnotatorId | None = None
    """Whose marks were taken, of `ONE`."""
    made_of: str = ""
    """What the disagreement was made of: it tells whether somebody changed a mark since."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """Hold what was settled, by whom and when."""

    id: SettlementId
    article: ArticleId
    span: Span
    words: str
    how: Settled
    chosen: AnnotatorId | None
    made_of: str
    annotator: AnnotatorId
    made: dt.datetime
    marks: tuple[tuple[Anchor, frozenset[CodeId]], ...] = ()
    """What holds, in reading order."""


def settle(db: Db, verdict: Verdict, *, annotator: AnnotatorId) -> SettlementId:
    """Keep how a place is settled, in place of what was settled there before."""
    if (verdict.how is Settled.NOBODY) != (not verdict.marks):
        raise UsageError("A settlement marks something, unless nobody is right.")
    text = db.value("SELECT text FROM texts WHERE article = ?", (verdict.article,))
    if text is None or verdict.span.end > len(text):
        raise UsageError("There are no such words in the library.")
    _forget_at(db, verdict.article, verdict.span)
    number = db.write(
        """
        INSERT INTO settlements
            (uuid, article, span_start, span_end, exact, verdict, chosen, made_of, annotator, made)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            new_uuid(),
            verdict.article,
            verdict.span.start,
            verdict.span.end,
            verdict.span.of(text),
            verdict.how,
            verdict.chosen,
            verdict.made_of,
            annotator,
            now(),
        ),
    )
    for mark in verdict.marks:
        _add_mark(db, number, make_anchor(text, mark.span), mark.codes)
    return SettlementId(number)


def _add_mark(db: Db, settlement: int, anchor: Anchor, codes: frozenset[CodeId]) -> None:
    mark = db.write(
        """
        INSERT INTO settled_marks
            (uuid, settlement, span_start, span_end, exact, prefix, suffix)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (
            new_uuid(),
            settlement,
            anchor.span.start,
            anchor.span.end,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
        ),
    )
    db.write_many(
        "INSERT INTO settled_codes (mark, code) VALUES (?, ?)",
        [(mark, code) for code in sorted(codes)],
    )


def _forget_at(db: Db, article: ArticleId, span: Span) -> None:
    db.write(
        "DELETE FROM settlements WHERE article = ? AND span_start < ? AND ? < span_end",
        (article, span.end, span.start),
    )


def reopen(db: Db, *, settlements: Sequence[SettlementId]) -> None:
    """Let disagreements be open again."""
    db.write(
        "DELETE FROM settlements WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(settlements)),),
    )


def settlements(db: Db, articles: Sequence[ArticleId] | None = None) -> list[Settlement]:
    """Return what was settled in some articles, or in all that are not in the bin."""
    where = "a.binned IS NULL"
    parameters: tuple[str, ...] = ()
    if articles is not None:
        where = "s.article IN (SELECT value FROM json_each(?))"
        parameters = (json.dumps(list(articles)),)
    rows = db.rows(
        f"""
        SELECT s.id, s.article, s.span_start, s.span_end, s.exact, s.verdict, s.chosen, s.made_of,
               s.annotator, s.made
        FROM settlements s JOIN articles a ON a.id = s.article
        WHERE {where} ORDER BY s.article, s.span_start
        """,
        parameters,
    )
    marks = _marks(db, [row[0] for row in rows])
    return [
        Settlement(
            id=SettlementId(number),
            article=ArticleId(article),
            span=Span(start, end),
            words=words,
            how=Settled(how),
            chosen=None if chosen is None else AnnotatorId(chosen),
            made_of=made_of,
            annotator=AnnotatorId(annotator),
            made=instant(made),
            marks=tuple(marks[number]),
        )
        for number, article, start, end, words, how, chosen, made_of, annotator, made in rows
    ]


def _marks(
    db: Db, settlements: Sequence[int]
) -> defaultdict[int, list[tuple[Anchor, frozenset[CodeId]]]]:
    found: defaultdict[int, list[tuple[Anchor, frozenset[CodeId]]]] = defaultdict(list)
    rows = db.rows(
        """
        SELECT m.settlement, m.span_start, m.span_end, m.exact, m.prefix, m.suffix,
               (SELECT json_group_array(code) FROM settled_codes c WHERE c.mark = m.id)
        FROM settled_marks m WHERE m.settlement IN (SELECT value FROM json_each(?))
        ORDER BY m.settlement, m.span_start, m.id
        """,
        (json.dumps(list(settlements)),),
    )
    for settlement, start, end, exact, prefix, suffix, codes in rows:
        anchor = Anchor(Span(start, end), exact, prefix, suffix)
        found[settlement].append((anchor, frozenset(map(CodeId, json.loads(codes)))))
    return found
