"""Refuse a query that cannot be understood, with the sentence that says how to write it."""

from variorum.errors import UsageError
from variorum.exchange.wording import ENGLISH
from variorum.library.query_language import read_query


def understood(query: str) -> str:
    """Return a query, or raise a `UsageError` about the first thing in it that is not understood."""
    for trouble in read_query(query).troubles:
        raise UsageError(ENGLISH.trouble(trouble))
    return query
