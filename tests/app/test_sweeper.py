"""What is garbage ends on the thread of the window."""

import gc
import threading
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from variorum.app.sweeper import Sweeper, sweep


class _Knot(QObject):
    """Hold itself, as a window's objects hold one another."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


@pytest.fixture
def sweeper() -> Iterator[Sweeper]:
    """Return a collector that is given back after the test, however it was before."""
    was_enabled = gc.isenabled()
    sweeper = Sweeper()
    yield sweeper
    shiboken6.delete(sweeper)
    assert gc.isenabled()
    if not was_enabled:
        gc.disable()


def _allocate() -> None:
    """Make more than enough for a collection to be due."""
    for _ in range(20 * gc.get_threshold()[0]):
        held: list[object] = []
        held.append(held)


@pytest.mark.usefixtures("qapp", "sweeper")
def test_a_worker_never_ends_what_belongs_to_the_window() -> None:
    """However much a worker allocates, no object of Qt's is destroyed there."""
    ended_on: list[str] = []
    for _ in range(50):
        _Knot().destroyed.connect(
            lambda: ended_on.append(threading.current_thread().name),
            Qt.ConnectionType.DirectConnection,
        )

    worker = threading.Thread(target=_allocate)
    worker.start()
    worker.join()
    assert not ended_on

    gc.collect()
    assert ended_on == [threading.main_thread().name] * 50


@pytest.mark.usefixtures("qapp", "sweeper")
def test_garbage_does_not_pile_up() -> None:
    """A sweep leaves no generation due."""
    _allocate()
    assert gc.get_count()[0] > gc.get_threshold()[0]

    sweep()

    assert gc.get_count()[0] <= gc.get_threshold()[0]


def test_the_loop_sweeps_by_itself(qtbot: QtBot, sweeper: Sweeper) -> None:
    """While the window runs, nobody needs to ask."""
    assert shiboken6.isValid(sweeper)
    _allocate()

    qtbot.waitUntil(lambda: gc.get_count()[0] <= gc.get_threshold()[0])
