"""Connections to the file: how they are opened, and what their errors mean to the reader."""

import contextlib
import sqlite3
from collections.abc import Callable, Generator, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlite_utils import Database

from variorum.errors import (
    LibraryDamaged,
    LibraryError,
    LibraryFull,
    LibraryLocked,
    LibraryMissing,
    LibraryReadOnly,
)

BUSY_MS = 5000
"""How long a connection waits for another program's lock, in milliseconds."""

CACHE_KB = 32_768
"""What the writer may keep of the file in memory: with SQLite's 2 MB an import takes twice
the time, since pages are written again and again within one transaction (measured)."""

CACHE_OF_IMPORT_KB = 131_072
"""The same while an import runs: of a hundred thousand articles it holds the index of hashes whole,
of which each batch asks for a page in three."""

LOG_PAGES = 1_000
"""Pages in the write-ahead log from which on they are brought home: what SQLite takes by itself."""

LOG_PAGES_OF_IMPORT = 4_000
"""The same while an import runs: its batches change many of the same pages, which come home but
once, and the disk is waited for a third as often."""

LOG_BYTES = 64 * 1024 * 1024
"""To what the write-ahead log is cut back when it has grown beyond."""

Row = tuple[Any, ...]
T = TypeVar("T")

_PRIMARY_CODE = 0xFF

_NO_TEXT = "Could not decode to UTF-8"
"""What Python says, without a code of SQLite, of a damaged text: we write nothing else."""


