"""A canary: some PySide6 releases give away references on Python 3.11, until the process aborts."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

# From 3.12 on None and the booleans are immortal, and nothing can be given away.
pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None and True are immortal from Python 3.12 on"
)

ROUNDS = 200
# Other code in the interpreter may drop a few references meanwhile; the fault drops one a round.
NOISE = 20


class Sender(QObject):
    """Something with a signal."""

    sent = Signal(int)


def test_emitting_keeps_the_references_to_true() -> None:
    """Two hundred signals leave `True` with the references it had."""
    sender = Sender()
    before = sys.getrefcount(True)  # noqa: FBT003  it is True that is counted

    for number in range(ROUNDS):
        sender.sent.emit(number)

    assert sys.getrefcount(True) > before - NOISE  # noqa: FBT003  it is True that is counted


def test_calls_that_return_none_keep_its_references() -> None:
    """Two hundred calls that return None leave it with the references it had."""
    cursor = QTextCursor(QTextDocument())
    before = sys.getrefcount(None)

    for _ in range(ROUNDS):
        cursor.setPosition(0)

    assert sys.getrefcount(None) > before - NOISE
