"""Read what the headers of a letter and of its parts say, however broken they are.

The standard library's parser of headers trips over many malformed ones, each in its own way;
here such a header is one that is not there.
"""

import re
from dataclasses import dataclass
from email.headerregistry import Address, AddressHeader
from email.message import EmailMessage, MIMEPart
from typing import cast

from variorum.formats.sound import sound
from variorum.text import Details, Moment
from variorum.wire.fields import Fields
from variorum.wire.words import collapsed

BROKEN = (ValueError, IndexError, AttributeError, TypeError, LookupError)
"""What the standard library raises at a header that is none."""

_FORWARDED = re.compile(
    r"^\s*(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Letter:
    """Hold what a letter's headers say."""

    fields: Fields
    details: Details
    origin: str | None


def letter_of(message: EmailMessage) -> Letter:
    """Return what the headers of a letter say."""
    subject = _FORWARDED.sub("", _header(message, "subject") or "").strip() or None
    sent = _sent(message)
    guid = (_header(message, "message-id") or "").strip("<> ") or None
    sender = _sender(message)
    language = (_header(message, "content-language") or "").partition(",")[0].strip() or None
    return Letter(
        Fields(headline=subject, published=sent, language=language),
        Details(
            guid=guid,
            provider=sender,
            keywords=tuple(
                word
                for part in (_header(message, "keywords") or "").split(",")
                if (word := collapsed(part))
            ),
            created=sent,
        ),
        origin=guid,
    )


def parameter(part: MIMEPart, name: str) -> str | None:
    """Return a parameter of a part's content type, in small letters."""
    try:
        value = part.get_param(name)
    except BROKEN:
        return None
    return str(value).strip("'\" ").casefold() if isinstance(value, str) else None


def payload_of(part: MIMEPart) -> bytes | None:
    """Return the bytes of a part, unwrapped."""
    try:
        payload = part.get_payload(decode=True)
    except BROKEN:
        return None
    return payload if isinstance(payload, bytes) else None


def is_file(part: MIMEPart) -> bool:
    """Tell a part that is a file of its own from the words of the letter."""
    try:
        is_named = bool(part.get_filename()) or part.is_attachment()
    except BROKEN:
        is_named = False
    return is_named or part.get_content_maintype() != "text"


def label_of(part: MIMEPart) -> str:
    """Return a part's file name, or what it holds where it has none."""
    try:
        name = part.get_filename()
    except BROKEN:
        name = None
    return collapsed(sound(name or part.get_content_type())[0]).replace("/", "-")


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header's words; none where it is too broken to be decoded."""
    try:
        value = message.get(name)
    except BROKEN:
        return None
    return collapsed(sound(str(value))[0]) or None if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    """Return who sent a letter: the name, else the address."""
    try:
        header = message.get("from")
        people = header.addresses if isinstance(header, AddressHeader) else ()
        first = next(iter(cast("tuple[Address, ...]", people)), None)
    except BROKEN:
        first = None
    if first is None:
        return _header(message, "from")
    return collapsed(sound(first.display_name or first.addr_spec)[0]) or None


def _sent(message: EmailMessage) -> Moment | None:
    try:
        moment = getattr(message.get("date"), "datetime", None)
    except BROKEN:
        return None
    if moment is None:
        return None
    return moment if moment.tzinfo is not None else moment.date()
