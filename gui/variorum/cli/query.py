"""Refuse a query that cannot be understood, with the sentence that says how to write it."""

from variorum.errors import UsageError
from variorum.exchange.wording import ENGLISH
from variorum.library.connection import Db
from variorum.library.query_language import read_query
from variorum.library.search import terms_without_hits

ADVICE = "Fewer words find more; a star finds beginnings, as in harb*."


def understood(query: str) -> str:
    """Return a query, or raise a `UsageError` about the first thing in it that is not understood."""
    for trouble in read_query(query).troubles:
        raise UsageError(ENGLISH.trouble(trouble))
    return query


def why_nothing(db: Db, query: str) -> str:
    """Say why a query finds nothing, and what to do."""
    if read_query(query).ask is None:
        return "The query asks for no word; write a word, or a field such as source:northline."
    nowhere = ", ".join(f"“{term}”" for term in terms_without_hits(db, query))
    if nowhere:
        return f"{nowhere} stands nowhere in this library. {ADVICE}"
    return f"All of this stands somewhere, but nowhere together. {ADVICE}"
