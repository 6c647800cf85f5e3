"""Prove what a connection sees of a library: its pages, its keys, its contents.

A damaged file may fail at any step; what cannot be read is a finding like the others.
"""

import hashlib
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from variorum.errors import LibraryDamaged, UsageError
from variorum.ids import ArticleId
from variorum.library.connection import Db
from variorum.library.preparing import text_sha256
from variorum.library.queries.articles import received
from variorum.progress import Tick, no_tick

_STEP = 500
"""Articles between two reports of progress."""


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


def findings(db: Db, *, tick: Tick = no_tick) -> list[Finding]:
    """Read all that can be compared in one state of the library, and say what is wrong."""
    with db.snapshot():
        return [
            *_survive(lambda: _pages(db), Flaw.PAGES),
            *_survive(lambda: _keys(db), Flaw.KEYS),
            *_survive(lambda: _contents(db, tick), Flaw.TEXT),
            *_survive(lambda: _notes(db), Flaw.NOTE),
            *_survive(lambda: _stories(db), Flaw.STORY),
        ]


def _survive(prove: Callable[[], Iterable[Finding]], flaw: Flaw) -> Iterator[Finding]:
    """Yield what a proof finds, as far as it comes in a damaged file."""
    try:
        yield from prove()
    except LibraryDamaged as error:
        yield Finding(flaw, str(error.__cause__ or error))


def _pages(db: Db) -> Iterator[Finding]:
    for (message,) in db.rows("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding(Flaw.PAGES, message)


def _keys(db: Db) -> Iterator[Finding]:
    for table, row, *_ in db.rows("PRAGMA foreign_key_check"):
        yield Finding(Flaw.KEYS, f"{table} {row}")


def _contents(db: Db, tick: Tick) -> Iterator[Finding]:
    ids = [row[0] for row in db.rows("SELECT id FROM articles ORDER BY id")]
    for done, article in enumerate(ids):
        if done % _STEP == 0:
            tick(done, len(ids))
        try:
            yield from _article(db, article)
        except LibraryDamaged:
            yield Finding(Flaw.TEXT, str(article))
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
    for (note,) in db.rows("SELECT id FROM notes ORDER BY id"):
        try:
            row = db.row("SELECT text, text_sha256 FROM notes WHERE id = ?", (note,))
        except LibraryDamaged:
            row = None
        if row is None or text_sha256(row[0]) != row[1]:
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
