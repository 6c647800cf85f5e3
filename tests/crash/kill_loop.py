"""Kill a process that works on a library, again and again, and see that nothing is lost.

    python tests/crash/kill_loop.py --kills 25

A child imports, highlights, notes, carries, reviews, merges, edits, deletes, undoes and redoes
with the library's own code, and tells each commit through a pipe with a digest of every row that it touched. It is
killed with SIGKILL at a random moment. Then the library is opened again: it must be sound,
and every row must be as the last acknowledgement says. Only the one deed that was under way
may have been saved without being told.
"""

import argparse
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import variorum
from variorum.annotations.values import Carried, CarriedStatus
from variorum.ids import ArticleId, CarryingId, CodeId, HighlightId, NoteId
from variorum.library import annotations, articles, carryings, codebook, stories
from variorum.library.annotators import ensure_annotator
from variorum.library.carryings import CarriedTo
from variorum.library.commands import ChangeSet, Command, Table
from variorum.library.connection import Db
from variorum.library.journal import key_of
from variorum.library.library import Library
from variorum.library.safety.integrity import check
from variorum.text import Article, Imported, Passage, PassageKind, Span

WORDS = ("harbour", "ferry", "strike", "minister", "denied", "Friday", "crew", "港口", "café")
MOST_ACKNOWLEDGED = 120
"""Deeds that a child may tell before it is killed."""

Digests = dict[str, str | None]
"""For `table/id`: a digest of the row, or None when it is gone."""


def digests(db: Db, wanted: Iterable[tuple[Table, int]]) -> Digests:
    """Return what rows look like now."""
    found: Digests = {}
    for table, number in wanted:
        rows = db.rows(f"SELECT * FROM {table} WHERE {key_of(table)[0]} = ?", (number,))  # noqa: S608 - our names
        digest = hashlib.sha256(repr(rows).encode()).hexdigest()[:16] if rows else None
        found[f"{table}/{number}"] = digest
    return found


def marker(db: Db) -> str:
    """Return what tells whether a deed was saved since: the journal's state, the newest article."""
    return str(
        db.row("SELECT max(id), total(undone), (SELECT max(id) FROM articles) FROM commands")
    )


def touched(changes: ChangeSet) -> Iterator[tuple[Table, int]]:
    """Return every row that a command changed."""
    for table, rows in changes.rows.items():
        for number in rows.all:
            yield table, number


# --- the child ------------------------------------------------------------------------------


