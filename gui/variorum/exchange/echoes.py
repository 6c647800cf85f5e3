"""Find where the words of highlights stand in the other versions of their stories."""

from collections import defaultdict

from variorum.annotations.anchors import make_anchor
from variorum.annotations.carrying import carry
from variorum.annotations.mark_set import MarkSet, SetEnd, SetHighlight, SetStory, StableId
from variorum.collation.collate import collate
from variorum.library.connection import Db
from variorum.library.pair_decisions import decisions_about
from variorum.library.portable import article_ids
from variorum.library.queries_articles import article
from variorum.progress import Tick, no_tick


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
    """Carry highlights to the versions beside them, without marking anything."""

    def __init__(self, db: Db, marks: MarkSet) -> None:
        self._db = db
        self._by_article: defaultdict[StableId, list[SetHighlight]] = defaultdict(list)
        for highlight in marks.highlights:
            self._by_article[highlight.article].append(highlight)
        self.found: dict[StableId, list[SetEnd]] = {}

    def look_through(self, story: SetStory) -> None:
        """Carry the highlights of each version to every other."""
        marked = [each for each in story.articles if self._by_article[each]]
        if not marked:
            return
        ids = article_ids(self._db, story.articles)
        articles = {each: article(self._db, ids[each]) for each in story.articles}
        for base in marked:
            own = self._by_article[base]
            for version in story.articles:
                if version == base:
                    continue
                collation = collate(
                    articles[base],
                    articles[version],
                    decisions=decisions_about(self._db, ids[base], ids[version]),
                )
                images = carry(
                    collation,
                    [highlight.anchor.span for highlight in own],
                    base=articles[base],
                    version=articles[version],
                )
                taken = {other.anchor.span for other in self._by_article[version]}
                text = articles[version].text
                for highlight, image in zip(own, images, strict=True):
                    if image.span is not None and image.span not in taken:
                        end = SetEnd(version, make_anchor(text, image.span))
                        self.found.setdefault(highlight.id, []).append(end)
