"""Prove that an open library is sound: its pages, its keys, its indexes and its contents."""

import sqlite3
from dataclasses import dataclass

from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.opening import Access
from variorum.library.safety.proofs import Finding, Flaw, findings
from variorum.progress import Tick, no_tick

_FULL_TEXT = ("article_words", "note_words", "quotation_words", "detail_words")


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
    can_write = library.access is Access.WRITE
    found = findings(library.reader, tick=tick)
    # An index inside pages that are damaged tells nothing new, and may not be written to.
    if can_write and not any(finding.flaw is Flaw.PAGES for finding in found):
        found += library.run(Command.HOUSEKEEPING, _indexes).value
    return Report(tuple(found), index_checked=can_write)


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
