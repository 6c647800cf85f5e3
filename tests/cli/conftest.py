"""The command line, run as its users run it, with its output taken apart."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from variorum.cli.main import variorum


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what a command printed and how it ended."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return the one object that was printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """Return the objects that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Outcome]


@pytest.fixture
def run() -> Run:
    """Return what runs a command in this process."""

    def command(*arguments: str | Path) -> Outcome:
        result = CliRunner().invoke(variorum, [str(each) for each in arguments])
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return command


@pytest.fixture
def run_alone(tmp_path: Path) -> Run:
    """Return what runs a command in a process and with user folders of its own."""

    def command(*arguments: str | Path, **more: str) -> Outcome:
        folders = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME")
        own = {name: str(tmp_path / "home") for name in folders}
        result = subprocess.run(
            [sys.executable, "-m", "variorum", *map(str, arguments)],
            env={**os.environ, **own, **more},
            capture_output=True,
            encoding="utf-8",
            cwd=tmp_path,
            check=False,
            timeout=60,
        )
        return Outcome(result.returncode, result.stdout, result.stderr)

    return command


@pytest.fixture
def twins(tmp_path: Path) -> tuple[Path, Path]:
    """Return two small printings of one story."""
    base, version = tmp_path / "base.txt", tmp_path / "version.txt"
    base.write_text(
        "PORT MERROW, April 12 (Northline) - Pilots walked off the job on Monday, leaving 14"
        " ships at anchor off Saltholm.\n\nThe Guild didn’t say how long the strike would last.\n\n"
        "Two freighters with wheat were diverted to Lund.\n",
        encoding="utf-8",
    )
    version.write_text(
        "PORT MERROW (NORTHLINE) - Pilots walked off the job on Monday, leaving 17"
        " ships at anchor off Saltholm.\n\nThe Guild did not say how long the strike would last.\n",
        encoding="utf-8",
    )
    return base, version
