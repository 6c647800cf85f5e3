"""Show every place where a word stands, with the words before and after it: key word in context.

The form is that of Luhn (1960), sorted by what follows, by what goes before, or as the texts
came.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.search.asked import Asked, asked_of
from variorum.library.search.matching import plain_words
from variorum.library.search.snippets import Marks
from variorum.progress import Tick, no_tick
from variorum.text import Span

MOST_LINES = 20_000
"""Lines of a concordance; who has more looks for something rarer."""
AROUND = 90
"""Code points before and after the word."""
_TEXTS_A_TURN = 200
_SORTED_BY = 6
"""Words around that a line is sorted by."""


class LineOrder(StrEnum):
    """Name what the lines are sorted by."""

    RIGHT = "right"
    LEFT = "left"
    WORD = "word"
    TEXT = "text"
    """The texts that came last first, from their beginning."""


@dataclass(frozen=True, slots=True)
class Line:
    """Hold a place where the word stands; white space is drawn together."""

    article: ArticleId
    story: StoryId
    source: str
    published: str
    """As ISO 8601, or empty."""
    span: Span
    left: str
    word: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """Hold the lines of a query, the texts that came last first."""

    lines: tuple[Line, ...] = ()
    texts: int = 0
    is_cut: bool = False
    """There are more lines than `MOST_LINES`."""


def concordance(db: Db, query: str, *, most: int = MOST_LINES, tick: Tick = no_tick) -> Concordance:
    """Return all places in texts that a query's words stand at; what is in the bin is left out.

    The query's fields say in which versions to look. `tick` counts texts, and may stop the work.
    """
    with db.snapshot():
        asked = asked_of(db, query)
        if asked.words is None:
            return Concordance()
        articles = _articles(db, asked, asked.words)
        lines: list[Line] = []
        for begun in range(0, len(articles), _TEXTS_A_TURN):
            lines += _lines(db, asked, asked.words, articles[begun : begun + _TEXTS_A_TURN])
            tick(min(begun + _TEXTS_A_TURN, len(articles)), len(articles))
            if len(lines) > most:
                break
    return Concordance(tuple(lines[:most]), len(articles), is_cut=len(lines) > most)


def in_order(lines: Sequence[Line], order: LineOrder) -> list[Line]:
    """Return lines sorted, case and accents folded; equal ones as they came."""
    match order:
        case LineOrder.RIGHT:
            return sorted(lines, key=lambda line: plain_words(line.right)[:_SORTED_BY])
        case LineOrder.LEFT:
            return sorted(lines, key=lambda line: plain_words(line.left)[: -_SORTED_BY - 1 : -1])
        case LineOrder.WORD:
            return sorted(lines, key=lambda line: plain_words(f"{line.word} {line.right}"))
        case LineOrder.TEXT:
            return list(lines)


def _articles(db: Db, asked: Asked, expression: str) -> list[int]:
    where, values = asked.where
    rows = db.rows(
        f"""
        SELECT m.article FROM article_words JOIN members m ON m.article = article_words.rowid
        WHERE article_words MATCH ? AND {where}
            AND m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
        ORDER BY article_words.rowid DESC
        """,
        (expression, *values),
    )
    return [article for (article,) in rows]


def _lines(db: Db, asked: Asked, expression: str, articles: Sequence[int]) -> list[Line]:
    marks = Marks()
    rows = db.rows(
        """
        SELECT a.id, m.story, coalesce(a.shown_source, ''), coalesce(a.shown_published, ''), t.text,
               highlight(article_words, 0, ?, ?)
        FROM article_words
            JOIN articles a ON a.id = article_words.rowid
            JOIN members m ON m.article = a.id
            JOIN texts t ON t.article = a.id
        WHERE article_words MATCH ? AND article_words.rowid BETWEEN ? AND ?
            AND a.id IN (SELECT value FROM json_each(?))
        ORDER BY article_words.rowid DESC
        """,
        (marks.opening, marks.closing, expression, articles[-1], articles[0], json.dumps(articles)),
    )
    return [
        _line(ArticleId(article), StoryId(story), source, published, text, span)
        for article, story, source, published, text, marked in rows
        for span in marks.spans_in(text, marked, asked.typed)
    ]


def _line(
    article: ArticleId, story: StoryId, source: str, published: str, text: str, span: Span
) -> Line:
    return Line(
        article,
        story,
        source,
        published,
        span,
        _drawn(text[max(0, span.start - 2 * AROUND) : span.start])[-AROUND:],
        _drawn(span.of(text)),
        _drawn(text[span.end : span.end + 2 * AROUND])[:AROUND],
    )


def _drawn(words: str) -> str:
    """Draw white space together, and keep one space where some stood at an end."""
    inner = " ".join(words.split())
    if not inner:
        return " " if words else ""
    before = " " if words[0].isspace() else ""
    after = " " if words[-1].isspace() else ""
    return f"{before}{inner}{after}"
