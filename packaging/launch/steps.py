"""Run one command after the other, say what is being done, and stop with a sentence."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

# Settings of the caller's own Python that would lead the environment's Python astray.
_ASTRAY = ("PYTHONHOME", "PYTHONPATH", "PIP_PREFIX", "PIP_ROOT", "PIP_TARGET", "VIRTUAL_ENV")


class Stop(Exception):
    """What ends the run, as a sentence for the person who started it."""


def say(sentence: str) -> None:
    """Print a sentence at once, before the output of the command it announces."""
    print(sentence, flush=True)


def surroundings(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment variables for a command, without what belongs to other Pythons."""
    kept = {name: value for name, value in os.environ.items() if name not in _ASTRAY}
    # A user's `pip config set global.user true` cannot work inside an environment.
    return {**kept, "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **(extra or {})}


def run(command: Sequence[str | Path], *, extra: Mapping[str, str] | None = None) -> int:
    """Run a command in the folder of the caller, show what it prints, and return its exit code."""
    sys.stdout.flush()
    return subprocess.run(
        [str(part) for part in command], env=surroundings(extra), check=False
    ).returncode


def ask(
    command: Sequence[str | Path],
    *,
    extra: Mapping[str, str] | None = None,
    folder: Path | None = None,
    patience: float | None = None,
) -> tuple[int, str]:
    """Run a command quietly, in a folder, and return its exit code and all that it printed.

    One that takes longer than `patience`, in seconds, is ended and has failed.
    """
    try:
        answer = subprocess.run(
            [str(part) for part in command],
            env=surroundings(extra),
            cwd=folder,
            timeout=patience,
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except OSError as error:
        return 127, str(error)
    except subprocess.TimeoutExpired as error:
        said = (error.stdout or b"").decode("utf-8", errors="replace")
        return 124, f"{said}\nIt was ended after {patience:.0f} s without an answer."
    return answer.returncode, answer.stdout.decode("utf-8", errors="replace").strip()
