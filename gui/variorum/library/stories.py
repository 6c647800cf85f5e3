"""Deeds on stories: join, part, choose the base by hand."""

import json
from collections.abc import Sequence

from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library import united
from variorum.library.articles import new_story
from variorum.library.connection import Db
from variorum.library.decisions import Pairing, decide_base, decide_pair
from variorum.library.lists import follow_join, follow_part


def join(db: Db, *, stories: Sequence[StoryId], annotator: AnnotatorId) -> StoryId:
    """Make one story of several: the first takes the versions and notes of the others."""
    if len(set(stories)) <= 1:
        raise UsageError("Choose at least two stories to join.")
    first, *others = united.where_now(db, stories)
    into = _members(db, first)
    for other in others:
        for article in _members(db, other):
            decide_pair(db, Pairing.TOGETHER, first=into[0], second=article, annotator=annotator)
    moved = json.dumps(others)
    among = "IN (SELECT value FROM json_each(?))"
    db.write(f"UPDATE members SET story = ? WHERE story {among}", (first, moved))
    db.write(f"UPDATE notes SET story = ? WHERE story {among}", (first, moved))
    follow_join(db, into=first, others=others)
    db.write(f"DELETE FROM stories WHERE id {among}", (moved,))
    return first


def unite(db: Db, *, stories: Sequence[StoryId], into: StoryId) -> None:
    """Put the versions of stories into another one; for `Command.IMPORT`.

    For stories that the same import made, on which nobody has decided or put anything.
    """
    gone = json.dumps(list(stories))
    among = "IN (SELECT value FROM json_each(?))"
    db.write(f"UPDATE members SET story = ? WHERE story {among}", (into, gone))
    db.write(f"DELETE FROM stories WHERE id {among}", (gone,))
    united.keep(db, stories, into=into)


def part(db: Db, *, articles: Sequence[ArticleId], annotator: AnnotatorId) -> StoryId:
    """Take versions out of their story into a new one of their own; return the new story."""
    story = _common_story(db, articles)
    staying = [article for article in _members(db, story) if article not in set(articles)]
    if not staying:
        raise UsageError("All versions of the story were chosen; there is nothing to part from.")
    for article in articles:
        for other in staying:
            decide_pair(db, Pairing.APART, first=article, second=other, annotator=annotator)
    new = new_story(db)
    db.write(
        "UPDATE members SET story = ? WHERE article IN (SELECT value FROM json_each(?))",
        (new, json.dumps(list(articles))),
    )
    db.write(
        "UPDATE stories SET base_by_hand = NULL WHERE id = ?"
        " AND base_by_hand IN (SELECT value FROM json_each(?))",
        (story, json.dumps(list(articles))),
    )
    follow_part(db, story=story, new=new)
    return new


def move_versions(
    db: Db, *, articles: Sequence[ArticleId], into: StoryId, annotator: AnnotatorId
) -> None:
    """Let versions of one story be versions of another one instead."""
    story = _common_story(db, articles)
    if story == into:
        raise UsageError("The versions are in this story already.")
    has_others = set(_members(db, story)) - set(articles)
    leaving = part(db, articles=articles, annotator=annotator) if has_others else story
    join(db, stories=[into, leaving], annotator=annotator)


def choose_base(
    db: Db, *, story: StoryId, article: ArticleId | None, annotator: AnnotatorId
) -> None:
    """Choose a story's base by hand; None leaves it to the rule again."""
    if article is not None:
        if _common_story(db, [article]) != story:
            raise UsageError("The base is one of the story's own versions.")
        decide_base(db, article=article, annotator=annotator)
    db.write("UPDATE stories SET base_by_hand = ? WHERE id = ?", (article, story))


def _members(db: Db, story: StoryId) -> list[ArticleId]:
    rows = db.rows("SELECT article FROM members WHERE story = ? ORDER BY article", (story,))
    if not rows:
        raise UsageError("The story is not in this library.")
    return [ArticleId(row[0]) for row in rows]


def _common_story(db: Db, articles: Sequence[ArticleId]) -> StoryId:
    rows = db.rows(
        "SELECT DISTINCT story FROM members WHERE article IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )
    if len(rows) != 1:
        raise UsageError("The versions chosen do not belong to one story.")
    return StoryId(rows[0][0])
