"""How versions differ from their base, by class, for whoever asks for stories by that."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from variorum.collation.values import VariantClass
from variorum.ids import ArticleId
from variorum.library.connection import Db

_COLUMNS = tuple(VariantClass)


class Uncompared(NamedTuple):
    """Name a version of which it is not known how it differs."""

    base: ArticleId
    version: ArticleId


def keep_differing(
    db: Db, base: ArticleId, version: ArticleId, by_class: Mapping[VariantClass, int]
) -> None:
    """Keep how many differences of each class a version has, in the place of earlier figures."""
    columns = ", ".join(_COLUMNS)
    places = ", ".join("?" * len(_COLUMNS))
    db.write(
        f"""
        INSERT OR REPLACE INTO differing (base, version, {columns})
        SELECT ?, ?, {places} WHERE (SELECT count(*) FROM articles WHERE id IN (?, ?)) = 2
        """,
        (base, version, *(by_class.get(kind, 0) for kind in _COLUMNS), base, version),
    )


def uncompared(db: Db) -> Sequence[Uncompared]:
    """Return the versions that were never compared with the base of their story; the bin is left out."""
    rows = db.rows(
        """
        SELECT i.base, m.article FROM story_index i
            JOIN members m ON m.story = i.story AND m.article <> i.base
            LEFT JOIN differing d ON d.version = m.article AND d.base = i.base
        WHERE i.versions > 1 AND d.version IS NULL
            AND m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
        ORDER BY m.story, m.article
        """
    )
    return [Uncompared(ArticleId(base), ArticleId(version)) for base, version in rows]
