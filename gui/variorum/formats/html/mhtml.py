"""Read a page that a browser saved whole in one file: MHTML, the page as a letter's first part."""

import email.parser
import email.policy
from dataclasses import replace
from email.message import Message
from itertools import islice

from variorum.errors import FormatError
from variorum.formats.html.encoding import decode
from variorum.formats.html.page import imported_page
from variorum.text import Imported

NAME = "mhtml"

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_MOST_PARTS = 5_000


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a web archive."""
    # The newer policy judges headers, and raises on the odd ones that browsers write.
    try:
        whole = email.parser.BytesParser(policy=email.policy.compat32).parsebytes(data)
        page = _page(whole, name=name)
    except RecursionError as error:
        raise _no_page(name) from error
    payload = page.get_payload(decode=True)
    if not isinstance(payload, bytes):
        raise _no_page(name)
    address = _address(page) or _address(whole)
    decoded = decode(payload, declared=page.get_content_charset())
    found = imported_page(decoded, name=name, origin=origin, address=address, format_name=NAME)
    return [replace(found, received=data)]


def _page(whole: Message, *, name: str) -> Message:
    """Return the part that is the page itself: the one the archive names, else its first."""
    pages = [
        part for part in islice(whole.walk(), _MOST_PARTS) if part.get_content_type() in _PAGES
    ]
    if not pages:
        raise _no_page(name)
    named = _address(whole)
    return next((part for part in pages if named and _address(part) == named), pages[0])


def _address(part: Message) -> str | None:
    """Return the address that a part was saved from."""
    for header in ("Snapshot-Content-Location", "Content-Location"):
        address = str(part.get(header) or "").strip()
        if address.startswith(("https://", "http://")):
            return address
    return None


def _no_page(name: str) -> FormatError:
    return FormatError(f"{name} holds no page.", hint="It may not have been saved completely.")
