"""The wire room reads in linear time: no pattern can run away, and work grows with the text."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from variorum import wire
from variorum.wire import patterns
from variorum.wire.reader import read

for _module in pkgutil.iter_modules(wire.__path__):
    importlib.import_module(f"variorum.wire.{_module.name}")

_MOST_REPEATS = 400
_REPEATS = {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}


def _parsed(source: str, flags: int) -> Any:
    """Return a pattern as the standard library's own parser sees it."""
    return re._parser.parse(source, flags)  # type: ignore[attr-defined]


def _faults(parsed: Iterable[Any], *, repeated: bool = False) -> list[str]:
    """Return what could make a pattern run away: a repeat without a bound, or one in another."""
    found: list[str] = []
    for operation, argument in parsed:
        name = str(operation)
        if name in _REPEATS:
            least, most, inner = argument
            if int(most) > _MOST_REPEATS:
                found.append(f"a repeat of up to {int(most)}")
            varies = int(most) > 1 and least != most
            if varies and repeated:
                found.append("a repeat within a repeat")
            found += _faults(inner, repeated=repeated or int(most) > 1)
        else:
            for part in _parts(name, argument):
                found += _faults(part, repeated=repeated)
    return found


def _parts(name: str, argument: Any) -> list[Any]:
    """Return the sub-patterns of an operation."""
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in {"ASSERT", "ASSERT_NOT"}:
        return [argument[1]]
    return [argument] if name == "ATOMIC_GROUP" else []


@pytest.mark.parametrize("compiled", patterns.PATTERNS, ids=lambda p: p.pattern[:40])
def test_no_pattern_can_run_away(compiled: re.Pattern[str]) -> None:
    """Bound every repeat, and put none of unknown length inside another."""
    parsed = _parsed(compiled.pattern, compiled.flags & ~re.UNICODE)

    assert _faults(parsed) == []


def test_walk_sees_a_pattern_that_runs_away() -> None:
    """Find the faults that the walk is there for."""
    faults = _faults(_parsed(r"(?:a{0,3}b?){0,5}c{0,999}$", 0))

    assert faults == ["a repeat within a repeat", "a repeat of up to 999"]


def test_patterns_are_compiled_in_one_module_alone() -> None:
    """Let no other module of the room compile a pattern past the walk."""
    room = Path(wire.__path__[0])
    guilty = [
        path.name
        for path in sorted(room.glob("*.py"))
        if path.name != "patterns.py" and "compile" in _calls_on_re(path)
    ]

    assert guilty == []


def _calls_on_re(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.func.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
    }


UNITS = [
    " ", "x", "A", "(", "-", "- ", "Word and ", "(Corrects ", "(Reporting by A; ", "By Ann Lee and ",
    "a b c\n", "* \n", "To contact the reporter ", "OSLO, ", "1 2 3\n", "date 2021-03-04 ", "a@b.", "© 2020 ", "A. ",
    "[", "/", "\t", "新华社", "(OSLO=", "([", "Nov 3 ", "\n", "\r", "x.\n\n", "Big Plan Draws New Fire From Towns\n\n",
]  # fmt: skip


class _Steps:
    """Count how many lines of the room's own code a text takes: a clock that no machine changes."""

    def __init__(self) -> None:
        self.count = 0

    def trace(self, frame: Any, _event: str, _argument: object) -> Any:
        """Count a line of the wire room."""
        self.count += 1
        return self.trace if "wire" in frame.f_code.co_filename else None


def _steps(text: str) -> int:
    steps = _Steps()
    before = sys.gettrace()
    sys.settrace(steps.trace)
    try:
        read(text)
    finally:
        sys.settrace(before)
    return steps.count


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_text(unit: str) -> None:
    """Take at most some three times the steps for twice the text, whatever it repeats."""
    read(unit * 10)
    half, whole = (_steps((unit * 4_000)[:size]) for size in (2_000, 4_000))

    assert whole <= 2.6 * half + 500
