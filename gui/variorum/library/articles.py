"""Deeds on articles: bring in, correct by hand, move to the bin, empty the bin."""

import json
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library.article_rows import first_words, load_articles, story_words
from variorum.library.connection import Db
from variorum.library.decisions import Field, decide_field
from variorum.library.details import details_of, index_new_details
from variorum.library.fingerprints import add_hashes, forget_hashes
from variorum.library.folding import fold
from variorum.library.ids import ImportId
from variorum.library.lineages import to_json
from variorum.library.moments import moment_to_text, new_uuid, now
from variorum.library.preparing import ARTICLE_COLUMNS, Prepared, prepare
from variorum.text import NO_DETAILS, Imported, Moment, PassageKind
from variorum.wire.later import lineage_of, lineage_with_fields

_INSERT_ARTICLE = (
    f"INSERT INTO articles (uuid, import, added, {ARTICLE_COLUMNS})"
    f" VALUES (?, ?, ?{', ?' * len(ARTICLE_COLUMNS.split(','))})"
)


@dataclass(frozen=True, slots=True)
class Added:
    """Say where an article went."""

    article: ArticleId
    story: StoryId


def begin_import(db: Db) -> ImportId:
    """Open an import, so that all it brings can be undone together."""
    return ImportId(
        db.write("INSERT INTO imports (uuid, began) VALUES (?, ?)", (new_uuid(), now()))
    )


def add_article(
    db: Db,
    imported: Imported,
    *,
    import_id: ImportId,
    hashes: Iterable[int] = (),
    story: StoryId | None = None,
    why: str = "",
) -> Added:
    """Add an article with its text, bytes, passages and fingerprint, in a story or its own.

    For `Command.IMPORT`; many calls in one deed make one transaction. `why` says by what
    it was recognised as a version of the story.
    """
    return add_prepared(db, prepare(imported, hashes), import_id=import_id, story=story, why=why)


