"""Deeds on marks: highlights, their codes, notes, and the codebook."""

import datetime as dt
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.annotations.anchors import make_anchor
from variorum.annotations.values import Anchor, Note, VariantPlace
from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.folding import fold
from variorum.library.moments import kept, new_uuid, now
from variorum.library.united import where_now
from variorum.text import Span


@dataclass(frozen=True, slots=True)
class OnHighlight:
    """Place a note on a highlight."""

    highlight: HighlightId


@dataclass(frozen=True, slots=True)
class OnArticle:
    """Place a note on an article."""

    article: ArticleId


@dataclass(frozen=True, slots=True)
class OnStory:
    """Place a note on a story."""

    story: StoryId


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Say by which stable id, and when, a mark was made in another library."""

    uuid: str
    made: dt.datetime
    changed: dt.datetime


NotePlace = OnHighlight | OnArticle | OnStory | VariantPlace
"""What a note is on."""


def place_of(note: Note) -> NotePlace:
    """Return what a note is on."""
    if note.highlight is not None:
        return OnHighlight(note.highlight)
    if note.variant is not None:
        return note.variant
    if note.article is not None:
        return OnArticle(note.article)
    if note.story is not None:
        return OnStory(note.story)
    raise ValueError("a note is on something")


def add_highlight(
    db: Db,
    *,
    article: ArticleId,
    span: Span,
    annotator: AnnotatorId,
    codes: Sequence[CodeId] = (),
    elsewhere: Elsewhere | None = None,
) -> HighlightId:
    """Mark a span of an article; its words and their context are kept with it."""
    anchor = _anchor(db, article, span)
    uuid, moment, _ = _made(elsewhere)
    highlight = HighlightId(
        db.write(
            """
            INSERT INTO highlights
                (uuid, article, span_start, span_end, exact, prefix, suffix, search_text,
                 annotator, made)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (uuid, article, *_anchor_values(anchor), annotator, moment),
        )
    )
    _insert_codes(db, highlight, codes)
    return highlight


def resize_highlight(db: Db, *, highlight: HighlightId, span: Span) -> None:
    """Let a highlight mark another span of its article."""
    article = db.value("SELECT article FROM highlights WHERE id = ?", (highlight,))
    anchor = _anchor(db, ArticleId(article), span)
    _take_for_reviewed(db, highlight)
    db.write(
        """
        UPDATE highlights SET span_start = ?, span_end = ?, exact = ?, prefix = ?, suffix = ?,
            search_text = ?
        WHERE id = ?
        """,
        (*_anchor_values(anchor), highlight),
    )


def delete_highlight(db: Db, *, highlight: HighlightId) -> None:
    """Delete a highlight with its codes and the notes on it."""
    _take_for_reviewed(db, highlight)
    db.write("DELETE FROM highlights WHERE id = ?", (highlight,))


def _take_for_reviewed(db: Db, highlight: HighlightId) -> None:
    """Keep that a person has been at a mark that was carried: it is not carried there again."""
    db.write(
        "UPDATE carryings SET reviewed = ? WHERE highlight = ? AND reviewed IS NULL",
        (now(), highlight),
    )


def split_highlight(db: Db, *, highlight: HighlightId, ends: int, begins: int) -> HighlightId:
    """Part a highlight: it ends at one place, a new one with its codes begins at another.

    Notes stay with the first part. Raises `UsageError` where one of the two would be empty.
    """
    row = db.row(
        "SELECT article, span_start, span_end, annotator FROM highlights WHERE id = ?", (highlight,)
    )
    if row is None or not row[1] < ends <= begins < row[2]:
        raise UsageError("A highlight is parted between two of its words.")
    article, start, end, annotator = row
    codes = db.rows("SELECT code FROM highlight_codes WHERE highlight = ?", (highlight,))
    resize_highlight(db, highlight=highlight, span=Span(start, ends))
    return add_highlight(
        db,
        article=ArticleId(article),
        span=Span(begins, end),
        annotator=AnnotatorId(annotator),
        codes=[CodeId(each[0]) for each in codes],
    )


