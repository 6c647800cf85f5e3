"""Open a library file with every check, so that what is opened is sound and ours."""

import re
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Migrations

from variorum.errors import (
    LibraryBlank,
    LibraryDamaged,
    LibraryError,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
)
from variorum.library.connection import Db, connect_reading, connect_writing, readable_errors
from variorum.library.safety.backup import backup_file
from variorum.library.schema.first import APPLICATION_ID, PAGE_SIZE
from variorum.library.schema.migrations import VERSION, migrations

CHECKED_BYTES = 64 * 1024 * 1024
"""Up to this size a library is checked whole on opening: 60 ms for 80 MB were measured."""


class Access(StrEnum):
    """Say what may be done with an opened library."""

    WRITE = "write"
    READ = "read"
    FROZEN = "frozen"
    """Read as it lies in a folder where nothing may be written; what a log holds is not seen."""


@dataclass(frozen=True, slots=True)
class Schema:
    """Hold a schema: the steps that lead to it, and their number."""

    migrations: Migrations
    version: int


CURRENT = Schema(migrations, VERSION)


def check_place(path: Path, *, create: bool) -> None:
    """Refuse a path where there is no library, before SQLite would make an empty one."""
    if path.is_dir():
        raise LibraryDamaged("This is a folder, not a library.", hint="Choose a .variorum file.")
    if not path.parent.is_dir():
        raise LibraryMissing(
            "The folder of the library is not there.",
            hint="See that the disk is connected and the folder was not moved.",
        )
    if not create and not path.exists():
        raise LibraryMissing(
            "There is no library at this place.",
            hint="See that the file was not moved or renamed.",
        )


def is_older(path: Path) -> bool:
    """Tell whether a library must be brought up to date when it is opened; not where it cannot be read."""
    try:
        with closing(connect_reading(path)) as db:
            is_ours = db.value("PRAGMA application_id") == APPLICATION_ID
            return is_ours and _version(db) < VERSION
    except LibraryError:
        return False


def open_writer(path: Path, *, create: bool, schema: Schema = CURRENT) -> Db:
    """Open the writing connection: checked, brought up to date, in WAL mode.

    A library of an older version is copied to a backup beside it first; when anything goes
    wrong it stays as it was.
    """
    db = connect_writing(path, create=create)
    try:
        if _is_empty(db) and create:
            db.do(f"PRAGMA page_size = {PAGE_SIZE}")
            _migrate(db, schema)
        _check(db, schema)
        if _version(db) < schema.version:
            backup_file(path, path.with_name(f"{path.stem}.before-{schema.version}{path.suffix}"))
            _migrate(db, schema)
        db.do("PRAGMA journal_mode = WAL")
    except BaseException:
        db.close()
        raise
    return db


def open_reader(path: Path, *, schema: Schema = CURRENT, at_rest: bool = False) -> Access:
    """Check a library that will only be read; say whether it can be read as others write it.

    One at rest, which nobody writes, is read as it lies: nothing is left beside it.
    """
    access, db = _first_reader(path, at_rest=at_rest)
    try:
        _check(db, schema)
        if _version(db) < schema.version:
            raise LibraryReadOnly(
                "This library was written by an older Variorum and must be brought up to date.",
                hint="Copy it to a folder of your own and open the copy.",
            )
    finally:
        db.close()
    return access


def _first_reader(path: Path, *, at_rest: bool) -> tuple[Access, Db]:
    if at_rest:
        return Access.FROZEN, connect_reading(path, frozen=True)
    db = connect_reading(path)
    try:
        db.value("SELECT count(*) FROM sqlite_schema")
    except (LibraryMissing, LibraryReadOnly):
        # A library in WAL mode wants to write beside itself even to be read.
        db.close()
        return Access.FROZEN, connect_reading(path, frozen=True)
    except BaseException:
        db.close()
        raise
    return Access.READ, db


def _is_empty(db: Db) -> bool:
    return db.value("PRAGMA application_id") == 0 and not db.row("SELECT 1 FROM sqlite_schema")


def _version(db: Db) -> int:
    return db.value("PRAGMA user_version")


def _check(db: Db, schema: Schema) -> None:
    # Who reads the list of migrations for us knows nothing of our errors.
    with readable_errors():
        _check_readable(db, schema)


def _check_readable(db: Db, schema: Schema) -> None:
    if _is_empty(db):
        raise LibraryBlank(
            "This file is empty: the library in it was not made to its end, or something emptied it.",
            hint="If there was anything in it, restore a backup; if not, delete it and begin anew.",
        )
    if db.value("PRAGMA application_id") != APPLICATION_ID:
        raise LibraryDamaged(
            "This file is not a Variorum library.", hint="Choose a .variorum file."
        )
    known = _names(schema)
    applied = frozenset(migration.name for migration in schema.migrations.applied(db))
    if _version(db) > schema.version or not applied <= known:
        raise LibraryTooNew(
            "This library was written by a newer Variorum.",
            hint="Bring Variorum up to date to open it; the library was not changed.",
        )
    pages = db.value("PRAGMA page_count") * db.value("PRAGMA page_size")
    if pages <= CHECKED_BYTES and db.value("PRAGMA quick_check(1)") != "ok":
        raise LibraryDamaged(
            "This library is damaged.", hint="Open a backup of the library instead."
        )
    _compare_schema(db, schema, applied)


def _compare_schema(db: Db, schema: Schema, applied: frozenset[str]) -> None:
    """Refuse a file whose tables are not ours, or that brings triggers or views of its own."""
    ours, theirs = _made(schema, applied), _objects(db)
    strange = theirs.keys() - ours.keys()
    runs_by_itself = {"trigger", "view"}
    if any(kind in runs_by_itself for kind, _ in strange):
        raise LibraryDamaged(
            "This library contains rules that Variorum did not put there.",
            hint="Somebody changed the file with another program; open a backup instead.",
        )
    if any(theirs.get(name) != sql for name, sql in ours.items()):
        raise LibraryDamaged(
            "The tables of this library are not as Variorum made them.",
            hint="Somebody changed the file with another program; open a backup instead.",
        )


def _memory() -> Db:
    return Db(memory=True, execute_plugins=False)


@lru_cache
def _names(schema: Schema) -> frozenset[str]:
    with closing(_memory()) as db:
        return frozenset(migration.name for migration in schema.migrations.pending(db))


@lru_cache
def _made(schema: Schema, applied: frozenset[str]) -> Mapping[tuple[str, str], str]:
    """Return what the schema is made of, as far as a file has come, by making it in memory.

    It is the same for every file that has come as far, and making it is most of an opening.
    """
    ahead = _names(schema) - applied
    with closing(_memory()) as db:
        schema.migrations.apply(db, stop_before=ahead)
        return _objects(db)


def _objects(db: Db) -> dict[tuple[str, str], str]:
    rows = db.rows(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'"
    )
    return {(kind, name): re.sub(r"\s+", " ", sql or "") for kind, name, sql in rows}


def _migrate(db: Db, schema: Schema) -> None:
    """Apply what is missing, all or nothing, and prove the result before it is kept."""
    with db.transaction():
        schema.migrations.apply(db)
        db.do(f"PRAGMA application_id = {APPLICATION_ID}")
        db.do(f"PRAGMA user_version = {schema.version}")
        if db.row("PRAGMA foreign_key_check") or db.value("PRAGMA integrity_check(1)") != "ok":
            raise LibraryDamaged(
                "This library could not be brought up to date.",
                hint="It was left as it was; open it with the Variorum that wrote it.",
            )
