# ruff: noqa: T201 - a script prints
"""How long merging and measuring take, and whether a peer finds the same alpha.

Two libraries of invented articles, half of them in both, each marked by one person. Run from the
root of the checkout: `python tests/benchmarks/bench_colleagues.py [ARTICLES]`. Where the package
`krippendorff` can be imported, its nominal alpha of random data stands beside ours.
"""

import importlib
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from variorum.agreement.disputes import disputes
from variorum.agreement.measuring import By, measure
from variorum.agreement.nominal import Pattern, alpha
from variorum.library import annotations, codebook
from variorum.library.agreement_marks import coded_articles
from variorum.library.annotators import annotators, ensure_annotator
from variorum.library.articles import add_article, begin_import
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.merging.merge import merge, opened_to_merge, rehearse
from variorum.library.queries.marks import codes
from variorum.text import Article, Imported, Passage, PassageKind, Span

_WORDS = ("ferry", "harbour", "council", "said", "on", "Monday", "the", "strike", "four", "ended")
_LENGTH = 400
_MARKS = 6


def text_of(number: int) -> str:
    """Return an invented text, the same for the same number."""
    chance = random.Random(number)
    return " ".join(chance.choice(_WORDS) for _ in range(_LENGTH)) + f" {number}"


def make(path: Path, name: str, numbers: range, seed: int) -> None:
    """Make a library that one person marked."""
    chance = random.Random(seed)

    def deed(db: Db) -> None:
        import_id = begin_import(db)
        me = ensure_annotator(db, name)
        book = [codebook.add_code(db, name=each, colour="green") for each in ("claim", "figure")]
        for number in numbers:
            text = text_of(number)
            whole = Span(0, len(text))
            article = Article(
                text, (Passage(PassageKind.PARAGRAPH, whole, whole),), source="The Bugle"
            )
            imported = Imported(
                article,
                origin=f"{number}",
                received=text.encode(),
                encoding="utf-8",
                format="plain",
            )
            added = add_article(db, imported, import_id=import_id)
            for _ in range(_MARKS):
                start = chance.randrange(0, len(text) - 120, 60)
                span = Span(start, start + chance.choice((40, 50)))
                annotations.add_highlight(
                    db, article=added.article, span=span, annotator=me, codes=[chance.choice(book)]
                )

    with Library.open(path, create=True) as library:
        library.run(Command.IMPORT, deed)


def timed(said: str, began: float) -> None:
    """Print how long something took."""
    print(f"{said:<58}{(time.perf_counter() - began) * 1000:>10.0f} ms")


def merging(folder: Path, count: int) -> None:
    """Time a rehearsal, a merge, the same again, and the figures."""
    ours, theirs = folder / "ours.variorum", folder / "theirs.variorum"
    make(ours, "Ada", range(count), 1)
    make(theirs, "Ben", range(count // 2, count // 2 + count), 2)
    with Library.open(ours) as library, opened_to_merge(theirs, ours) as other:
        for said, deed in (
            ("dry run", lambda: rehearse(library, other)),
            ("merge", lambda: library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other))),
            (
                "merge again",
                lambda: library.run(Command.MERGE_LIBRARY, lambda db: merge(db, other)),
            ),
            ("undo", lambda: library.undo().result()),
            ("redo", lambda: library.redo().result()),
        ):
            began = time.perf_counter()
            deed()
            timed(f"{said}, {count} articles in each, {count * _MARKS} highlights", began)
        measuring(library)


def measuring(library: Library) -> None:
    """Time the figures of a whole library."""
    db = library.reader
    people = [each.id for each in annotators(db)]
    began = time.perf_counter()
    found = list(coded_articles(db, people))
    timed(f"reading the marks of {len(found)} articles", began)
    began = time.perf_counter()
    book = [row.code.id for row in codes(db)]
    rows = list(measure(found, annotators=people, by=(By.CODE, By.ARTICLE), codes=book))
    timed(f"{len(rows)} rows of figures, by code and article", began)
    began = time.perf_counter()
    places = sum(1 for one in found for _ in disputes(one, people))
    timed(f"{places} places where annotators differ", began)


def beside_a_peer() -> None:
    """Compare alphas of random data with those of another program."""
    try:
        peer: Any = importlib.import_module("krippendorff")
    except ImportError:
        print("krippendorff is not installed: no peer")
        return
    chance, worst, tried = random.Random(7), 0.0, 0
    for _ in range(300):
        raters, units = chance.randint(2, 5), chance.randint(2, 40)
        table = [[chance.choice((None, 0, 1, 2)) for _ in range(units)] for _ in range(raters)]
        patterns: Counter[Pattern] = Counter(zip(*table, strict=True))
        ours = alpha(patterns)
        if ours is None:
            continue
        rows = [[float("nan") if value is None else value for value in row] for row in table]
        theirs = float(peer.alpha(reliability_data=rows, level_of_measurement="nominal"))
        worst, tried = max(worst, abs(ours - theirs)), tried + 1
    print(f"alpha beside krippendorff: n = {tried}, largest difference {worst:.2e}")


def main() -> None:
    """Print all figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as folder:
        merging(Path(folder), count)
    beside_a_peer()


if __name__ == "__main__":
    main()
