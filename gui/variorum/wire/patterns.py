"""The one place where the wire room compiles regular expressions.

Every pattern is kept in `PATTERNS`, so that a test can walk them all: a repeat has an upper
bound and no repeat of unknown length stands inside another, which keeps reading linear.
"""

import re
from collections.abc import Iterable

PATTERNS: list[re.Pattern[str]] = []


def pattern(source: str, *, cased: bool = False) -> re.Pattern[str]:
    """Compile a pattern and keep it for the walk; case is ignored unless asked for."""
    compiled = re.compile(source, re.NOFLAG if cased else re.IGNORECASE)
    PATTERNS.append(compiled)
    return compiled


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern's alternatives for literal words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
