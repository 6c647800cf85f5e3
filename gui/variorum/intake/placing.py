"""Decide where a new article goes: nowhere, into a story that is there, or into its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.ids import ArticleId, StoryId
from variorum.intake.foreknown import Foreknown
from variorum.intake.memory import Memory
from variorum.intake.newcomers import Newcomer
from variorum.intake.relating import Compared, keep_passages, keep_version
from variorum.library.articles import Added, add_prepared
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Candidate, Index
from variorum.library.fingerprints import keys
from variorum.library.ids import ImportId
from variorum.library.queries.articles import article, stored_article, story_of
from variorum.library.queries.stories import newest_versions
from variorum.library.stories import unite
from variorum.library.suggestions import suggest
from variorum.stories.base import outlet_name
from variorum.stories.grouping import (
    LEAST_SHARED,
    MOST_BESIDE,
    Why,
    WhyKind,
    is_candidate,
    is_one_story,
    matches,
)
from variorum.stories.likeness import Likeness, likeness, share_of_words
from variorum.stories.profiles import Profile
from variorum.stories.roundups import is_one_of_several, may_be_one_of_several
from variorum.stories.suggesting import Reason, reasons
from variorum.stories.values import ReasonKind

LEAST_OF_SAME_ORIGIN = 0.3
"""Share of words below which an origin holds another story now, not another version."""

MOST_JUDGED = 6
"""Candidates that are compared word by word; the best shares most hashes, or nearly so.

