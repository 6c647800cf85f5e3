"""Ask trafilatura which of a page's words are its article.

Its answer guides the choice of blocks and is not used as text: it reorders, joins and drops
paragraphs, and the page's own structure is to be kept.
"""

import copy
import logging
import re
from typing import Any, cast

import trafilatura

from variorum.formats.html.blocks import MAX_DEPTH
from variorum.formats.html.element import Element
from variorum.formats.html.tree import depth_of, squash

MAX_ELEMENTS = 40_000
"""Beyond this its passes over the tree take more than seconds; the fall-back is linear."""
MAX_CHARACTERS = 2_000_000
_CERTAIN = 24
"""Letters from which a match inside the guide's text is no accident."""
_MARKS = re.compile(r"^[-–•*|\s]+|[|\s]+$")

# It reports odd pages to the root logger; for us odd pages are normal.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


class Guide:
    """Tell which words an outside judge takes for the story."""

    def __init__(self, text: str) -> None:
        self._whole = squash(text)
        self._lines = {squash(_MARKS.sub("", line)) for line in text.splitlines()}

    def __bool__(self) -> bool:
        return bool(self._whole)

    def __len__(self) -> int:
        return len(self._whole)

    def holds(self, text: str) -> bool:
        """Tell whether the guide has these words, as a line of their own when they are few."""
        squashed = squash(text)
        if len(squashed) < _CERTAIN or squashed in self._lines:
            return bool(squashed) and squashed in self._lines
        return squashed in self._whole


def guide_to(root: Element) -> Guide:
    """Return what trafilatura takes for the story of a page; nothing for extreme pages."""
    size = sum(len(text) for text in root.itertext())
    elements = sum(1 for _ in root.iter())
    if size > MAX_CHARACTERS or elements > MAX_ELEMENTS or depth_of(root) > MAX_DEPTH:
        return Guide("")
    document = trafilatura.bare_extraction(
        cast("Any", copy.deepcopy(root)),
        include_comments=False,
        include_tables=True,
        with_metadata=False,
    )
    return Guide("" if document is None or isinstance(document, dict) else document.text or "")
