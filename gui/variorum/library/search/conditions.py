"""Turn what a query asks for into conditions of SQL on a version and its story.

Each term is met by the version, or by its story. A plain word or "phrase" is met by the text or
headline, the source, the place of the dateline, the name of a code on a highlight, or the date
where it looks like one; a field's name and a colon ask for one thing alone.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple, assert_never

from variorum.library.connection import Db
from variorum.library.search.expressions import expression_of
from variorum.library.search.language import AllOf, AnyOf, Ask, Near, Not, Words
from variorum.library.search.matching import Field, Term
from variorum.library.search.names import (
    codes_that_fit,
    collections_that_fit,
    languages_that_fit,
    places_that_fit,
    sources_that_fit,
)
from variorum.library.search.values import Dated, Kinded, Numbered, days_of, words_for

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")

# Each of these is answered by an index alone: rows of articles are wide.
_TEXTS = "SELECT rowid FROM article_words WHERE article_words MATCH ?"
_OF_NAMES = "SELECT id FROM articles WHERE {column} IN (SELECT value FROM json_each(?))"
_PUBLISHED = "SELECT id FROM articles WHERE shown_published >= ? AND shown_published < ?"
_CODED = """
    SELECT h.article FROM highlights h JOIN highlight_codes c ON c.highlight = h.id
    WHERE c.code IN (SELECT value FROM json_each(?))
"""
_NOTED = """
    EXISTS (SELECT 1 FROM (
                SELECT coalesce(h.article, n.article, n.version_article) AS article, n.story
                FROM note_words JOIN notes n ON n.id = note_words.rowid
                    LEFT JOIN highlights h ON h.id = n.highlight
                WHERE note_words MATCH ?) found
            WHERE found.article = m.article OR found.story = m.story)
"""
_NUMBERED = "SELECT story FROM story_index WHERE versions BETWEEN ? AND ?"
_KINDED = """
    SELECT d.version FROM differing d JOIN story_index i ON i.base = d.base WHERE d.{kind} > 0
"""
_NOT_KINDED = """
    m.story NOT IN (SELECT i.story FROM differing d JOIN story_index i ON i.base = d.base
                    WHERE d.{kind} > 0)
"""
_DETAILED = "SELECT rowid FROM detail_words WHERE detail_words MATCH ?"
_WITH_HIGHLIGHTS = "SELECT article FROM highlights"
_WITH_NOTES = """
    (m.article IN (SELECT h.article FROM notes n JOIN highlights h ON h.id = n.highlight)
     OR m.article IN (SELECT article FROM notes WHERE article IS NOT NULL)
     OR m.article IN (SELECT version_article FROM notes WHERE version_article IS NOT NULL)
     OR m.story IN (SELECT story FROM notes WHERE story IS NOT NULL))
"""
_WITH_VERSIONS = "SELECT story FROM story_index WHERE versions > 1"
_OF_DESCENT = "SELECT id FROM articles WHERE lineage <> '[]' AND lineage LIKE ?"
_IN_COLLECTIONS = """
    SELECT l.story FROM list_stories l JOIN story_index i ON i.story = l.story
    WHERE l.list IN (SELECT value FROM json_each(?))
"""
_READ = """
    SELECT t.story FROM story_states t JOIN story_index i ON i.story = t.story
    WHERE t.read >= i.added
"""
_DONE = """
    SELECT t.story FROM story_states t JOIN story_index i ON i.story = t.story
    WHERE t.done IS NOT NULL
