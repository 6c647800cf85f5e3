"""Print how fast a reader's search is answered, by kind of query, snippets included.

    python tests/benchmarks/bench_search.py --articles 20000

The articles are those of bench_library, with two thousand highlights, half of them with a
note. A query is typed as in the window: the last word is a beginning. The peer is the same
full-text index asked for the ids of the texts alone, without notes, quotations, codes,
sources, places in the text or snippets: what is above it is the price of the answer's shape.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_library import fill, texts

from variorum.app.finding import Folded
from variorum.app.searching import LIMIT, answer
from variorum.ids import ArticleId
from variorum.library.annotations import OnHighlight, add_highlight, add_note
from variorum.library.annotators import ensure_annotator
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.expressions import typed_expression
from variorum.library.library import Library
from variorum.library.queries import stories, story_count
from variorum.progress import no_tick
from variorum.text import Span

MARKS = 2_000
QUERIES = 60


def say(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(line + "\n")


def mark(library: Library, count: int) -> None:
    """Highlight words of many articles, half of them with a note, a tenth with a code."""
    chance = random.Random(2)
    notes = list(texts(chance, 40))

    def deed(db: Db) -> None:
        me = ensure_annotator(db, "Ada")
        codes = [add_code(db, name=f"Code {number}", colour="blue") for number in range(20)]
        for number in range(MARKS):
            article = ArticleId(chance.randint(1, count))
            at = chance.randint(0, 600)
            given = [chance.choice(codes)] if number % 10 == 0 else []
            span = Span(at, at + 60)
            highlight = add_highlight(db, article=article, span=span, annotator=me, codes=given)
            if number % 2:
                words = chance.choice(notes)[:200]
                add_note(db, on=OnHighlight(highlight), text=words, annotator=me)

    library.run(Command.HIGHLIGHT, deed)


def queries() -> dict[str, Sequence[str]]:
    """Return what readers type: rare words, common ones, beginnings, several, phrases, names."""
    chance = random.Random(1)
    words = " ".join(texts(chance, 300)).replace(".", "").split()
    common = sorted(set(words), key=words.count, reverse=True)[:20] if len(words) < 9000 else []
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    ranked = sorted(counts, key=lambda word: -counts[word])
    common = common or ranked[:20]
    rare = ranked[4000:8000]
    pick = chance.choice
    return {
        "a rare word": [pick(rare) for _ in range(QUERIES)],
        "a common word": [pick(common) for _ in range(QUERIES)],
        "two letters": [pick(rare)[:2] for _ in range(QUERIES)],
        "two common words": [f"{pick(common)} {pick(common)}" for _ in range(QUERIES)],
        "common and rare": [f"{pick(common)} {pick(rare)}" for _ in range(QUERIES)],
        "a phrase": ['"' + " ".join(words[at : at + 3]) + '"' for at in range(0, QUERIES * 7, 7)],
        "a source": [f"Outlet {chance.randint(0, 39)}" for _ in range(QUERIES)],
        "a code": [f"Code {chance.randint(0, 19)} " for _ in range(QUERIES)],
        "nothing": [f"zzxq{number}" for number in range(QUERIES)],
    }


def timed(call: Callable[[], object]) -> float:
    """Return how many milliseconds a call takes."""
    began = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - began)


def bare(db: Db, query: str) -> object:
    """Ask the full-text index for the ids of the texts alone: the peer."""
    expression = typed_expression(query, complete_last=False)
    sql = "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT ?"
    return db.rows(sql, (expression, LIMIT))


def percentiles(figures: Sequence[float]) -> str:
    """Return the middle and the 95th of a hundred, in milliseconds."""
    ordered = sorted(figures)
    return f"{statistics.median(ordered):8.1f} {ordered[int(len(ordered) * 0.95)]:8.1f}"


def measure(library: Library) -> None:
    """Print the figures of each kind of query."""
    db = library.reader
    answer(library, "warm", tick=no_tick)
    say(f"{'':20} {'answer p50':>8} {'p95':>8}   {'bare p50':>8} {'p95':>8}   ms")
    everything: list[float] = []
    for kind, asked in queries().items():
        ours = [timed(lambda q=q: answer(library, q, tick=no_tick)) for q in asked]
        peer = [timed(lambda q=q: bare(db, q)) for q in asked]
        everything += ours
        say(f"{kind:20} {percentiles(ours)}   {percentiles(peer)}")
    say(f"{'all':20} {percentiles(everything)}")
    for typed in ("source:outlet has:notes", "outlet", "2019", "ba"):
        figures = [
            timed(lambda t=typed: (story_count(db, filter_text=t), stories(db, filter_text=t)))
            for _ in range(10)
        ]
        say(f"filter {typed:24} {percentiles(figures)}")


def main() -> None:
    """Fill a library, mark it, search it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    count: int = parser.parse_args().articles
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.variorum"
        with Library.open(path, create=True) as library:
            fill(library, count)
            mark(library, count)
            say(f"{count} articles, {MARKS} highlights")
            measure(library)
    text = " ".join(texts(random.Random(3), 28))
    say(f"fold 3 texts of {len(text.split()) // 1000},000 words to find in them:")
    say(f"{percentiles([3 * timed(lambda: Folded.of(text)) for _ in range(7)])} ms")
    folded = Folded.of(text)
    say(
        f"find in them: {percentiles([3 * timed(lambda: list(folded.find('ba'))) for _ in range(7)])}"
    )


if __name__ == "__main__":
    main()
