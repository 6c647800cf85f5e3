"""The application: what a desktop hands over while it runs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.window.application import Application


@pytest.fixture
def application(qapp: QApplication) -> Application:
    """Return the application of the tests, which is the program's."""
    assert isinstance(qapp, Application)
    return qapp


def test_a_clicked_library_is_passed_on(application: Application, tmp_path: Path) -> None:
    """A file that macOS hands over by an event comes to who opens libraries."""
    file = tmp_path / "été.variorum"

    heard: list[Path] = []
    application.library_clicked.connect(heard.append)

    application.sendEvent(application, QFileOpenEvent(str(file)))
    application.library_clicked.disconnect(heard.append)

    assert heard == [file]


def test_other_events_take_their_way(application: Application, qtbot: QtBot) -> None:
    """What is no clicked file is Qt's."""
    with qtbot.assertNotEmitted(application.library_clicked):
        application.sendEvent(application, QEvent(QEvent.Type.User))
