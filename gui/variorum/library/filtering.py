"""Understand the filter line over the list of stories: the language is that of the search.

All that is asked for is met by one and the same version of a story.
"""

from variorum.library.conditions import NONE, Condition, article_condition
from variorum.library.connection import Db
from variorum.library.query_language import Ask, Near, Words, leaves, read_query
from variorum.library.query_values import Value

_STORIES = """
    s.story IN (SELECT m.story FROM members m
              WHERE m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
                AND {condition})
"""
_ANY = Condition("1")


def condition_of(db: Db, typed: str) -> Condition:
    """Return what a row `s` of `story_index` must meet; text without a word filters nothing.

    The last word is taken as the beginning of one. What cannot be understood is met by nothing.
    """
    query = read_query(typed, complete_last=False)
    if query.troubles:
        return NONE
    return _ANY if query.ask is None else _of_stories(db, query.ask)


def terms_without_stories(db: Db, typed: str) -> list[str]:
    """Return those terms of a filter that no story meets, as they were typed."""
    asked = leaves(read_query(typed, complete_last=False).ask)
    return [typed_as(leaf) for leaf in asked if not _is_met(db, leaf)]


def _of_stories(db: Db, ask: Ask) -> Condition:
    sql, values = article_condition(db, ask)
    return Condition(_STORIES.format(condition=sql), values)


def _is_met(db: Db, ask: Ask) -> bool:
    sql, values = _of_stories(db, ask)
    return bool(db.value(f"SELECT EXISTS (SELECT 1 FROM story_index s WHERE {sql})", values))


def typed_as(leaf: Words | Near | Value) -> str:
    """Return a part of a query as it is typed."""
    match leaf:
        case Words(term):
            return term.typed
        case Near(terms):
            return " NEAR ".join(term.typed for term in terms)
        case _:
            return leaf.typed
