"""Two programs on one library, a few times; `instances.py` does it as often as is asked for."""

import sys
from pathlib import Path

import pytest

from .instances import run


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="starts the program without a screen")
def test_one_of_two_programs_writes(tmp_path: Path) -> None:
    """Whichever comes second brings the first window forward, and ends."""
    figures = run(1, folder=tmp_path, seed=20260401)

    assert figures.wrong == []
    assert figures.raised == 1
