"""What every test has: a screen that needs none, the measuring data, and a clean end."""

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from hypothesis import settings
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from variorum.app.sweeper import sweep
from variorum.window.application import Application

from .fresh import quick_disk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No clock decides whether a law holds. On CI, Hypothesis itself takes the same examples each time.
settings.register_profile("variorum", settings.default, deadline=None)
settings.load_profile("variorum")

# Python collects on whichever thread allocates, also on the one that brings a test runner's worker
# its orders; what is garbage of Qt's must end on the main thread, so every test ends with a sweep.
gc.disable()

SHARED = Path(__file__).parents[2] / "shared"


def pytest_configure() -> None:
    """Let pytest make its folders in memory, where that can be.

    Libraries wait for the disk with each deed; a process that is killed loses nothing for it.
    """
    disk = quick_disk()
    if disk is not None:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(disk))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    """Let pytest-qt make the application that the program makes."""
    return Application


@pytest.fixture(scope="session")
def seeds() -> tuple[Path, Path]:
    """Return the founding pair's files, or skip where they are absent."""
    files = sorted((SHARED / "seeds").glob("*.txt"))
    if len(files) != 2:
        pytest.skip("the founding pair is not on this machine")
    return files[0], files[1]


@pytest.fixture(scope="session")
def data() -> Path:
    """Return the folder of measuring data, or skip where it is absent."""
    if not (SHARED / "data").is_dir():
        pytest.skip("the measuring data is not on this machine")
    return SHARED / "data"


class _StrayRecords(logging.Handler):
    """Keep the log records that no test asked for."""

    def __init__(self, expecting: logging.Handler) -> None:
        super().__init__(level=logging.WARNING)
        self._expecting = expecting
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record, unless the test said `caplog.at_level` with the record's level."""
        if self._expecting.level != record.levelno:
            self.records.append(record)


@pytest.fixture(autouse=True)
def _no_stray_log_records(  # pyright: ignore[reportUnusedFunction]  # pytest finds it by itself
    caplog: pytest.LogCaptureFixture,
) -> Iterator[None]:
    """Fail a test that logs a warning or worse without expecting it.

    `with caplog.at_level(logging.WARNING):` says that warnings are expected, and only those.
    """
    handler = _StrayRecords(expecting=caplog.handler)
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.records:
        lines = [f"{record.name}: {record.getMessage()}" for record in handler.records]
        pytest.fail("stray log records:\n" + "\n".join(lines))


@pytest.fixture(autouse=True)
def _nothing_stays_alive(  # pyright: ignore[reportUnusedFunction]  # pytest finds it by itself
    request: pytest.FixtureRequest,
) -> Iterator[None]:
    """Fail a test that leaves a thread running, or a window behind if it used Qt's fixtures."""
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    # No loop runs between tests in which the application's own timer could do this.
    sweep()
    # A thread that was told to end may still be on its way out.
    left = [thread for thread in threading.enumerate() if thread not in threads]
    for thread in left:
        thread.join(timeout=2)
    running = [thread.name for thread in left if thread.is_alive()]
    if running:
        pytest.fail(f"threads still run: {', '.join(running)}")
    if {"qtbot", "qapp"} & set(request.fixturenames):
        _fail_on_windows_beside(windows)


def _windows() -> list[QWidget]:
    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget)]


def _fail_on_windows_beside(known: list[QWidget]) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if set(_windows()) - set(known):
        # A window in a cycle of references is no leak of ours; collecting costs time, so only now.
        gc.collect()
    left = [
        f"{type(window).__name__} {window.objectName()!r}"
        for window in _windows()
        if window not in known
    ]
    if left:
        pytest.fail(f"windows left behind: {', '.join(left)}")
