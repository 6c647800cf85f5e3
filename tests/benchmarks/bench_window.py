"""Measure what a reader waits for: the window, a comparison after a drop, a click on a story.

Run it as a script: `python tests/benchmarks/bench_window.py [stories] [rounds]`. It prints
the median and the worst of each in processor time, which is what a quiet machine needs,
whatever else runs on this one; the budgets stand beside them.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from variorum.app.settings import Settings
from variorum.app.workspace import Workspace
from variorum.assets import resources
from variorum.intake.importer import import_articles
from variorum.library.library import Library
from variorum.text import Imported, Span
from variorum.window.main_window import MainWindow
from variorum.window.start import prepare
from variorum.window.theme import Theme
from variorum.wire.reader import read

_AS_THE_PROGRAM = """
import runpy, sys
from variorum.__main__ import collect_seldom
collect_seldom()
del sys.argv[0]
runpy.run_path(sys.argv[0], run_name="__main__")
"""
"""How a process of its own begins: before it imports the rest, as the program does."""

WORDS = [
    "harbour",
    "ferry",
    "council",
    "pier",
    "agency",
    "minister",
    "talks",
    "fares",
    "island",
    "crew",
    "winter",
    "vote",
    "port",
]


def story(number: int) -> list[str]:
    """Invent a wire story of about 400 words and its reprint."""
    dice = random.Random(number)
    paragraphs = [
        " ".join(
            " ".join([*dice.choices(WORDS, k=12), f"on day {dice.randrange(10**6)}"]).capitalize()
            + "."
            for _ in range(3)
        )
        for _ in range(9)
    ]
    wire = "\n\n".join(["HALVERN (Northline) -- " + paragraphs[0], *paragraphs[1:]])
    reprint = "\n\n".join(["HALVERN (NORTHLINE) - " + paragraphs[0], *paragraphs[1:-1]])
    return [wire, reprint.replace("minister", "Minister").replace("talks", "negotiations")]


def fill(path: Path, stories: int) -> None:
    """Make a library of many stories."""
    with Library.open(path, create=True) as library:
        import_articles(
            library,
            (
                Imported(read(text), f"bench:{n}/{side}", text.encode(), "utf-8", "plain")
                for n in range(stories)
                for side, text in enumerate(story(n))
            ),
        )


def until(true: Callable[[], bool]) -> None:
    """Let the event loop run until something is true."""
    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if true() else None)
    look.start(0)
    loop.exec()


def painted(window: MainWindow, do: Callable[[], object]) -> float:
    """Return how long a deed takes until the desk is painted, in milliseconds."""
    started = process_time()
    do()
    window.desk.repaint()
    for pane in window.desk.panes:
        pane.repaint()
    return (process_time() - started) * 1000


def start(library: Path) -> None:
    """Open the window as the program does, and print what it took; for a process of its own."""
    app = QApplication(["bench"])
    prepare(app)
    workspace = Workspace.open(library, settings=Settings(library.parent))
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.show()
    window.grab()
    spent = process_time() * 1000
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{spent:.0f} {peak:.0f}\n")
    window.close()


def bench_start(library: Path, rounds: int) -> None:
    """Measure whole starts: the interpreter, the imports, the window with a story on the desk."""
    spent: list[float] = []
    peaks: list[float] = []
    for _ in range(rounds):
        done = subprocess.run(
            [sys.executable, "-c", _AS_THE_PROGRAM, __file__, "--start", str(library)],
            check=True,
            capture_output=True,
            text=True,
        )
        first, second = done.stdout.split()
        spent.append(float(first))
        peaks.append(float(second))
    tell("start to usable window (whole process), ms", spent, 1500)
    tell("memory of the started window, MB", peaks, 200)


def tell(what: str, figures: list[float], budget: float) -> None:
    """Print a line of figures."""
    line = f"median {median(figures):8.1f}   worst {max(figures):8.1f}   budget {budget:6.0f}"
    sys.stdout.write(f"{what:48} {line}\n")


def bench_drop(app: QApplication, rounds: int) -> None:
    """Measure from the drop of two files to the comparison, painted."""
    assert app
    folder = resources() / "samples" / "fisheries-talks"
    files = [QUrl.fromLocalFile(str(path)) for path in sorted(folder.glob("*.txt"))]
    found: list[float] = []
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "library.variorum"
            workspace = Workspace.open(path, settings=Settings(Path(place)), create=True)
            window = MainWindow(workspace, theme=Theme.load("light"))
            window.show()
            mime = QMimeData()
            mime.setUrls(files)
            where, copy = QPointF(600, 400), Qt.DropAction.CopyAction
            left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
            enter = QDragEnterEvent(where.toPoint(), copy, mime, left, none)
            event = QDropEvent(where, copy, mime, left, none)
            QApplication.sendEvent(window, enter)
            began = process_time()
            QApplication.sendEvent(window, event)
            until(lambda window=window: window.reading.collation is not None)
            painted(window, lambda: None)
            found.append((process_time() - began) * 1000)
            until(lambda window=window: window.is_settled)
            window.close()
    tell("drop of two files to comparison painted, ms", found, 1000)


def bench_click(library: Path, rounds: int) -> None:
    """Measure from a click on a story to its panes painted, at first and again."""
    workspace = Workspace.open(library, settings=Settings(library.parent))
    window = MainWindow(workspace, theme=Theme.load("light"))
    window.show()
    until(lambda: window.is_settled)
    first = [painted(window, lambda: window.hands.turning.step(1)) for _ in range(rounds)]
    again = [painted(window, lambda: window.hands.turning.step(-1)) for _ in range(rounds)]
    tell("click on a story (2 x 400 words) to painted, ms", first, 100)
    tell("the same story again, ms", again, 50)
    bench_mark(window)
    window.close()


def versions(words: int, number: int) -> list[str]:
    """Invent a wire story of so many words in four versions."""
    dice = random.Random(number)
    paragraphs = [
        " ".join(
            " ".join([*dice.choices(WORDS, k=12), f"on day {dice.randrange(10**6)}"]).capitalize()
            + "."
            for _ in range(3)
        )
        for _ in range(words // 45)
    ]
    wire = ["HALVERN (Northline) -- " + paragraphs[0], *paragraphs[1:]]
    changed = [
        [one.replace("minister", "Minister") for one in wire],
        [one.replace("talks", "negotiations") for one in wire if dice.random() > 0.02],
        [one.replace("winter", "spring") for one in wire[:-3]],
    ]
    return ["\n\n".join(one) for one in (wire, *changed)]


def bench_panes(rounds: int) -> None:
    """Measure one to four panes: from the click to painted, a frame while scrolling, a resize."""
    for words in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as place:
            path = Path(place) / "library.variorum"
            with Library.open(path, create=True) as library:
                import_articles(
                    library,
                    (
                        Imported(read(text), f"bench:{n}/{side}", text.encode(), "utf-8", "plain")
                        for n in range(2)
                        for side, text in enumerate(versions(words, n))
                    ),
                )
            workspace = Workspace.open(path, settings=Settings(Path(place)))
            window = MainWindow(workspace, theme=Theme.load("light"))
            window.resize(1440, 900)
            window.show()
            until(lambda window=window: window.is_settled)
            for count in (2, 3, 4):
                measure_panes(window, count, words, rounds)
            window.close()


def measure_panes(window: MainWindow, count: int, words: int, rounds: int) -> None:
    """Measure so many panes, when all their comparisons are known."""
    window.hands.panes.set_count(count)
    for by in (1, -1):
        window.hands.turning.step(by)
        until(lambda: window.is_settled)
    stories = [
        painted(window, lambda by=by: window.hands.turning.step(by)) for by in (1, -1) * rounds
    ]
    until(lambda: window.is_settled)
    title = f"{len(window.desk.panes)} x {words:,} words"
    tell(f"{title}: click on a story to painted, ms", stories, 50 if words < 5_000 else 300)
    bar = window.desk.overview
    places = range(0, bar.maximum(), max(1, bar.maximum() // 100))
    frames = sorted(painted(window, lambda at=at: bar.setValue(at)) for at in places)
    tell(f"{title}: a frame while scrolling, p99, ms", frames[: int(len(frames) * 0.99) + 1], 16)
    steps = [
        painted(window, lambda by=by: window.resize(1440 - by, 900)) for by in range(0, 300, 15)
    ]
    tell(f"{title}: a resize step, ms", steps, 50)


def bench_mark(window: MainWindow) -> None:
    """Measure from the key to the tint, and to the disk."""
    base = window.reading.base
    assert base is not None
    tinted: list[float] = []
    kept: list[float] = []
    for number in range(20):
        window.desk.set_selection(base.id, Span(40 + 30 * number, 60 + 30 * number))
        began = process_time()
        tinted.append(painted(window, window.hands.annotating.highlight))
        until(lambda: not window.session.is_saving)
        kept.append((process_time() - began) * 1000)
    tell("highlight: key to tint painted, ms", tinted, 16)
    tell("highlight: key to saved and all views read, ms", kept, 50)


def main() -> None:
    """Print all figures."""
    stories = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as place:
        library = Path(place) / "library.variorum"
        fill(library, stories)
        sys.stdout.write(f"a library of {stories} stories, {2 * stories} articles\n")
        bench_start(library, rounds)
        app = QApplication(["bench"])
        prepare(app)
        bench_drop(app, rounds)
        bench_click(library, max(5, rounds))
        bench_panes(max(5, rounds))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--start"]:
        start(Path(sys.argv[2]))
    else:
        main()
