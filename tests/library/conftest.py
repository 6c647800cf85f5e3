"""An open library for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from variorum.library.library import Library

from ..fresh import library_at, quick_folder


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a new, empty library, closed after the test."""
    with library_at(tmp_path / "test.variorum") as library:
        yield library


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """Return a folder that everybody may enter.

    Those of pytest lie in one that each pytest that starts shuts to others, while we run.
    """
    with quick_folder() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
