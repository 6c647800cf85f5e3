"""Keep what copy says of its descent with its article, as it was read."""

import json
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from variorum.text import Lineage, LineageKind, PassageKind, Span
from variorum.wire.lineage import BEARING, chosen, of_passage

LINEAGE = (
    # JSON: [[kind, number, start, end, soft], ...], as read
    "ALTER TABLE articles ADD COLUMN lineage TEXT NOT NULL DEFAULT '[]'",
)
"""What the fifth schema adds."""


def to_json(lineage: Iterable[Lineage]) -> str:
    """Return marks of descent as the column holds them."""
    return json.dumps(
        [
            [m.kind, m.number, m.span and m.span.start, m.span and m.span.end, m.soft]
            for m in lineage
        ]
    )


def from_json(kept: str) -> tuple[Lineage, ...]:
    """Return the marks of descent that the column holds."""
    return tuple(
        Lineage(LineageKind(kind), number, None if start is None else Span(start, end), soft)
        for kind, number, start, end, soft in json.loads(kept)
    )


def fill(connection: Connection) -> None:
    """Read the marks of articles that came before the column was there; nothing else is read anew."""
    kinds = json.dumps(sorted(BEARING))
    rows = connection.execute(
        """
        SELECT a.id, a.headline, a.slug, p.kind, p.words_start,
               substr(t.text, p.words_start + 1, p.words_end - p.words_start)
        FROM articles a JOIN texts t ON t.article = a.id
             JOIN passages p ON p.article = a.id
                  AND p.kind IN (SELECT value FROM json_each(?))
        ORDER BY a.id, p.number
        """,
        (kinds,),
    ).fetchall()
    for (article, headline, slug), passages in groupby(rows, itemgetter(0, 1, 2)):
        found = [
            mark
            for *_, kind, start, words in passages
            for mark in of_passage(words, PassageKind(kind), at=start)
        ]
        marks = chosen(found, headline=headline, slug=slug)
        if marks:
            connection.execute(
                "UPDATE articles SET lineage = ? WHERE id = ?", (to_json(marks), article)
            )
