"""The one place where the wire room compiles regular expressions.

Every pattern is kept in `PATTERNS`, so that a test can walk them all: a repeat has an upper
bound and no repeat of unknown length stands inside another, which keeps reading linear.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any, cast

PATTERNS: list[re.Pattern[str]] = []
_FEW = 4
_DEPTH = 2
"""Letters by which words are grouped."""


def pattern(source: str, *, cased: bool = False) -> re.Pattern[str]:
    """Return a pattern and keep it for the walk; case is ignored unless asked for."""
    late = cast("re.Pattern[str]", _Late(source, re.NOFLAG if cased else re.IGNORECASE))
    PATTERNS.append(late)
    return late


class _Late:
    """Stand for a pattern that is compiled when copy is first read with it.

    To compile all of them was a tenth of the time until a window stood (measured).
    """

    def __init__(self, source: str, flags: re.RegexFlag) -> None:
        self.pattern = source
        self.flags = flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """Return what a compiled pattern has by this name, from then on without this detour."""
        if self._compiled is None:
            self._compiled = re.compile(self.pattern, self.flags)
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern's alternatives for literal words, the longest first.

    Words are grouped by their first letters: hundreds of names cost a search one look at most
    places, not hundreds.
    """
    longest_first = sorted(dict.fromkeys(words), key=lambda word: (-len(word), word))
    return _branches(longest_first)


def _branches(words: Sequence[str], *, depth: int = 0) -> str:
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word[1:])
    # Where a letter stands in both cases, its groups would not be tried the longest first.
    has_both_cases = len({first.lower() for first in groups}) < len(groups)
    if len(words) < _FEW or depth == _DEPTH or has_both_cases:
        return "|".join(map(re.escape, words))
    # What ends here comes last: any of the others is longer.
    ordered = sorted(groups.items(), key=lambda group: not group[0])
    return "|".join(
        f"{re.escape(first)}(?:{_branches(rest, depth=depth + 1)})"
        if rest != [""]
        else re.escape(first)
        for first, rest in ordered
    )
