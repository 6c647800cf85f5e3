"""Marks as W3C Web Annotations (JSON-LD): what other annotation tools read.

A highlight is an annotation with its codes as tagging and its notes as commenting bodies; a note
on an article, a story or a variant is one of its own. Where words stand is said twice, by a
TextPositionSelector in code points and by a TextQuoteSelector. A highlight whose words stand in
the base or its versions too has further targets, whose role is `echo`; a note on a variant has two, `base`
and `version`. What the W3C has no word for has one of ours, under `variorum:`.
"""

import datetime as dt
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
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

W3C = "http://www.w3.org/ns/anno.jsonld"
OWN = {
    "variorum": "urn:x-variorum:",
    "codebook": {"@id": "variorum:codebook", "@container": "@list"},
    "articles": {"@id": "variorum:articles"},
    "stories": {"@id": "variorum:stories"},
    "annotators": {"@id": "variorum:annotators"},
    "versions": {"@id": "variorum:versions", "@type": "@id", "@container": "@list"},
    "role": {"@id": "variorum:role"},
    "unit": {"@id": "variorum:unit"},
    "colour": {"@id": "variorum:colour"},
    "textSha256": {"@id": "variorum:textSha256"},
    "publisher": {"@id": "dcterms:publisher"},
    "issued": {"@id": "dcterms:issued"},
    "prefLabel": {"@id": "skos:prefLabel"},
    "broader": {"@id": "skos:broader", "@type": "@id"},
    "note": {"@id": "skos:note"},
    "definition": {"@id": "skos:definition"},
    "example": {"@id": "skos:example"},
    "letters": {"@id": "variorum:letters"},
    "isCodable": {"@id": "variorum:isCodable"},
    "retired": {"@id": "variorum:retired"},
}
UNIT = "codePoint"
MARKDOWN = "text/markdown"

Echoes = Mapping[StableId, Sequence[SetEnd]]
"""Where a highlight's words stand in other versions, by highlight."""

Shape = dict[str, Any]


def jsonld(
    marks: MarkSet, *, collection: StableId, title: str, echoes: Echoes | None = None
) -> Iterator[str]:
    """Yield marks as one AnnotationCollection, an annotation a line."""
    writer = _Writer(marks, echoes or {})
    annotations = [*writer.annotations()]
    head: Shape = {
        "@context": [W3C, OWN],
        "id": _urn(collection),
        "type": "AnnotationCollection",
        "label": title,
        "total": len(annotations),
        "generator": {"id": "urn:x-variorum:program", "type": "Software", "name": "Variorum"},
        "annotators": [_person(one.id, one.name) for one in marks.annotators],
        "codebook": [_concept(code) for code in marks.codes],
        "articles": [_article(article) for article in writer.articles()],
        "stories": [_story(story) for story in writer.stories()],
    }
    yield json.dumps(head, ensure_ascii=False, indent=1)[:-2]
    yield f',\n "first": {{"id": "{_urn(collection)}#1", "type": "AnnotationPage", "startIndex": 0,\n'
    yield '  "items": ['
    for number, annotation in enumerate(annotations):
        yield f"{',' if number else ''}\n{json.dumps(annotation, ensure_ascii=False)}"
    yield "\n]}}\n"


def _urn(stable: StableId) -> str:
    return f"urn:uuid:{stable}"


def _person(stable: StableId, name: str) -> Shape:
    return {"id": _urn(stable), "type": "Person", "name": name}


def _concept(code: SetCode) -> Shape:
    shape: Shape = {
        "id": _urn(code.id),
        "type": "skos:Concept",
        "prefLabel": code.name,
        "colour": code.colour,
    }
    if code.parent:
        shape["broader"] = _urn(code.parent)
    words = {
        "note": code.memo,
        "definition": code.description,
        "example": code.examples,
        "letters": code.sign,
    }
    shape.update({name: text for name, text in words.items() if text})
    if not code.codable:
        shape["isCodable"] = False
    if code.retired:
        shape["retired"] = True
    return shape


def _article(article: SetArticle) -> Shape:
    shape: Shape = {
        "id": _urn(article.id),
        "type": "Text",
        "format": "text/plain",
        "label": article.title,
        "textSha256": article.text_sha256,
    }
    if article.source:
        shape["publisher"] = article.source
    if article.published:
        shape["issued"] = article.published
    return shape


