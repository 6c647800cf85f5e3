"""What the ninth schema changes, so that a library of a hundred thousand articles stays small and quick.

Beginnings of words are found in the full-text index itself: an index of beginnings of its own
made a file a quarter larger (measured), and gained time only for one or two letters.
"""

import sqlite3

from variorum.library.blocks import entries_of, placed

AT_SCALE = (
    """
    CREATE TABLE fingerprint_blocks ( -- derived: hashes by which versions are recognised
        block INTEGER PRIMARY KEY,      -- the first 19 bits of a hash
        entries BLOB NOT NULL           -- 4 bytes each, little-endian: 8 more bits, 24 of an article
    ) STRICT
    """,
    """
    CREATE TABLE fingerprint_sizes ( -- derived: how many hashes an article has
        article INTEGER PRIMARY KEY,
        size INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE suggestions ( -- derived: articles that may be versions of one story, to be answered
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        score REAL NOT NULL,            -- 0 to 1
        reasons TEXT NOT NULL,          -- JSON: [[kind, share or words], ...]
        PRIMARY KEY (article, other),
        CHECK (article < other)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX suggestions_by_other ON suggestions (other)",
    """
    CREATE TABLE unfinished_imports ( -- imports that did not come to their end
        import INTEGER PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK (state IN ('running', 'stopped')),
        paths TEXT NOT NULL,            -- JSON: the files and folders to import
        columns TEXT NOT NULL           -- JSON: how the rows of corpora are read
    ) STRICT
    """,
    """
    CREATE TABLE imported_files ( -- how far an unfinished import has come
        import INTEGER NOT NULL REFERENCES unfinished_imports (import) ON DELETE CASCADE,
        path TEXT NOT NULL,
        stamp TEXT NOT NULL,            -- size and moment of its last change
        articles INTEGER NOT NULL,      -- of it that were read
        done INTEGER NOT NULL,
        PRIMARY KEY (import, path)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE watched_files ( -- files of watched folders that were read, or cannot be
        path TEXT PRIMARY KEY,
        stamp TEXT NOT NULL             -- size and moment of its last change
    ) STRICT, WITHOUT ROWID
    """,
)
"""Tables for blocks of hashes, suggestions, unfinished imports and watched folders."""

_FRESH = """
    CREATE TABLE fresh_fingerprints ( -- derived: those that came last, moved to blocks bit by bit
        article INTEGER PRIMARY KEY,
        hashes BLOB NOT NULL            -- 4 bytes each, little-endian: the first 27 bits, in order
    ) STRICT
"""

_WORDS = """
    CREATE VIRTUAL TABLE article_words USING fts5
        (body, headline, content = 'article_search', content_rowid = 'id',
         tokenize = "unicode61 remove_diacritics 2")
"""

_BITS_DROPPED = 4
"""Of the 31 bits that were kept of a hash before."""


def apply(connection: sqlite3.Connection) -> None:
    """Bring a library to the ninth schema."""
    for statement in AT_SCALE:
        connection.execute(statement)
    _gather(connection)
    connection.execute("DROP TABLE fingerprints")
    connection.execute("DROP TABLE fresh_fingerprints")
    connection.execute(_FRESH)
    connection.execute("DROP TABLE article_words")
    connection.execute(_WORDS)
    connection.execute("INSERT INTO article_words (article_words) VALUES ('rebuild')")


def _gather(connection: sqlite3.Connection) -> None:
    """Put all hashes into blocks."""
    both = (
        "SELECT hash, article FROM fingerprints UNION SELECT hash, article FROM fresh_fingerprints"
    )
    connection.execute(
        "INSERT INTO fingerprint_sizes (article, size)"
        f" SELECT article, count(*) FROM ({both}) GROUP BY article"
    )
    rows = connection.execute(
        f"SELECT hash >> {_BITS_DROPPED}, article FROM ({both}) ORDER BY 1, 2"
    ).fetchall()
    connection.executemany(
        "INSERT INTO fingerprint_blocks (block, entries) VALUES (?, ?)",
        entries_of([placed(key, article) for key, article in rows]),
    )
