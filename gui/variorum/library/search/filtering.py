"""Understand the filter line over the list of stories: the language is that of the search.

All that is asked for is met by one and the same version of a story.
"""

import json
from array import array
from collections.abc import Callable, Collection, Sequence

from variorum.library.connection import Db
from variorum.library.search.common_words import read_typing, stands_in_most
from variorum.library.search.conditions import (
    Among,
    AmongStories,
    Condition,
    OfStory,
    article_condition,
    by_name,
    words_together,
)
from variorum.library.search.language import AllOf, AnyOf, Ask, Near, Not, Words, leaves
from variorum.library.search.matching import Term
from variorum.library.search.portion import Portion, in_all, in_any
from variorum.library.search.values import Kinded, Value
from variorum.library.story_places import numbers, stories_but, stories_of

_KEPT = 8
"""Answers; the largest of a hundred thousand articles takes 800 KB."""
_LACKING = """
    SELECT article FROM members EXCEPT SELECT rowid FROM article_words WHERE article_words MATCH ?
    ORDER BY 1
"""
"""In the order of their ids, which both have: nothing is sorted or put aside."""
_FEW = 10_000
"""Articles; the names that these have are sooner fetched than all that have such a name."""
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
        met = _meeting_all(db, of_versions)
        found.append(stories_but(db, met.ids) if met.is_rest else stories_of(db, met.ids))
    fewest, *others = sorted(found, key=len)
    return set(fewest).intersection(*others) if others else set(fewest)


def _meeting_stories(db: Db, condition: OfStory) -> list[int]:
    if isinstance(condition, AmongStories):
        return numbers(db, condition.stories, condition.values)
    sql, values = condition
    return numbers(db, f"SELECT m.story FROM story_index m WHERE {sql}", values)


def _is_of_text(ask: Ask) -> bool:
    return isinstance(ask, Words) and ask.term.field is None


def _meeting(db: Db, ask: Ask) -> Portion:
    """Return the articles that meet what is asked for; of the bin some, or none."""
    match ask:
        case AllOf(asks):
            return _meeting_all(db, asks)
        case AnyOf(asks):
            return in_any([_meeting(db, one) for one in asks])
        case Not(one) if not isinstance(one, Kinded):
            return _meeting(db, one).others()
        case Words(term) if stands_in_most(db, term):
            lacking = _articles_without(db, term)
            named = [Portion(_those_of(db, lacking, condition)) for condition in by_name(db, term)]
            return in_any([Portion(lacking, is_rest=True), *named])
        case _:
            return Portion(_articles(db, article_condition(db, ask)))


def _meeting_all(db: Db, asks: Sequence[Ask]) -> Portion:
    """Return what meets all; words that only texts hold ask the index once, unless all are common."""
    words = [one.term for one in asks if isinstance(one, Words) and one.term.field is None]
    if all(stands_in_most(db, term) for term in words):
        return in_all([_meeting(db, one) for one in asks])
    together, others = words_together(db, asks)
    found = [Portion(_articles(db, condition)) for condition in together]
    return in_all([*found, *(_meeting(db, one) for one in others)])


def _articles(db: Db, condition: Condition) -> "array[int]":
    """Return the articles that meet a condition, some of them twice."""
    return _kept(db, condition, lambda: _asked(db, condition))


def _articles_without(db: Db, term: Term) -> "array[int]":
    """Return the articles whose texts lack a word; where it is common that is asked sooner."""
    condition = Among.of(_LACKING, term.expression or "")
    return _kept(db, condition, lambda: numbers(db, condition.articles, condition.values))


def _those_of(db: Db, few: "array[int]", condition: Condition) -> Sequence[int]:
    """Return articles that meet a condition, of a few all that do; the rest need not be there."""
    if len(few) > _FEW or not isinstance(condition, Among):
        return _articles(db, condition)
    asked = f"""
        WITH met (article) AS ({condition.articles})
        SELECT article FROM met WHERE article IN (SELECT value FROM json_each(?))
    """
    return numbers(db, asked, (*condition.values, json.dumps(few.tolist())))


def _kept(db: Db, condition: Condition, ask: Callable[[], Sequence[int]]) -> "array[int]":
    """Return an answer; the last ones are kept while the file stays.

    Who types on asks again for the words before.
    """
    kept = db.remembered("articles of a filter", dict["Condition", "array[int]"])
    found = kept.pop(condition, None)
    if found is None:
        found = array("q", ask())
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
