"""A library and stories to import."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.library.library import Library

from ..fresh import library_at

WIRE = """Pilots walk out at Port Merrow

PORT MERROW, April 12 (Northline) - Pilots at the largest port of Karsova walked off the job on
Monday after talks over pay and rest hours stalled, leaving 14 ships at anchor.

The Pilots' Guild said 212 of its 230 members had joined the strike, which began at dawn.

"We have asked for rest, not riches," Guild chair Edda Moll told reporters at the gate.

Two freighters loaded with wheat were diverted to Saltholm overnight, shipping agents said.
"""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a new, empty library, closed after the test."""
    with library_at(tmp_path / "test.variorum") as library:
        yield library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder to import from."""
    folder = tmp_path / "stories"
    folder.mkdir()
    return folder


@pytest.fixture
def wire(folder: Path) -> Path:
    """Return a file with a wire story."""
    file = folder / "wire.txt"
    file.write_text(WIRE, encoding="utf-8")
    return file
