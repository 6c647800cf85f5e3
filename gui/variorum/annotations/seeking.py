"""Find the places of words or of a pattern in a text, and never take for ever over it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import regex

from variorum.errors import UsageError
from variorum.text import Span

LONGEST = 1.0
"""Seconds that a pattern may take with one text."""


class Way(StrEnum):
    """Say how what is sought is written."""

    WORDS = "words"
    """One word after the other, whatever space is between them."""
    PATTERN = "pattern"
    """A regular expression, as Python's `regex` reads it."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Say what is sought in texts."""

    text: str
    way: Way = Way.WORDS
    match_case: bool = False
    whole_words: bool = True


class Seeker:
    """Look for one thing in many texts."""

    def __init__(self, sought: Sought, *, seconds: float = LONGEST) -> None:
        """Read what is sought; raise `UsageError` where it asks for nothing or cannot be read."""
        self._seconds = seconds
        self._pattern = _compiled(sought)

    def places(self, text: str) -> Iterator[Span]:
        """Yield where it stands, from the start; raise `UsageError` where that takes too long."""
        # The lock that lets one thread run at a time is let go: the window goes on.
        found = self._pattern.finditer(text, timeout=self._seconds, concurrent=True)
        try:
            for match in found:
                start, end = match.span()
                if start < end:
                    yield Span(start, end)
        except TimeoutError as error:
            raise UsageError(
                "This pattern takes too long.",
                hint="Ask for less that repeats, such as one `*` or `+` inside another.",
            ) from error


def _compiled(sought: Sought) -> Any:
    text = sought.text.strip() if sought.way is Way.WORDS else sought.text
    if not text:
        raise UsageError("There is nothing to look for.", hint="Type words, or a pattern.")
    source = text
    if sought.way is Way.WORDS:
        source = r"\s+".join(map(regex.escape, text.split()))
    if sought.whole_words:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = regex.VERSION0 | regex.MULTILINE | (0 if sought.match_case else regex.IGNORECASE)
    try:
        return regex.compile(source, flags)
    except (regex.error, OverflowError, RecursionError) as error:
        raise UsageError(
            "This is no pattern that can be read.",
            hint="A sign such as ( or [ wants its partner; \\( stands for the sign itself.",
        ) from error
