# ruff: noqa: T201 - a script prints
"""Find again from which version each was made, in families whose descent is known.

Families are made up by desks that edit what another desk printed (`tests/stories/desks.py`):
chains and trees, with few and many deeds between two printings. Beside ours stands what one
would do without: the version with the most lines in common (a tree by likeness alone).
Seeds below 1,000 were looked at while weights were chosen; the others were not.
Then revisions of encyclopaedia pages (`wikipedia-versions`, whose order is known), shuffled, the
first as the base: each was made from the one before it, or from one of the same words. Weights
were chosen on every second page.
Run from the root of the checkout: `python tests/benchmarks/bench_descent.py`.
"""

import argparse
import datetime as dt
import gzip
import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rapidfuzz.distance import Indel

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.stories.desks import Family, family, printed

from variorum.collation.collate import collate
from variorum.stories.descent import descents

REVISIONS = (
    Path(__file__).parents[3] / "shared" / "data" / "wikipedia-versions" / "versions.jsonl.gz"
)
LONGEST = 250_000
"""Code points of all revisions of a page together."""
DAYS = [dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(60)]


def ours(made: Family) -> list[int | None]:
    """Return the ancestors by shared readings."""
    collations = [collate(made.base, version) for version in made.versions]
    return [one.ancestor for one in descents(made.base, made.versions, collations)]


def by_likeness(made: Family) -> list[int | None]:
    """Return for each version the likest of those nearer to the base: what likeness alone finds."""
    texts = [made.base.text.split(), *(version.text.split() for version in made.versions)]
    far = [Indel.distance(texts[0], text) for text in texts]
    found: list[int | None] = []
    for child in range(1, len(texts)):
        nearer = [n for n in range(len(texts)) if n != child and far[n] <= far[child]]
        parent = min(nearer, key=lambda n, c=child: Indel.distance(texts[n], texts[c]))
        found.append(parent - 1 if parent else None)
    return found


def share(find: Callable[[Family], list[int | None]], families: list[Family]) -> float:
    """Return the share of versions whose ancestor is found."""
    pairs = [pair for made in families for pair in zip(find(made), made.truth, strict=True)]
    return sum(a == b for a, b in pairs) / len(pairs)


def pages() -> list[Family]:
    """Return the pages of a chain of revisions each, with a day for each revision."""
    if not REVISIONS.exists():
        return []
    found: list[Family] = []
    with gzip.open(REVISIONS, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            texts: list[str] = json.loads(line)["versions"]
            if sum(map(len, texts)) > LONGEST:
                continue
            made = [
                replace(printed([row for row in text.split("\n") if row.strip()]), published=day)
                for text, day in zip(texts, DAYS, strict=False)
            ]
            order = list(range(1, len(made)))
            random.Random(number).shuffle(order)
            truth = tuple(order.index(n - 1) if n > 1 else None for n in order)
            found.append(Family(made[0], tuple(made[n] for n in order), truth))
    return found


def right_of(find: Callable[[Family], list[int | None]], families: list[Family]) -> tuple[int, int]:
    """Return how many ancestors are found, or one of the same words, and of how many."""
    right = total = 0
    for made in families:
        texts = {None: made.base.text, **{n: v.text for n, v in enumerate(made.versions)}}
        for a, b in zip(find(made), made.truth, strict=True):
            right += texts[a] == texts[b]
            total += 1
    return right, total


def undated(made: Family) -> Family:
    """Return a family whose dates are not known."""
    base, *others = (replace(each, published=None) for each in (made.base, *made.versions))
    return Family(base, tuple(others), made.truth)


def print_revisions() -> None:
    """Print the shares of revisions whose forerunner is found."""
    revisions = pages()
    for name, half in (("seen", revisions[::2]), ("unseen", revisions[1::2])):
        for dated, families in (("dated", half), ("undated", [undated(made) for made in half])):
            right, total = right_of(ours, families)
            peer, _ = right_of(by_likeness, families)
            if total:
                print(
                    f"revisions, {dated} ({name}): n {total}, ours {right / total:.3f},"
                    f" likeness alone {peer / total:.3f}"
                )


def main() -> None:
    """Print the shares found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--families", type=int, default=40, help="of each kind")
    count = parser.parse_args().families
    print("families of 6 versions | deeds | n | ours | likeness alone | ms a family")
    for seen, first in (("seen", 0), ("unseen", 1000)):
        for chain in (True, False):
            for deeds in (2, 4, 8, 16):
                made = [
                    family(random.Random(first + n), versions=6, deeds=deeds, chain=chain)
                    for n in range(count)
                ]
                began = time.perf_counter()
                right = share(ours, made)
                spent = (time.perf_counter() - began) * 1000 / count
                name = f"{'chain' if chain else 'tree'} ({seen})"
                peer = share(by_likeness, made)
                print(
                    f"{name:22} | {deeds:5} | {count * 6} | {right:.3f} | {peer:.3f} | {spent:.0f}"
                )
    print_revisions()


if __name__ == "__main__":
    main()
