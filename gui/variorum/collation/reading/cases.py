"""Tell copy whose letters are all of one case, where a capital or its lack says nothing.

Lower-cased corpora stand in small letters; old transmissions and the headlines of many papers in
capitals. A passage has a case of its own, since a headline in capitals stands above mixed copy.
"""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from variorum.text import Article

_FEWEST = 12
"""Letters below which a passage's case is that of its article."""
_MOST_CAPITALS = 0.004
"""The share of capitals up to which copy is in small letters: English copy has three in a hundred."""
_MOST_SMALL = 0.08
"""The share of small letters up to which copy is in capitals: McEWAN, O'BRIENs, $10m."""
_OPENING = 48
_LARGE = re.compile("[A-ZÀ-ÖØ-Þ]")
_SMALL = re.compile("[a-zß-öø-ÿ]")


class LetterCase(StrEnum):
    """Name what the letters of a text are."""

    MIXED = "mixed"
    SMALL = "small"
    CAPITALS = "capitals"


def cases_of(article: Article, stretches: Mapping[int, tuple[int, int]]) -> dict[int, LetterCase]:
    """Return the case of each passage whose own words stand in a stretch of the text.

    A passage of mixed copy without a capital is mixed: only a whole article is in small letters.
    """
    texts = {number: article.text[start:end] for number, (start, end) in stretches.items()}
    if _are_small([*texts.values()]):
        return dict.fromkeys(texts, LetterCase.SMALL)
    cases = {number: _case_of(text) for number, text in texts.items()}
    known = {case for case in cases.values() if case}
    whole = LetterCase.CAPITALS if known == {LetterCase.CAPITALS} else LetterCase.MIXED
    return {number: case or whole for number, case in cases.items()}


def _are_small(texts: Sequence[str]) -> bool:
    """Tell whether texts have hardly a capital; their openings are looked at first, for speed."""
    if sum(len(_LARGE.findall(text[:_OPENING])) for text in texts) > len(texts):
        return False
    large = sum(len(_LARGE.findall(text)) for text in texts)
    small = sum(len(_SMALL.findall(text)) for text in texts)
    return small >= _FEWEST and large <= _MOST_CAPITALS * small


def _case_of(text: str) -> LetterCase | None:
    """Return the case of a passage, None where its letters are too few to tell."""
    if len(_SMALL.findall(text, 0, _OPENING)) > _OPENING // 4:
        return LetterCase.MIXED
    large, small = len(_LARGE.findall(text)), len(_SMALL.findall(text))
    if large + small < _FEWEST:
        return None if not small else LetterCase.MIXED
    return LetterCase.CAPITALS if small <= _MOST_SMALL * large else LetterCase.MIXED
