"""A start loads what its window needs; what it put off is loaded after it."""

import subprocess
import sys

from variorum.window.warming import PUT_OFF

_HEAVY = (
    *PUT_OFF,
    "variorum.wire.reader",
    "variorum.formats.registry",
    "variorum.exchange.formats",
    "variorum.library.merging.merge",
    "variorum.window.map.page",
    "openpyxl",
    "lxml",
    "trafilatura",
)


def loaded(code: str) -> set[str]:
    """Return those of the heavy modules that a Python has loaded after some lines."""
    lines = f"import sys\n{code}\nprint(*[name for name in {_HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", lines], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_a_start_loads_nothing_that_can_wait() -> None:
    """The rules of collation, the patterns of wire copy, formats and exports are put off."""
    assert loaded("import variorum.window.start") == set()


def test_what_was_put_off_can_be_loaded() -> None:
    """Every name is that of a module that is there."""
    assert set(PUT_OFF) <= loaded("from variorum.window.warming import load\nload()")
