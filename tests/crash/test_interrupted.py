"""A few interruptions in the suite; `interrupted.py` makes as many as are asked for."""

import random
from pathlib import Path

import pytest

from .interrupted import (
    Figures,
    backup_killed,
    first_start_killed,
    migration_failing,
    migration_killed,
    restore_killed,
    statements,
)


@pytest.mark.parametrize("at", [2, 9, 15])
def test_a_migration_that_fails_did_not_happen(tmp_path: Path, at: int) -> None:
    """Whichever statement fails, the program of before opens the library."""
    figures = Figures()

    migration_failing(tmp_path, at, figures)

    assert at < statements(tmp_path)
    assert (figures.interrupted, figures.wrong) == (1, [])


@pytest.mark.slow
def test_a_kill_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """Killed while it migrates, backs up, restores or is made first, a library is whole."""
    figures, chance = Figures(), random.Random(20260401)

    for at in (4, 16):
        migration_killed(tmp_path, at, figures)
    for work in (backup_killed, restore_killed, first_start_killed):
        work(tmp_path, chance, figures)

    assert figures.interrupted + figures.unharmed == 5
    assert figures.wrong == []
