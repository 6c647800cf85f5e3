"""Copies of a library that were read and found sound before they got their name."""

import os
from pathlib import Path

from variorum.errors import LibraryDamaged
from variorum.library.connection import connect_reading, readable_errors


def backup_file(library: Path, to: Path) -> None:
    """Copy a library, open or not, to another file; a file already there is replaced.

    The copy gets its name only when it is on the disk and has passed the integrity check.
    """
    unfinished = to.with_name(f".{to.name}.{os.getpid()}.part")
    unfinished.unlink(missing_ok=True)
    try:
        source = connect_reading(library)
        try:
            # It writes another file only, which a query-only connection may not do either.
            source.do("PRAGMA query_only = OFF")
            with readable_errors():
                source.conn.execute("VACUUM INTO ?", (str(unfinished),))
        finally:
            source.close()
        _sync(unfinished)
        _prove(unfinished)
        unfinished.replace(to)
    finally:
        unfinished.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    # The copy is not open in SQLite yet, so that a plain handle does no harm.
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _prove(path: Path) -> None:
    copy = connect_reading(path)
    try:
        if copy.value("PRAGMA integrity_check(1)") != "ok":
            raise LibraryDamaged(
                "The copy of the library is not sound, and was thrown away.",
                hint="See that the disk is healthy; make the backup on another one.",
            )
    finally:
        copy.close()
