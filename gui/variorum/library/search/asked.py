"""Part what a query asks of words from what it asks of the versions in which they stand."""

from dataclasses import dataclass

from variorum.library.connection import Db
from variorum.library.search.common_words import read_typing
from variorum.library.search.conditions import NONE, Condition, all_of, article_condition
from variorum.library.search.expressions import expression_of
from variorum.library.search.language import (
    AllOf,
    Ask,
    Not,
    Query,
    Words,
    read_query,
    terms_asked_for,
)
from variorum.library.search.matching import BEGINS, Term


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a query, ready to be put to each index."""

    typed: str
    words: str | None
    """The FTS5 expression for words that stand in one text, note, highlight or detail."""
    terms: tuple[Term, ...]
    """The words of a query that asks for all of them and nothing else of words, for names."""
    where: Condition
    """What a row `m` of `members` must meet besides."""
    is_anywhere: bool
    """Tell whether every version will do."""

    @property
    def has_beginnings(self) -> bool:
        """Tell whether words are asked for by their beginnings: each question gathers them anew."""
        return self.words is not None and BEGINS in self.words

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return self.words is None and self.is_anywhere


def asked_of(db: Db, typed: str, *, within: str = "", complete_last: bool = True) -> Asked:
    """Read a query that was typed, to be answered within what another one finds."""
    query = read_query(typed) if complete_last else read_typing(db, typed)
    scope = read_query(within)
    if query.troubles or scope.troubles:
        return Asked(typed, None, (), NONE, is_anywhere=False)
    textual, others = _parted(query)
    conditions = [article_condition(db, ask) for ask in others]
    if scope.ask is not None:
        conditions.append(article_condition(db, scope.ask))
    plain = [ask for ask in textual if isinstance(ask, Words)]
    return Asked(
        typed,
        expression_of(AllOf(tuple(textual))) if textual else None,
        tuple(terms_asked_for(AllOf(tuple(plain)))) if len(plain) == len(textual) else (),
        all_of(conditions),
        is_anywhere=not conditions,
    )


def _parted(query: Query) -> tuple[list[Ask], list[Ask]]:
    """Return what is asked of words that stand together, and all else."""
    if query.ask is None:
        return [], []
    asks = list(query.ask.asks) if isinstance(query.ask, AllOf) else [query.ask]
    textual = [ask for ask in asks if expression_of(ask) is not None]
    if textual:
        # What is ruled out is ruled out of the text in which the others stand.
        textual += [ask for ask in asks if isinstance(ask, Not) and expression_of(ask.ask)]
    return textual, [ask for ask in asks if ask not in textual]
