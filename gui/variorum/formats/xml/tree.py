"""Parse XML into a tree within limits, reading no other file and expanding no entity.

One reader for every XML format: a DOCTYPE passes and is not followed, a declared entity is
refused (but for DTDs' own), a wrong declaration of the encoding is outvoted by the bytes, and what is broken is
mended as far as that is safe, with a problem that says so.

Names of elements are folded to lower case and stand without their prefix: desks mistype both.
Offsets are bytes of the text as it was parsed, in UTF-8.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from variorum.errors import FormatError
from variorum.formats import encodings
from variorum.formats.encodings import Decoded
from variorum.formats.html import encoding as html_encoding
from variorum.formats.xml import mend as xml_mend
from variorum.text import Problem, ProblemKind

MAX_DEPTH = 200
MAX_ELEMENTS = 500_000
"""More than 10,000 items of a wire in one file have."""

_PREFIX = "xmlns:"


@dataclass(slots=True, eq=False)
class Node:
    """Hold an element: its folded local name, its namespace, its attributes and what is in it."""

    name: str
    label: str
    """The local name as the file writes it."""
    space: str
    """The namespace's address; the bare prefix where the file declares none for it."""
    attributes: Mapping[str, str]
    """By local names, folded; `xml:lang` is `lang` where there is no other."""
    start: int
    end: int = 0
    """Where its last tag begins."""
    text: str = ""
    tail: str = ""
    children: "list[Node]" = field(default_factory=list["Node"])

    def get(self, *names: str) -> str | None:
        """Return the first of some attributes that is there and not blank, white space tidied."""
        for name in names:
            value = " ".join(self.attributes.get(name, "").split())
            if value:
                return value
        return None

    def all(self, *names: str) -> Iterator["Node"]:
        """Yield the children of these names, in the file's order."""
        return (child for child in self.children if child.name in names)

    def first(self, *path: str) -> "Node | None":
        """Return the first element at the end of a path of names, from child to child."""
        if not path:
            return self
        found = (child.first(*path[1:]) for child in self.all(path[0]))
        return next((node for node in found if node is not None), None)

    def below(self, *names: str) -> Iterator["Node"]:
        """Yield the elements of these names anywhere inside, in the file's order."""
        waiting = self.children[::-1]
        while waiting:
            node = waiting.pop()
            if node.name in names:
                yield node
            waiting.extend(reversed(node.children))

    def words(self, *path: str) -> str | None:
        """Return the words of the first element at a path on one line, or None where there are none."""
        found = self.first(*path)
        return (" ".join(found.inner.split()) or None) if found is not None else None

    @property
    def inner(self) -> str:
        """Return all text inside, white space as it is."""
        parts: list[str] = [self.text]
        waiting: list[Node | str] = []
        for child in reversed(self.children):
            waiting += (child.tail, child)
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
                continue
            parts.append(one.text)
            for child in reversed(one.children):
                waiting += (child.tail, child)
        return "".join(parts)


EMPTY = Node("", "", "", {}, 0)
"""Stands for an element that is not there: it has no attributes and holds nothing."""


@dataclass(frozen=True, slots=True)
class XmlFile:
    """Hold a parsed file: its root, its text in UTF-8, and what was odd about it."""

    root: Node
    source: bytes
    encoding: str
    problems: tuple[Problem, ...] = ()

    def bytes_of(self, node: Node) -> bytes:
        """Return an element as the file has it, in the file's encoding."""
        end = self.source.find(b">", node.end) + 1
        text = self.source[node.start : end].decode("utf-8", "replace")
        return text.encode(self.encoding, "xmlcharrefreplace")


def parse(data: bytes, *, name: str) -> XmlFile:
    """Return the tree of a file's bytes, mended where that is needed.

    Raises `FormatError` for entity declarations, for more than `MAX_ELEMENTS` or a nesting
    below `MAX_DEPTH`, and where nothing of an element can be read.
    """
    decoded = _decoded(data)
    text = xml_mend.with_characters(xml_mend.without_junk(decoded.text))
    try:
        return _file(_Builder(name).build(text), text, decoded)
    except expat.ExpatError as error:
        broken = Problem(ProblemKind.AGAINST_STANDARD, f"no sound XML: {error}")
    for mend in (xml_mend.with_sound_text, xml_mend.with_sound_tags):
        text = mend(text)
        try:
            found = _file(_Builder(name).build(text), text, decoded)
        except expat.ExpatError:
            continue
        return replace(found, problems=(*found.problems, broken))
    raise FormatError(
        f"{name} is damaged: it is not sound XML.",
        hint="Send or save it again, or copy its text and paste that.",
    )


