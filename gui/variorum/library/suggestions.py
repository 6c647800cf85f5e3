"""Suggestions: articles of two stories that may be versions of one; a person answers each once.

A suggestion stays where it is when it is answered: what is asked is what no decision and no
story has answered, so that an answer that is undone asks again.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library.connection import Db
from variorum.library.decisions import Pairing, decide_pair
from variorum.library.ids import ImportId

_OPEN = """
    FROM suggestions s
         JOIN members m ON m.article = s.article JOIN members o ON o.article = s.other
         JOIN articles a ON a.id = s.article JOIN articles b ON b.id = s.other
    WHERE m.story <> o.story AND a.binned IS NULL AND b.binned IS NULL
      AND NOT EXISTS (
          SELECT 1 FROM decisions d
               JOIN members x ON x.article = d.article JOIN members y ON y.article = d.other
          WHERE d.kind = 'apart' AND x.story IN (m.story, o.story) AND y.story IN (m.story, o.story)
                AND x.story <> y.story)
    GROUP BY min(m.story, o.story), max(m.story, o.story)
"""


@dataclass(frozen=True, slots=True)
class Suggested:
    """Hold two articles that may be versions of one story, and why: kinds of reasons with shares."""

    article: ArticleId
    other: ArticleId
    story: StoryId
    other_story: StoryId
    score: float
    reasons: tuple[tuple[str, float], ...]


def suggest(
    db: Db,
    *,
    article: ArticleId,
    other: ArticleId,
    score: float,
    reasons: Sequence[tuple[str, float]],
) -> None:
    """Keep that two articles may be versions of one story; for `Command.IMPORT`."""
    low, high = sorted((article, other))
    db.write(
        "INSERT OR REPLACE INTO suggestions (article, other, score, reasons) VALUES (?, ?, ?, ?)",
        (low, high, score, json.dumps([[kind, round(share, 3)] for kind, share in reasons])),
    )


def suggestions(db: Db, *, limit: int = 1_000) -> list[Suggested]:
    """Return what is to be answered, the likeliest first: for each two stories one question."""
    rows = db.rows(
        "SELECT s.article, s.other, m.story, o.story, max(s.score), s.reasons"
        f"{_OPEN} ORDER BY max(s.score) DESC, s.article, s.other LIMIT ?",
        (limit,),
    )
    return [
        Suggested(
            ArticleId(article),
            ArticleId(other),
            StoryId(story),
            StoryId(other_story),
            score,
            tuple((kind, share) for kind, share in json.loads(reasons)),
        )
        for article, other, story, other_story, score, reasons in rows
    ]


def suggestion_count(db: Db) -> int:
    """Count what is to be answered."""
    return db.value(f"SELECT count(*) FROM (SELECT 1 {_OPEN})")


def asked_count(db: Db, *, import_id: ImportId) -> int:
    """Count the articles of an import of which it is asked whether they belong to an earlier one's story."""
    return db.value(
        "SELECT count(DISTINCT other) FROM"
        f" (SELECT max(s.other) AS other, b.import AS brought {_OPEN}) WHERE brought = ?",
        (import_id,),
    )


def keep_apart(db: Db, *, first: ArticleId, second: ArticleId, annotator: AnnotatorId) -> None:
    """Decide that two articles are not versions of one story; their stories are not asked about again."""
    decide_pair(db, Pairing.APART, first=first, second=second, annotator=annotator)
