"""Run a command under strace and tell what it asked of the network and of foreign files.

Run as a program of its own (some minutes): `python tests/scenarios/watched.py` watches all
tests of the window and prints what they did; with arguments it watches that command instead.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_config_path

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace")

_CALL = re.compile(r"(?P<call>connect|sendto|sendmsg|open|openat)\((?P<rest>.*)\) += (?P<got>\S+)")
_NETWORK = re.compile(r"sa_family=AF_(INET6?|NETLINK|PACKET)\b")
_PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')

_IN_MEMORY = re.compile(r"/dev/shm/(?!sem\.)")  # noqa: S108 - it is looked for, not used
"""Where the tests may lie, and so no part of the system; but for its semaphores."""
_OF_THE_SYSTEM = ("/usr/", "/lib", "/etc/", "/proc/", "/sys/", "/dev/", "/var/", "/run/", "/opt/")
"""Where fonts, locales, libraries and devices are; nothing of a reader's stands there."""

_OF_PYTHON = (
    ROOT,
    *(Path(place) for place in (sys.prefix, sys.base_prefix, sys.pycache_prefix) if place),
)
"""Where Python, its libraries and what it compiled of them are."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Hold what a command did: addresses that it called, foreign files that it opened."""

    status: int
    output: str
    calls: tuple[str, ...]
    foreign: tuple[str, ...]
    opened: int


def can_watch() -> bool:
    """Tell whether this machine has strace and may use it."""
    if STRACE is None:
        return False
    probe = subprocess.run([STRACE, "-qq", "-e", "trace=none", sys.executable, "-V"], check=False)
    return probe.returncode == 0


def watch(command: Sequence[str], *, own: Sequence[Path], env: dict[str, str]) -> Seen:
    """Run a command and follow all its processes; `own` are folders that it may use."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, "strace")
        watching = ["-f", "-qq", "-s", "4096", "-e", "trace=%network,open,openat", "-o", str(log)]
        done = subprocess.run(
            [STRACE or "", *watching, *command],
            capture_output=True,
            text=True,
            check=False,
            env=env,
        )
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    calls, foreign, opened = _read(lines, [*own, Path(folder)])
    return Seen(done.returncode, done.stdout + done.stderr, calls, foreign, opened)


def _read(
    lines: Sequence[str], own: Sequence[Path]
) -> tuple[tuple[str, ...], tuple[str, ...], int]:
    allowed = tuple(str(place) for place in [*own, *_OF_PYTHON, user_config_path()])
    calls: Counter[str] = Counter()
    foreign: Counter[str] = Counter()
    opened = 0
    for line in lines:
        found = _CALL.search(line)
        if found is None:
            continue
        if not found["call"].startswith("open"):
            if _NETWORK.search(found["rest"]):
                calls[found["rest"]] += 1
            continue
        named = _PATH.search(found["rest"])
        if named is None or found["got"].startswith("-"):
            continue
        opened += 1
        path = named[1]
        if path.startswith("/") and not (path.startswith(allowed) or _is_of_the_system(path)):
            foreign[path] += 1
    return tuple(calls), tuple(foreign), opened


def _is_of_the_system(path: str) -> bool:
    return path.startswith(_OF_THE_SYSTEM) and not _IN_MEMORY.match(path)


def main(arguments: Sequence[str]) -> int:
    """Watch the tests of the window, or another command."""
    if not can_watch():
        sys.stderr.write("strace is not here or may not be used; nothing was watched.\n")
        return 2
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    command = list(arguments) or [*tests, str(ROOT / "tests" / "window")]
    folder = Path(tempfile.gettempdir())
    seen = watch(command, own=[folder], env=dict(os.environ))
    sys.stdout.write(f"{seen.output.strip().splitlines()[-1:]}\n")
    sys.stdout.write(f"files opened {seen.opened}, foreign {len(seen.foreign)}\n")
    sys.stdout.write(f"calls to the network {len(seen.calls)}\n")
    for line in (*seen.foreign, *seen.calls):
        sys.stdout.write(f"  {line}\n")
    return 1 if seen.foreign or seen.calls or seen.status else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
