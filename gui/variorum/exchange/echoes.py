"""Find where the words of highlights stand in the other versions of their stories."""

from collections import defaultdict
from dataclasses import dataclass

from variorum.annotations.anchors import make_anchor
from variorum.annotations.carrying import carry
from variorum.annotations.mark_set import MarkSet, SetEnd, SetHighlight, SetStory, StableId
from variorum.collation.collate import collate
from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.pair_decisions import decisions_about
from variorum.library.portable import article_ids
from variorum.library.queries.articles import article
from variorum.progress import Tick, no_tick
from variorum.text import Article


def echoes(db: Db, marks: MarkSet, *, tick: Tick = no_tick) -> dict[StableId, list[SetEnd]]:
    """Return the further places of highlights, by highlight; places marked anyway are left out."""
    finder = _Finder(db, marks)
    stories = [story for story in marks.stories if len(story.articles) > 1]
    for done, story in enumerate(stories):
        tick(done, len(stories))
        finder.look_through(story)
    tick(len(stories), len(stories))
    return finder.found


class _Finder:
    """Carry highlights between the base and each version, without marking anything.

    Between any two versions it would be the square of their number of collations.
    """

    def __init__(self, db: Db, marks: MarkSet) -> None:
        self._db = db
        self._by_article: defaultdict[StableId, list[SetHighlight]] = defaultdict(list)
        for highlight in marks.highlights:
            self._by_article[highlight.article].append(highlight)
        self.found: dict[StableId, list[SetEnd]] = {}

    def look_through(self, story: SetStory) -> None:
        """Carry what is marked on the base to every version, and the other way round."""
        if not any(self._by_article[each] for each in story.articles):
            return
        ids = article_ids(self._db, story.articles)
        base, *versions = (
            _Printing(each, ids[each], article(self._db, ids[each])) for each in story.articles
        )
        for version in versions:
            self._carry(base, version)
            self._carry(version, base)

    def _carry(self, start: "_Printing", goal: "_Printing") -> None:
        own = self._by_article[start.stable]
        if not own:
            return
        decisions = decisions_about(self._db, start.id, goal.id)
        collation = collate(start.article, goal.article, decisions=decisions)
        spans = [highlight.anchor.span for highlight in own]
        images = carry(collation, spans, base=start.article, version=goal.article)
        taken = {other.anchor.span for other in self._by_article[goal.stable]}
        for highlight, image in zip(own, images, strict=True):
            if image.span is not None and image.span not in taken:
                end = SetEnd(goal.stable, make_anchor(goal.article.text, image.span))
                self.found.setdefault(highlight.id, []).append(end)


@dataclass(frozen=True, slots=True)
class _Printing:
    """Hold an article with both its ids."""

    stable: StableId
    id: ArticleId
    article: Article
