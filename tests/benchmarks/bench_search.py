"""Print how fast a reader's search is answered, by kind of query, snippets included.

    python tests/benchmarks/bench_search.py --articles 20000
    python tests/benchmarks/bench_search.py --library FILE

The articles are those of bench_library, with two thousand highlights, half of them with a
note. A query is typed as in the window: the last word is a beginning. The peer is the same
full-text index asked for the ids of the texts alone, without notes, quotations, codes,
sources, places in the text or snippets: what is above it is the price of the answer's shape.
"""

import argparse
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench_library import fill, texts

from variorum.app.finding import Folded
from variorum.app.listing import Shown, listed
from variorum.app.searching import LIMIT, answer
from variorum.ids import ArticleId
from variorum.library.annotations import OnHighlight, add_highlight, add_note
from variorum.library.annotators import ensure_annotator
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.search.expressions import typed_expression
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


def queries(words: Sequence[str], sources: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return what readers type: words rare and common, phrases, names, and every sign."""
    chance = random.Random(1)
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    ranked = sorted(counts, key=lambda word: -counts[word])
    common, often, rare = ranked[:20], ranked[20:600], ranked[len(ranked) // 2 :]
    pick = chance.choice
    asked: dict[str, Callable[[int], str]] = {
        "a rare word": lambda _: pick(rare),
        "a common word": lambda _: pick(common),
        "two letters": lambda _: pick(rare)[:2],
        "two common words": lambda _: f"{pick(common)} {pick(common)}",
        "common and rare": lambda _: f"{pick(common)} {pick(rare)}",
        "a phrase": lambda n: '"' + " ".join(words[7 * n : 7 * n + 3]) + '"',
        "a source": lambda _: pick(sources),
        "a code": lambda _: f"Code {chance.randint(0, 19)} ",
        "nothing": lambda n: f"zzxq{n}",
        "one of two": lambda _: f"{pick(rare)} OR {pick(rare)} ",
        "one without another": lambda _: f"{pick(common)} -{pick(rare)} ",
        "near": lambda _: f"{pick(common)} NEAR/5 {pick(rare)} ",
        "word, source": lambda _: f'{pick(rare)} source:"{pick(sources)}"',
        "word, days": lambda _: f"{pick(common)} date:2019-04..2019-06 ",
        "days alone": lambda n: f"date:20{n % 24:02}-04..20{n % 24:02}-05 ",
        "word, versions": lambda _: f"{pick(common)} versions:>2 ",
        "word, not a source": lambda _: f'{pick(common)} -source:"{pick(sources)}" ',
        "notes alone": lambda _: "has:notes ",
        "word, class": lambda _: f"{pick(rare)} class:substance ",
        "three letters": lambda _: pick(often)[:3],
        "word, three letters": lambda _: f"{pick(often)} {pick(often)[:3]}",
    }
    return {kind: [make(number) for number in range(QUERIES)] for kind, make in asked.items()}


def material(db: Db) -> tuple[list[str], list[str]]:
    """Return words of some hundred texts of a library, as they stand, and its sources."""
    rows = db.rows("SELECT text FROM texts ORDER BY article % 97, article LIMIT 300")
    words = [word for (text,) in rows for word in re.findall(r"[^\W\d_]{3,}", text)]
    sources = db.rows(
        "SELECT DISTINCT shown_source FROM articles WHERE shown_source <> '' LIMIT 40"
    )
    return words, [source for (source,) in sources]


def timed(call: Callable[[], object]) -> float:
    """Return how many milliseconds of the processor a call takes; others may use it too."""
    began = time.thread_time()
    call()
    return 1000 * (time.thread_time() - began)


def bare(db: Db, query: str) -> object:
    """Ask the full-text index for the ids of the texts alone: the peer."""
    expression = typed_expression(query, complete_last=False)
    if expression is None:
        return None
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
    for kind, asked in queries(*material(db)).items():
        ours = [timed(lambda q=q: answer(library, q, tick=no_tick)) for q in asked]
        peer = [timed(lambda q=q: bare(db, q)) for q in asked]
        everything += ours
        say(f"{kind:20} {percentiles(ours)}   {percentiles(peer)}")
    say(f"{'all':20} {percentiles(everything)}")
    everything = []
    for kind, asked in filters(*material(db)).items():
        figures = [
            timed(lambda t=typed: listed(library, Shown(t), tick=no_tick)) for typed in asked
        ]
        everything += figures
        say(f"filter {kind:20} {percentiles(figures)}")
    say(f"filter {'all':20} {percentiles(everything)}")


def filters(words: Sequence[str], sources: Sequence[str]) -> dict[str, Sequence[str]]:
    """Return what readers type into the filter line: the search's kinds, words half typed, states."""
    pick = random.Random(4).choice
    asked = queries(words, sources)
    kinds = ("a rare word", "a common word", "two letters", "two common words", "a phrase",
             "three letters", "word, three letters", "a source", "word, source", "word, days",
             "days alone", "word, versions", "one without another", "nothing")  # fmt: skip
    often = [word for word in words if len(word) > 4]
    return {
        **{kind: asked[kind] for kind in kinds},
        "a word": [pick(often) for _ in range(QUERIES)],
        "one letter": [pick(often)[:1] for _ in range(QUERIES)],
        "has:versions": ["has:versions"] * 20,
        "is:unread": ["is:unread"] * 20,
        "source": [f'source:"{pick(sources)}"' for _ in range(QUERIES)],
    }


def main() -> None:
    """Fill a library, mark it, search it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--library", type=Path, help="measure this one, which is not changed")
    given = parser.parse_args()
    if given.library is not None:
        with Library.open(given.library, read_only=True) as library:
            measure(library)
        return
    count: int = given.articles
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
