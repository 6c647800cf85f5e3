# ruff: noqa: T201 - a script prints
"""Measure how collation grows on copy made to be slow: equal, alternating, reversed, unlike lines.

Prints milliseconds of this process's own time, both articles unread before, at a size, twice and
four times of it, and how many times longer the last doubling takes: n log n is 2.2.
Run from the root of the checkout: `python tests/benchmarks/bench_adversarial.py`.
"""

import random
import time
from collections.abc import Callable, Sequence

from bench_collation import article

from variorum.collation.collate import collate
from variorum.collation.reading.analysis import analyse
from variorum.text import Article

WORDS = [f"word{n}" for n in range(20_000)]
TOPIC = WORDS[:60]
LINES, ONE = (500, 1_000, 2_000), (12_500, 25_000, 50_000)
Make = Callable[[int], tuple[Article, Article]]


def _line(seed: int, size: int, words: Sequence[str] = WORDS) -> str:
    return " ".join(random.Random(seed).choices(words, k=size)).capitalize() + "."


def _pair(base: list[str], version: list[str]) -> tuple[Article, Article]:
    return article([[line] for line in base]), article([[line] for line in version])


def _lines(count: int) -> list[str]:
    return [_line(n, 8) for n in range(count)]


def equal(count: int) -> tuple[Article, Article]:
    """Say one thing many times, three times less in the version."""
    line = "He declined to comment on the plan."
    return _pair([line] * count, [line] * (count - 3))


def other_figures(count: int) -> tuple[Article, Article]:
    """Change the figure of lines that are else the same."""
    lines = [f"Crews found {n} seals on Monday off Lund." for n in range(count + 1)]
    return _pair(lines[:-1], lines[1:])


def alternating(count: int) -> tuple[Article, Article]:
    """Let two lines take turns, and begin with the other one."""
    lines = ["He declined to comment now.", "She agreed with them all."]
    return _pair(lines * (count // 2), lines[::-1] * (count // 2))


def backwards(count: int) -> tuple[Article, Article]:
    """Turn the order of all lines round."""
    return _pair(_lines(count), _lines(count)[::-1])


def shuffled(count: int) -> tuple[Article, Article]:
    """Bring all lines into a chance order."""
    return _pair(_lines(count), random.Random(1).sample(_lines(count), count))


def unlike(count: int) -> tuple[Article, Article]:
    """Share nothing."""
    return _pair(_lines(count), [_line(-n - 1, 8) for n in range(count)])


def of_one_topic(count: int) -> tuple[Article, Article]:
    """Share a few dozen words in ever other order."""
    return _pair(
        [_line(n, 10, TOPIC) for n in range(count)],
        [_line(-n - 1, 10, TOPIC) for n in range(count)],
    )


def parted(count: int) -> tuple[Article, Article]:
    """Part every sentence."""
    halves = [(_line(n, 8)[:-1], _line(-n - 1, 8)) for n in range(count // 2)]
    whole = [f"{one}, and {other[0].lower()}{other[1:]}" for one, other in halves]
    return _pair(whole, [part for one, other in halves for part in (f"{one}.", other)])


def one_sentence(count: int) -> tuple[Article, Article]:
    """Write all words in one sentence, and drop some."""
    words = random.Random(3).choices(WORDS, k=count)
    return _pair(
        [" ".join(words) + "."], [" ".join(w for n, w in enumerate(words) if n % 17) + "."]
    )


def one_word(count: int) -> tuple[Article, Article]:
    """Write one word over and over in one sentence."""
    return _pair(["gull " * count], ["gull " * (count - 7)])


ROWS: tuple[tuple[Make, tuple[int, ...]], ...] = (
    *((make, LINES) for make in (equal, other_figures, alternating, backwards)),
    *((make, LINES) for make in (shuffled, unlike, of_one_topic, parted)),
    (one_sentence, ONE),
    (one_word, ONE),
)


def measure(base: Article, version: Article) -> float:
    """Return the milliseconds of one collation, both articles unread before."""
    analyse.cache_clear()
    start = time.process_time()
    collate(base, version)
    return (time.process_time() - start) * 1000


def main() -> None:
    """Print a line for each kind of copy."""
    for make, sizes in ROWS:
        taken = [min(measure(*make(size)) for _ in range(2)) for size in sizes]
        cells = "".join(f"{size:>8,}: {ms:>7.1f} ms" for size, ms in zip(sizes, taken, strict=True))
        print(f"{make.__name__:<14}{cells}   x {taken[-1] / taken[-2]:.1f}", flush=True)


if __name__ == "__main__":
    main()
