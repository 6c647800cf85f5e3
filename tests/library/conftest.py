"""An open library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.library.library import Library

from ..fresh import library_at


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a new, empty library, closed after the test."""
    with library_at(tmp_path / "test.variorum") as library:
        yield library
