"""Turn an article into rows and rows into an article."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from variorum.library.connection import Db
from variorum.library.lineages import from_json
from variorum.library.moments import moment_from_text, partial_from_text
from variorum.stories.fingerprints import texts_of
from variorum.text import (
    STORY_KINDS,
    Article,
    Dateline,
    Moment,
    PartialDate,
    Passage,
    PassageKind,
    PublishedFrom,
    Span,
)

FIRST_WORDS = 120
"""How many code points of its text stand for a headline that is missing."""

KIND_OF = {kind.value: kind for kind in PassageKind}
"""The kind that a row names; asking the enumeration takes ten times as long."""

_OF_STORIES = ", ".join(f"'{kind}'" for kind in sorted(STORY_KINDS))

_COLUMNS = """
    a.id, t.text, a.shown_headline, a.slug, a.byline, a.dateline_start, a.dateline_end,
    a.dateline_place, a.dateline_credit, a.dateline_date, a.shown_published, a.published_from,
    a.shown_source, a.language, a.lineage,
    EXISTS (SELECT 1 FROM decisions d WHERE d.article = a.id AND d.kind = 'published')
"""

_STORY_TEXTS = f"""
    SELECT a.id, t.text, a.dateline_end, a.shown_published, a.dateline_date,
           (SELECT group_concat(words_start || ' ' || words_end, ' ')
            FROM (SELECT words_start, words_end FROM passages p
                  WHERE p.article = a.id AND coalesce(p.kind_by_hand, p.kind) IN ({_OF_STORIES})
                  ORDER BY p.number))
    FROM articles a JOIN texts t ON t.article = a.id
    WHERE a.id IN (SELECT value FROM json_each(?))
"""


def load_articles(db: Db, ids: Iterable[int]) -> dict[int, Article]:
    """Return articles by id, what a person corrected applied; unknown ids are left out."""
    wanted = (json.dumps(list(ids)),)
    rows = db.rows(
        f"SELECT {_COLUMNS} FROM articles a JOIN texts t ON t.article = a.id"
        " WHERE a.id IN (SELECT value FROM json_each(?))",
        wanted,
    )
    passages = _load_passages(db, wanted)
    return {row[0]: article_from(row, passages[row[0]]) for row in rows}


@dataclass(frozen=True, slots=True)
class StoryText:
    """Hold the text of an article's story and when it was published: what is compared first."""

    passages: Sequence[str]
    published: Moment | None
    dated: PartialDate | None
    """What its dateline says of the day."""


def load_story_texts(db: Db, ids: Iterable[int]) -> dict[int, StoryText]:
    """Return the stories' texts of articles by id, what a person corrected applied."""
    rows = db.rows(_STORY_TEXTS, (json.dumps(list(ids)),))
    return {number: _story_text(*rest) for number, *rest in rows}


def _story_text(
    text: str, after: int | None, published: str | None, dated: str | None, spans: str | None
) -> StoryText:
    numbers = list(map(int, (spans or "").split()))
    told = texts_of(text, zip(numbers[::2], numbers[1::2], strict=True), after=after or 0)
    return StoryText(tuple(told), moment_from_text(published), partial_from_text(dated))


def _load_passages(db: Db, wanted: tuple[str]) -> dict[int, list[Passage]]:
    found: defaultdict[int, list[Passage]] = defaultdict(list)
    for article, kind, start, end, first, last, confidence in db.rows(
        """
        SELECT article, coalesce(kind_by_hand, kind), tile_start, tile_end,
               words_start, words_end, confidence
        FROM passages WHERE article IN (SELECT value FROM json_each(?))
        ORDER BY article, number
        """,
        wanted,
    ):
        passage = Passage(KIND_OF[kind], Span(start, end), Span(first, last), confidence)
        found[article].append(passage)
    return found


def article_from(row: Sequence[Any], passages: Sequence[Passage]) -> Article:
    """Return the article of a row as `load_articles` asks for it, with its passages."""
    _, text, headline, slug, byline, start, end, place, credit, date, *rest = row
    published, published_from, source, language, lineage, corrected = rest
    dateline = None
    if start is not None:
        dateline = Dateline(Span(start, end), place, credit, partial_from_text(date))
    read_from = PublishedFrom(published_from) if published_from else None
    return Article(
        text=text,
        passages=tuple(passages),
        headline=headline,
        slug=slug,
        byline=byline,
        dateline=dateline,
        published=moment_from_text(published),
        published_from=PublishedFrom.HAND if corrected else read_from,
        source=source,
        language=language,
        lineage=from_json(lineage),
    )


def story_words(article: Article) -> int:
    """Count the words of an article's story passages."""
    return sum(len(article.words_of(p).split()) for p in article.passages if p.kind.is_story)


def first_words(article: Article) -> str:
    """Return what stands for a headline in lists: the first paragraph's words after its dateline."""
    paragraphs = (p for p in article.passages if p.kind is PassageKind.PARAGRAPH)
    passage = next(paragraphs, article.passages[0] if article.passages else None)
    if passage is None:
        return ""
    # Enough for the words wanted, whatever white space stands between them.
    first = passage.words.start
    if article.dateline is not None and passage.words.covers(article.dateline.span):
        first = article.dateline.span.end
    start = article.text[first : passage.words.end][: FIRST_WORDS * 4]
    words = " ".join(start.split())
    return words if len(words) <= FIRST_WORDS else words[:FIRST_WORDS].rsplit(" ", 1)[0] + "…"
