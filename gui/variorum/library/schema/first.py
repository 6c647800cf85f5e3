"""The tables of a library file, as they were first laid down.

What stands here is history: a later version of the schema is a new migration, never a
change of these lines. The comments travel in the file, for who opens it with another tool.

Three kinds of tables: what was received or made by a person (articles, stories, marks);
what follows from it and can be made anew (`story_index`, `fingerprints`, `collations`,
the full-text tables); and what the program keeps for itself (`commands`, `journal`,
`settings`, `drafts`). Moments are ISO 8601 in UTC. Offsets are code points, half-open.
"""

PAGE_SIZE = 16384
"""Bytes a page of a new library: with 8192 a fifth of the texts' room is unused ends of pages."""

APPLICATION_ID = 0x5641524F
"""`VARO` in ASCII, in the header of the file."""

RECEIVED = (
    """
    CREATE TABLE annotators ( -- who makes marks
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE imports ( -- one deed of bringing files in
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        began TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE articles ( -- what is known of an imported text; the text is in texts
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        import INTEGER NOT NULL REFERENCES imports (id),
        text_sha256 TEXT NOT NULL,
        origin TEXT NOT NULL,           -- address, guid or path that it came from
        file_index INTEGER NOT NULL,    -- which article of its file, from 0
        format TEXT NOT NULL,
        encoding TEXT NOT NULL,
        headline TEXT,                  -- as read; headline to slug are never changed
        slug TEXT,
        byline TEXT,
        dateline_start INTEGER,
        dateline_end INTEGER,
        dateline_place TEXT,
        dateline_credit TEXT,
        dateline_date TEXT,
        published TEXT,                 -- as read
        published_from TEXT,
        source TEXT,                    -- as read
        language TEXT,
        problems TEXT NOT NULL,         -- JSON: [[kind, detail], ...]
        words INTEGER NOT NULL,         -- of its story passages
        first_words TEXT NOT NULL,
        added TEXT NOT NULL,
        shown_headline TEXT,            -- as read, or as corrected by hand (see decisions)
        shown_published TEXT,
        shown_source TEXT,
        search_headline TEXT,           -- shown_headline as indexed, where that differs
        binned TEXT                     -- when it was moved to the bin
    ) STRICT
    """,
    "CREATE INDEX articles_by_text ON articles (text_sha256)",
    "CREATE INDEX articles_by_origin ON articles (origin, file_index)",
    "CREATE INDEX articles_by_import ON articles (import)",
    "CREATE INDEX articles_in_bin ON articles (binned) WHERE binned IS NOT NULL",
    """
    CREATE TABLE texts ( -- the text of an article, never changed
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        indexed INTEGER NOT NULL DEFAULT 0, -- set once, to put it into the full-text index
        text TEXT NOT NULL,
        search_text TEXT                -- the text as indexed, where that differs
    ) STRICT
    """,
    "CREATE INDEX texts_to_index ON texts (article) WHERE NOT indexed",
    """
    CREATE TABLE received ( -- the bytes as they came
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL,           -- of the bytes before compression
        size INTEGER NOT NULL,
        deflated BLOB                   -- zlib; NULL: the text in its encoding, exactly
    ) STRICT
    """,
    """
    CREATE TABLE passages ( -- the blocks of a text; their tiles touch and cover it
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,        -- in reading order, from 0
        kind TEXT NOT NULL,
        tile_start INTEGER NOT NULL,
        tile_end INTEGER NOT NULL,
        words_start INTEGER NOT NULL,   -- the tile without white space around it
        words_end INTEGER NOT NULL,
        confidence REAL NOT NULL,
        kind_by_hand TEXT,              -- overrules kind
        PRIMARY KEY (article, number),
        CHECK (tile_start < tile_end AND tile_start <= words_start
               AND words_start <= words_end AND words_end <= tile_end)
    ) STRICT, WITHOUT ROWID
    """,
)