class Child:
    """Do random deeds and tell each one that is committed."""

    def __init__(self, path: Path, seed: int) -> None:
        self.random = random.Random(seed)
        self.library = Library.open(path, create=True)
        done = self.library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada"))
        self.me = done.value
        self.tell(done.changes)

    def work(self) -> None:
        """Go on until killed."""
        deeds = (
            self.bring_in, self.highlight, self.highlight, self.note, self.note, self.edit,
            self.delete, self.code, self.part_or_join, self.undo, self.undo, self.redo,
            self.resize, self.split_or_merge, self.carry, self.carry, self.review,
            self.merge_codes,
        )  # fmt: skip
        while True:
            self.random.choice(deeds)()

    def tell(self, changes: ChangeSet | None) -> None:
        """Acknowledge a commit, the way a mark appears in the margin."""
        db = self.library.reader
        told = digests(db, touched(changes)) if changes else {}
        print(json.dumps([told, marker(db)]), flush=True)  # noqa: T201 - a script prints

    def do(self, command: Command, deed: Callable[[Db], object]) -> None:
        """Run a deed and tell of it."""
        self.tell(self.library.run(command, deed).changes)

    def one(self, table: Table) -> int | None:
        """Return the id of a random row."""
        key = key_of(table)[0]
        rows = self.library.reader.rows(f"SELECT {key} FROM {table}")  # noqa: S608 - our names
        return self.random.choice(rows)[0] if rows else None

    def words(self, number: int) -> str:
        """Return some words."""
        return " ".join(self.random.choices(WORDS, k=number))

    def bring_in(self) -> None:
        """Import a few articles."""

        def deed(db: Db) -> None:
            import_id = articles.begin_import(db)
            for number in range(self.random.randint(1, 5)):
                text = self.words(150)
                whole = Span(0, len(text))
                read = Article(text, (Passage(PassageKind.PARAGRAPH, whole, whole),))
                imported = Imported(read, f"file {number}", text.encode(), "utf-8", "plain")
                articles.add_article(
                    db,
                    imported,
                    import_id=import_id,
                    hashes=(one << 56 for one in range(number, 60)),
                )

        self.do(Command.IMPORT, deed)

    def highlight(self) -> None:
        """Highlight somewhere."""
        article = self.one(Table.ARTICLES)
        if article is None:
            return
        start = self.random.randrange(400)
        code = self.one(Table.CODES)
        self.do(
            Command.HIGHLIGHT,
            lambda db: annotations.add_highlight(
                db,
                article=ArticleId(article),
                span=Span(start, start + 40),
                annotator=self.me,
                codes=[] if code is None else [CodeId(code)],
            ),
        )

    def note(self) -> None:
        """Write a note on a highlight."""
        highlight = self.one(Table.HIGHLIGHTS)
        if highlight is None:
            return
        place = annotations.OnHighlight(HighlightId(highlight))
        text = self.words(30)
        self.do(
            Command.ADD_NOTE,
            lambda db: annotations.add_note(db, on=place, text=text, annotator=self.me),
        )

    def edit(self) -> None:
        """Change a note."""
        note = self.one(Table.NOTES)
        if note is None:
            return
        text = self.words(60)
        self.do(
            Command.EDIT_NOTE, lambda db: annotations.edit_note(db, note=NoteId(note), text=text)
        )

    def delete(self) -> None:
        """Delete a highlight with its notes."""
        highlight = self.one(Table.HIGHLIGHTS)
        if highlight is None:
            return
        self.do(
            Command.DELETE_HIGHLIGHT,
            lambda db: annotations.delete_highlight(db, highlight=HighlightId(highlight)),
        )

    def code(self) -> None:
        """Add a code."""
        name = self.words(2)
        self.do(Command.ADD_CODE, lambda db: codebook.add_code(db, name=name, colour="amber"))

    def resize(self) -> None:
        """Let a highlight stand elsewhere."""
        highlight = self.one(Table.HIGHLIGHTS)
        start = self.random.randrange(400)
        if highlight is not None:
            self.do(
                Command.RESIZE_HIGHLIGHT,
                lambda db: annotations.resize_highlight(
                    db, highlight=HighlightId(highlight), span=Span(start, start + 60)
                ),
            )

    def split_or_merge(self) -> None:
        """Part a highlight, or make one of two of the same article."""
        rows = self.library.reader.rows(
            "SELECT id, span_start, span_end, article FROM highlights ORDER BY random() LIMIT 2"
        )
        if len(rows) == 2 and rows[0][3] == rows[1][3]:
            self.do(
                Command.MERGE_HIGHLIGHTS,
                lambda db: annotations.merge_highlights(db, highlight=rows[0][0], other=rows[1][0]),
            )
        elif rows and rows[0][2] - rows[0][1] > 2:
            middle = (rows[0][1] + rows[0][2]) // 2
            self.do(
                Command.SPLIT_HIGHLIGHT,
                lambda db: annotations.split_highlight(
                    db, highlight=rows[0][0], ends=middle, begins=middle
                ),
            )

    def carry(self) -> None:
        """Carry some highlights to an article, each in one of three ways."""
        article = self.one(Table.ARTICLES)
        rows = self.library.reader.rows(
            "SELECT id FROM highlights WHERE article <> ? ORDER BY random() LIMIT 5", (article,)
        )
        images: list[CarriedTo] = []
        for row in rows:
            status, start = self.random.choice(list(CarriedStatus)), self.random.randrange(400)
            span = None if status is CarriedStatus.DROPPED else Span(start, start + 30)
            carried = Carried(status, span)
            images.append(CarriedTo(HighlightId(row[0]), ArticleId(article or 0), carried))
        if images:
            self.do(Command.CARRY, lambda db: carryings.carry(db, images, annotator=self.me))

    def review(self) -> None:
        """Accept a carried mark, put it elsewhere, or drop it."""
        number = self.one(Table.CARRYINGS)
        if number is None:
            return
        which, start = CarryingId(number), self.random.randrange(400)
        self.random.choice(
            (
                lambda: self.do(
                    Command.ACCEPT_CARRIED, lambda db: carryings.accept(db, carrying=which)
                ),
                lambda: self.do(
                    Command.DROP_CARRIED, lambda db: carryings.drop(db, carrying=which)
                ),
                lambda: self.do(
                    Command.PUT_CARRIED,
                    lambda db: carryings.put(
                        db, carrying=which, span=Span(start, start + 20), annotator=self.me
                    ),
                ),
            )
        )()

    def merge_codes(self) -> None:
        """Make two codes one."""
        rows = self.library.reader.rows("SELECT id FROM codes ORDER BY random() LIMIT 2")
        if len(rows) == 2:
            into, gone = (CodeId(row[0]) for row in rows)
            self.do(
                Command.MERGE_CODES,
                lambda db: codebook.merge_codes(db, codes=[into, gone], into=into),
            )

    def part_or_join(self) -> None:
        """Part a story of several versions, or join two."""
        rows = self.library.reader.rows(
            "SELECT story, min(article), count(*) FROM members GROUP BY story ORDER BY random()"
            " LIMIT 2"
        )
        if rows and rows[0][2] > 1:
            self.do(
                Command.PART,
                lambda db: stories.part(db, articles=[rows[0][1]], annotator=self.me),
            )
        elif len(rows) == 2:
            self.do(
                Command.JOIN,
                lambda db: stories.join(db, stories=[row[0] for row in rows], annotator=self.me),
            )

    def undo(self) -> None:
        """Undo."""
        self.tell(self.library.undo().result())

    def redo(self) -> None:
        """Redo."""
        self.tell(self.library.redo().result())


