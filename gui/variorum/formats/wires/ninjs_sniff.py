"""Recognise the trade's JSON - ninjs and dpa digital wires - by its first bytes."""

import json
import re
from typing import Any, cast

from variorum.formats.encodings import decode, is_wide

_SAMPLE = 65_536
_WIRES = re.compile(r'"format"\s*:\s*"digitalwires@')
_CLAIM = re.compile(r'"name"\s*:\s*"ninjs"|ninjs-schema_\d')
_EMPTY = re.compile(r"(?:\{\s*\}|\[\s*\])\s*")
_SCHEMA = re.compile(r'\s*\{\s*"\$schema"')
_ID = re.compile(r'"(?:uri|guid)"\s*:\s*"')
_OPENS = re.compile(r'\{\s*"uri"\s*:\s*"', re.IGNORECASE)
_OWN_KEYS = re.compile(
    r'"(pub_?status|version_?created|first_?created|representationtype|body_x?html|body_text|'
    r"bodies|headlines|descriptions|description_(?:text|html|xhtml|caption|usage)|usageterms|"
    r"copyrightholder|copyrightnotice|slugline|ed_?note|infosources?|renditions|associations|"
    r'altids|trustindicators?|embargoed(?:until)?)"\s*:',
    re.IGNORECASE,
)
_COLUMNS = frozenset({"text", "body", "content", "article", "story", "fulltext"})
"""Names that corpora give the column of their texts; no ninjs item has one."""


def is_digitalwires(head: bytes) -> bool:
    """Tell whether a file holds items of the dpa's own JSON."""
    text = _text(head)
    return text[:1] in {"{", "["} and bool(_WIRES.search(text))


def is_ninjs(head: bytes) -> bool:
    """Tell whether a file holds items of IPTC ninjs, of its dialects too."""
    text = _text(head)
    if text[:1] not in {"{", "["} or _SCHEMA.match(text):
        return False
    # An empty item is no plain text either; the reader says what it lacks.
    if _CLAIM.search(text) or _EMPTY.fullmatch(text):
        return True
    own = {name.casefold() for name in _OWN_KEYS.findall(text)}
    if len(own) >= 2 and _ID.search(text):
        return True
    return len(head) < _SAMPLE and _is_bare_item(text, own)


def _is_bare_item(text: str, own: set[str]) -> bool:
    """Tell whether a whole file is one object with an address and no text of another name."""
    if not _ID.search(text):
        return False
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return bool(own or _OPENS.match(text))
    if not isinstance(value, dict):
        return False
    keys = {key.casefold() for key in cast("dict[str, Any]", value)}
    return bool(keys & {"uri", "guid"}) and not keys & _COLUMNS


def _text(head: bytes) -> str:
    if is_wide(head):
        return decode(head).text.lstrip("\ufeff \t\r\n")
    return head.removeprefix(b"\xef\xbb\xbf").decode("latin-1").lstrip()
