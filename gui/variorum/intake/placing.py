"""Decide where a new article goes: nowhere, into a story that is there, or into its own."""

from dataclasses import dataclass

from variorum.ids import ArticleId, StoryId
from variorum.intake.newcomers import Newcomer
from variorum.library.articles import Added, add_prepared
from variorum.library.connection import Db
from variorum.library.fingerprints import Index, keys
from variorum.library.ids import ImportId
from variorum.library.queries import versions
from variorum.library.queries_articles import (
    articles,
    find_origin,
    find_text,
    stored_article,
    story_of,
)
from variorum.stories.base import outlet_name
from variorum.stories.grouping import LEAST_SHARED, Why, WhyKind, best_match, is_candidate
from variorum.stories.likeness import Profile, share_of_words

LEAST_OF_SAME_ORIGIN = 0.3
"""Share of words below which an origin holds another story now, not another version."""

MOST_JUDGED = 10
"""Candidates that are compared word by word; the best shares most hashes, or nearly so."""

FULLY_KEPT = 20
"""Versions of a story that keep all their hashes. Later ones keep what is new in them: else
the hashes of a story that a hundred papers print would count as a template's."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Say where an article went; a duplicate went nowhere."""

    added: Added | None
    is_new_version: bool = False


@dataclass(frozen=True, slots=True)
class _Home:
    """Hold the story that an article goes to, and by which of its versions it was recognised."""

    story: StoryId
    like: Profile
    why: Why


class Sizes:
    """Count the versions of the stories that an import adds to."""

    def __init__(self) -> None:
        self._known: dict[StoryId, int] = {}

    def of(self, db: Db, story: StoryId) -> int:
        """Return how many versions a story has, those added now among them."""
        if story not in self._known:
            self._known[story] = len(versions(db, story))
        return self._known[story]

    def count(self, story: StoryId) -> None:
        """Count one more version."""
        self._known[story] = self._known.get(story, 0) + 1


def place(db: Db, newcomer: Newcomer, *, import_id: ImportId, sizes: Sizes, index: Index) -> Placed:
    """Add an article to its story, unless the library has it; inside a deed."""
    if _is_duplicate(db, newcomer):
        return Placed(None)
    before = _before(db, newcomer)
    home = before or _like(db, newcomer, index)
    known = frozenset[int]()
    if home is not None and sizes.of(db, home.story) >= FULLY_KEPT:
        known = frozenset(keys(home.like.fingerprint))
    added = add_prepared(
        db,
        newcomer.rows,
        import_id=import_id,
        story=home.story if home else None,
        why=str(home.why) if home else "",
        known=known,
    )
    index.add(
        added.article, newcomer.rows.hashes if not known else set(newcomer.rows.hashes) - known
    )
    sizes.count(added.story)
    return Placed(added, is_new_version=before is not None)


def _is_duplicate(db: Db, newcomer: Newcomer) -> bool:
    issuer = outlet_name(newcomer.source)
    for number in find_text(db, newcomer.rows.text_sha256):
        known = stored_article(db, number)
        if known.origin == newcomer.rows.origin:
            return True
        if issuer is not None and outlet_name(known.article.source) == issuer:
            return True
    return False


def _before(db: Db, newcomer: Newcomer) -> _Home | None:
    """Return the story of what came from the same origin before, if it is still about it."""
    rows = newcomer.rows
    numbers = find_origin(db, rows.origin, index=rows.index)[:1]
    for number, known in zip(numbers, articles(db, numbers), strict=True):
        profile = Profile(known)
        share = share_of_words(newcomer.profile, profile)
        if share >= LEAST_OF_SAME_ORIGIN:
            return _Home(story_of(db, number), profile, Why(WhyKind.SAME_ORIGIN, share))
    return None


def _like(db: Db, newcomer: Newcomer, index: Index) -> _Home | None:
    """Return the story of the article that this one is most surely a version of."""
    mine = len(newcomer.rows.hashes)
    likely = [
        found.article
        for found in index.candidates(
            db, newcomer.rows.hashes, least=min(LEAST_SHARED, max(1, mine)), limit=MOST_JUDGED
        )
        if is_candidate(shared=found.shared, one=mine, other=found.size)
    ]
    if not likely:
        return None
    known = {
        int(number): Profile(article)
        for number, article in zip(likely, articles(db, likely), strict=True)
    }
    match = best_match(newcomer.profile, known)
    if match is None:
        return None
    return _Home(story_of(db, ArticleId(match.number)), known[match.number], match.why)