# --- the parent -----------------------------------------------------------------------------


@dataclass
class Figures:
    """Count what happened."""

    kills: int = 0
    acknowledged: int = 0
    saved_untold: int = 0
    """Deeds under way at a kill that were saved all the same."""
    lost: list[str] = field(default_factory=list[str])
    unsound: list[str] = field(default_factory=list[str])
    slowest_opening: float = 0.0

    def __str__(self) -> str:
        return (
            f"kills {self.kills}, acknowledged {self.acknowledged}, lost {len(self.lost)},"
            f" unsound {len(self.unsound)}, saved untold {self.saved_untold},"
            f" slowest opening with check {self.slowest_opening * 1000:.0f} ms"
        )


@dataclass
class Told:
    """Hold what was acknowledged last."""

    rows: Digests = field(default_factory=dict[str, str | None])
    marker: str = ""


def kill_once(path: Path, told: Told, figures: Figures, *, seed: int) -> None:
    """Let a child work, kill it, and compare the library with what was acknowledged."""
    chance = random.Random(seed)
    _work_and_kill(path, told, figures, chance)
    known = told.rows
    figures.kills += 1
    began = time.perf_counter()
    with Library.open(path, create=True) as library:
        report = check(library)
        figures.slowest_opening = max(figures.slowest_opening, time.perf_counter() - began)
        figures.unsound += [str(finding) for finding in report.findings]
        wanted = [(Table(name.split("/")[0]), int(name.split("/")[1])) for name in known]
        found = digests(library.reader, wanted)
        differing = {name for name in known if known[name] != found[name]}
        now = marker(library.reader)
        under_way = set[str]() if now == told.marker else _last_deed(library.reader)
        figures.lost += sorted(differing - under_way)
        figures.saved_untold += now != told.marker
        known.update(found)
        told.marker = now


def _work_and_kill(path: Path, told: Told, figures: Figures, chance: random.Random) -> None:
    home = str(Path(variorum.__file__).parents[1])
    command = [sys.executable, __file__, "--child", str(path), str(chance.randrange(2**32))]
    enough = chance.randint(0, MOST_ACKNOWLEDGED)
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": home}
    ) as child:
        assert child.stdout is not None
        for number, line in enumerate(child.stdout):
            if not line.endswith("\n"):
                break  # cut off by the kill: not an acknowledgement
            rows, told.marker = json.loads(line)
            told.rows.update(rows)
            figures.acknowledged += 1
            if number == enough:
                # Anywhere in the next deeds: a commit takes about a millisecond.
                time.sleep(chance.random() * 0.005)
                child.kill()
        if child.wait() >= 0 and sys.platform != "win32":
            raise RuntimeError("the child ended by itself")


def _last_deed(db: Db) -> set[str]:
    """Return the rows of the one deed that may have been under way, done or undone."""
    rows = db.rows(
        """
        SELECT table_name, before, after FROM journal WHERE command IN (
            (SELECT max(id) FROM commands WHERE NOT undone),
            (SELECT min(id) FROM commands WHERE undone)
        )
        """
    )
    names: set[str] = set()
    for table, before, after in rows:
        row = json.loads(before or after)
        names.add(f"{table}/{row[key_of(Table(table))[0]]}")
    return names


def run(kills: int, *, folder: Path, seed: int) -> Figures:
    """Kill as often as asked, always on the same library; return the figures."""
    figures, told = Figures(), Told()
    for number in range(kills):
        kill_once(folder / "killed.variorum", told, figures, seed=seed + number)
    return figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=25)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    parser.add_argument("--child", nargs=2, metavar=("LIBRARY", "SEED"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        Child(Path(given.child[0]), int(given.child[1])).work()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(given.kills, folder=Path(folder), seed=given.seed)
    print(f"{figures} (seed {given.seed})")  # noqa: T201 - a script prints
    for line in (*figures.lost, *figures.unsound):
        print("  ", line)  # noqa: T201 - a script prints
    return 1 if figures.lost or figures.unsound else 0


if __name__ == "__main__":
    sys.exit(main())
