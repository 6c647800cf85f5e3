"""Choose the blocks of a page that are its story, in the page's own order and paragraphs.

Three judges are heard: an outside library's opinion of the words (`guide`), what the page
calls its elements (`furniture`), and where the paragraphs stand that the first two agree on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from variorum.formats.html.blocks import Block, Shape
from variorum.formats.html.element import Element
from variorum.formats.html.furniture import is_called_furniture, is_set_apart
from variorum.formats.html.guide import Guide
from variorum.formats.html.metadata import Metadata
from variorum.formats.html.tree import line_of

Home = tuple[object, ...]
"""How a block and its parent are marked up: what a story's paragraphs have in common."""

_STORY_SHARE = 0.3
"""An element that holds this much of the story is not furniture, whatever it is called."""
_BOX_SHARE = 0.6
_SOME_PROSE = 4
"""Paragraphs of sentences, which boxes with links and buttons do not have."""
_HOME_SHARE = 0.25
_ALL_LINK = 0.9
_MOSTLY_LINK = 0.7
_SOME_LINK = 0.5
_NEAR = 24
_GROUPS = frozenset({"ul", "ol", "dl", "li", "blockquote"})
_ENOUGH = 200
"""Characters below which a judge has found no story."""
_LONG = 80
_ENDS_SENTENCE = re.compile(r"""[.!?…。！？｡।۔։؟]["'”’»«“)\]〉》」』）\s]*$""")


def choose(blocks: Sequence[Block], *, guide: Guide, metadata: Metadata) -> list[Block]:
    """Return the story's blocks in reading order."""
    return _Choice(blocks, guide=guide, metadata=metadata).chosen()


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do, in any script."""
    return bool(_ENDS_SENTENCE.search(text))


class _Choice:
    """Weigh a page's blocks once, then judge each."""

    def __init__(self, blocks: Sequence[Block], *, guide: Guide, metadata: Metadata) -> None:
        self._blocks = blocks
        self._guided = _heard(blocks, guide=guide, body=Guide(metadata.body))
        self._total = sum(len(block.text) for block in self._guided_blocks())
        self._weights = self._weigh()
        self._prose = self._count_prose()
        self._main_homes = self._find_main_homes()
        self._furniture: dict[Element, bool] = {}
        self._start = self._behind(metadata.headline_element)

    def chosen(self) -> list[Block]:
        sure = [self._is_sure(place) for place in range(len(self._blocks))]
        homes = {_home(b) for b, kept in zip(self._blocks, sure, strict=True) if kept}
        return [
            block
            for place, block in enumerate(self._blocks)
            if sure[place] or self._joins(place, sure, homes)
        ]

    def _guided_blocks(self) -> Iterable[Block]:
        return (b for b, guided in zip(self._blocks, self._guided, strict=True) if guided)

    def _weigh(self) -> Counter[Element]:
        """Return for each element how many of the guided characters it holds."""
        weights: Counter[Element] = Counter()
        for block in self._guided_blocks():
            for element in line_of(block.element):
                weights[element] += len(block.text)
        return weights

    def _count_prose(self) -> Counter[Element]:
        """Return for each element how many guided paragraphs of sentences it holds."""
        counts: Counter[Element] = Counter()
        for block in self._guided_blocks():
            if block.element.tag == "p" and block.linked < 0.5 and ends_sentence(block.text):
                counts.update(line_of(block.element))
        return counts

    def _find_main_homes(self) -> set[Home]:
        sizes: Counter[Home] = Counter()
        for block in self._guided_blocks():
            sizes[_home(block)] += len(block.text)
        return {home for home, size in sizes.items() if size >= self._total * _HOME_SHARE}

    def _behind(self, headline: Element | None) -> int:
        """Return the first block behind the printed headline, if most of the story stands there."""
        if headline is None:
            return 0
        inside = {headline, *headline.iterdescendants()}
        last = max((n for n, b in enumerate(self._blocks) if b.element in inside), default=-1)
        rest = zip(self._blocks[last + 1 :], self._guided[last + 1 :], strict=True)
        behind = sum(len(block.text) for block, guided in rest if guided)
        return last + 1 if behind >= self._total / 2 else 0

    def _is_sure(self, place: int) -> bool:
        """Tell whether a block is story by the guide's word, and nothing speaks against it."""
        block = self._blocks[place]
        if place < self._start or not self._guided[place] or block.shape is Shape.CAPTION:
            return False
        is_link = block.linked >= _ALL_LINK and not ends_sentence(block.text)
        if is_link and block.shape in {Shape.ITEM, Shape.HEADING, Shape.TABLE}:
            return False
        return not self._is_furniture(block)

    def _joins(self, place: int, sure: Sequence[bool], homes: set[Home]) -> bool:
        """Tell whether a block that the guide left out stands among the story's paragraphs."""
        block = self._blocks[place]
        if place < self._start or block.shape is Shape.CAPTION or self._is_furniture(block):
            return False
        if self._guided[place]:
            return False
        if block.shape in {Shape.TABLE, Shape.ITEM}:
            return block.linked < _SOME_LINK and self._is_between(place, sure)
        if _home(block) not in homes:
            return block.shape is Shape.HEADING and self._heads(place, sure)
        if block.shape is Shape.HEADING:
            return block.linked < _MOSTLY_LINK
        is_sentence = ends_sentence(block.text) or len(block.text) >= _LONG
        if block.linked < _MOSTLY_LINK and is_sentence:
            return True
        return block.linked < 1 and self._is_between(place, sure)

    def _heads(self, place: int, sure: Sequence[bool]) -> bool:
        """Tell whether a heading stands among the story's paragraphs, and right above one of them."""
        below = place + 1
        heads = below < len(sure) and sure[below] and ends_sentence(self._blocks[below].text)
        return heads and not self._blocks[place].linked and self._is_between(place, sure)

    def _is_between(self, place: int, sure: Sequence[bool]) -> bool:
        """Tell whether story stands before and behind a block, or the list or table it is in."""
        around = _around(self._blocks[place].element)
        near = range(max(0, place - _NEAR), min(len(sure), place + _NEAR + 1))
        sides = {
            other > place
            for other in near
            if sure[other] and _around(self._blocks[other].element) is around
        }
        return len(sides) == 2

    def _is_furniture(self, block: Block) -> bool:
        if any(is_set_apart(e) and self._share(e) < _BOX_SHARE for e in line_of(block.element)):
            return True
        if _home(block) in self._main_homes and any(_home(block)[1::2]):
            # Bodies cut into pieces keep their paragraphs' look, whatever holds the pieces.
            return False
        for element in line_of(block.element):
            if self._share(element) > _STORY_SHARE or self._prose[element] >= _SOME_PROSE:
                return False
            called = self._furniture.get(element)
            if called is None:
                called = self._furniture[element] = is_called_furniture(element)
            if called:
                return True
        return False

    def _share(self, element: Element) -> float:
        return self._weights[element] / self._total if self._total else 0.0


