"""Know the words that stand in so many texts that nobody waits for what else begins so."""

from dataclasses import replace
from functools import partial

from variorum.library.connection import Db
from variorum.library.search.language import Query, read_query
from variorum.library.search.matching import BEGINS, Term, plain_words

_LEAST = 1000
"""Texts; in fewer it costs nothing to look for beginnings as well."""
_HALF = 2
_QUARTERS = 4
"""A word in three of four texts is sooner looked for where it is not (measured)."""


def read_typing(db: Db, typed: str) -> Query:
    """Read a query that is being typed: its last word may go on, unless it is a common one."""
    return read_query(typed, complete_last=False, is_common=partial(is_common, db))


def is_common(db: Db, term: Term, *, least: int = _LEAST) -> bool:
    """Tell whether a word as it stands is in half of all texts, and in so many at least."""
    asked = replace(term, begins=False).expression
    if asked is None:
        return False
    count = _texts_with(db, asked)
    return count >= least and _HALF * count >= _texts(db)


def stands_in_most(db: Db, term: Term, *, least: int = _LEAST) -> bool:
    """Tell whether a term asks all for one word as it stands, which three of four texts have."""
    is_plain = term.field is None and len(plain_words(term.words)) == 1
    asked = term.expression
    if not is_plain or asked is None or BEGINS in asked:
        return False
    count = _texts_with(db, asked)
    return count >= least and _QUARTERS * count >= (_QUARTERS - 1) * _texts(db)


def _texts(db: Db) -> int:
    """Return how many texts there are, at most: some are gone for good."""
    return db.value("SELECT max(id) FROM articles") or 0


def _texts_with(db: Db, asked: str) -> int:
    """Count the texts that an expression finds, as far as it matters; kept while the file stays."""
    known = db.remembered("texts with words", dict[str, int])
    if asked not in known:
        enough = max(_LEAST, (_QUARTERS - 1) * _texts(db) // _QUARTERS + 1)
        known[asked] = db.value(
            "SELECT count(*) FROM"
            " (SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT ?)",
            (asked, enough),
        )
    return known[asked]
