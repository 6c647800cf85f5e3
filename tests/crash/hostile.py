"""Import hostile files one by one and see what each costs; then all of them into the window.

    python -m tests.crash.hostile

Each has to end within ten seconds and 512 MB, with an article or a sentence, and the window
must never stand still for longer than a fifth of a second meanwhile. It prints its figures.
"""
# ruff: noqa: T201 - a script prints

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from tests.crash.hostile_files import ALL

from variorum.intake.importer import import_paths
from variorum.intake.limits import MOST_MEMORY, SECONDS
from variorum.library.library import Library

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
        # Without a window of its own this one's children start as fast as the program's do.
        window = [sys.executable, "-m", "tests.crash.hostile_window", str(folder)]
        failed += subprocess.run(window, check=False).returncode
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
