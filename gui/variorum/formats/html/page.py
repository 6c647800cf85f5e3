"""Read a saved web page: the story it prints, as it prints it, without the page around it.

Nothing is fetched and nothing is run. The received bytes are kept by the library, so what is
left out of the text here is not lost.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from variorum.errors import FormatError
from variorum.formats.compose import Part, compose
from variorum.formats.documents.document import Origin, Paragraph
from variorum.formats.documents.stories import all_imported
from variorum.formats.encodings import Decoded
from variorum.formats.html import metadata as html_metadata
from variorum.formats.html import story as html_story
from variorum.formats.html import tidy as html_tidy
from variorum.formats.html import tree as html_tree
from variorum.formats.html.blocks import Block, Shape, blocks_of
from variorum.formats.html.dates import printed_day
from variorum.formats.html.encoding import decode
from variorum.formats.html.fragment import parts_of_html
from variorum.formats.html.guide import guide_to
from variorum.formats.html.headline import parts_of_title
from variorum.formats.html.metadata import Metadata
from variorum.formats.html.names import names_in
from variorum.formats.press import exports as press_exports
from variorum.text import Article, Imported, PassageKind
from variorum.wire import bylines
from variorum.wire.fields import Fields
from variorum.wire.words import ends_sentence

NAME = "html"

MAX_BLOCKS = 30_000
"""Paragraphs and lines, the page's furniture among them."""
_LINES_ABOVE = 12
_LINES_WITHIN = 3
_SHORT = 120
_LINES_OF_A_TOP = 60
_WORDS_OF_A_NAME = 3


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of a saved page, or the stories of a database's export.

    Raises `FormatError` where there is no story to be read.
    """
    page = decode(data)
    if press_exports.is_signed(page.text):
        paragraphs = [Paragraph(part.text) for part in parts_of_html(page.text)]
        if press_exports.parted([paragraph.text for paragraph in paragraphs]):
            of = Origin(name, origin, data, NAME, encoding=page.encoding, problems=page.problems)
            return all_imported(paragraphs, of)
    return [replace(imported_page(page, name=name, origin=origin), received=data)]


def imported_page(
    page: Decoded,
    *,
    name: str,
    origin: str,
    address: str | None = None,
    format_name: str = NAME,
) -> Imported:
    """Return a decoded page's article; `address` is where it was saved from, if that is known."""
    root = html_tree.parse(page.text)
    metadata = html_metadata.read_metadata(root, address=address)
    html_tree.remove_unseen(root)
    blocks = blocks_of(root)
    if len(blocks) > MAX_BLOCKS:
        raise html_tree.too_much()
    chosen = html_story.choose(blocks, guide=guide_to(root), metadata=metadata)
    metadata = _with_printed_headline(metadata, blocks)
    story = html_tidy.tidy(chosen, headline=metadata.headline, authors=metadata.authors)
    kept = story.kept or _described(metadata)
    if not kept:
        raise FormatError(
            f"No article was found in {name}.",
            hint="It may hold only links, or load its text by a script after it is opened.",
        )
    if metadata.published is None:
        metadata = replace(metadata, published=_printed_day(blocks, chosen))
    printed = story.printed_names or _names_above(blocks, chosen)
    authors = _authors(metadata, printed=printed)
    return Imported(
        article=_article(kept, metadata=metadata, byline=", ".join(authors) or None),
        origin=metadata.address or origin,
        received=b"",
        encoding=page.encoding,
        format=format_name,
        problems=page.problems,
        details=replace(metadata.details, authors=authors),
    )


def _described(metadata: Metadata) -> tuple[Part, ...]:
    """Return the story of a page that prints none, as it tells it to machines."""
    if len(metadata.body) < _SHORT:
        return ()
    return tuple(parts_of_html(metadata.body, known=[metadata.headline or ""]))


def _with_printed_headline(metadata: Metadata, blocks: Sequence[Block]) -> Metadata:
    """Prefer of a title's parts the one that is printed: old pages put the outlet before it."""
    title = metadata.headline
    if title is None or metadata.headline_element is not None:
        return metadata
    lines = [html_tree.squash(block.text) for block in blocks[:_LINES_OF_A_TOP]]
    parts = [part for part in parts_of_title(title) if html_tree.squash(part) in lines]
    if not parts:
        return metadata
    best = max(parts, key=len)
    masthead = lines.index(html_tree.squash(best))
    below = (b for b in blocks[masthead + 1 : _LINES_OF_A_TOP] if not ends_sentence(b.text))
    heading = next((block for block in below if block.shape is Shape.HEADING), None)
    is_name = len(best.split()) <= _WORDS_OF_A_NAME and blocks[masthead].shape is not Shape.HEADING
    if heading is not None and is_name:
        # The outlet's name above the story, and its headline in smaller letters.
        return replace(metadata, headline=heading.text, outlet=metadata.outlet or best)
    return metadata if html_tree.squash(title) in lines else replace(metadata, headline=best)


def _printed_day(blocks: Sequence[Block], story: Sequence[Block]) -> dt.date | None:
    """Return the day printed in a short line above the story, or in its first lines."""
    lines = [*_lines_above(blocks, story), *(block.text for block in story[:_LINES_WITHIN])]
    short = [line for line in lines if len(line) <= _SHORT]
    rows = [row for line in short for row in html_tidy.rows_of(line)]
    return next((day for day in map(printed_day, [*short, *rows]) if day), None)


def _names_above(blocks: Sequence[Block], story: Sequence[Block]) -> tuple[str, ...]:
    """Return who signs in a short line above the story, where the page does not mark it."""
    above = _lines_above(blocks, story)[:_LINES_WITHIN]
    rows = (row for line in above for row in html_tidy.rows_of(line))
    return next((names_in([row]) for row in rows if bylines.is_surely_one(row)), ())


def _lines_above(blocks: Sequence[Block], story: Sequence[Block]) -> list[str]:
    """Return the lines above a story's first sentence, the nearest first."""
    if not story:
        return []
    first = blocks.index(next((one for one in story if ends_sentence(one.text)), story[0]))
    return [block.text for block in reversed(blocks[max(0, first - _LINES_ABOVE) : first])]


def _authors(metadata: Metadata, *, printed: Sequence[str]) -> tuple[str, ...]:
    """Return the named authors; a name printed with the story outranks the house's own."""
    house = html_tree.squash(metadata.outlet or "")
    named = [name for name in metadata.authors if html_tree.squash(name) != house]
    return tuple(named or printed or metadata.authors)


def _article(kept: Sequence[Part], *, metadata: Metadata, byline: str | None) -> Article:
    """Compose the text once, and read it as wire copy with what the page says beside it."""
    head = [
        Part(words, kind)
        for words, kind in (
            (metadata.headline, PassageKind.HEADLINE),
            (byline, PassageKind.BYLINE),
        )
        if words
    ]
    fields = Fields(
        headline=metadata.headline,
        byline=byline,
        published=metadata.published,
        source=metadata.outlet,
        language=metadata.language,
    )
    return compose([*head, *kept], fields=fields)
