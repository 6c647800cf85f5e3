"""The one place where the wire room compiles regular expressions.

Every pattern is kept in `PATTERNS`, so that a test can walk them all: a repeat has an upper
bound and no repeat of unknown length stands inside another, which keeps reading linear.
"""

import re
from collections.abc import Iterable, Sequence

PATTERNS: list[re.Pattern[str]] = []
_FEW = 4
_DEPTH = 2
"""Letters by which words are grouped."""


def pattern(source: str, *, cased: bool = False) -> re.Pattern[str]:
    """Compile a pattern and keep it for the walk; case is ignored unless asked for."""
    compiled = re.compile(source, re.NOFLAG if cased else re.IGNORECASE)
    PATTERNS.append(compiled)
    return compiled


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
