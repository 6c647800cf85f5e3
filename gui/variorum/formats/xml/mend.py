"""Mend the text of XML files that are broken in the ways in which desks' systems break them."""

# lxml carries no type information.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

import html.entities
import re

import lxml.etree

_CDATA = r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
_NAMED = re.compile(rf"(?P<raw>{_CDATA})|&(?P<name>[A-Za-z][A-Za-z0-9]{{1,31}});", re.DOTALL)
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_IN_A_TAG = re.compile(r"</?[A-Za-z_][^<>]{0,2000}>")
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9A-Fa-f]{1,8})|(?P<number>\d{1,8}));")
_BARE = re.compile(
    rf"(?P<raw>{_CDATA})|&(?!(?:#\d{{1,8}}|#x[0-9A-Fa-f]{{1,8}}|amp|lt|gt|quot|apos);)", re.DOTALL
)
_BARE_LESS = re.compile(rf"(?P<raw>{_CDATA})|<(?![A-Za-z_/!?:])", re.DOTALL)
_DECLARATION = re.compile(r"<\?xml\s[^>]{0,300}\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_TAG = re.compile(r"<[!?A-Za-z_]")


def without_junk(text: str) -> str:
    """Return the text from its first tag on: transmissions leave bytes before it and behind."""
    first = _TAG.search(text)
    text = text[first.start() :] if first else text
    # What is declared about the encoding was true of the bytes, not of the characters.
    return _DECLARATION.sub("", text, count=1).rstrip("\x00\x03\x04\x1a \r\n\t")


def with_characters(text: str) -> str:
    """Return the text with the characters that HTML has names for in place of their names."""
    return _NAMED.sub(_character, text) if "&" in text else text


def with_sound_text(text: str) -> str:
    """Return the text with signs that stand alone written out, and without forbidden characters."""
    text = _IN_A_TAG.sub(lambda found: _FORBIDDEN.sub("", found[0]), text)
    text = _FORBIDDEN.sub("\ufffd", text)
    text = _REFERENCE.sub(_allowed, text)
    text = _BARE.sub(lambda found: found["raw"] or "&amp;", text)
    return _BARE_LESS.sub(lambda found: found["raw"] or "&lt;", text)


def with_sound_tags(text: str) -> str:
    """Return the text with tags that are open closed; an empty text where that is hopeless.

    A tag that was never closed ends where the element around it ends, or with the file.
    """
    if _ENTITY.search(text):
        return ""
    parser = lxml.etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        encoding="utf-8",
    )
    try:
        root = lxml.etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return ""
    return "" if root is None else str(lxml.etree.tostring(root, encoding="unicode"))


def _character(found: re.Match[str]) -> str:
    name = found["name"]
    if found["raw"] or name in _PREDEFINED:
        return found[0]
    return html.entities.html5.get(f"{name};", found[0])


def _allowed(found: re.Match[str]) -> str:
    """Return a reference by number, or U+FFFD for what no XML may hold."""
    number = int(found["hex"], 16) if found["hex"] else int(found["number"])
    is_character = number in {9, 10, 13} or 0x20 <= number < 0xD800 or 0xDFFF < number < 0x110000
    return found[0] if is_character and number not in {0xFFFE, 0xFFFF} else "\ufffd"
