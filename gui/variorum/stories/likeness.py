"""Judge whether two articles are versions of one story, by what they share.

Shared words alone do not decide: notices of one template share most of theirs. What tells
versions apart from templates is the share that stands in unbroken runs, because a template
breaks off at every name and figure. Measured on Reuters copy of 1987, reprints of 2018-19
and encyclopaedia versions: see `tests/benchmarks/bench_stories.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from variorum.stories.alignment import exchanged, in_runs, partings
from variorum.stories.days import days_between
from variorum.stories.names import unmatched
from variorum.stories.profiles import Profile
from variorum.wire.lexicon import WEEKDAYS

RUN = 8
"""Words that must stand together on both sides to count as a run."""

RUN_IN_TINY_PROSE = 5
"""The same in a brief of a few sentences, where one edit breaks most of what is longer."""

SHORT = 100
"""Words below which a piece must agree in names and figures too: most templates are short."""

TINIEST = 20
"""Words below which a piece is taken for a notice, whatever it says."""

TINY = 50
"""Words below which a piece may be a notice that differs from its like in a name alone."""

DENSE = 0.08
"""Share of figures among the words above which a tiny piece is a notice, not prose."""

DAYS_BETWEEN = 7
"""Days after which only a nearly equal text is still a version."""

SURELY = 0.5
"""Share in runs from which it does not matter whether they are quoted, nor what each text adds."""

LEAST_VOCABULARY = 0.45
"""Share of words below which no half of a text stands in runs: such are not aligned."""

OWN = 0.15
"""Share in runs of the words that nobody is quoted with, below which two texts report one speech."""

SAME_OPENING = 20
"""Words with which two texts open alike, from which it is one lead: of texts without a date."""

LEAD_WORDS = 40
"""Words of a story that say what is new."""


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Hold what a pair must reach to be versions of one story."""

    vocabulary: float
    runs: float
    run: int = RUN


_LONG_BOUNDS = _Bounds(vocabulary=0.55, runs=0.25)
_SHORT_BOUNDS = _Bounds(vocabulary=0.8, runs=0.6)
_NOTICE_BOUNDS = _Bounds(vocabulary=0.85, runs=0.8)
_TINY_PROSE_BOUNDS = _Bounds(vocabulary=0.75, runs=0.6, run=RUN_IN_TINY_PROSE)
_DISTANT_BOUNDS = _Bounds(vocabulary=0.9, runs=0.85)
_REVISED_BOUNDS = _Bounds(vocabulary=0.55, runs=OWN)
_GROWN_BOUNDS = _Bounds(vocabulary=0.8, runs=0.4)
_SEVERAL = 2
"""Names from which their exchange is no correction: a firm's and its chief's, a town's and its mayor's."""
_MANY = 3
"""Names from which their exchange tells of another event; two are a place and its country's: a like
event elsewhere, or the same one, sent on from there."""
_ADDED = 0.1
"""Share of the words that part two texts below which neither adds anything. Of 238 questions about two
notices of one template 232 are not asked by it and by figures, of 242 about versions 4 (made copy)."""
_GROWN = 2.5
"""Times that a text is longer than a short one, from which the short one is no twin of a template."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Hold how alike two articles are, each as a share of the shorter one."""

    vocabulary: float
    runs: float
    same_story: bool


def likeness(one: Profile, other: Profile) -> Likeness:
    """Judge two articles; the order of the two has no say."""
    shorter = min(len(one.words), len(other.words))
    if not shorter:
        return Likeness(0.0, 0.0, same_story=False)
    vocabulary = share_of_words(one, other)
    is_timeless = one.day is None and other.day is None
    opens_alike = is_timeless and shorter >= TINY and _open_alike(one.words, other.words)
    bounds = _bounds(one, other, shorter)
    least = LEAST_VOCABULARY if bounds is _LONG_BOUNDS else _LONG_BOUNDS.vocabulary
    if vocabulary < least and not opens_alike:
        return Likeness(vocabulary, 0.0, same_story=False)
    runs = in_runs(one.words, other.words, bounds.run) / shorter
    same = vocabulary >= bounds.vocabulary and runs >= bounds.runs
    if bounds is _LONG_BOUNDS and runs >= SURELY:
        same = True
    elif same and bounds is _LONG_BOUNDS:
        same = _runs_of_own(one, other) >= OWN and not _share_background_alone(one, other)
    if is_timeless and not same:
        same = opens_alike or _is_revised(one, other, vocabulary)
    return Likeness(vocabulary, runs, same and not _contradict(one, other, shorter, runs))


def _open_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    return one[:SAME_OPENING] == other[:SAME_OPENING]


