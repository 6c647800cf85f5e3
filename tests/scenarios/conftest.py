"""A reader with a window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.window.hands import Reader

from variorum.window.start import prepare


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """Give the application the style and face that the program has."""
    prepare(qapp)
    return qapp


@pytest.fixture
def reader(prepared: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:  # noqa: ARG001
    """Return a reader over an empty library."""
    reader = Reader(qtbot, tmp_path)
    yield reader
    reader.close()
