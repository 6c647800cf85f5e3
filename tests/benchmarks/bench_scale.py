"""Print how a large corpus is imported and grouped, and what its library costs.

    python tests/benchmarks/bench_scale.py CORPUS [--library FILE]

CORPUS is a folder that `corpus.py` made. Processor time is printed beside the clock, because it
says the same on a machine that does other work as well. A thread that sleeps 5 ms at a time
tells how long a window's event loop would have waited for the interpreter; another marks a word
every second, and tells when the mark was on the disk.
"""

import argparse
import json
import resource
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import comb
from pathlib import Path

from variorum.ids import ArticleId
from variorum.intake.importer import import_paths
from variorum.library.annotations import add_highlight
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.queries.articles import articles
from variorum.library.queries.stories import versions
from variorum.library.suggestions import suggestions
from variorum.text import Span

_NAP = 0.005
_MARK_EVERY = 1.0
_TELL_EVERY = 10_000
_OPENED = 300


def say(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Heart:
    """Beat beside the work, and remember how late each beat was, in milliseconds."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._beat, daemon=True)
        self._thread.start()

    def _beat(self) -> None:
        last = time.perf_counter()
        while not self._stop.is_set():
            time.sleep(_NAP)
            now = time.perf_counter()
            self.late.append((now - last - _NAP) * 1000)
            last = now

    def stop(self) -> None:
        """Stop and sort."""
        self._stop.set()
        self._thread.join()
        self.late.sort()


class Marker:
    """Mark a word of the first article now and then, and remember how long it took, in milliseconds."""

    def __init__(self, library: Library) -> None:
        self.took: list[float] = []
        self._library = library
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._mark, daemon=True)
        self._thread.start()

    def _mark(self) -> None:
        first = ArticleId(1)
        while not self._stop.wait(_MARK_EVERY):
            if not self._library.reader.row("SELECT 1 FROM articles WHERE id = 1"):
                continue
            began = time.perf_counter()
            self._library.run(
                Command.HIGHLIGHT,
                lambda db: add_highlight(
                    db, article=first, span=Span(0, 3), annotator=ensure_annotator(db, "A reader")
                ),
            )
            self.took.append((time.perf_counter() - began) * 1000)

    def stop(self) -> None:
        """Stop and sort."""
        self._stop.set()
        self._thread.join()
        self.took.sort()


def bring(library: Library, corpus: Path) -> None:
    """Import the corpus and print how it went."""
    heart, marker, told = Heart(), Marker(library), 0
    clock, work = time.perf_counter(), time.process_time()

    def saved(count: int) -> None:
        nonlocal told
        if count >= told + _TELL_EVERY:
            told += _TELL_EVERY
            seconds, own = time.perf_counter() - clock, time.process_time() - work
            say(f"  {count:7,}: {seconds:5.0f} s, {own * 1000 / count:.2f} ms of our process each")

    report = import_paths(library, [corpus / "articles.jsonl"], saved=saved)
    seconds, own = time.perf_counter() - clock, time.process_time() - work
    heart.stop()
    marker.stop()
    beside = resource.getrusage(resource.RUSAGE_CHILDREN)
    read = beside.ru_utime + beside.ru_stime
    count = report.imported
    say(f"{count:,} articles into {len(report.stories):,} stories, {report.duplicates} duplicates")
    say(f"{count / seconds:.0f} articles/s by the clock, {seconds:.0f} s")
    say(
        f"processor: {own * 1000 / count:.2f} ms to save, {read * 1000 / count:.2f} ms to read each"
    )
    say(f"on two idle cores: {count / max(own, read):.0f} articles/s")
    p999 = heart.late[int(len(heart.late) * 0.999)]
    say(f"a window would wait {p999:.0f} ms in one of 1,000 turns, {heart.late[-1]:.0f} ms at most")
    if took := marker.took:
        middle, late = took[len(took) // 2], took[int(len(took) * 0.95)]
        say(
            f"{len(took)} marks meanwhile: on the disk in {middle:.0f} ms, {late:.0f} ms for one in"
            f" 20, {took[-1]:.0f} ms at most"
        )
    own_peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    say(f"most memory: {own_peak / 1024:.0f} MB, and {beside.ru_maxrss / 1024:.0f} MB to read")


def cost(db: Db, file: Path) -> None:
    """Print how large the file is beside its texts, and what of it takes most."""
    text = db.value("SELECT sum(length(CAST(text AS BLOB))) FROM texts")
    say(
        f"file {file.stat().st_size / 1e6:.1f} MB, {file.stat().st_size / text:.2f} times its texts"
    )
    for name, size in db.rows(
        "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT 8"
    ):
        say(f"  {name:24} {size / text:.2f}")


def truth(db: Db, corpus: Path) -> None:
    """Print how right the stories and the suggestions are."""
    with (corpus / "truth.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    real: dict[int, dict[str, str]] = {}
    found: dict[int, int] = {}
    for number, origin, story in db.rows(
        "SELECT a.id, a.origin, m.story FROM articles a JOIN members m ON m.article = a.id"
    ):
        real[number] = rows[int(origin.rsplit("#", 1)[1])]
        found[number] = story
    pairs = [(real[number]["story"], found[number]) for number in real]
    both = _pairs(pairs)
    ours, theirs = _pairs([story for _, story in pairs]), _pairs([story for story, _ in pairs])
    say(f"pairs: precision {both / ours:.4f}, recall {both / theirs:.4f}")
    mixed: defaultdict[int, set[str]] = defaultdict(set)
    for number, story in found.items():
        mixed[story].add(real[number]["story"])
    chains = [len(stories) for stories in mixed.values() if len(stories) > 1]
    say(f"{len(chains)} stories hold others' articles, the worst {max(chains, default=1)} stories")
    asked = suggestions(db, limit=1_000_000)
    right = sum(real[one.article]["story"] == real[one.other]["story"] for one in asked)
    say(f"{len(asked)} suggestions, {right} of them right")


def _pairs(labels: Sequence[object]) -> int:
    return sum(comb(count, 2) for count in Counter(labels).values())


def opening(db: Db) -> None:
    """Print how long it takes to load a story from all over the library."""
    rows = db.rows(
        "SELECT story FROM story_index WHERE story % (SELECT 1 + count(*) / ? FROM story_index) = 0",
        (_OPENED,),
    )
    took: list[float] = []
    for (story,) in rows:
        began = time.perf_counter()
        articles(db, [row.article for row in versions(db, story)])
        took.append((time.perf_counter() - began) * 1000)
    took.sort()
    say(
        f"opening {len(took)} stories: median {took[len(took) // 2]:.1f} ms, most {took[-1]:.1f} ms"
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--library", type=Path, help="keep the library; measure it if it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = given.library or Path(folder) / "scale.variorum"
        is_new = not file.exists()
        with Library.open(file, create=True) as library:
            if is_new:
                bring(library, given.corpus)
            truth(library.reader, given.corpus)
            opening(library.reader)
        with Library.open(file) as library:
            cost(library.reader, file)


if __name__ == "__main__":
    main()
