"""Find the names in which a term stands, among thousands, while somebody types."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from variorum.library.folding import is_without_spaces
from variorum.library.search.matching import Term, plain_words


class NameIndex:
    """Hold names with their plain words, a line each in one text, so that one search reads all."""

    def __init__(self, names: Sequence[str]) -> None:
        self.names = tuple(names)
        words = [plain_words(name) for name in self.names]
        self._spaced = _Lines([f" {' '.join(of_name)} " for of_name in words])
        self._joined = _Lines(["".join(of_name) for of_name in words])

    def fitting(self, term: Term) -> list[str]:
        """Return the names that a term fits, as `Term.fits` tells it, in their order."""
        asked = plain_words(term.words)
        if not asked:
            return []
        if is_without_spaces(term.words):
            found = self._joined.holding("".join(asked))
        else:
            found = self._spaced.holding(f" {' '.join(asked)}{'' if term.begins else ' '}")
        return [self.names[line] for line in found]


class _Lines:
    """Hold lines as one text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines) + "\n"
        self._ends = list(accumulate(len(line) + 1 for line in lines))

    def holding(self, words: str) -> Iterator[int]:
        """Yield the numbers of the lines in which words stand; they hold no line break."""
        at = self._text.find(words)
        while at >= 0:
            line = bisect_right(self._ends, at)
            yield line
            at = self._text.find(words, self._ends[line])
