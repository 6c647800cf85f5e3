"""The names that articles and highlights carry: sources, places, codes; few, whatever the size."""

from variorum.library.connection import Db
from variorum.library.matching import Term


def sources_that_fit(db: Db, term: Term) -> list[str]:
    """Return the sources in whose name a term stands."""
    return _that_fit(db, "shown_source", term)


def places_that_fit(db: Db, term: Term) -> list[str]:
    """Return the places of datelines in whose name a term stands, as printed."""
    return _that_fit(db, "dateline_place", term)


def codes_that_fit(db: Db, term: Term) -> list[int]:
    """Return the codes in whose name or memo a term stands."""
    rows = db.rows("SELECT id, name, memo FROM codes ORDER BY position, id")
    return [code for code, name, memo in rows if term.fits(name) or term.fits(memo)]


def _that_fit(db: Db, column: str, term: Term) -> list[str]:
    # A step of the index for each name: `SELECT DISTINCT` would read the whole of it.
    rows = db.rows(
        f"""
        WITH RECURSIVE names (name) AS (
            SELECT min({column}) FROM articles WHERE {column} IS NOT NULL
            UNION ALL
            SELECT (SELECT min({column}) FROM articles WHERE {column} > names.name)
            FROM names WHERE names.name IS NOT NULL
        )
        SELECT name FROM names WHERE name IS NOT NULL
        """
    )
    return [name for (name,) in rows if term.fits(name)]
