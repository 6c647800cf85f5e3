"""Group articles the ways that other libraries do, to be measured beside ours.

datasketch and rensa are no dependencies of ours: who has them in the Python that runs the
benchmark sees their figures. Both get our words in shingles of three, 128 permutations, and
join by single link what is alike at the threshold that was best for them on version chains.
"""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from variorum.stories.fingerprints import story_words
from variorum.stories.grouping import Group
from variorum.text import Article

PERMUTATIONS = 128
THRESHOLD = 0.3

Peer = Callable[[Sequence[Article]], list[Group]]


Place = Callable[[int, Sequence[str]], list[int]]
"""Take a text in, by its number and words, and return which of those before it are like it."""


def peers() -> list[tuple[str, Peer]]:
    """Return the peers that are installed, by name."""
    return [(name, partial(_group, make)) for name, make in incremental()]


def incremental() -> list[tuple[str, Callable[[], Place]]]:
    """Return how the peers that are installed are begun; each then takes one text after another."""
    known = {"datasketch": _datasketch, "rensa": _rensa}
    return [(name, make) for name, make in known.items() if find_spec(name)]


def _datasketch() -> Place:
    """Begin with MinHash and locality-sensitive hashing."""
    library: Any = import_module("datasketch")
    index = library.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)

    def place(number: int, words: Sequence[str]) -> list[int]:
        made = library.MinHash(num_perm=PERMUTATIONS)
        made.update_batch([shingle.encode() for shingle in _shingles(words)])
        found = [int(other) for other in index.query(made)]
        index.insert(str(number), made)
        return found

    return place


def _rensa() -> Place:
    """Begin with R-MinHash and locality-sensitive hashing."""
    library: Any = import_module("rensa")
    index = library.RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    kept: dict[int, Any] = {}

    def place(number: int, words: Sequence[str]) -> list[int]:
        sketch = library.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(_shingles(words))
        found = [n for n in index.query(sketch) if sketch.jaccard(kept[n]) >= THRESHOLD]
        index.insert(number, sketch)
        kept[number] = sketch
        return found

    return place


def _group(make: Callable[[], Place], articles: Sequence[Article]) -> list[Group]:
    place, stories = make(), Linked()
    for number, article in enumerate(articles):
        stories.add(number, place(number, story_words(article)))
    return [Group(tuple(each), (None,) * len(each)) for each in stories.members()]


def _shingles(words: Sequence[str]) -> list[str]:
    return [" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))]


class Linked:
    """Hold what is linked, directly or through others."""

    def __init__(self) -> None:
        self._parent: list[int] = []

    def add(self, number: int, like: Sequence[int]) -> None:
        """Add the next number and those before it that it is like."""
        self._parent.append(number)
        for other in like:
            self._parent[self.root(number)] = self.root(other)

    def root(self, number: int) -> int:
        """Return the number that stands for all that are linked with one."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def members(self) -> list[list[int]]:
        """Return the numbers that are linked with one another."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            found.setdefault(self.root(number), []).append(number)
        return list(found.values())
