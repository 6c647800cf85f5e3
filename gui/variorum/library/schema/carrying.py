"""What became of marks that were carried, and what was done to marks, for ever.

History, as `schema` is: a change is a new migration.
"""

CARRYING = (
    """
    CREATE TABLE carryings ( -- what became of a highlight in another version
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        source INTEGER NOT NULL REFERENCES highlights (id) ON DELETE CASCADE,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the version
        highlight INTEGER REFERENCES highlights (id) ON DELETE SET NULL, -- the mark there, if any
        status TEXT NOT NULL CHECK (status IN ('carried', 'changed', 'dropped')),
        made TEXT NOT NULL,
        reviewed TEXT,                  -- when a reader said that it is right so
        UNIQUE (source, article)
    ) STRICT
    """,
    "CREATE INDEX carryings_by_article ON carryings (article)",
    "CREATE INDEX carryings_by_highlight ON carryings (highlight) WHERE highlight IS NOT NULL",
    """
    CREATE INDEX carryings_to_review ON carryings (id)
    WHERE reviewed IS NULL AND status <> 'carried'
    """,
    "ALTER TABLE commands ADD COLUMN annotator INTEGER REFERENCES annotators (id)",
    """
    CREATE TABLE mark_history ( -- each deed on the marks of an article; never undone
        id INTEGER PRIMARY KEY,
        made TEXT NOT NULL,
        kind TEXT NOT NULL,             -- the command, as in commands
        step TEXT NOT NULL CHECK (step IN ('done', 'undone', 'redone')),
        annotator INTEGER REFERENCES annotators (id),
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        mark TEXT,                      -- uuid of the highlight; NULL: a note on other than one
        words TEXT NOT NULL,            -- those marked after the deed, else before it
        codes TEXT NOT NULL,            -- JSON: the names of its codes after the deed
        note TEXT,                      -- what its note said after the deed, if the deed was on it
        CHECK (json_valid(codes))
    ) STRICT
    """,
    "CREATE INDEX mark_history_by_article ON mark_history (article, id)",
    "CREATE INDEX mark_history_by_annotator ON mark_history (annotator)",
)
"""Carried marks with what a reader has reviewed of them; who did a deed; the history of marks."""
