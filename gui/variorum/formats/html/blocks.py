"""Turn a page's tree into the blocks of text it shows, in reading order, one for each paragraph.

Nothing is judged here: menus and stories both become blocks. A block keeps the element that
holds it, how much of it is a link and how much is set in bold.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from variorum.formats.html.element import Element
from variorum.formats.html.tree import collapse, line_of, walk, words_in

MAX_DEPTH = 200
"""Elements nested deeper do not open blocks of their own."""
MAX_TABLE_DEPTH = 5

_BLOCKS = frozenset({
    "html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div", "p",
    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre",
    "figure", "figcaption", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "form",
    "fieldset", "legend", "address", "details", "summary", "center", "hr", "hgroup", "search",
    "menu", "dir", "label", "amp-accordion", "amp-carousel",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong"})
_LINE_END = re.compile(r"(?:(?<![ \t])[ \t]++)?+\n[ \t]*+")
_CELL_BLOCKS = ".//p | .//table | .//div/div | .//h1 | .//h2 | .//h3 | .//article | .//section"
_LONG_CELL = 400
_BREAK = "\n"
# What some editors' tools write for <br> and <b>.
_BREAK_CLASSES = frozenset({"br", "linebreak", "line-break"})
_BOLD_CLASSES = frozenset({"b", "bold", "strong"})
_LABEL = re.compile(r"[:|>»›→–—-]\s*$")
_LONGEST_LABEL = 40


class Shape(StrEnum):
    """Say what the page's mark-up makes of a block."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    TABLE = "table"
    CAPTION = "caption"


@dataclass(slots=True)
class Block:
    """Hold a run of text that the page shows as one paragraph, line, item or table."""

    text: str
    element: Element
    shape: Shape
    linked: float
    """Share of its characters inside links, 0 to 1."""
    bold: float
    leads_away: bool = False
    """A label and a link: *Read more: another story*."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    linked: bool
    bold: bool


def blocks_of(root: Element) -> list[Block]:
    """Return the blocks that a page shows; the tree must hold nothing that it does not show."""
    return list(_Walk(root).blocks())


class _Walk:
    """Go through a tree once, without recursion, and cut it into blocks."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._pieces: list[_Piece] = []
        self._owners: list[Element] = [root]
        self._links = self._bolds = self._preformatted = 0

    def blocks(self) -> Iterator[Block]:
        way = walk(self._root)
        tables = depth = 0
        for event, element in way:
            if event == "start":
                depth += 1
                tables += element.tag == "table"
                if element.tag == "table" and tables <= MAX_TABLE_DEPTH and is_data_table(element):
                    yield from self._flush()
                    yield from _table(element)
                    way.skip_subtree()
                    continue
                yield from self._open(element, opens=depth <= MAX_DEPTH)
            else:
                tables -= element.tag == "table"
                yield from self._close(element, opened=depth <= MAX_DEPTH)
                depth -= 1
        yield from self._flush()

    def _open(self, element: Element, *, opens: bool) -> Iterator[Block]:
        tag = element.tag
        if tag in _BLOCKS and opens:
            yield from self._flush()
            self._owners.append(element)
        self._links += tag == "a"
        self._bolds += _is_bold(element)
        self._preformatted += tag == "pre"
        if tag == "br" or (tag in {"span", "div", "i"} and _stands_for_break(element)):
            self._add(_BREAK, raw=True)
        self._add(element.text)

    def _close(self, element: Element, *, opened: bool) -> Iterator[Block]:
        tag = element.tag
        if tag in _BLOCKS and opened and self._owners[-1] is element:
            yield from self._flush()
            self._owners.pop()
        self._links -= tag == "a"
        self._bolds -= _is_bold(element)
        self._preformatted -= tag == "pre"
        if element is not self._root:
            self._add(element.tail)

    def _add(self, text: str | None, *, raw: bool = False) -> None:
        if text:
            if not raw and not self._preformatted:
                text = re.sub(r"[ \t\n\r\f]+", " ", text)
            self._pieces.append(_Piece(text, linked=self._links > 0, bold=self._bolds > 0))

    def _flush(self) -> Iterator[Block]:
        pieces, self._pieces = self._pieces, []
        for part in _paragraphs(pieces):
            text = _LINE_END.sub("\n", "".join(piece.text for piece in part))
            text = re.sub(r" {2,}", " ", text).strip()
            if text:
                yield _block(text, part, self._owners[-1])


