"""Questions about the lists that a reader keeps, and about the bin."""

import json
from array import array
from collections.abc import Sequence

from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.ids import ListId
from variorum.library.lists import ListKind
from variorum.library.moments import moment_from_text
from variorum.library.queries.rows import ListRow, StoryOrder, StoryRow


def views(db: Db) -> list[ListRow]:
    """Return the views as the reader has ordered them."""
    rows = db.rows(
        "SELECT id, name, filter, sort FROM lists WHERE kind = ? ORDER BY position, id",
        (ListKind.VIEW,),
    )
    return [
        ListRow(ListId(number), name, filter_text, _order(order))
        for number, name, filter_text, order in rows
    ]


def _order(kept: str) -> StoryOrder:
    """Read an order; one that a later program knows is not worth an error."""
    return StoryOrder(kept) if kept in set(StoryOrder) else StoryOrder.NEWEST


def collections(db: Db) -> list[ListRow]:
    """Return the collections as the reader has ordered them, with how many stories each has."""
    rows = db.rows(
        """
        SELECT l.id, l.name, count(s.story) FROM lists l
            LEFT JOIN list_stories ls ON ls.list = l.id
            LEFT JOIN story_index s ON s.story = ls.story
        WHERE l.kind = ? GROUP BY l.id ORDER BY l.position, l.id
        """,
        (ListKind.COLLECTION,),
    )
    return [ListRow(ListId(number), name, stories=count) for number, name, count in rows]


def collections_with(db: Db, stories: Sequence[StoryId]) -> set[ListId]:
    """Return the collections in which all of some stories stand."""
    rows = db.rows(
        "SELECT list FROM list_stories WHERE story IN (SELECT value FROM json_each(?))"
        " GROUP BY list HAVING count(*) = ?",
        (json.dumps(list(stories)), len(set(stories))),
    )
    return {ListId(number) for (number,) in rows}


def unread_count(db: Db) -> int:
    """Count the stories that were not opened since their newest version came."""
    read = db.value(
        "SELECT count(*) FROM story_states t JOIN story_index s ON s.story = t.story"
        " WHERE t.read >= s.added"
    )
    return db.value("SELECT count(*) FROM story_index") - read


# --- the bin --------------------------------------------------------------------------------


def binned_count(db: Db) -> int:
    """Count the articles in the bin."""
    return db.value("SELECT count(*) FROM articles WHERE binned IS NOT NULL")


def binned_ids(db: Db) -> "array[int]":
    """Return the stories of which something lies in the bin, what went last first."""
    rows = db.rows(
        """
        SELECT m.story FROM articles a JOIN members m ON m.article = a.id
        WHERE a.binned IS NOT NULL GROUP BY m.story ORDER BY max(a.binned) DESC, m.story DESC
        """
    )
    return array("q", [story for (story,) in rows])


def binned_stories(db: Db, ids: Sequence[int]) -> list[StoryRow]:
    """Return what the bin shows of some stories: only what lies in it counts."""
    rows = db.rows(
        """
        SELECT m.story, min(a.id), coalesce(nullif(a.shown_headline, ''), a.first_words),
               a.shown_published, count(*),
               sum((SELECT count(*) FROM highlights WHERE article = a.id))
        FROM articles a JOIN members m ON m.article = a.id
        WHERE a.binned IS NOT NULL AND m.story IN (SELECT value FROM json_each(?))
        GROUP BY m.story
        """,
        (json.dumps(list(ids)),),
    )
    found = {
        story: StoryRow(
            story=StoryId(story),
            base=ArticleId(article),
            title=title,
            published=moment_from_text(day),
            versions=count,
            highlights=marks,
            notes=0,
        )
        for story, article, title, day, count, marks in rows
    }
    return [found[story] for story in ids if story in found]


def binned_articles(db: Db, stories: Sequence[StoryId] | None = None) -> list[ArticleId]:
    """Return the articles in the bin, of some stories or all of them."""
    if stories is None:
        rows = db.rows("SELECT id FROM articles WHERE binned IS NOT NULL ORDER BY id")
    else:
        rows = db.rows(
            "SELECT a.id FROM articles a JOIN members m ON m.article = a.id"
            " WHERE a.binned IS NOT NULL AND m.story IN (SELECT value FROM json_each(?))"
            " ORDER BY a.id",
            (json.dumps(list(stories)),),
        )
    return [ArticleId(article) for (article,) in rows]
