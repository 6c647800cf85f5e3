"""Understand the filter line over the list of stories: the language is that of the search.

All that is asked for is met by one and the same version of a story.
"""

from variorum.library.common_words import read_typing
from variorum.library.conditions import NONE, Condition, article_condition
from variorum.library.connection import Db
from variorum.library.query_language import Ask, Near, Words, leaves
from variorum.library.query_values import Value

_VERSIONS = "m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL) AND {condition}"
_STORIES = "s.story IN (SELECT m.story FROM members m WHERE {condition})"


def condition_of(db: Db, typed: str) -> Condition | None:
    """Return what a row `m` of `members` must meet, so that its story is shown; None for any.

    The last word is taken as the beginning of one. What cannot be understood is met by nothing.
    """
    query = read_typing(db, typed)
    if query.troubles:
        return NONE
    return None if query.ask is None else _of_versions(db, query.ask)


def story_condition(condition: Condition) -> Condition:
    """Return what a row `s` of `story_index` must meet for one of its versions to meet another."""
    return Condition(_STORIES.format(condition=condition.sql), condition.values)


def terms_without_stories(db: Db, typed: str) -> list[str]:
    """Return those terms of a filter that no story meets, as they were typed."""
    asked = leaves(read_typing(db, typed).ask)
    return [typed_as(leaf) for leaf in asked if not _is_met(db, leaf)]


def _of_versions(db: Db, ask: Ask) -> Condition:
    sql, values = article_condition(db, ask)
    return Condition(_VERSIONS.format(condition=sql), values)


def _is_met(db: Db, ask: Ask) -> bool:
    sql, values = _of_versions(db, ask)
    return bool(db.value(f"SELECT EXISTS (SELECT 1 FROM members m WHERE {sql})", values))


def typed_as(leaf: Words | Near | Value) -> str:
    """Return a part of a query as it is typed."""
    match leaf:
        case Words(term):
            return term.typed
        case Near(terms):
            return " NEAR ".join(term.typed for term in terms)
        case _:
            return leaf.typed
