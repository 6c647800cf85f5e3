"""Print how fast the library is: commits, import, lists, search, and how large its file gets.

    python tests/benchmarks/bench_library.py --articles 20000

The articles are generated: 150 to 550 words from an invented vocabulary with the skew of
real text (Zipf), three quarters alone and one quarter versions of one another. The peer of
a commit is the same row written by plain sqlite3 with the same durability.
"""

import argparse
import itertools
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from variorum.ids import AnnotatorId, ArticleId, StoryId
from variorum.library.annotations import add_highlight
from variorum.library.annotators import ensure_annotator
from variorum.library.articles import Added, add_article, begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.fingerprint_index import Index
from variorum.library.fingerprints import keys
from variorum.library.library import Library
from variorum.library.queries.articles import articles
from variorum.library.queries.stories import StoryOrder, stories, story_count, story_ids, versions
from variorum.library.schema.first import PAGE_SIZE
from variorum.library.search.search import search
from variorum.text import Article, Imported, Passage, PassageKind, Span

BATCH = 100
HASHES = 100
"""One in four shingles of three words: about 400 words."""
COMMITS = 500
REPEATS = 20


def say(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(line + "\n")


def vocabulary(chance: random.Random, size: int = 60_000) -> list[str]:
    """Invent words."""
    syllables = [a + b for a in "bcdfghklmnprstvw" for b in ("a", "e", "i", "o", "u", "an", "er")]
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(size)]


def texts(chance: random.Random, count: int) -> Iterator[str]:
    """Invent texts of paragraphs."""
    words = vocabulary(chance)
    weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(words))))
    for _ in range(count):
        run = chance.choices(words, cum_weights=weights, k=chance.randint(150, 550))
        yield "\n\n".join(" ".join(run[at : at + 25]) + "." for at in range(0, len(run), 25))


def read(text: str, day: int) -> Imported:
    """Return a text as an article with its passages, as a plain reader would."""
    tiles: list[Passage] = []
    start = 0
    for block in text.split("\n\n"):
        end = min(len(text), start + len(block) + 2)
        words = Span(start, start + len(block))
        tiles.append(Passage(PassageKind.PARAGRAPH, Span(start, end), words))
        start = end
    title = text[:60]
    article = Article(text, tuple(tiles), headline=title, source=f"Outlet {day % 40}")
    return Imported(article, f"/news/{day}.txt", text.encode(), "utf-8", "plain")


def fill(library: Library, count: int) -> float:
    """Import the articles in batches; return the seconds."""
    chance = random.Random(1)
    made = [read(text, number) for number, text in enumerate(texts(chance, count))]
    hashes = [[chance.getrandbits(63) for _ in range(HASHES)] for _ in made]
    began = time.perf_counter()
    for at in range(0, count, BATCH):
        batch = list(zip(made[at : at + BATCH], hashes[at : at + BATCH], strict=True))

        def deed(db: Db, batch: list[tuple[Imported, list[int]]] = batch) -> None:
            import_id = begin_import(db)
            index = Index(db)
            last: Added | None = None
            for number, (one, marks) in enumerate(batch):
                index.candidates(db, keys(marks))
                story = last.story if last and number % 4 == 3 else None
                last = add_article(db, one, import_id=import_id, hashes=marks, story=story)

        library.run(Command.IMPORT, deed)
    return time.perf_counter() - began


def commits(library: Library) -> list[float]:
    """Highlight again and again, each a durable commit; return milliseconds."""
    me = library.run(Command.ADD_ANNOTATOR, lambda db: ensure_annotator(db, "Ada")).value
    return [_timed(partial(_highlight, library, me, number)) for number in range(COMMITS)]


def _highlight(library: Library, me: AnnotatorId, number: int) -> None:
    span = Span(number, number + 40)
    target = ArticleId(1 + number % 50)
    library.run(
        Command.HIGHLIGHT,
        lambda db: add_highlight(db, article=target, span=span, annotator=me),
    )


def plain_commits(folder: Path) -> list[float]:
    """Write the same row with plain sqlite3, WAL and FULL; return milliseconds."""
    with closing(sqlite3.connect(folder / "plain.db", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("CREATE TABLE marks (id INTEGER PRIMARY KEY, a, b, c, d)")
        row = ("x" * 40, "y" * 32, "z" * 32, 7)
        return [
            _timed(lambda: db.execute("INSERT INTO marks (a, b, c, d) VALUES (?, ?, ?, ?)", row))
            for _ in range(COMMITS)
        ]


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def spread(milliseconds: list[float]) -> str:
    """Return the median and the 95th of a hundred."""
    p95 = statistics.quantiles(milliseconds, n=20)[-1]
    return f"p50 {statistics.median(milliseconds):.2f} ms, p95 {p95:.2f} ms"


def questions(library: Library) -> dict[str, Callable[[], object]]:
    """Return what the window asks, by name."""
    db = library.reader
    total = story_count(db)
    shared = stories(db, order=StoryOrder.VERSIONS, limit=1)[0].story
    by_rank = _words_by_rank(db)
    common, middling, rare = by_rank[0], by_rank[len(by_rank) // 20], by_rank[-1]
    ids = [row.article for row in versions(db, StoryId(shared))]
    return {
        "first page, newest": lambda: stories(db),
        "page in the middle": lambda: stories(db, offset=total // 2),
        "last page by title": lambda: stories(db, order=StoryOrder.TITLE, offset=total - 200),
        "all ids, newest": lambda: story_ids(db),
        "all ids, by source": lambda: story_ids(db, order=StoryOrder.SOURCE),
        "all ids, by marks": lambda: story_ids(db, order=StoryOrder.MARKS),
        "versions of a story": lambda: versions(db, StoryId(shared)),
        "articles of a story": lambda: articles(db, ids),
        "filter, rare word": lambda: stories(db, filter_text=rare),
        "filter, middling word": lambda: stories(db, filter_text=middling),
        "filter, commonest word": lambda: stories(db, filter_text=common),
        "filter count, commonest": lambda: story_count(db, filter_text=common),
        "filter, two letters": lambda: stories(db, filter_text=common[:2]),
        "search, rare word": lambda: search(db, rare),
        "search, middling word": lambda: search(db, middling),
        "search, commonest word": lambda: search(db, common),
        "search, two words": lambda: search(db, f"{common} {middling}"),
        "search, phrase": lambda: search(db, f'"{common} {common}"'),
    }


def _words_by_rank(db: Db) -> list[str]:
    rows = db.rows("SELECT text FROM texts LIMIT 400")
    counts: dict[str, int] = {}
    for (text,) in rows:
        for word in text.replace(".", "").split():
            counts[word] = counts.get(word, 0) + 1
    return sorted(counts, key=lambda word: -counts[word])


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    count = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.variorum"
        with Library.open(path, create=True) as library:
            seconds = fill(library, count)
            say(f"import of {count}: {count / seconds:.0f} articles/s ({seconds:.1f} s)")
            text = library.reader.value("SELECT sum(length(text)) FROM texts")
            pages = library.reader.value("PRAGMA page_count") * PAGE_SIZE
            say(f"file: {pages / 1e6:.0f} MB, {pages / text:.2f} times the text")
            say(f"highlight, durable: {spread(commits(library))}")
            say(f"plain sqlite3 row:  {spread(plain_commits(Path(folder)))}")
            for name, ask in questions(library).items():
                say(f"{name:26} {spread([_timed(ask) for _ in range(REPEATS)])}")
        began = time.perf_counter()
        with Library.open(path) as library:
            stories(library.reader)
            say(f"open and first page: {(time.perf_counter() - began) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
