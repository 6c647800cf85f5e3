"""Where the window stands on the screen, and how large it is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from variorum.app.settings import GEOMETRY, Settings

_USUAL = QSize(1440, 900)
_FRAME = QSize(0, 40)
"""Pixels that a title bar takes."""


def place(window: QWidget, settings: Settings) -> None:
    """Put a window where it was the last time, never larger than the screen."""
    window.resize(_USUAL)
    window.restoreGeometry(settings.get(GEOMETRY))
    # A window manager puts a frame around the window, of which Qt knows nothing yet.
    room = QGuiApplication.primaryScreen().availableSize() - _FRAME
    window.resize(window.size().boundedTo(room))
