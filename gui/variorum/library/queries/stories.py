"""Questions about stories and their versions, for lists of any length.

Every function takes a connection: `library.reader`, or the writer's inside a deed. SQL
sorts, filters and pages; a page costs one query, whatever stands on it.
"""

import json
from array import array
from collections.abc import Sequence

from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.ids import ListId
from variorum.library.lineages import from_json
from variorum.library.moments import moment_from_text
from variorum.library.queries.rows import StoryOrder, StoryRow, VersionRow
from variorum.library.search.conditions import Condition
from variorum.library.search.filtering import stories_meeting
from variorum.library.story_places import in_order, numbers

_ORDERS = {
    StoryOrder.NEWEST: "s.sort_date DESC",
    StoryOrder.OLDEST: "s.sort_date ASC",
    StoryOrder.TITLE: "s.sort_title ASC",
    StoryOrder.SOURCE: "a.shown_source IS NULL, a.shown_source COLLATE NOCASE ASC, s.sort_date DESC",
    StoryOrder.VERSIONS: "s.versions DESC, s.sort_date DESC",
    StoryOrder.MARKS: "coalesce(k.marks, 0) DESC, s.sort_date DESC",
    StoryOrder.READ: "t.read DESC, s.sort_date DESC",
    StoryOrder.ADDED: "s.added DESC",
}
_JOINS = {
    StoryOrder.SOURCE: "JOIN articles a ON a.id = s.base",
    StoryOrder.MARKS: """
        LEFT JOIN (
            SELECT story, count(*) AS marks FROM (
                SELECT m.story FROM highlights h JOIN members m ON m.article = h.article
                UNION ALL
                SELECT m.story FROM notes n JOIN members m
                    ON m.article = coalesce(n.article, n.version_article)
                UNION ALL
                SELECT n.story FROM notes n WHERE n.story IS NOT NULL
            ) GROUP BY story
        ) k ON k.story = s.story
    """,
    StoryOrder.READ: "LEFT JOIN story_states t ON t.story = s.story",
}
_BY_MORE_THAN_STORIES = {StoryOrder.MARKS, StoryOrder.READ}
"""Orders that change while the stories stay."""
_FEW = 2000
"""So many stories are sorted; of more it is quicker to take them out of the whole list (measured)."""

_OF_STORY = "SELECT m.article FROM members m JOIN articles a ON a.id = m.article"


def _counts(of: str) -> str:
    """Return the columns that count highlights, notes on them and other notes.

    A subquery names the articles.
    """
    return f"""
        (SELECT count(*) FROM highlights WHERE article IN ({of})),
        (SELECT count(*) FROM notes n JOIN highlights h ON h.id = n.highlight
            WHERE h.article IN ({of})),
        (SELECT count(*) FROM notes WHERE article IN ({of}))
        + (SELECT count(*) FROM notes WHERE version_article IN ({of}))
    """


_SHOWN_OF_STORY = f"{_OF_STORY} WHERE m.story = s.story AND a.binned IS NULL"


def story_ids(
    db: Db,
    *,
    filter_text: str = "",
    order: StoryOrder = StoryOrder.NEWEST,
    collection: ListId | None = None,
    limit: int | None = None,
) -> "array[int]":
    """Return the stories of the list in their order, by their ids; the bin is left out.

    What a filter understands is said in `filtering`; the last word is taken as the beginning
    of one. A hundred thousand ids are 800 KB, so a list of any length is held whole.
    """
    with db.snapshot():
        found = _among(db, filter_text, collection)
        if found is None:
            return _every(db, order)[:limit]
        if len(found) > _FEW:
            return array("q", filter(found.__contains__, _every(db, order)))[:limit]
        among = Condition("s.story IN (SELECT value FROM json_each(?))", (json.dumps(list(found)),))
        return _ordered(db, among, order)[:limit]


def _among(db: Db, filter_text: str, collection: ListId | None) -> set[int] | None:
    """Return the stories that meet a filter and stand in a collection; None for all."""
    found = stories_meeting(db, filter_text)
    if collection is None:
        return found
    held = set(numbers(db, "SELECT story FROM list_stories WHERE list = ?", (collection,)))
    return held if found is None else found & held


def _every(db: Db, order: StoryOrder) -> "array[int]":
    if order in _BY_MORE_THAN_STORIES:
        return _ordered(db, Condition("1"), order)
    return in_order(db, order, lambda: _ordered(db, Condition("1"), order))


def _ordered(db: Db, condition: Condition, order: StoryOrder) -> "array[int]":
    sql, values = condition
    asked = f"""
        SELECT s.story FROM story_index s {_JOINS.get(order, "")}
        WHERE {sql} ORDER BY {_order_by(order)}
    """
    return array("q", numbers(db, asked, values))


