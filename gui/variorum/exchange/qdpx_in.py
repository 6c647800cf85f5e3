"""Read marks from a REFI-QDA project: our own, or another program's on the same texts.

Nothing is unpacked: members are read by their names in the archive, within limits.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from variorum.annotations.anchors import make_anchor
from variorum.annotations.mark_set import (
    MarkSet,
    OnArticleOf,
    OnHighlightOf,
    OnStoryOf,
    SetAnnotator,
    SetArticle,
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
from variorum.exchange.qdpx import BASE, NAMESPACE, PROJECT, SOURCES, VERSION, end_id
from variorum.exchange.refi_in import guid, parsed, read_codes
from variorum.formats.documents.office_zip import Members, opened
from variorum.text import Span

MOST_MEMBERS = 500_000
"""A project has a file for every article; a hundred thousand are in order."""
LARGEST_WHOLE = 4 * 1024 * 1024 * 1024

_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def read_qdpx(data: bytes, *, name: str) -> MarkSet:
    """Return the marks of a project; raise `FormatError` where it is none."""
    with opened(data, name=name, most_members=MOST_MEMBERS, largest_whole=LARGEST_WHOLE) as members:
        xml = members.get(PROJECT)
        if xml is None:
            raise FormatError(f"{name} is no REFI-QDA project.", hint="Its ending should be .qdpx.")
        root = parsed(xml, name=name)
        try:
            return _Reader(root, members).read()
        except (KeyError, ValueError) as error:
            raise FormatError(
                f"{name} is not as REFI-QDA has it.", hint="Export the project again."
            ) from error


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _moment(text: str | None) -> dt.datetime:
    if not text:
        return _EPOCH
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)


class _Reader:
    """Gather the marks of one project."""

    def __init__(self, root: ET.Element, members: Members) -> None:
        self._root = root
        self._members = members
        self._articles: list[SetArticle] = []
        self._highlights: list[SetHighlight] = []
        self._selections: dict[StableId, SetEnd] = {}
        self._places: dict[StableId, SetPlace] = {}
        self._stories: list[SetStory] = []
        self._ends: set[StableId] = set()
        """The selections that are only ends of our variants."""
        self._variants: list[tuple[StableId, StableId, StableId]] = []

    def read(self) -> MarkSet:
        codebook = self._root.find(f"{_tag('CodeBook')}/{_tag('Codes')}")
        codes = tuple(read_codes(codebook)) if codebook is not None else ()
        order = {code.id: place for place, code in enumerate(codes)}
        self._read_links()
        for source in self._root.iterfind(f"{_tag('Sources')}/{_tag('TextSource')}"):
            self._read_source(source, order)
        self._join_ends()
        self._read_sets()
        users = self._root.iterfind(f"{_tag('Users')}/{_tag('User')}")
        return MarkSet(
            annotators=tuple(SetAnnotator(guid(u), u.get("name", "")) for u in users),
            codes=codes,
            articles=tuple(self._articles),
            stories=tuple(self._stories),
            highlights=tuple(self._highlights),
            notes=tuple(self._notes()),
        )

    def _read_links(self) -> None:
        """Find the ends of our variants, by the ids that they must have."""
        for link in self._root.iterfind(f"{_tag('Links')}/{_tag('Link')}"):
            origin, target = guid(link, "originGUID"), guid(link, "targetGUID")
            for ref in link.iterfind(_tag("NoteRef")):
                note = guid(ref, "targetGUID")
                if (origin, target) == (end_id(note, BASE), end_id(note, VERSION)):
                    self._ends |= {origin, target}
                    self._variants.append((note, origin, target))

    def _read_source(self, source: ET.Element, order: dict[StableId, int]) -> None:
        text = self._content(source)
        article = guid(source)
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        self._articles.append(SetArticle(article, sha256, source.get("name", "")))
        for selection in source.iterfind(_tag("PlainTextSelection")):
            stable = guid(selection)
            end = SetEnd(article, _anchor(text, selection))
            if stable in self._ends:
                self._selections[stable] = end
                continue
            refs = selection.iterfind(f"{_tag('Coding')}/{_tag('CodeRef')}")
            codes = {guid(ref, "targetGUID") for ref in refs} & order.keys()
            self._highlights.append(
                SetHighlight(
                    id=stable,
                    article=article,
                    anchor=end.anchor,
                    codes=tuple(sorted(codes, key=order.__getitem__)),
                    annotator=guid(selection, "creatingUser"),
                    made=_moment(selection.get("creationDateTime")),
                )
            )
            self._place(selection, OnHighlightOf(stable))
        self._place(source, OnArticleOf(article))

    def _place(self, element: ET.Element, on: SetPlace, kind: str = "NoteRef") -> None:
        for ref in element.iterfind(_tag(kind)):
            self._places.setdefault(guid(ref, "targetGUID"), on)

    def _join_ends(self) -> None:
        for note, base, version in self._variants:
            if base in self._selections and version in self._selections:
                self._places[note] = SetVariant(self._selections[base], self._selections[version])

    def _read_sets(self) -> None:
        for each in self._root.iterfind(f"{_tag('Sets')}/{_tag('Set')}"):
            members = tuple(guid(m, "targetGUID") for m in each.iterfind(_tag("MemberSource")))
            self._stories.append(SetStory(guid(each), each.get("name", ""), members))
            self._place(each, OnStoryOf(guid(each)), "MemberNote")

    def _notes(self) -> Iterator[SetNote]:
        for note in self._root.iterfind(f"{_tag('Notes')}/{_tag('Note')}"):
            stable = guid(note)
            if stable in self._places:
                made = note.get("creationDateTime")
                yield SetNote(
                    id=stable,
                    text=self._content(note),
                    on=self._places[stable],
                    annotator=guid(note, "creatingUser"),
                    made=_moment(made),
                    changed=_moment(note.get("modifiedDateTime") or made),
                )

    def _content(self, element: ET.Element) -> str:
        """Return a text that stands in the project, or in a file of its own beside it."""
        path = element.get("plainTextPath", "")
        if path.startswith("internal://"):
            file = path.removeprefix("internal://")
            for folder in (SOURCES, SOURCES.title()):
                data = self._members.get(f"{folder}/{file}")
                if data is not None:
                    return data.decode("utf-8", "replace")
        return element.findtext(_tag("PlainTextContent")) or ""


def _anchor(text: str, selection: ET.Element) -> Anchor:
    start, end = (int(selection.get(f"{which}Position", "")) for which in ("start", "end"))
    if not 0 <= start <= end <= len(text):
        # Words that are not there: the library will find none at this place either.
        return Anchor(Span(max(0, start), max(0, start, end)), "\0", "", "")
    return make_anchor(text, Span(start, end))