def _story(story: SetStory) -> Shape:
    versions = [_urn(article) for article in story.articles]
    return {"id": _urn(story.id), "type": "Dataset", "label": story.title, "versions": versions}


def _when(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


class _Writer:
    """Shape the annotations of one set."""

    def __init__(self, marks: MarkSet, echoes: Echoes) -> None:
        self._marks = marks
        self._echoes = echoes
        self._codes = {code.id: code for code in marks.codes}
        self._names = marks.names()
        self._notes = marks.notes_on_highlights()

    def articles(self) -> Iterator[SetArticle]:
        """Yield the articles that an annotation names, and those of the stories it names."""
        named = set(self._marks.marked)
        named.update(end.article for ends in self._echoes.values() for end in ends)
        for story in self.stories():
            named.update(story.articles)
        return (article for article in self._marks.articles if article.id in named)

    def stories(self) -> Iterator[SetStory]:
        named = {note.on.id for note in self._marks.notes if isinstance(note.on, OnStoryOf)}
        return (story for story in self._marks.stories if story.id in named)

    def annotations(self) -> Iterator[Shape]:
        for highlight in self._marks.highlights:
            yield self._of_highlight(highlight)
        for note in self._marks.notes:
            if not isinstance(note.on, OnHighlightOf):
                yield self._of_note(note)

    def _creator(self, annotator: StableId) -> Shape:
        return _person(annotator, self._names.get(annotator, ""))

    def _of_highlight(self, highlight: SetHighlight) -> Shape:
        notes = self._notes.get(highlight.id, ())
        motivation = "tagging" if highlight.codes else "highlighting"
        shape: Shape = {
            "id": _urn(highlight.id),
            "type": "Annotation",
            "motivation": "commenting" if notes else motivation,
            "creator": self._creator(highlight.annotator),
            "created": _when(highlight.made),
        }
        bodies = [self._tag(self._codes[code]) for code in highlight.codes]
        bodies += [{"id": _urn(note.id), **self._comment(note)} for note in notes]
        if bodies:
            shape["body"] = bodies
        targets = [_target(SetEnd(highlight.article, highlight.anchor))]
        targets += [_target(end, role="echo") for end in self._echoes.get(highlight.id, ())]
        shape["target"] = targets
        return shape

    @staticmethod
    def _tag(code: SetCode) -> Shape:
        return {
            "id": _urn(code.id),
            "type": ["TextualBody", "skos:Concept"],
            "purpose": "tagging",
            "format": "text/plain",
            "value": code.name,
        }

    def _comment(self, note: SetNote) -> Shape:
        return {
            "type": "TextualBody",
            "purpose": "commenting",
            "format": MARKDOWN,
            "value": note.text,
            "creator": self._creator(note.annotator),
            "created": _when(note.made),
            "modified": _when(note.changed),
        }

    def _of_note(self, note: SetNote) -> Shape:
        return {
            "id": _urn(note.id),
            "type": "Annotation",
            "motivation": "commenting",
            "creator": self._creator(note.annotator),
            "created": _when(note.made),
            "modified": _when(note.changed),
            "body": [
                {
                    "type": "TextualBody",
                    "purpose": "commenting",
                    "format": MARKDOWN,
                    "value": note.text,
                }
            ],
            "target": _targets(note.on),
        }


def _targets(on: SetPlace) -> list[str | Shape]:
    match on:
        case SetVariant(base, version):
            return [_target(base, role="base"), _target(version, role="version")]
        case OnArticleOf(place) | OnStoryOf(place) | OnHighlightOf(place):
            return [_urn(place)]


def _target(end: SetEnd, *, role: str = "") -> Shape:
    shape: Shape = {
        "type": "SpecificResource",
        "source": _urn(end.article),
        "selector": _selectors(end.anchor),
    }
    return {**shape, "role": role} if role else shape


def _selectors(anchor: Anchor) -> list[Shape]:
    return [
        {
            "type": "TextPositionSelector",
            "start": anchor.span.start,
            "end": anchor.span.end,
            "unit": UNIT,
        },
        {
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        },
    ]