def story_rows(db: Db, ids: Sequence[int]) -> list[StoryRow]:
    """Return what the list shows of some stories, in the order of their ids."""
    rows = db.rows(
        f"""
        SELECT s.story, s.base, s.title, s.published, s.versions,
               t.read IS NULL OR t.read < s.added, t.done IS NOT NULL,
               {_counts(_SHOWN_OF_STORY)}
               + (SELECT count(*) FROM notes WHERE notes.story = s.story)
        FROM story_index s LEFT JOIN story_states t ON t.story = s.story
        WHERE s.story IN (SELECT value FROM json_each(?))
        """,
        (json.dumps(list(ids)),),
    )
    found = {
        story: StoryRow(
            story=StoryId(story),
            base=ArticleId(base),
            title=title,
            published=moment_from_text(day),
            versions=versions,
            highlights=highlights,
            notes=noted + apart,
            notes_apart=apart,
            is_unread=bool(unread),
            is_done=bool(done),
        )
        for story, base, title, day, versions, unread, done, highlights, noted, apart in rows
    }
    return [found[story] for story in ids if story in found]


def stories(
    db: Db,
    *,
    filter_text: str = "",
    order: StoryOrder = StoryOrder.NEWEST,
    offset: int = 0,
    limit: int = 200,
) -> list[StoryRow]:
    """Return a page of the list of stories."""
    ids = story_ids(db, filter_text=filter_text, order=order, limit=offset + limit)
    return story_rows(db, ids[offset:])


def story_count(db: Db, *, filter_text: str = "") -> int:
    """Count the stories of the list."""
    with db.snapshot():
        found = stories_meeting(db, filter_text)
    return db.value("SELECT count(*) FROM story_index") if found is None else len(found)


def _order_by(order: StoryOrder) -> str:
    """Return an order in which no two stories are alike: by their ids, in its last direction."""
    columns = _ORDERS[order]
    return f"{columns}, s.story {columns.rpartition(' ')[2]}"


def versions(db: Db, story: StoryId) -> list[VersionRow]:
    """Return a story's versions: the base first, then by date, then as they came."""
    return _versions(db, "m.story = ?", (story,))


def binned_versions(db: Db, story: StoryId) -> list[VersionRow]:
    """Return those of a story's versions that lie in the bin."""
    return _versions(db, "m.story = ?", (story,), binned=True)


def newest_versions(db: Db, story: StoryId, *, most: int) -> list[ArticleId]:
    """Return the versions of a story that came last, the last one first."""
    rows = db.rows(
        """
        SELECT m.article FROM members m JOIN articles a ON a.id = m.article
        WHERE m.story = ? AND a.binned IS NULL ORDER BY m.article DESC LIMIT ?
        """,
        (story, most),
    )
    return [ArticleId(number) for (number,) in rows]


def versions_of(db: Db, stories: Sequence[StoryId]) -> dict[StoryId, list[VersionRow]]:
    """Return the versions of several stories at once."""
    found: dict[StoryId, list[VersionRow]] = {story: [] for story in stories}
    where = "m.story IN (SELECT value FROM json_each(?))"
    for row in _versions(db, where, (json.dumps(list(stories)),)):
        found[row.story].append(row)
    return found


def _versions(
    db: Db, where: str, parameters: Sequence[object], *, binned: bool = False
) -> list[VersionRow]:
    rows = db.rows(
        f"""
        SELECT a.id, m.story, a.id = i.base, a.id = s.base_by_hand,
               coalesce(nullif(a.shown_headline, ''), a.first_words),
               nullif(a.shown_headline, ''), a.shown_source,
               a.shown_published, a.words, {_counts("SELECT a.id")}, m.why, a.text_sha256,
               a.origin, a.lineage
        FROM members m JOIN articles a ON a.id = m.article JOIN stories s ON s.id = m.story
             LEFT JOIN story_index i ON i.story = m.story
        WHERE {where} AND a.binned IS {"NOT" if binned else ""} NULL
        ORDER BY a.id <> i.base, a.shown_published IS NULL, a.shown_published, a.id
        """,
        parameters,
    )
    return [
        VersionRow(
            article=ArticleId(article),
            story=StoryId(story),
            is_base=bool(is_base),
            chosen_by_hand=bool(by_hand),
            title=title,
            headline=headline,
            source=source,
            published=moment_from_text(published),
            words=words,
            highlights=marks,
            notes=noted + apart,
            why=why,
            text_sha256=sha256,
            origin=origin,
            lineage=from_json(lineage),
        )
        for (
            article, story, is_base, by_hand, title, headline, source,
            published, words, marks, noted, apart, why, sha256, origin, lineage,
        ) in rows
    ]  # fmt: skip
