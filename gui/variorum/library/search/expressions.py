"""Turn what a query asks of words into an expression of FTS5."""

from collections.abc import Sequence

from variorum.library.search.language import AllOf, AnyOf, Ask, Near, Not, Words, read_query


def expression_of(ask: Ask) -> str | None:
    """Return the expression, or None where it cannot be said of one text alone.

    Fields ask for other things than words; to rule something out, FTS5 wants something to rule
    it out of.
    """
    match ask:
        case Words(term):
            return None if term.field is not None else term.expression
        case Near(terms, distance):
            return _near([term.phrases for term in terms], distance)
        case AnyOf(asks):
            found = [expression_of(one) for one in asks]
            words = [one for one in found if one is not None]
            return f"({' OR '.join(words)})" if len(words) == len(found) else None
        case AllOf(asks):
            return _all_of(asks)
        case _:
            return None


def _all_of(asks: Sequence[Ask]) -> str | None:
    asked = [expression_of(one) for one in asks if not isinstance(one, Not)]
    ruled_out = [expression_of(one.ask) for one in asks if isinstance(one, Not)]
    words = [one for one in asked if one is not None]
    out = [one for one in ruled_out if one is not None]
    if not words or len(words) < len(asked) or len(out) < len(ruled_out):
        return None
    said = f"({' AND '.join(words)})"
    return f"({said} NOT ({' OR '.join(out)}))" if out else said


def _near(words: Sequence[Sequence[str]], distance: int) -> str:
    """Return what asks for phrases near one another; a choice of spellings keeps its first."""
    return f"NEAR({' '.join(phrases[0] for phrases in words)}, {distance})"


def typed_expression(typed: str, *, complete_last: bool = True) -> str | None:
    """Return the expression of a line of words, or None where it asks for no words alone."""
    ask = read_query(typed, complete_last=complete_last).ask
    return None if ask is None else expression_of(ask)
