"""Print what it costs to find each article's story in a corpus, beside other libraries, and how right it is.

    python tests/benchmarks/bench_story_rate.py CORPUS [--most N] [--without-peers]

CORPUS is a folder that `corpus.py` made. Every article is imported into a library; its grouping
is what the import does for it but read the file and save its rows: make the fingerprint, ask the
index on the disk, compare, keep relation and questions. The peers (see `story_peers`) get the words
of the same articles one after another and hold all in memory. Times are of the processor, in
milliseconds, of the thread that does it; the last tenth of the articles meets a library that is
nearly full. As in a long import the collector of garbage is spared what lives.
"""

import argparse
import gc
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from math import comb
from pathlib import Path

from story_peers import Linked, Place, incremental

from variorum.intake import placing
from variorum.intake.foreknown import Foreknown
from variorum.intake.importer import BATCH
from variorum.intake.memory import Memory
from variorum.intake.newcomers import Newcomer
from variorum.intake.reading import read_files
from variorum.library.articles import begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.library import Library
from variorum.stories.fingerprints import fingerprint_of

_MS = 1_000_000


def coming(corpus: Path) -> Iterator[Newcomer]:
    """Yield the articles of a corpus as an import has them."""
    for piece in read_files([corpus / "articles.jsonl"], make=Newcomer.of):
        yield from (each for each in piece.found if isinstance(each, Newcomer))


class Ours:
    """Group as an import does, and remember what each article cost."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.took: list[float] = []
        self._import_id, self._index = library.run(
            Command.IMPORT, lambda db: (begin_import(db), Index(db))
        ).value
        self._memory = Memory()
        self._saving = 0
        self._save, placing.add_prepared = placing.add_prepared, self._saved

    def _saved(self, *given: object, **named: object) -> object:
        """Save an article's rows; what that takes is no grouping."""
        began = time.thread_time_ns()
        added = self._save(*given, **named)  # type: ignore[arg-type]
        self._saving = time.thread_time_ns() - began
        return added

    def take(self, batch: Sequence[Newcomer]) -> None:
        """Import a batch; its fingerprints are made as it is read."""
        ordered = sorted(batch, key=lambda newcomer: -newcomer.words)
        made = [_time_of_fingerprint(each) for each in ordered]
        self.library.run(Command.IMPORT, lambda db: self._take(db, ordered, made))

    def _take(self, db: Db, batch: Sequence[Newcomer], made: Sequence[int]) -> None:
        self._index.catch_up(db)
        began = time.thread_time_ns()
        known = Foreknown.of(db, batch)
        share = (time.thread_time_ns() - began) / len(batch)
        for each, fingerprint in zip(batch, made, strict=True):
            self._saving, began = 0, time.thread_time_ns()
            placing.place(
                db,
                each,
                import_id=self._import_id,
                memory=self._memory,
                index=self._index,
                known=known,
            )
            took = time.thread_time_ns() - began - self._saving + share + fingerprint
            self.took.append(took / _MS)


def _time_of_fingerprint(newcomer: Newcomer) -> int:
    words = newcomer.folded.split()
    began = time.thread_time_ns()
    fingerprint_of(words)
    return time.thread_time_ns() - began


class Theirs:
    """Let a peer group the same articles."""

    def __init__(self, place: Place) -> None:
        self.took: list[float] = []
        self.stories = Linked()
        self._place = place

    def take(self, batch: Sequence[Newcomer]) -> None:
        """Give it a batch, one by one."""
        for each in batch:
            words, number = each.folded.split(), len(self.took)
            began = time.thread_time_ns()
            like = self._place(number, words)
            self.took.append((time.thread_time_ns() - began) / _MS)
            self.stories.add(number, like)


def say(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def times(name: str, took: Sequence[float]) -> None:
    """Print a rate, and how long the slow ones take."""
    ordered = sorted(took)
    low, high, rare = (ordered[int(len(ordered) * part)] for part in (0.5, 0.99, 0.999))
    say(
        f"  {name:24} {1000 * len(took) / sum(took):6.0f} articles/s  median {low:.2f}"
        f"  p99 {high:.2f}  p99.9 {rare:.2f}  most {ordered[-1]:.1f} ms"
    )


def right(name: str, real: Sequence[object], found: Sequence[object]) -> None:
    """Print how right stories are."""
    both = _pairs(list(zip(real, found, strict=True)))
    ours, theirs = _pairs(found), _pairs(real)
    expected = ours * theirs / comb(len(real), 2)
    index = (both - expected) / ((ours + theirs) / 2 - expected)
    say(f"  {name:24} precision {both / ours:.4f}  recall {both / theirs:.4f}  ARI {index:.4f}")


def _pairs(labels: Sequence[object]) -> int:
    return sum(comb(count, 2) for count in Counter(labels).values())


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--without-peers", action="store_true")
    given = parser.parse_args()
    begun = [] if given.without_peers else incremental()
    others = {name: Theirs(make()) for name, make in begun}
    rows: list[int] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "rate.variorum", create=True) as library,
    ):
        ours = Ours(library)
        articles = islice(coming(given.corpus), given.most)
        while batch := list(islice(articles, BATCH)):
            ours.take(batch)
            for other in others.values():
                other.take(batch)
            gc.freeze()
            rows += [int(each.rows.origin.rsplit("#", 1)[1]) for each in batch]
            if len(rows) % (given.most // 5) == 0:
                say(f"{len(rows):,} articles, the last tenth of all:")
                for name, one in {"Variorum": ours, **others}.items():
                    times(name, one.took[-given.most // 10 :])
        say("all:")
        for name, one in {"Variorum": ours, **others}.items():
            times(name, one.took)
        _say_right(library, given.corpus, rows, others)


def _say_right(
    library: Library, corpus: Path, rows: Sequence[int], others: dict[str, Theirs]
) -> None:
    with (corpus / "truth.jsonl").open(encoding="utf-8") as lines:
        truth = [json.loads(line)["story"] for line in lines]
    pairs = [
        (int(origin.rsplit("#", 1)[1]), story)
        for origin, story in library.reader.rows(
            "SELECT a.origin, m.story FROM articles a JOIN members m ON m.article = a.id"
        )
    ]
    right("Variorum", [truth[row] for row, _ in pairs], [story for _, story in pairs])
    for name, other in others.items():
        found = [other.stories.root(number) for number in range(len(rows))]
        right(name, [truth[row] for row in rows], found)


if __name__ == "__main__":
    main()
