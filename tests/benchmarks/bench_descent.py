# ruff: noqa: T201 - a script prints
"""Find again from which version each was made, in families whose descent is known.

Families are made up by desks that edit what another desk printed (`tests/stories/desks.py`):
chains and trees, with few and many deeds between two printings. Beside ours stands what one
would do without: the version with the most lines in common (a tree by likeness alone).
Seeds below 1,000 were looked at while weights were chosen; the others were not.
Run from the root of the checkout: `python tests/benchmarks/bench_descent.py`.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import Indel

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.stories.desks import Family, family

from variorum.collation.collate import collate
from variorum.stories.descent import descents


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


if __name__ == "__main__":
    main()
