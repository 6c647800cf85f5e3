"""Know the words that stand in so many texts that nobody waits for what else begins so."""

from dataclasses import replace
from functools import partial

from variorum.library.connection import Db
from variorum.library.search.language import Query, read_query
from variorum.library.search.matching import Term

_LEAST = 1000
"""Texts; in fewer it costs nothing to look for beginnings as well."""
_SHARE = 2
"""Of so many texts one at least has a common word."""


def read_typing(db: Db, typed: str) -> Query:
    """Read a query that is being typed: its last word may go on, unless it is a common one."""
    return read_query(typed, complete_last=False, is_common=partial(is_common, db))


def is_common(db: Db, term: Term, *, least: int = _LEAST) -> bool:
    """Tell whether a word as it stands is in half of all texts, and in so many at least."""
    asked = replace(term, begins=False).expression
    if asked is None:
        return False
    enough = max(least, (db.value("SELECT max(id) FROM articles") or 0) // _SHARE)
    found = db.value(
        "SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH ? LIMIT ?)",
        (asked, enough),
    )
    return found == enough
