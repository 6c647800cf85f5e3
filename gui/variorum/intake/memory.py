"""What an import knows of the library without asking: what it added itself a moment ago.

Versions come close to one another, so that most are compared with what is remembered. It holds
until somebody else changes articles or how they are grouped; who highlights and notes does not.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import partial

from variorum.ids import ArticleId, StoryId
from variorum.library.article_rows import load_story_texts
from variorum.library.connection import Db
from variorum.library.heeded import Heeded
from variorum.library.queries.articles import article, story_of
from variorum.library.queries.stories import versions
from variorum.stories.days import day_of
from variorum.stories.profiles import Profile

_MOST = 400
"""Articles that are remembered with their words: some twenty megabytes."""


class Memory:
    """Remember profiles of articles, their stories, and how many versions these have."""

    def __init__(self) -> None:
        self._articles: OrderedDict[ArticleId, Profile] = OrderedDict()
        self._stories: dict[ArticleId, StoryId] = {}
        self._sizes: dict[StoryId, int] = {}
        self._made = set[StoryId]()
        self._heeded = Heeded()
        self._regrouped = 0

    def heed(self, heeded: Heeded) -> bool:
        """Heed what others did, and what they do from now on; tell whether all is forgotten for it."""
        self._heeded = heeded
        if heeded.regrouped == self._regrouped:
            return False
        self._regrouped = heeded.regrouped
        self._forget()
        return True

    def _forget(self) -> None:
        """Ask the library for everything again."""
        self._articles.clear()
        self._stories.clear()
        self._sizes.clear()
        self._made.clear()

    def added(self, article: ArticleId, story: StoryId, profile: Profile) -> None:
        """Remember an article that was added to a story."""
        self._sizes[story] = self._sizes.get(story, 0) + 1
        self._stories[article] = story
        self._articles[article] = profile
        while len(self._articles) > _MOST:
            oldest, _ = self._articles.popitem(last=False)
            self._stories.pop(oldest, None)

    def made(self, story: StoryId) -> None:
        """Remember that a story began with an article that was added."""
        self._made.add(story)

    def is_ours(self, story: StoryId) -> bool:
        """Tell whether a story was made by this import, and nobody has regrouped anything since."""
        return story in self._made

    def is_in_use(self, story: StoryId) -> bool:
        """Tell whether a person has put something on a story, so that it has to stay."""
        return story in self._heeded.in_use

    def united(self, into: StoryId, others: Sequence[StoryId]) -> None:
        """Remember that the versions of stories went into another one."""
        gone = set(others)
        self._made -= gone
        self._sizes.pop(into, None)
        self._stories.update((a, into) for a, story in self._stories.items() if story in gone)

    def size(self, db: Db, story: StoryId) -> int:
        """Return how many versions a story has."""
        if story not in self._sizes:
            self._sizes[story] = len(versions(db, story))
        return self._sizes[story]

    def story(self, db: Db, article: ArticleId) -> StoryId:
        """Return the story of an article."""
        known = self._stories.get(article)
        if known is None or known in self._heeded.gone:
            # Another import may have let its story go into one of its own.
            known = self._stories[article] = story_of(db, article)
        return known

    def profiles(self, db: Db, wanted: Sequence[ArticleId]) -> dict[int, Profile]:
        """Return what is compared of articles, in the order asked for."""
        unknown = [article for article in wanted if article not in self._articles]
        if unknown:
            self._articles.update(_read(db, unknown))
        return {int(article): self._profile(article) for article in wanted}

    def _profile(self, article: ArticleId) -> Profile:
        self._articles.move_to_end(article)
        return self._articles[article]


def _read(db: Db, wanted: Sequence[ArticleId]) -> Iterator[tuple[ArticleId, Profile]]:
    """Yield profiles with what is always compared; the articles are read when more is asked."""
    for number, story in load_story_texts(db, wanted).items():
        known = ArticleId(number)
        profile = Profile(partial(article, db, known))
        profile.told = story.passages
        profile.day = day_of(story.published, story.dated)
        yield known, profile
