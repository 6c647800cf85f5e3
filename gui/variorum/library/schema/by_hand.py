"""The tables of what a person decided about two versions, as they were laid down in the fourth step.

History, as `schema` is: a change is a new migration.
"""

BY_HAND = (
    """
    CREATE TABLE pair_decisions ( -- what a person decided about words of two versions
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('linked', 'moved', 'in_place', 'apart', 'class')),
        variant_class TEXT,             -- of a class only
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        other INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        article_start INTEGER NOT NULL, -- a sentence, or the words of a variant
        article_end INTEGER NOT NULL,
        article_words TEXT NOT NULL,
        other_start INTEGER NOT NULL,
        other_end INTEGER NOT NULL,
        other_words TEXT NOT NULL,
        annotator INTEGER NOT NULL REFERENCES annotators (id),
        made TEXT NOT NULL,
        CHECK (article < other),        -- either may be the base
        CHECK ((kind = 'class') = (variant_class IS NOT NULL)),
        CHECK (variant_class IN ('typography', 'spelling', 'style', 'wording', 'substance')),
        CHECK (0 <= article_start AND article_start <= article_end),
        CHECK (0 <= other_start AND other_start <= other_end)
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX pair_decisions_once ON pair_decisions
        (article, other, article_start, article_end, other_start, other_end, kind = 'class')
    """,
    "CREATE INDEX pair_decisions_by_other ON pair_decisions (other)",
    "CREATE INDEX pair_decisions_by_annotator ON pair_decisions (annotator)",
    """
    CREATE TABLE word_pairs ( -- words whose exchange always has one class
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        one TEXT NOT NULL,
        other TEXT NOT NULL,
        sorted TEXT NOT NULL UNIQUE,    -- both, folded, in order: a pair stands here once
        variant_class TEXT NOT NULL CHECK (variant_class IN
            ('typography', 'spelling', 'style', 'wording', 'substance')),
        annotator INTEGER NOT NULL REFERENCES annotators (id),
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX word_pairs_by_annotator ON word_pairs (annotator)",
    "DROP TABLE collations",
    """
    CREATE TABLE collations ( -- derived: results kept to be shown at once, one a pair
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        base INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        version INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        made_of TEXT NOT NULL,          -- hash of the texts as read, the decisions, the rules
        kept REAL NOT NULL,
        deflated BLOB NOT NULL,         -- zlib
        UNIQUE (base, version)
    ) STRICT
    """,
    "CREATE INDEX collations_by_version ON collations (version)",
)
"""What the fourth schema adds: decisions about links, classes and words."""
