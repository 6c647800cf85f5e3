"""Read what the entries of feeds say in the elements that RSS and Atom share or borrow."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from variorum.formats.compose import Part
from variorum.formats.html.dates import read_moment
from variorum.formats.html.tree import squash
from variorum.formats.xml.content import line_of
from variorum.formats.xml.tree import Node
from variorum.text import Moment, PassageKind

MEDIA = "search.yahoo.com/mrss"
DUBLIN_CORE = "purl.org/dc"
CONTENT = "purl.org/rss/1.0/modules/content"
ATOM = ("w3.org/2005/atom", "purl.org/atom")
_PREFIXES = {MEDIA: "media", DUBLIN_CORE: "dc", CONTENT: "content", ATOM[0]: "atom"}
_FOOT = 40
"""Letters of the words between the story's name and the feed's."""
_MAILBOX = re.compile(
    r"^[^\s@()]++@[^\s()]++\s*+\((?P<name>[^()]++)\)$|^(?P<before>[^<>]++)<[^\s@<>]++@[^\s<>]++>$"
)


def is_of(node: Node, *spaces: str) -> bool:
    """Tell whether an element is of a namespace, also where the file forgot to declare it."""
    space = node.space.lower()
    return any(name in space or space == _PREFIXES.get(name) for name in spaces)


def own(node: Node, *names: str) -> list[Node]:
    """Return the children of a feed's own vocabulary: media titles are no titles."""
    return [child for child in node.all(*names) if not is_of(child, MEDIA, DUBLIN_CORE)]


def of_space(node: Node, space: str, *names: str) -> list[Node]:
    """Return the children of a namespace and some names."""
    return [child for child in node.all(*names) if is_of(child, space)]


def first_line(nodes: Iterable[Node]) -> str | None:
    """Return the words of the first element that has some."""
    return next((line for node in nodes if (line := line_of(node))), None)


def moment_of(nodes: Iterable[Node]) -> Moment | None:
    """Return the first moment that elements give, as ISO 8601 or as letters write it."""
    return next((found for node in nodes if (found := _moment(node.inner.strip()))), None)


def _moment(text: str) -> Moment | None:
    found = read_moment(text)
    if found is not None or not text:
        return found
    try:
        letter = parsedate_to_datetime(text)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    # A time without a zone is no instant, so only its day is kept.
    return letter if letter.tzinfo is not None else letter.date()


def name_in(mailbox: str) -> str:
    """Return the name in an author's element, which by the standard is an address of mail."""
    found = _MAILBOX.match(mailbox)
    return (found["name"] or found["before"]).strip(' "\t\n') if found else mailbox


def with_foot(parts: Sequence[Part], *, headline: str | None, feed: str | None) -> tuple[Part, ...]:
    """Return a body with the line as clutter by which blogs send readers to the story and the feed.

    It is known in any language: it closes the body with the names of both and few words more.
    """
    if not parts or not headline or not feed:
        return tuple(parts)
    last = squash(parts[-1].text)
    story, site = squash(headline), squash(feed)
    is_foot = story in last and site in last and len(last) <= len(story) + len(site) + _FOOT
    return (*parts[:-1], replace(parts[-1], kind=PassageKind.CLUTTER)) if is_foot else tuple(parts)


def address_in(text: str | None, *, base: str | None = None) -> str | None:
    """Return an address of the web, one without its site below the `base`; None for anything else."""
    address = (text or "").strip()
    if base and address:
        try:
            address = urljoin(base, address)
        except ValueError:
            return None
    return address if address.startswith(("https://", "http://")) else None
