"""Interrupt what changes a whole library, at every statement and at random moments.

    python tests/crash/interrupted.py --kills 100

A migration is made to fail, and is killed, at each of its statements; backups, restores and
the making of a first library are killed at random moments. Afterwards the library must be
sound and as it was before or as it was to be, and every backup that has its name whole.
"""

import argparse
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database, Migrations

import variorum
from variorum.app.backups import now
from variorum.errors import LibraryError
from variorum.library import articles
from variorum.library.commands import Command
from variorum.library.connection import Db, connect_reading
from variorum.library.library import Library
from variorum.library.opening import Schema, open_writer
from variorum.library.safety import backups
from variorum.library.safety.backups import Why
from variorum.library.safety.proofs import findings
from variorum.library.safety.restoring import restore
from variorum.library.schema.migrations import VERSION, migrations
from variorum.text import Article, Imported, Passage, PassageKind, Span

NEVER = 10**9


@dataclass
class Figures:
    """Count what happened."""

    interrupted: int = 0
    unharmed: int = 0
    """How often the work was done before the kill came."""
    wrong: list[str] = field(default_factory=list[str])
    slowest_opening: float = 0.0

    def __str__(self) -> str:
        return (
            f"interrupted {self.interrupted}, done before {self.unharmed},"
            f" wrong {len(self.wrong)}, slowest opening {self.slowest_opening * 1000:.0f} ms"
        )


def fill(library: Library, count: int, *, word: str = "ferry") -> None:
    """Bring some articles in."""

    def deed(db: Db) -> None:
        import_id = articles.begin_import(db)
        for number in range(count):
            text = f"The {word} {number} is late. " * 40
            whole = Span(0, len(text))
            read = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),))
            imported = Imported(read, f"{word} {number}", text.encode(), "utf-8", "plain")
            articles.add_article(db, imported, import_id=import_id)

    library.run(Command.IMPORT, deed)


def texts(path: Path) -> list[tuple[object, ...]]:
    """Return the words of a library, found sound; whoever left a lock or log is gone."""
    with Library.open(path) as library:
        found = findings(library.reader)
        if found:
            raise AssertionError(f"{path.name} is not sound: {found[:3]}")
        return library.reader.rows("SELECT text FROM texts ORDER BY article")


# --- a migration, at every statement -------------------------------------------------------------


def next_schema(at: int, fault: Callable[[Db], None]) -> tuple[Schema, list[str]]:
    """Return a schema one step ahead that meets a fault at one of its statements.

    The list gathers the statements as they run.
    """
    steps = Migrations("variorum")
    seen: list[str] = []
    with closing(Db(memory=True, execute_plugins=False)) as empty:
        for known in migrations.pending(empty):
            steps(name=known.name)(known.fn)

    @steps(name="9999_next")
    def next_step(db: Database) -> None:
        def watch(statement: str) -> None:
            seen.append(statement)
            if len(seen) == at:
                fault(db)  # pyright: ignore[reportArgumentType] # it is our Db

        db.conn.set_trace_callback(watch)
        db.conn.execute("ALTER TABLE stories ADD COLUMN colour TEXT")
        db.conn.execute("CREATE TABLE shelves (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT")
        db.conn.execute(
            "INSERT INTO shelves SELECT id, text FROM texts JOIN articles ON id = article"
        )
        db.conn.execute("UPDATE stories SET colour = 'amber'")
        db.conn.execute("DROP TABLE collations")
        db.conn.execute("CREATE INDEX shelves_by_name ON shelves (name)")

    assert next_step
    return Schema(steps, VERSION + 1), seen


def fail(db: Db) -> None:
    """Let the statement that runs now fail."""
    db.conn.set_progress_handler(lambda: 1, 1)


def kill(_: Db) -> None:
    """End this process as a power cut would end it."""
    os.kill(os.getpid(), signal.SIGKILL)


def statements(folder: Path) -> int:
    """Count the statements of the migration."""
    path = made(folder / "counted.variorum", 3)
    schema, seen = next_schema(NEVER, fail)
    open_writer(path, create=False, schema=schema).close()
    return len(seen)


def made(path: Path, count: int) -> Path:
    """Make a library of some articles."""
    path.unlink(missing_ok=True)
    with Library.open(path, create=True) as library:
        fill(library, count)
    return path


def migration_failing(folder: Path, at: int, figures: Figures) -> None:
    """Let a statement of a migration fail; until it is committed, nothing has happened."""
    path = made(folder / "failing.variorum", 3)
    before = texts(path)
    schema, seen = next_schema(at, fail)
    try:
        open_writer(path, create=False, schema=schema).close()
    except (sqlite3.Error, LibraryError):
        figures.interrupted += 1
    else:
        figures.unharmed += 1
    if "COMMIT" in seen[:at]:
        _compare_with(path, before, f"failing at {at}", figures)
    elif texts(path) != before:
        figures.wrong.append(f"failing at {at}")


