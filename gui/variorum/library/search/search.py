"""Find words in texts, headlines, sources, notes, quotations, codes and details; say where."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, count, zip_longest

from variorum.ids import ArticleId, NoteId, StoryId
from variorum.library.connection import Db
from variorum.library.detail_fields import Detail, from_json, searched
from variorum.library.search.asked import Asked, asked_of
from variorum.library.search.conditions import Condition
from variorum.library.search.names import codes_that_fit, sources_that_fit
from variorum.library.search.snippets import Marks, Snippet, densest, snippet
from variorum.text import Span


class FoundIn(StrEnum):
    """Say where a query's words stand."""

    TEXT = "text"
    HEADLINE = "headline"
    SOURCE = "source"
    NOTE = "note"
    """A note on a highlight."""
    VARIANT_NOTE = "variant_note"
    ARTICLE_NOTE = "article_note"
    STORY_NOTE = "story_note"
    QUOTATION = "quotation"
    CODE = "code"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Hit:
    """Hold a text, a note, a highlight that matches, and where."""

    kind: FoundIn
    article: ArticleId
    """The article that shows it; for a note on a story its base."""
    story: StoryId
    span: Span
    """Where in the article: a match, or the words that are marked; empty at 0 for none."""
    shown: Snippet
    spans: tuple[Span, ...] = ()
    """All matches in the article's text."""
    label: str = ""
    """The name of the code that matched, or of the column of a corpus."""
    detail: Detail | None = None
    """Which of the details matched."""
    note: NoteId | None = None
    """Which note matched."""

    @property
    def snippet(self) -> str:
        """Return the words around, white space drawn together."""
        return self.shown.text

    @property
    def start(self) -> int:
        """Return the match's start."""
        return self.span.start

    @property
    def end(self) -> int:
        """Return the match's end."""
        return self.span.end


def search_all(
    db: Db, query: str, *, within: str = "", limit: int = 50, complete_last: bool = True
) -> list[Hit]:
    """Return what matches in all kinds of words, the best first; `limit` of each kind.

    The language of the query is that of `query_language`; what cannot be understood of it finds
    nothing. `within` is a query whose versions alone are searched. With `complete_last` false
    the last word is taken as a beginning, for a field that is being typed in. Where more than a
    thousand texts have the words, the newest are ranked; where beginnings are asked for, the
    newest come as they stand.
    """
    with db.snapshot():
        asked = asked_of(db, query, within=within, complete_last=complete_last)
        if asked.is_empty:
            return []
        if asked.words is None:
            return versions_alone(db, asked, limit)
        kinds = [find(db, asked, limit) for find in _FINDERS]
    return [hit for hit in chain.from_iterable(zip_longest(*kinds)) if hit is not None]


def search(db: Db, query: str, *, limit: int = 50) -> list[Hit]:
    """Return the articles that a query asks for, the best first; what is in the bin is left out.

    Any input is safe; text without a word finds nothing.
    """
    asked = asked_of(db, query)
    return _in_articles(db, asked, limit) if asked.words is not None else []


_ARTICLE = """
    SELECT a.id, m.story, t.text, coalesce(a.shown_headline, ''),
           highlight(article_words, 0, ?, ?), coalesce(highlight(article_words, 1, ?, ?), '')
    FROM article_words
        JOIN articles a ON a.id = article_words.rowid
        JOIN members m ON m.article = a.id
        JOIN texts t ON t.article = a.id
    WHERE article_words MATCH ? AND article_words.rowid >= ? AND a.binned IS NULL AND {where}
    ORDER BY {order} LIMIT ?
"""
# To rank what does not meet a query's fields would be most of the work.
_BEST = """
    SELECT m.article FROM article_words CROSS JOIN members m ON m.article = article_words.rowid
    WHERE article_words MATCH ? AND article_words.rowid >= ? AND {where}
        AND m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
    ORDER BY bm25(article_words) LIMIT ?
"""
_OF_SOURCES = """
    m.article IN (SELECT id FROM articles WHERE shown_source IN (SELECT value FROM json_each(?)))
"""
# The sign keeps the engine from looking into the other tables before it has looked here.
_AMONG_BEST = "+article_words.rowid IN (SELECT value FROM json_each(?))"
# To gather the texts of a beginning is most of the work, and is done once for each question: this
# one tells which are the newest, whether they are many, and where the words stand in the first.
_COMING = """
    SELECT article_words.rowid, CASE WHEN is_shown()
        THEN highlight(article_words, 0, ?, ?) || ? || coalesce(highlight(article_words, 1, ?, ?), '')
        END
    FROM article_words JOIN members m ON m.article = article_words.rowid
    WHERE article_words MATCH ? AND {where}
        AND m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
    ORDER BY article_words.rowid DESC LIMIT ?
"""
_SHOWN = """
    SELECT a.id, m.story, t.text, coalesce(a.shown_headline, '')
    FROM articles a JOIN members m ON m.article = a.id JOIN texts t ON t.article = a.id
    WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id DESC
"""
_NEWEST = "article_words.rowid DESC"
_RANKED = 1000
"""Of so many texts the best are looked for: where more have the words, of the newest. To rank
20,000 takes 40 ms, 1,000 of them 8 ms (measured)."""


