"""Group articles into stories, each joined to its best match only.

Long articles come first, so that every excerpt finds the text it was taken from; the order
in which the articles are given has no say in who belongs together.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.progress import Tick, no_tick
from variorum.stories.fingerprints import hash_of_text
from variorum.stories.likeness import Profile, likeness
from variorum.text import Article

LEAST_SHARED = 4
"""Hashes that a candidate shares; a piece with fewer must share all it has."""

LEAST_CONTAINMENT = 0.17
"""Share of the smaller fingerprint that a candidate has; .12 was measured to be far too low."""

MOST_STORIES = 100
"""A hash seen in more stories than this is a template's, and says nothing."""

_MOST_OF_STORY = 8
"""Members of one story kept for a hash: a hundred reprints are still found, at no more cost."""


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
    whys: dict[int, Why | None] = {}
    for done, number in enumerate(order):
        tick(done, len(order))
        match = best_match(profiles[number], {n: profiles[n] for n in index.like(profiles[number])})
        story_of[number] = number if match is None else story_of[match.number]
        whys[number] = None if match is None else match.why
        index.add(number, story_of[number], profiles[number])
    members: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(len(articles)):
        members[story_of[number]].append(number)
    return [
        Group(tuple(numbers), tuple(whys[number] for number in numbers))
        for numbers in members.values()
    ]


def best_match(profile: Profile, candidates: dict[int, Profile]) -> Match | None:
    """Return the candidate that an article is most surely a version of, if there is one."""
    judged = [
        (candidate.article.text == profile.article.text, found.runs, found.vocabulary, -number)
        for number, candidate in candidates.items()
        if (found := likeness(profile, candidate)).same_story
    ]
    if not judged:
        return None
    same_text, runs, _, number = max(judged)
    kind = WhyKind.SAME_TEXT if same_text else WhyKind.SHARED_WORDS
    return Match(-number, Why(kind, runs))


def is_candidate(*, shared: int, one: int, other: int) -> bool:
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
