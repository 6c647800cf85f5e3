"""Find words in texts, notes and quotations, and say where in the text they stand.

Offsets are code points of the article's text, also where the text was folded for the index.
"""

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ids import ArticleId, HighlightId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.folding import fold, fold_with_places
from variorum.library.matching import match_expression
from variorum.text import Span

SNIPPET = 160
"""Length of a snippet in code points, about two lines of a list."""

_LEAD = 40
"""Code points of a snippet before its first match."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold an article that matches, and where."""

    article: ArticleId
    story: StoryId
    span: Span
    """Where the snippet's first match stands; empty at 0 when only the headline matches."""
    spans: tuple[Span, ...]
    """All matches in the text."""
    snippet: str
    """The words around, white space drawn together; the headline when only that matches."""

    @property
    def start(self) -> int:
        """Return the match's start."""
        return self.span.start

    @property
    def end(self) -> int:
        """Return the match's end."""
        return self.span.end


def search(db: Db, query: str, *, limit: int = 50, offset: int = 0) -> list[Hit]:
    """Return the articles in which all words and "phrases" stand, the best first.

    A star after a word asks for words that begin so. Any input is safe; text without a
    word finds nothing. What is in the bin is left out.
    """
    expression = match_expression(query)
    if expression is None:
        return []
    opening, closing = (f"{mark}{secrets.token_hex(8)}" for mark in "\x02\x03")
    rows = db.rows(
        """
        SELECT a.id, m.story, t.text, t.search_text IS NOT NULL,
               coalesce(a.shown_headline, ''), highlight(article_words, 0, ?, ?)
        FROM article_words
            JOIN articles a ON a.id = article_words.rowid
            JOIN members m ON m.article = a.id
            JOIN texts t ON t.article = a.id
        WHERE article_words MATCH ? AND a.binned IS NULL
        ORDER BY rank LIMIT ? OFFSET ?
        """,
        (opening, closing, expression, limit, offset),
    )
    hits: list[Hit] = []
    for article, story, text, folded, headline, marked in rows:
        spans = _spans(marked, (opening, closing))
        if folded and spans:
            spans = _alone(text, _unfolded(text, spans), query)
        hits.append(_hit(article, story, text, headline, spans))
    return hits


def _hit(article: int, story: int, text: str, headline: str, spans: Sequence[Span]) -> Hit:
    if spans:
        span = _densest(spans)
        snippet = _snippet(text, span)
    else:
        span, snippet = Span(0, 0), headline
    return Hit(ArticleId(article), StoryId(story), span, tuple(spans), snippet)


def _spans(marked: str, marks: tuple[str, str]) -> list[Span]:
    """Read the spans off a text in which matches stand between marks."""
    spans: list[Span] = []
    place = start = 0
    opening, closing = marks
    for piece in re.split(f"({opening}|{closing})", marked):
        if piece == opening:
            start = place
        elif piece == closing:
            spans.append(Span(start, place))
        else:
            place += len(piece)
    return spans


def _unfolded(text: str, spans: Sequence[Span]) -> list[Span]:
    """Lead spans of the folded text back to the text."""
    folded = fold_with_places(text)
    return _merged([Span(*folded.origin(span.start, span.end)) for span in spans])


def _alone(text: str, spans: Sequence[Span], query: str) -> list[Span]:
    """Keep the one character asked for of a pair that begins with it."""
    asked = {word for word in query.split() if len(word) == 1 and fold(word)}
    return [
        Span(span.start, span.start + 1) if text[span.start] in asked and len(span) == 2 else span
        for span in spans
    ]


def _merged(spans: Sequence[Span]) -> list[Span]:
    """Join spans that overlap: the pairs of a run do."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _densest(spans: Sequence[Span]) -> Span:
    """Return the span from which a snippet's length holds most matches; the first of equals."""
    best, most, last = spans[0], 0, 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end <= span.start + SNIPPET - _LEAD:
            last += 1
        if last - first > most:
            best, most = span, last - first
    return best


def _snippet(text: str, span: Span) -> str:
    start = max(0, span.start - _LEAD)
    end = min(len(text), max(span.end, start + SNIPPET))
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return before + " ".join(text[start:end].split()) + after


def search_notes(db: Db, query: str, *, limit: int = 50) -> list[NoteId]:
    """Return the notes in which all words and "phrases" stand, the best first."""
    return [NoteId(row) for row in _ids(db, "note_words", query, limit)]


def search_quotations(db: Db, query: str, *, limit: int = 50) -> list[HighlightId]:
    """Return the highlights in whose words all words and "phrases" stand, the best first."""
    return [HighlightId(row) for row in _ids(db, "quotation_words", query, limit)]


def _ids(db: Db, table: str, query: str, limit: int) -> list[int]:
    expression = match_expression(query)
    if expression is None:
        return []
    rows = db.rows(
        f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT ?",
        (expression, limit),
    )
    return [row[0] for row in rows]
