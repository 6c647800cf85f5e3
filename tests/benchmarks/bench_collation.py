# ruff: noqa: T201 - a script prints
"""Measure how long a collation takes, beside difflib and a plain word diff of rapidfuzz.

Prints milliseconds for the founding pair where it is present, and for generated stories of
1,000, 2,000 and 10,000 words a side: `fresh` includes cutting both articles into sentences and
words, `again` is a second version against a base that is known already. Budgets: the pair
5 ms, 1,000 words 10 ms, 2,000 words 25 ms, 10,000 words 250 ms.
Run from the root of the checkout: `python tests/benchmarks/bench_collation.py`.
"""

import datetime as dt
import difflib
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rapidfuzz.distance import Indel

from variorum.collation.analysis import analyse
from variorum.collation.collate import collate
from variorum.text import Article, Passage, PassageKind, Span
from variorum.wire.reader import read

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
SIZES = (1_000, 2_000, 10_000)
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
    """Return the best of some rounds in milliseconds."""
    times: list[float] = []
    for _ in range(rounds):
        before()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def measure(name: str, base: Article, version: Article, *, rounds: int) -> None:
    """Print one line of figures."""
    words = base.text.split(), version.text.split()
    collate(base, version)
    fresh = best(lambda: collate(base, version), rounds=rounds, before=analyse.cache_clear)
    again = best(lambda: collate(base, version), rounds=rounds, before=lambda: None)
    plain = best(lambda: Indel.opcodes(*words), rounds=rounds, before=lambda: None)
    matcher = best(
        lambda: difflib.SequenceMatcher(None, *words, autojunk=False).get_opcodes(),
        rounds=1 if len(words[0]) > 5_000 else 3,
        before=lambda: None,
    )
    print(
        f"{name:>14} {len(words[0]):>6} {len(words[1]):>6} {fresh:>9.1f} {again:>9.1f}"
        f" {plain:>9.1f} {matcher:>10.1f}"
    )


def main() -> None:
    """Print the table."""
    print(
        f"{'':>14} {'base':>6} {'version':>6} {'fresh':>9} {'again':>9} {'rapidfuzz':>9} {'difflib':>10}"
    )
    seeds = sorted(SEEDS.glob("*.txt"))
    if len(seeds) == 2:
        base, version = (read(path.read_text("utf-8")) for path in seeds)
        measure("founding pair", base, version, rounds=40)
    for size in SIZES:
        chance = random.Random(size)
        paragraphs = story(chance, size)
        base, version = article(paragraphs), article(reprint(chance, paragraphs))
        measure(f"{size:,} words", base, version, rounds=5)
    print(
        "milliseconds; rapidfuzz and difflib compare bare words and prove nothing", file=sys.stderr
    )


if __name__ == "__main__":
    main()
