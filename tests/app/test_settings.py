"""What is set stays set, and what cannot be is not believed."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from variorum.app.settings import (
    ANNOTATOR,
    APPEARANCE,
    GEOMETRY,
    TEXT_SIZE,
    Appearance,
    Settings,
)


def test_what_was_never_set_has_its_default(tmp_path: Path) -> None:
    """A new file gives the defaults, with their types."""
    settings = Settings(tmp_path)

    assert settings.get(ANNOTATOR) == ""
    assert settings.get(TEXT_SIZE) == 17
    assert settings.appearance is Appearance.SYSTEM


def test_settings_outlive_the_program(tmp_path: Path) -> None:
    """Words, numbers and bytes come back as they were, with their types."""
    settings = Settings(tmp_path)
    settings.set(ANNOTATOR, "Ana, “A.”")
    settings.set(TEXT_SIZE, 21)
    settings.set(GEOMETRY, QByteArray(b"\x00\x01"))
    settings.save()

    again = Settings(tmp_path)

    assert again.get(ANNOTATOR) == "Ana, “A.”"
    assert again.get(TEXT_SIZE) == 21
    assert again.get(GEOMETRY) == QByteArray(b"\x00\x01")


def test_unknown_colours_are_the_systems(tmp_path: Path) -> None:
    """A file that was edited by hand cannot break the window."""
    settings = Settings(tmp_path)
    settings.set(APPEARANCE, "sepia-with-stars")

    assert settings.appearance is Appearance.SYSTEM
