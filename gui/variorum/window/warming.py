"""Load beside the window, once it stands, what its start put off: nobody waits for it later."""

from importlib import import_module
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from variorum.collation.later import rehearse

_AFTER_MS = 1_000
"""The window is painted, and what it opened with is read."""

PUT_OFF = (
    "variorum.collation.collate",
    "variorum.stories.base",
    "variorum.intake.importer",
    "variorum.intake.guarded",
    "variorum.intake.watching",
)
"""What the first comparison and the first import need; the rest is loaded in a moment."""


def warm_up_after_start(parent: QObject) -> None:
    """Load what was put off, a moment after the event loop has begun to turn."""
    QTimer.singleShot(_AFTER_MS, parent, _begin)


def _begin() -> None:
    # The program may end meanwhile: nobody waits for modules.
    Thread(target=load, name="warming up", daemon=True).start()


def load() -> None:
    """Load what was put off."""
    for module in PUT_OFF:
        import_module(module)
    # A first pair is compared while the reader waits: tables of words took longer than its rules.
    rehearse()
