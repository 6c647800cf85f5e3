"""Some damage in the suite; `damage.py` does as much as is asked for."""

from pathlib import Path

import pytest

from .damage import run


@pytest.mark.slow
def test_damage_is_met_with_a_sentence(tmp_path: Path) -> None:
    """No damage ends in a mistake of ours, and no word is changed without being found."""
    figures = run(tmp_path, flips=36, cuts=8, seed=20260401)

    assert figures.uncaught == []
    assert figures.missed == []
    assert figures.restored == figures.outcomes.total() // 20
