"""The fixtures that every test has: what is left behind fails the test that left it."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

TESTS = Path(__file__).parents[1]

SETTINGS = "[pytest]\nqt_api = pyside6\naddopts = --import-mode=importlib\n"

# Tests that pytest runs in a process of its own, and of which half must fail.
INNER = """
import logging
import threading

from PySide6.QtWidgets import QWidget

KEPT = []


def test_stray():
    logging.warning("nobody expects this")


def test_quiet():
    logging.info("this is fine")


def test_expected(caplog):
    with caplog.at_level(logging.WARNING):
        logging.warning("this is expected")


def test_worse(caplog):
    with caplog.at_level(logging.WARNING):
        logging.error("a warning was expected, not this")


def test_thread():
    threading.Thread(target=threading.Event().wait, daemon=True).start()


def test_window(qtbot):
    KEPT.append(QWidget())


def test_forgotten_window(qtbot):
    QWidget()


def test_closed_window(qtbot):
    KEPT.append(QWidget())
    qtbot.addWidget(KEPT[-1])
"""


@pytest.fixture(scope="module")
def failed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Run the inner tests with our fixtures, and return which of them failed."""
    folder = tmp_path_factory.mktemp("inner")
    inner = folder / "tests"
    inner.mkdir()
    for ours in ("conftest.py", "fresh.py"):
        shutil.copy(TESTS / ours, inner)
    (folder / "pytest.ini").write_text(SETTINGS, encoding="utf-8")
    (inner / "test_inner.py").write_text(INNER, encoding="utf-8")
    report = folder / "report.xml"
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", f"--junitxml={report}"]
    subprocess.run(command, cwd=folder, check=False, capture_output=True)
    cases = ET.parse(report).iter("testcase")  # noqa: S314  our own report
    return {case.attrib["name"]: case.find("error") is not None for case in cases}


@pytest.mark.parametrize("name", ["test_stray", "test_worse", "test_thread", "test_window"])
def test_what_is_left_behind_fails(failed: dict[str, bool], name: str) -> None:
    """A log record that was not expected, a running thread, a window that is held: each fails."""
    assert failed[name]


@pytest.mark.parametrize(
    "name", ["test_quiet", "test_expected", "test_forgotten_window", "test_closed_window"]
)
def test_what_is_put_away_passes(failed: dict[str, bool], name: str) -> None:
    """Expected records, and windows that nobody holds or that qtbot closes, fail nothing."""
    assert not failed[name]
