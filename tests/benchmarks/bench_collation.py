# ruff: noqa: T201 - a script prints
"""Measure how long a collation takes, beside difflib, rapidfuzz, diff-match-patch and CollateX.

Prints milliseconds of one core for the founding pair where it is present, and for generated
stories of 400 to 50,000 words a side: `cold` includes cutting both articles into sentences and
words, `warm` is a second run over articles that are known already. Budgets, warm and cold:
1,000 words 10 and 15 ms, 2,000 words 25 ms, 10,000 words 250 ms, 50,000 words 2 s; growth no
worse than n log n. A peer that is not installed, or would not end, has no figure: rapidfuzz is
the program's own; `diff-match-patch` and `collatex` are looked for on the path of modules.
Run from the root of the checkout: `python tests/benchmarks/bench_collation.py`.
"""

import datetime as dt
import difflib
import gc
import importlib
import importlib.util
import math
import random
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import Indel

from variorum.__main__ import collect_seldom
from variorum.collation.collate import collate
from variorum.collation.reading.analysis import analyse
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire.reader import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SIZES = (400, 1_000, 2_000, 10_000, 50_000)
_LITTLE = [
    "the",
    "of",
    "in",
    "to",
    "and",
    "a",
    "that",
    "on",
    "for",
    "with",
    "at",
    "by",
    "from",
    "as",
    "it",
    "was",
    "said",
    "is",
    "had",
    "its",
]
_SYLLABLES = [
    "ba",
    "ren",
    "tol",
    "mi",
    "sa",
    "der",
    "kon",
    "li",
    "pre",
    "ver",
    "ta",
    "no",
    "gu",
    "har",
    "dis",
    "ent",
    "is",
    "or",
    "al",
    "per",
    "fo",
    "ca",
]


def vocabulary(chance: random.Random, size: int) -> list[str]:
    """Make up words."""
    return ["".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(size)]


def sentence(chance: random.Random, words: list[str]) -> str:
    """Make up a sentence with little words, rare words, names and figures in it."""
    parts: list[str] = []
    for _ in range(chance.randint(14, 30)):
        kind = chance.random()
        if kind < 0.4:
            parts.append(chance.choice(_LITTLE))
        elif kind < 0.9:
            parts.append(words[min(int(chance.paretovariate(0.9)) - 1, len(words) - 1)])
        elif kind < 0.95:
            parts.append(chance.choice(words[-200:]).capitalize())
        else:
            parts.append(str(chance.randint(2, 400)))
    parts[0] = parts[0].capitalize()
    return " ".join(parts) + "."


def story(chance: random.Random, size: int) -> list[list[str]]:
    """Make up a story of about so many words: paragraphs of sentences."""
    words = vocabulary(chance, 4_000)
    paragraphs: list[list[str]] = []
    count = 0
    while count < size:
        paragraphs.append([sentence(chance, words) for _ in range(chance.randint(1, 3))])
        count += sum(len(s.split()) for s in paragraphs[-1])
    return paragraphs


