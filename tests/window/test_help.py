"""The boxes about the program: keys, versions, licences."""

import re
import sqlite3
import tomllib
from pathlib import Path

from variorum.library.engine import is_sound_for_writers
from variorum.window.actions.table import ACTIONS
from variorum.window.help import AboutBox, KeysBox
from variorum.window.licences import PARTS, licence_texts

from .hands import Reader

CHECKOUT = Path(__file__).parents[2]


def test_the_sheet_lists_the_keys_as_they_are_now(reader: Reader) -> None:
    """Each action with keys stands on it, with the reader's own keys."""
    window = reader.open()
    name = next(iter(ACTIONS))
    window.bar.set_keys(name, ("F9",))
    box = KeysBox(window.bar, window)
    items = [box.table.item(row, 1) for row in range(box.table.rowCount())]
    told = [item.text() for item in items if item is not None]

    assert "F9" in told
    assert "Ctrl+O" not in told
    assert {window.bar.keys_said(one) for one in ACTIONS if window.bar.keys_of(one)} <= set(told)
    box.close()


def test_about_names_the_versions(reader: Reader) -> None:
    """SQLite's too, with a warning where it has the rare fault."""
    box = AboutBox(reader.open())

    assert f"SQLite {sqlite3.sqlite_version}" in box.stands_on.text()
    assert "PySide6 6" in box.stands_on.text()
    box.close()


def test_the_fault_is_known_by_its_version() -> None:
    """3.51.3 mended it."""
    assert not is_sound_for_writers("3.40.1")
    assert not is_sound_for_writers("3.51.2")
    assert is_sound_for_writers("3.51.3")
    assert is_sound_for_writers("3.54.0")


def test_every_dependency_has_its_licence() -> None:
    """What pyproject.toml asks for is named, and the notices stand there in full."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {re.split(r"[<>=;\s]", line)[0].lower() for line in project["dependencies"]}
    named = " ".join(part.name for part in PARTS).lower()
    texts = licence_texts()

    assert [name for name in wanted if name not in named] == []
    assert texts.upper().count("SIL OPEN FONT LICENSE") >= 2
    assert "Kevin Atkinson" in texts
