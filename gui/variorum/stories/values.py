"""Name what is said of two versions: how they hang together, and why they are taken for versions."""

from enum import StrEnum


class StoryRelation(StrEnum):
    """Name what a version is to its forerunner, and what may lie between two stories."""

    SAME_TEXT = "same_text"
    UPDATE = "update"
    CORRECTED = "corrected"
    SHORTENED = "shortened"
    REWORKED = "reworked"
    WITHDRAWN = "withdrawn"
    SHARES_PASSAGES = "shares_passages"
    """Between stories: one took passages from the other, or both from a third."""


class ReasonKind(StrEnum):
    """Name what speaks for two articles being versions of one story."""

    BOTH_FIT = "both_fit"
    """An article fits this story as well as the one it was joined to."""
    RUNS = "runs"
    """Unbroken runs of words, of the shorter one's words."""
    RARE_WORDS = "rare_words"
    """Sequences of words that are rare in the library."""
    HEADLINE = "headline"
    """Telling words of the shorter headline."""
    NAMES = "names"
    """Names in the shorter list of those in the lead."""
    DAY = "day"
    """Both are of one day."""
