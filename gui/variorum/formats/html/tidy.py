"""Tidy the blocks chosen as a page's story: no repetition, no byline twice, no loose ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.formats.compose import Part
from variorum.formats.html.blocks import Block, Shape
from variorum.formats.html.lexicon import addresses_visitor
from variorum.formats.html.names import is_signed, names_in
from variorum.formats.html.story import ends_sentence
from variorum.formats.html.tree import line_of, squash
from variorum.text import PassageKind
from variorum.wire import bylines, reader

_LONG = 80
_SOME = 25
_MOST_NAME_WORDS = 6
_ALL_LINK = 0.95
_ALL_BOLD = 0.95
_LONGEST_HEADING = 120
_EDGE = 6
"""Paragraphs at either end of a story among which a page speaks to its visitors."""
_SURE = 0.8
_PAGE_KINDS = frozenset({PassageKind.PROMO, PassageKind.CAPTION, PassageKind.CLUTTER})
_DATELINE = re.compile(r"[^\W\d].*[-–—=:)]\s*$", re.DOTALL)
_BETWEEN_FIELDS = re.compile(r"\n|\s[|•·]\s")
_QUOTE_MARKS = "\"'“”„‘’«»「」『』"


@dataclass(frozen=True, slots=True)
class Tidied:
    """Hold a story's paragraphs, and the names printed as a line of their own beside them."""

    kept: tuple[Part, ...]
    printed_names: tuple[str, ...]


def tidy(blocks: Sequence[Block], *, headline: str | None, authors: Sequence[str]) -> Tidied:
    """Return the story's paragraphs, ready to be set one below the other."""
    known = {squash(headline or ""), *map(squash, authors), squash(" ".join(authors))}
    blocks = _without_repetition(blocks, known=known)
    blocks = [block for block in blocks if not _is_page_line(block)]
    blocks, above = _without_opening_lines(blocks)
    blocks = _without_addresses(blocks)
    blocks, below = _without_closing_names(blocks)
    blocks = _without_addresses(_without_bare_headings(blocks))
    kept = tuple(Part(block.text, _kind(block), linked=block.linked > 0) for block in blocks)
    return Tidied(kept, names_in(above or below))


def _without_repetition(blocks: Sequence[Block], *, known: set[str]) -> list[Block]:
    """Leave out what is printed twice: the headline, the byline, a quotation pulled out."""
    squashed = [squash(block.text) for block in blocks]
    seen: dict[str, object] = {}
    for letters in known:
        seen[letters] = None
    kept: list[Block] = []
    for place, (block, letters) in enumerate(zip(blocks, squashed, strict=True)):
        parent = block.element.getparent()
        # Beside its twin a paragraph is a refrain; elsewhere it is the page's second printing.
        again = letters in seen and seen[letters] is not parent
        if again or _is_pulled(place, block, squashed):
            continue
        if len(letters) >= _SOME:
            seen.setdefault(letters, parent)
        kept.append(block)
    return kept


def _is_pulled(place: int, block: Block, squashed: Sequence[str]) -> bool:
    """Tell whether a block only shows off words that another paragraph has too."""
    letters = squashed[place]
    if block.shape is Shape.HEADING or len(letters) < _SOME:
        return False
    in_quotes = block.text.lstrip()[:1] in _QUOTE_MARKS
    in_box = any(e.tag in {"blockquote", "aside", "q"} for e in line_of(block.element))
    return (in_quotes or in_box) and any(
        letters in other and letters != other for other in squashed[max(0, place - 40) : place + 40]
    )


def _is_page_line(block: Block) -> bool:
    """Tell a button's or a photograph's words, which are never story wherever they stand."""
    guess = reader.judge(block.text) if block.shape is not Shape.TABLE else None
    kinds = {PassageKind.CLUTTER, PassageKind.CAPTION}
    return guess is not None and guess.kind in kinds and guess.confidence >= _SURE


def _without_addresses(blocks: Sequence[Block]) -> list[Block]:
    """Leave out what stands loose at the ends: links to other stories, words to the visitor."""
    first, last = 0, len(blocks)
    while last > first and _is_loose(blocks[last - 1]):
        last -= 1
    while first < last and _is_loose(blocks[first]):
        first += 1
    return [
        block
        for place, block in enumerate(blocks[first:last])
        if not (min(place, last - first - 1 - place) < _EDGE and _speaks(block))
    ]


