"""Keep what a function says of a word: a table that fills itself, for what every word comes by.

Asked for known words it is a plain look-up, two to three times as quick as `functools.lru_cache`,
which also moves each word that it is asked for to the front of its list.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

V = TypeVar("V")


class Memo(dict[str, V], Generic[V]):
    """Hold answers by word; a full table is emptied, for a story's words are soon known again."""

    __slots__ = ("_longest", "_most", "_work")

    def __init__(self, work: Callable[[str], V], *, most: int, longest: int) -> None:
        """Take the function, how many words are kept, and how many letters these have at most."""
        super().__init__()
        self._work, self._most, self._longest = work, most, longest

    def __missing__(self, word: str) -> V:
        """Ask the function, and keep its answer."""
        found = self._work(word)
        if len(word) <= self._longest:
            if len(self) >= self._most:
                self.clear()
            self[word] = found
        return found
