"""Which folders a library watches, and which of their files were read."""

import json
from collections.abc import Mapping, Sequence

from variorum.library.connection import Db
from variorum.library.keeping import set_setting, setting

_NAME = "watched folders"


def folders(db: Db) -> list[str]:
    """Return the folders that are watched, in the order in which they were chosen."""
    return json.loads(setting(db, _NAME) or "[]")


def watch(db: Db, folder: str) -> None:
    """Watch a folder; for `Command.HOUSEKEEPING`."""
    _keep(db, [*(each for each in folders(db) if each != folder), folder])


def stop_watching(db: Db, folder: str) -> None:
    """Watch a folder no more, and forget which of its files were read."""
    _keep(db, [each for each in folders(db) if each != folder])
    inside = folder.rstrip("/\\")
    db.write(
        "DELETE FROM watched_files WHERE substr(path, 1, ?) IN (?, ?)",
        (len(inside) + 1, f"{inside}/", f"{inside}\\"),
    )


def _keep(db: Db, named: Sequence[str]) -> None:
    set_setting(db, name=_NAME, value=json.dumps(list(named), ensure_ascii=False))


def read_files(db: Db) -> dict[str, str]:
    """Return the files that were read, with their size and the moment of their change then."""
    return dict(db.rows("SELECT path, stamp FROM watched_files"))


def remember(db: Db, files: Mapping[str, str]) -> None:
    """Remember files that were read, or cannot be read, with size and moment of change."""
    db.write_many("INSERT OR REPLACE INTO watched_files (path, stamp) VALUES (?, ?)", files.items())