def _is_revised(one: Profile, other: Profile, vocabulary: float) -> bool:
    """Tell whether one text may have grown out of the other in years of which nothing is known."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if shorter < TINIEST or (shorter < SHORT and longer < _GROWN * shorter):
        return False
    bounds = _REVISED_BOUNDS if shorter >= SHORT else _GROWN_BOUNDS
    if vocabulary < bounds.vocabulary or _runs_of_own(one, other) < bounds.runs:
        return False
    return not all(_strange_to_each_other(one, other))


def _share_background_alone(one: Profile, other: Profile) -> bool:
    """Tell whether what is new in two texts is new to the other: the lead of each.

    Of texts of different days the lead of one is enough: the later one is a follow-up.
    """
    leads = (one.words[:LEAD_WORDS], other.words), (other.words[:LEAD_WORDS], one.words)
    known = [bool(in_runs(lead, story, RUN_IN_TINY_PROSE)) for lead, story in leads]
    return not any(known) or bool(not all(known) and days_between(one.day, other.day))


def _runs_of_own(one: Profile, other: Profile) -> float:
    """Return the share of unbroken runs where nobody is quoted: two reports of one speech share that."""
    return shared_passages(one, other) / max(1, min(len(one.own_words), len(other.own_words)))


def _bounds(one: Profile, other: Profile, shorter: int) -> _Bounds:
    if days_between(one.day, other.day) > DAYS_BETWEEN:
        return _DISTANT_BOUNDS
    if shorter < TINY:
        is_notice = shorter < TINIEST or max(one.density, other.density) > DENSE
        return _NOTICE_BOUNDS if is_notice else _TINY_PROSE_BOUNDS
    return _SHORT_BOUNDS if shorter < SHORT else _LONG_BOUNDS


def share_of_words(one: Profile, other: Profile) -> float:
    """Return the share of the smaller vocabulary that stands in the other too."""
    shared = one.vocabulary & other.vocabulary
    return len(shared) / max(1, min(len(one.vocabulary), len(other.vocabulary)))


def shared_passages(one: Profile, other: Profile) -> int:
    """Count the words that stand in unbroken runs of both, quotations aside."""
    return in_runs(one.own_words, other.own_words, RUN)


def share_in_runs(one: Profile, other: Profile) -> float:
    """Return the share of the shorter text that stands in unbroken runs of both."""
    shorter = min(len(one.words), len(other.words))
    return in_runs(one.words, other.words, RUN) / max(1, shorter)


def _contradict(one: Profile, other: Profile, shorter: int, runs: float) -> bool:
    """Tell whether two leads name each what the other story does not know, where that counts.

    It counts in short pieces, and where many days lie between: a template lives on, a story is
    printed again with its names and figures. It counts in all where the datelines are strange to
    each other too, or several names and the figures of the leads stand for one another. In short
    pieces a name counts that stands where the other text has another one: what one text merely
    adds contradicts nothing.

    A figure may have been updated: in a tiny piece it only counts when more differs. One name
    for one, and not a figure beside it, is a correction where all else stands in long runs.
    """
    distant = days_between(one.day, other.day) > DAYS_BETWEEN
    if shorter >= SHORT and not distant:
        return _are_of_two_places(one, other) or _are_of_one_template(one, other)
    figures = bool(one.figures - other.all_figures and other.figures - one.all_figures)
    mine, theirs = _strange_to_each_other(one, other)
    if mine and theirs and not distant:
        here, there = exchanged(one.words, other.words)
        mine, theirs = mine & here, theirs & there
    if mine and theirs:
        corrected = len(mine) == len(theirs) == 1 and not one.names.isdisjoint(other.names)
        return not corrected or figures or runs < _DISTANT_BOUNDS.runs
    if figures and (distant or _is_of_another_day(one, other)):
        return True
    return figures and shorter < TINY and runs < _DISTANT_BOUNDS.runs


def _are_of_two_places(one: Profile, other: Profile) -> bool:
    """Tell whether two stories were sent from places, and are of people, that the other knows nothing of.

    An agency tells like events in the same sentences; who prints a story from another desk, or
    sends it on from the capital, still says where it happened and to whom.
    """
    here, there = unmatched(other.strange_names(one.place), one.strange_names(other.place))
    if not here or not there:
        return False
    mine, theirs = _strange_to_each_other(one, other)
    return bool(mine - here) and bool(theirs - there)


def fill_one_template(one: Profile, other: Profile) -> bool:
    """Tell whether two texts are of one template, each with what is its own in the same places.

    Several names of either lead stand where the other has its own, and so do figures; or nothing
    but an exchange of many names parts them, where a version adds and cuts.
    """
    names = _exchanged_names(one, other)
    if names < _SEVERAL:
        return False
    return _exchange_figures(one, other) or (names >= _MANY and _only_exchange(one, other))


def _are_of_one_template(one: Profile, other: Profile) -> bool:
    """Tell whether figures and several names of either lead stand where the other has its own.

    One name for one is a correction; an update has new figures, and its people are known.
    """
    return _exchange_figures(one, other) and _exchanged_names(one, other) >= _SEVERAL


def _exchange_figures(one: Profile, other: Profile) -> bool:
    return bool(one.figures - other.all_figures and other.figures - one.all_figures)


def _exchanged_names(one: Profile, other: Profile) -> int:
    """Count the names of either lead that stand where the other has its own; none if not several."""
    mine, theirs = _strange_to_each_other(one, other)
    if min(len(mine), len(theirs)) < _SEVERAL:
        return 0
    here, there = exchanged(one.words, other.words)
    return min(len(mine & here), len(theirs & there))


def _only_exchange(one: Profile, other: Profile) -> bool:
    """Tell whether hardly a word of two texts stands where the other has none."""
    exchanged = added = 0
    for steps in partings(one.words, other.words):
        here = steps[-1].src_end - steps[0].src_start
        there = steps[-1].dest_end - steps[0].dest_start
        exchanged += min(here, there)
        added += abs(here - there)
    return added < _ADDED * (exchanged + added)


def _strange_to_each_other(one: Profile, other: Profile) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of either lead that the other story does not know in any spelling."""
    mine = other.strange_names(one.names)
    theirs = one.strange_names(other.names) if mine else frozenset[str]()
    return unmatched(mine, theirs) if theirs else (mine, theirs)


def _is_of_another_day(one: Profile, other: Profile) -> bool:
    """Tell whether nothing but the weekday and figures parts two pieces: a notice sent daily."""
    if not (one.vocabulary & WEEKDAYS) - other.vocabulary:
        return False
    if one.day is not None and one.day == other.day:
        return False
    rest = (one.vocabulary ^ other.vocabulary) - WEEKDAYS
    return all(word[0].isdigit() for word in rest)
