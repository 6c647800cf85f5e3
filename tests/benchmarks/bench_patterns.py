"""Print which patterns of the program take longer than in proportion to a text made to slow them.

    python tests/benchmarks/bench_patterns.py [WORD OF A PATTERN'S PLACE]

Every pattern that is compiled while the program's modules are loaded is run, in the ways in
which its module uses it, over strings of up to 100,000 signs. It may take 50 ms there, and with
twice as many signs two and a half times as long. The reader of copy as a whole is held to the
same growth over lines, paragraphs and strings. Ends with 1 where one does not.
"""
# ruff: noqa: T201 - a script prints

import ast
import importlib
import inspect
import pkgutil
import random
import re
import signal
import sys
from collections import defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any, cast

import variorum

AnyPattern = re.Pattern[Any]
PACKAGE = Path(variorum.__file__).parent
WIRE = PACKAGE / "wire" / "patterns.py"
"""Compiles for others."""
SIZE = 100_000
LONGEST = 0.05
STEEPEST = 2.5
COPY = 2_000
"""Signs of the shortest copy to read."""
SURE = 0.01
"""Seconds below which a clock is no judge, and nobody is harmed."""
PATIENCE = 1.0
FIRST_LOOK = 10_000
WORTH_A_LOOK = LONGEST * (FIRST_LOOK / SIZE) ** 2
"""Seconds over a shorter string below which even a quadratic pattern is in time over the longest."""
DOUBLINGS = (2, 3)
"""Beyond the size, to measure growth by: a single one is as long as what a clock gets wrong."""

ONES = (" ", "\t", "\n", "a", "A", "1", "(", "[", "-", "—", ".", ",", '"', "“", "'", "<", "&", "/", "*", "é", "\u4e00")  # fmt: skip
PAIRS = (
    "a ", "A ", "Aa ", "word ", "Word ", "A.", "A. ", "a.", "a-", "A-", "1 ", "1,", "1.", "1:", "$1 ",
    "(a", "(A) ", "[a", "- ", "-- ", "— ", " \n", "a\n", "A\n", "\n\n", '"a" ', '"a', "“a”", "a, ",
    "Aa, ", "Aa Aa and ", "By Aa ", "1 May ", "May 1, ", "of the ", "(Aa)", "<a ", "<a>", "&a", "a@",
    "a.a@", "http://", "a/", "* ", "a  b", "A1", "1a",
)  # fmt: skip
TAILS = ("", "!", "\n", "x", " \x00")


Way = Callable[[AnyPattern, Any], object]


def every(pattern: AnyPattern, text: Any) -> None:
    """Find all there is."""
    found = cast("Iterator[object]", pattern.finditer(text))
    deque(found, maxlen=0)