def _paragraphs(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    """Cut a run where the page shows an empty line, and behind a bold line of its own."""
    part: list[_Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.text == _BREAK:
            breaks += 1
            part.append(piece)
            if breaks >= 2 or _is_bold_line(part):
                yield part
                part = []
        else:
            breaks = breaks if piece.text.isspace() else 0
            part.append(piece)
    yield part


def _is_bold_line(part: list[_Piece]) -> bool:
    words = [piece for piece in part if piece.text.strip()]
    return bool(words) and all(piece.bold for piece in words)


def _block(text: str, part: list[_Piece], owner: Element) -> Block:
    size = linked = bold = 0
    for piece in part:
        length = len(piece.text.strip())
        size += length
        linked += length * piece.linked
        bold += length * piece.bold
    size = max(size, 1)
    return Block(text, owner, shape_of(owner), linked / size, bold / size, _leads_away(part))


def _leads_away(part: list[_Piece]) -> bool:
    """Tell whether a paragraph is a short label and then nothing but a link."""
    words = [piece for piece in part if piece.text.strip()]
    first = next((place for place, piece in enumerate(words) if piece.linked), 0)
    label = "".join(piece.text for piece in words[:first])
    rest = words[first:]
    return (
        0 < len(label) <= _LONGEST_LABEL
        and bool(_LABEL.search(label))
        and all(piece.linked or not any(map(str.isalnum, piece.text)) for piece in rest)
    )


def _is_bold(element: Element) -> bool:
    if element.tag in _BOLD:
        return True
    return element.tag == "span" and not _BOLD_CLASSES.isdisjoint(
        (element.get("class") or "").split()
    )


def _stands_for_break(element: Element) -> bool:
    classes = (element.get("class") or "").split()
    return not _BREAK_CLASSES.isdisjoint(classes) and not words_in(element)


def shape_of(owner: Element) -> Shape:
    """Return the shape that the nearest telling element gives to a block."""
    for element in line_of(owner):
        tag = element.tag
        if tag in _HEADINGS:
            return Shape.HEADING
        if tag in {"figcaption", "caption"}:
            return Shape.CAPTION
        if tag in {"li", "dt", "dd"}:
            return Shape.ITEM
        if tag in {"p", "article", "section", "main", "body", "blockquote", "td", "aside"}:
            return Shape.TEXT
    return Shape.TEXT


def is_data_table(table: Element) -> bool:
    """Tell a table of figures from one that only lays out a page."""
    if table.get("role") == "presentation" or table.xpath(_CELL_BLOCKS):
        return False
    rows = [row for row in table.iter("tr") if len(row) > 1]
    cells = [len(words_in(cell)) for cell in table.iter("td", "th")]
    return len(rows) >= 2 and bool(cells) and max(cells) <= _LONG_CELL


def _table(table: Element) -> Iterator[Block]:
    """Yield a table as one block: a line a row, a tab between cells."""
    caption = table.find("caption")
    if caption is not None and words_in(caption):
        yield Block(words_in(caption), caption, Shape.CAPTION, 0.0, 0.0)
    lines = [
        "\t".join(words_in(cell) for cell in row if cell.tag in {"td", "th"})
        for row in table.iter("tr")
    ]
    text = "\n".join(line for line in lines if collapse(line.replace("\t", "")))
    linked = sum(len(words_in(link)) for link in table.iter("a"))
    if text:
        yield Block(text, table, Shape.TABLE, min(1.0, linked / len(text)), 0.0)
