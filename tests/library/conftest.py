"""An open library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.library.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a new, empty library, closed after the test."""
    with Library.open(tmp_path / "test.variorum", create=True) as library:
        yield library
