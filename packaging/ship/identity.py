"""By which names the program is known outside of itself."""

import re
from typing import Final

from launch.steps import CHECKOUT

NAME: Final = "variorum"
"""The command, the folder, the package."""

TITLE: Final = "Variorum"

WINDOWED: Final = "variorum-window"
"""The program that opens no console, on Windows."""

APPLICATION: Final = "org.variorum.Variorum"
"""The application's id on the desktop: its menu entry, its icon, its store page, its windows."""

LIBRARY_TYPE: Final = "application/vnd.variorum+sqlite3"

MAINTAINER: Final = "The Variorum developers <developers@variorum.invalid>"

SUMMARY: Final = "compare the printings of a wire story and annotate them"

DRAWING: Final = CHECKOUT / "resources" / "icons" / "application" / "variorum.svg"


def version() -> str:
    """Return the version of the checkout, without importing the program."""
    source = (CHECKOUT / "gui" / "variorum" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', source, flags=re.MULTILINE)
    if found is None:
        raise ValueError("variorum/__init__.py names no version")
    return found[1]