def _is_loose(block: Block) -> bool:
    if _speaks(block) or _kind(block) is PassageKind.PROMO:
        return True
    guess = reader.judge(block.text)
    return guess is not None and guess.kind in _PAGE_KINDS


def _speaks(block: Block) -> bool:
    return block.shape is not Shape.TABLE and addresses_visitor(block.text, linked=block.linked)


def _without_opening_lines(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """Leave out the short lines between headline and story: section, date, writer's name."""
    lead = next((n for n, b in enumerate(blocks) if _is_prose(b)), len(blocks))
    if lead == len(blocks) or lead > 8:
        return list(blocks), []
    lines = blocks[:lead]
    names = [name for line in lines for name in _signed(line)]
    later = {_level(block) for block in blocks[lead:] if block.shape is Shape.HEADING}
    kept = [line for line in lines if _stays_above(line, is_last=line is lines[-1], levels=later)]
    return [*kept, *blocks[lead:]], names[-1:]


def _signed(line: Block) -> list[str]:
    """Return what of a line above a story may be its byline; old pages set the day below it."""
    if _may_be_byline(line):
        return [line.text]
    return [row for row in rows_of(line.text) if bylines.is_surely_one(row)]


def rows_of(text: str) -> list[str]:
    """Return the lines of a block, and what stands between bars and points in them."""
    return [row.strip() for row in _BETWEEN_FIELDS.split(text) if row.strip()]


def _stays_above(line: Block, *, is_last: bool, levels: set[str]) -> bool:
    """Tell a table, a dateline, or a crosshead like those below from a section's name or a date."""
    if line.shape is Shape.HEADING:
        return is_last and _level(line) in levels
    return line.shape is Shape.TABLE or bool(_DATELINE.match(line.text))


def _without_closing_names(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """Leave out a writer's name below the story."""
    if len(blocks) > 2 and _may_be_byline(blocks[-1]):
        return list(blocks[:-1]), [blocks[-1].text]
    return list(blocks), []


def _without_bare_headings(blocks: Sequence[Block]) -> list[Block]:
    """Leave out headings with nothing below them but the next heading or the end."""
    kept: list[Block] = []
    for block in reversed(blocks):
        is_bare = not kept or (
            kept[-1].shape is Shape.HEADING and _level(kept[-1]) <= _level(block)
        )
        if block.shape is not Shape.HEADING or not is_bare:
            kept.append(block)
    return kept[::-1]


def _level(block: Block) -> str:
    """Return a heading's tag: `h2` stands above `h3`."""
    return str(block.element.tag)


def _is_prose(block: Block) -> bool:
    return block.shape in {Shape.TEXT, Shape.ITEM} and (
        ends_sentence(block.text) or len(block.text) >= _LONG
    )


def _may_be_byline(block: Block) -> bool:
    return (
        block.shape in {Shape.TEXT, Shape.ITEM}
        and len(block.text.split()) <= _MOST_NAME_WORDS
        and not ends_sentence(block.text)
        and is_signed(block.text)
    )


def _kind(block: Block) -> PassageKind | None:
    if block.shape is Shape.HEADING:
        return PassageKind.CROSSHEAD
    if block.shape is Shape.TABLE:
        return PassageKind.TABLE
    if block.leads_away:
        return PassageKind.PROMO
    if block.linked >= _ALL_LINK and block.shape is Shape.TEXT and not ends_sentence(block.text):
        return PassageKind.PROMO
    if _is_bold_heading(block):
        return PassageKind.CROSSHEAD
    return None


def _is_bold_heading(block: Block) -> bool:
    """Tell a line in bold above some paragraphs from a sentence set in bold."""
    return (
        block.shape is Shape.TEXT
        and block.bold >= _ALL_BOLD
        and block.linked == 0
        and len(block.text) <= _LONGEST_HEADING
        and not ends_sentence(block.text)
        and reader.judge(block.text) is None
    )
