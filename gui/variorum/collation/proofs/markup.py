"""Prove that only what a page is set with came, went or was put in another notation.

A tag, an entity for the character itself, the sign of a footnote, where a picture stands: none of
it is read in the page. What angle brackets hold besides tags are companies: `<Lund Express>`.
"""

import html
import re
from functools import cache

from variorum.collation.lexicons.slips import slips
from variorum.collation.linking.alignment import Block
from variorum.collation.proofs.proof import Pair, Proof
from variorum.collation.reading.forms import Form
from variorum.collation.reading.side import Side
from variorum.collation.reading.tokens import fold
from variorum.collation.values import ReasonKind, Rule

_NOTE = re.compile(r"(?:\[\s?(?:\d{1,2}|[a-h]|note \d{1,2})\s?\])+")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?)(?:;|\b)", re.IGNORECASE)
_STARTS = frozenset("<[&;|^")


def prove_markup(pair: Pair, block: Block) -> Proof | None:
    """Prove that two stretches are read alike once a page is set, or that nothing of one is read."""
    if not any(map(_may_be_set, pair.changed(block))) and not _is_beside(pair, block):
        return None
    texts = [
        side.text(start, end) if start < end else "" for side, start, end in pair.stretches(block)
    ]
    same = (
        all(not text or _tags().fullmatch(text) for text in texts)
        or _are_notes(pair, block, texts)
        or all(_is_layout(side, start, end) for side, start, end in pair.stretches(block))
        or _reads_alike(pair, block)
    )
    return Proof(Rule.INLINE_CODE, block, ReasonKind.FORM_ONLY) if same else None


def _may_be_set(form: Form) -> bool:
    """Tell quickly whether a word or mark may be part of how a page is set."""
    return not _STARTS.isdisjoint(form.surface)


@cache
def _tags() -> re.Pattern[str]:
    names = "|".join(sorted(slips().tags, key=len, reverse=True))
    attributes = r"(?:\s[\w-]+\s?=[^<>]{1,80})?"
    # ^M is how an old desk's screen shows the end of a line.
    return re.compile(rf"(?:\s*(?:</?\s?(?:{names}){attributes}\s?/?\s?>|\^[A-Z@]))+\s*")


def _are_notes(pair: Pair, block: Block, texts: list[str]) -> bool:
    """Tell whether signs of footnotes came or went, each right behind its word: shut [1]."""
    told = "".join(texts)
    if all(texts) or not _NOTE.fullmatch(told):
        return False
    side, _, start, _, _ = pair.gone(block)
    before = side.tokens[start - 1] if start else None
    return before is not None and before.end == side.tokens[start].start


def _is_beside(pair: Pair, block: Block) -> bool:
    """Tell whether a wiki's stroke stands beside a stretch."""
    return any(_near(side, start, end) for side, start, end in pair.stretches(block))


def _near(side: Side, start: int, end: int) -> bool:
    return any(form.surface == "|" for form in side.beside(start, end))


def _is_layout(side: Side, start: int, end: int) -> bool:
    """Tell whether a stretch says where a picture stands and how wide it is: right|250px."""
    row = side.forms[start:end]
    told = all(
        form.surface == "|" or form.lower in slips().layout or _WIDTH.fullmatch(form.lower)
        for form in row
    )
    return told and (_near(side, start, end) or any(form.surface == "|" for form in row))


_WIDTH = re.compile(r"\d{2,4}px")


def _reads_alike(pair: Pair, block: Block) -> bool:
    """Tell whether two stretches with the words beside them are one text but for entities."""
    read: list[str] = []
    written = ""
    for side, start, end in pair.stretches(block):
        text = side.text(max(start - 1, 0), min(end + 1, len(side.forms)))
        written += text
        read.append("".join(fold(c) for c in html.unescape(text)))
    if not _ENTITY.search(written):
        return False
    one, other = (" ".join(text.split()) for text in read)
    return one == other
