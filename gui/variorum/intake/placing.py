"""Decide where a new article goes: nowhere, into a story that is there, or into its own."""

from dataclasses import dataclass

from variorum.ids import ArticleId, StoryId
from variorum.library.articles import Added, add_article, text_sha256
from variorum.library.connection import Db
from variorum.library.ids import ImportId
from variorum.library.queries import versions
from variorum.library.queries_articles import (
    articles,
    candidates,
    find_origin,
    find_text,
    stored_article,
    story_of,
)
from variorum.stories.base import outlet_name
from variorum.stories.grouping import LEAST_SHARED, Why, WhyKind, best_match, is_candidate
from variorum.stories.likeness import Profile, share_of_words
from variorum.text import Imported

LEAST_OF_SAME_ORIGIN = 0.3
"""Share of words below which an origin holds another story now, not another version."""

MOST_JUDGED = 10
"""Candidates that are compared word by word; the best shares most hashes, or nearly so."""

FULLY_KEPT = 20
"""Versions of a story that keep all their hashes. Later ones keep what is new in them: else
the hashes of a story that a hundred papers print would count as a template's."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Hold an article on its way into a library, with what is needed to place it."""

    imported: Imported
    profile: Profile
    text_sha256: str

    @classmethod
    def of(cls, imported: Imported) -> "Newcomer":
        """Prepare an article; the work is done here, before the library is busy."""
        profile = Profile(imported.article)
        # Touched, so that the fingerprint is not made while the writer waits.
        _ = profile.fingerprint
        return cls(imported, profile, text_sha256(imported.article.text))


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


def place(db: Db, newcomer: Newcomer, *, import_id: ImportId, sizes: Sizes) -> Placed:
    """Add an article to its story, unless the library has it; inside a deed."""
    if _is_duplicate(db, newcomer):
        return Placed(None)
    before = _before(db, newcomer)
    home = before or _like(db, newcomer)
    hashes = newcomer.profile.fingerprint
    if home is not None and sizes.of(db, home.story) >= FULLY_KEPT:
        hashes -= home.like.fingerprint
    added = add_article(
        db,
        newcomer.imported,
        import_id=import_id,
        hashes=hashes,
        story=home.story if home else None,
        why=str(home.why) if home else "",
    )
    sizes.count(added.story)
    return Placed(added, is_new_version=before is not None)


def _is_duplicate(db: Db, newcomer: Newcomer) -> bool:
    imported = newcomer.imported
    issuer = outlet_name(imported.article.source)
    for number in find_text(db, newcomer.text_sha256):
        known = stored_article(db, number)
        if known.origin == imported.origin:
            return True
        if issuer is not None and outlet_name(known.article.source) == issuer:
            return True
    return False


def _before(db: Db, newcomer: Newcomer) -> _Home | None:
    """Return the story of what came from the same origin before, if it is still about it."""
    imported = newcomer.imported
    numbers = find_origin(db, imported.origin, index=imported.index)[:1]
    for number, known in zip(numbers, articles(db, numbers), strict=True):
        profile = Profile(known)
        share = share_of_words(newcomer.profile, profile)
        if share >= LEAST_OF_SAME_ORIGIN:
            return _Home(story_of(db, number), profile, Why(WhyKind.SAME_ORIGIN, share))
    return None


def _like(db: Db, newcomer: Newcomer) -> _Home | None:
    """Return the story of the article that this one is most surely a version of."""
    mine = newcomer.profile.fingerprint
    shared = dict(candidates(db, list(mine), limit=MOST_JUDGED))
    likely = [number for number, count in shared.items() if count >= min(LEAST_SHARED, len(mine))]
    known = {
        int(number): profile
        for number, article in zip(likely, articles(db, likely), strict=True)
        if _is_likely(profile := Profile(article), shared=shared[number], mine=len(mine))
    }
    match = best_match(newcomer.profile, known)
    if match is None:
        return None
    return _Home(story_of(db, ArticleId(match.number)), known[match.number], match.why)


def _is_likely(profile: Profile, *, shared: int, mine: int) -> bool:
    # A candidate's fingerprint is only made when its size can matter.
    enough_of_mine = is_candidate(shared=shared, one=mine, other=mine)
    return enough_of_mine or is_candidate(shared=shared, one=mine, other=len(profile.fingerprint))
