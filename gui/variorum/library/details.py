"""Keep the standard fields of a wire item beside its article; they are never changed."""

import json
from collections.abc import Sequence

from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.detail_fields import from_json
from variorum.text import Details


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
