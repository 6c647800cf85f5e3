"""Formats that are loaded late: the start does not pay for them, and they are really there."""

import subprocess
import sys
from importlib import import_module

import pytest

from variorum.formats.later import Later, LaterTable
from variorum.formats.registry import FORMATS

LATE = [row.read.module for row in FORMATS if isinstance(row.read, Later)]
TABLES = [row.open_table for row in FORMATS if isinstance(row.open_table, LaterTable)]
HEAVY = ["lxml", "markdown", "openpyxl", "pypdfium2", "trafilatura"]


@pytest.mark.parametrize("module", LATE)
def test_module_is_there(module: str) -> None:
    """A name in the table that leads nowhere would be found by the reader only."""
    assert callable(import_module(module).read_file)


@pytest.mark.parametrize("table", TABLES)
def test_module_of_a_corpus_is_there(table: LaterTable) -> None:
    """The same for what opens tables."""
    assert callable(getattr(import_module(table.module), table.function))


def test_registry_loads_without_what_reads_pages() -> None:
    """Whoever imports plain text does not wait for the libraries of other formats."""
    code = f"import sys, variorum.formats.registry; print(set({HEAVY}) & sys.modules.keys())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": ":".join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.strip() == "set()"