def migration_killed(folder: Path, at: int, figures: Figures) -> None:
    """Kill a migration at a statement; it did not happen, or it did as a whole."""
    path = made(folder / "killed.variorum", 3)
    before = texts(path)
    with child("migrate", path, str(at)) as worker:
        ended = worker.wait()
    figures.interrupted += ended == -signal.SIGKILL
    figures.unharmed += ended == 0
    _compare_with(path, before, f"killed at {at}", figures)


def _compare_with(path: Path, before: object, title: str, figures: Figures) -> None:
    """Open a library with the program of after; it holds what it held."""
    schema, _ = next_schema(NEVER, kill)
    began = time.perf_counter()
    with closing(open_writer(path, create=False, schema=schema)) as db:
        figures.slowest_opening = max(figures.slowest_opening, time.perf_counter() - began)
        if db.rows("SELECT text FROM texts ORDER BY article") != before or findings(db):
            figures.wrong.append(title)


# --- backups, restores, a first start, at random moments ------------------------------------------


def backup_killed(folder: Path, chance: random.Random, figures: Figures) -> None:
    """Kill a process that makes backups; each that has its name is whole."""
    path = folder / "backed.variorum"
    if not path.exists():
        made(path, 200)
    _kill_at_random(child("backup", path, str(folder / "kept")), chance, figures, longest=0.12)
    expected = texts(path)
    for one in backups.backups(folder / "kept"):
        with closing(connect_reading(one.path, frozen=True)) as db:
            if findings(db) or db.rows("SELECT text FROM texts ORDER BY article") != expected:
                figures.wrong.append(f"backup {one.path.name}")


def restore_killed(folder: Path, chance: random.Random, figures: Figures) -> None:
    """Kill a process that restores; the library is as before or as the backup, and opens."""
    path, other = folder / "restored.variorum", folder / "other.variorum"
    if not path.exists():
        made(path, 200)
        made(other, 100)
        with Library.open(other) as library:
            fill(library, 100, word="train")
    allowed = [texts(path), texts(other)]
    _kill_at_random(
        child("restore", path, str(other), str(folder / "before")), chance, figures, longest=0.5
    )
    if not path.exists():
        figures.wrong.append("restore left nothing")
        return
    began = time.perf_counter()
    now_there = texts(path)
    figures.slowest_opening = max(figures.slowest_opening, time.perf_counter() - began)
    if now_there not in allowed:
        figures.wrong.append("restore left neither")
    for stray in folder.glob("*.damaged-*"):
        figures.wrong.append(f"laid aside for nothing: {stray.name}")


def first_start_killed(folder: Path, chance: random.Random, figures: Figures) -> None:
    """Kill a process that makes a library; the next start has one all the same."""
    path = folder / "first.variorum"
    for left in folder.glob("*first.variorum*"):
        left.unlink()
    _kill_at_random(child("first", path), chance, figures, longest=0.08)
    with Library.open(path, create=True) as library:
        fill(library, 1)
    if len(texts(path)) != 1:
        figures.wrong.append("first start")


def _kill_at_random(
    worker: subprocess.Popen[str], chance: random.Random, figures: Figures, *, longest: float
) -> None:
    with worker:
        assert worker.stdout is not None
        worker.stdout.readline()
        time.sleep(chance.random() * longest)
        worker.kill()
    figures.interrupted += worker.returncode == -signal.SIGKILL
    figures.unharmed += worker.returncode == 0


# --- the children ------------------------------------------------------------------------------------


def child(work: str, *arguments: object) -> subprocess.Popen[str]:
    """Start this script as a child that does some work."""
    home = str(Path(variorum.__file__).parents[1])
    command = [sys.executable, __file__, "--child", work, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": home}
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env)


def _child(work: str, *arguments: str) -> None:
    print("ready", flush=True)  # noqa: T201 - the parent waits for it
    path = Path(arguments[0])
    match work:
        case "migrate":
            schema, _ = next_schema(int(arguments[1]), kill)
            open_writer(path, create=False, schema=schema).close()
        case "backup":
            with Library.open(path) as library:
                while True:
                    backups.make(
                        library.backup_to,
                        of=path,
                        folder=Path(arguments[1]),
                        why=Why.CHANGED,
                        now=now(),
                    )
        case "restore":
            restore(path, Path(arguments[1]), folder=Path(arguments[2]), now=now())
        case _:
            with Library.open(path, create=True):
                pass


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        _child(*given.child)
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder, chance = Path(name), random.Random(given.seed)
        count = statements(folder)
        for title, run in (
            ("migration failing", migration_failing),
            ("migration killed", migration_killed),
        ):
            figures = Figures()
            for at in range(1, count + 1):
                run(folder, at, figures)
            wrong += _print(f"{title} at each of {count} statements", figures)
        for title, run in (
            ("backup killed", backup_killed),
            ("restore killed", restore_killed),
            ("first start killed", first_start_killed),
        ):
            figures = Figures()
            for _ in range(given.kills):
                run(folder, chance, figures)
            wrong += _print(title, figures)
    return 1 if wrong else 0


def _print(title: str, figures: Figures) -> int:
    print(f"{title}: {figures}")  # noqa: T201 - a script prints
    for line in figures.wrong:
        print("  ", line)  # noqa: T201 - a script prints
    return len(figures.wrong)


if __name__ == "__main__":
    sys.exit(main())
