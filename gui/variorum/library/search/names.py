"""The names that articles and highlights carry: sources, places, codes; few, whatever the size."""

from variorum.library.connection import Db
from variorum.library.search.matching import Term
from variorum.library.search.name_index import NameIndex

_INDEXED = {"shown_source", "dateline_place"}
"""The columns whose names an index holds in order."""


def sources_that_fit(db: Db, term: Term) -> list[str]:
    """Return the sources in whose name a term stands."""
    return _that_fit(db, "shown_source", term)


def places_that_fit(db: Db, term: Term) -> list[str]:
    """Return the places of datelines in whose name a term stands, as printed."""
    return _that_fit(db, "dateline_place", term)


def languages_that_fit(db: Db, term: Term) -> list[str]:
    """Return the languages of articles whose tag a term begins or is: "pt" finds "pt-BR"."""
    asked = term.words.casefold()
    return [
        tag
        for tag in _all_names(db, "language")
        if tag.casefold() == asked or tag.casefold().startswith(f"{asked}-")
    ]


def collections_that_fit(db: Db, term: Term) -> list[int]:
    """Return the collections in whose name a term stands."""
    rows = db.rows("SELECT id, name FROM lists WHERE kind = 'collection' ORDER BY position, id")
    return [number for number, name in rows if term.fits(name)]


def codes_that_fit(db: Db, term: Term) -> list[int]:
    """Return the codes in whose name or memo a term stands."""
    rows = db.rows("SELECT id, name, memo FROM codes ORDER BY position, id")
    return [code for code, name, memo in rows if term.fits(name) or term.fits(memo)]


def sources(db: Db) -> list[str]:
    """Return every source that the articles have."""
    return _all_names(db, "shown_source")


def places(db: Db) -> list[str]:
    """Return every place of a dateline, as printed."""
    return _all_names(db, "dateline_place")


def languages(db: Db) -> list[str]:
    """Return every language that the articles have."""
    return _all_names(db, "language")


def years(db: Db) -> list[str]:
    """Return every year in which articles were published, the latest first."""
    rows = db.rows(
        """
        WITH RECURSIVE years (year) AS (
            SELECT substr(min(shown_published), 1, 4) FROM articles
            WHERE shown_published IS NOT NULL
            UNION ALL
            SELECT (SELECT substr(min(shown_published), 1, 4) FROM articles
                    WHERE shown_published > years.year || '~')
            FROM years WHERE years.year IS NOT NULL
        )
        SELECT year FROM years WHERE year IS NOT NULL ORDER BY year DESC
        """
    )
    return [year for (year,) in rows]


def lineage_kinds(db: Db) -> list[str]:
    """Return the kinds of descent that the articles' copy names."""
    rows = db.rows(
        "SELECT DISTINCT json_extract(mark.value, '$[0]') FROM articles, json_each(lineage) mark"
        " WHERE lineage <> '[]' ORDER BY 1"
    )
    return [kind for (kind,) in rows]


def _that_fit(db: Db, column: str, term: Term) -> list[str]:
    return _index(db, column).fitting(term)


def _all_names(db: Db, column: str) -> list[str]:
    return list(_index(db, column).names)


def _index(db: Db, column: str) -> NameIndex:
    """Return the names of a column, as the file has them now."""
    return db.remembered(column, lambda: NameIndex(_read_names(db, column)))


def _read_names(db: Db, column: str) -> list[str]:
    if column not in _INDEXED:
        rows = db.rows(f"SELECT DISTINCT {column} FROM articles WHERE {column} IS NOT NULL")
        return sorted(name for (name,) in rows)
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
    return [name for (name,) in rows]
