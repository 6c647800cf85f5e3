"""What the thirteenth to the fifteenth schema change: texts are indexed as `folding` folds them now."""

import sqlite3

from variorum.library.folding import fold

_FOLDED = (
    ("texts", "article", "text", "search_text"),
    ("articles", "id", "shown_headline", "search_headline"),
    ("highlights", "id", "exact", "search_text"),
    ("notes", "id", "text", "search_text"),
    ("details", "article", "words", "search_words"),
)
"""Tables with their key, a text, and the text as indexed where that differs."""

_GUARDS = {"texts": "texts_updated", "details": "details_updated"}
"""What refuses a change of a text; the index of these is made anew."""

_INDEXES = {"texts": "article_words", "details": "detail_words"}


def apply(connection: sqlite3.Connection) -> None:
    """Index what is folded otherwise than it was; where no text is, nothing changes."""
    # Headlines first: their triggers let go of what is indexed, texts and all.
    for table, key, text, indexed in sorted(_FOLDED, key=lambda row: row[0] in _GUARDS):
        rows = connection.execute(f"SELECT {key}, {text}, {indexed} FROM {table}")
        changed = [
            (folded, number)
            for number, words, before in rows
            if words is not None and (folded := fold(words)) != before
        ]
        if changed:
            _write(connection, table, f"UPDATE {table} SET {indexed} = ? WHERE {key} = ?", changed)


def _write(
    connection: sqlite3.Connection,
    table: str,
    statement: str,
    changed: list[tuple[str | None, int]],
) -> None:
    guard = _GUARDS.get(table)
    if guard is None:
        connection.executemany(statement, changed)
        return
    (as_made,) = connection.execute(
        "SELECT sql FROM sqlite_schema WHERE name = ?", (guard,)
    ).fetchone()
    connection.execute(f"DROP TRIGGER {guard}")
    connection.executemany(statement, changed)
    connection.execute(as_made)
    index = _INDEXES[table]
    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
