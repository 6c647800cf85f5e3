"""A second start finds the window of the first."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from variorum.app.doorbell import Doorbell, ring

GUI = Path(__file__).parents[2] / "gui"
RINGS = "import sys, pathlib\nfrom variorum.app.doorbell import ring\nprint(ring(pathlib.Path(sys.argv[1])))"


@pytest.fixture(autouse=True)
def _sockets(  # pyright: ignore[reportUnusedFunction]  # pytest finds it by itself
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Keep the sockets of a test out of the reader's folder."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("run")))


def is_answered(qtbot: QtBot, library: Path) -> bool:
    """Ring from another process at a library that is open here."""
    bell = Doorbell(library)
    with (
        qtbot.waitSignal(bell.rung, timeout=20_000),
        subprocess.Popen(
            [sys.executable, "-c", RINGS, str(library)],
            env={**os.environ, "PYTHONPATH": str(GUI)},
            stdout=subprocess.PIPE,
            text=True,
        ) as caller,
    ):
        qtbot.waitUntil(lambda: caller.poll() is not None, timeout=20_000)
        assert caller.stdout is not None
        said = caller.stdout.read()
    bell.close()
    return said == "True\n"


def test_another_process_is_answered(qtbot: QtBot, tmp_path: Path) -> None:
    """Whoever rings at the library that is open here is told that somebody is here."""
    assert is_answered(qtbot, tmp_path / "desk.variorum")


def test_a_folder_too_deep_for_sockets_is_passed_by(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A socket's path may be short only; where the folder's is long, the bell hangs elsewhere."""
    deep = tmp_path / ("a" * 60) / ("b" * 60)
    deep.mkdir(parents=True)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))

    assert is_answered(qtbot, tmp_path / "desk.variorum")


def test_a_closed_bell_is_silent(qtbot: QtBot, tmp_path: Path) -> None:  # noqa: ARG001 - Qt runs
    """After the window is closed nobody answers any more."""
    bell = Doorbell(tmp_path / "desk.variorum")
    bell.close()

    assert not ring(tmp_path / "desk.variorum")
