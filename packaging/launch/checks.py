"""Everything that must hold before a change is shared: style, types, imports, tests."""

from collections.abc import Sequence
from pathlib import Path

from launch.environment import Environment
from launch.steps import CHECKOUT, run, say

# pyright looks for a newer version of itself unless told not to; Qt draws without a screen.
_SETTINGS = {
    "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    "PYRIGHT_PYTHON_GLOBAL_NODE": "0",
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONUTF8": "1",
}


def check(environment: Environment, pytest_arguments: Sequence[str]) -> int:
    """Run every check, the tests last, and return 0 when all of them passed.

    The last line is pytest's count, unless something else failed.
    """
    failed: list[str] = []
    for name, command in _commands(environment):
        say(f"== {name}")
        if run(command, extra=_SETTINGS):
            failed.append(name)
    say("== pytest")
    code = run(
        [environment.python, "-m", "pytest", "-n", "2", "--dist", "worksteal", *pytest_arguments],
        extra=_SETTINGS,
    )
    if failed:
        say(f"Failed before the tests: {', '.join(failed)}.")
    return code or int(bool(failed))


def _commands(environment: Environment) -> list[tuple[str, list[str | Path]]]:
    """Return the checks before the tests, by name; all of them run in the checkout."""
    return [
        ("ruff check", [environment.tool("ruff"), "check", CHECKOUT]),
        ("ruff format", [environment.tool("ruff"), "format", "--check", CHECKOUT]),
        ("pyright", [environment.python, "-m", "pyright", "--project", CHECKOUT]),
        ("lint-imports", [environment.tool("lint-imports"), "--no-logo"]),
    ]
