"""Write an article's details as one JSON object and read them back; say what of them is searched.

The object holds the fields that are not empty, by their names and in the order of `Details`;
moments are ISO 8601, `extra` is a list of pairs. Nothing here knows SQL.
"""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import fields
from enum import StrEnum
from typing import Any, TypeGuard

from variorum.library.moments import moment_from_text, moment_to_text
from variorum.text import NO_DETAILS, Details, Moment

Fields = dict[str, str | list[str] | list[list[str]]]
"""The fields that are not empty, as JSON holds them."""


class Detail(StrEnum):
    """Name a field of an article that stands beside its text, in the order they are shown."""

    SLUG = "slug"
    HEADLINES = "headlines"
    STATUS = "status"
    VERSION = "version"
    URGENCY = "urgency"
    EDITOR_NOTE = "editor_note"
    EMBARGO = "embargo"
    SUBJECTS = "subjects"
    KEYWORDS = "keywords"
    PLACES = "places"
    AUTHORS = "authors"
    DATELINE = "dateline"
    CREDIT = "credit"
    PROVIDER = "provider"
    COPYRIGHT = "copyright"
    USAGE_TERMS = "usage_terms"
    CREATED = "created"
    REVISED = "revised"
    ADDRESS = "address"
    GUID = "guid"
    EXTRA = "extra"
    """A column of a corpus, under its own name."""


_NAMES = tuple(field.name for field in fields(Details))
_MOMENTS = frozenset({Detail.EMBARGO, Detail.CREATED, Detail.REVISED})
_LISTS = frozenset(
    {Detail.HEADLINES, Detail.SUBJECTS, Detail.KEYWORDS, Detail.PLACES, Detail.AUTHORS}
)
_SEARCHED = (
    Detail.HEADLINES,
    Detail.SUBJECTS,
    Detail.KEYWORDS,
    Detail.PLACES,
    Detail.AUTHORS,
    Detail.EDITOR_NOTE,
    Detail.DATELINE,
    Detail.CREDIT,
    Detail.PROVIDER,
    Detail.COPYRIGHT,
    Detail.USAGE_TERMS,
    Detail.ADDRESS,
    Detail.GUID,
)
"""What a reader may look for by its words: no states, numbers or moments."""


def fields_of(details: Details) -> Fields:
    """Return the fields that are not empty, as JSON holds them."""
    values = ((name, getattr(details, name)) for name in _NAMES)
    return {name: _as_json(value) for name, value in values if value}


def _as_json(value: object) -> Any:
    if _is_tuple(value):
        return [_as_json(item) for item in value]
    if isinstance(value, dt.date):
        return moment_to_text(value)
    return value


def _is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(value, tuple)


def to_json(details: Details) -> str:
    """Return the details as a library keeps them."""
    return json.dumps(fields_of(details), ensure_ascii=False)


def from_json(kept: str | None) -> Details:
    """Read details; what is not as we write it, in a library from elsewhere, is left out."""
    if kept is None:
        return NO_DETAILS
    given: object = json.loads(kept)
    if not _is_object(given):
        return NO_DETAILS
    read = {name: _read(name, value) for name, value in given.items() if name in _NAMES}
    return Details(**{name: value for name, value in read.items() if value})


def _read(name: str, value: object) -> Any:
    if name == Detail.EXTRA:
        return (
            tuple((pair[0], pair[1]) for pair in value if _is_pair(pair)) if _is_list(value) else ()
        )
    if name in _LISTS:
        return tuple(item for item in value if isinstance(item, str)) if _is_list(value) else ()
    if not isinstance(value, str):
        return None
    return _read_moment(value) if name in _MOMENTS else value


def _is_object(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _is_pair(value: object) -> TypeGuard[list[str]]:
    return _is_list(value) and len(value) == 2 and all(isinstance(one, str) for one in value)


def _read_moment(value: str) -> Moment | None:
    try:
        return moment_from_text(value)
    except ValueError:
        return None


def searched(slug: str | None, details: Details) -> list[tuple[Detail, str, str]]:
    """Return what is searched of an article's fields: each with its column's name and its words.

    White space is drawn together, so that each stands on one line.
    """
    lines = [(Detail.SLUG, "", slug or "")]
    lines += [(name, "", value) for name in _SEARCHED for value in values_of(details, name)]
    lines += [(Detail.EXTRA, name, value) for name, value in details.extra]
    tidied = ((name, column, " ".join(value.split())) for name, column, value in lines)
    return [(name, column, value) for name, column, value in tidied if value]


def values_of(details: Details, name: Detail) -> Iterator[str]:
    """Yield the values of a field of words, one or several."""
    value: object = getattr(details, name.value)
    for one in value if _is_tuple(value) else (value,):
        if isinstance(one, str):
            yield one
