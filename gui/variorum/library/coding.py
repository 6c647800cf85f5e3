"""Find words in many articles, and give all of them a code at once."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from variorum.annotations.seeking import Seeker
from variorum.ids import AnnotatorId, ArticleId, CodeId, HighlightId, StoryId
from variorum.library.annotations import add_highlight
from variorum.library.connection import Db
from variorum.progress import Tick, no_tick
from variorum.text import Span

AROUND = 60
"""Code points before and after what was found."""
MOST = 5_000
"""Places that one search brings: more than a person looks through."""
_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Place:
    """Hold words that were found, with what stands around them."""

    article: ArticleId
    span: Span
    before: str
    words: str
    after: str
    title: str
    source: str
    has_code: bool = False
    """A highlight of these very words has the code already."""


@dataclass(frozen=True, slots=True)
class FoundPlaces:
    """Hold the places that a search found."""

    places: tuple[Place, ...]
    articles: int
    """How many articles were looked through."""
    more: bool = False
    """The search stopped at as many as it brings."""


def articles_of(db: Db, stories: Sequence[StoryId] | None) -> list[ArticleId]:
    """Return the articles of stories, of all of them for None; those in the bin are left out."""
    asked = "" if stories is None else "AND m.story IN (SELECT value FROM json_each(?))"
    rows = db.rows(
        "SELECT a.id FROM articles a JOIN members m ON m.article = a.id"
        f" WHERE a.binned IS NULL {asked} ORDER BY m.story, a.id",
        () if stories is None else (json.dumps(list(stories)),),
    )
    return [ArticleId(row[0]) for row in rows]


def find_places(
    db: Db, seeker: Seeker, articles: Sequence[ArticleId], *, code: CodeId, tick: Tick = no_tick
) -> FoundPlaces:
    """Look through articles in their order; stopped by `tick`."""
    found: list[Place] = []
    for start in range(0, len(articles), _AT_ONCE):
        tick(start, len(articles))
        for place in _in(db, seeker, articles[start : start + _AT_ONCE], code):
            if len(found) == MOST:
                return FoundPlaces(tuple(found), len(articles), more=True)
            found.append(place)
    tick(len(articles), len(articles))
    return FoundPlaces(tuple(found), len(articles))


def _in(db: Db, seeker: Seeker, articles: Sequence[ArticleId], code: CodeId) -> Iterator[Place]:
    wanted = json.dumps(list(articles))
    coded = {
        (article, Span(start, end))
        for article, start, end in db.rows(
            "SELECT h.article, h.span_start, h.span_end FROM highlights h"
            " JOIN highlight_codes hc ON hc.highlight = h.id"
            " WHERE hc.code = ? AND h.article IN (SELECT value FROM json_each(?))",
            (code, wanted),
        )
    }
    rows = db.rows(
        """
        SELECT a.id, t.text, coalesce(nullif(a.shown_headline, ''), a.first_words),
               coalesce(a.shown_source, '')
        FROM json_each(?) wanted JOIN articles a ON a.id = wanted.value
             JOIN texts t ON t.article = a.id ORDER BY wanted.key
        """,
        (wanted,),
    )
    for article, text, title, source in rows:
        for span in seeker.places(text):
            yield Place(
                article=ArticleId(article),
                span=span,
                before=text[max(0, span.start - AROUND) : span.start],
                words=span.of(text),
                after=text[span.end : span.end + AROUND],
                title=title,
                source=source,
                has_code=(article, span) in coded,
            )


def code_places(
    db: Db, places: Sequence[tuple[ArticleId, Span]], *, code: CodeId, annotator: AnnotatorId
) -> int:
    """Give words a code; return how many. A highlight of the same words and person is not doubled."""
    for article, span in places:
        there = db.value(
            "SELECT id FROM highlights WHERE article = ? AND span_start = ? AND span_end = ?"
            " AND annotator = ? ORDER BY id LIMIT 1",
            (article, span.start, span.end, annotator),
        )
        if there is None:
            add_highlight(db, article=article, span=span, annotator=annotator, codes=[code])
        else:
            db.write(
                "INSERT INTO highlight_codes (highlight, code) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (HighlightId(there), code),
            )
    return len(places)
