"""Read NewsML 1.0 to 1.2: items whose components may hold components, to any depth.

After NewsML 1.2, https://iptc.org/standards/newsml-1/. A component with a headline of its own is
a story of its own, unless it says what its neighbours say (`EquivalentsList`) or is a caption.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.formats.compose import Part
from variorum.formats.html.dates import read_moment
from variorum.formats.html.tree import squash
from variorum.formats.wires import nitf
from variorum.formats.wires.item import Item, Reading, merged, read_items
from variorum.formats.wires.newsml_1_fields import of_component, of_item, topics_of
from variorum.formats.xml.content import parts_inside
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Imported, Moment, PassageKind

NAME = "newsml-1"

_HINT = "It may hold pictures, topics or a catalogue only; ask its sender for the text."
_NO_TEXT = frozenset({"photo", "picture", "image", "graphic", "video", "audio", "animation"})


_LINES = {
    "headline": "headline",
    "title": "headline",
    "head": "headline",
    "slug": "slug",
    "slugline": "slug",
    "byline": "byline",
    "author": "byline",
}
"""Fields that are components of their own, by their roles."""


@dataclass(frozen=True, slots=True)
class _Story:
    """Hold what a component says, and whether that only explains a picture."""

    item: Item
    is_caption: bool = False
    role: str = ""

    @property
    def headline(self) -> str:
        return squash(self.item.fields.headline or "")


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a NewsML file; raise `FormatError` where it holds no text."""
    return read_items(data, gather, name=name, origin=origin, kind=NAME, hint=_HINT)


def gather(reading: Reading, root: Node) -> None:
    """Take the stories of all items in an element."""
    sent = read_moment(root.words("newsenvelope", "dateandtime") or "")
    topics = topics_of(root)
    for node in [root] if root.name == "newsitem" else [*root.below("newsitem")]:
        _add(reading, node, topics, sent=sent)


def _add(reading: Reading, node: Node, topics: Mapping[str, str], *, sent: Moment | None) -> None:
    """Take the stories of an item; an item without any is named."""
    whole = of_item(node, sent=sent)
    found = [story for part in node.all("newscomponent") for story in _stories(part, topics)]
    stories = [merged(story.item, whole) for story in found]
    told = [item for item in stories if item.has_text]
    if not told and _is_text(node):
        told = [item for item in stories if item.fields.headline][:1]
    for number, item in enumerate(told):
        is_further = number > 0 and item.origin is not None
        own = f"{item.origin}#{number + 1}" if is_further else item.origin
        reading.add(replace(item, origin=own), node)
    if not told:
        reading.leave("an item without text", whole.details.guid or node.label)


def _is_text(node: Node) -> bool:
    kinds = {(kind.get("formalname") or "").lower() for kind in node.below("mediatype")}
    return not kinds or "text" in kinds


def _stories(component: Node, topics: Mapping[str, str]) -> list[_Story]:
    """Return the stories of a component: its own first, then those that have their own headlines."""
    own = of_component(component, topics)
    own = merged(own, _content(component, own))
    below = [story for child in component.all("newscomponent") for story in _stories(child, topics)]
    if (component.get("equivalentslist") or "").lower() == "yes":
        below = [story for story in below if story.item.has_text][:1]
    own, below = _with_roles(own, below)
    captions = [part for story in below if story.is_caption for part in _captions(story.item)]
    told = [story for story in below if not story.is_caption and story.item.has_text]
    if not own.parts and len(told) == 1:
        main = merged(told[0].item, own)
        return [_story(component, main, captions)]
    mine = squash(own.fields.headline or "")
    same = [story for story in told if story.headline in {"", mine}]
    apart = [story for story in told if story not in same]
    parts = (*own.parts, *(part for story in same for part in story.item.parts))
    main = replace(own, parts=parts)
    separate = [_Story(merged(story.item, replace(own, parts=(), summary=()))) for story in apart]
    if separate and not main.has_text:
        return separate
    return [_story(component, main, captions), *separate]


def _with_roles(own: Item, below: Sequence[_Story]) -> tuple[Item, list[_Story]]:
    """Return an item with the fields that components of some agencies hold, and the components left.

    Where each line of a story is a component, its role says which line it is.
    """
    told = {field: story for story in below if (field := _LINES.get(story.role)) is not None}
    lines = {field: _line(story.item) for field, story in told.items()}
    lacking = {name: line for name, line in lines.items() if not getattr(own.fields, name)}
    fields = replace(own.fields, **lacking)
    return replace(own, fields=fields), [s for s in below if s.role not in _LINES]


def _line(item: Item) -> str | None:
    return " ".join(" ".join(part.text for part in item.parts).split()) or item.fields.headline


def _role(component: Node) -> str:
    return ((component.first("role") or EMPTY).get("formalname") or "").lower()


def _story(component: Node, item: Item, captions: Sequence[Part]) -> _Story:
    """Return a component's story; one of captions alone only explains a picture."""
    item = replace(item, parts=(*item.parts, *captions))
    has_captions = bool(captions) and all(part.kind is PassageKind.CAPTION for part in item.parts)
    is_caption = has_captions or _is_picture(component)
    return _Story(item, is_caption=is_caption, role=_role(component))


def _captions(item: Item) -> list[Part]:
    return [replace(part, kind=PassageKind.CAPTION) for part in item.parts or item.summary]


def _is_picture(component: Node) -> bool:
    """Tell whether a component's words only explain what its other content shows."""
    kinds = [_kind(node) for node in component.all("contentitem")]
    return "caption" in _role(component) or any(kind in _NO_TEXT for kind in kinds)


def _kind(content: Node) -> str:
    return ((content.first("mediatype") or EMPTY).get("formalname") or "").lower()


def _content(component: Node, own: Item) -> Item:
    """Return the first rendition of a component's content that has words; the others say the same."""
    known = (own.fields.headline, *own.details.headlines, own.fields.byline, own.details.dateline)
    for content in component.all("contentitem"):
        if _kind(content) in _NO_TEXT:
            continue
        notation = next(content.below("encoding"), EMPTY).get("notation")
        for data in content.below("datacontent"):
            story = next(data.below("nitf"), None)
            if story is not None:
                item = replace(nitf.item_of(story), origin=None)
            else:
                item = Item(parts=tuple(parts_inside(data, known=known, notation=notation)))
            if item.has_text:
                return item
    return Item()
