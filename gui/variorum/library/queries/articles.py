"""Questions about articles: the text, what was read from it, the bytes, what is known already."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from variorum.errors import UsageError
from variorum.ids import ArticleId, StoryId
from variorum.library.article_rows import load_articles
from variorum.library.connection import Db
from variorum.library.detail_fields import from_json
from variorum.library.ids import ImportId
from variorum.library.moments import instant, moment_from_text
from variorum.library.preparing import inflated
from variorum.library.queries.rows import AsRead, KindByHand, Received, StoredArticle
from variorum.text import Article, PassageKind, Problem, ProblemKind, PublishedFrom


def article(db: Db, article_id: ArticleId) -> Article:
    """Return an article with what a person corrected."""
    found = load_articles(db, [article_id])
    if article_id not in found:
        raise UsageError("The article is not in this library.")
    return found[article_id]


def articles(db: Db, ids: Sequence[ArticleId]) -> list[Article]:
    """Return several articles at once, in the order asked for."""
    found = load_articles(db, ids)
    if not found.keys() >= set(ids):
        raise UsageError("An article is not in this library.")
    return [found[article_id] for article_id in ids]


def stored_article(db: Db, article_id: ArticleId) -> StoredArticle:
    """Return an article with all that the library knows of it."""
    row = db.row(
        """
        SELECT m.story, a.headline, a.source, a.published, a.published_from, a.import, a.origin,
               a.file_index, a.format, a.encoding, a.problems, a.text_sha256, a.added, a.binned,
               d.fields
        FROM articles a JOIN members m ON m.article = a.id
             LEFT JOIN details d ON d.article = a.id
        WHERE a.id = ?
        """,
        (article_id,),
    )
    if row is None:
        raise UsageError("The article is not in this library.")
    read = article(db, article_id)
    return _stored(article_id, row, read, kinds_by_hand(db, [article_id]))


def _stored(
    article_id: ArticleId, row: tuple[Any, ...], read: Article, by_hand: Sequence[KindByHand]
) -> StoredArticle:
    story, headline, source, published, published_from, import_id, origin, index, *rest = row
    kind, encoding, problems, sha256, added, binned, fields = rest
    return StoredArticle(
        id=article_id,
        story=StoryId(story),
        article=read,
        as_read=AsRead(
            headline=headline,
            source=source,
            published=moment_from_text(published),
            published_from=PublishedFrom(published_from) if published_from else None,
        ),
        import_id=ImportId(import_id),
        origin=origin,
        index=index,
        format=kind,
        encoding=encoding,
        problems=tuple(Problem(ProblemKind(name), detail) for name, detail in json.loads(problems)),
        text_sha256=sha256,
        added=instant(added),
        binned=instant(binned) if binned else None,
        details=from_json(fields),
        by_hand=tuple(by_hand),
    )


def kinds_by_hand(db: Db, ids: Sequence[ArticleId]) -> list[KindByHand]:
    """Return the passages of articles whose kind a person chose, as they stand in the texts."""
    rows = db.rows(
        "SELECT article, number, kind_by_hand, kind FROM passages WHERE kind_by_hand IS NOT NULL"
        " AND article IN (SELECT value FROM json_each(?)) ORDER BY article, number",
        (json.dumps(list(ids)),),
    )
    return [
        KindByHand(ArticleId(article_id), number, PassageKind(kind), PassageKind(as_read))
        for article_id, number, kind, as_read in rows
    ]


def received(db: Db, article_id: ArticleId) -> Received:
    """Return the bytes of an article as they came, with their hash."""
    row = db.row(
        "SELECT r.deflated, r.sha256, a.encoding, t.text FROM received r"
        " JOIN articles a ON a.id = r.article JOIN texts t ON t.article = r.article"
        " WHERE r.article = ?",
        (article_id,),
    )
    if row is None:
        raise UsageError("The article is not in this library.")
    deflated, sha256, encoding, text = row
    return Received(text.encode(encoding) if deflated is None else inflated(deflated, text), sha256)


def story_of(db: Db, article_id: ArticleId) -> StoryId:
    """Return the story that an article is a version of."""
    found = db.value("SELECT story FROM members WHERE article = ?", (article_id,))
    if found is None:
        raise UsageError("The article is not in this library.")
    return StoryId(found)


def find_texts(db: Db, hashes: Sequence[str]) -> dict[str, list[ArticleId]]:
    """Return the articles of exactly these texts, by their SHA-256, what is in the bin left out."""
    rows = db.rows(
        "SELECT text_sha256, id FROM articles WHERE binned IS NULL"
        " AND text_sha256 IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(hashes)),),
    )
    found: defaultdict[str, list[ArticleId]] = defaultdict(list)
    for text_sha256, number in rows:
        found[text_sha256].append(ArticleId(number))
    return dict(found)


def find_origins(db: Db, places: Sequence[tuple[str, int]]) -> dict[tuple[str, int], ArticleId]:
    """Return the article that came last from each origin and place in it, the bin left out."""
    rows = db.rows(
        """
        SELECT a.origin, a.file_index, max(a.id)
        FROM json_each(?) p CROSS JOIN articles a
             ON a.origin = json_extract(p.value, '$[0]')
             AND a.file_index = json_extract(p.value, '$[1]')
        WHERE a.binned IS NULL GROUP BY p.key
        """,
        (json.dumps(places),),
    )
    return {(origin, index): ArticleId(number) for origin, index, number in rows}


def binned(db: Db) -> list[ArticleId]:
    """Return the articles in the bin, the last thrown away first."""
    rows = db.rows("SELECT id FROM articles WHERE binned IS NOT NULL ORDER BY binned DESC, id DESC")
    return [ArticleId(row[0]) for row in rows]


def last_import(db: Db) -> ImportId | None:
    """Return the last import of which something is left, the bin left out."""
    found = db.value(
        "SELECT import FROM articles WHERE binned IS NULL ORDER BY import DESC LIMIT 1"
    )
    return None if found is None else ImportId(found)


def articles_of_import(db: Db, import_id: ImportId) -> list[ArticleId]:
    """Return what an import brought, the bin left out."""
    rows = db.rows(
        "SELECT id FROM articles WHERE import = ? AND binned IS NULL ORDER BY id", (import_id,)
    )
    return [ArticleId(row[0]) for row in rows]


def article_count(db: Db) -> int:
    """Count the articles that are not in the bin."""
    return db.value("SELECT coalesce(sum(versions), 0) FROM story_index")


def all_articles(db: Db) -> list[ArticleId]:
    """Return every article that is not in the bin, in the order they came."""
    return [
        ArticleId(row[0])
        for row in db.rows("SELECT id FROM articles WHERE binned IS NULL ORDER BY id")
    ]
