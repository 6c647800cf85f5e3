"""Marks and texts as a REFI-QDA project (.qdpx), for NVivo, ATLAS.ti, MAXQDA, QualCoder and others.

A version is a TextSource whose file holds the article's text exactly; a highlight is a
PlainTextSelection, its positions in code points as the standard counts them, with a Coding for
each code. A note on a variant is a Link between a selection at either end; a story is a Set.
"""

import datetime as dt
import uuid
import zipfile
from collections import defaultdict
from collections.abc import Callable
from typing import BinaryIO
from xml.etree import ElementTree as ET

from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetArticle,
    SetEnd,
    SetHighlight,
    SetNote,
    SetVariant,
    StableId,
)
from variorum.exchange.refi import ORIGIN, add_codes, fits_xml, serialised, xml_words
from variorum.progress import Tick, no_tick

PROJECT = "project.qde"
NAMESPACE = "urn:QDA-XML:project:1.0"
SOURCES = "sources"
BASE, VERSION = "base", "version"

_LONGEST_NAME = 100

TextOf = Callable[[StableId], str]


def write_qdpx(
    out: BinaryIO, marks: MarkSet, *, title: str, text_of: TextOf, tick: Tick = no_tick
) -> None:
    """Write a project with all articles of a set, marked or not."""
    project = _Project(marks, title)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for done, article in enumerate(marks.articles):
            tick(done, len(marks.articles))
            archive.writestr(f"{SOURCES}/{article.id}.txt", text_of(article.id).encode())
        for note in project.notes_apart:
            archive.writestr(f"{SOURCES}/{note.id}.txt", note.text.encode())
        archive.writestr(PROJECT, serialised(project.tree()))
    tick(len(marks.articles), len(marks.articles))


def end_id(note: StableId, end: str) -> str:
    """Return the id of the selection at one end of a variant: always the same for a note."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-variorum:{note}:{end}"))


def _when(moment: dt.datetime) -> str:
    return moment.astimezone(dt.UTC).isoformat().replace("+00:00", "Z")


def _ref(parent: ET.Element, kind: str, target: str) -> None:
    ET.SubElement(parent, kind, targetGUID=target)


class _Project:
    """Shape one set of marks."""

    def __init__(self, marks: MarkSet, title: str) -> None:
        self._marks = marks
        self._title = title
        self.notes_apart = [note for note in marks.notes if not fits_xml(note.text)]
        """Notes with characters that XML cannot hold; they are files of their own."""
        self._highlights: defaultdict[StableId, list[SetHighlight]] = defaultdict(list)
        for highlight in marks.highlights:
            self._highlights[highlight.article].append(highlight)
        self._notes: defaultdict[StableId, list[SetNote]] = defaultdict(list)
        self._ends: defaultdict[StableId, list[tuple[SetNote, str, SetEnd]]] = defaultdict(list)
        self._linking: list[tuple[SetNote, SetVariant]] = []
        for note in marks.notes:
            match note.on:
                case OnHighlightOf(place) | OnArticleOf(place) | OnStoryOf(place):
                    self._notes[place].append(note)
                case SetVariant() as variant:
                    self._linking.append((note, variant))
                    for name, end in ((BASE, variant.base), (VERSION, variant.version)):
                        self._ends[end.article].append((note, name, end))

    def tree(self) -> ET.Element:
        """Return the project; its parts stand in the order that the schema wants."""
        root = ET.Element("Project", xmlns=NAMESPACE, name=xml_words(self._title), origin=ORIGIN)
        if self._marks.annotators:
            users = ET.SubElement(root, "Users")
            for one in self._marks.annotators:
                ET.SubElement(users, "User", guid=one.id, name=xml_words(one.name))
        if self._marks.codes:
            add_codes(ET.SubElement(ET.SubElement(root, "CodeBook"), "Codes"), self._marks.codes)
        if self._marks.articles:
            sources = ET.SubElement(root, "Sources")
            for article in self._marks.articles:
                self._add_source(sources, article)
        self._add_notes(root)
        self._add_links(root)
        self._add_sets(root)
        return root

    def _add_source(self, sources: ET.Element, article: SetArticle) -> None:
        name = " · ".join(filter(None, [article.title, article.source]))
        source = ET.SubElement(
            sources,
            "TextSource",
            guid=article.id,
            name=xml_words(name),
            plainTextPath=f"internal://{article.id}.txt",
        )
        for highlight in self._highlights[article.id]:
            self._add_highlight(source, highlight)
        for note, name, end in self._ends[article.id]:
            _add_selection(source, end_id(note.id, name), end, note.annotator, note.made)
        for note in self._notes[article.id]:
            _ref(source, "NoteRef", note.id)

    def _add_highlight(self, source: ET.Element, highlight: SetHighlight) -> None:
        selection = _add_selection(
            source,
            highlight.id,
            SetEnd(highlight.article, highlight.anchor),
            highlight.annotator,
            highlight.made,
        )
        for code in highlight.codes:
            coding = ET.SubElement(
                selection,
                "Coding",
                guid=str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-variorum:{highlight.id}:{code}")),
                creatingUser=highlight.annotator,
                creationDateTime=_when(highlight.made),
            )
            _ref(coding, "CodeRef", code)
        for note in self._notes[highlight.id]:
            _ref(selection, "NoteRef", note.id)

    def _add_notes(self, root: ET.Element) -> None:
        if not self._marks.notes:
            return
        apart = {note.id for note in self.notes_apart}
        notes = ET.SubElement(root, "Notes")
        for note in self._marks.notes:
            element = ET.SubElement(
                notes,
                "Note",
                guid=note.id,
                name=_name(note.text),
                creatingUser=note.annotator,
                creationDateTime=_when(note.made),
                modifyingUser=note.annotator,
                modifiedDateTime=_when(note.changed),
            )
            if note.id in apart:
                element.set("plainTextPath", f"internal://{note.id}.txt")
            else:
                ET.SubElement(element, "PlainTextContent").text = note.text

    def _add_links(self, root: ET.Element) -> None:
        if not self._linking:
            return
        links = ET.SubElement(root, "Links")
        for note, variant in self._linking:
            words = f"{variant.base.anchor.exact} → {variant.version.anchor.exact}"
            link = ET.SubElement(
                links,
                "Link",
                guid=end_id(note.id, "link"),
                name=_name(words),
                direction="OneWay",
                originGUID=end_id(note.id, BASE),
                targetGUID=end_id(note.id, VERSION),
            )
            _ref(link, "NoteRef", note.id)

    def _add_sets(self, root: ET.Element) -> None:
        wanted = [
            story
            for story in self._marks.stories
            if len(story.articles) > 1 or self._notes[story.id]
        ]
        if not wanted:
            return
        sets = ET.SubElement(root, "Sets")
        for story in wanted:
            element = ET.SubElement(sets, "Set", guid=story.id, name=xml_words(story.title))
            for article in story.articles:
                _ref(element, "MemberSource", article)
            for note in self._notes[story.id]:
                _ref(element, "MemberNote", note.id)


def _add_selection(
    source: ET.Element, stable: str, end: SetEnd, annotator: StableId, made: dt.datetime
) -> ET.Element:
    span = end.anchor.span
    return ET.SubElement(
        source,
        "PlainTextSelection",
        guid=stable,
        name=_name(end.anchor.exact),
        startPosition=str(span.start),
        endPosition=str(span.end),
        creatingUser=annotator,
        creationDateTime=_when(made),
    )


def _name(words: str) -> str:
    line = " ".join(xml_words(words).split())
    return line if len(line) <= _LONGEST_NAME else f"{line[: _LONGEST_NAME - 1]}…"
