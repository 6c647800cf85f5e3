"""The tables of the lists that a reader keeps, as they were laid down in the tenth step.

History, as `schema` is: a change is a new migration.
"""

LISTS = (
    """
    CREATE TABLE lists ( -- views (a filter and an order) and collections (stories by hand)
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('view', 'collection')),
        name TEXT NOT NULL,
        filter TEXT NOT NULL DEFAULT '',  -- of a view: as it was typed
        sort TEXT NOT NULL DEFAULT '',    -- of a view: an order's name
        position INTEGER NOT NULL,        -- from 0, views and collections apart
        made TEXT NOT NULL,
        UNIQUE (kind, name)
    ) STRICT
    """,
    """
    CREATE TABLE list_stories ( -- which stories stand in a collection
        story INTEGER NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
        list INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
        added TEXT NOT NULL,
        PRIMARY KEY (story, list)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX list_stories_by_list ON list_stories (list, story)",
    """
    CREATE TABLE story_states ( -- what the reader has read, and what is done with
        story INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
        read TEXT,                        -- when it was opened last; NULL: not read
        done TEXT                         -- when it was marked as done; NULL: it is not
    ) STRICT
    """,
    "CREATE INDEX story_states_by_read ON story_states (read) WHERE read IS NOT NULL",
    "CREATE INDEX story_states_done ON story_states (story) WHERE done IS NOT NULL",
    "CREATE INDEX articles_by_language ON articles (language) WHERE language IS NOT NULL",
    "CREATE INDEX articles_by_lineage ON articles (lineage) WHERE lineage <> '[]'",
)
"""What the tenth schema adds: views, collections, what was read and done."""
