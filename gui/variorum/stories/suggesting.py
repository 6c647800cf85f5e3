"""Judge whether two articles that a rule does not join may be versions of one story all the same.

What they share must be rare, for templates share what is common; and their leads must speak of
the same: the words of the headlines, the names. A person answers; so no long chain can grow from it.
"""

import re
from dataclasses import dataclass

from variorum.stories.days import days_between
from variorum.stories.fingerprints import words
from variorum.stories.likeness import SHORT, SURELY, Likeness, fill_one_template
from variorum.stories.names import NAME, plain, unmatched
from variorum.stories.profiles import NO_NAMES, Profile
from variorum.stories.values import ReasonKind

LEAST_RARE = 0.17
"""Share of the smaller article's hashes, rare ones weighing more, that both have."""

RARE_WITHOUT_HEADLINE = 0.25
"""The same where no headline tells what an article is of."""

LEAST_VOCABULARY = 0.45
"""Share of words that articles without headlines have in common."""

LEAST_OF_HEADLINE = 0.5
"""Share of the shorter headline's telling words that stand in the other."""

MOST_DAYS = 3
"""Days between two articles, where both are known."""


_WITHIN = re.compile(rf"(?<=[^\W_]|[,;)])\s({NAME.pattern})")
"""A word within a sentence."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Hold one reason, and the share of what it speaks of, 0 to 1."""

    kind: ReasonKind
    share: float


def reasons(one: Profile, other: Profile, found: Likeness, *, rare: float) -> tuple[Reason, ...]:
    """Return why two articles may be versions of one story, the strongest first; none if they may not.

    `found` is how alike they are; `rare` the share of hashes that both have, rare ones weighing more.
    """
    if found.same_story:
        return _all(one, other, Reason(ReasonKind.BOTH_FIT, found.runs), rare)
    if rare < LEAST_RARE or days_between(one.day, other.day) > MOST_DAYS:
        return ()
    if fill_one_template(one, other):
        return ()
    shorter = min(len(one.words), len(other.words))
    if shorter >= SHORT and found.runs >= SURELY:
        # Their places and names part them, and more: a story sent on from elsewhere, maybe.
        return _all(one, other, Reason(ReasonKind.RUNS, found.runs), rare)
    headlines = _headlines(one, other)
    if headlines is None:
        enough = rare >= RARE_WITHOUT_HEADLINE and found.vocabulary >= LEAST_VOCABULARY
        if shorter < SHORT or not enough:
            return ()
    elif not _leads_agree(one, other, headlines):
        return ()
    return _all(one, other, Reason(ReasonKind.RUNS, found.runs), rare)


def _all(one: Profile, other: Profile, first: Reason, rare: float) -> tuple[Reason, ...]:
    said = [first, Reason(ReasonKind.RARE_WORDS, min(rare, 1.0))]
    headlines = _headlines(one, other)
    said += [Reason(ReasonKind.HEADLINE, headlines)] if headlines else []
    fewest = min(len(one.names), len(other.names))
    said.append(Reason(ReasonKind.NAMES, len(one.names & other.names) / max(1, fewest)))
    if one.day is not None and one.day == other.day:
        said.append(Reason(ReasonKind.DAY, 1.0))
    return tuple(reason for reason in said if reason.share > 0)


def _telling(profile: Profile) -> set[str]:
    """Return the words of a headline that say what it is of: no small words, no figures."""
    found = words(profile.article.headline or "")
    return {word for word in found if word not in NO_NAMES and not word[0].isdigit()}


def _headlines(one: Profile, other: Profile) -> float | None:
    """Return the share of the shorter headline's telling words in the other; None without one."""
    mine, theirs = _telling(one), _telling(other)
    if not mine or not theirs:
        return None
    shared = mine & theirs
    return len(shared) / min(len(mine), len(theirs)) if len(shared) > 1 else 0.0


def _leads_agree(one: Profile, other: Profile, headlines: float) -> bool:
    """Tell whether headlines and names are of the same, and neither names what is strange to the other."""
    if headlines < LEAST_OF_HEADLINE or _name_each_other(one, other):
        return False
    if min(len(one.words), len(other.words)) >= SHORT:
        return True
    if one.figures - other.all_figures and other.figures - one.all_figures:
        return False
    return not (_strange(one, other) and _strange(other, one))


def _name_each_other(one: Profile, other: Profile) -> bool:
    """Tell whether each lead names somebody or some place that the other article does not know."""
    mine, theirs = unmatched(other.strange_names(_named(one)), one.strange_names(_named(other)))
    return bool(mine and theirs)


def _named(profile: Profile) -> frozenset[str]:
    """Return the names of a lead, without words that have a capital because they open a sentence."""
    within = {plain(match[1]) for match in _WITHIN.finditer(profile.lead)}
    return profile.names & within


def _strange(one: Profile, other: Profile) -> bool:
    """Tell whether a headline has a telling word that stands nowhere in the other article."""
    return not _telling(one) <= (_telling(other) | set(other.words))
