"""Prove that a library is sound: its pages, its keys, its indexes and its contents."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from variorum.errors import UsageError
from variorum.ids import ArticleId
from variorum.library.articles import text_sha256
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.opening import Access
from variorum.library.queries_articles import received
from variorum.progress import Tick, no_tick

_STEP = 500
"""Articles between two reports of progress."""

_FULL_TEXT = ("article_words", "note_words", "quotation_words")


class Flaw(StrEnum):
    """Name what can be wrong with a library."""

    PAGES = "pages"
    KEYS = "keys"
    INDEX = "index"
    TEXT = "text"
    RECEIVED = "received"
    NOTE = "note"
    QUOTATION = "quotation"
    STORY = "story"


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold one flaw, and which row or table has it."""

    flaw: Flaw
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """Hold all that a check found."""

    findings: tuple[Finding, ...]
    index_checked: bool
    """The full-text indexes can be checked only where the library may be written."""

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing was found."""
        return not self.findings


def check(library: Library, *, tick: Tick = no_tick) -> Report:
    """Read the whole library and compare everything that can be compared."""
    db = library.reader
    can_write = library.access is Access.WRITE
    with db.snapshot():
        findings = [*_pages(db), *_keys(db), *_contents(db, tick), *_notes(db), *_stories(db)]
    if can_write:
        findings += library.run(Command.HOUSEKEEPING, _indexes).value
    return Report(tuple(findings), index_checked=can_write)


def _pages(db: Db) -> Iterator[Finding]:
    for (message,) in db.rows("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding(Flaw.PAGES, message)


def _keys(db: Db) -> Iterator[Finding]:
    for table, row, *_ in db.rows("PRAGMA foreign_key_check"):
        yield Finding(Flaw.KEYS, f"{table} {row}")


def _indexes(db: Db) -> list[Finding]:
    return [Finding(Flaw.INDEX, table) for table in _FULL_TEXT if not _index_is_sound(db, table)]


def _index_is_sound(db: Db, table: str) -> bool:
    try:
        # A rank of 1 compares the index with the text as well.
        db.write(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return False
    return True


def _contents(db: Db, tick: Tick) -> Iterator[Finding]:
    ids = [row[0] for row in db.rows("SELECT id FROM articles ORDER BY id")]
    for done, article in enumerate(ids):
        if done % _STEP == 0:
            tick(done, len(ids))
        yield from _article(db, article)
    tick(len(ids), len(ids))


def _article(db: Db, article: int) -> Iterator[Finding]:
    row = db.row(
        """
        SELECT a.text_sha256, t.text, r.sha256
        FROM articles a LEFT JOIN texts t ON t.article = a.id
             LEFT JOIN received r ON r.article = a.id
        WHERE a.id = ?
        """,
        (article,),
    )
    text_hash, text, received_hash = row or (None,) * 3
    if text is None or text_sha256(text) != text_hash:
        yield Finding(Flaw.TEXT, str(article))
    elif _misplaced(db, article, text):
        yield Finding(Flaw.QUOTATION, str(article))
    if text is not None and _hash_of_received(db, article) != received_hash:
        yield Finding(Flaw.RECEIVED, str(article))


def _hash_of_received(db: Db, article: int) -> str | None:
    try:
        return hashlib.sha256(received(db, ArticleId(article)).data).hexdigest()
    except (UsageError, UnicodeError, LookupError, zlib.error):
        return None


def _misplaced(db: Db, article: int, text: str) -> bool:
    rows = db.rows(
        "SELECT span_start, span_end, exact FROM highlights WHERE article = ?", (article,)
    )
    return any(text[start:end] != exact for start, end, exact in rows)


def _notes(db: Db) -> Iterator[Finding]:
    for note, text, sha256 in db.rows("SELECT id, text, text_sha256 FROM notes"):
        if text_sha256(text) != sha256:
            yield Finding(Flaw.NOTE, str(note))


def _stories(db: Db) -> Iterator[Finding]:
    """Find articles without a story, and stories that the list does not show as they are."""
    for (article,) in db.rows(
        "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM members)"
    ):
        yield Finding(Flaw.STORY, f"article {article}")
    for (story,) in db.rows(
        """
        SELECT m.story FROM members m JOIN articles a ON a.id = m.article
        WHERE a.binned IS NULL GROUP BY m.story
        HAVING count(*) IS NOT (SELECT versions FROM story_index i WHERE i.story = m.story)
        """
    ):
        yield Finding(Flaw.STORY, str(story))