WAYS: dict[str, Way] = {
    "match": lambda pattern, text: cast("object", pattern.match(text)),
    "fullmatch": lambda pattern, text: cast("object", pattern.fullmatch(text)),
    "search": lambda pattern, text: cast("object", pattern.search(text)),
    "finditer": every,
}
SAME = {"findall": "finditer", "sub": "finditer", "subn": "finditer", "split": "finditer"}


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a pattern, and the line that compiled it."""

    pattern: AnyPattern
    file: Path
    line: int


class TooSlow(Exception):
    """A pattern took longer than anybody waits."""


def patterns() -> list[Found]:
    """Return every pattern of ours that the loading of our modules compiles."""
    found: dict[tuple[object, int], Found] = {}
    true = re.compile

    def compile_and_tell(pattern: Any, flags: Any = 0) -> Any:
        made = true(pattern, flags)
        by = next(each for each in inspect.stack(0)[1:] if Path(each.filename) != WIRE)
        file = Path(by.filename)
        if file.is_relative_to(PACKAGE):
            found.setdefault((made.pattern, made.flags), Found(made, file, by.lineno))
        return made

    re.compile = compile_and_tell
    try:
        for module in pkgutil.walk_packages([str(PACKAGE)], "variorum."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        re.compile = true
    return list(found.values())


@cache
def uses(file: Path) -> dict[str, set[str]]:
    """Return in which ways a module uses each of its names."""
    used: defaultdict[str, set[str]] = defaultdict(set)
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=attr):
                used[name].add(SAME.get(attr, attr))
            case ast.Attribute(value=ast.Attribute(attr=name), attr=attr):
                used[name].add(SAME.get(attr, attr))
            case _:
                pass
    return used


def ways(found: Found) -> list[str]:
    """Return how a pattern is used; in every way where that is not plain."""
    tree = ast.parse(found.file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call()):
                if node.lineno <= found.line <= (node.end_lineno or 0):
                    used = uses(found.file)[name] & set(WAYS)
                    if used:
                        return sorted(used)
            case _:
                pass
    return list(WAYS)


@cache
def texts(size: int) -> dict[str, str]:
    """Return strings of about a size, by the words that made them."""
    made = {
        f"{piece!r}… {tail!r}": piece * (size // len(piece)) + tail
        for piece in (*ONES, *PAIRS)
        for tail in TAILS
    }
    dice = random.Random(20260401)
    return made | {"any": "".join(dice.choices([*ONES, *PAIRS], k=size))[:size]}


def seconds(pattern: AnyPattern, way: str, text: str, *, times: int = 1) -> float:
    """Return how long a pattern takes over a text, the best of some times."""
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = PATIENCE
    for _ in range(times):
        began = process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            WAYS[way](pattern, given)
        except TooSlow:
            return PATIENCE
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, process_time() - began)
    return best


def worst(found: Found, way: str) -> tuple[float, float, str]:
    """Return the longest time that is too long, its growth by doubling, and the text."""
    bad = (0.0, 0.0, "")
    for name, short in texts(FIRST_LOOK).items():
        if seconds(found.pattern, way, short) < WORTH_A_LOOK:
            continue
        text = texts(SIZE)[name]
        took = seconds(found.pattern, way, text)
        if took < SURE:
            continue
        took = seconds(found.pattern, way, text, times=3)
        if took < SURE:
            continue
        growth = _growth(found.pattern, way, name, took)
        if took > LONGEST or growth > STEEPEST:
            bad = max(bad, (took, growth, name))
    return bad


def _growth(pattern: AnyPattern, way: str, name: str, took: float) -> float:
    """Return the growth by doubling: over more doublings where fewer say that it is steep."""
    growth = 0.0
    for doublings in DOUBLINGS:
        longer = seconds(pattern, way, texts(SIZE << doublings)[name], times=3)
        growth = (longer / took) ** (1 / doublings)
        if growth <= STEEPEST:
            break
    return growth


def worst_reading() -> tuple[float, str]:
    """Return the steepest growth of reading copy, and what it was made of."""
    # Not imported above: its patterns are to be seen when they are compiled.
    read = importlib.import_module("variorum.wire.reader").read
    steepest = (0.0, "")
    for piece in (*ONES, *PAIRS):
        for close in ("", "\n", "\n\n"):
            unit = piece + close
            once, longer = (
                min(_took(read, unit * (size // len(unit))) for _ in range(2))
                for size in (COPY, COPY << DOUBLINGS[0])
            )
            growth = (longer / max(once, SURE)) ** (1 / DOUBLINGS[0])
            steepest = max(steepest, (growth, repr(unit)))
    return steepest


def _took(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began


def main() -> None:
    """Print the patterns that are too slow."""

    def ring(_signal: int, _frame: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGVTALRM, ring)
    chosen = sys.argv[1] if len(sys.argv) > 1 else ""
    all_of = [found for found in patterns() if chosen in str(found.file)]
    failed = 0
    for found in all_of:
        for way in ways(found):
            took, growth, name = worst(found, way)
            if took:
                failed += 1
                place = f"{found.file.relative_to(PACKAGE)}:{found.line}"
                print(f"{place} {way}: {took * 1000:.0f} ms over {name}, x{growth:.1f}")
                print(f"    {found.pattern.pattern[:150]!r}", flush=True)
    print(f"{len(all_of)} patterns, {failed} uses too slow", flush=True)
    growth, made_of = worst_reading()
    print(f"reading grows x{growth:.2f} by doubling at most, over {made_of}")
    sys.exit(failed > 0 or growth > STEEPEST)


if __name__ == "__main__":
    main()
