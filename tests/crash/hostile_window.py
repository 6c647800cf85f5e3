"""Import a folder into the real window, and see for how long the window stands still.

    python -m tests.crash.hostile_window FOLDER

Its longest gap may be a fifth of a second; it prints the longest ones.
"""
# ruff: noqa: T201 - a script prints

import os
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme

LONGEST_GAP = 0.2
BEAT = 0.01
"""Seconds."""


def gaps_of(folder: Path, place: Path) -> list[tuple[float, float]]:
    """Import a folder into a new library.

    Returns the gaps between beats, the longest first, each with its moment, in seconds.
    """
    app = QApplication(["hostile"])
    prepare(app)
    workspace = Workspace.open(place / "l.variorum", settings=Settings(place), create=True)
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.show()
    while not window.is_settled:
        app.processEvents()
    beats: list[float] = []
    reports: list[object] = []
    pulse = QTimer()
    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    window.hands.importing.finished.connect(reports.append)
    over = QEventLoop()
    window.hands.importing.finished.connect(over.quit)
    window.hands.importing.failed.connect(over.quit)
    pulse.start(int(BEAT * 1000))
    window.hands.importing.bring([folder])
    over.exec()
    while not window.is_settled:
        app.processEvents()
    pulse.stop()
    print(f"{len(beats)} beats, {len(reports)} import(s) came to an end")
    window.close()
    gaps = ((second - first, first - beats[0]) for first, second in pairwise(beats))
    return sorted(gaps, reverse=True)


def main() -> None:
    """Print the gaps; end with 1 where one is too long."""
    with tempfile.TemporaryDirectory() as place:
        gaps = gaps_of(Path(sys.argv[1]), Path(place))
    for gap, moment in gaps[:5]:
        print(f"the window stood still for {1000 * gap:.0f} ms at {moment:.2f} s")
    sys.exit(gaps[0][0] > LONGEST_GAP)


if __name__ == "__main__":
    main()
