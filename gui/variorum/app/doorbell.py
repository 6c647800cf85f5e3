"""One window a library: who finds it open rings, and that window comes to the front.

A local socket, which no other machine can reach. Which process may write is decided by the
library's lock alone; the bell only finds the window of who holds it.
"""

import hashlib
import os
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WORD = b"come\n"
_ANSWER = b"here\n"
_PATIENCE_MS = 10_000
_TRIES = 20
_BETWEEN_TRIES = 0.05
"""Seconds between two tries: after one second in all, nobody is there to answer."""

_LONGEST = 103
"""Bytes of a socket's path that every system takes (macOS; Linux takes four more)."""


def _address(library: Path) -> str:
    """Return the socket's name: of this user, and of this library whatever it is called by."""
    which = hashlib.sha256(os.fsencode(library.resolve())).hexdigest()[:24]
    name = f"variorum-{which}"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if folder and os.access(folder, os.W_OK):
        place = str(Path(folder, name))
        if len(os.fsencode(place)) <= _LONGEST:
            return place
    return f"{name}-{os.getuid()}" if hasattr(os, "getuid") else name


class Doorbell(QObject):
    """Answer for a library that this process writes."""

    rung = Signal()

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        address = _address(library)
        # Whoever holds the library's lock may take away what a killed process left.
        QLocalServer.removeServer(address)
        self._server.listen(address)

    def close(self) -> None:
        """Answer no more."""
        self._server.close()

    def _greet(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.readyRead.connect(self._answer)
            caller.disconnected.connect(caller.deleteLater)
            if caller.bytesAvailable():
                self._hear(caller)

    def _answer(self) -> None:
        caller = self.sender()
        if isinstance(caller, QLocalSocket):
            self._hear(caller)

    def _hear(self, caller: QLocalSocket) -> None:
        if bytes(caller.readAll().data()) == _WORD:
            caller.write(_ANSWER)
            caller.flush()
            self.rung.emit()
        caller.disconnectFromServer()


def ring(library: Path) -> bool:
    """Ask the window that has a library open to come to the front; tell whether it answered.

    Whoever took the lock a moment ago may not listen yet, and answers when its window stands.
    """
    caller = QLocalSocket()
    for _ in range(_TRIES):
        caller.connectToServer(_address(library))
        if caller.waitForConnected(_PATIENCE_MS):
            break
        time.sleep(_BETWEEN_TRIES)
    else:
        return False
    caller.write(_WORD)
    caller.flush()
    answered = caller.waitForReadyRead(_PATIENCE_MS)
    answer = bytes(caller.readAll().data()) if answered else b""
    caller.abort()
    return answer == _ANSWER
