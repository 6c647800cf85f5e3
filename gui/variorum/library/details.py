"""Keep the standard fields of a wire item beside its article; they are never changed."""

import json
from collections.abc import Sequence

from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.detail_fields import from_json, searched, to_json
from variorum.library.folding import fold
from variorum.text import NO_DETAILS, Details


def add_details(db: Db, article: ArticleId, *, slug: str | None, details: Details) -> None:
    """Keep an article's details, where it has any; its slug is searched with them."""
    words = "\n".join(value for *_, value in searched(slug, details))
    if not words and details == NO_DETAILS:
        return
    db.write(
        "INSERT INTO details (article, fields, words, search_words) VALUES (?, ?, ?, ?)",
        (article, to_json(details), words, fold(words)),
    )


def details_of(db: Db, ids: Sequence[ArticleId]) -> dict[ArticleId, Details]:
    """Return the details of articles; those that have none are left out."""
    rows = db.rows(
        "SELECT article, fields FROM details WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {ArticleId(article): from_json(fields) for article, fields in rows}


def index_new_details(db: Db) -> None:
    """Put what was added into the full-text index of details."""
    db.write("UPDATE details SET indexed = 1 WHERE NOT indexed")
