"""Formats that are loaded late: the start does not pay for them, and they are really there."""

import subprocess
import sys
from importlib import import_module

import pytest

from variorum.formats.later import Later
from variorum.formats.registry import FORMATS

LATE = [row.read.module for row in FORMATS if isinstance(row.read, Later)]


@pytest.mark.parametrize("module", LATE)
def test_module_is_there(module: str) -> None:
    """A name in the table that leads nowhere would be found by the reader only."""
    assert callable(import_module(module).read_file)


def test_registry_loads_without_what_reads_pages() -> None:
    """Whoever imports plain text does not wait for an HTML library."""
    code = "import sys, variorum.formats.registry; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["False", "False"]
