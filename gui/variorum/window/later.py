"""Put off loading those parts of the window that a start does not show, until one is wanted."""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from variorum.app.session import Session

if TYPE_CHECKING:
    from variorum.window.columns.hand import AskingForColumns


def asking_for_columns(
    session: Session, over: QWidget | None, parent: QObject
) -> "AskingForColumns":
    """Return what asks which columns of corpora hold what."""
    hand = import_module("variorum.window.columns.hand")
    return hand.AskingForColumns(session, over, parent)