def _heard(blocks: Sequence[Block], *, guide: Guide, body: Guide) -> list[bool]:
    """Return for each block whether a judge of words takes it for the story.

    The guide is asked first, then the words that the page carries for machines, then the
    page's own build: most text in paragraphs below one element.
    """
    for judge in (guide, body):
        heard = [judge.holds(block.text) for block in blocks]
        if sum(len(b.text) for b, kept in zip(blocks, heard, strict=True) if kept) >= _ENOUGH:
            return heard
    heard = [guide.holds(block.text) for block in blocks]
    return heard if any(heard) else _densest(blocks)


def _densest(blocks: Sequence[Block]) -> list[bool]:
    """Return the paragraphs below the element that holds most of them."""
    sizes: Counter[Element] = Counter()
    for block in blocks:
        parent = block.element.getparent()
        if block.shape is Shape.TEXT and block.linked < _MOSTLY_LINK and parent is not None:
            sizes[parent] += len(block.text) * (block.element.tag == "p" or len(block.text) > _LONG)
    best = sizes.most_common(1)[0][0] if sizes else None
    return [best is not None and block.element.getparent() is best for block in blocks]


def _around(element: Element) -> Element | None:
    """Return what holds a block, or the list, table or quotation that the block is part of."""
    parent = element.getparent()
    while parent is not None and parent.tag in _GROUPS:
        parent = parent.getparent()
    return parent


def _home(block: Block) -> Home:
    parent = block.element.getparent()
    if parent is None:
        return (block.element.tag, None)
    return (parent.tag, parent.get("class"), block.element.tag, block.element.get("class"))
