"""Recognise XML formats by their first element, without loading what reads them."""

import re

from variorum.formats.encodings import decode, is_wide

_BEFORE_ROOT = re.compile(
    r"[\ufeff\s\x00-\x1f]+|<!--.*?-->|<\?[^>]*>|<!doctype\s[^>\[]*(?:\[.*?\]\s*)?>",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = re.compile(
    r"<(?:[A-Za-z_][\w.-]*:)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>[\s>/][^>]{0,4000})?"
)
_G2 = frozenset({
    "newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem", "planningitem",
    "catalogitem", "contentset", "inlinexml", "contentmeta", "itemmeta", "groupset", "itemset",
    "conceptset", "newscoverageset",
})  # fmt: skip
_NAR = "iptc.org/std/nar"
_RSS = ("purl.org/rss", "my.netscape.com/rdf")


def root_of(head: bytes) -> tuple[str, str]:
    """Return the name of a file's first element, folded, and its attributes; both empty for none."""
    text = (
        decode(head).text if is_wide(head) else head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    )
    place = 0
    while found := _BEFORE_ROOT.match(text, place):
        place = found.end()
    root = _ROOT.match(text, place)
    return (root["name"].lower(), (root["rest"] or "").lower()) if root else ("", "")


def is_nitf(head: bytes) -> bool:
    """Tell whether a file is NITF."""
    return root_of(head)[0] == "nitf"


def is_newsml_g2(head: bytes) -> bool:
    """Tell whether a file is NewsML-G2: a message, an item of any kind, or a piece of one."""
    name, rest = root_of(head)
    return name in _G2 and not is_newsml_1(head) and (_NAR in rest or name in _G2)


def is_newsml_1(head: bytes) -> bool:
    """Tell whether a file is NewsML 1."""
    name, _ = root_of(head)
    return name == "newsml" or (name == "newsitem" and b"<NewsComponent" in head)


def is_rss(head: bytes) -> bool:
    """Tell whether a file is RSS, of any of its versions."""
    name, rest = root_of(head)
    return name in {"rss", "channel"} or (name == "rdf" and any(sign in rest for sign in _RSS))


def is_atom(head: bytes) -> bool:
    """Tell whether a file is an Atom feed or one entry of it."""
    name, rest = root_of(head)
    return name == "feed" or (name == "entry" and "atom" in rest)


def is_xml(head: bytes) -> bool:
    """Tell whether a file is XML of any kind: it says so, or it names a space for its elements."""
    name, rest = root_of(head)
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:9].lower()
    return bool(name) and (start.startswith((b"<?xml", b"<!doctype")) or "xmlns" in rest)
