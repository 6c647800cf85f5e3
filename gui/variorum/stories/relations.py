"""Say what a version is to the one that it was recognised by: an update of it, a correction, a part.

Of two articles the later is the version, the earlier its forerunner: by their dates, else by whom
they credit, else by what one desk's copy says of itself; where nothing tells, the longer is the
forerunner, because papers cut.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime

from variorum.stories.base import (
    UPDATING,
    follows,
    is_of_one_desk,
    is_print_of,
    marks_of,
    outlet_name,
    take_of,
)
from variorum.stories.fingerprints import hash_of_text
from variorum.stories.likeness import RUN, SHORT, Likeness, shared_passages
from variorum.stories.profiles import Profile
from variorum.stories.values import StoryRelation
from variorum.text import LineageKind, Moment

WHOLE = 0.85
"""Share of an article in unbroken runs from which all of it stands in the other."""

SHORTER = 0.9
"""Share of the other's words below which an article that stands in it is an excerpt."""

LEAST_PASSAGE = 5 * RUN
"""Words in unbroken runs from which two stories share passages."""


@dataclass(frozen=True, slots=True)
class Related:
    """Hold what one of two articles is to the other."""

    relation: StoryRelation
    first_is_later: bool
    """The first of the two is the version, the other its forerunner."""


def related(one: Profile, other: Profile, found: Likeness) -> Related:
    """Return what two versions of one story are to each other; `found` is how alike they are."""
    first_is_later = _is_later(one, other)
    version, forerunner = (one, other) if first_is_later else (other, one)
    return Related(_relation(version, forerunner, found), first_is_later)


def shares_passages(one: Profile, other: Profile) -> bool:
    """Tell whether two articles of different stories have passages in common; speech is nobody's.

    Short pieces share a template's words, if any.
    """
    if min(len(one.words), len(other.words)) < SHORT:
        return False
    return shared_passages(one, other) >= LEAST_PASSAGE


def _relation(version: Profile, forerunner: Profile, found: Likeness) -> StoryRelation:
    news = _news(version, forerunner)
    if LineageKind.WITHDRAWAL in news:
        return StoryRelation.WITHDRAWN
    if LineageKind.CORRECTION in news:
        return StoryRelation.CORRECTED
    if version.words == forerunner.words:
        return StoryRelation.SAME_TEXT
    if news & UPDATING:
        return StoryRelation.UPDATE
    stands = found.runs >= WHOLE
    if stands and len(version.words) < SHORTER * len(forerunner.words):
        return StoryRelation.SHORTENED
    return StoryRelation.UPDATE if _goes_on(version, forerunner) else StoryRelation.REWORKED


def _news(one: Profile, other: Profile) -> AbstractSet[LineageKind]:
    """Return what the copy of one says of its descent, and that of the other, of the same desk, not."""
    if not is_of_one_desk(one.article, other.article):
        return frozenset()
    news = marks_of(one.article) - marks_of(other.article)
    later = take_of(one.article) > take_of(other.article)
    return news | {LineageKind.UPDATE} if later else news


def _goes_on(version: Profile, forerunner: Profile) -> bool:
    """Tell whether one outlet printed its own story again, later and no shorter."""
    outlet = outlet_name(version.article.source)
    if outlet is None or outlet != outlet_name(forerunner.article.source):
        return False
    dated = _before(forerunner.article.published, version.article.published)
    return dated is True and len(version.words) >= SHORTER * len(forerunner.words)


def _is_later(one: Profile, other: Profile) -> bool:
    before = _before(other.article.published, one.article.published)
    if before is not None:
        return before
    credited = is_print_of(one.article, other.article), is_print_of(other.article, one.article)
    if credited[0] != credited[1]:
        return credited[0]
    told = follows(one.article, other.article), follows(other.article, one.article)
    if told[0] != told[1]:
        return told[0]
    if len(one.words) != len(other.words):
        return len(one.words) < len(other.words)
    # Equal words may bear different marks, from their files' fields.
    ranks = [
        (hash_of_text(each.article.text), sorted(marks_of(each.article))) for each in (one, other)
    ]
    return ranks[0] > ranks[1]


def _before(one: Moment | None, other: Moment | None) -> bool | None:
    """Tell whether a moment is before another; None where it cannot be known."""
    if one is None or other is None:
        return None
    if isinstance(one, datetime) and isinstance(other, datetime):
        known = (one.tzinfo is None) == (other.tzinfo is None)
        if known and one != other:
            return one < other
    days = _day(one), _day(other)
    return None if days[0] == days[1] else days[0] < days[1]


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