def reprint(chance: random.Random, paragraphs: list[list[str]]) -> list[list[str]]:
    """Edit a story as desks do: drop, move and split paragraphs, change words here and there."""
    edited = [list(p) for p in paragraphs if chance.random() > 0.08]
    for _ in range(len(edited) // 20):
        edited.insert(chance.randrange(len(edited)), edited.pop(chance.randrange(len(edited))))
    found: list[list[str]] = []
    for paragraph in edited:
        sentences = [_touched(chance, s) if chance.random() < 0.6 else s for s in paragraph]
        if len(sentences) > 1 and chance.random() < 0.3:
            found += [sentences[:1], sentences[1:]]
        else:
            found.append(sentences)
    return found


def _touched(chance: random.Random, sentence_: str) -> str:
    words = sentence_.split()
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(1, len(words) - 1)
        deed = chance.random()
        if deed < 0.3:
            words.insert(place, "Mr")
        elif deed < 0.6:
            words[place] = chance.choice(words)
        elif len(words) > 6:
            del words[place]
    return " ".join(words)


def article(paragraphs: list[list[str]]) -> Article:
    """Return a story as an article."""
    text = ""
    passages: list[Passage] = []
    for number, paragraph in enumerate(paragraphs):
        words = " ".join(paragraph)
        start = len(text)
        text += words + ("\n\n" if number + 1 < len(paragraphs) else "")
        span = Span(start, len(text))
        passages.append(Passage(PassageKind.PARAGRAPH, span, Span(start, start + len(words))))
    return Article(text, tuple(passages), published=dt.date(2024, 5, 1))


def best(work: Callable[[], object], *, rounds: int, before: Callable[[], object]) -> float:
    """Return the best of some rounds in milliseconds of this process's own time.

    What the round before left behind is swept up first: it is no part of this one's work.
    """
    times: list[float] = []
    for _ in range(rounds):
        before()
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def _nothing() -> None:
    """Prepare nothing."""


def _rapidfuzz(one: str, other: str) -> object:
    return Indel.opcodes(one.split(), other.split())


def _difflib(one: str, other: str) -> object:
    return difflib.SequenceMatcher(None, one.split(), other.split(), autojunk=False).get_opcodes()


def _diff_match_patch(one: str, other: str) -> object:
    differ = importlib.import_module("diff_match_patch").diff_match_patch()
    differ.Diff_Timeout = 0
    return differ.diff_main(one, other)


def _collatex(one: str, other: str) -> object:
    module = importlib.import_module("collatex")
    collation = module.Collation()
    collation.add_plain_witness("A", one)
    collation.add_plain_witness("B", other)
    return module.collate(collation, segmentation=False)


PEERS: dict[str, tuple[Callable[[str, str], object], int]] = {
    "rapidfuzz": (_rapidfuzz, 50_000),
    "difflib": (_difflib, 10_000),
    "diff_match_patch": (_diff_match_patch, 10_000),
    "collatex": (_collatex, 400),
}
"""Each with the most words a side at which it ends in a minute or two."""


def peer(name: str, base: Article, version: Article) -> str:
    """Return the milliseconds that a peer takes, or why there are none."""
    work, most = PEERS[name]
    if importlib.util.find_spec(name) is None:
        return "absent"
    words = len(base.text.split())
    if words > most * 1.2:
        return "-"
    rounds = 1 if words > 1_500 or name == "collatex" else 3
    taken = best(lambda: work(base.text, version.text), rounds=rounds, before=_nothing)
    return f"{taken:.1f}"


def measure(name: str, base: Article, version: Article, *, rounds: int) -> float:
    """Print one line of figures; return the milliseconds of a cold run."""
    collate(base, version)
    cold = best(lambda: collate(base, version), rounds=rounds, before=analyse.cache_clear)
    warm = best(lambda: collate(base, version), rounds=rounds, before=_nothing)
    peers = " ".join(f"{peer(each, base, version):>16}" for each in PEERS)
    counts = f"{len(base.text.split()):>7} {len(version.text.split()):>7}"
    print(f"{name:>14} {counts} {warm:>8.1f} {cold:>8.1f} {peers}", flush=True)
    return cold


def main() -> None:
    """Print the table, with the collector of garbage set as the program sets it."""
    collect_seldom()
    head = " ".join(f"{name:>16}" for name in PEERS)
    print(f"{'':>14} {'base':>7} {'version':>7} {'warm':>8} {'cold':>8} {head}")
    seeds = sorted(SEEDS.glob("*.txt"))
    if len(seeds) == 2:
        base, version = (read(path.read_text("utf-8")) for path in seeds)
        measure("founding pair", base, version, rounds=40)
    taken: list[tuple[int, float]] = []
    for size in SIZES:
        chance = random.Random(size)
        paragraphs = story(chance, size)
        base, version = article(paragraphs), article(reprint(chance, paragraphs))
        rounds = 20 if size <= 2_000 else 3
        cold = measure(f"{size:,} words", base, version, rounds=rounds)
        taken.append((len(base.text.split()), cold))
    for (one, before), (other, after) in pairwise(taken):
        most = other * math.log(other) / (one * math.log(one))
        print(f"{one} to {other} words: {after / before:.1f} times the time; n log n is {most:.1f}")
    print(
        "milliseconds of one core; the peers compare words or characters and prove nothing",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
