"""Bring results of other threads home to the thread of the window."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Home(QObject):
    """Run callables on the thread in which this object was made, in the order they were posted.

    It is the one road from worker threads into Qt: they hold `post` and nothing else.
    """

    _posted = Signal(object)  # Callable[[], None]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, call: Callable[[], None]) -> None:
        """Ask for a call on the home thread; may be called from any thread."""
        if self._open:
            self._posted.emit(call)

    def close(self) -> None:
        """Take nothing home any more: what arrives from now on is dropped."""
        self._open = False

    def _run(self, call: Callable[[], None]) -> None:
        if self._open:
            call()
