"""Write NITF and XHTML elements as HTML, so that one reader sets all bodies into paragraphs.

The names are those of NITF 3.6 and XHTML; what neither knows keeps its words.
"""

import re
from collections.abc import Iterable
from html import escape

from variorum.formats.xml.tree import Node

_AS = {
    "hl1": "h2",
    "hl2": "h3",
    "lead": "p",
    "block": "div",
    "bq": "blockquote",
    "byline": "p",
    "byttl": "p",
    "dateline": "p",
    "abstract": "div",
    "tagline": "p",
    "copyrite": "p",
    "datasource": "p",
    "credit": "p",
    "note": "div",
    "body.content": "div",
    "body.end": "div",
    "media": "figure",
    "media-caption": "figcaption",
    "nitf-table": "div",
    "postaddr": "p",
    "delivery.point": "span",
    "pronounce": "span",
    "em": "em",
}
"""What NITF calls otherwise than HTML."""
_SAME = frozenset({
    "a", "address", "article", "aside", "b", "blockquote", "body", "br", "caption", "center", "cite",
    "code", "dd", "del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "i", "ins", "li", "main", "mark", "nav",
    "ol", "p", "pre", "q", "s", "section", "small", "span", "strong", "sub", "summary", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul",
})  # fmt: skip
_SILENT = frozenset({
    "head", "script", "style", "media-reference", "media-metadata", "media-object", "media-producer",
    "nitf-table-metadata", "nitf-table-summary", "identified-content", "classifier", "img", "video", "audio", "object",
    "iframe", "bibliography", "title", "meta", "link", "alt-code", "nitf-col", "nitf-colgroup",
})  # fmt: skip
# Desks escape twice: an entity that is left in the words was meant as its character.
_BARE = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)")
_VOID = frozenset({"br", "hr"})
_KEPT_ATTRIBUTES = ("class", "href", "hidden", "role", "style")


def html_of(nodes: Iterable[Node]) -> str:
    """Return elements as HTML, what stands behind each included."""
    written: list[str] = []
    waiting: list[Node | str] = [*reversed([*nodes])]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            written.append(one)
            continue
        if one.name in _SILENT:
            written.append(_words(one.tail))
            continue
        tag = _tag(one)
        written.append(f"<{tag}{_attributes(one)}>{_words(one.text)}")
        closing = "" if tag in _VOID else f"</{tag}>"
        waiting.append(closing + _words(one.tail))
        waiting.extend(one.children[::-1])
    return "".join(written)


def html_inside(node: Node) -> str:
    """Return what is inside an element as HTML."""
    return _words(node.text) + html_of(node.children)


def _words(text: str) -> str:
    return _BARE.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def _tag(node: Node) -> str:
    if node.name in _SAME:
        return node.name
    known = _AS.get(node.name)
    if known is not None:
        return known
    return (
        "div" if any(child.name in {"p", "block", "table"} for child in node.children) else "span"
    )


def _attributes(node: Node) -> str:
    found = ((name, node.attributes.get(name)) for name in _KEPT_ATTRIBUTES)
    told = "".join(f' {name}="{escape(value)}"' for name, value in found if value)
    return f'{told} role="note"' if node.name == "note" and "role" not in told else told
