"""The table of how versions differ, as it was laid down in the eleventh step.

History, as `schema` is: a change is a new migration.
"""

DIFFERING = (
    """
    CREATE TABLE differing ( -- derived: how many differences of each class a version has
        base INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        version INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        typography INTEGER NOT NULL,
        spelling INTEGER NOT NULL,
        style INTEGER NOT NULL,
        wording INTEGER NOT NULL,
        substance INTEGER NOT NULL,
        PRIMARY KEY (version, base)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX differing_by_base ON differing (base)",
)
"""What the eleventh schema adds: the list asks for stories by the class of their differences."""
