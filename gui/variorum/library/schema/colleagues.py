"""What a library keeps of colleagues: who they are, what was settled, what a merge set aside.

History, as `schema` is: a change is a new migration.
"""

COLLEAGUES = (
    # a name of the palette; empty: by the order in which annotators came
    "ALTER TABLE annotators ADD COLUMN colour TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE annotators ADD COLUMN initials TEXT NOT NULL DEFAULT ''",  # empty: of the name
    """
    CREATE TABLE settlements ( -- what a person settled where annotators differ
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,    -- the place they differ at
        span_end INTEGER NOT NULL,
        exact TEXT NOT NULL,            -- its words
        verdict TEXT NOT NULL CHECK (verdict IN ('one', 'all', 'own', 'nobody')),
        chosen INTEGER REFERENCES annotators (id), -- whose marks were taken, of 'one'
        made_of TEXT NOT NULL,          -- hash of the marks it was about
        annotator INTEGER NOT NULL REFERENCES annotators (id), -- who settled it
        made TEXT NOT NULL,
        CHECK ((verdict = 'one') = (chosen IS NOT NULL)),
        CHECK (0 <= span_start AND span_start < span_end)
    ) STRICT
    """,
    "CREATE INDEX settlements_by_article ON settlements (article, span_start)",
    "CREATE INDEX settlements_by_annotator ON settlements (annotator)",
    "CREATE INDEX settlements_by_chosen ON settlements (chosen) WHERE chosen IS NOT NULL",
    """
    CREATE TABLE settled_marks ( -- the marks that hold by a settlement; none: nobody is right
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        settlement INTEGER NOT NULL REFERENCES settlements (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        exact TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        CHECK (0 <= span_start AND span_start < span_end)
    ) STRICT
    """,
    "CREATE INDEX settled_marks_by_settlement ON settled_marks (settlement)",
    """
    CREATE TABLE settled_codes (
        mark INTEGER NOT NULL REFERENCES settled_marks (id) ON DELETE CASCADE,
        code INTEGER NOT NULL REFERENCES codes (id) ON DELETE CASCADE,
        PRIMARY KEY (mark, code)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX settled_codes_by_code ON settled_codes (code)",
    """
    CREATE TABLE set_aside ( -- what a merged library says otherwise than this one
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,      -- of what is said, so that it stands here once
        library TEXT NOT NULL,          -- the identity of the other library
        kind TEXT NOT NULL,
        article INTEGER REFERENCES articles (id) ON DELETE CASCADE,
        here TEXT NOT NULL,             -- JSON: what holds here
        there TEXT NOT NULL,            -- JSON: what the other library says
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX set_aside_by_article ON set_aside (article) WHERE article IS NOT NULL",
)
"""Colours and initials of annotators, settlements, and what a merge found said otherwise."""
