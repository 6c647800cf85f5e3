"""Some days in the suite; `year_of_backups.py` simulates as many as are asked for."""

from pathlib import Path

import pytest

from .year_of_backups import run


@pytest.mark.slow
def test_what_is_kept_is_what_was_there(tmp_path: Path) -> None:
    """Every kept backup is sound, holds what the library held, and restores to it."""
    figures = run(18, folder=tmp_path, seed=20260401)

    assert figures.wrong == []
    assert figures.restored == figures.kept
    assert figures.kept < figures.made
