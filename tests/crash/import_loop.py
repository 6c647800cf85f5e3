"""Kill an import again and again, let it go on, and see that it ends as if nothing had happened.

    python tests/crash/import_loop.py --kills 50

The command `variorum import` brings a corpus and a folder of files into a library. It is killed
with SIGKILL at a random moment, most often while a batch of articles is read and saved, up to three
times one after the other; each time the library
must be sound, and hold nothing twice. Then it is let run to its end: the texts, the stories and
what is asked of a person must be those of an import that nobody interrupted.
"""

import argparse
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import variorum
from variorum.errors import LibraryError
from variorum.intake.saving import BATCH
from variorum.library.connection import Db, connect_reading
from variorum.library.library import Library
from variorum.library.safety.proofs import findings
from variorum.library.suggestions import suggestions
from variorum.library.unfinished import unfinished

ROWS = 580
FILES = 120
WHOLE = ROWS + FILES
MOST_KILLS = 3
"""Kills that one import lives through before it is let run to its end."""
EARLY = 0.2
"""Share of the kills that come at any moment, the start of the program among them."""

State = tuple[object, ...]


@dataclass
class Figures:
    """Count what happened."""

    kills: int = 0
    half_way: int = 0
    """Kills that found some articles saved, and not all."""
    untouched: int = 0
    """Kills before the first article was saved."""
    late: int = 0
    """Kills that found all articles saved."""
    imports: int = 0
    unsound: list[str] = field(default_factory=list[str])
    other_ends: list[str] = field(default_factory=list[str])
    slowest_opening: float = 0.0

    def __str__(self) -> str:
        return (
            f"imports {self.imports}, kills {self.kills} ({self.half_way} half-way,"
            f" {self.untouched} before the first article, {self.late} too late), unsound {len(self.unsound)},"
            f" other ends {len(self.other_ends)},"
            f" slowest opening with check {self.slowest_opening * 1000:.0f} ms"
        )


# --- what is imported -----------------------------------------------------------------------------


def story(number: int, *, sentences: int = 14) -> list[str]:
    """Return the sentences of a story that shares three words in a row with no other."""
    return [
        f"Captain{number}q{n} of quay{number}q{n} told harbour{number}q{n} that boat{number}q{n}"
        f" would leave pier{number}q{n} before dusk{number}q{n}."
        for n in range(sentences)
    ]


def lay_out(folder: Path) -> list[Path]:
    """Write a corpus and a folder of files; a third of the files are versions of the corpus's rows."""
    corpus, files = folder / "corpus.jsonl", folder / "files"
    files.mkdir()
    with corpus.open("w", encoding="utf-8") as out:
        for number in range(ROWS):
            # Two papers print each fourth story.
            text = " ".join(story(number - number % 4 if number % 4 == 1 else number))
            row = {"title": f"Boat {number}", "source": f"Paper {number}", "text": text}
            out.write(json.dumps(row) + "\n")
    for number in range(FILES):
        text = story(number if number % 3 == 0 else ROWS + number)[: 8 + number % 6]
        (files / f"{number:04}.txt").write_text("\n\n".join(text), encoding="utf-8")
    return [corpus, files]


# --- an import and its end ------------------------------------------------------------------------