STORIES = (
    """
    CREATE TABLE stories ( -- articles that are versions of one another
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        base_by_hand INTEGER REFERENCES articles (id) ON DELETE SET NULL,
        made TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX stories_by_base ON stories (base_by_hand) WHERE base_by_hand IS NOT NULL",
    """
    CREATE TABLE members ( -- which story an article is a version of
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        story INTEGER NOT NULL REFERENCES stories (id),
        why TEXT NOT NULL               -- what it was recognised by; empty when alone
    ) STRICT
    """,
    "CREATE INDEX members_by_story ON members (story)",
    """
    CREATE TABLE decisions ( -- what a person decided; no rule overrules it
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN
            ('source', 'published', 'headline', 'together', 'apart', 'base')),
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        other INTEGER REFERENCES articles (id) ON DELETE CASCADE,
        value TEXT,                     -- the corrected field; NULL says: there is none
        annotator INTEGER NOT NULL REFERENCES annotators (id),
        made TEXT NOT NULL,
        CHECK ((kind IN ('together', 'apart')) = (other IS NOT NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX decisions_once ON decisions (article, kind, coalesce(other, 0))",
    "CREATE INDEX decisions_by_other ON decisions (other) WHERE other IS NOT NULL",
    "CREATE INDEX decisions_by_annotator ON decisions (annotator)",
    """
    CREATE TABLE story_index ( -- derived: what the list of stories shows and sorts by
        story INTEGER PRIMARY KEY REFERENCES stories (id) ON DELETE CASCADE,
        base INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        versions INTEGER NOT NULL,
        title TEXT NOT NULL,            -- the base's headline or first words
        sort_title TEXT NOT NULL,       -- folded
        published TEXT,                 -- of the base, else the earliest of its versions
        sort_date TEXT NOT NULL,        -- in UTC; when it was added where no date is known
        added TEXT NOT NULL             -- of the newest version
    ) STRICT
    """,
    "CREATE INDEX story_index_by_base ON story_index (base)",
    "CREATE INDEX story_index_by_date ON story_index (sort_date, story)",
    "CREATE INDEX story_index_by_title ON story_index (sort_title, story)",
    "CREATE INDEX story_index_by_versions ON story_index (versions, sort_date, story)",
    "CREATE INDEX story_index_by_added ON story_index (added, story)",
    """
    CREATE TABLE fingerprints ( -- derived: hashes by which versions are recognised
        hash INTEGER NOT NULL,          -- its first 31 bits
        article INTEGER NOT NULL,
        PRIMARY KEY (hash, article)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE fresh_fingerprints ( -- those that came last, moved over bit by bit
        hash INTEGER NOT NULL,
        article INTEGER NOT NULL,
        PRIMARY KEY (hash, article)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE collations ( -- derived: results kept to be shown at once
        base_sha256 TEXT NOT NULL,
        version_sha256 TEXT NOT NULL,
        rule_version INTEGER NOT NULL,
        kept REAL NOT NULL,
        deflated BLOB NOT NULL,         -- zlib
        PRIMARY KEY (base_sha256, version_sha256)
    ) STRICT, WITHOUT ROWID
    """,
)

MARKS = (
    """
    CREATE TABLE codes ( -- the codebook
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        parent INTEGER REFERENCES codes (id) ON DELETE SET NULL,
        name TEXT NOT NULL,
        colour TEXT NOT NULL,           -- a name from the palette
        position INTEGER NOT NULL,      -- in the codebook, from 0
        memo TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX codes_by_parent ON codes (parent)",
    """
    CREATE TABLE highlights ( -- a marked span of an article
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
        span_start INTEGER NOT NULL,
        span_end INTEGER NOT NULL,
        exact TEXT NOT NULL,            -- the words marked
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL,
        search_text TEXT,               -- exact as indexed, where that differs
        annotator INTEGER NOT NULL REFERENCES annotators (id),
        made TEXT NOT NULL,
        CHECK (0 <= span_start AND span_start < span_end)
    ) STRICT
    """,
    "CREATE INDEX highlights_by_article ON highlights (article, span_start)",
    "CREATE INDEX highlights_by_annotator ON highlights (annotator)",
    """
    CREATE TABLE highlight_codes (
        highlight INTEGER NOT NULL REFERENCES highlights (id) ON DELETE CASCADE,
        code INTEGER NOT NULL REFERENCES codes (id) ON DELETE CASCADE,
        PRIMARY KEY (highlight, code)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX highlight_codes_by_code ON highlight_codes (code)",
    """
    CREATE TABLE notes ( -- Markdown on a highlight, an article, a story or a variant
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uuid TEXT NOT NULL UNIQUE,
        text TEXT NOT NULL,
        text_sha256 TEXT NOT NULL,
        search_text TEXT,               -- the text as indexed, where that differs
        annotator INTEGER NOT NULL REFERENCES annotators (id),
        made TEXT NOT NULL,
        changed TEXT NOT NULL,
        highlight INTEGER REFERENCES highlights (id) ON DELETE CASCADE,
        article INTEGER REFERENCES articles (id) ON DELETE CASCADE,
        story INTEGER REFERENCES stories (id),
        base_article INTEGER REFERENCES articles (id) ON DELETE CASCADE, -- a variant:
        base_start INTEGER,                                              -- both its ends
        base_end INTEGER,
        version_article INTEGER REFERENCES articles (id) ON DELETE CASCADE,
        version_start INTEGER,
        version_end INTEGER,
        CHECK ((highlight IS NOT NULL) + (article IS NOT NULL) + (story IS NOT NULL)
               + (base_article IS NOT NULL) = 1),
        CHECK ((base_article IS NULL) = (version_article IS NULL)
               AND (base_article IS NULL) = (base_start IS NULL OR base_end IS NULL)
               AND (base_article IS NULL) = (version_start IS NULL OR version_end IS NULL)),
        CHECK (base_start IS NULL OR (0 <= base_start AND base_start <= base_end
               AND 0 <= version_start AND version_start <= version_end))
    ) STRICT
    """,
    "CREATE INDEX notes_by_highlight ON notes (highlight) WHERE highlight IS NOT NULL",
    "CREATE INDEX notes_by_article ON notes (article) WHERE article IS NOT NULL",
    "CREATE INDEX notes_by_story ON notes (story) WHERE story IS NOT NULL",
    "CREATE INDEX notes_by_base ON notes (base_article) WHERE base_article IS NOT NULL",
    "CREATE INDEX notes_by_version ON notes (version_article) WHERE version_article IS NOT NULL",
    "CREATE INDEX notes_by_annotator ON notes (annotator)",
)

KEPT_FOR_THE_PROGRAM = (
    """
    CREATE TABLE settings ( -- of this library
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL             -- JSON
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE drafts ( -- words being written, not yet saved as a note
        place TEXT PRIMARY KEY,         -- what they are written on
        text TEXT NOT NULL,
        changed TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE commands ( -- the last deeds, to be undone or done again
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        made TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0
    ) STRICT
    """,
    """
    CREATE TABLE journal ( -- each row that a command changed
        id INTEGER PRIMARY KEY,
        command INTEGER NOT NULL REFERENCES commands (id) ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        before TEXT,                    -- JSON; NULL: the row was inserted
        after TEXT                      -- JSON; NULL: the row was deleted
    ) STRICT
    """,
    "CREATE INDEX journal_by_command ON journal (command)",
)

_TOKENS = "tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3'"

FULL_TEXT = (
    # An index entry is made when `indexed` is set, for a whole import at once: FTS5 flushes
    # what it gathered at each statement that fires triggers (an import takes 1.6 times the
    # processor's time when each text fires its own: measured).
    # A full-text table copies no text: it reads the view, and the view the tables. Folding
    # that SQLite cannot do (soft hyphens, bigrams) is done by us and kept beside the text,
    # only where it differs; so any SQLite tool may write the file and the index stays right.
    """
    CREATE VIEW article_search AS
        SELECT a.id AS id, coalesce(t.search_text, t.text) AS body,
               coalesce(a.search_headline, a.shown_headline) AS headline
        FROM articles a JOIN texts t ON t.article = a.id WHERE t.indexed
    """,
    """
    CREATE VIEW note_search AS
        SELECT id, coalesce(search_text, text) AS body FROM notes
    """,
    """
    CREATE VIEW quotation_search AS
        SELECT id, coalesce(search_text, exact) AS body FROM highlights
    """,
    # The text stands first: FTS5 spends two bytes a word to name any other column (the index
    # is 1.4 times larger the other way round: measured).
    f"""
    CREATE VIRTUAL TABLE article_words USING fts5
        (body, headline, content = 'article_search', content_rowid = 'id', {_TOKENS})
    """,
    f"""
    CREATE VIRTUAL TABLE note_words USING fts5
        (body, content = 'note_search', content_rowid = 'id', {_TOKENS})
    """,
    f"""
    CREATE VIRTUAL TABLE quotation_words USING fts5
        (body, content = 'quotation_search', content_rowid = 'id', {_TOKENS})
    """,
    """
    CREATE TRIGGER texts_indexed AFTER UPDATE OF indexed ON texts
    WHEN new.indexed AND NOT old.indexed BEGIN
        INSERT INTO article_words (rowid, body, headline)
            SELECT id, body, headline FROM article_search WHERE id = new.article;
    END
    """,
    """
    CREATE TRIGGER texts_updated BEFORE UPDATE OF article, text, search_text ON texts BEGIN
        SELECT RAISE(ABORT, 'a text is never changed');
    END
    """,
    """
    CREATE TRIGGER texts_deleted BEFORE DELETE ON texts BEGIN
        INSERT INTO article_words (article_words, rowid, body, headline)
            SELECT 'delete', id, body, headline FROM article_search WHERE id = old.article;
    END
    """,
    # The text goes with its article, after it: the index must let go of both before.
    """
    CREATE TRIGGER articles_deleted BEFORE DELETE ON articles BEGIN
        INSERT INTO article_words (article_words, rowid, body, headline)
            SELECT 'delete', id, body, headline FROM article_search WHERE id = old.id;
    END
    """,
    """
    CREATE TRIGGER articles_renaming BEFORE UPDATE OF shown_headline, search_headline
    ON articles BEGIN
        INSERT INTO article_words (article_words, rowid, body, headline)
            SELECT 'delete', id, body, headline FROM article_search WHERE id = old.id;
    END
    """,
    """
    CREATE TRIGGER articles_renamed AFTER UPDATE OF shown_headline, search_headline
    ON articles BEGIN
        INSERT INTO article_words (rowid, body, headline)
            SELECT id, body, headline FROM article_search WHERE id = new.id;
    END
    """,
    """
    CREATE TRIGGER notes_inserted AFTER INSERT ON notes BEGIN
        INSERT INTO note_words (rowid, body) VALUES (new.id, coalesce(new.search_text, new.text));
    END
    """,
    """
    CREATE TRIGGER notes_deleted AFTER DELETE ON notes BEGIN
        INSERT INTO note_words (note_words, rowid, body)
            VALUES ('delete', old.id, coalesce(old.search_text, old.text));
    END
    """,
    """
    CREATE TRIGGER notes_updated AFTER UPDATE OF text, search_text ON notes BEGIN
        INSERT INTO note_words (note_words, rowid, body)
            VALUES ('delete', old.id, coalesce(old.search_text, old.text));
        INSERT INTO note_words (rowid, body) VALUES (new.id, coalesce(new.search_text, new.text));
    END
    """,
    """
    CREATE TRIGGER highlights_inserted AFTER INSERT ON highlights BEGIN
        INSERT INTO quotation_words (rowid, body)
            VALUES (new.id, coalesce(new.search_text, new.exact));
    END
    """,
    """
    CREATE TRIGGER highlights_deleted AFTER DELETE ON highlights BEGIN
        INSERT INTO quotation_words (quotation_words, rowid, body)
            VALUES ('delete', old.id, coalesce(old.search_text, old.exact));
    END
    """,
    """
    CREATE TRIGGER highlights_updated AFTER UPDATE OF exact, search_text ON highlights BEGIN
        INSERT INTO quotation_words (quotation_words, rowid, body)
            VALUES ('delete', old.id, coalesce(old.search_text, old.exact));
        INSERT INTO quotation_words (rowid, body)
            VALUES (new.id, coalesce(new.search_text, new.exact));
    END
    """,
)

FIRST = (*RECEIVED, *STORIES, *MARKS, *KEPT_FOR_THE_PROGRAM, *FULL_TEXT)
"""Every statement of the first schema, in order."""

NAMES = (
    "CREATE INDEX articles_by_source ON articles (shown_source) WHERE shown_source IS NOT NULL",
    "CREATE INDEX articles_by_place ON articles (dateline_place) WHERE dateline_place IS NOT NULL",
    "CREATE INDEX articles_by_day ON articles (shown_published) WHERE shown_published IS NOT NULL",
)
"""What the second schema adds: the filter line and the search ask for names and days."""

DETAILS = (
    """
    CREATE TABLE details ( -- standard fields of a wire item, columns of a corpus
        article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
        indexed INTEGER NOT NULL DEFAULT 0, -- set once, to put it into the full-text index
        fields TEXT NOT NULL,           -- JSON: those that are not empty, by their names
        words TEXT NOT NULL,            -- what is searched: the slug, then fields, a line each
        search_words TEXT,              -- the words as indexed, where that differs
        CHECK (json_valid(fields))
    ) STRICT
    """,
    "CREATE INDEX details_to_index ON details (article) WHERE NOT indexed",
    """
    CREATE VIEW detail_search AS
        SELECT article AS id, coalesce(search_words, words) AS body FROM details WHERE indexed
    """,
    f"""
    CREATE VIRTUAL TABLE detail_words USING fts5
        (body, content = 'detail_search', content_rowid = 'id', {_TOKENS})
    """,
    """
    CREATE TRIGGER details_indexed AFTER UPDATE OF indexed ON details
    WHEN new.indexed AND NOT old.indexed BEGIN
        INSERT INTO detail_words (rowid, body)
            VALUES (new.article, coalesce(new.search_words, new.words));
    END
    """,
    """
    CREATE TRIGGER details_updated BEFORE UPDATE OF article, words, search_words ON details BEGIN
        SELECT RAISE(ABORT, 'details are never changed');
    END
    """,
    """
    CREATE TRIGGER details_deleted AFTER DELETE ON details WHEN old.indexed BEGIN
        INSERT INTO detail_words (detail_words, rowid, body)
            VALUES ('delete', old.article, coalesce(old.search_words, old.words));
    END
    """,
)
"""What the third schema adds: what an item says of itself, and its words for the search."""
