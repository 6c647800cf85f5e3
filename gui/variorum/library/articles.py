"""Deeds on articles: bring in, correct by hand, move to the bin, empty the bin."""

import hashlib
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from variorum.errors import UsageError
from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library.article_rows import first_words, load_articles, story_words
from variorum.library.connection import Db
from variorum.library.decisions import Field, decide_field
from variorum.library.details import add_details, details_of, index_new_details
from variorum.library.fingerprints import add_hashes, forget_hashes
from variorum.library.folding import fold
from variorum.library.ids import ImportId
from variorum.library.lineages import to_json
from variorum.library.moments import (
    moment_to_text,
    new_uuid,
    now,
    partial_to_text,
)
from variorum.text import NO_DETAILS, Article, Imported, Moment, PassageKind
from variorum.wire import field_marks, lineage

_ARTICLE_COLUMNS = (
    "uuid, import, text_sha256, origin, file_index, format, encoding, headline, slug, byline,"
    " dateline_start, dateline_end, dateline_place, dateline_credit, dateline_date,"
    " published, published_from, source, language, problems, words, first_words, added,"
    " shown_headline, shown_published, shown_source, search_headline, lineage"
)


@dataclass(frozen=True, slots=True)
class Added:
    """Say where an article went."""

    article: ArticleId
    story: StoryId


def text_sha256(text: str) -> str:
    """Return the hash by which a text is known: SHA-256 of its UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


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
    article = _insert_article(db, imported, import_id)
    add_details(db, article, slug=imported.article.slug, details=imported.details)
    _insert_passages(db, article, imported.article)
    add_hashes(db, article, hashes)
    if story is None:
        story = new_story(db)
    db.write("INSERT INTO members (article, story, why) VALUES (?, ?, ?)", (article, story, why))
    return Added(article, story)


def new_story(db: Db) -> StoryId:
    """Make a story without versions; it is shown once it has some."""
    return StoryId(db.write("INSERT INTO stories (uuid, made) VALUES (?, ?)", (new_uuid(), now())))


def _insert_article(db: Db, imported: Imported, import_id: ImportId) -> ArticleId:
    article = imported.article
    dateline = article.dateline
    published = moment_to_text(article.published)
    headline_folded = fold(article.headline) if article.headline else None
    row = (
        new_uuid(),
        import_id,
        text_sha256(article.text),
        imported.origin,
        imported.index,
        imported.format,
        imported.encoding,
        article.headline,
        article.slug,
        article.byline,
        dateline and dateline.span.start,
        dateline and dateline.span.end,
        dateline and dateline.place,
        dateline and dateline.credit,
        dateline and partial_to_text(dateline.date),
        published,
        article.published_from,
        article.source,
        article.language,
        json.dumps([[p.kind, p.detail] for p in imported.problems]),
        story_words(article),
        first_words(article),
        now(),
        article.headline,
        published,
        article.source,
        headline_folded,
        to_json(article.lineage),
    )
    places = ", ".join("?" * len(row))
    number = db.write(f"INSERT INTO articles ({_ARTICLE_COLUMNS}) VALUES ({places})", row)
    db.write(
        "INSERT INTO texts (article, text, search_text) VALUES (?, ?, ?)",
        (number, article.text, fold(article.text)),
    )
    received = imported.received
    db.write(
        "INSERT INTO received (article, sha256, size, deflated) VALUES (?, ?, ?, ?)",
        (number, hashlib.sha256(received).hexdigest(), len(received), _deflated(imported)),
    )
    return ArticleId(number)


def _deflated(imported: Imported) -> bytes | None:
    """Return the bytes compressed, or None when the text says them already."""
    try:
        if imported.article.text.encode(imported.encoding) == imported.received:
            return None
    except (LookupError, UnicodeEncodeError):
        pass
    return zlib.compress(imported.received)


def index_new(db: Db) -> None:
    """Put what was added into the full-text index; the library does it after every deed."""
    db.write("UPDATE texts SET indexed = 1 WHERE NOT indexed")
    index_new_details(db)


def _insert_passages(db: Db, article: ArticleId, read: Article) -> None:
    db.write_many(
        """
        INSERT INTO passages
            (article, number, kind, tile_start, tile_end, words_start, words_end, confidence)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        (
            (
                article,
                number,
                passage.kind,
                passage.span.start,
                passage.span.end,
                passage.words.start,
                passage.words.end,
                passage.confidence,
            )
            for number, passage in enumerate(read.passages)
        ),
    )


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
    marks = lineage.of(read.text, read.passages, headline=headline, slug=read.slug)
    said = details_of(db, [article]).get(article, NO_DETAILS)
    marks = field_marks.with_fields(marks, status=said.status, note=said.editor_note)
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
