"""Understand the filter line over the list of stories: the language is that of the search.

All that is asked for is met by one and the same version of a story.
"""

from array import array
from collections.abc import Collection, Sequence

from variorum.library.connection import Db
from variorum.library.search.common_words import read_typing
from variorum.library.search.conditions import (
    Among,
    AmongStories,
    Condition,
    OfStory,
    article_condition,
    words_together,
)
from variorum.library.search.language import AllOf, AnyOf, Ask, Near, Not, Words, leaves
from variorum.library.search.values import Kinded, Value
from variorum.library.story_places import numbers, stories_of, unbinned

_KEPT = 8
"""Answers; the largest of a hundred thousand articles takes 800 KB."""
_VERSIONS = "m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL) AND {condition}"


def stories_meeting(db: Db, typed: str) -> set[int] | None:
    """Return the stories that have a version which meets a filter; None where any will do.

    The last word is taken as the beginning of one. What cannot be understood is met by nothing.
    """
    query = read_typing(db, typed)
    if query.troubles:
        return set()
    return None if query.ask is None else _stories(db, query.ask)


def terms_without_stories(db: Db, typed: str) -> list[str]:
    """Return those terms of a filter that no story meets, as they were typed."""
    asked = leaves(read_typing(db, typed).ask)
    return [typed_as(leaf) for leaf in asked if not _is_met(db, leaf)]


def _stories(db: Db, ask: Ask) -> set[int]:
    """Return the stories with a version that meets what is asked for.

    What all versions of a story meet alike is asked of the stories, which are fewer.
    """
    of_stories: list[OfStory] = []
    of_versions: list[Ask] = []
    for one in ask.asks if isinstance(ask, AllOf) else (ask,):
        condition = None if _is_of_text(one) else article_condition(db, one)
        if isinstance(condition, OfStory):
            of_stories.append(condition)
        else:
            of_versions.append(one)
    found: list[Collection[int]] = [_meeting_stories(db, condition) for condition in of_stories]
    if of_versions:
        found.append(stories_of(db, _meeting_all(db, of_versions)))
    return set(_in_all(found))


def _meeting_stories(db: Db, condition: OfStory) -> list[int]:
    if isinstance(condition, AmongStories):
        return numbers(db, condition.stories, condition.values)
    sql, values = condition
    return numbers(db, f"SELECT m.story FROM story_index m WHERE {sql}", values)


def _is_of_text(ask: Ask) -> bool:
    return isinstance(ask, Words) and ask.term.field is None


def _meeting(db: Db, ask: Ask) -> Collection[int]:
    """Return the articles that meet what is asked for, some twice; of the bin some, or none."""
    match ask:
        case AllOf(asks):
            return _meeting_all(db, asks)
        case AnyOf(asks):
            return set[int]().union(*(_meeting(db, one) for one in asks))
        case Not(one) if not isinstance(one, Kinded):
            return unbinned(db).difference(_meeting(db, one))
        case _:
            return _articles(db, article_condition(db, ask))


def _meeting_all(db: Db, asks: Sequence[Ask]) -> Collection[int]:
    together, others = words_together(db, asks)
    found: list[Collection[int]] = [_articles(db, condition) for condition in together]
    ruled_out: list[Collection[int]] = []
    for one in others:
        if isinstance(one, Not) and not isinstance(one.ask, Kinded):
            ruled_out.append(_meeting(db, one.ask))
        else:
            found.append(_meeting(db, one))
    met = _in_all(found) if found else unbinned(db)
    return set(met).difference(*ruled_out) if ruled_out else met


def _in_all(found: Sequence[Collection[int]]) -> Collection[int]:
    """Return what is in all; to make a set of the fewest is least work."""
    fewest, *others = sorted(found, key=len)
    return set(fewest).intersection(*others) if others else fewest


def _articles(db: Db, condition: Condition) -> "array[int]":
    """Return the articles that meet a condition, some of them twice.

    The last answers are kept while the file stays: who types on asks again for the words before.
    """
    kept = db.remembered("articles of a filter", dict["Condition", "array[int]"])
    found = kept.pop(condition, None)
    if found is None:
        found = array("q", _asked(db, condition))
    kept[condition] = found
    if len(kept) > _KEPT:
        del kept[next(iter(kept))]
    return found


def _asked(db: Db, condition: Condition) -> list[int]:
    if isinstance(condition, Among):
        return numbers(db, condition.articles, condition.values)
    sql, values = condition
    return numbers(db, f"SELECT m.article FROM members m WHERE {sql}", values)


def _is_met(db: Db, ask: Ask) -> bool:
    sql, values = article_condition(db, ask)
    asked = f"SELECT EXISTS (SELECT 1 FROM members m WHERE {_VERSIONS.format(condition=sql)})"
    return bool(db.value(asked, values))


def typed_as(leaf: Words | Near | Value) -> str:
    """Return a part of a query as it is typed."""
    match leaf:
        case Words(term):
            return term.typed
        case Near(terms):
            return " NEAR ".join(term.typed for term in terms)
        case _:
            return leaf.typed