Of 1,500 articles met by 25,000, 59 had a version there: 57 times it stood first, or second."""

STRANGER = 0.5
"""Share of words below which an article is a stranger. Of 3,085 candidates that stand below two
strangers, in a library of 100,000, one was a version, of a story that was found without it."""

_AT_ONCE = 2

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
    united: Sequence[StoryId] = ()
    """Stories that are no more: it showed that their versions are of its own."""


@dataclass(frozen=True, slots=True)
class _Home:
    """Hold the story that an article goes to, and by which of its versions it was recognised."""

    story: StoryId
    article: ArticleId
    like: Profile
    why: Why
    alike: Likeness | None = None


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
    compared: tuple[Compared, ...] = ()
    among_others: frozenset[int] = frozenset()
    """Articles in which it stands beside other stories, as in a round-up."""

    def without(self, stories: Sequence[StoryId]) -> "_Near":
        """Leave stories out of where it may belong besides."""
        return replace(
            self,
            maybe=tuple(each for each in self.maybe if each.story not in stories),
            compared=tuple(each for each in self.compared if each.story not in stories),
        )


def place(
    db: Db,
    newcomer: Newcomer,
    *,
    import_id: ImportId,
    memory: Memory,
    index: Index,
    known: Foreknown,
) -> Placed:
    """Add an article to its story, unless the library has it; inside the deed that `known` is of."""
    if _is_duplicate(db, newcomer, known.of_text(newcomer)):
        return Placed(None)
    before = _before(db, newcomer, known.of_origin(newcomer))
    near = _near(db, newcomer, memory=memory, found=_candidates(db, newcomer, index, known))
    home = before or near.home
    united: Sequence[StoryId] = ()
    if near.home is not None and before is None:
        home, united = _united(db, near.home, near, memory)
        near = near.without([home.story, *united])
    rows = newcomer.rows
    told = frozenset[int]()
    if home is not None and memory.size(db, home.story) >= FULLY_KEPT:
        told = frozenset(keys(home.like.fingerprint))
    added = add_prepared(
        db,
        rows,
        import_id=import_id,
        story=home.story if home else None,
        why=str(home.why) if home else "",
        known=told,
    )
    new = [key for key in rows.hashes if key not in told] if told else rows.hashes
    known.added(added.article, newcomer)
    index.add(added.article, new, size=len(rows.hashes))
    memory.added(added.article, added.story, newcomer.profile)
    if home is None:
        memory.made(added.story)
    else:
        keep_version(
            db,
            added.article,
            newcomer.profile,
            like=home.article,
            other=home.like,
            alike=home.alike,
        )
    keep_passages(db, added.article, newcomer.profile, story=added.story, others=near.compared)
    asked = _suggest(db, added, near)
    return Placed(added, is_new_version=before is not None, asked=asked, united=united)


def _is_duplicate(db: Db, newcomer: Newcomer, like: Sequence[ArticleId]) -> bool:
    issuer = outlet_name(newcomer.source)
    for number in like:
        known = stored_article(db, number)
        if known.origin == newcomer.rows.origin:
            return True
        if issuer is not None and outlet_name(known.article.source) == issuer:
            return True
    return False


def _before(db: Db, newcomer: Newcomer, last: ArticleId | None) -> _Home | None:
    """Return the story of what came from the same origin before, if it is still about it."""
    if last is None:
        return None
    profile = Profile(article(db, last))
    share = share_of_words(newcomer.profile, profile)
    if share < LEAST_OF_SAME_ORIGIN:
        return None
    return _Home(story_of(db, last), last, profile, Why(WhyKind.SAME_ORIGIN, share))


def _candidates(
    db: Db, newcomer: Newcomer, index: Index, known: Foreknown
) -> dict[ArticleId, Candidate]:
    """Return the articles that deserve to be compared with a newcomer, the likeliest first."""
    asked = newcomer.asked
    least = min(LEAST_SHARED, max(1, len(asked)))
    found = index.candidates(db, asked, least=least, limit=MOST_JUDGED, kept=known.hashes)
    part = len(asked) / max(1, len(newcomer.rows.hashes))
    return {
        one.article: one
        for one in found
        if is_candidate(shared=one.shared, one=len(asked), other=part * one.size)
    }


def _near(
    db: Db, newcomer: Newcomer, *, memory: Memory, found: Mapping[ArticleId, Candidate]
) -> _Near:
    """Return the story of which an article is most surely a version, and where else it may belong."""
    if not found:
        return _Near(None)
    mine = len(newcomer.rows.hashes)
    profile = newcomer.profile
    known, alike = _compared(db, profile, memory=memory, wanted=list(found))
    fits = matches(profile, known, alike)
    among_others = {
        fit.number
        for fit in fits
        if may_be_one_of_several(profile, known[fit.number], runs=fit.why.share)
        and _is_among_others(db, profile, known[fit.number], ArticleId(fit.number), memory)
    }
    fits = [fit for fit in fits if fit.number not in among_others]
    home = None
    if fits:
        best = fits[0]
        like = ArticleId(best.number)
        home = _Home(memory.story(db, like), like, known[like], best.why, alike[like])
    others = [
        Compared(number, story, known[number], alike[number], _rare(candidate, mine))
        for number, candidate in found.items()
        if number in known and (story := memory.story(db, number)) != (home and home.story)
    ]
    maybe = [
        _Maybe(one.article, one.story, why)
        for one in others
        if (why := reasons(profile, one.profile, one.alike, rare=one.rare))
    ]
    return _Near(home, tuple(maybe), tuple(others), frozenset(among_others))


def _is_among_others(
    db: Db, profile: Profile, whole: Profile, number: ArticleId, memory: Memory
) -> bool:
    """Tell whether an article stands in another beside stories that have nothing to do with it."""
    story = memory.story(db, number)
    beside = [
        other for other in newest_versions(db, story, most=MOST_BESIDE + 1) if other != number
    ]
    others = memory.profiles(db, beside[:MOST_BESIDE])
    return is_one_of_several(profile, whole, others.values())


def _united(db: Db, home: _Home, near: _Near, memory: Memory) -> tuple[_Home, Sequence[StoryId]]:
    """Let stories that an article shows to be one go into one; return its home then, and who went.

    Only what this import made itself is touched, while nobody has regrouped anything in the
    library: no person can have said otherwise. Of others a person is asked. What a person has
    put something on stays, so that it is found where it was put; the others go into it.
    """
    if not memory.is_ours(home.story):
        return home, ()
    same = {
        each.story
        for each in near.compared
        if each.story != home.story
        and each.alike.same_story
        and each.article not in near.among_others
        and memory.is_ours(each.story)
        and is_one_story(home.like, each.profile)
    }
    in_use = {story for story in (home.story, *same) if memory.is_in_use(story)}
    into = home.story if home.story in in_use else min(in_use, default=home.story)
    gone = sorted({home.story, *same} - in_use - {into})
    if gone:
        unite(db, stories=gone, into=into)
        memory.united(into, gone)
    return replace(home, story=into), gone


def _compared(
    db: Db, profile: Profile, *, memory: Memory, wanted: Sequence[ArticleId]
) -> tuple[dict[int, Profile], dict[int, Likeness]]:
    """Compare an article with the likeliest two, and the next two, until both are strangers to it."""
    known: dict[int, Profile] = {}
    alike: dict[int, Likeness] = {}
    for first in range(0, len(wanted), _AT_ONCE):
        these = memory.profiles(db, wanted[first : first + _AT_ONCE])
        found = {number: likeness(profile, other) for number, other in these.items()}
        known |= these
        alike |= found
        if all(each.vocabulary < STRANGER for each in found.values()):
            break
    return known, alike


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
