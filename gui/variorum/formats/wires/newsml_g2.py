"""Read NewsML-G2: items and whole messages, and the pieces of items that are passed around.

What holds no story - packages, which only point at items, plans, concepts, catalogues - is named
among the problems of a message, and refused where it is all that a file has.
"""

from collections.abc import Iterator
from dataclasses import replace

from variorum.formats.compose import Part
from variorum.formats.html.dates import read_moment
from variorum.formats.html.fragment import Known
from variorum.formats.wires import nitf
from variorum.formats.wires.item import Item, Reading, merged, read_items
from variorum.formats.wires.newsml_g2_fields import name_of, said_by
from variorum.formats.xml.content import line_of, parts_inside, parts_of_leaves, parts_of_nodes
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Imported, Moment, PassageKind, Problem, ProblemKind

NAME = "newsml-g2"

_ITEMS = ("newsitem",)
_WITHOUT_TEXT = {
    "packageitem": "a package, which only points at other items",
    "planningitem": "a plan of coverage",
    "conceptitem": "a description of a concept",
    "knowledgeitem": "a list of concepts",
    "catalogitem": "a catalogue of codes",
}
_HINT = "Ask for the news items themselves; packages, plans, concepts and codes have no story."
_WRITTEN = frozenset({"text", "composite"})
_SHOWN = frozenset({"picture", "photo", "graphic", "animation", "video", "audio"})
_PIECES = ("contentset", "inlinexml", "inlinedata")


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a message or an item; raise `FormatError` where it holds no text."""
    return read_items(data, gather, name=name, origin=origin, kind=NAME, hint=_HINT)


def gather(reading: Reading, root: Node) -> None:
    """Take the items of a message, an item or a piece of one; what has no text is named."""
    sent = read_moment(root.words("header", "sent") or "")
    for node in _items(root):
        item = _item_of(node, sent=sent)
        if item.has_text or (item.fields.headline and _class_of(node) in _WRITTEN):
            reading.add(item, node)
        else:
            _note_unread(reading, node)
    for node in root.below(*_WITHOUT_TEXT):
        _note_unread(reading, node)
    if not reading.found and root.name not in {"newsmessage", *_ITEMS, *_WITHOUT_TEXT}:
        _add_piece(reading, root)


def _note_unread(reading: Reading, node: Node) -> None:
    what = _WITHOUT_TEXT.get(node.name, "an item without text")
    reading.leave(what, node.get("guid") or node.label)


def _items(root: Node) -> Iterator[Node]:
    return iter([root]) if root.name in _ITEMS else root.below(*_ITEMS)


def _add_piece(reading: Reading, root: Node) -> None:
    """Take the text of a piece of an item that was saved alone."""
    item = _with_content(Item(), root)
    if item.has_text:
        problem = Problem(ProblemKind.AGAINST_STANDARD, f"a piece of an item: {root.name}")
        reading.add(replace(item, problems=(*item.problems, problem)), root)


def _item_of(node: Node, *, sent: Moment | None) -> Item:
    said = said_by(node, sent=sent)
    content = node.first("contentmeta") or EMPTY
    item = Item(
        summary=_summary(content, said.fields.language, is_caption=_class_of(node) in _SHOWN),
        fields=said.fields,
        details=said.details,
        origin=said.details.guid,
        problems=_against_standard(node),
    )
    return _with_content(item, node)


def _against_standard(node: Node) -> tuple[Problem, ...]:
    """Return what an item lacks that its standard asks of every item."""
    lacks = [name for name in ("guid", "version") if node.get(name) is None]
    about = node.first("itemmeta") or EMPTY
    asked = {"itemclass": "itemClass", "provider": "provider", "versioncreated": "versionCreated"}
    lacks += [asked[name] for name in asked if about.first(name) is None]
    if not lacks:
        return ()
    return (Problem(ProblemKind.AGAINST_STANDARD, f"newsItem without {', '.join(lacks)}"),)


def _summary(content: Node, language: str | None, *, is_caption: bool) -> tuple[Part, ...]:
    """Return the longest description that the item has in its language: an abstract, a caption."""
    found = [node for node in content.all("description") if node.inner.strip()]
    ours = [node for node in found if node.get("lang") in {None, language}] or found
    if not ours:
        return ()
    longest = max(ours, key=lambda node: len(node.inner))
    parts = parts_inside(longest)
    if is_caption and parts:
        return (Part("\n\n".join(part.text for part in parts), PassageKind.CAPTION),)
    return tuple(parts)


def _with_content(item: Item, holder: Node) -> Item:
    """Return an item with the first of its renditions that has words; the others say the same."""
    unread: list[Problem] = []
    lines = (item.fields.headline, *item.details.headlines, item.fields.byline)
    known = (*lines, item.details.dateline)
    inline = holder.below("inlinexml", "inlinedata")
    for content in (holder, *inline) if holder.name in _PIECES[1:] else inline:
        found = _content(content, known)
        if found.parts or found.fields.headline:
            item = merged(item, found)
        elif content.children:
            named = content.children[0].name
            unread.append(Problem(ProblemKind.PART_UNREAD, f"inline content: {named}"))
        if item.parts:
            break
    return item if item.parts else replace(item, problems=(*item.problems, *unread))


def _content(content: Node, known: Known) -> Item:
    """Return what an inline rendition holds: NITF, a page, or elements with paragraphs."""
    story = next((node for node in (content, *content.below("nitf")) if node.name == "nitf"), None)
    if story is not None:
        return replace(nitf.item_of(story), origin=None)
    page = next(content.below("html"), None)
    if page is not None:
        title = line_of(page.first("head", "title"))
        parts = tuple(parts_of_nodes([page], known=(*known, title)))
        found = Item(parts=parts)
        return replace(found, fields=replace(found.fields, headline=title))
    if content.children and next(content.below("p", "body", "br"), None) is None:
        return Item(parts=tuple(parts_of_leaves(content)))
    return Item(parts=tuple(parts_inside(content, known=known)))


def _class_of(node: Node) -> str:
    """Return what kind of content an item has, by the IPTC's nature of news items."""
    kind = node.first("itemmeta", "itemclass") or EMPTY
    code = kind.get("qcode", "uri") or name_of(kind) or ""
    return code.replace("/", ":").rpartition(":")[2].lower()
