"""Print how well and how fast stories are grouped, beside plain shingles.

`python tests/benchmarks/bench_stories.py [FOLDER OF DATA]`. Beside it stand datasketch and rensa,
where they are installed (see `story_peers`). Wikipedia's version chains have
gold; the reprints' clusters were computed by single link; Reuters copy of 1987 has no
chains, so that each large group is looked at by its titles' first words.
"""

# ruff: noqa: T201 - a script prints
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import comb
from pathlib import Path

from story_peers import peers

from variorum.stories.fingerprints import fingerprint
from variorum.stories.grouping import Group, group
from variorum.text import Article
from variorum.wire.reader import read

Labelled = tuple[Article, str]
DATA = Path(__file__).parents[3] / "shared" / "data"


def wikipedia(data: Path) -> Iterator[Labelled]:
    """Yield each version with its page as label."""
    with gzip.open(data / "wikipedia-versions" / "versions.jsonl.gz", "rt") as lines:
        for line in lines:
            page = json.loads(line)
            for text in page["versions"]:
                yield read(text), page["title"]


def reprints(data: Path, name: str) -> Iterator[Labelled]:
    """Yield each article with its cluster as label."""
    folder = data / "crossoutlet"
    clusters = json.loads((folder / f"{name}_clusters.json").read_text())
    label = {number: str(n) for n, cluster in enumerate(clusters) for number in cluster}
    with gzip.open(folder / f"{name}_articles.jsonl.gz", "rt") as lines:
        for line in lines:
            row = json.loads(line)
            yield read("\n\n".join(row["paragraphs"])), label.get(row["id"], f"alone {row['id']}")


def reuters(data: Path) -> Iterator[Labelled]:
    """Yield each wire story with its title as label."""
    with gzip.open(data / "reuters21578" / "fields.jsonl.gz", "rt") as lines:
        for line in lines:
            row = json.loads(line)
            yield read(row["text"]), row["title"] or "-"


def by_shingles(articles: Sequence[Article]) -> list[Group]:
    """Group the usual way: single link over Jaccard of shingles, at .5."""
    prints = [fingerprint(article) for article in articles]
    label = list(range(len(articles)))
    for one, other in combinations(range(len(articles)), 2):
        union = len(prints[one] | prints[other])
        if union and len(prints[one] & prints[other]) / union >= 0.5:
            old, new = label[other], label[one]
            label = [new if each == old else each for each in label]
    members: dict[int, list[int]] = {}
    for number, each in enumerate(label):
        members.setdefault(each, []).append(number)
    return [Group(tuple(numbers), (None,) * len(numbers)) for numbers in members.values()]


def adjusted_rand(truth: Sequence[object], found: Sequence[object]) -> float:
    """Return the adjusted Rand index (Hubert and Arabie 1985)."""
    pairs = sum(comb(n, 2) for n in Counter(zip(truth, found, strict=True)).values())
    one = sum(comb(n, 2) for n in Counter(truth).values())
    other = sum(comb(n, 2) for n in Counter(found).values())
    expected = one * other / comb(len(truth), 2)
    return (pairs - expected) / ((one + other) / 2 - expected)


def pair_f1(truth: Sequence[object], groups: Sequence[Group]) -> float:
    """Return the F1 of the pairs that stand in one group."""
    found = labels_of(groups, len(truth))
    both = sum(comb(n, 2) for n in Counter(zip(truth, found, strict=True)).values())
    one = sum(comb(n, 2) for n in Counter(truth).values())
    other = sum(comb(n, 2) for n in Counter(found).values())
    return 2 * both / (one + other) if one + other else 1.0


def labels_of(groups: Sequence[Group], count: int) -> list[int]:
    """Return the number of its group for each article."""
    label = [0] * count
    for number, each in enumerate(groups):
        for article in each.articles:
            label[article] = number
    return label


def measure(name: str, labelled: Sequence[Labelled]) -> list[Group]:
    """Print the figures of one collection."""
    articles = [article for article, _ in labelled]
    truth = [label for _, label in labelled]
    methods: list[tuple[str, Callable[[Sequence[Article]], list[Group]]]] = [("ours", group)]
    if len(articles) < 1000:
        methods.append(("shingles", by_shingles))
    methods += peers()
    groups: list[Group] = []
    for method, function in methods:
        began = time.process_time()
        found = function(articles)
        rate = len(articles) / (time.process_time() - began)
        score = adjusted_rand(truth, labels_of(found, len(articles)))
        largest = max(len(each.articles) for each in found)
        print(
            f"{name:20} {method:10} ARI {score:.3f}  pair F1 {pair_f1(truth, found):.3f}"
            f"  {len(found)} groups, largest {largest}  {rate:,.0f} articles/s of processor time"
        )
        groups = groups or found
    return groups


def main() -> None:
    """Print all figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    measure("wikipedia", list(wikipedia(data)))
    for name in ("census", "spotify", "summit"):
        measure(name, list(reprints(data, name)))
    wire = list(reuters(data))
    groups = measure("reuters", wire)
    sizes = Counter(len(each.articles) for each in groups)
    print("sizes of groups on Reuters:", dict(sorted(sizes.items())))
    for each in sorted(groups, key=lambda g: -len(g.articles))[:12]:
        print("  ", len(each.articles), *[wire[n][1][:34] for n in each.articles[:6]], sep=" | ")


if __name__ == "__main__":
    main()