def _oldest_ranked(db: Db, asked: Asked, expression: str, *, index: str = "article_words") -> int:
    """Return the oldest article among the newest that have the words; 0 where they are fewer."""
    where, values = asked.where
    joined = "" if asked.is_anywhere else f"JOIN members m ON m.article = {index}.rowid"
    row = db.row(
        f"""
        SELECT {index}.rowid FROM {index} {joined} WHERE {index} MATCH ? AND {where}
        ORDER BY {index}.rowid DESC LIMIT 1 OFFSET ?
        """,
        (expression, *values, _RANKED),
    )
    return row[0] if row else 0


def versions_alone(db: Db, asked: Asked, limit: int) -> list[Hit]:
    """Return the versions that meet a query which asks for no words, those that came last first."""
    where, values = asked.where
    rows = db.rows(
        f"""
        SELECT a.id, m.story, coalesce(a.shown_headline, a.first_words)
        FROM members m JOIN articles a ON a.id = m.article
        WHERE a.binned IS NULL AND {where} ORDER BY m.article DESC LIMIT ?
        """,
        (*values, limit),
    )
    return [
        Hit(FoundIn.HEADLINE, ArticleId(article), StoryId(story), Span(0, 0), snippet(title, ()))
        for article, story, title in rows
    ]


def _in_articles(db: Db, asked: Asked, limit: int) -> list[Hit]:
    expression = asked.words
    if expression is None:
        return []
    hits = _in_words(db, asked, expression, limit)
    left = limit - len(hits)
    return [*hits, *by_source(db, asked, {hit.article for hit in hits}, left)] if left else hits


def _in_words(
    db: Db, asked: Asked, expression: str, limit: int, *, sources: Sequence[str] | None = None
) -> list[Hit]:
    """Return the articles with all words of an expression, of some sources or of any."""
    marks = Marks()
    ends = (marks.opening, marks.closing)
    where, values = asked.where
    since = 0
    if sources is not None:
        where = f"{where} AND {_OF_SOURCES}"
        values = (*values, json.dumps(sources))
    elif asked.has_beginnings:
        newest = _newest(db, asked, expression, limit)
        if newest:
            return newest
    else:
        since = _oldest_ranked(db, asked, expression)
    order = "rank"
    best: list[int] = []
    if sources is not None or not asked.is_anywhere:
        best = _best(db, expression, Condition(where, values), since=since, limit=limit)
        where, values = _AMONG_BEST, (json.dumps(best),)
        since, order = min(best, default=0), _NEWEST
    sql = _ARTICLE.format(where=where, order=order)
    rows = db.rows(sql, (*ends, *ends, expression, since, *values, limit))
    if best:
        rows.sort(key=lambda row: best.index(row[0]))
    return [
        _article_hit(
            ArticleId(article),
            StoryId(story),
            (text, marks.spans_in(text, marked, asked.typed)),
            (headline, marks.spans_in(headline, headed, asked.typed)),
        )
        for article, story, text, headline, marked, headed in rows
    ]


def _newest(db: Db, asked: Asked, expression: str, limit: int) -> list[Hit]:
    """Return the newest articles with all words, where they are more than are ranked; else none."""
    marks = Marks()
    ends, parting = (marks.opening, marks.closing), marks.opening * 2
    where, values = asked.where
    places = count(1)
    db.define("is_shown", lambda: next(places) <= limit)
    sql = _COMING.format(where=where)
    found = db.rows(sql, (*ends, parting, *ends, expression, *values, _RANKED + 1))
    if len(found) <= _RANKED:
        return []
    marked: dict[int, str] = dict(found[:limit])
    return [
        _article_hit(
            ArticleId(article),
            StoryId(story),
            (text, marks.spans_in(text, marked[article].partition(parting)[0], asked.typed)),
            (
                headline,
                marks.spans_in(headline, marked[article].partition(parting)[2], asked.typed),
            ),
        )
        for article, story, text, headline in db.rows(_SHOWN, (json.dumps(list(marked)),))
    ]


