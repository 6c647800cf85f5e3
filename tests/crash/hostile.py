"""Import hostile files one by one and see what each costs; then all of them into the window.

    python -m tests.crash.hostile

Each has to end within ten seconds and 512 MB, with an article or a sentence, and the window
must never stand still for longer than a fifth of a second meanwhile. It prints its figures.
"""
# ruff: noqa: T201 - a script prints

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.crash.hostile_files import ALL

from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.intake.importer import import_paths
from variorum.intake.limits import MOST_MEMORY, SECONDS
from variorum.intake.report import ImportReport
from variorum.library.library import Library
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme

LONGEST_GAP = 0.2
BEAT = 0.01
"""Seconds."""
LATEST = 300
"""Seconds for one import that does not end by itself."""
if sys.platform != "win32":
    import resource


@dataclass(frozen=True, slots=True)
class Cost:
    """Hold what an import took: seconds, bytes of the largest process, and what came of it."""

    seconds: float
    memory: int
    articles: int
    said: tuple[str, ...]


def make(names: list[str], folder: Path) -> None:
    """Make files; for a process of its own."""
    for hostile in ALL:
        if hostile.name in names:
            hostile.make(folder / hostile.name)


def measure(path: Path, folder: Path, told: Connection) -> None:
    """Import a file into a new library; for a process of its own, whose children are counted."""
    with Library.open(folder / "one.variorum", create=True) as library:
        start = time.perf_counter()
        report = import_paths(library, [path])
        seconds = time.perf_counter() - start
    told.send(
        Cost(
            seconds,
            max(peak(resource.RUSAGE_CHILDREN), peak(resource.RUSAGE_SELF)),
            report.imported,
            tuple(each.message for each in report.skipped),
        )
    )


def peak(who: int) -> int:
    """Return the most memory that a process had."""
    most = resource.getrusage(who).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def cost_of(path: Path) -> Cost | None:
    """Return what the import of a file takes; None where it dies or does not end."""
    here, there = get_context("spawn").Pipe()
    with tempfile.TemporaryDirectory() as folder:
        process = get_context("spawn").Process(target=measure, args=(path, Path(folder), there))
        process.start()
        there.close()
        try:
            cost: Cost | None = here.recv() if here.poll(LATEST) else None
        except EOFError:
            cost = None
        process.kill()
        process.join()
    return cost


def verdict(cost: Cost | None) -> str:
    """Return what is wrong with a cost; nothing where all is well."""
    if cost is None:
        return "DIED"
    wrong: list[str] = []
    if cost.seconds > SECONDS + 2:
        wrong.append("SLOW")
    if cost.memory > MOST_MEMORY:
        wrong.append("LARGE")
    if not cost.articles and not cost.said:
        wrong.append("SILENT")
    return " ".join(wrong)


def one_by_one(names: list[str], folder: Path) -> int:
    """Print what each file costs; return how many fail."""
    failed = 0
    for name in names:
        path = folder / name
        cost = cost_of(path)
        wrong = verdict(cost)
        failed += bool(wrong)
        if cost is not None:
            said = cost.said[0] if cost.said else f"{cost.articles} article(s)"
            print(
                f"{name:26} {cost.seconds:6.2f} s {cost.memory / 2**20:5.0f} MB "
                f"{wrong:6} {said[:90]}",
                flush=True,
            )
        else:
            print(f"{name:26} {wrong}", flush=True)
    return failed


def into_the_window(folder: Path, place: Path) -> tuple[float, int]:
    """Import all of it into the real window; return the longest gap, and the articles."""
    app = QApplication(["hostile"])
    prepare(app)
    workspace = Workspace.open(place / "l.variorum", settings=Settings(place), create=True)
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.show()
    while not window.is_settled:
        app.processEvents()
    beats: list[float] = []
    pulse = QTimer()
    pulse.timeout.connect(lambda: beats.append(time.perf_counter()))
    reports = list[ImportReport]()
    window.importing.finished.connect(reports.append)
    window.importing.finished.connect(app.quit)
    window.importing.failed.connect(app.quit)
    pulse.start(int(BEAT * 1000))
    window.importing.bring([folder])
    app.exec()
    pulse.stop()
    gaps = sorted((second - first for first, second in pairwise(beats)), reverse=True)
    print("longest gaps of the window, ms:", [round(1000 * gap) for gap in gaps[:8]])
    window.close()
    return gaps[0], reports[0].imported  # an import that failed has no report, and ends this here


def main() -> None:
    """Print the figures; end with 1 where one of them is not kept."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="files whose name holds this")
    options.add_argument("--quick", action="store_true", help="leave out the large ones")
    options.add_argument("--large", action="store_true", help="only the large ones")
    options.add_argument("--window", action="store_true", help="only the window")
    chosen = options.parse_args()
    names = [
        each.name
        for each in ALL
        if chosen.only in each.name and not (chosen.large if each.is_quick else chosen.quick)
    ]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "hostile"
        folder.mkdir()
        # A process is counted with what its parent had taken: making these takes much.
        maker = get_context("spawn").Process(target=make, args=(names, folder))
        maker.start()
        maker.join()
        failed = 0 if chosen.window else one_by_one(names, folder)
        print(f"{len(names)} files, {failed} failed")
        gap, articles = into_the_window(folder, Path(place))
        print(f"window: longest gap {1000 * gap:.0f} ms, {articles} articles")
    sys.exit(failed > 0 or gap > LONGEST_GAP)


if __name__ == "__main__":
    main()
