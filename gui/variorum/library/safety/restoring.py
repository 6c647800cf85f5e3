"""Put a backup in the place of a library, so that a crash at any moment leaves one of them."""

import datetime as dt
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from variorum.errors import LibraryDamaged, LibraryLocked, LibraryTooNew
from variorum.library.connection import Db
from variorum.library.locking import LockFile
from variorum.library.opening import open_writer
from variorum.library.safety import backups
from variorum.library.safety.backup import backup, backup_file, sync_folder
from variorum.library.safety.backups import Backup, Why
from variorum.progress import Tick, no_tick

_LOGS = ("-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """Say where the library is that the restored one took the place of."""

    before: Path | None
    """None when there was no library in this place any more."""
    was_damaged: bool = False


def restore(
    library: Path, chosen: Path, *, folder: Path, now: dt.datetime, tick: Tick = no_tick
) -> Restored:
    """Let a closed library be as in a backup; what it is now is kept first.

    A sound library becomes a backup in the folder; a damaged one is laid aside beside itself,
    as it is. Raises a `LibraryError` and changes nothing when the library is in use, or the
    backup is not sound.
    """
    library = library.absolute()
    lock = LockFile(library)
    lock.acquire()
    fresh = library.with_name(f".{library.name}.{os.getpid()}.restored")
    try:
        # It is copied, not moved: the backup stays, and the copy is proved whole.
        backup_file(chosen, fresh, tick=tick)
        with closing(open_writer(fresh, create=False)) as db:
            _give_up_log(db)
        kept = _keep_present(library, folder, now)
        fresh.replace(library)
        sync_folder(library.parent)
    finally:
        for path in (fresh, *_logs(fresh)):
            path.unlink(missing_ok=True)
        lock.release()
    return kept


def _keep_present(library: Path, folder: Path, now: dt.datetime) -> Restored:
    if not library.exists():
        _put_away_logs(library, library.with_name(_aside(library, now)))
        return Restored(None)
    try:
        return Restored(_back_up_present(library, folder, now).path)
    except (LibraryDamaged, LibraryTooNew, sqlite3.DatabaseError):
        # A flipped bit may look like another version, or like a mistake of ours.
        return Restored(_lay_aside(library, now), was_damaged=True)


def _back_up_present(library: Path, folder: Path, now: dt.datetime) -> Backup:
    with closing(open_writer(library, create=False)) as db:
        one = backups.make(
            lambda to: backup(db, to), of=library, folder=folder, why=Why.RESTORE, now=now
        )
        _give_up_log(db)
    return one


def _give_up_log(db: Db) -> None:
    """Leave a file without a log: one beside another file would be replayed into that."""
    if db.value("PRAGMA journal_mode = DELETE") != "delete":
        raise LibraryLocked(
            "Another program is using this library.",
            hint="Close the other program, then try again.",
        )


def _lay_aside(library: Path, now: dt.datetime) -> Path:
    """Keep a damaged library under another name, its log with it."""
    aside = library.with_name(_aside(library, now))
    try:
        # A second name first: at no moment is there no library in the place.
        aside.hardlink_to(library)
    except OSError:
        library.replace(aside)
    _put_away_logs(library, aside)
    return aside


def _aside(library: Path, now: dt.datetime) -> str:
    stamp = now.astimezone(dt.UTC).strftime("%Y%m%d-%H%M%S")
    return f"{library.stem}.damaged-{stamp}{library.suffix}"


def _put_away_logs(library: Path, aside: Path) -> None:
    for log, name in zip(_logs(library), _logs(aside), strict=True):
        if log.exists():
            log.replace(name)


def _logs(library: Path) -> list[Path]:
    return [library.with_name(library.name + end) for end in _LOGS]