def _best(db: Db, expression: str, condition: Condition, *, since: int, limit: int) -> list[int]:
    """Return the best articles of those that meet a condition; nothing else is ranked."""
    sql = _BEST.format(where=condition.sql)
    rows = db.rows(sql, (expression, since, *condition.values, limit))
    return [article for (article,) in rows]


def _article_hit(
    article: ArticleId,
    story: StoryId,
    text: tuple[str, list[Span]],
    headline: tuple[str, list[Span]],
) -> Hit:
    words, spans = text
    if spans:
        shown = snippet(words, spans)
        return Hit(FoundIn.TEXT, article, story, densest(spans), shown, tuple(spans))
    return Hit(FoundIn.HEADLINE, article, story, Span(0, 0), snippet(*headline))


def by_source(db: Db, asked: Asked, known: set[ArticleId], limit: int) -> Iterator[Hit]:
    """Yield the articles whose source has some of the words, and whose text has the others."""
    fitting = {term: frozenset(sources_that_fit(db, term)) for term in asked.terms}
    of_source = [term for term in asked.terms if fitting[term]]
    if not of_source:
        return
    names = sorted(frozenset[str].intersection(*(fitting[term] for term in of_source)))
    rest = " AND ".join(term.expression or "" for term in asked.terms if not fitting[term])
    if rest:
        hits = _in_words(db, asked, rest, limit + len(known), sources=names)
        yield from [hit for hit in hits if hit.article not in known][:limit]
        return
    where, values = asked.where
    rows = db.rows(
        f"""
        SELECT a.id, m.story, a.shown_source, coalesce(a.shown_headline, a.first_words)
        FROM articles a JOIN members m ON m.article = a.id
        WHERE a.shown_source IN (SELECT value FROM json_each(?)) AND a.binned IS NULL AND {where}
        ORDER BY a.shown_published DESC, a.id DESC LIMIT ?
        """,
        (json.dumps(names), *values, limit + len(known)),
    )
    for article, story, source, title in rows:
        if article not in known:
            shown = Snippet(f"{source}: {title}", (Span(0, len(source)),))
            yield Hit(FoundIn.SOURCE, ArticleId(article), StoryId(story), Span(0, 0), shown)


# A variant's note opens at the end that stands beside the base, whichever that is now.
_NOTE = """
    SELECT n.id, n.text, highlight(note_words, 0, ?, ?), n.highlight IS NOT NULL,
           n.article IS NOT NULL, n.story IS NOT NULL, a.id, m.story,
           coalesce(h.span_start, iif(a.id = n.base_article, n.base_start, n.version_start), 0),
           coalesce(h.span_end, iif(a.id = n.base_article, n.base_end, n.version_end), 0)
    FROM note_words
        JOIN notes n ON n.id = note_words.rowid
        LEFT JOIN highlights h ON h.id = n.highlight
        LEFT JOIN story_index i ON i.story = n.story
        LEFT JOIN story_index v ON v.base = n.version_article
        JOIN articles a ON a.id = coalesce(
            h.article, n.article, iif(v.versions > 1, n.base_article, n.version_article), i.base)
        JOIN members m ON m.article = a.id
    WHERE note_words MATCH ? AND a.binned IS NULL AND {where}
    ORDER BY rank LIMIT ?
"""

_QUOTATION = """
    SELECT h.exact, highlight(quotation_words, 0, ?, ?), a.id, m.story, h.span_start, h.span_end
    FROM quotation_words
        JOIN highlights h ON h.id = quotation_words.rowid
        JOIN articles a ON a.id = h.article
        JOIN members m ON m.article = a.id
    WHERE quotation_words MATCH ? AND a.binned IS NULL AND {where}
    ORDER BY rank LIMIT ?
"""


def in_notes(db: Db, asked: Asked, limit: int) -> list[Hit]:
    """Return the notes in which all words stand, the best first."""
    expression = asked.words
    if expression is None:
        return []
    marks = Marks()
    where, values = asked.where
    sql = _NOTE.format(where=where)
    rows = db.rows(sql, (marks.opening, marks.closing, expression, *values, limit))
    return [
        Hit(
            _kind_of_note(*kinds),
            ArticleId(article),
            StoryId(story),
            Span(start, end),
            snippet(words, marks.spans_in(words, marked, asked.typed)),
            note=NoteId(note),
        )
        for note, words, marked, *kinds, article, story, start, end in rows
    ]


