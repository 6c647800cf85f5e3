"""Questions about stories and their versions, for lists of any length.

Every function takes a connection: `library.reader`, or the writer's inside a deed. SQL
sorts, filters and pages; a page costs one query, whatever stands on it.
"""

import json
from collections.abc import Sequence

from variorum.ids import ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.filtering import condition_of
from variorum.library.lineages import from_json
from variorum.library.moments import moment_from_text
from variorum.library.rows import StoryOrder, StoryRow, VersionRow

_ORDERS = {
    StoryOrder.NEWEST: (("sort_date", "DESC"),),
    StoryOrder.OLDEST: (("sort_date", "ASC"),),
    StoryOrder.TITLE: (("sort_title", "ASC"),),
    StoryOrder.VERSIONS: (("versions", "DESC"), ("sort_date", "DESC")),
    StoryOrder.ADDED: (("added", "DESC"),),
}

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


def stories(
    db: Db,
    *,
    filter_text: str = "",
    order: StoryOrder = StoryOrder.NEWEST,
    offset: int = 0,
    limit: int = 200,
) -> list[StoryRow]:
    """Return a page of the list of stories; what is in the bin is left out.

    What a filter understands is said in `filtering`; the last word is taken as the beginning
    of one.
    """
    condition, parameters = condition_of(db, filter_text)
    rows = db.rows(
        f"""
        WITH page AS (
            SELECT * FROM story_index WHERE {condition}
            ORDER BY {_order_by(order)} LIMIT ? OFFSET ?
        )
        SELECT s.story, s.base, s.title, s.published, s.versions, {_counts(_SHOWN_OF_STORY)}
               + (SELECT count(*) FROM notes WHERE notes.story = s.story)
        FROM page s ORDER BY {_order_by(order)}
        """,
        (*parameters, limit, offset),
    )
    return [
        StoryRow(
            story=StoryId(s),
            base=ArticleId(b),
            title=title,
            published=moment_from_text(day),
            versions=versions,
            highlights=highlights,
            notes=noted + apart,
            notes_apart=apart,
        )
        for s, b, title, day, versions, highlights, noted, apart in rows
    ]


def story_count(db: Db, *, filter_text: str = "") -> int:
    """Count the stories of the list."""
    condition, parameters = condition_of(db, filter_text)
    return db.value(f"SELECT count(*) FROM story_index WHERE {condition}", parameters)


def story_position(
    db: Db,
    story: StoryId,
    *,
    filter_text: str = "",
    order: StoryOrder = StoryOrder.NEWEST,
) -> int | None:
    """Return a story's place in the list, from 0, or None when it is not in it."""
    condition, parameters = condition_of(db, filter_text)
    columns = [*_ORDERS[order], ("story", _last_direction(order))]
    names = ", ".join(name for name, _ in columns)
    row = db.row(
        f"SELECT {names} FROM story_index WHERE story = ? AND {condition}",
        (story, *parameters),
    )
    if row is None:
        return None
    # One direction for all columns of an order: a row value compares them together.
    sign = "<" if columns[0][1] == "ASC" else ">"
    places = ", ".join("?" * len(columns))
    return db.value(
        f"SELECT count(*) FROM story_index WHERE {condition} AND ({names}) {sign} ({places})",
        (*parameters, *row),
    )


def _last_direction(order: StoryOrder) -> str:
    return _ORDERS[order][0][1]


def _order_by(order: StoryOrder) -> str:
    columns = [*_ORDERS[order], ("story", _last_direction(order))]
    return ", ".join(f"{name} {direction}" for name, direction in columns)


def versions(db: Db, story: StoryId) -> list[VersionRow]:
    """Return a story's versions: the base first, then by date, then as they came."""
    return _versions(db, "m.story = ?", (story,))


def versions_of(db: Db, stories: Sequence[StoryId]) -> dict[StoryId, list[VersionRow]]:
    """Return the versions of several stories at once."""
    found: dict[StoryId, list[VersionRow]] = {story: [] for story in stories}
    where = "m.story IN (SELECT value FROM json_each(?))"
    for row in _versions(db, where, (json.dumps(list(stories)),)):
        found[row.story].append(row)
    return found


def _versions(db: Db, where: str, parameters: Sequence[object]) -> list[VersionRow]:
    rows = db.rows(
        f"""
        SELECT a.id, m.story, a.id = i.base, a.id = s.base_by_hand,
               coalesce(nullif(a.shown_headline, ''), a.first_words),
               nullif(a.shown_headline, ''), a.shown_source,
               a.shown_published, a.words, {_counts("SELECT a.id")}, m.why, a.text_sha256,
               a.origin, a.lineage
        FROM members m JOIN articles a ON a.id = m.article JOIN stories s ON s.id = m.story
             JOIN story_index i ON i.story = m.story
        WHERE {where} AND a.binned IS NULL
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