"""
_AFTER_ANY_DAY = "~"
_AMONG = "m.article IN ("
_AMONG_STORIES = "m.story IN ("


class Condition(NamedTuple):
    """Hold a condition of SQL with the values for its places."""

    sql: str
    values: tuple[str | int, ...] = ()


class Among(Condition):
    """Hold a condition that a query for articles answers; its values are those of the condition."""

    __slots__ = ()

    @classmethod
    def of(cls, articles: str, *values: str | int) -> "Among":
        """Return what is met by the articles that a query finds."""
        return cls(f"{_AMONG}{articles})", values)

    @property
    def articles(self) -> str:
        """Return the query."""
        return self.sql.removeprefix(_AMONG).removesuffix(")")


class OfStory(Condition):
    """Hold a condition on `m.story` alone: all versions of a story meet it, or none."""

    __slots__ = ()


class AmongStories(OfStory):
    """Hold a condition that a query for stories of the list answers; its values are its own."""

    __slots__ = ()

    @classmethod
    def of(cls, stories: str, *values: str | int) -> "AmongStories":
        """Return what is met by the stories that a query finds."""
        return cls(f"{_AMONG_STORIES}{stories})", values)

    @property
    def stories(self) -> str:
        """Return the query."""
        return self.sql.removeprefix(_AMONG_STORIES).removesuffix(")")


NONE = Condition("0")
"""What nothing meets."""

_IS = {
    "unread": OfStory(f"m.story NOT IN ({_READ})"),
    "read": AmongStories.of(_READ),
    "done": AmongStories.of(_DONE),
    "open": OfStory(f"m.story NOT IN ({_DONE})"),
}
_HAS = {
    "notes": Condition(_WITH_NOTES),
    "highlights": Among.of(_WITH_HIGHLIGHTS),
    "versions": AmongStories.of(_WITH_VERSIONS),
}


def article_condition(db: Db, ask: Ask) -> Condition:
    """Return what a row `m` of `members` must meet for its article to be asked for."""
    match ask:
        case AllOf(asks):
            return _meeting_all(db, asks)
        case AnyOf(asks):
            return _any_of([article_condition(db, one) for one in asks])
        case Not(Kinded(_, kind)):
            # The base differs from nothing: it must not speak for its versions here.
            return OfStory(_NOT_KINDED.format(kind=kind.value))
        case Not(one):
            condition = article_condition(db, one)
            kind = OfStory if isinstance(condition, OfStory) else Condition
            return kind(f"NOT ({condition.sql})", condition.values)
        case Words(term):
            return _by_words(db, term)
        case Near():
            expression = expression_of(ask)
            return NONE if expression is None else Among.of(_TEXTS, expression)
        case Dated():
            return _by_day(ask)
        case Numbered(_, least, most):
            return AmongStories.of(_NUMBERED, least, 1 << 31 if most is None else most)
        case Kinded(_, kind):
            return Among.of(_KINDED.format(kind=kind.value))
        case _:
            assert_never(ask)


def _meeting_all(db: Db, asks: Sequence[Ask]) -> Condition:
    """Return what meets all of these; words that only texts hold ask the index once."""
    together, others = words_together(db, asks)
    conditions = [article_condition(db, one) for one in others]
    return all_of([*conditions, *together])


def words_together(db: Db, asks: Sequence[Ask]) -> tuple[list[Condition], list[Ask]]:
    """Part words that only texts hold, put to the index as one question, from all else."""
    alone: list[str] = []
    others: list[Ask] = []
    for one in asks:
        if isinstance(one, Words) and one.term.field is None and not by_name(db, one.term):
            expression = one.term.expression
            alone += [expression] if expression is not None else []
        else:
            others.append(one)
    return ([Among.of(_TEXTS, " AND ".join(alone))] if alone else []), others


def all_of(conditions: Sequence[Condition]) -> Condition:
    """Return the condition that meets all of these."""
    return _joined(" AND ", conditions) if conditions else Condition("1")


def _by_words(db: Db, term: Term) -> Condition:
    ways = [*_by_text(term), *by_name(db, term)]
    if not ways:
        # A sign alone asks for nothing.
        return NONE if term.field is not None else Condition("1")
    return _any_of(ways)


def _by_day(days: Dated) -> Condition:
    return Among.of(_PUBLISHED, days.since, days.until or _AFTER_ANY_DAY)


def _by_text(term: Term) -> list[Condition]:
    expression = term.expression
    if expression is None:
        return []
    match term.field:
        case None:
            return [Among.of(_TEXTS, expression)]
        case Field.HEADLINE:
            return [Among.of(_TEXTS, f"headline : {expression}")]
        case Field.NOTE:
            return [Condition(_NOTED, (expression,))]
        case Field.DETAIL:
            return [Among.of(_DETAILED, expression)]
        case _:
            return []


def by_name(db: Db, term: Term) -> list[Condition]:
    """Return the ways in which a term is met other than by the text."""
    found: list[Condition] = []
    if term.field in {None, Field.SOURCE}:
        found += _of_names("shown_source", sources_that_fit(db, term))
    if term.field in {None, Field.PLACE}:
        found += _of_names("dateline_place", places_that_fit(db, term))
    if term.field in {None, Field.CODE}:
        codes = codes_that_fit(db, term)
        found += [Among.of(_CODED, json.dumps(codes))] if codes else []
    day = days_of(term) if term.field is None and _DAY.fullmatch(term.words) else None
    found += [_by_day(day)] if day is not None else []
    return found + _by_state(db, term)


def _by_state(db: Db, term: Term) -> list[Condition]:
    """Return the ways in which a term is met by what has become of a version or its story."""
    words = words_for(term)
    match term.field:
        case Field.HAS:
            return [_HAS[word] for word in words]
        case Field.IS:
            return [_IS[word] for word in words]
        case Field.STATUS:
            return [Among.of(_OF_DESCENT, f'%["{word}"%') for word in words]
        case Field.LANGUAGE:
            return _of_names("language", languages_that_fit(db, term))
        case Field.IN:
            collections = collections_that_fit(db, term)
            return (
                [AmongStories.of(_IN_COLLECTIONS, json.dumps(collections))] if collections else []
            )
        case _:
            return []


def _of_names(column: str, names: Sequence[str]) -> list[Condition]:
    return [Among.of(_OF_NAMES.format(column=column), json.dumps(names))] if names else []


def _any_of(conditions: Sequence[Condition]) -> Condition:
    """Return what meets one of these; one query for all, where each is answered by one."""
    if len(conditions) == 1:
        return conditions[0]
    queries = [one.articles for one in conditions if isinstance(one, Among)]
    if len(queries) == len(conditions):
        every = (value for one in conditions for value in one.values)
        return Among.of(" UNION ALL ".join(queries), *every)
    return _joined(" OR ", conditions)


def _joined(sign: str, conditions: Sequence[Condition]) -> Condition:
    sql = sign.join(condition.sql for condition in conditions)
    kind = OfStory if all(isinstance(one, OfStory) for one in conditions) else Condition
    return kind(f"({sql})", tuple(v for one in conditions for v in one.values))