class Db(Database):
    """Speak to the library file; every error of the environment comes as a `LibraryError`."""

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self._remembered: dict[str, tuple[object, Any]] = {}

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> list[Row]:
        """Run a query and return all its rows."""
        with readable_errors():
            return self.conn.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Sequence[Any] = ()) -> Row | None:
        """Run a query and return its first row."""
        with readable_errors():
            return self.conn.execute(sql, parameters).fetchone()

    def value(self, sql: str, parameters: Sequence[Any] = ()) -> Any:
        """Run a query and return the first column of its first row."""
        row = self.row(sql, parameters)
        return row[0] if row else None

    def remembered(self, name: str, make: Callable[[], T], *, of: object = None) -> T:
        """Return what was made of the file's state; it is made anew once the file has changed.

        What depends on less of the file than all of it says by `of` in which state that part is.
        """
        part = self.value("PRAGMA data_version") if of is None else of
        state = (part, self.conn.total_changes)
        known = self._remembered.get(name)
        if known is None or known[0] != state:
            known = (state, make())
            self._remembered[name] = known
        return known[1]

    def hold_more(self, *, more: bool) -> None:
        """Keep more of the file in memory while an import runs, or give it back."""
        self.do(f"PRAGMA cache_size = -{CACHE_OF_IMPORT_KB if more else CACHE_KB}")
        self.do(f"PRAGMA wal_autocheckpoint = {LOG_PAGES_OF_IMPORT if more else LOG_PAGES}")
        if not more:
            self.do("PRAGMA shrink_memory")

    def define(self, name: str, function: Callable[[], bool]) -> None:
        """Let queries call a function, which is asked anew for each row that is found."""
        self.conn.create_function(name, 0, function)

    def do(self, sql: str) -> None:
        """Run a statement that changes no rows: a pragma, or a part of the schema."""
        with readable_errors():
            self.conn.execute(sql)

    def write(self, sql: str, parameters: Sequence[Any] = ()) -> int:
        """Change rows inside the open transaction; return the id of a row inserted."""
        self._demand_transaction()
        return self.conn.execute(sql, parameters).lastrowid or 0

    def write_many(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows inside the open transaction."""
        self._demand_transaction()
        self.conn.executemany(sql, rows)

    @contextlib.contextmanager
    def transaction(self) -> Generator[None]:
        """Hold the write lock for a block: all of it is saved, or nothing.

        It begins IMMEDIATE: a deferred transaction that reads first and writes later fails
        at once, without waiting, when another connection wrote in between.
        """
        with readable_errors():
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.conn.execute("COMMIT")
            except BaseException:
                self.conn.rollback()
                raise

    @contextlib.contextmanager
    def snapshot(self) -> Generator[None]:
        """Let several queries see one state of the library; a block within a block is one with it."""
        if self.conn.in_transaction:
            yield
            return
        with readable_errors():
            self.conn.execute("BEGIN")
            try:
                yield
            finally:
                self.conn.rollback()

    def _demand_transaction(self) -> None:
        if not self.conn.in_transaction:
            raise RuntimeError("rows are only changed inside a command")


@contextlib.contextmanager
def readable_errors() -> Generator[None]:
    """Turn what the environment did to SQLite into a `LibraryError`; our mistakes pass."""
    try:
        yield
    except sqlite3.Error as error:
        translated = translate(error)
        if translated is None:
            raise
        raise translated from error
    except UnicodeDecodeError as error:
        # SQLite quotes what it found in a damaged schema, and Python cannot read it.
        raise LibraryDamaged(
            "This library is damaged.", hint="Open a backup of the library instead."
        ) from error


_MEANINGS: dict[int, tuple[type[LibraryError], str, str]] = {
    sqlite3.SQLITE_BUSY: (
        LibraryLocked,
        "Another program is writing to this library.",
        "Close the other program, then try again.",
    ),
    sqlite3.SQLITE_FULL: (
        LibraryFull,
        "The disk is full; this was not saved.",
        "Free some space on the disk, then try again.",
    ),
    sqlite3.SQLITE_READONLY: (
        LibraryReadOnly,
        "This library may be read, but not changed.",
        "Copy it to a folder of your own to work on it.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        LibraryDamaged,
        "This library is damaged.",
        "Open a backup of the library instead.",
    ),
    sqlite3.SQLITE_NOTADB: (
        LibraryDamaged,
        "This file is not a Variorum library.",
        "Choose a .variorum file.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        LibraryMissing,
        "The library cannot be opened.",
        "See that the file and its folder are there and may be read.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        "The disk reported an error; this was not saved.",
        "See that the disk is connected and has space, then try again.",
    ),
}
_MEANINGS[sqlite3.SQLITE_LOCKED] = _MEANINGS[sqlite3.SQLITE_BUSY]
_MEANINGS[sqlite3.SQLITE_PERM] = _MEANINGS[sqlite3.SQLITE_READONLY]


def translate(error: sqlite3.Error) -> LibraryError | None:
    """Return what an error means to the reader, or None when it is a mistake of ours."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None and str(error).startswith(_NO_TEXT):
        code = sqlite3.SQLITE_CORRUPT
    meaning = _MEANINGS.get((code or 0) & _PRIMARY_CODE)
    if meaning is None:
        return None
    kind, message, hint = meaning
    return kind(message, hint=hint)


def connect_writing(path: Path, *, create: bool = False) -> Db:
    """Open a connection that may write; a missing file is made only when asked."""
    return _connect(
        path,
        "mode=rwc" if create else "mode=rw",
        "PRAGMA synchronous = FULL",
        "PRAGMA temp_store = MEMORY",
        f"PRAGMA cache_size = -{CACHE_KB}",
        f"PRAGMA journal_size_limit = {LOG_BYTES}",
    )


def connect_reading(path: Path, *, frozen: bool = False) -> Db:
    """Open a connection that never writes and may be closed by another thread.

    A frozen one takes the file as it lies, without locks and without its write-ahead log:
    that is the only way to read a library in a folder where nothing may be written.
    """
    return _connect(path, "immutable=1" if frozen else "mode=ro", "PRAGMA query_only = ON")


def _connect(path: Path, mode: str, *pragmas: str) -> Db:
    address = f"{path.absolute().as_uri()}?{mode}"
    with readable_errors():
        connection = sqlite3.connect(
            address, uri=True, timeout=BUSY_MS / 1000, check_same_thread=False
        )
        db = Db(connection, execute_plugins=False)
    try:
        for pragma in ("PRAGMA foreign_keys = ON", *pragmas):
            db.do(pragma)
    except BaseException:
        db.close()
        raise
    return db
