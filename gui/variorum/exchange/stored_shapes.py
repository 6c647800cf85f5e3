"""The shape of an article as a library keeps it: what `parse` prints, and what came since."""

import json
from collections.abc import Iterator, Sequence
from typing import TypedDict

from variorum.exchange.json_shapes import ArticleShape, article_shape
from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.queries.articles import stored_article
from variorum.library.queries.rows import StoredArticle
from variorum.progress import Tick, no_tick
from variorum.text import Imported


class KindShape(TypedDict):
    """A passage, by its number from 0, whose kind a person chose."""

    passage: int
    kind: str
    as_read: str


class AsReadShape(TypedDict):
    """What was read where a person may have corrected it."""

    headline: str | None
    source: str | None
    published: str | None
    published_from: str | None


class StoredShape(ArticleShape):
    """An article of a library; `file` is its origin."""

    article: int
    story: int
    added: str
    text_sha256: str
    kinds_by_hand: list[KindShape]
    as_read: AsReadShape


def stored_shape(stored: StoredArticle) -> StoredShape:
    """Shape an article with all that its library knows of it, marks aside."""
    imported = Imported(
        stored.article,
        origin=stored.origin,
        received=b"",
        encoding=stored.encoding,
        format=stored.format,
        index=stored.index,
        problems=stored.problems,
        details=stored.details,
    )
    read = stored.as_read
    return {
        **article_shape(imported, file=stored.origin),
        "article": stored.id,
        "story": stored.story,
        "added": stored.added.isoformat(),
        "text_sha256": stored.text_sha256,
        "kinds_by_hand": [
            {"passage": one.passage, "kind": one.kind, "as_read": one.as_read}
            for one in stored.by_hand
        ],
        "as_read": {
            "headline": read.headline,
            "source": read.source,
            "published": read.published.isoformat() if read.published else None,
            "published_from": read.published_from,
        },
    }


def article_lines(db: Db, ids: Sequence[ArticleId], *, tick: Tick = no_tick) -> Iterator[str]:
    """Yield articles as JSON Lines, an object an article."""
    for done, article in enumerate(ids):
        tick(done, len(ids))
        yield json.dumps(stored_shape(stored_article(db, article)), ensure_ascii=False) + "\n"
    tick(len(ids), len(ids))
