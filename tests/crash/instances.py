"""Start the program twice at nearly the same moment, again and again.

    python tests/crash/instances.py --times 50

Exactly one process may write the library; the other brings its window forward and ends, or
reads only.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import variorum
from variorum.library.library import Library

PATIENCE = 30.0
"""Seconds; a machine under load is no reason to fail."""


@dataclass
class Figures:
    """Count what happened."""

    starts: int = 0
    raised: int = 0
    wrong: list[str] = field(default_factory=list[str])

    def __str__(self) -> str:
        return (
            f"{self.starts} times two: raised the first window {self.raised},"
            f" wrong {len(self.wrong)}"
        )


def start_two(folder: Path, *, pause: float, figures: Figures) -> None:
    """Start two programs on one library, and see which of them writes."""
    path = folder / "shared.variorum"
    if not path.exists():
        Library.open(path, create=True).close()
    first = _start(folder, path)
    time.sleep(pause)
    second = _start(folder, path)
    both = [first, second]
    try:
        _wait_for_the_second(both)
        alive = [one for one in both if one.poll() is None]
        figures.starts += 1
        if len(alive) == 1:
            (ended,) = [one for one in both if one.poll() is not None]
            figures.raised += ended.returncode == 0
            if ended.returncode != 0:
                figures.wrong.append(f"ended with {ended.returncode}")
        else:
            figures.wrong.append(f"{len(alive)} windows")
        if not path.with_name(path.name + ".lock").exists():
            figures.wrong.append("nobody holds the lock")
    finally:
        for one in both:
            one.kill()
            one.wait()


def _wait_for_the_second(both: list[subprocess.Popen[bytes]]) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if any(one.poll() is not None for one in both):
            return
        time.sleep(0.01)


def _start(folder: Path, path: Path) -> subprocess.Popen[bytes]:
    homes = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR", "HOME")
    env = {
        **os.environ,
        **dict.fromkeys(homes, str(folder)),
        "PYTHONPATH": str(Path(variorum.__file__).parents[1]),
        "QT_QPA_PLATFORM": "offscreen",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "variorum", "open", str(path)],
        env=env,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def run(times: int, *, folder: Path, seed: int) -> Figures:
    """Start two programs as often as asked."""
    figures, chance = Figures(), random.Random(seed)
    for _ in range(times):
        start_two(folder, pause=chance.choice((0.0, 0.0, chance.random())), figures=figures)
    return figures


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=random.randrange(2**31))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = run(given.times, folder=Path(folder), seed=given.seed)
    print(f"{figures} (seed {given.seed})")  # noqa: T201 - a script prints
    for line in figures.wrong:
        print("  ", line)  # noqa: T201 - a script prints
    return 1 if figures.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
