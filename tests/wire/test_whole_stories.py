"""Whole stories as agencies, papers and pages of the world would print them, all invented.

Each row of `stories.jsonl` holds a text, its blocks with the kinds that each may have, and the
facts above it. They were written before the rules that read them, and kept once they were read.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from variorum.text import Article
from variorum.wire.reader import read

_LINES = (Path(__file__).parent / "stories.jsonl").read_text(encoding="utf-8").splitlines()
STORIES: list[Mapping[str, Any]] = [json.loads(line) for line in _LINES]
_MOST = 0.9
"""Share of a block that must have one of its kinds; a label glued to it may be another's."""


def _share(article: Article, start: int, end: int, kinds: list[str]) -> float:
    """Return how much of a block was read as one of its kinds."""
    met = fitting = 0
    for passage in article.passages:
        shared = min(end, passage.words.end) - max(start, passage.words.start)
        if shared > 0:
            met += shared
            fitting += shared if passage.kind.value in kinds else 0
    return fitting / met if met else 0.0


def _facts(article: Article) -> dict[str, str | None]:
    line = article.dateline
    return {
        "headline": article.headline,
        "byline": article.byline,
        "language": article.language,
        "place": line.place if line else None,
        "credit": line.credit if line else None,
        "date": line.date.isoformat() if line and line.date else None,
    }


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["name"])
def test_whole_story_is_read(story: Mapping[str, Any]) -> None:
    """Read every block of a story as what it is, and the facts above it."""
    article = read(story["text"])
    facts = _facts(article)

    missed = [b for b in story["blocks"] if _share(article, *b) < _MOST]
    assert missed == []
    assert {name: facts[name] for name in story["facts"]} == story["facts"]
