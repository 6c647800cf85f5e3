"""Keep what a version is to the one it was recognised by, and which stories share passages."""

from collections.abc import Mapping
from dataclasses import dataclass

from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.moments import moment_from_text
from variorum.stories.values import StoryRelation
from variorum.text import Moment

RELATIONS = (
    """
    CREATE TABLE relations ( -- derived: what an article is to the one it was recognised by
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,    -- the later
        other INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,      -- its forerunner
        relation TEXT NOT NULL,         -- same_text, update, corrected, shortened, reworked,
                                        -- withdrawn; of two stories: shares_passages
        PRIMARY KEY (article, other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX relations_by_other ON relations (other)",
)
"""What the twelfth schema adds."""


@dataclass(frozen=True, slots=True)
class RelationRow:
    """Hold what an article is to another, and what that one is called."""

    relation: StoryRelation
    other: ArticleId
    other_came_first: bool
    """The other is the forerunner; else it is the version of the two."""
    title: str
    source: str | None
    published: Moment | None


def relate(db: Db, *, article: ArticleId, other: ArticleId, relation: StoryRelation) -> None:
    """Keep what an article is to its forerunner; for `Command.IMPORT`."""
    db.write(
        "INSERT OR REPLACE INTO relations (article, other, relation) VALUES (?, ?, ?)",
        (article, other, relation),
    )


def relations_of(db: Db, article: ArticleId) -> list[RelationRow]:
    """Return what an article is to others, its forerunners first; the bin is left out.

    What versions are to each other holds as long as they stand in one story.
    """
    rows = db.rows(
        """
        SELECT r.relation, r.other, r.first, coalesce(nullif(a.shown_headline, ''), a.first_words),
               a.shown_source, a.shown_published
        FROM (SELECT relation, article AS own, other, 1 AS first FROM relations WHERE article = ?1
              UNION ALL
              SELECT relation, other, article, 0 FROM relations WHERE other = ?1) r
             JOIN articles a ON a.id = r.other
             JOIN members m ON m.article = r.own JOIN members o ON o.article = r.other
        WHERE a.binned IS NULL AND (m.story = o.story) = (r.relation <> ?2)
        ORDER BY r.first DESC, r.other
        """,
        (article, StoryRelation.SHARES_PASSAGES),
    )
    return [
        RelationRow(
            StoryRelation(relation),
            ArticleId(other),
            bool(first),
            title,
            source,
            moment_from_text(published),
        )
        for relation, other, first, title, source, published in rows
    ]


def bring_relations(db: Db, other: Db, numbers: Mapping[int, int]) -> None:
    """Take over what another library knows of relations; `numbers` says what its articles are here."""
    rows = other.rows("SELECT article, other, relation FROM relations ORDER BY article, other")
    db.write_many(
        "INSERT OR IGNORE INTO relations (article, other, relation) VALUES (?, ?, ?)",
        (
            (numbers[article], numbers[forerunner], relation)
            for article, forerunner, relation in rows
            if article in numbers
            and forerunner in numbers
            and numbers[article] != numbers[forerunner]
        ),
    )
