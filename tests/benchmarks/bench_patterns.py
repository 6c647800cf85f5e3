"""Print how long each pattern of the program takes over texts made to slow it, and how that grows.

    python tests/benchmarks/bench_patterns.py [WORD OF A PATTERN'S PLACE]

Every pattern that is compiled while the program's modules are loaded is run, in the ways in
which its module uses it, over strings of 100,000 signs. It may take 50 ms there, and with twice
as many signs two and a half times as long. Each string is looked at in two shorter sizes first,
whose times foretell the long one: only what could be slow there is run there. The reader of copy
as a whole is held to the same growth over lines, paragraphs and strings. Ends with 1 where one
does not.
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
from math import log2
from pathlib import Path
from time import process_time
from typing import Any, cast

import variorum

AnyPattern = re.Pattern[Any]
PACKAGE = Path(variorum.__file__).parent
NOT_ASKING = {PACKAGE / "wire" / "patterns.py", Path(__file__)}
"""Compile for others."""
SIZE = 100_000
LONGEST = 0.05
STEEPEST = 2.5
COPY = 2_000
"""Signs of the shortest copy to read."""
SURE = 0.01
"""Seconds below which a clock is no judge, and nobody is harmed."""
PATIENCE = 2.0
LOOK, SECOND_LOOK = 2_000, 8_000
WORTH_A_LOOK = LONGEST * (LOOK / SIZE) ** 2
"""Seconds over a short string below which even a quadratic pattern is in time over the longest."""
DOUBTFUL = LONGEST / 3
"""Foretold seconds over the longest string from which it is run: clocks err over short ones."""
LIKELIEST = 5
"""Strings of a pattern that are run at full length: the slowest and the steepest foretold."""
STEEP = 2.2
"""Growth to the longest string from which it is measured beyond."""
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
        by = next(each for each in inspect.stack(0)[1:] if Path(each.filename) not in NOT_ASKING)
        file = Path(by.filename)
        if file.is_relative_to(PACKAGE):
            found.setdefault((made.pattern, made.flags), Found(made, file, by.lineno))
        return made

    wire: Any = importlib.import_module("variorum.wire.patterns")
    late = wire.pattern

    def compile_at_once(source: str, *, cased: bool = False) -> Any:
        made = late(source, cased=cased)
        _ = made.groups  # which is known when it is compiled
        return made

    re.compile, wire.pattern = compile_and_tell, compile_at_once
    try:
        for module in pkgutil.walk_packages([str(PACKAGE)], "variorum."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)
    finally:
        re.compile, wire.pattern = true, late
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
def units() -> dict[str, tuple[str, str]]:
    """Return what strings are made of: what is repeated, and what closes it, by their names."""
    dice = random.Random(20260401)
    made = {f"{piece!r}… {tail!r}": (piece, tail) for piece in (*ONES, *PAIRS) for tail in TAILS}
    return made | {"any": ("".join(dice.choices([*ONES, *PAIRS], k=LOOK)), "")}


def string(name: str, size: int) -> str:
    """Return a string of about a size."""
    piece, tail = units()[name]
    return piece * (size // len(piece)) + tail


def seconds(pattern: AnyPattern, way: str, text: str, *, times: int = 1) -> float:
    """Return how long a pattern takes over a text, the best of some times.

    The alarm is set by the wall clock: one set by the processor's makes the processor's clock
    tick every four milliseconds, and most of what is measured here takes less than one tick.
    """
    given = text.encode() if isinstance(pattern.pattern, bytes) else text
    best = PATIENCE
    signal.setitimer(signal.ITIMER_REAL, PATIENCE * times)
    try:
        for _ in range(times):
            began = process_time()
            WAYS[way](pattern, given)
            best = min(best, process_time() - began)
    except TooSlow:
        return PATIENCE
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return best


@dataclass(frozen=True, slots=True)
class Look:
    """Hold how long a pattern takes over a string in two short sizes."""

    name: str
    once: float
    longer: float

    @property
    def foretold(self) -> float:
        """Return how long it will take over the longest, by a parabola through both."""
        ratio = SECOND_LOOK / LOOK
        bend = max(0.0, (self.longer - ratio * self.once) / (ratio * ratio - ratio))
        slope = max(0.0, self.once - bend)
        return slope * (SIZE / LOOK) + bend * (SIZE / LOOK) ** 2


@dataclass(frozen=True, slots=True, order=True)
class Measured:
    """Hold how long a pattern takes over the longest string, and its growth by doubling."""

    took: float
    growth: float = 0.0
    name: str = ""

    @property
    def is_bad(self) -> bool:
        """Tell whether the pattern is too slow, or grows too steeply."""
        return self.took > LONGEST or self.growth > STEEPEST


def measure(found: Found, way: str) -> Measured:
    """Return the worst that a pattern does: too steep, too slow, or the slowest of all."""
    doubtful = [look for look in _looks(found.pattern, way) if look.foretold > DOUBTFUL]
    slowest = sorted(doubtful, key=lambda look: look.foretold)[-LIKELIEST:]
    steepest = sorted(doubtful, key=lambda look: look.longer / look.once)[-LIKELIEST:]
    measured = [_measured(found.pattern, way, look) for look in {*slowest, *steepest}]
    return max(measured, key=lambda one: (one.is_bad, one.took), default=Measured(0.0))


def _measured(pattern: AnyPattern, way: str, look: Look) -> Measured:
    """Run a pattern over the longest string, and over longer ones where it may grow too steeply."""
    text = string(look.name, SIZE)
    took = seconds(pattern, way, text)
    if took > SURE:
        took = min(took, seconds(pattern, way, text, times=2))
    if took < SURE:
        return Measured(took, 0.0, look.name)
    growth = (took / look.longer) ** (1 / log2(SIZE / SECOND_LOOK))
    if growth > STEEP:
        growth = _growth(pattern, way, look.name, took)
    return Measured(took, growth, look.name)


def _looks(pattern: AnyPattern, way: str) -> Iterator[Look]:
    """Look at the strings in two short sizes, where the first is worth a second look."""
    for name in units():
        text = string(name, LOOK)
        if seconds(pattern, way, text) < WORTH_A_LOOK:
            continue
        once = seconds(pattern, way, text, times=2)
        yield Look(name, once, seconds(pattern, way, string(name, SECOND_LOOK)))


def _growth(pattern: AnyPattern, way: str, name: str, took: float) -> float:
    """Return the growth by doubling: over more doublings where fewer say that it is steep."""
    growth = 0.0
    for doublings in DOUBLINGS:
        longer = seconds(pattern, way, string(name, SIZE << doublings), times=2)
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
            growth = 0.0
            for doublings in DOUBLINGS:
                growth = _growth_of_reading(read, unit, doublings)
                if growth <= STEEPEST:
                    break
            steepest = max(steepest, (growth, repr(unit)))
    return steepest


def _growth_of_reading(read: Callable[[str], object], unit: str, doublings: int) -> float:
    once, longer = (
        min(_took(read, unit * (size // len(unit))) for _ in range(2))
        for size in (COPY, COPY << doublings)
    )
    return (longer / max(once, SURE)) ** (1 / doublings)


def _took(work: Callable[[str], object], text: str) -> float:
    began = process_time()
    work(text)
    return process_time() - began


def main() -> None:
    """Print the slowest pattern of each room, and all that are too slow."""

    def ring(_signal: int, _frame: object) -> None:
        raise TooSlow

    signal.signal(signal.SIGALRM, ring)
    chosen = sys.argv[1] if len(sys.argv) > 1 else ""
    rooms: defaultdict[str, list[tuple[Measured, str]]] = defaultdict(list)
    all_of = [found for found in patterns() if chosen in str(found.file)]
    for found in all_of:
        place = found.file.relative_to(PACKAGE)
        for way in ways(found):
            worst = measure(found, way)
            rooms[place.parts[0]].append((worst, f"{place}:{found.line} {way}"))
            if worst.is_bad:
                print(f"{place}:{found.line} {way}: {_told(worst)}")
                print(f"    {found.pattern.pattern[:150]!r}", flush=True)
    print(
        f"\n{'room':14}{'uses':>6}  the slowest over {SIZE:,} signs, of those above {SURE * 1000:.0f} ms"
    )
    for room, uses_of in sorted(rooms.items()):
        worst, place = max(uses_of)
        print(
            f"{room:14}{len(uses_of):6}  {_told(worst) + ', ' + place if worst.took > SURE else '-'}"
        )
    failed = sum(worst.is_bad for uses_of in rooms.values() for worst, _ in uses_of)
    print(f"{len(all_of)} patterns, {sum(map(len, rooms.values()))} uses, {failed} too slow")
    growth, made_of = worst_reading()
    print(f"reading grows x{growth:.2f} by doubling at most, over {made_of}")
    print(f"{process_time():.0f} s of the processor")
    sys.exit(failed > 0 or growth > STEEPEST)


def _told(one: Measured) -> str:
    """Return a measure as words."""
    growth = f" over {one.name}, x{one.growth:.1f}" if one.name else ""
    return f"{one.took * 1000:.0f} ms{growth}"


if __name__ == "__main__":
    main()
