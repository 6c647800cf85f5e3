"""Deeds on carried marks: carry one, accept it, put it elsewhere, drop it."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotations.values import Carried, CarriedStatus, Note
from variorum.ids import AnnotatorId, ArticleId, CarryingId, CodeId, HighlightId
from variorum.library.annotations import (
    add_highlight,
    delete_highlight,
    resize_highlight,
    set_codes,
)
from variorum.library.connection import Db
from variorum.library.moments import now
from variorum.library.queries.marks import notes_of_highlights
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class CarriedTo:
    """Hold what became of one mark in one version."""

    source: HighlightId
    article: ArticleId
    carried: Carried


def carry(db: Db, images: list[CarriedTo], *, annotator: AnnotatorId) -> list[CarriedTo]:
    """Make marks where others were carried to; return those that are new.

    A mark that the reader has reviewed there, moved or dropped, stays as she left it, and one
    that is there already is not made again: where the annotator has a mark on the very words,
    it gets the codes that it lacks.
    """
    return [image for image in images if _carry_one(db, image, annotator)]


def _carry_one(db: Db, image: CarriedTo, annotator: AnnotatorId) -> bool:
    row = db.row(
        "SELECT id, highlight, reviewed FROM carryings WHERE source = ? AND article = ?",
        (image.source, image.article),
    )
    if row is not None and (row[1] is not None or row[2] is not None):
        return False
    if _came_from(db, image):
        return False
    number = row[0] if row else None
    span = image.carried.span
    made = None if span is None else _mark(db, image, span, annotator)
    status = image.carried.status
    if number is not None and made is None:
        return False
    if number is not None:
        db.write(
            "UPDATE carryings SET highlight = ?, status = ?, made = ? WHERE id = ?",
            (made, status, now(), number),
        )
        return True
    db.write(
        "INSERT INTO carryings (source, article, highlight, status, made) VALUES (?, ?, ?, ?, ?)",
        (image.source, image.article, made, status, now()),
    )
    return True


def _came_from(db: Db, image: CarriedTo) -> bool:
    """Tell whether the mark was itself carried from a mark of that version."""
    return bool(
        db.row(
            "SELECT 1 FROM carryings c JOIN highlights h ON h.id = c.source"
            " WHERE c.highlight = ? AND h.article = ?",
            (image.source, image.article),
        )
    )


def _mark(db: Db, image: CarriedTo, span: Span, annotator: AnnotatorId) -> HighlightId:
    """Return the mark on a span with the codes of the one that is carried."""
    codes = _codes_of(db, image.source)
    there = db.value(
        "SELECT id FROM highlights WHERE article = ? AND span_start = ? AND span_end = ?"
        " AND annotator = ?",
        (image.article, span.start, span.end, annotator),
    )
    if there is None:
        return add_highlight(db, article=image.article, span=span, annotator=annotator, codes=codes)
    mark = HighlightId(there)
    set_codes(db, highlight=mark, codes=[*_codes_of(db, mark), *codes])
    return mark


def _codes_of(db: Db, highlight: HighlightId) -> list[CodeId]:
    rows = db.rows("SELECT code FROM highlight_codes WHERE highlight = ?", (highlight,))
    return [CodeId(row[0]) for row in rows]


def accept(db: Db, *, carrying: CarryingId) -> None:
    """Keep that a reader found it right so: the mark where it is, or that there is none."""
    db.write("UPDATE carryings SET reviewed = ? WHERE id = ?", (now(), carrying))


def put(db: Db, *, carrying: CarryingId, span: Span, annotator: AnnotatorId) -> HighlightId:
    """Let a carried mark stand on a span of its version, made where it was dropped."""
    row = db.row("SELECT source, article, highlight FROM carryings WHERE id = ?", (carrying,))
    if row is None:
        raise ValueError("there is no such carrying")
    source, article, mark = row
    if mark is None:
        image = CarriedTo(
            HighlightId(source), ArticleId(article), Carried(CarriedStatus.CHANGED, span)
        )
        mark = _mark(db, image, span, annotator)
    else:
        resize_highlight(db, highlight=HighlightId(mark), span=span)
    db.write(
        "UPDATE carryings SET highlight = ?, status = ?, reviewed = ? WHERE id = ?",
        (mark, CarriedStatus.CHANGED, now(), carrying),
    )
    return HighlightId(mark)


def drop(db: Db, *, carrying: CarryingId) -> None:
    """Take the carried mark away, and keep that a reader wanted it so."""
    mark = db.value("SELECT highlight FROM carryings WHERE id = ?", (carrying,))
    if mark is not None:
        delete_highlight(db, highlight=HighlightId(mark))
    db.write(
        "UPDATE carryings SET status = ?, reviewed = ? WHERE id = ?",
        (CarriedStatus.DROPPED, now(), carrying),
    )


def made_by_carrying(db: Db, articles: Sequence[ArticleId]) -> frozenset[HighlightId]:
    """Return those highlights of articles that came from another version."""
    rows = db.rows(
        "SELECT highlight FROM carryings WHERE highlight IS NOT NULL"
        " AND article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    return frozenset(HighlightId(row[0]) for row in rows)


@dataclass(frozen=True, slots=True)
class OriginNote:
    """Hold a note on the words that a mark was carried from, and where those stand."""

    mark: HighlightId
    """The mark that was carried."""
    article: ArticleId
    span: Span
    note: Note


def origin_notes(db: Db, marks: Sequence[HighlightId]) -> list[OriginNote]:
    """Return what is written where these marks were carried from, however often they were."""
    rows = db.rows(
        """
        WITH RECURSIVE origins (mark, source) AS (
            SELECT highlight, source FROM carryings
            WHERE highlight IN (SELECT value FROM json_each(?))
            UNION
            SELECT o.mark, c.source FROM origins o JOIN carryings c ON c.highlight = o.source
        )
        SELECT o.mark, h.id, h.article, h.span_start, h.span_end
        FROM origins o
            JOIN highlights h ON h.id = o.source
            JOIN articles a ON a.id = h.article AND a.binned IS NULL
        WHERE o.mark <> h.id
        ORDER BY o.mark, h.id
        """,
        (json.dumps(list(marks)),),
    )
    written: defaultdict[int, list[Note]] = defaultdict(list)
    for note in notes_of_highlights(db, [HighlightId(row[1]) for row in rows]):
        written[note.highlight or 0].append(note)
    return [
        OriginNote(HighlightId(mark), ArticleId(article), Span(start, end), note)
        for mark, source, article, start, end in rows
        for note in written[source]
    ]


@dataclass(frozen=True, slots=True)
class NewText:
    """Hold a text that came from where a marked one of its story came from before."""

    article: ArticleId
    before: ArticleId
    marks: int


def new_texts(db: Db, articles: Sequence[ArticleId]) -> list[NewText]:
    """Return which of these articles follow a marked one: the latest, from the same origin."""
    rows = db.rows(
        """
        SELECT n.id, o.id, count(h.id)
        FROM articles n
            JOIN members mine ON mine.article = n.id
            JOIN articles o ON o.origin = n.origin AND o.file_index = n.file_index
                AND o.id < n.id AND o.binned IS NULL
            JOIN members theirs ON theirs.article = o.id AND theirs.story = mine.story
            JOIN highlights h ON h.article = o.id
        WHERE n.id IN (SELECT value FROM json_each(?)) AND n.binned IS NULL
        GROUP BY n.id, o.id ORDER BY n.id, o.id
        """,
        (json.dumps(list(articles)),),
    )
    latest = {row[0]: NewText(ArticleId(row[0]), ArticleId(row[1]), row[2]) for row in rows}
    return list(latest.values())
