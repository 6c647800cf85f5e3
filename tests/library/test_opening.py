"""A library opens only when it is sound and ours; nothing is made or changed unasked."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from variorum.errors import (
    LibraryBlank,
    LibraryDamaged,
    LibraryError,
    LibraryLocked,
    LibraryMissing,
    LibraryReadOnly,
    LibraryTooNew,
)
from variorum.library.commands import Command
from variorum.library.keeping import set_setting
from variorum.library.library import Library
from variorum.library.opening import Access, Schema, open_writer
from variorum.library.queries.stories import story_count
from variorum.library.schema.first import APPLICATION_ID
from variorum.library.schema.migrations import VERSION, migrations

from .making import bring_in, read

Step = tuple[str, Callable[[Database], None]]
"""The name of a migration, and what it does."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed library with one article."""
    path = tmp_path / "ours.variorum"
    with Library.open(path, create=True) as library:
        bring_in(library, read("The ferry is late."))
    return path


def change(path: Path, *statements: str) -> None:
    """Change a file as another program would."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def half_made(folder: Path) -> Path:
    """Return a file as a kill leaves it in the midst of its first transaction."""
    making, path = folder / "making.db", folder / "first.variorum"
    with closing(sqlite3.connect(making, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        for number in range(50):
            connection.execute(f"CREATE TABLE t{number} (told)")
            connection.execute(f"INSERT INTO t{number} VALUES (zeroblob(9000))")  # noqa: S608 - a number
        shutil.copy(making, path)
        shutil.copy(f"{making}-journal", f"{path}-journal")
        connection.execute("ROLLBACK")
    assert path.stat().st_size
    return path


def test_missing_file_is_not_made(tmp_path: Path) -> None:
    """Opening what is not there says so and leaves nothing behind."""
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path / "none.variorum")

    assert list(tmp_path.iterdir()) == []


def test_missing_folder(tmp_path: Path) -> None:
    """A folder that is gone is said so, even when a library was to be made."""
    with pytest.raises(LibraryMissing):
        Library.open(tmp_path / "gone" / "new.variorum", create=True)


def test_folder_is_no_library(tmp_path: Path) -> None:
    """A folder is refused."""
    with pytest.raises(LibraryDamaged):
        Library.open(tmp_path)


def test_other_file_is_no_library(tmp_path: Path) -> None:
    """A file of another kind is refused and left as it is."""
    path, data = tmp_path / "other.variorum", b"not a database, by any means" * 50
    path.write_bytes(data)

    with pytest.raises(LibraryDamaged, match="not a Variorum library"):
        Library.open(path)

    assert path.read_bytes() == data


@pytest.mark.parametrize("read_only", [True, False])
def test_empty_file_is_said_to_be_empty(tmp_path: Path, *, read_only: bool) -> None:
    """Nothing is made in it unasked: it may have held a library that something emptied."""
    path = tmp_path / "first.variorum"
    path.touch()

    with pytest.raises(LibraryBlank):
        Library.open(path, read_only=read_only)

    assert path.read_bytes() == b""


def test_a_making_that_was_killed_is_said_to_be_empty(tmp_path: Path) -> None:
    """What SQLite had written of it before the kill counts for nothing, and is not in the way."""
    path = half_made(tmp_path)

    with pytest.raises(LibraryBlank):
        Library.open(path)

    with Library.open(path, create=True) as library:
        assert library.access is Access.WRITE


def test_empty_file_becomes_a_library_when_asked(tmp_path: Path) -> None:
    """What a kill left at the very first start does not stand in the way."""
    path = tmp_path / "first.variorum"
    path.touch()

    with Library.open(path, create=True) as library:
        assert library.access is Access.WRITE


def test_other_sqlite_file_is_refused(tmp_path: Path) -> None:
    """A database of another program is refused, also when a library may be made."""
    path = tmp_path / "other.db"
    change(path, "CREATE TABLE theirs (id)")

    with pytest.raises(LibraryDamaged):
        Library.open(path, create=True)


def test_header_says_what_it_is(path: Path) -> None:
    """Other tools can tell a library by its application id."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA application_id").fetchone()

    assert found == (APPLICATION_ID,)


@pytest.mark.parametrize("read_only", [True, False])
def test_newer_version_is_refused(path: Path, *, read_only: bool) -> None:
    """A library of a newer program is not touched."""
    change(path, "PRAGMA user_version = 999")

    with pytest.raises(LibraryTooNew):
        Library.open(path, read_only=read_only)


def test_unknown_migration_is_newer(path: Path) -> None:
    """A migration that we do not know was made by a newer program."""
    change(
        path,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('variorum', '9999_future', '')",
    )

    with pytest.raises(LibraryTooNew):
        Library.open(path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER evil AFTER INSERT ON notes BEGIN DELETE FROM articles; END",
        "CREATE VIEW evil AS SELECT * FROM notes",
        "DROP TRIGGER texts_updated",
        "DROP INDEX members_by_story",
        "ALTER TABLE notes ADD COLUMN evil TEXT",
    ],
)
@pytest.mark.parametrize("read_only", [True, False])
def test_strange_schema_is_refused(path: Path, statement: str, *, read_only: bool) -> None:
    """Triggers and views of others, and tables that are not as ours, are refused."""
    change(path, statement)

    with pytest.raises(LibraryDamaged):
        Library.open(path, read_only=read_only)


