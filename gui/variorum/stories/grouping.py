"""Group articles into stories, each joined to what it is surely a version of.

Long articles come first, so that every excerpt finds the text it was taken from; the order
in which the articles are given has no say in who belongs together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.progress import Tick, no_tick
from variorum.stories.fingerprints import hash_of_text
from variorum.stories.likeness import OWN, Likeness, likeness, share_in_runs
from variorum.stories.profiles import Profile
from variorum.stories.roundups import is_one_of_several, may_be_one_of_several
from variorum.text import Article

LEAST_SHARED = 4
"""Hashes that a candidate shares; a piece with fewer must share all it has."""

LEAST_CONTAINMENT = 0.17
"""Share of the smaller fingerprint that a candidate has; .12 was measured to be far too low."""

MOST_STORIES = 100
"""A hash seen in more stories than this is a template's, and says nothing."""

_MOST_OF_STORY = 8
"""Members of one story kept for a hash: a hundred reprints are still found, at no more cost."""

MOST_BESIDE = 5
"""Versions of one story that are asked whether they are strangers to an article."""


class WhyKind(StrEnum):
    """Name what a version was recognised by."""

    SAME_TEXT = "same_text"
    SHARED_WORDS = "shared_words"
    SAME_ORIGIN = "same_origin"


@dataclass(frozen=True, slots=True)
class Why:
    """Say why an article is a version of a story; the share is that of its unbroken runs."""

    kind: WhyKind
    share: float = 1.0

    def __str__(self) -> str:
        return f"{self.kind} {self.share:.2f}"


@dataclass(frozen=True, slots=True)
class Match:
    """Hold the best match of an article among candidates."""

    number: int
    why: Why


@dataclass(frozen=True, slots=True)
class Group:
    """Hold a story: the numbers of its articles in the order given, and why they belong.

    The reasons stand in the order of the articles; one that was there first has none.
    """

    articles: tuple[int, ...]
    why: tuple[Why | None, ...]


def group(articles: Sequence[Article], *, tick: Tick = no_tick) -> list[Group]:
    """Return the stories among articles, in the order of their first articles."""
    profiles = [Profile(article) for article in articles]
    order = sorted(
        range(len(articles)),
        key=lambda n: (-len(profiles[n].words), hash_of_text(articles[n].text), n),
    )
    index = _Index()
    story_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    whys: dict[int, Why | None] = {}
    for done, number in enumerate(order):
        tick(done, len(order))
        one = profiles[number]
        like = {n: profiles[n] for n in index.like(one)}
        alike = {n: likeness(one, other) for n, other in like.items()}
        found = [
            match
            for match in matches(one, like, alike)
            if not _is_one_of_several(one, match, profiles, members[story_of[match.number]])
        ]
        into = story_of[number] = story_of[found[0].number] if found else number
        members.setdefault(into, []).append(number)
        whys[number] = found[0].why if found else None
        same = {
            story_of[match.number]
            for match in found
            if story_of[match.number] != into
            and is_one_story(profiles[found[0].number], profiles[match.number])
        }
        for story in same:
            gone = members.pop(story)
            story_of.update(dict.fromkeys(gone, into))
            members[into] += gone
        index.add(number, into, one)
    return [
        Group(tuple(numbers), tuple(whys[number] for number in numbers))
        for numbers in sorted(map(sorted, members.values()))
    ]


def _is_one_of_several(
    one: Profile, match: Match, profiles: Sequence[Profile], members: Sequence[int]
) -> bool:
    """Tell whether a match holds an article among strangers, by those versions of it that came last."""
    whole = profiles[match.number]
    if not may_be_one_of_several(one, whole, runs=match.why.share):
        return False
    beside = [number for number in members[-MOST_BESIDE - 1 :] if number != match.number]
    return is_one_of_several(one, whole, (profiles[n] for n in beside[-MOST_BESIDE:]))


def matches(
    profile: Profile, candidates: Mapping[int, Profile], found: Mapping[int, Likeness]
) -> list[Match]:
    """Return the candidates of which an article is surely a version, the surest first.

    `found` says of each candidate how alike the article is to it.
    """
    judged = [
        (candidate.article.text == profile.article.text, like.runs, like.vocabulary, -number)
        for number, candidate in candidates.items()
        if (like := found[number]).same_story
    ]
    return [
        Match(-number, Why(WhyKind.SAME_TEXT if same else WhyKind.SHARED_WORDS, runs))
        for same, runs, _, number in sorted(judged, reverse=True)
    ]


def is_one_story(one: Profile, other: Profile) -> bool:
    """Tell whether two texts, of which a third is a version, show that their stories are one.

    The parts of a round-up fit it as well, and share nothing with one another.
    """
    return share_in_runs(one, other) >= OWN


def is_candidate(*, shared: int, one: float, other: float) -> bool:
    """Tell whether two fingerprints, by their sizes and what they share, deserve a judgement."""
    smaller = min(one, other)
    return shared >= max(1, min(LEAST_SHARED, smaller)) and shared >= LEAST_CONTAINMENT * smaller


class _Index:
    """Find articles by their fingerprints."""

    def __init__(self) -> None:
        self._by_hash: defaultdict[int, dict[int, list[int]]] = defaultdict(dict)
        self._sizes: dict[int, int] = {}

    def add(self, number: int, story: int, profile: Profile) -> None:
        self._sizes[number] = len(profile.fingerprint)
        for value in profile.fingerprint:
            members = self._by_hash[value].setdefault(story, [])
            if len(members) < _MOST_OF_STORY:
                members.append(number)

    def like(self, profile: Profile) -> Iterable[int]:
        mine = profile.fingerprint
        shared = Counter(
            number
            for value in mine
            if len(stories := self._by_hash.get(value, {})) <= MOST_STORIES
            for members in stories.values()
            for number in members
        )
        return [
            number
            for number, count in shared.items()
            if is_candidate(shared=count, one=len(mine), other=self._sizes[number])
        ]
