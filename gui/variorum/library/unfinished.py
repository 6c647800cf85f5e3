"""How far an import has come, kept with what it saved, so that it can go on where it was cut off."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from variorum.library.connection import Db
from variorum.library.ids import ImportId


class Ended(StrEnum):
    """Say how an import that did not come to its end was left."""

    RUNNING = "running"
    """It runs, or the program was ended while it ran."""
    STOPPED = "stopped"
    """The reader stopped it."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """Hold an import that did not come to its end."""

    id: ImportId
    ended: Ended
    paths: tuple[str, ...]
    columns: str
    """How the rows of corpora are read, as JSON."""
    articles: int
    """What it brought so far and is still here."""


@dataclass(frozen=True, slots=True)
class FileProgress:
    """Say how far a file was read."""

    path: str
    stamp: str
    """Its size and the moment of its last change."""
    articles: int
    done: bool


def begin(db: Db, import_id: ImportId, *, paths: Sequence[str], columns: str) -> None:
    """Keep that an import runs; one that was stopped before is given up."""
    db.write("DELETE FROM unfinished_imports WHERE state = ?", (Ended.STOPPED,))
    db.write(
        "INSERT INTO unfinished_imports (import, state, paths, columns) VALUES (?, ?, ?, ?)",
        (import_id, Ended.RUNNING, json.dumps(list(paths)), columns),
    )


def keep_progress(db: Db, import_id: ImportId, files: Iterable[FileProgress]) -> None:
    """Keep how far some files were read, in the transaction that saves what was read of them."""
    db.write_many(
        "INSERT OR REPLACE INTO imported_files (import, path, stamp, articles, done)"
        " VALUES (?, ?, ?, ?, ?)",
        ((import_id, file.path, file.stamp, file.articles, file.done) for file in files),
    )


def leave(db: Db, import_id: ImportId, ended: Ended) -> None:
    """Keep how an import was left."""
    db.write("UPDATE unfinished_imports SET state = ? WHERE import = ?", (ended, import_id))


def forget(db: Db, import_id: ImportId) -> None:
    """Forget how far an import came: it is done, or not wanted any more."""
    db.write("DELETE FROM unfinished_imports WHERE import = ?", (import_id,))


def unfinished(db: Db) -> list[Unfinished]:
    """Return the imports that did not come to their end, the last first."""
    rows = db.rows(
        """
        SELECT import, state, paths, columns,
               (SELECT count(*) FROM articles a WHERE a.import = u.import AND a.binned IS NULL)
        FROM unfinished_imports u ORDER BY import DESC
        """
    )
    return [
        Unfinished(ImportId(number), Ended(state), tuple(json.loads(paths)), columns, articles)
        for number, state, paths, columns, articles in rows
    ]


def progress(db: Db, import_id: ImportId) -> dict[str, FileProgress]:
    """Return how far each file of an import was read, by its path."""
    rows = db.rows(
        "SELECT path, stamp, articles, done FROM imported_files WHERE import = ?", (import_id,)
    )
    return {path: FileProgress(path, stamp, count, bool(done)) for path, stamp, count, done in rows}