def test_table_of_the_reader_is_left_alone(path: Path) -> None:
    """A table that a reader added with another tool does no harm."""
    change(path, "CREATE TABLE my_own (id)", "ANALYZE")

    with Library.open(path) as library:
        assert story_count(library.reader) == 1


def test_damaged_page_is_found(path: Path) -> None:
    """A library with a broken page is refused with a hint."""
    data = bytearray(path.read_bytes())
    page = 4096 * 20
    data[page : page + 4096] = bytes(4096)
    path.write_bytes(data)

    with pytest.raises(LibraryDamaged) as caught:
        Library.open(path)

    assert "backup" in caught.value.hint


def test_second_writer_is_refused(path: Path) -> None:
    """While one writes, another may only read, and sees what is written."""
    with Library.open(path) as first:
        with pytest.raises(LibraryLocked):
            Library.open(path)
        with Library.open(path, read_only=True) as second:
            bring_in(first, read("The harbour is shut."))

            assert second.access is Access.READ
            assert story_count(second.reader) == 2


def test_other_process_is_refused(path: Path) -> None:
    """A second process is told that the library is in use."""
    program = (
        "import sys, pathlib\n"
        "from variorum.errors import LibraryLocked\n"
        "from variorum.library.library import Library\n"
        "try:\n"
        "    Library.open(pathlib.Path(sys.argv[1]))\n"
        "except LibraryLocked:\n"
        "    print('locked')\n"
    )
    with Library.open(path):
        ended = subprocess.run(
            [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
        )

    assert ended.stdout == "locked\n"


def test_lock_goes_with_its_library(path: Path) -> None:
    """A closed library leaves no lock, and can be opened again."""
    with Library.open(path):
        assert path.with_name("ours.variorum.lock").exists()

    assert [file.name for file in path.parent.iterdir()] == ["ours.variorum"]


def test_lock_file_of_a_dead_process_is_no_lock(path: Path) -> None:
    """A lock file that a kill left behind does not shut the library."""
    path.with_name("ours.variorum.lock").touch()

    with Library.open(path) as library:
        assert library.access is Access.WRITE


def test_reading_library_cannot_write(path: Path) -> None:
    """A deed on a library that is read only is refused, and so is a write past it."""
    with Library.open(path, read_only=True) as library:
        with pytest.raises(LibraryReadOnly):
            library.run(Command.HOUSEKEEPING, lambda db: set_setting(db, name="a", value="1"))
        with pytest.raises(LibraryReadOnly):
            library.reader.rows("DELETE FROM articles")


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root to become nobody"
)
def test_protected_folder_is_read_as_it_lies(path: Path, public_folder: Path) -> None:
    """Where nothing may be written, a library is read, and said to be frozen."""
    program = (
        "import os, sys, pathlib\n"
        "from variorum.library.library import Library\n"
        "from variorum.library.queries.stories import story_count\n"
        "os.setgid(65534); os.setuid(65534)\n"
        "with Library.open(pathlib.Path(sys.argv[1])) as library:\n"
        "    print(library.access.value, story_count(library.reader))\n"
    )
    protected = Path(shutil.copy(path, public_folder))
    protected.chmod(0o644)
    ended = subprocess.run(
        [sys.executable, "-c", program, str(protected)], capture_output=True, text=True, check=False
    )

    assert (ended.stdout, ended.stderr) == ("frozen 1\n", "")


def schema_of(steps: Sequence[Step], version: int) -> Schema:
    """Return a schema of some steps."""
    ours = Migrations("variorum")
    for name, apply in steps:
        ours(name=name)(apply)
    return Schema(ours, version)


def steps_today() -> list[Step]:
    """Return the steps to the schema of today."""
    with closing(Database(memory=True)) as db:
        return [(step.name, step.fn) for step in migrations.pending(db)]


def next_schema(*statements: str) -> Schema:
    """Return a schema one step ahead of today's."""

    def one_more(db: Database) -> None:
        for statement in statements:
            db.conn.execute(statement)

    return schema_of([*steps_today(), ("9999_next", one_more)], VERSION + 1)


def test_older_library_is_backed_up_and_brought_up_to_date(path: Path) -> None:
    """A migration keeps a sound copy of the library as it was."""
    schema = next_schema("ALTER TABLE stories ADD COLUMN title TEXT")

    with closing(open_writer(path, create=False, schema=schema)) as db:
        assert db.value("PRAGMA user_version") == VERSION + 1
        assert db.value("SELECT count(*) FROM stories WHERE title IS NULL") == 1
    with Library.open(path.with_name(f"ours.before-{VERSION + 1}.variorum")) as before:
        assert story_count(before.reader) == 1


def test_failed_migration_leaves_the_library_as_it_was(path: Path) -> None:
    """When a step fails half-way, the old program still opens the library."""
    schema = next_schema("ALTER TABLE stories ADD COLUMN title TEXT", "DROP TABLE nonsense")

    with pytest.raises(sqlite3.OperationalError):
        open_writer(path, create=False, schema=schema)

    with Library.open(path) as library:
        assert story_count(library.reader) == 1


def test_migration_that_breaks_keys_is_taken_back(path: Path) -> None:
    """A step that leaves rows without their parents is not kept."""
    schema = next_schema("CREATE TABLE loose (story INTEGER REFERENCES stories (id))",
                         "PRAGMA defer_foreign_keys = ON", "INSERT INTO loose VALUES (99)")  # fmt: skip

    with pytest.raises(LibraryError):
        open_writer(path, create=False, schema=schema)

    with Library.open(path) as library:
        assert story_count(library.reader) == 1
