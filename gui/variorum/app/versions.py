"""Name the program and what it stands on, for About, reports and `--version`."""

import platform
from dataclasses import dataclass

import PySide6
from PySide6.QtCore import qVersion

from variorum import __version__
from variorum.library.engine import SQLITE_VERSION


@dataclass(frozen=True, slots=True)
class Versions:
    """Hold the versions that a question about the program needs."""

    variorum: str
    python: str
    sqlite: str
    qt: str
    pyside: str


def versions() -> Versions:
    """Return the versions of what is running."""
    return Versions(
        variorum=__version__,
        python=platform.python_version(),
        sqlite=SQLITE_VERSION,
        qt=qVersion(),
        pyside=PySide6.__version__,
    )
