"""What every test has: a screen that needs none, and the measuring data where it is present."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> tuple[Path, Path]:
    """Return the founding pair's files, or skip where they are absent."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if len(files) != 2:
        pytest.skip("the founding pair is not on this machine")
    return files[0], files[1]


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of measuring data, or skip where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the measuring data is not on this machine")
    return SHARED / "data"