def _kind_of_note(on_highlight: int, on_article: int, on_story: int) -> FoundIn:
    if on_highlight:
        return FoundIn.NOTE
    if on_article:
        return FoundIn.ARTICLE_NOTE
    return FoundIn.STORY_NOTE if on_story else FoundIn.VARIANT_NOTE


def in_quotations(db: Db, asked: Asked, limit: int) -> list[Hit]:
    """Return the highlights in whose words all stand, the best first."""
    expression = asked.words
    if expression is None:
        return []
    marks = Marks()
    where, values = asked.where
    sql = _QUOTATION.format(where=where)
    rows = db.rows(sql, (marks.opening, marks.closing, expression, *values, limit))
    return [
        Hit(
            FoundIn.QUOTATION,
            ArticleId(article),
            StoryId(story),
            Span(start, end),
            snippet(words, marks.spans_in(words, marked, asked.typed)),
        )
        for words, marked, article, story, start, end in rows
    ]


def in_codes(db: Db, asked: Asked, limit: int) -> list[Hit]:
    """Return the highlights that have a code in whose name or memo all words stand."""
    if not asked.terms:
        return []
    fitting = [frozenset(codes_that_fit(db, term)) for term in asked.terms]
    codes = frozenset[int].intersection(*fitting)
    where, values = asked.where
    rows = db.rows(
        f"""
        SELECT h.exact, c.name, a.id, m.story, h.span_start, h.span_end
        FROM codes c
            JOIN highlight_codes hc ON hc.code = c.id
            JOIN highlights h ON h.id = hc.highlight
            JOIN articles a ON a.id = h.article
            JOIN members m ON m.article = a.id
        WHERE c.id IN (SELECT value FROM json_each(?)) AND a.binned IS NULL AND {where}
        ORDER BY c.position, h.made DESC, h.id DESC LIMIT ?
        """,
        (json.dumps(sorted(codes)), *values, limit),
    )
    return [
        Hit(
            FoundIn.CODE,
            ArticleId(article),
            StoryId(story),
            Span(start, end),
            snippet(words, ()),
            label=name,
        )
        for words, name, article, story, start, end in rows
    ]


_DETAIL = """
    SELECT d.words, highlight(detail_words, 0, ?, ?), a.id, m.story, a.slug, d.fields
    FROM detail_words
        JOIN details d ON d.article = detail_words.rowid
        JOIN articles a ON a.id = d.article
        JOIN members m ON m.article = a.id
    WHERE detail_words MATCH ? AND detail_words.rowid >= ? AND a.binned IS NULL AND {where}
    ORDER BY rank LIMIT ?
"""


def _in_details(db: Db, asked: Asked, limit: int) -> list[Hit]:
    """Return the articles in whose details all words stand, with the field that has most."""
    expression = asked.words
    if expression is None:
        return []
    marks = Marks()
    where, values = asked.where
    since = _oldest_ranked(db, asked, expression, index="detail_words")
    sql = _DETAIL.format(where=where)
    rows = db.rows(sql, (marks.opening, marks.closing, expression, since, *values, limit))
    return [
        _detail_hit(
            ArticleId(article),
            StoryId(story),
            (words, marks.spans_in(words, marked, asked.typed)),
            searched(slug, from_json(fields)),
        )
        for words, marked, article, story, slug, fields in rows
    ]


def _detail_hit(
    article: ArticleId,
    story: StoryId,
    words: tuple[str, list[Span]],
    fields: Sequence[tuple[Detail, str, str]],
) -> Hit:
    line, spans = _line_with_most(*words)
    shown = snippet(line, spans)
    found = ((detail, column) for detail, column, value in fields if value == line)
    detail, column = next(found, (Detail.EXTRA, ""))
    return Hit(FoundIn.DETAIL, article, story, Span(0, 0), shown, label=column, detail=detail)


def _line_with_most(words: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return the line in which most matches stand, the first of equals, with its matches."""
    best, most, start = "", list[Span](), 0
    for line in words.split("\n"):
        whole = Span(start, start + len(line))
        inside = [span.shifted(-start) for span in spans if whole.covers(span)]
        if len(inside) > len(most) or not best:
            best, most = line, inside
        start = whole.end + 1
    return best, most


_FINDERS: Sequence[Callable[[Db, Asked, int], list[Hit]]] = (
    _in_articles,
    in_notes,
    in_quotations,
    in_codes,
    _in_details,
)