def add_prepared(
    db: Db,
    prepared: Prepared,
    *,
    import_id: ImportId,
    story: StoryId | None = None,
    why: str = "",
    known: AbstractSet[int] = frozenset(),
) -> Added:
    """Add an article whose rows were made before; `known` are hashes that need not be kept."""
    article = _insert_article(db, prepared, import_id)
    if prepared.details is not None:
        db.write(
            "INSERT INTO details (article, fields, words, search_words) VALUES (?, ?, ?, ?)",
            (article, *prepared.details),
        )
    db.write_many(
        """
        INSERT INTO passages
            (article, number, kind, tile_start, tile_end, words_start, words_end, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        ((article, *row) for row in prepared.passages),
    )
    kept = [key for key in prepared.hashes if key not in known] if known else prepared.hashes
    add_hashes(db, article, kept, size=len(prepared.hashes))
    if story is None:
        story = new_story(db)
    db.write("INSERT INTO members (article, story, why) VALUES (?, ?, ?)", (article, story, why))
    return Added(article, story)


def new_story(db: Db) -> StoryId:
    """Make a story without versions; it is shown once it has some."""
    return StoryId(db.write("INSERT INTO stories (uuid, made) VALUES (?, ?)", (new_uuid(), now())))


def _insert_article(db: Db, prepared: Prepared, import_id: ImportId) -> ArticleId:
    number = db.write(_INSERT_ARTICLE, (new_uuid(), import_id, now(), *prepared.article))
    db.write(
        "INSERT INTO texts (article, text, search_text) VALUES (?, ?, ?)",
        (number, prepared.text, prepared.search_text),
    )
    db.write(
        "INSERT INTO received (article, sha256, size, deflated) VALUES (?, ?, ?, ?)",
        (number, *prepared.received),
    )
    return ArticleId(number)


def index_new(db: Db) -> None:
    """Put what was added into the full-text index; the library does it after every deed."""
    db.write("UPDATE texts SET indexed = 1 WHERE NOT indexed")
    index_new_details(db)


def set_source(db: Db, *, article: ArticleId, source: str | None, annotator: AnnotatorId) -> None:
    """Correct an article's source by hand; None says that it has none."""
    decide_field(db, Field.SOURCE, article=article, value=source or None, annotator=annotator)
    db.write("UPDATE articles SET shown_source = ? WHERE id = ?", (source or None, article))


def set_date(
    db: Db, *, article: ArticleId, published: Moment | None, annotator: AnnotatorId
) -> None:
    """Correct an article's date by hand; None says that it has none."""
    value = moment_to_text(published)
    decide_field(db, Field.PUBLISHED, article=article, value=value, annotator=annotator)
    db.write("UPDATE articles SET shown_published = ? WHERE id = ?", (value, article))


def set_headline(
    db: Db, *, article: ArticleId, headline: str | None, annotator: AnnotatorId
) -> None:
    """Correct an article's headline by hand; None says that it has none."""
    value = headline or None
    decide_field(db, Field.HEADLINE, article=article, value=value, annotator=annotator)
    db.write(
        "UPDATE articles SET shown_headline = ?, search_headline = ? WHERE id = ?",
        (value, fold(value) if value else None, article),
    )
    if value is None:
        words = first_words(load_articles(db, [article])[article])
        db.write("UPDATE articles SET first_words = ? WHERE id = ?", (words, article))


def set_kinds(
    db: Db, *, article: ArticleId, passages: Sequence[int], kind: PassageKind | None
) -> None:
    """Say by hand what some passages are, by their numbers; None goes back to what was read.

    What follows from the kinds follows at once: how many words the story has, how it begins,
    what its notes say of its descent.
    """
    db.write(
        "UPDATE passages SET kind_by_hand = ?"
        " WHERE article = ? AND number IN (SELECT value FROM json_each(?))",
        (kind, article, json.dumps(list(passages))),
    )
    read = load_articles(db, [article])[article]
    headline = db.value("SELECT headline FROM articles WHERE id = ?", (article,))
    marks = lineage_of(read.text, read.passages, headline=headline, slug=read.slug)
    said = details_of(db, [article]).get(article, NO_DETAILS)
    marks = lineage_with_fields(marks, status=said.status, note=said.editor_note)
    db.write(
        "UPDATE articles SET words = ?, first_words = ?, lineage = ? WHERE id = ?",
        (story_words(read), first_words(read), to_json(marks), article),
    )


def move_to_bin(db: Db, *, articles: Sequence[ArticleId]) -> None:
    """Move articles to the bin; their marks stay on them."""
    db.write(
        "UPDATE articles SET binned = ? WHERE binned IS NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        (now(), json.dumps(list(articles))),
    )


def restore(db: Db, *, articles: Sequence[ArticleId]) -> None:
    """Take articles out of the bin, back into their stories."""
    db.write(
        "UPDATE articles SET binned = NULL WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(articles)),),
    )


def undo_import(db: Db, *, import_id: ImportId) -> None:
    """Move everything that an import brought to the bin, as one deed that can be undone."""
    db.write(
        "UPDATE articles SET binned = ? WHERE import = ? AND binned IS NULL", (now(), import_id)
    )


def empty_bin(db: Db, *, articles: Sequence[ArticleId]) -> None:
    """Delete binned articles for good, with their marks; for `Command.EMPTY_BIN`.

    Nothing that was done before can be undone afterwards.
    """
    wanted = (json.dumps(list(articles)),)
    among = "(SELECT value FROM json_each(?))"
    if db.row(f"SELECT 1 FROM articles WHERE binned IS NULL AND id IN {among}", wanted):
        raise UsageError("Only articles in the bin can be deleted.")
    forget_hashes(db, articles)
    db.write(f"DELETE FROM articles WHERE id IN {among}", wanted)
    db.write("DELETE FROM notes WHERE story NOT IN (SELECT story FROM members)")
    db.write("DELETE FROM stories WHERE id NOT IN (SELECT story FROM members)")
