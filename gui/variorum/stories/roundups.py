"""Tell a text that holds several stories, as a round-up or a page of briefs does, by what stands in it.

An article that fits such a text belongs to it no more than the others that do, of which it knows
nothing. What it shares with them was measured on halves of 598 reports, which are parts of one
story, and on halves of 300 pairs of reports. Where an article opens as stories do, 9 % of the first
would be taken for stories of their own, and 88 % of the others; elsewhere 2 % and 70 %.
"""

from collections.abc import Iterable

from variorum.stories.fingerprints import words
from variorum.stories.likeness import TINIEST, share_in_runs, share_of_words
from variorum.stories.profiles import Profile

PART = 0.7
"""Share of a text's words below which an article can be one of several that stand in it."""

STRANGE_WORDS, STRANGER_WORDS = 0.2, 0.15
"""Share of words below which two articles may be strangers: if one opens as stories do, and if not."""

STRANGE_NAMES, STRANGER_NAMES = 0.6, 0.8
"""Share of the names of either lead from which on they are, where the other has them nowhere."""

STANDS = 0.6
"""Share in runs from which one of two articles stands in the other."""


def is_one_of_several(one: Profile, whole: Profile, others: Iterable[Profile]) -> bool:
    """Tell whether a text holds an article beside stories of which neither knows the other.

    `others` are versions of the text, which `may_be_one_of_several` has said to have room for them.
    Such as hold the article themselves say nothing.
    """
    opens = _opens_anew(one, whole)
    strange = near = 0
    for other in others:
        if _are_strangers(one, other, opens=opens):
            strange += 1
        elif share_in_runs(one, other) < STANDS:
            near += 1
    return strange > near


def may_be_one_of_several(one: Profile, whole: Profile, *, runs: float) -> bool:
    """Tell whether an article stands in a text that has room for others; `runs` is its share in runs."""
    return TINIEST <= len(one.words) < PART * len(whole.words) and runs >= STANDS


def _opens_anew(one: Profile, whole: Profile) -> bool:
    """Tell whether an article has a dateline, or a headline that stands within a text."""
    if one.article.dateline is not None:
        return True
    headline = " ".join(words(one.article.headline or ""))
    return bool(headline) and f" {headline} " in " ".join(whole.words)


def _are_strangers(one: Profile, other: Profile, *, opens: bool) -> bool:
    """Tell whether two articles have hardly a word or a name in common."""
    if len(other.words) < TINIEST:
        return False
    if share_of_words(one, other) >= (STRANGE_WORDS if opens else STRANGER_WORDS):
        return False
    strange = min(_strange(one, other), _strange(other, one))
    return strange >= (STRANGE_NAMES if opens else STRANGER_NAMES)


def _strange(one: Profile, other: Profile) -> float:
    """Return the share of one lead's names that stand nowhere in the other; all, where it has none."""
    return len(other.strange_names(one.names)) / len(one.names) if one.names else 1.0
