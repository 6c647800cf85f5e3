"""Hints come one at a time when they fit, and never again once they are closed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from variorum.app.settings import HINTS
from variorum.text import Span

from .hands import Reader
from .story import bring_pair


def close(reader: Reader) -> None:
    """Close the hint that is shown."""
    (button,) = reader.window.hands.hints.bar.findChildren(QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    reader.settle()


def test_a_hint_comes_with_what_it_is_about(reader: Reader) -> None:
    """The first comparison brings the first hint, a selection the second; both are gone for good."""
    reader.settings.set(HINTS, "")
    window = bring_pair(reader)
    bar = window.hands.hints.bar
    assert "F8" in bar.text

    close(reader)
    assert bar.isHidden()
    base = window.reading.base
    assert base is not None
    reader.select(base.id, Span(0, 5))
    assert bar.isVisible()
    close(reader)

    reader.close()
    window = reader.open()
    assert window.hands.hints.bar.isHidden()


def test_who_has_closed_all_sees_none(reader: Reader) -> None:
    """The settings say which were closed."""
    window = bring_pair(reader)

    assert window.hands.hints.bar.isHidden()
