"""A few kills in the suite; `kill_loop.py` does as many as are asked for."""

from pathlib import Path

from .kill_loop import run


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    """A process killed at any moment leaves a sound library with all that it had told."""
    figures = run(3, folder=tmp_path, seed=20260401)

    assert figures.kills == 3
    assert figures.lost == []
    assert figures.unsound == []
