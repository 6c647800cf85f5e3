"""The program calls no address and opens no file that is neither its own nor the reader's."""

import os
import sys
from pathlib import Path

import pytest

from .watched import can_watch, watch

SCRIPTS = Path(__file__).parent
GUI = Path(__file__).parents[2] / "gui"

pytestmark = pytest.mark.skipif(not can_watch(), reason="strace is not here or may not be used")


def _environment(folder: Path) -> dict[str, str]:
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME")
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(GUI), "TMPDIR": str(folder)}
    return os.environ | dict.fromkeys(folders, str(folder)) | own


def test_hostile_pages_and_notes_reach_for_nothing(tmp_path: Path) -> None:
    """Pages and notes full of images, styles, frames and entities are read and painted as words."""
    desk, elsewhere = tmp_path / "desk", tmp_path / "elsewhere"
    desk.mkdir()
    elsewhere.mkdir()
    bait = elsewhere / "bait.png"
    bait.write_bytes(b"never read")

    command = [sys.executable, str(SCRIPTS / "hostile_window.py"), str(desk), str(bait)]
    seen = watch(command, own=[desk], env=_environment(desk))

    assert seen.status == 0, seen.output
    assert "2 versions and 1 note shown" in seen.output
    assert seen.opened > 100
    assert not seen.calls
    assert not seen.foreign


def test_the_watch_sees_what_it_watches_for(tmp_path: Path) -> None:
    """A program that does call an address and open a foreign file is caught."""
    bait = tmp_path / "bait.txt"
    bait.write_text("read", encoding="utf-8")
    deed = (
        "import socket, pathlib, sys; pathlib.Path(sys.argv[1]).read_text()\n"
        "socket.socket(type=socket.SOCK_DGRAM).connect(('127.0.0.1', 9))"
    )

    seen = watch([sys.executable, "-c", deed, str(bait)], own=[], env=dict(os.environ))

    assert any("127.0.0.1" in call for call in seen.calls)
    assert seen.foreign == (str(bait),)
