"""What a person decided, kept apart from what was read, so that no rule overrules it."""

from enum import StrEnum

from variorum.ids import AnnotatorId, ArticleId
from variorum.library.connection import Db
from variorum.library.moments import new_uuid, now


class Field(StrEnum):
    """Name what of an article can be corrected by hand."""

    SOURCE = "source"
    PUBLISHED = "published"
    HEADLINE = "headline"


class Pairing(StrEnum):
    """Say what was decided about two articles."""

    TOGETHER = "together"
    APART = "apart"


def decide_field(
    db: Db, field: Field, *, article: ArticleId, value: str | None, annotator: AnnotatorId
) -> None:
    """Record a corrected field; the last correction stands."""
    _record(db, field, article=article, other=None, value=value, annotator=annotator)


def decide_base(db: Db, *, article: ArticleId, annotator: AnnotatorId) -> None:
    """Record that an article was chosen as a base."""
    _record(db, "base", article=article, other=None, value=None, annotator=annotator)


def decide_pair(
    db: Db, pairing: Pairing, *, first: ArticleId, second: ArticleId, annotator: AnnotatorId
) -> None:
    """Record that two articles are versions of one story, or are not."""
    low, high = sorted((first, second))
    db.write(
        "DELETE FROM decisions WHERE article = ? AND other = ? AND kind IN ('together', 'apart')",
        (low, high),
    )
    _record(db, pairing, article=low, other=high, value=None, annotator=annotator)


def _record(
    db: Db,
    kind: str,
    *,
    article: ArticleId,
    other: ArticleId | None,
    value: str | None,
    annotator: AnnotatorId,
) -> None:
    db.write(
        "DELETE FROM decisions WHERE article = ? AND kind = ? AND coalesce(other, 0) = ?",
        (article, kind, other or 0),
    )
    db.write(
        """
        INSERT INTO decisions (uuid, kind, article, other, value, annotator, made)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (new_uuid(), kind, article, other, value, annotator, now()),
    )


def kept_apart(db: Db, article: ArticleId) -> frozenset[ArticleId]:
    """Return the articles that a person said are no versions of this one."""
    rows = db.rows(
        "SELECT other FROM decisions WHERE kind = 'apart' AND article = ?"
        " UNION SELECT article FROM decisions WHERE kind = 'apart' AND other = ?",
        (article, article),
    )
    return frozenset(ArticleId(row[0]) for row in rows)
