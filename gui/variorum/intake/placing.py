"""Decide where a new article goes: nowhere, into a story that is there, or into its own."""

from dataclasses import dataclass

from variorum.ids import ArticleId, StoryId
from variorum.intake.newcomers import Newcomer
from variorum.library.articles import Added, add_prepared
from variorum.library.connection import Db
from variorum.library.fingerprints import Candidate, Index, keys
from variorum.library.ids import ImportId
from variorum.library.queries import versions
from variorum.library.queries_articles import (
    articles,
    find_origin,
    find_text,
    stored_article,
    story_of,
)
from variorum.library.suggestions import suggest
from variorum.stories.base import outlet_name
from variorum.stories.grouping import LEAST_SHARED, Why, WhyKind, is_candidate, matches
from variorum.stories.likeness import Profile, likeness, share_of_words
from variorum.stories.suggesting import Reason, ReasonKind, reasons

LEAST_OF_SAME_ORIGIN = 0.3
"""Share of words below which an origin holds another story now, not another version."""

MOST_JUDGED = 10
"""Candidates that are compared word by word; the best shares most hashes, or nearly so."""

MOST_SUGGESTED = 3
"""Other stories of which a person is asked for one article."""

FULLY_KEPT = 20
"""Versions of a story that keep all their hashes. Later ones keep what is new in them: else
the hashes of a story that a hundred papers print would count as a template's."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Say where an article went; a duplicate went nowhere."""

    added: Added | None
    is_new_version: bool = False
    asked: bool = False
    """A person is asked whether it belongs to another story too."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Hold the story that an article goes to, and by which of its versions it was recognised."""

    story: StoryId
    like: Profile
    why: Why


@dataclass(frozen=True, slots=True)
class _Maybe:
    """Hold an article of which another may be a version, and what speaks for it."""

    article: ArticleId
    story: StoryId
    why: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """Return how likely it is, 0 to 1: what fits fully stands above what does not."""
        shares = [reason.share for reason in self.why]
        full = self.why[0].kind is ReasonKind.BOTH_FIT
        return (full + sum(shares) / len(shares)) / 2


@dataclass(frozen=True, slots=True)
class _Near:
    """Hold where an article belongs, and where it may belong besides."""

    home: _Home | None
    maybe: tuple[_Maybe, ...] = ()


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
    near = _near(db, newcomer, index)
    home = before or near.home
    rows = newcomer.rows
    known = frozenset[int]()
    if home is not None and sizes.of(db, home.story) >= FULLY_KEPT:
        known = frozenset(keys(home.like.fingerprint))
    added = add_prepared(
        db,
        rows,
        import_id=import_id,
        story=home.story if home else None,
        why=str(home.why) if home else "",
        known=known,
    )
    index.add(added.article, [key for key in rows.hashes if key not in known])
    sizes.count(added.story)
    asked = _suggest(db, added, near)
    return Placed(added, is_new_version=before is not None, asked=asked)


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


def _near(db: Db, newcomer: Newcomer, index: Index) -> _Near:
    """Return the story of which an article is most surely a version, and where else it may belong."""
    mine = len(newcomer.rows.hashes)
    least = min(LEAST_SHARED, max(1, mine))
    found = index.candidates(db, newcomer.rows.hashes, least=least, limit=MOST_JUDGED)
    likely = {
        one.article: one
        for one in found
        if is_candidate(shared=one.shared, one=mine, other=one.size)
    }
    if not likely:
        return _Near(None)
    profile = newcomer.profile
    known = {
        int(number): Profile(article)
        for number, article in zip(likely, articles(db, list(likely)), strict=True)
    }
    alike = {number: likeness(profile, other) for number, other in known.items()}
    fits = matches(profile, known, alike)
    home = None
    if fits:
        best = fits[0]
        home = _Home(story_of(db, ArticleId(best.number)), known[best.number], best.why)
    maybe = [
        _Maybe(number, story, why)
        for number, candidate in likely.items()
        if (story := story_of(db, number)) != (home and home.story)
        and (why := reasons(profile, known[number], alike[number], rare=_rare(candidate, mine)))
    ]
    return _Near(home, tuple(maybe))


def _rare(candidate: Candidate, mine: int) -> float:
    """Return what the rare hashes both have weigh, as a share of the smaller article's."""
    return candidate.weight * mine / max(1, min(mine, candidate.size))


def _suggest(db: Db, added: Added, near: _Near) -> bool:
    """Keep what a person should say of an article, one question for each other story; tell if any."""
    asked = {added.story}
    for maybe in sorted(near.maybe, key=lambda each: -each.score)[:MOST_SUGGESTED]:
        if maybe.story not in asked:
            asked.add(maybe.story)
            said = [(reason.kind.value, reason.share) for reason in maybe.why]
            suggest(db, article=added.article, other=maybe.article, score=maybe.score, reasons=said)
    return len(asked) > 1
