"""Keep what the list of stories shows in step with the stories: one row a story that has versions.

It is derived, and made anew for each story that a command, an undo or a redo touched, in
the same transaction.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from variorum.library.article_rows import load_articles
from variorum.library.commands import Table
from variorum.library.connection import Db
from variorum.library.journal import Change
from variorum.library.moments import moment_from_text, sortable
from variorum.library.story_places import count_change
from variorum.stories.later import choose_base


@dataclass(frozen=True, slots=True)
class _Version:
    story: int
    article: int
    base_by_hand: int | None
    title: str
    published: str | None
    added: str


def refresh_touched(db: Db, changes: Iterable[Change]) -> None:
    """Make the rows anew for every story that the changes touched."""
    stories, articles = set[int](), set[int]()
    for change in changes:
        for row in (change.before, change.after):
            if row is None:
                continue
            match change.table:
                case Table.MEMBERS:
                    stories.add(row["story"])
                case Table.STORIES:
                    stories.add(row["id"])
                case Table.PASSAGES:
                    articles.add(row["article"])
                case Table.ARTICLES:
                    articles.add(row["id"])
                case _:
                    pass
    if articles:
        rows = db.rows(
            "SELECT DISTINCT story FROM members WHERE article IN (SELECT value FROM json_each(?))",
            (json.dumps(list(articles)),),
        )
        stories |= {row[0] for row in rows}
    if stories:
        refresh(db, stories)


def refresh(db: Db, stories: Iterable[int]) -> None:
    """Make the rows of these stories anew."""
    count_change(db)
    ids = json.dumps(sorted(stories))
    db.write("DELETE FROM story_index WHERE story IN (SELECT value FROM json_each(?))", (ids,))
    versions = [
        _Version(*row)
        for row in db.rows(
            """
            SELECT m.story, a.id, s.base_by_hand,
                   coalesce(nullif(a.shown_headline, ''), a.first_words),
                   a.shown_published, a.added
            FROM members m JOIN articles a ON a.id = m.article JOIN stories s ON s.id = m.story
            WHERE m.story IN (SELECT value FROM json_each(?)) AND a.binned IS NULL
            ORDER BY m.story, a.id
            """,
            (ids,),
        )
    ]
    db.write_many(
        """
        INSERT INTO story_index
            (story, base, versions, title, sort_title, published, sort_date, added)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [_index_row(db, list(group)) for _, group in groupby(versions, lambda v: v.story)],
    )


def _index_row(db: Db, versions: Sequence[_Version]) -> tuple[object, ...]:
    base = _base(db, versions)
    dates = sorted((v.published for v in versions if v.published), key=_sort_date)
    published = base.published or (dates[0] if dates else None)
    added = max(v.added for v in versions)
    return (
        base.story,
        base.article,
        len(versions),
        base.title,
        base.title.casefold(),
        published,
        _sort_date(published) if published else added,
        added,
    )


def _sort_date(published: str) -> str:
    moment = moment_from_text(published)
    return sortable(moment) if moment is not None else ""


def _base(db: Db, versions: Sequence[_Version]) -> _Version:
    """Return the base: chosen by hand, else by the rule."""
    by_id = {version.article: version for version in versions}
    by_hand = versions[0].base_by_hand
    if by_hand in by_id:
        return by_id[by_hand]
    if len(versions) == 1:
        return versions[0]
    articles = load_articles(db, by_id)
    return versions[choose_base([articles[version.article] for version in versions])]
