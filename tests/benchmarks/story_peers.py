"""Group articles the ways that other libraries do, to be measured beside ours.

datasketch and rensa are no dependencies of ours: who has them in the Python that runs the
benchmark sees their figures. Both get our words in shingles of three, 128 permutations, and
join by single link what is alike at the threshold that was best for them on version chains.
"""

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from variorum.stories.fingerprints import story_words
from variorum.stories.grouping import Group
from variorum.text import Article

PERMUTATIONS = 128
THRESHOLD = 0.3

Peer = Callable[[Sequence[Article]], list[Group]]


def peers() -> list[tuple[str, Peer]]:
    """Return the peers that are installed, by name."""
    found: list[tuple[str, Peer]] = []
    if find_spec("datasketch"):
        found.append(("datasketch", by_datasketch))
    if find_spec("rensa"):
        found.append(("rensa", by_rensa))
    return found


def by_datasketch(articles: Sequence[Article]) -> list[Group]:
    """Group by MinHash with locality-sensitive hashing."""
    library: Any = import_module("datasketch")
    index = library.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)

    def sketch(shingles: Sequence[str]) -> Any:
        made = library.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in shingles])
        return made

    links: list[tuple[int, int]] = []
    for number, article in enumerate(articles):
        made = sketch(_shingles(article))
        links += [(number, int(other)) for other in index.query(made)]
        index.insert(str(number), made)
    return _linked(len(articles), links)


def by_rensa(articles: Sequence[Article]) -> list[Group]:
    """Group by R-MinHash with locality-sensitive hashing."""
    library: Any = import_module("rensa")
    index = library.RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    made: list[Any] = []
    links: list[tuple[int, int]] = []
    for number, article in enumerate(articles):
        sketch = library.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(_shingles(article))
        links += [
            (number, other)
            for other in index.query(sketch)
            if sketch.jaccard(made[other]) >= THRESHOLD
        ]
        index.insert(number, sketch)
        made.append(sketch)
    return _linked(len(articles), links)


def _shingles(article: Article) -> list[str]:
    words = story_words(article)
    return [" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))]


def _linked(count: int, links: Sequence[tuple[int, int]]) -> list[Group]:
    """Return what is linked, directly or through others."""
    parent = list(range(count))

    def root(number: int) -> int:
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    for one, other in links:
        parent[root(one)] = root(other)
    members: dict[int, list[int]] = {}
    for number in range(count):
        members.setdefault(root(number), []).append(number)
    return [Group(tuple(numbers), (None,) * len(numbers)) for numbers in members.values()]
