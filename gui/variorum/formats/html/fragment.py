"""Turn the body of a wire item into parts: HTML that is all story, or plain text.

Unlike a saved page, an item's body has no page around it: nothing is chosen here. Only what the
item says in fields of its own, and prints above its first paragraph once more, is left out.
"""

import html
import re
from collections.abc import Iterable

from variorum.formats.compose import Part
from variorum.formats.html import tree as html_tree
from variorum.formats.html.blocks import Block, Shape, blocks_of
from variorum.formats.html.element import Element
from variorum.formats.html.tree import line_of, squash
from variorum.text import PassageKind
from variorum.wire import reader
from variorum.wire.words import ends_sentence

Known = Iterable[str | None]
"""Lines that an item has in fields of its own: headlines, byline, summary."""

_BLOCK_TAG = re.compile(
    r"<\s*/?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|blockquote|pre|section|article|figure)\b",
    re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n[ \t\r\f]*(?:\n[ \t\r\f]*)+")
_MARK_UP = re.compile(
    r"</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,30});"
)
_LONE_PARAGRAPH = re.compile(r"\s*<(p|div|pre)\s*>(?P<lines>[^<]*)</\1>\s*\Z", re.IGNORECASE)
_SHAPES = {Shape.TABLE: PassageKind.TABLE, Shape.CAPTION: PassageKind.CAPTION}
_TEASER = "teaser"
_LONGEST_HEADING = 120
_ALL = 0.95
_ITEM_MARK = re.compile(r"[-–—•*·]\s")


def parts_of_html(body: str, *, known: Known = ()) -> list[Part]:
    """Return the parts that a body in HTML or XHTML shows; none where it shows no words.

    What is `known` is left out above the first paragraph, and so is the body's own `header`.

    Raises `FormatError` for a body that has too many elements or is nested too deeply.
    """
    if not body.strip():
        return []
    if not has_blocks(body):
        # Editors' tools write bare lines, and leave it to the page to set them as paragraphs.
        body = _BLANK_LINES.sub("<p>", body.strip()).replace("\n", "<br>")
    root = html_tree.parse(f"<div>{body}</div>" if not _has_root(body) else body)
    html_tree.remove_unseen(root)
    blocks = [block for block in blocks_of(root) if not _is_above(block.element)]
    said = {squash(line) for line in known if line}
    first = next((n for n, block in enumerate(blocks) if squash(block.text) not in said), 0)
    return [_part(block) for block in blocks[first:]]


def has_blocks(text: str) -> bool:
    """Tell whether words hold the mark-up of paragraphs."""
    return _BLOCK_TAG.search(text) is not None


def parts_of_plain(text: str) -> list[Part]:
    """Return the paragraphs of a body in plain text; its lines stay as they are broken."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = (part.strip("\n").rstrip() for part in _BLANK_LINES.split(text))
    return [Part(part) for part in lines if part.strip()]


def parts_of_either(text: str, *, known: Known = ()) -> list[Part]:
    """Return the parts of a body that does not say whether it is HTML."""
    lone = _LONE_PARAGRAPH.match(text)
    if lone is not None and "\n" in lone["lines"].strip():
        # Lines of copy that somebody set into one element: their breaks are the paragraphs'.
        return parts_of_plain(html.unescape(lone["lines"]))
    return parts_of_html(text, known=known) if _MARK_UP.search(text) else parts_of_plain(text)


def plain_line(text: str) -> str:
    """Return a field's words as one line, without the mark-up that some desks put into fields."""
    if _MARK_UP.search(text):
        text = " ".join(part.text for part in parts_of_html(text))
    return " ".join(text.split())


def _has_root(body: str) -> bool:
    head = body[:2_000].casefold()
    return "<html" in head or "<body" in head


def _is_above(element: Element) -> bool:
    """Tell whether an element stands in the header of the body, or is its teaser."""
    return any(
        above.tag == "header" or _TEASER in (above.get("class") or "").split()
        for above in line_of(element)
    )


def _part(block: Block) -> Part:
    return Part(block.text, _kind(block), linked=block.linked > 0)


def _kind(block: Block) -> PassageKind | None:
    if any(above.get("role") == "note" for above in line_of(block.element)):
        return PassageKind.ADVISORY
    if block.shape is Shape.HEADING:
        is_prose = ends_sentence(block.text) and len(block.text) > _LONGEST_HEADING
        return None if is_prose else PassageKind.CROSSHEAD
    if block.leads_away:
        return PassageKind.PROMO
    is_heading = block.shape is Shape.TEXT and _is_bold_heading(block)
    return PassageKind.CROSSHEAD if is_heading else _SHAPES.get(block.shape)


def _is_bold_heading(block: Block) -> bool:
    """Tell a line in bold above some paragraphs from a sentence set in bold."""
    return (
        block.bold >= _ALL
        and block.linked == 0
        and len(block.text) <= _LONGEST_HEADING
        and not ends_sentence(block.text)
        and not _ITEM_MARK.match(block.text)
        and reader.judge(block.text) is None
    )
