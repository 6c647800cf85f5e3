"""Understand the filter line over the list of stories.

Every term is met by one and the same version of the story. A plain word or "phrase" is met
by the text or headline, the source, the place of the dateline, the name of a code on a
highlight, or the date where it looks like one (2019, 2019-04, 2019-04-16). `source:`,
`place:`, `date:` and `code:` ask for these alone, `detail:` for what a version's file says of
it; `has:notes`, `has:highlights` and `has:versions` for stories with such.
"""

import json
import re
from collections.abc import Sequence
from typing import NamedTuple

from variorum.library.connection import Db
from variorum.library.matching import Field, Term, expression_of, terms_of
from variorum.library.names import codes_that_fit, places_that_fit, sources_that_fit

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_AFTER_ANY_DIGIT = "~"

_STORIES = """
    story IN (SELECT m.story FROM members m
              WHERE m.article NOT IN (SELECT id FROM articles WHERE binned IS NOT NULL)
                AND {conditions})
"""
# Each of these is answered by an index alone: rows of articles are wide.
_TEXTS = "m.article IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"
_OF_NAMES = """
    m.article IN (SELECT id FROM articles WHERE {column} IN (SELECT value FROM json_each(?)))
"""
_PUBLISHED = """
    m.article IN (SELECT id FROM articles WHERE shown_published >= ? AND shown_published < ?)
"""
_CODED = """
    m.article IN (SELECT h.article FROM highlights h JOIN highlight_codes c ON c.highlight = h.id
             WHERE c.code IN (SELECT value FROM json_each(?)))
"""
_DETAILED = "m.article IN (SELECT rowid FROM detail_words WHERE detail_words MATCH ?)"
_WITH_HIGHLIGHTS = "m.article IN (SELECT article FROM highlights)"
_WITH_NOTES = """
    (m.article IN (SELECT h.article FROM notes n JOIN highlights h ON h.id = n.highlight)
     OR m.article IN (SELECT article FROM notes WHERE article IS NOT NULL)
     OR m.article IN (SELECT version_article FROM notes WHERE version_article IS NOT NULL)
     OR m.story IN (SELECT story FROM notes WHERE story IS NOT NULL))
"""
_WITH_VERSIONS = "m.story IN (SELECT story FROM story_index WHERE versions > 1)"
_HAS = {"notes": _WITH_NOTES, "highlights": _WITH_HIGHLIGHTS, "versions": _WITH_VERSIONS}


class Condition(NamedTuple):
    """Hold a condition of SQL with the values for its places."""

    sql: str
    values: tuple[str, ...] = ()


_ANY = Condition("1")
_NONE = Condition("0")


def condition_of(db: Db, typed: str) -> Condition:
    """Return what a row of `story_index` must meet; text without a word filters nothing."""
    terms = _terms(typed)
    if not terms:
        return _ANY
    alone: list[Term] = []
    conditions: list[Condition] = []
    for term in terms:
        names = _by_name(db, term)
        if names:
            conditions.append(_any_of([*_by_text(term), *names]))
        elif term.field is None:
            alone.append(term)
        else:
            conditions.append(_NONE)
    words = expression_of(alone)
    if words is not None:
        conditions.append(Condition(_TEXTS, (words,)))
    sql = " AND ".join(condition.sql for condition in conditions)
    values = (value for condition in conditions for value in condition.values)
    return Condition(_STORIES.format(conditions=sql), tuple(values))


def terms_without_stories(db: Db, typed: str) -> list[str]:
    """Return those terms of a filter that no story meets, as they were typed."""
    return [term.typed for term in _terms(typed) if not _is_met(db, term)]


def _is_met(db: Db, term: Term) -> bool:
    sql, values = condition_of(db, term.typed)
    return bool(db.value(f"SELECT EXISTS (SELECT 1 FROM story_index WHERE {sql})", values))


def _terms(typed: str) -> list[Term]:
    terms = terms_of(typed, complete_last=False)
    return [term for term in terms if term.field is not None or term.expression is not None]


def _by_text(term: Term) -> list[Condition]:
    expression = term.expression
    if term.field is not None or expression is None:
        return []
    return [Condition(_TEXTS, (expression,))]


def _by_name(db: Db, term: Term) -> list[Condition]:
    """Return the ways in which a term is met other than by the text."""
    found: list[Condition] = []
    if term.field in {None, Field.SOURCE}:
        found += _of_names("shown_source", sources_that_fit(db, term))
    if term.field in {None, Field.PLACE}:
        found += _of_names("dateline_place", places_that_fit(db, term))
    if term.field in {None, Field.CODE}:
        codes = codes_that_fit(db, term)
        found += [Condition(_CODED, (json.dumps(codes),))] if codes else []
    if term.field in {None, Field.DATE} and _DAY.fullmatch(term.words):
        found.append(Condition(_PUBLISHED, (term.words, term.words + _AFTER_ANY_DIGIT)))
    if term.field is Field.DETAIL and term.expression is not None:
        found.append(Condition(_DETAILED, (term.expression,)))
    if term.field is Field.HAS:
        words = term.words.casefold()
        found += [Condition(sql) for name, sql in _HAS.items() if name.startswith(words)]
    return found


def _of_names(column: str, names: Sequence[str]) -> list[Condition]:
    return [Condition(_OF_NAMES.format(column=column), (json.dumps(names),))] if names else []


def _any_of(conditions: Sequence[Condition]) -> Condition:
    sql = " OR ".join(condition.sql for condition in conditions)
    return Condition(f"({sql})", tuple(v for one in conditions for v in one.values))
