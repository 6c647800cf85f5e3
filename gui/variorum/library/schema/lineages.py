"""Read what articles that came before the fifth schema say of their descent."""

import json
from itertools import groupby
from operator import itemgetter
from sqlite3 import Connection

from variorum.library.lineages import to_json
from variorum.text import PassageKind
from variorum.wire.lineage import BEARING, chosen, of_passage


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