def begin(library: Path, paths: list[Path]) -> subprocess.Popen[bytes]:
    """Start an import on the command line."""
    home = str(Path(variorum.__file__).parents[1])
    command = [sys.executable, "-m", "variorum", "import", *map(str, paths)]
    return subprocess.Popen(
        [*command, "--library", str(library)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": home},
    )


@dataclass(frozen=True)
class Pace:
    """Hold how fast an import goes on this machine, in seconds."""

    whole: float
    batch: float
    """From one batch of articles to the next."""


def finish(library: Path, paths: list[Path]) -> None:
    """Let an import run to its end."""
    if begin(library, paths).wait():
        raise RuntimeError("the import failed")


def measure(library: Path, paths: list[Path]) -> Pace:
    """Let an import run to its end; return how long it took."""
    began = time.perf_counter()
    with begin(library, paths) as process:
        wait_for(library, process, 0)
        first = time.perf_counter()
        wait_for(library, process, WHOLE - 1)
        last = time.perf_counter()
        if process.wait():
            raise RuntimeError("the import failed")
    return Pace(time.perf_counter() - began, (last - first) * BATCH / (WHOLE - BATCH))


def state(db: Db) -> State:
    """Return what an import came to: texts, stories, questions; numbers and moments aside."""
    rows = db.rows(
        "SELECT a.id, m.story, a.origin || ' ' || a.file_index, a.text_sha256, t.text"
        " FROM articles a JOIN members m ON m.article = a.id JOIN texts t ON t.article = a.id"
    )
    names = {number: name for number, _, name, *_ in rows}
    members: dict[int, set[str]] = {}
    for _, in_story, name, *_ in rows:
        members.setdefault(in_story, set()).add(name)
    asked = {frozenset({names[one.article], names[one.other]}) for one in suggestions(db)}
    texts = sorted(row[2:] for row in rows)
    return texts, sorted(map(sorted, members.values())), sorted(map(sorted, asked))


def wait_for(library: Path, process: subprocess.Popen[bytes], count: int) -> None:
    """Wait until an import has saved more articles than so many, or has ended."""
    while process.poll() is None:
        # At first there is no library, or no table in it.
        with suppress(LibraryError, sqlite3.Error), closing(connect_reading(library)) as db:
            while process.poll() is None and _count(db) <= count:
                time.sleep(0.001)
            return
        time.sleep(0.001)


def saved(library: Path) -> int:
    """Return how many articles are in a library."""
    with suppress(LibraryError, sqlite3.Error), closing(connect_reading(library)) as db:
        return _count(db)
    return 0


def _count(db: Db) -> int:
    return db.value("SELECT count(*) FROM articles")


def look(library: Path, figures: Figures, *, when: str) -> None:
    """Open a library after a kill: it is sound, and nothing in it stands twice.

    The kill may have come while it was made: then it is made now.
    """
    began = time.perf_counter()
    with Library.open(library, create=True) as opened:
        db = opened.reader
        figures.unsound += [f"{when}: {finding}" for finding in findings(db)]
        figures.slowest_opening = max(figures.slowest_opening, time.perf_counter() - began)
        count = _count(db)
        if db.row("SELECT 1 FROM articles GROUP BY origin, file_index HAVING count(*) > 1"):
            figures.unsound.append(f"{when}: an article stands twice")
    figures.half_way += 0 < count < WHOLE
    figures.untouched += count == 0
    figures.late += count == WHOLE


def interrupt(
    folder: Path, paths: list[Path], figures: Figures, *, expected: State, pace: Pace, seed: int
) -> None:
    """Kill one import some times, let it run to its end, and compare."""
    chance, library = random.Random(seed), folder / f"{seed}.variorum"
    for number in range(chance.randint(1, MOST_KILLS)):
        there = saved(library)
        with begin(library, paths) as process:
            if chance.random() < EARLY:
                time.sleep(chance.random() * pace.whole)
            else:
                # While one of the batches that are left is read and saved.
                wait_for(library, process, there + chance.randrange(max(1, WHOLE - there - BATCH)))
                time.sleep(chance.random() * pace.batch)
            process.kill()
        figures.kills += 1
        look(library, figures, when=f"seed {seed}, kill {number + 1}")
    finish(library, paths)
    figures.imports += 1
    with Library.open(library) as opened:
        figures.unsound += [f"seed {seed}, at the end: {each}" for each in findings(opened.reader)]
        if state(opened.reader) != expected or unfinished(opened.reader):
            figures.other_ends.append(f"seed {seed}")
    library.unlink()


def run(kills: int, *, folder: Path, seed: int) -> Figures:
    """Kill as often as asked; return the figures."""
    figures, paths = Figures(), lay_out(folder)
    whole = folder / "whole.variorum"
    pace = measure(whole, paths)
    with Library.open(whole) as library:
        expected = state(library.reader)
    while figures.kills < kills:
        interrupt(folder, paths, figures, expected=expected, pace=pace, seed=seed + figures.kills)
    return figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(given.kills, folder=Path(folder), seed=given.seed)
    print(f"{figures} (seed {given.seed})")  # noqa: T201 - a script prints
    for line in (*figures.unsound, *figures.other_ends):
        print("  ", line)  # noqa: T201 - a script prints
    return 1 if figures.unsound or figures.other_ends else 0


if __name__ == "__main__":
    sys.exit(main())