def _decoded(data: bytes) -> Decoded:
    """Return a file's characters; XML that declares nothing declares UTF-8, often in error."""
    label = html_encoding.declared_encoding(data)
    if label in {None, "utf-8"} or encodings.is_wide(data):
        return encodings.decode(data)
    return html_encoding.decode(data)


def _file(root: Node, text: str, decoded: Decoded) -> XmlFile:
    return XmlFile(root, text.encode("utf-8", "replace"), decoded.encoding, decoded.problems)


class _Builder:
    """Build a tree from expat's events, and stop at what no file for reading needs."""

    def __init__(self, name: str) -> None:
        self._file = name
        self._open: list[Node] = []
        self._spaces: list[Mapping[str, str]] = [{"xml": "xml"}]
        self._words: list[str] = []
        self._count = 0
        self._root: Node | None = None
        self._parser = expat.ParserCreate(encoding="utf-8")
        self._parser.buffer_text = True
        self._parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._words.append
        self._parser.EntityDeclHandler = self._refuse_entity
        self._parser.SkippedEntityHandler = self._skip

    def build(self, text: str) -> Node:
        """Return the root; raise `ExpatError` where the text is not sound."""
        self._parser.Parse(text.encode("utf-8", "replace"), True)  # noqa: FBT003 - the last piece
        if self._root is None:
            raise expat.ExpatError("no element")
        return self._root

    def _start(self, tag: str, given: dict[str, str]) -> None:
        self._count += 1
        if len(self._open) >= MAX_DEPTH:
            raise FormatError(
                f"{self._file} is nested too deeply to be read.", hint="It may be damaged."
            )
        if self._count > MAX_ELEMENTS:
            raise FormatError(
                f"{self._file} has too many parts to be read.", hint="Split it into smaller files."
            )
        self._flush()
        spaces = _declared(given, self._spaces[-1])
        self._spaces.append(spaces)
        prefix, _, local = tag.rpartition(":")
        local = local or tag
        node = Node(
            name=local.lower(),
            label=local,
            space=spaces.get(prefix, prefix),
            attributes=_attributes(given) if given else {},
            start=self._parser.CurrentByteIndex,
        )
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node
        self._open.append(node)

    def _end(self, _tag: str) -> None:
        self._flush()
        self._spaces.pop()
        node = self._open.pop()
        node.end = self._parser.CurrentByteIndex

    def _flush(self) -> None:
        """Give the words since the last tag to the element they stand in."""
        if self._words and self._open:
            words = "".join(self._words)
            holder = self._open[-1]
            if holder.children:
                holder.children[-1].tail += words
            else:
                holder.text += words
        self._words.clear()

    def _skip(self, name: str, _is_parameter: bool) -> None:  # noqa: FBT001 - expat's signature
        self._words.append(f"&{name};")

    def _refuse_entity(self, _name: str, is_parameter: bool, *_declaration: object) -> None:  # noqa: FBT001 - expat's signature
        if is_parameter:
            # NewsML names other DTDs by these; they stand in DTDs alone, and are never expanded.
            return
        raise FormatError(
            f"{self._file} declares entities, which are not read for safety.",
            hint="Ask its sender for a file without an internal DTD.",
        )


def _declared(given: Mapping[str, str], spaces: Mapping[str, str]) -> Mapping[str, str]:
    """Return the namespaces in force inside an element."""
    new = {
        key.removeprefix("xmlns").removeprefix(":"): value
        for key, value in given.items()
        if key == "xmlns" or key.startswith(_PREFIX)
    }
    return {**spaces, **new} if new else spaces


def _attributes(given: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in given.items():
        prefix, _, local = key.rpartition(":")
        if prefix != "xmlns" and key != "xmlns":
            found[local.lower()] = found.get(local.lower(), value) if prefix else value
    return found