def merge_highlights(db: Db, *, highlight: HighlightId, other: HighlightId) -> None:
    """Make two highlights of an article one, with the codes and notes of both."""
    query = "SELECT article, span_start, span_end FROM highlights WHERE id = ?"
    one, two = db.row(query, (highlight,)), db.row(query, (other,))
    if one is None or two is None or one[0] != two[0] or highlight == other:
        raise UsageError("Two highlights of one text can be made one.")
    db.write(
        "INSERT INTO highlight_codes (highlight, code)"
        " SELECT ?1, code FROM highlight_codes WHERE highlight = ?2 ON CONFLICT DO NOTHING",
        (highlight, other),
    )
    db.write("UPDATE notes SET highlight = ? WHERE highlight = ?", (highlight, other))
    delete_highlight(db, highlight=other)
    resize_highlight(db, highlight=highlight, span=Span(min(one[1], two[1]), max(one[2], two[2])))


def set_codes(db: Db, *, highlight: HighlightId, codes: Sequence[CodeId]) -> None:
    """Give a highlight exactly these codes."""
    db.write(
        "DELETE FROM highlight_codes WHERE highlight = ?"
        " AND code NOT IN (SELECT value FROM json_each(?))",
        (highlight, json.dumps(list(codes))),
    )
    _insert_codes(db, highlight, codes)


def _insert_codes(db: Db, highlight: HighlightId, codes: Sequence[CodeId]) -> None:
    db.write_many(
        "INSERT INTO highlight_codes (highlight, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(highlight, code) for code in codes],
    )


def _anchor(db: Db, article: ArticleId, span: Span) -> Anchor:
    text = db.value("SELECT text FROM texts WHERE article = ?", (article,))
    if text is None:
        raise UsageError("The article is not in this library.")
    if not len(span) or span.end > len(text):
        raise UsageError("A highlight marks at least one character of the text.")
    return make_anchor(text, span)


def _anchor_values(anchor: Anchor) -> tuple[object, ...]:
    span = anchor.span
    folded = fold(anchor.exact)
    return (span.start, span.end, anchor.exact, anchor.prefix, anchor.suffix, folded)


def _made(elsewhere: Elsewhere | None) -> tuple[str, str, str]:
    """Return a mark's stable id, when it was made and when it was changed."""
    if elsewhere is None:
        moment = now()
        return new_uuid(), moment, moment
    return elsewhere.uuid, kept(elsewhere.made), kept(elsewhere.changed)


def add_note(
    db: Db,
    *,
    on: NotePlace,
    text: str,
    annotator: AnnotatorId,
    elsewhere: Elsewhere | None = None,
) -> NoteId:
    """Write a note, in Markdown, on a highlight, an article, a story or a variant."""
    uuid, made, changed = _made(elsewhere)
    if isinstance(on, OnStory):
        (story,) = where_now(db, [on.story])
        on = OnStory(story)
    return NoteId(
        db.write(
            """
            INSERT INTO notes
                (uuid, text, text_sha256, search_text, annotator, made, changed, highlight,
                 article, story, base_article, base_start, base_end, version_article,
                 version_start, version_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            (uuid, *_note_text(text), annotator, made, changed, *_place_values(on)),
        )
    )


def _place_values(on: NotePlace) -> tuple[int | None, ...]:
    match on:
        case OnHighlight(highlight):
            return (highlight, *[None] * 8)
        case OnArticle(article):
            return (None, article, *[None] * 7)
        case OnStory(story):
            return (None, None, story, *[None] * 6)
        case VariantPlace(base_article, base, version_article, version):
            ends = (base_article, base.start, base.end, version_article, version.start)
            return (None, None, None, *ends, version.end)


def _note_text(text: str) -> tuple[str, str, str | None]:
    """Return a note's text as kept: NUL is replaced, SQLite would end the text there."""
    kept = text.replace("\0", "\u2400")
    return kept, hashlib.sha256(kept.encode()).hexdigest(), fold(kept)


def edit_note(db: Db, *, note: NoteId, text: str) -> None:
    """Change what a note says."""
    db.write(
        "UPDATE notes SET text = ?, text_sha256 = ?, search_text = ?, changed = ? WHERE id = ?",
        (*_note_text(text), now(), note),
    )


def delete_note(db: Db, *, note: NoteId) -> None:
    """Delete a note."""
    db.write("DELETE FROM notes WHERE id = ?", (note,))
