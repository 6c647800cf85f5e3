"""The reader's keys are remembered, and what is spoiled is not believed."""

from pathlib import Path

import pytest

from variorum.app.keys import Keys
from variorum.app.settings import KEYS, Settings


def test_keys_outlive_the_program(tmp_path: Path) -> None:
    """Given keys come back, taken ones stay away, the rest have their defaults."""
    settings = Settings(tmp_path)
    keys = Keys(settings)
    keys.set("find", ["Ctrl+G", "F9"])
    keys.set("quit", [])
    settings.save()

    again = Keys(Settings(tmp_path))

    assert again.of("find", ("Ctrl+F",)) == ("Ctrl+G", "F9")
    assert again.of("quit", ("Ctrl+Q",)) == ()
    assert again.of("undo", ("Ctrl+Z",)) == ("Ctrl+Z",)
    assert again.is_changed("quit")


def test_keys_can_be_set_back(tmp_path: Path) -> None:
    """One by one, or all at once."""
    keys = Keys(Settings(tmp_path))
    keys.set("find", ["F9"])
    keys.set("undo", ["F2"])

    keys.reset("find")
    assert keys.of("find", ("Ctrl+F",)) == ("Ctrl+F",)
    keys.reset()

    assert not keys.is_changed("undo")


@pytest.mark.parametrize("kept", ["", "nonsense", "[1]", '{"find": 3}', "null"])
def test_what_a_hand_has_spoiled_counts_as_not_changed(tmp_path: Path, kept: str) -> None:
    """The window opens with the default keys."""
    settings = Settings(tmp_path)
    settings.set(KEYS, kept)

    assert Keys(settings).of("find", ("Ctrl+F",)) == ("Ctrl+F",)
