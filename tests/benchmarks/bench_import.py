"""Print how fast an import is, and where its time goes.

`python tests/benchmarks/bench_import.py [FOLDER OF DATA]`: Reuters copy as single files.
The budget is 500 articles a second on two cores, wire reading, search index and grouping
included.
"""
# ruff: noqa: T201 - a script prints

import gzip
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from variorum.intake.files import read_file
from variorum.intake.importer import import_paths
from variorum.intake.newcomers import Newcomer
from variorum.library.library import Library

DATA = Path(__file__).parents[3] / "shared" / "data"
COUNT = 3000


def lay_out(data: Path, folder: Path) -> list[Path]:
    """Write each story into a file of its own."""
    files: list[Path] = []
    with gzip.open(data / "reuters21578" / "fields.jsonl.gz", "rt") as lines:
        for line, _ in zip(lines, range(COUNT), strict=False):
            row = json.loads(line)
            file = folder / f"{row['newid']:06}.txt"
            file.write_text(row["text"], encoding="utf-8")
            files.append(file)
    return files


def timed(what: str, count: int, work: Callable[[], object]) -> None:
    """Print how many articles a second some work does."""
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    print(f"{what:28} {count / seconds:8,.0f} articles/s")


def main() -> None:
    """Print the figures."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "stories"
        folder.mkdir()
        files = lay_out(data, folder)
        read = [read_file(file)[0] for file in files[:500]]
        timed("read", 500, lambda: [read_file(file) for file in files[:500]])
        timed("fingerprint", 500, lambda: [Newcomer.of(each) for each in read])
        with Library.open(Path(name) / "l.variorum", create=True) as library:
            timed("import", len(files), lambda: import_paths(library, [folder]))
            timed("import again: duplicates", len(files), lambda: import_paths(library, [folder]))


if __name__ == "__main__":
    main()
