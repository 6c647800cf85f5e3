"""Print how far the stories of a library depend on the order in which its articles came.

    python tests/benchmarks/bench_story_order.py CORPUS [--one-in N]

CORPUS is a folder that `corpus.py` made. Every Nth of its stories is imported as the corpus has
it and in two orders by chance, each into a library of its own; printed is how right the stories of
each are, and how far any two libraries agree (adjusted Rand index). A duplicate that a library left
out counts where the article that it kept is.
"""

import argparse
import json
import random
import sys
import tempfile
from itertools import combinations
from pathlib import Path

from bench_stories import adjusted_rand
from story_import import stories_of

from variorum.intake.reading import read_files
from variorum.text import Imported

ORDERS = ("as it is", "by chance", "by chance again")


def say(line: str) -> None:
    """Print a figure."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def chosen(corpus: Path, folder: Path, one_in: int) -> tuple[list[Imported], list[int]]:
    """Read the articles of every Nth story; return them with their stories."""
    lines = (corpus / "articles.jsonl").open(encoding="utf-8")
    truth = (corpus / "truth.jsonl").open(encoding="utf-8")
    file, real = folder / "some.jsonl", list[int]()
    with lines, truth, file.open("w", encoding="utf-8") as some:
        for line, told in zip(lines, truth, strict=True):
            story = json.loads(told)["story"]
            if story % one_in == 0:
                some.write(line)
                real.append(story)
    found = [
        each for piece in read_files([file]) for each in piece.found if isinstance(each, Imported)
    ]
    return found, real


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--one-in", type=int, default=10)
    given = parser.parse_args()
    results: list[list[int]] = []
    with tempfile.TemporaryDirectory() as folder:
        articles, real = chosen(given.corpus, Path(folder), given.one_in)
        say(f"{len(articles):,} articles of {len(set(real)):,} stories")
        order = list(range(len(articles)))
        chance = random.Random(1987)
        for name in ORDERS:
            results.append(stories_of(articles, order))
            say(f"{name}: ARI {adjusted_rand(real, results[-1]):.4f}")
            chance.shuffle(order)
    for one, other in combinations(range(len(ORDERS)), 2):
        agree = adjusted_rand(results[one], results[other])
        say(f"{ORDERS[one]} and {ORDERS[other]} agree: ARI {agree:.4f}")


if __name__ == "__main__":
    main()
