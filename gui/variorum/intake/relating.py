"""Keep what a new article is to the one it was recognised by, and with which stories it shares passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.relations import relate
from variorum.stories.likeness import Likeness, likeness
from variorum.stories.profiles import Profile
from variorum.stories.relations import related, shares_passages
from variorum.stories.values import StoryRelation

MOST_SHARING = 3
"""Other stories that are looked at for passages they share with an article."""

LEAST_RARE = 0.25
"""Share of the smaller article's hashes, rare ones weighing more, from which it is looked. Of 1,233
articles that shared passages 28 were below, among 2,900 that shared none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Hold an article that a newcomer was compared with, and how alike they are."""

    article: ArticleId
    story: StoryId
    profile: Profile
    alike: Likeness
    rare: float
    """Share of the smaller article's hashes that both have, rare ones weighing more."""


def keep_version(
    db: Db,
    article: ArticleId,
    one: Profile,
    *,
    like: ArticleId,
    other: Profile,
    alike: Likeness | None,
) -> None:
    """Keep what an article is to the version that it was recognised by; `alike` where that is known."""
    found = related(one, other, alike or likeness(one, other))
    later, earlier = (article, like) if found.first_is_later else (like, article)
    relate(db, article=later, other=earlier, relation=found.relation)


def keep_passages(
    db: Db, article: ArticleId, one: Profile, *, story: StoryId, others: Iterable[Compared]
) -> None:
    """Keep with which other stories an article shares passages, by the likest article of each.

    What is common in the library is a template's, and nobody's passage.
    """
    told = {story}
    for each in sorted(others, key=lambda each: -each.rare):
        if len(told) > MOST_SHARING or each.rare < LEAST_RARE:
            return
        if each.story not in told:
            told.add(each.story)
            if shares_passages(one, each.profile):
                relation = StoryRelation.SHARES_PASSAGES
                relate(db, article=article, other=each.article, relation=relation)
