"""Backups are whole, found again, thinned, and put back without losing what was there."""

import datetime as dt
import os
from contextlib import closing
from pathlib import Path

import pytest

from variorum.errors import LibraryDamaged, LibraryLocked
from variorum.library import identity
from variorum.library.annotations import OnArticle, add_note
from variorum.library.commands import Command
from variorum.library.connection import connect_reading
from variorum.library.library import Library
from variorum.library.queries.stories import story_count
from variorum.library.safety import backups
from variorum.library.safety.backups import Backup, Why
from variorum.library.safety.integrity import check
from variorum.library.safety.restoring import restore
from variorum.library.schema.first import PAGE_SIZE

from .making import annotator, bring_in, dump, read

NOW = dt.datetime(2026, 4, 1, 12, tzinfo=dt.UTC)
TABLES = ["articles", "texts", "received", "passages", "stories", "members", "highlights", "notes"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a closed library with one article."""
    path = tmp_path / "desk.variorum"
    with Library.open(path, create=True) as library:
        bring_in(library, read("The ferry is late."))
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where the backups go."""
    return tmp_path / "backups" / "one"


def back_up(
    library: Library, folder: Path, *, now: dt.datetime = NOW, why: Why = Why.CHANGED
) -> Backup:
    """Make a backup of an open library."""
    return backups.make(library.backup_to, of=library.path, folder=folder, why=why, now=now)


def rows(path: Path) -> object:
    """Return what a library holds for its reader."""
    with Library.open(path, read_only=True) as library:
        return dump(library, TABLES)


def test_backups_are_listed_the_newest_first(path: Path, folder: Path) -> None:
    """A backup's name tells when and why; other files in the folder are passed over."""
    with Library.open(path) as library:
        first = back_up(library, folder)
        second = back_up(library, folder, now=NOW + dt.timedelta(hours=1), why=Why.ASKED)
    (folder / "notes.variorum").write_text("not ours")

    assert backups.backups(folder) == [second, first]
    contents = backups.contents(first)
    assert contents is not None
    assert (contents.articles, contents.marks) == (1, 0)


def test_only_what_changed_is_backed_up(path: Path, folder: Path) -> None:
    """A library is backed up again exactly when something was done to it."""
    with Library.open(path) as library:
        assert backups.changed_since(folder, library.reader)
        back_up(library, folder)
        assert not backups.changed_since(folder, library.reader)
        bring_in(library, read("The strike is over."))
        assert backups.changed_since(folder, library.reader)


def test_an_empty_library_needs_no_backup(tmp_path: Path, folder: Path) -> None:
    """A library in which nothing was done is not copied."""
    with Library.open(tmp_path / "new.variorum", create=True) as library:
        assert not backups.changed_since(folder, library.reader)


def test_thinning_spares_what_was_asked_for(path: Path, folder: Path) -> None:
    """Of many backups of one hour three stay; one that a person asked for is never thinned."""
    with Library.open(path) as library:
        asked = back_up(library, folder, why=Why.ASKED)
        later = [back_up(library, folder, now=NOW + dt.timedelta(minutes=n)) for n in range(1, 7)]

    assert backups.backups(folder) == [*reversed(later[-3:]), asked]


def test_a_clock_that_went_back_costs_no_new_backup(path: Path, folder: Path) -> None:
    """The backup just made stays, even when its moment is older than all others."""
    with Library.open(path) as library:
        for day in range(40):
            back_up(library, folder, now=NOW + dt.timedelta(days=day))
        made = back_up(library, folder, now=NOW - dt.timedelta(days=4000))

    assert made in backups.backups(folder)


def test_an_unsound_library_replaces_no_backup(path: Path, folder: Path) -> None:
    """A copy whose words are not as they were saved is thrown away, and none is thinned."""
    with Library.open(path) as library:
        me = annotator(library)
        place = OnArticle(next(iter(library.reader.rows("SELECT id FROM articles")))[0])
        library.run(Command.ADD_NOTE, lambda db: add_note(db, on=place, text="Ask.", annotator=me))
        good = back_up(library, folder)
        library.run(Command.HOUSEKEEPING, lambda db: db.write("UPDATE notes SET text_sha256 = 'x'"))
        with pytest.raises(LibraryDamaged):
            back_up(library, folder, now=NOW + dt.timedelta(hours=1))

    assert backups.backups(folder) == [good]
    assert [file.name for file in folder.iterdir() if file.suffix == ".part"] == []


def test_backups_of_a_lost_library_are_found_by_its_place(path: Path, tmp_path: Path) -> None:
    """When a library cannot be read, its place leads to its backups."""
    root = tmp_path / "backups"
    with Library.open(path) as library:
        folder = backups.folder_of(root, library.identity or "")
        back_up(library, folder)

    assert backups.folder_of_place(root, path) == folder
    assert backups.folder_of_place(root, tmp_path / "other.variorum") is None


def test_a_copied_file_is_told_from_a_moved_one(path: Path, tmp_path: Path) -> None:
    """A copy beside the original is known as one; a library that moved keeps its backups."""
    root, other = tmp_path / "backups", tmp_path / "copy.variorum"
    with Library.open(path) as library:
        name = library.identity or ""
        back_up(library, backups.folder_of(root, name))
    other.write_bytes(path.read_bytes())

    assert backups.is_copied(root, other, name)
    path.unlink()
    assert not backups.is_copied(root, other, name)


def test_a_copy_made_anew_is_a_library_of_its_own(path: Path, tmp_path: Path) -> None:
    """A copy to work on has another identity; a backup keeps that of its library."""
    with Library.open(path) as library:
        library.backup_to(tmp_path / "same.variorum")
        library.backup_to(tmp_path / "anew.variorum", anew=True)
        own = library.identity
    names: list[str | None] = []
    for file in ("same", "anew"):
        with closing(connect_reading(tmp_path / f"{file}.variorum")) as db:
            names.append(identity.identity(db))

    assert names[0] == own
    assert names[1] not in {None, own}


# --- restoring ---------------------------------------------------------------------------------


def test_what_was_there_becomes_a_backup(path: Path, folder: Path) -> None:
    """After a restore the library is as it was, and what it was in between can be restored too."""
    with Library.open(path) as library:
        before = back_up(library, folder)
        bring_in(library, read("The strike is over."))
    changed = rows(path)

    done = restore(path, before.path, folder=folder, now=NOW + dt.timedelta(hours=1))

    assert rows(path) == rows(before.path)
    assert done.before is not None
    assert rows(done.before) == changed
    restore(path, done.before, folder=folder, now=NOW + dt.timedelta(hours=2))
    assert rows(path) == changed


def test_a_damaged_library_is_laid_aside(path: Path, folder: Path) -> None:
    """What cannot be read any more is kept as it is, beside the library that took its place."""
    with Library.open(path) as library:
        good = back_up(library, folder)
    data = bytearray(path.read_bytes())
    data[PAGE_SIZE : 6 * PAGE_SIZE] = bytes(5 * PAGE_SIZE)
    path.write_bytes(data)

    done = restore(path, good.path, folder=folder, now=NOW)

    assert done.was_damaged
    assert done.before is not None
    assert done.before.read_bytes() == bytes(data)
    with Library.open(path) as library:
        assert check(library).is_sound


@pytest.mark.parametrize("size", [0, 1, 100, 5000])
def test_a_file_cut_short_is_replaced(path: Path, folder: Path, size: int) -> None:
    """Whatever is left of a library, a backup can take its place."""
    with Library.open(path) as library:
        good = back_up(library, folder)
    os.truncate(path, size)

    done = restore(path, good.path, folder=folder, now=NOW)

    assert done.before is not None
    assert rows(path) == rows(good.path)


def test_a_deleted_library_is_restored(path: Path, folder: Path) -> None:
    """Where there is no file any more, the backup is put all the same."""
    with Library.open(path) as library:
        good = back_up(library, folder)
    path.unlink()

    assert restore(path, good.path, folder=folder, now=NOW).before is None
    assert rows(path) == rows(good.path)


def test_an_open_library_is_not_replaced(path: Path, folder: Path) -> None:
    """While a window has the library nothing is restored, and nothing changes."""
    with Library.open(path) as library:
        good = back_up(library, folder)
        with pytest.raises(LibraryLocked):
            restore(path, good.path, folder=folder, now=NOW)
        assert story_count(library.reader) == 1


def test_a_damaged_backup_is_not_restored(path: Path, folder: Path) -> None:
    """A backup that is not whole takes no library's place."""
    with Library.open(path) as library:
        bad = back_up(library, folder)
    os.truncate(bad.path, bad.path.stat().st_size // 2)
    before = rows(path)

    with pytest.raises(LibraryDamaged):
        restore(path, bad.path, folder=folder, now=NOW)

    assert rows(path) == before
    left = {file.name for file in path.parent.iterdir() if not file.name.endswith(("-wal", "-shm"))}
    assert left == {"desk.variorum", "backups"}
