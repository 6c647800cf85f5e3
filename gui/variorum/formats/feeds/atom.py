"""Read Atom feeds and entries: RFC 4287, and 0.3 before it. Each entry is an article."""

from variorum.formats.compose import Part
from variorum.formats.feeds.fields import ATOM, address_in, first_line, is_of, moment_of, own
from variorum.formats.wires.item import Item, Reading, read_items, unique
from variorum.formats.xml.content import parts_inside
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Imported
from variorum.wire.fields import Fields

NAME = "atom"

_HINT = "A feed of headlines alone has no articles; open its stories and save them as pages."
_HOLDERS = ("content", "summary")


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a feed; raise `FormatError` where none has more than a headline."""
    return read_items(data, gather, name=name, origin=origin, kind=NAME, hint=_HINT)


def gather(reading: Reading, root: Node) -> None:
    """Take the entries of a feed that have a text; the others are named."""
    feed = root if root.name == "feed" else EMPTY
    for node in [root] if root.name == "entry" else root.below("entry"):
        item = _item(node, feed)
        if item.has_text:
            reading.add(item, node)
        else:
            named = item.details.guid or item.details.address or item.fields.headline
            reading.leave("an entry without text", named or node.label)


def _item(node: Node, feed: Node) -> Item:
    taken_from = node.first("source") or EMPTY
    headline = first_line(own(node, "title"))
    # The feed's own author is its desk; who wrote an entry stands in the entry.
    authors = unique(_names(node) or _names(taken_from))
    guid = first_line(own(node, "id"))
    address = _address(node, feed)
    updated = moment_of(own(node, "updated", "modified"))
    published = moment_of(own(node, "published", "issued", "created"))
    body = _body(node, headline)
    rights = (*own(node, "rights", "copyright"), *own(feed, "rights", "copyright"))
    return Item(
        parts=body,
        summary=_summary(node),
        fields=Fields(
            headline=headline,
            slug=_of_agency(node, "contentmetadata", "slugline"),
            byline=", ".join(authors) or None,
            published=updated or published,
            source=first_line(own(taken_from, "title")) or first_line(own(feed, "title")),
            language=_language(node, feed),
        ),
        details=Details(
            guid=guid,
            version=_of_agency(node, "newsmanagement", "managementsequencenumber"),
            keywords=unique(tag.get("label", "term") for tag in node.all("category")),
            authors=authors,
            provider=first_line(own(feed, "title")),
            copyright=first_line(rights),
            created=published,
            revised=updated,
            address=address,
        ),
        origin=address or guid,
    )


def _of_agency(node: Node, *path: str) -> str | None:
    """Return a field that agencies set beside the standard's own, in a space of theirs."""
    return (node.first(*path) or EMPTY).words() or None


def _names(node: Node) -> tuple[str, ...]:
    return unique(first_line(person.all("name")) for person in own(node, "author"))


def _address(node: Node, feed: Node) -> str | None:
    """Return where the entry's story stands on the web."""
    base = address_in(node.get("base") or feed.get("base"))
    for link in own(node, "link"):
        address = address_in(link.get("href"), base=base)
        if (link.get("rel") or "alternate") == "alternate" and address:
            return address
    return None


def _language(node: Node, feed: Node) -> str | None:
    content = node.first("content") or EMPTY
    return content.get("lang") or node.get("lang") or feed.get("lang")


def _body(node: Node, headline: str | None) -> tuple[Part, ...]:
    """Return the content, else the summary; what another namespace calls so stands behind."""
    holders = sorted(
        (child for child in node.children if child.name in _HOLDERS),
        key=lambda child: (not is_of(child, *ATOM), _HOLDERS.index(child.name)),
    )
    found = (parts_inside(holder, known=(headline,)) for holder in holders)
    return next((tuple(parts) for parts in found if parts), ())


def _summary(node: Node) -> tuple[Part, ...]:
    return tuple(part for holder in own(node, "summary") for part in parts_inside(holder))
