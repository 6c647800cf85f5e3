"""Copies of a library that were read and found sound before they got their name."""

import os
from contextlib import closing
from pathlib import Path

from variorum.errors import LibraryDamaged, LibraryMissing
from variorum.library.connection import Db, connect_reading, connect_writing, readable_errors
from variorum.library.identity import renew
from variorum.library.safety.proofs import findings
from variorum.progress import Tick, no_tick


def backup_file(library: Path, to: Path, *, tick: Tick = no_tick) -> None:
    """Copy a library, open or not, to another file; a file already there is replaced.

    The copy gets its name only when it is on the disk and all of it has been read and proved.
    """
    with closing(connect_reading(library)) as source:
        # It writes another file only, which a query-only connection may not do either.
        source.do("PRAGMA query_only = OFF")
        backup(source, to, tick=tick)


def backup(source: Db, to: Path, *, tick: Tick = no_tick, anew: bool = False) -> None:
    """Copy what a connection sees, as `backup_file` does.

    A copy made anew is a library of its own, with backups of its own.
    """
    if not to.parent.is_dir():
        raise LibraryMissing(
            "The folder for the copy is not there.", hint="Make it first, or choose another."
        )
    unfinished = to.with_name(f".{to.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with readable_errors():
            source.conn.execute("VACUUM INTO ?", (str(unfinished),))
        if anew:
            _make_its_own(unfinished)
        _sync(unfinished)
        _prove(unfinished, tick)
        unfinished.replace(to)
        sync_folder(to.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _make_its_own(path: Path) -> None:
    with closing(connect_writing(path)) as copy, copy.transaction():
        renew(copy)


def _sync(path: Path) -> None:
    # The copy is not open in SQLite, so that a plain handle does no harm.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """See that a name given in a folder is on the disk; not every system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _prove(path: Path, tick: Tick) -> None:
    with closing(connect_reading(path, frozen=True)) as copy:
        found = findings(copy, tick=tick)
    if found:
        raise LibraryDamaged(
            "The library or its copy is not sound; the copy was thrown away.",
            hint="Check the library; restore a backup if it is damaged.",
        )
