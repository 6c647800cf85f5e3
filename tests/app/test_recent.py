"""The list of recent libraries."""

from pathlib import Path

import pytest

from variorum.app.recent import Recent
from variorum.app.settings import Settings


@pytest.fixture
def recent(tmp_path: Path) -> Recent:
    """Return an empty list."""
    return Recent(Settings(tmp_path))


def made(tmp_path: Path, *names: str) -> list[Path]:
    """Make files."""
    paths = [tmp_path / name for name in names]
    for path in paths:
        path.touch()
    return paths


def test_the_last_stands_first_and_once(recent: Recent, tmp_path: Path) -> None:
    """Opening a library again moves it to the top."""
    one, two = made(tmp_path, "one", "two")
    for path in (one, two, one):
        recent.add(path)

    assert recent.libraries() == [one, two]


def test_what_is_gone_is_not_listed(recent: Recent, tmp_path: Path) -> None:
    """A library that was deleted is passed over."""
    one, two = made(tmp_path, "one", "two")
    recent.add(one)
    recent.add(two)
    two.unlink()

    assert recent.libraries() == [one]


def test_the_list_has_an_end(recent: Recent, tmp_path: Path) -> None:
    """Only the last nine are remembered."""
    paths = made(tmp_path, *(f"library {number}" for number in range(12)))
    for path in paths:
        recent.add(path)

    assert recent.libraries() == paths[:-10:-1]


def test_turned_off_it_keeps_nothing(recent: Recent, tmp_path: Path) -> None:
    """What was listed is forgotten, and nothing new is kept, also in the file."""
    (one,) = made(tmp_path, "one")
    recent.add(one)
    recent.keep(kept=False)
    recent.add(one)

    assert recent.libraries() == []
    settings = Settings(tmp_path)
    settings.save()
    assert str(one) not in settings.path.read_text()
