"""Know into which story another one went while an import ran.

Who read the list a moment before asks for a story by the number it had: that one is meant still.
It is known as long as the library is open, on the writer's connection.
"""

import json
from collections.abc import Iterable, Sequence

from variorum.ids import StoryId
from variorum.library.connection import Db


def install(db: Db) -> None:
    """Make room for it on the writer's connection."""
    db.do(
        "CREATE TEMP TABLE united"
        " (story INTEGER PRIMARY KEY, home INTEGER NOT NULL, is_told INTEGER NOT NULL DEFAULT 0)"
    )


def keep(db: Db, stories: Sequence[StoryId], *, into: StoryId) -> None:
    """Remember within an import that stories went into another, and all that had gone into them."""
    gone = json.dumps(list(stories))
    db.write(
        "UPDATE temp.united SET home = ? WHERE home IN (SELECT value FROM json_each(?))",
        (into, gone),
    )
    db.write_many(
        "INSERT INTO temp.united (story, home) VALUES (?, ?)", ((story, into) for story in stories)
    )


def take_news(db: Db) -> frozenset[int]:
    """Return the stories that are no more since the last call."""
    news = frozenset(row[0] for row in db.rows("SELECT story FROM temp.united WHERE NOT is_told"))
    if news:
        db.write("UPDATE temp.united SET is_told = 1 WHERE NOT is_told")
    return news


def where_now(db: Db, stories: Iterable[StoryId]) -> list[StoryId]:
    """Return the stories that these are now, each once; inside a deed."""
    asked = list(stories)
    homes = dict(
        db.rows(
            "SELECT story, home FROM temp.united WHERE story IN (SELECT value FROM json_each(?))",
            (json.dumps(asked),),
        )
    )
    return list(dict.fromkeys(StoryId(homes.get(story, story)) for story in asked))
