"""English for why a mark was not taken in.

Apart from `wording`, because who reads two files has no need of SQLite.
"""

from collections.abc import Mapping

from variorum.exchange.templates import QT_TRANSLATE_NOOP
from variorum.exchange.wording import Translate, in_english
from variorum.library.receiving import LeftOut, LeftWhy

_LONGEST = 60

_WHY: Mapping[LeftWhy, str] = {
    LeftWhy.NO_ARTICLE: QT_TRANSLATE_NOOP("wording", "The library does not have its article:"),
    LeftWhy.OTHER_WORDS: QT_TRANSLATE_NOOP("wording", "Its words do not stand at its place:"),
    LeftWhy.NO_STORY: QT_TRANSLATE_NOOP("wording", "Its articles are not one story here:"),
    LeftWhy.NO_HIGHLIGHT: QT_TRANSLATE_NOOP("wording", "Its highlight was left out:"),
}


def left_line(left: LeftOut, *, translate: Translate = in_english) -> str:
    """Say in one line which mark was left out, and why."""
    words = " ".join(left.words.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()}…"
    return " ".join(filter(None, [translate(_WHY[left.why]), left.article, f"“{shown}”"]))
