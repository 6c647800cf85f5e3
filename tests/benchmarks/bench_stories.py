"""Print how well and how fast stories are grouped, beside plain shingles.

`python tests/benchmarks/bench_stories.py [FOLDER OF DATA]`. "ours" has all articles before it begins,
"import" gets them one after another, and its time is that of the whole import. Beside it stand datasketch and rensa,
where they are installed (see `story_peers`). Wikipedia's version chains have
gold: all revisions of a page. Some share not eight words in a row with any other, because the
page was written anew or is of something else now; "that share a run" takes those for stories of
their own, and so says what a method that looks for shared text can reach. "vocabulary" says what joining by
words alone would gain there, and what it would cost where papers tell of one event. A third of the pages (by
the hash of their titles) is kept aside: nobody reads them. The reprints' clusters were computed by
single link; `labels/crossoutlet_stories.tsv` corrects them where both texts were read. Reuters copy
of 1987 has no chains, so that each large group is looked at by its titles' first words.
"""

# ruff: noqa: T201 - a script prints
import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import combinations
from math import comb, log
from pathlib import Path

from story_import import stories_of
from story_peers import peers

from variorum.formats.documents.plain import read_text
from variorum.stories.fingerprints import fingerprint, story_words
from variorum.stories.grouping import Group, group
from variorum.stories.likeness import RUN
from variorum.text import Article
from variorum.wire.reader import read

Labelled = tuple[Article, str]
DATA = Path(__file__).parents[3] / "shared" / "data"
MOST_FOR_SHINGLES = 1_000
BY_HAND = Path(__file__).parent / "labels" / "crossoutlet_stories.tsv"


def wikipedia(data: Path) -> Iterator[Labelled]:
    """Yield each version with its page as label."""
    with gzip.open(data / "wikipedia-versions" / "versions.jsonl.gz", "rt") as lines:
        for line in lines:
            page = json.loads(line)
            for text in page["versions"]:
                yield read(text), page["title"]


def is_aside(labelled: Labelled) -> bool:
    """Tell whether a page's revisions are kept aside."""
    return not sha256(labelled[1].encode()).digest()[0] % 3


def that_share_a_run(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Label revisions of a page alike only if a chain of shared runs leads from one to the other."""
    runs = [_runs(article) for article, _ in labelled]
    label = list(range(len(labelled)))
    for one, other in combinations(range(len(labelled)), 2):
        if labelled[one][1] == labelled[other][1] and not runs[one].isdisjoint(runs[other]):
            old, new = label[other], label[one]
            label = [new if each == old else each for each in label]
    return [(article, str(each)) for (article, _), each in zip(labelled, label, strict=True)]


def _runs(article: Article) -> set[tuple[str, ...]]:
    words = story_words(article)
    least = min(RUN, len(words)) or 1
    return {tuple(words[n : n + least]) for n in range(len(words) - least + 1)}


def reprints(data: Path, name: str, *, by_hand: bool = False) -> Iterator[Labelled]:
    """Yield each article with its cluster as label, as computed or as corrected by hand."""
    folder = data / "crossoutlet"
    clusters = json.loads((folder / f"{name}_clusters.json").read_text())
    label = {number: str(n) for n, cluster in enumerate(clusters) for number in cluster}
    for line in BY_HAND.read_text(encoding="utf-8").splitlines() if by_hand else ():
        one, alone, member = line.split("\t")
        if one == name:
            label[int(alone)] = label[int(member)]
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
    return _groups(label)


def by_vocabulary(articles: Sequence[Article]) -> list[Group]:
    """Join what ours joins, and what shares two fifths of the lighter one's words, weighed by rarity.

    What no shared run shows, words may: at .40 revisions of encyclopaedia pages come nearest to their
    gold (.45 and .35 are worse), and different reports of one event fall together.
    """
    words = [set(story_words(article)) for article in articles]
    having = Counter(word for each in words for word in each)
    rarity = {word: log(len(articles) / count) for word, count in having.items()}
    weights = [sum(rarity[word] for word in each) for each in words]
    label = labels_of(group(articles), len(articles))
    for one, other in combinations(range(len(articles)), 2):
        least = min(weights[one], weights[other])
        shared = sum(rarity[word] for word in words[one] & words[other])
        if least and min(len(words[one]), len(words[other])) > 14 and shared >= 0.4 * least:
            old, new = label[other], label[one]
            label = [new if each == old else each for each in label]
    return _groups(label)


def by_import(articles: Sequence[Article]) -> list[Group]:
    """Group as a library does that gets the articles one after another."""
    items = [read_text(article.text, origin=str(n)) for n, article in enumerate(articles)]
    return _groups(stories_of(items))


def _groups(labels: Iterable[int]) -> list[Group]:
    members: dict[int, list[int]] = {}
    for number, label in enumerate(labels):
        members.setdefault(label, []).append(number)
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


Method = tuple[str, Callable[[Sequence[Article]], list[Group]]]


def methods_for(count: int) -> list[Method]:
    """Return what ours stands beside; plain shingles compare each with each."""
    return [
        *(
            [("shingles", by_shingles), ("vocabulary", by_vocabulary)]
            if count < MOST_FOR_SHINGLES
            else []
        ),
        *peers(),
    ]


def measure(
    name: str, labelled: Sequence[Labelled], *, beside: Sequence[Method] | None = None
) -> list[Group]:
    """Print the figures of one collection, and of what ours stands beside."""
    articles = [article for article, _ in labelled]
    truth = [label for _, label in labelled]
    methods = [
        ("ours", group),
        ("import", by_import),
        *(methods_for(len(articles)) if beside is None else beside),
    ]
    groups: list[Group] = []
    for method, function in methods:
        began = time.process_time()
        found = function(articles)
        rate = len(articles) / (time.process_time() - began)
        score = adjusted_rand(truth, labels_of(found, len(articles)))
        largest = max(len(each.articles) for each in found)
        print(
            f"{name:24} {method:10} ARI {score:.3f}  pair F1 {pair_f1(truth, found):.3f}"
            f"  {len(found)} groups, largest {largest}  {rate:,.0f} articles/s of processor time"
        )
        groups = groups or found
    return groups


def main() -> None:
    """Print all figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    pages = list(wikipedia(data))
    measure("wikipedia", pages)
    halves = {
        "seen": [one for one in pages if not is_aside(one)],
        "aside": list(filter(is_aside, pages)),
    }
    for half, some in halves.items():
        measure(f"wikipedia {half}", some, beside=())
    for half, some in {"all": pages, **halves}.items():
        measure(f"that share a run, {half}", that_share_a_run(some), beside=())
    for name in ("census", "spotify", "summit"):
        measure(name, list(reprints(data, name)))
        by_hand = list(reprints(data, name, by_hand=True))
        measure(f"{name} by hand", by_hand, beside=[("vocabulary", by_vocabulary)])
    wire = list(reuters(data))
    groups = measure("reuters", wire)
    sizes = Counter(len(each.articles) for each in groups)
    print("sizes of groups on Reuters:", dict(sorted(sizes.items())))
    for each in sorted(groups, key=lambda g: -len(g.articles))[:12]:
        print("  ", len(each.articles), *[wire[n][1][:34] for n in each.articles[:6]], sep=" | ")


if __name__ == "__main__":
    main()
