"""A few kills of an import in the suite; `import_loop.py` does as many as are asked for."""

from pathlib import Path

import pytest

from .import_loop import run


@pytest.mark.slow
def test_a_killed_import_ends_like_one_that_was_not(tmp_path: Path) -> None:
    """It leaves a sound library, goes on where it was, and brings nothing twice."""
    figures = run(1, folder=tmp_path, seed=20260401)

    assert figures.kills >= 1
    assert figures.unsound == []
    assert figures.other_ends == []
