"""Read marks from Web Annotations: our own, and what others write in the same simple shapes.

No context is fetched or expanded: the terms are taken as the W3C's own context defines them.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetAnnotator,
    SetArticle,
    SetCode,
    SetEnd,
    SetHighlight,
    SetNote,
    SetPlace,
    SetStory,
    SetVariant,
    StableId,
)
from variorum.annotations.values import Anchor
from variorum.errors import FormatError
from variorum.exchange.palette import code_lines
from variorum.text import Span

_UUID = re.compile(r"(?i)(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\Z")
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_Json = Mapping[str, Any]


def read_jsonld(data: bytes, *, name: str) -> MarkSet:
    """Return the marks of a file; raise `FormatError` where it holds no annotations."""
    try:
        found: Any = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise _none(name) from error
    reader = _Reader()
    if not _is_object(found) and not isinstance(found, list):
        raise _none(name)
    try:
        return reader.read(found)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise FormatError(
            f"{name} holds annotations that are not as the W3C has them.",
            hint="Export them again as JSON-LD.",
        ) from error


def _none(name: str) -> FormatError:
    return FormatError(
        f"{name} holds no annotations.", hint="Choose a file of JSON-LD, or a .qdpx project."
    )


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _many(value: Any) -> list[Any]:
    """Return what JSON-LD gives as one value or as several."""
    if value is None:
        return []
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def _stable(value: Any) -> StableId:
    """Return the id of a thing that is named alone or described."""
    text = value.get("id", "") if _is_object(value) else value
    match = _UUID.match(text) if isinstance(text, str) else None
    return StableId(match[1].lower()) if match else StableId(str(text))


def _moment(value: Any) -> dt.datetime:
    if not value:
        return _EPOCH
    moment = dt.datetime.fromisoformat(value)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


class _Reader:
    """Gather what the annotations of a file name."""

    def __init__(self) -> None:
        self._annotators: dict[StableId, SetAnnotator] = {}
        self._codes: dict[StableId, SetCode] = {}
        self._articles: dict[StableId, SetArticle] = {}
        self._stories: dict[StableId, SetStory] = {}
        self._highlights: list[SetHighlight] = []
        self._notes: list[SetNote] = []

    def read(self, found: Any) -> MarkSet:
        if _is_object(found):
            self._head(found)
        for annotation in _annotations(found):
            self._annotation(annotation)
        return MarkSet(
            tuple(self._annotators.values()),
            tuple(self._codes.values()),
            tuple(self._articles.values()),
            tuple(self._stories.values()),
            tuple(self._highlights),
            tuple(self._notes),
        )

    def _head(self, head: _Json) -> None:
        for one in _many(head.get("annotators")):
            self._annotator(one)
        for one in _many(head.get("codebook")):
            code = SetCode(
                id=_stable(one),
                name=one["prefLabel"],
                colour=_palette_colour(one.get("colour")),
                parent=_stable(one["broader"]) if "broader" in one else None,
                memo=one.get("note", ""),
                sign=one.get("letters", ""),
                description=one.get("definition", ""),
                examples=one.get("example", ""),
                codable=bool(one.get("isCodable", True)),
                retired=bool(one.get("retired", False)),
            )
            self._codes[code.id] = code
        for one in _many(head.get("articles")):
            self._articles[_stable(one)] = SetArticle(
                id=_stable(one),
                text_sha256=one.get("textSha256", ""),
                title=one.get("label", ""),
                source=one.get("publisher"),
                published=one.get("issued"),
            )
        for one in _many(head.get("stories")):
            versions = tuple(_stable(each) for each in _many(one.get("versions")))
            self._stories[_stable(one)] = SetStory(_stable(one), one.get("label", ""), versions)

    def _annotator(self, person: Any) -> StableId:
        stable = _stable(person or "")
        name = person.get("name", "") if _is_object(person) else str(person or "")
        if stable not in self._annotators:
            self._annotators[stable] = SetAnnotator(stable, name)
        return stable

    def _annotation(self, shape: _Json) -> None:
        stable = _stable(shape["id"])
        targets = _many(shape["target"])
        places = [target for target in targets if _is_object(target) and "selector" in target]
        own = [place for place in places if not place.get("role")]
        if own:
            self._highlight(stable, shape, _end(own[0]))
            return
        by_role = {place.get("role"): place for place in places}
        on: SetPlace
        if {"base", "version"} <= by_role.keys():
            on = SetVariant(_end(by_role["base"]), _end(by_role["version"]))
        else:
            whole = _stable(targets[0])
            on = OnStoryOf(whole) if whole in self._stories else OnArticleOf(whole)
        for body in _comments(shape):
            self._note(stable, body, on, otherwise=shape)

    def _highlight(self, stable: StableId, shape: _Json, end: SetEnd) -> None:
        annotator = self._annotator(shape.get("creator"))
        tags = [body for body in _many(shape.get("body")) if _purpose(body) == "tagging"]
        self._highlights.append(
            SetHighlight(
                id=stable,
                article=end.article,
                anchor=end.anchor,
                codes=tuple(self._tag(body) for body in tags),
                annotator=annotator,
                made=_moment(shape.get("created")),
            )
        )
        for body in _comments(shape):
            self._note(_stable(body), body, OnHighlightOf(stable), otherwise=shape)

    def _tag(self, body: _Json) -> StableId:
        """Return the code of a tag; one that no codebook lists is known by its word."""
        stable = _stable(body) if "id" in body else StableId(f"tag:{body['value']}")
        if stable not in self._codes:
            self._codes[stable] = SetCode(stable, body["value"], _palette_colour(None))
        return stable

    def _note(self, stable: StableId, body: _Json, on: SetPlace, *, otherwise: _Json) -> None:
        facts = {**otherwise, **body}
        self._notes.append(
            SetNote(
                id=stable or StableId(f"note:{_stable(otherwise)}"),
                text=body["value"],
                on=on,
                annotator=self._annotator(facts.get("creator")),
                made=_moment(facts.get("created")),
                changed=_moment(facts.get("modified") or facts.get("created")),
            )
        )


def _annotations(found: Any) -> Iterator[_Json]:
    """Yield the annotations of a list, a page, a collection, or the one that stands alone."""
    if isinstance(found, list):
        for each in cast("list[Any]", found):
            yield from _annotations(each)
    elif _is_object(found):
        kinds = _many(found.get("type"))
        if "Annotation" in kinds:
            yield found
        for key in ("first", "items", "@graph"):
            if key in found:
                yield from _annotations(found[key])


def _purpose(body: Any) -> str:
    return body.get("purpose", "commenting") if _is_object(body) else ""


def _comments(shape: _Json) -> Iterator[_Json]:
    for body in _many(shape.get("body")):
        if _is_object(body) and _purpose(body) != "tagging" and "value" in body:
            yield body


def _end(target: _Json) -> SetEnd:
    by_kind = {selector["type"]: selector for selector in _many(target["selector"])}
    place, quote = by_kind["TextPositionSelector"], by_kind["TextQuoteSelector"]
    return SetEnd(
        _stable(target["source"]),
        Anchor(
            Span(place["start"], place["end"]),
            quote["exact"],
            quote.get("prefix", ""),
            quote.get("suffix", ""),
        ),
    )


def _palette_colour(name: Any) -> str:
    names = list(code_lines())
    return name if name in names else names[0]
