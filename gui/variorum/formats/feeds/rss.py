"""Read RSS 2.0, 0.9x and 1.0: each item is an article, with its full text where it is sent.

After https://www.rssboard.org/rss-specification and https://web.resource.org/rss/1.0/; the
text is the longest of `content:encoded`, a body in XHTML and the description.
"""

from variorum.formats.compose import Part
from variorum.formats.feeds.fields import (
    CONTENT,
    DUBLIN_CORE,
    address_in,
    first_line,
    moment_of,
    name_in,
    of_space,
    own,
    with_foot,
)
from variorum.formats.wires.item import Item, Reading, read_items, unique
from variorum.formats.xml.content import line_of, parts_inside
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Imported
from variorum.wire.fields import Fields

NAME = "rss"

_HINT = "A feed of headlines alone has no articles; open its stories and save them as pages."


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a feed; raise `FormatError` where none has more than a headline."""
    return read_items(data, gather, name=name, origin=origin, kind=NAME, hint=_HINT)


def gather(reading: Reading, root: Node) -> None:
    """Take the entries of a feed that have a text; the others are named."""
    channel = next((node for node in (root, *root.children) if node.name == "channel"), EMPTY)
    for node in root.below("item"):
        item = _item(node, channel)
        if item.has_text:
            reading.add(item, node)
        else:
            named = item.details.guid or item.details.address or item.fields.headline
            reading.leave("an entry without text", named or node.label)


def _item(node: Node, channel: Node) -> Item:
    headline = first_line(own(node, "title"))
    authors = _authors(node)
    guid = first_line(node.all("guid")) or node.get("about")
    address = _address(node, channel, guid)
    feed = first_line(own(channel, "title"))
    source = first_line(own(node, "source")) or feed
    published = moment_of(node.all("pubdate")) or moment_of(of_space(node, DUBLIN_CORE, "date"))
    languages = (*of_space(node, DUBLIN_CORE, "language"), *own(channel, "language"))
    copyrights = (*of_space(node, DUBLIN_CORE, "rights"), *channel.all("copyright"))
    body = with_foot(_body(node, headline), headline=headline, feed=feed)
    return Item(
        parts=body,
        summary=_summary(node),
        fields=Fields(
            headline=headline,
            byline=", ".join(authors) or None,
            published=published,
            source=source,
            language=first_line((*languages, *of_space(channel, DUBLIN_CORE, "language"))),
        ),
        details=Details(
            guid=guid,
            keywords=unique(line_of(tag) for tag in node.all("category")),
            subjects=unique(line_of(tag) for tag in of_space(node, DUBLIN_CORE, "subject")),
            authors=authors,
            provider=feed,
            copyright=first_line(copyrights),
            address=address,
        ),
        origin=address or guid,
    )


def _address(node: Node, channel: Node, guid: str | None) -> str | None:
    """Return where the story stands on the web; a guid is an address unless it says otherwise."""
    site = address_in(first_line(own(channel, "link")))
    link = address_in(first_line(own(node, "link")), base=site)
    permanent = next(node.all("guid"), EMPTY).get("ispermalink") or "true"
    return link or (address_in(guid) if permanent.lower() == "true" else None)


def _authors(node: Node) -> tuple[str, ...]:
    people = (*of_space(node, DUBLIN_CORE, "creator"), *own(node, "author"))
    return unique(name_in(line) for person in people if (line := line_of(person)))


def _body(node: Node, headline: str | None) -> tuple[Part, ...]:
    """Return the fullest text that an item has."""
    full = of_space(node, CONTENT, "encoded")
    pages = list(node.all("body", "div", "fulltext", "full-text"))
    for holders in (full, pages, own(node, "description")):
        found = [parts_inside(holder, known=(headline,)) for holder in holders]
        fullest = max(found, key=_size) if found else []
        if fullest:
            return tuple(fullest)
    return ()


def _size(parts: list[Part]) -> int:
    return sum(len(part.text) for part in parts)


def _summary(node: Node) -> tuple[Part, ...]:
    return tuple(part for holder in own(node, "description") for part in parts_inside(holder))
