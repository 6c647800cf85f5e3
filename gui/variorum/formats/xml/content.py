"""Read the body of an item: NITF, XHTML or any element with paragraphs, escaped HTML, plain text."""

import base64
import binascii
from collections.abc import Iterable

from variorum.formats.compose import Part
from variorum.formats.html.encoding import decode
from variorum.formats.html.fragment import (
    Known,
    has_blocks,
    parts_of_either,
    parts_of_html,
    plain_line,
)
from variorum.formats.xml.html import html_inside, html_of
from variorum.formats.xml.tree import Node
from variorum.wire.words import ends_sentence

_PROSE = 60
"""Code points from which words that close like a sentence are prose."""


def parts_inside(node: Node, *, known: Known = (), notation: str | None = None) -> list[Part]:
    """Return the parts of a body that stands inside an element, mark-up or words.

    `notation` names how the words are wrapped for transmission, where another element says so.
    """
    if node.children and _wraps_escaped(node):
        return [part for child in node.children for part in parts_inside(child, known=known)]
    if node.children:
        return parts_of_html(html_inside(node), known=known)
    notation = notation or node.get("encoding", "notation") or ""
    return parts_of_either(_unwrapped(node.text, notation), known=known)


def _wraps_escaped(node: Node) -> bool:
    """Tell whether elements hold nothing but words, of which some are HTML that somebody escaped."""
    loose = [node.text, *(child.tail for child in node.children)]
    bare = not any(child.children for child in node.children)
    return (
        bare and not any(map(str.strip, loose)) and any(has_blocks(c.text) for c in node.children)
    )


def parts_of_nodes(nodes: Iterable[Node], *, known: Known = ()) -> list[Part]:
    """Return the parts of a body that some elements are."""
    return parts_of_html(html_of(nodes), known=known)


def parts_of_leaves(node: Node) -> list[Part]:
    """Return a part for each element with words of its own, where some of them are sentences.

    For vocabularies that have no paragraphs we know: tables of results have no sentences.
    """
    lines: list[str] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        words = " ".join(one.inner.split()) if one.text.strip() else ""
        if words:
            lines.append(words)
        else:
            waiting.extend(reversed(one.children))
    is_prose = any(len(line) >= _PROSE and ends_sentence(line) for line in lines)
    return [Part(line) for line in lines] if is_prose else []


def line_of(node: Node | None) -> str | None:
    """Return an element's words on one line, without the HTML that some desks put into fields."""
    return (plain_line(node.inner) or None) if node is not None else None


def _unwrapped(words: str, notation: str) -> str:
    """Return a body's words, unwrapped where they were wrapped for transmission."""
    if "base64" not in notation.lower():
        return words
    try:
        return decode(base64.b64decode("".join(words.split()), validate=True)).text
    except (binascii.Error, ValueError):
        return ""
