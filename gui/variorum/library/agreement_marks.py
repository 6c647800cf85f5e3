"""Read what annotators marked, as agreement is measured on it."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from variorum.agreement.coded import Coded, Mark, coded
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId
from variorum.library.article_rows import load_articles
from variorum.library.connection import Db
from variorum.progress import Tick, no_tick
from variorum.text import Span

_AT_ONCE = 200
"""Articles whose texts are held at a time."""


def coded_articles(
    db: Db,
    annotators: Sequence[AnnotatorId],
    *,
    articles: Sequence[ArticleId] | None = None,
    silent: bool = False,
    tick: Tick = no_tick,
) -> Iterator[Coded]:
    """Yield the articles that at least two of some annotators read, with their marks.

    Who marked anything in an article read it. With `silent` all of the annotators count as
    having read every article that one of them marked.
    """
    marks = _marks(db, annotators, articles)
    readers = {
        number: set(annotators) if silent else {mark.annotator for mark in of_article}
        for number, of_article in marks.items()
    }
    wanted = [number for number in marks if len(readers[number]) > 1]
    for first in range(0, len(wanted), _AT_ONCE):
        tick(first, len(wanted))
        texts = load_articles(db, wanted[first : first + _AT_ONCE])
        for number, text in texts.items():
            article = ArticleId(number)
            yield coded(article, text, marks[article], readers=readers[article])


def _marks(
    db: Db, annotators: Sequence[AnnotatorId], articles: Sequence[ArticleId] | None
) -> dict[ArticleId, list[Mark]]:
    rows = db.rows(
        """
        SELECT h.id, h.article, h.annotator, h.span_start, h.span_end, h.uuid,
               (SELECT json_group_array(code) FROM highlight_codes hc WHERE hc.highlight = h.id),
               (SELECT group_concat(uuid, ' ') FROM (
                    SELECT c.uuid FROM highlight_codes hc JOIN codes c ON c.id = hc.code
                    WHERE hc.highlight = h.id ORDER BY c.uuid))
        FROM highlights h JOIN articles a ON a.id = h.article
        WHERE a.binned IS NULL AND h.annotator IN (SELECT value FROM json_each(?1))
          AND (?2 IS NULL OR h.article IN (SELECT value FROM json_each(?2)))
        ORDER BY h.article, h.span_start, h.id
        """,
        (json.dumps(list(annotators)), None if articles is None else json.dumps(list(articles))),
    )
    found: defaultdict[ArticleId, list[Mark]] = defaultdict(list)
    for number, article, annotator, start, end, uuid, codes, names in rows:
        mark = Mark(
            id=HighlightId(number),
            annotator=AnnotatorId(annotator),
            span=Span(start, end),
            codes=frozenset(map(CodeId, json.loads(codes))),
            state=f"{uuid} {start} {end} {names or ''}",
        )
        found[ArticleId(article)].append(mark)
    return found


def titles(db: Db, articles: Sequence[ArticleId]) -> dict[ArticleId, str]:
    """Return by what articles are called in lists."""
    rows = db.rows(
        "SELECT id, coalesce(nullif(shown_headline, ''), first_words), shown_source FROM articles"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    return {
        ArticleId(number): f"{source}: {title}" if source else title
        for number, title, source in rows
    }
