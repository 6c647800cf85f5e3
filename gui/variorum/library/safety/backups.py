"""The backups of a library: made, listed, thinned, found again.

They lie in a folder of their own for each library, named by its identity, below a folder that
the caller chooses; never beside the library, where a broken disk or a careless hand would
take both. A file's name tells when and why it was made, in UTC.
"""

import datetime as dt
import json
import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from variorum.errors import LibraryError
from variorum.library.connection import Db, connect_reading
from variorum.library.identity import identity
from variorum.library.safety.thinning import kept

_STAMP = "%Y%m%d-%H%M%S-%f"
_NAMED = re.compile(r"(\d{8}-\d{6}-\d{6})-([a-z]+)\.variorum")
_CARD = "library.json"
"""Beside the backups: where the library lay, so that they are found when it is damaged."""


class Why(StrEnum):
    """Name why a backup was made."""

    CHANGED = "changed"
    """The library was opened or used, and had changed since the last one."""
    ASKED = "asked"
    """The reader asked for it; these are never thinned."""
    RESTORE = "restore"
    """It holds what a restored backup took the place of."""
    BIN = "bin"
    """The bin was about to be emptied."""


@dataclass(frozen=True, slots=True)
class Backup:
    """Hold one backup: a whole library in a file."""

    path: Path
    made: dt.datetime
    why: Why


@dataclass(frozen=True, slots=True)
class Contents:
    """Say how much is in a backup."""

    size: int
    """In bytes."""
    articles: int
    marks: int
    """Highlights and notes."""


def folder_of(root: Path, library: str) -> Path:
    """Return the folder in which the backups of a library lie, by its identity."""
    return root / re.sub(r"[^0-9a-zA-Z-]", "_", library)


def backups(folder: Path) -> list[Backup]:
    """Return the backups in a folder, the newest first; other files are passed over."""
    found = [
        Backup(path, _moment(named[1]), Why(named[2]))
        for path in folder.glob("*.variorum")
        if (named := _NAMED.fullmatch(path.name)) and named[2] in set(Why)
    ]
    return sorted(found, key=lambda one: one.made, reverse=True)


def contents(one: Backup) -> Contents | None:
    """Look into a backup; None when it cannot be read."""
    try:
        with closing(connect_reading(one.path, frozen=True)) as db:
            return Contents(
                size=one.path.stat().st_size,
                articles=db.value("SELECT count(*) FROM articles WHERE binned IS NULL"),
                marks=db.value(
                    "SELECT (SELECT count(*) FROM highlights) + (SELECT count(*) FROM notes)"
                ),
            )
    except (LibraryError, OSError):
        return None


def state(db: Db) -> str:
    """Return what is the same exactly as long as nothing was changed that a reader would miss."""
    return json.dumps(
        db.row(
            """
            SELECT (SELECT max(id) FROM commands), (SELECT total(undone) FROM commands),
                   (SELECT max(id) FROM imports), (SELECT max(id) FROM annotators),
                   (SELECT count(*) FROM articles), (SELECT max(changed) FROM drafts)
            """
        )
    )


def changed_since(folder: Path, db: Db) -> bool:
    """Tell whether a library holds anything that its newest backup does not."""
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return db.row("SELECT 1 FROM articles UNION ALL SELECT 1 FROM commands") is not None
    try:
        with closing(connect_reading(newest.path, frozen=True)) as copy:
            return state(copy) != state(db)
    except LibraryError:
        return True


def make(
    copy_to: Callable[[Path], None], *, of: Path, folder: Path, why: Why, now: dt.datetime
) -> Backup:
    """Let a backup of a library be written, proved whole, and thin those that are there.

    Raises a `LibraryError` when no sound copy could be made; then none is thinned either.
    """
    now = now.astimezone(dt.UTC)
    one = Backup(folder / f"{now.strftime(_STAMP)}-{why}.variorum", now, why)
    folder.mkdir(parents=True, exist_ok=True)
    _sweep(folder)
    copy_to(one.path)
    keep_card(folder, of)
    thin(folder, beside=one)
    return one


def thin(folder: Path, *, beside: Backup) -> None:
    """Delete the backups that the rule does not keep, never the one just made.

    A clock that went back would make a new backup the oldest of all.
    """
    regular = [one for one in backups(folder) if one.why is not Why.ASKED]
    wanted = kept([one.made for one in regular])
    for one in regular:
        if one.made not in wanted and one.path != beside.path:
            one.path.unlink(missing_ok=True)


def _moment(stamp: str) -> dt.datetime:
    return dt.datetime.strptime(stamp, _STAMP).replace(tzinfo=dt.UTC)


def _sweep(folder: Path) -> None:
    """Take away what an interrupted backup left."""
    for path in folder.glob(".*.part*"):
        path.unlink(missing_ok=True)


# --- whose they are -------------------------------------------------------------------------------


def keep_card(folder: Path, library: Path) -> None:
    """Write down where the library of a folder lies."""
    text = json.dumps({"library": str(library.absolute())})
    unfinished = folder / f".{_CARD}.{os.getpid()}.part"
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(folder / _CARD)


def place_on_card(folder: Path) -> Path | None:
    """Return where the library of a folder lay when it was last backed up."""
    try:
        return Path(json.loads((folder / _CARD).read_text(encoding="utf-8"))["library"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def folder_of_place(root: Path, library: Path) -> Path | None:
    """Find the backups of a library by its place, for one that cannot be read any more."""
    found = [folder for folder in _folders(root) if place_on_card(folder) == library.absolute()]
    return max(found, key=_newest, default=None)


def is_copied(root: Path, library: Path, name: str) -> bool:
    """Tell whether a library is a copy of another one that still lies in its own place.

    Somebody copied the file: both would put their backups into one folder.
    """
    other = place_on_card(folder_of(root, name))
    if other is None or other == library.absolute() or not other.is_file():
        return False
    try:
        if other.samefile(library):
            return False
        with closing(connect_reading(other)) as db:
            return identity(db) == name
    except (LibraryError, OSError):
        return False


def _folders(root: Path) -> Iterator[Path]:
    if root.is_dir():
        yield from (path for path in root.iterdir() if path.is_dir())


def _newest(folder: Path) -> dt.datetime:
    return next((one.made for one in backups(folder)), dt.datetime.min.replace(tzinfo=dt.UTC))
