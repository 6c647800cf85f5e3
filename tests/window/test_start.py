"""From nothing to a window: the reader's own library, the samples, a picture."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from variorum.app.settings import Settings
from variorum.errors import LibraryMissing, LibraryReadOnly
from variorum.intake.samples import import_samples
from variorum.library.library import Library
from variorum.library.locking import LockFile
from variorum.library.opening import Access, is_older
from variorum.library.schema.migrations import VERSION
from variorum.progress import Tick
from variorum.window.action_row import ActionId
from variorum.window.libraries.busy import Busy
from variorum.window.main_window import MainWindow
from variorum.window.program import Program
from variorum.window.start import take_snapshot

from .hands import PATIENCE_MS

GUI = Path(__file__).parents[2] / "gui"


@pytest.fixture
def program(prepared: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """Return a program whose folders are empty; its window is closed after the test."""
    program = Program(prepared, Settings(tmp_path), data=tmp_path / "data", logs=tmp_path / "logs")
    yield program
    window = program.window
    if window is not None and shiboken6.isValid(window):
        window.close()
        qtbot.waitUntil(lambda: not shiboken6.isValid(window), timeout=PATIENCE_MS)


def settle(qtbot: QtBot, program: Program) -> MainWindow:
    """Wait until nothing is going on; return the window."""
    qtbot.waitUntil(lambda: program.window is not None and program.window.is_settled)
    assert program.window is not None
    return program.window


def test_the_readers_own_library_is_made_at_first(program: Program) -> None:
    """Without a path a library is opened in the reader's folder, and made there once."""
    window = program.open(None)

    assert program.default_library.exists()
    assert window.workspace.path == program.default_library


class Titles(QObject):
    """Remember what the boxes said that were shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Read the words of a box that is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, Busy):
            self.said += [label.text() for label in watched.findChildren(QLabel)]
        return False


def make_older(path: Path) -> None:
    """Make a library that lacks the last step of the schema."""
    Library.open(path, create=True).close()
    with closing(sqlite3.connect(path)) as file:
        file.execute(
            "DELETE FROM _sqlite_migrations WHERE name = (SELECT max(name) FROM _sqlite_migrations)"
        )
        file.execute(f"PRAGMA user_version = {VERSION - 1}")
        file.commit()
    assert is_older(path)


def test_a_library_of_an_older_version_is_brought_up_to_date_in_sight(
    program: Program, prepared: QApplication, tmp_path: Path
) -> None:
    """A large one takes long: a box says what is done, and goes when the window stands."""
    path = tmp_path / "desk.variorum"
    make_older(path)
    titles = Titles(program)
    prepared.installEventFilter(titles)

    window = program.open(path)

    prepared.removeEventFilter(titles)
    assert titles.said == ["Bringing the library desk up to date…"]
    assert window.session.library.access is Access.WRITE
    assert window.session.library.reader.value("PRAGMA user_version") == VERSION


_RINGS = """
import sys
from pathlib import Path
from variorum.app.doorbell import ring
print(ring(Path(sys.argv[1])))
"""


class Ringing(QObject):
    """Let a second start come while a box is shown; the box stays until it was answered."""

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._path = path
        self._worker = ThreadPoolExecutor(max_workers=1)
        # Who brings it up to date waits for this one.
        self._file = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._file.execute("BEGIN IMMEDIATE")
        self.answered: Future[bool] | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt names it
        """Ring when the box is shown."""
        if event.type() is QEvent.Type.Show and isinstance(watched, Busy):
            self.answered = self._worker.submit(self._ring)
        return False

    def _ring(self) -> bool:
        done = subprocess.run(
            [sys.executable, "-c", _RINGS, str(self._path)],
            check=False,
            capture_output=True,
            text=True,
            env=os.environ | {"PYTHONPATH": str(GUI)},
        )
        self._file.close()
        return done.stdout == "True\n"

    def close(self) -> None:
        """Let the thread go."""
        self._worker.shutdown()


def test_a_second_start_finds_the_box_of_an_update(
    program: Program, prepared: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever rings meanwhile is told that somebody is here."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    path = tmp_path / "desk.variorum"
    make_older(path)
    ringing = Ringing(path, program)
    prepared.installEventFilter(ringing)

    window = program.open(path)

    prepared.removeEventFilter(ringing)
    ringing.close()
    assert ringing.answered is not None
    assert ringing.answered.result()
    assert window.session.library.access is Access.WRITE


def test_an_older_library_that_another_process_has_shows_no_box(
    program: Program, prepared: QApplication, tmp_path: Path
) -> None:
    """It cannot be brought up to date here, and nothing says that it is."""
    path = tmp_path / "desk.variorum"
    make_older(path)
    titles = Titles(program)
    prepared.installEventFilter(titles)

    lock = LockFile(path)
    lock.acquire()
    with pytest.raises(LibraryReadOnly):
        program.open(path, may_ring=False)

    lock.release()
    prepared.removeEventFilter(titles)
    assert titles.said == []


def test_a_library_that_is_not_there_is_not_made(program: Program, tmp_path: Path) -> None:
    """A mistyped path is told of; no empty library takes its place."""
    path = tmp_path / "mistyped.variorum"

    with pytest.raises(LibraryMissing):
        program.open(path)

    assert not path.exists()


def test_the_samples_open_with_one_click(program: Program, qtbot: QtBot) -> None:
    """They come into a library of their own and show a comparison."""
    first = program.open(None)
    first.show()

    first.bar[ActionId.OPEN_SAMPLES].trigger()
    qtbot.waitUntil(lambda: program.window is not first and not shiboken6.isValid(first))
    window = settle(qtbot, program)

    assert window.workspace.path.name == "samples.variorum"
    assert window.workspace.stories.rowCount() >= 7
    assert window.reading.collation is not None
    assert len(window.reading.versions) > 2
    assert Library.open(program.default_library).close() is None


def test_another_library_takes_the_place_of_this_one(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    """The window turns to the library that was asked for; the old file is closed."""
    first = program.open(None)
    first.show()

    first.library_wanted.emit(tmp_path / "other.variorum", True)  # noqa: FBT003 - a signal
    qtbot.waitUntil(lambda: not shiboken6.isValid(first), timeout=PATIENCE_MS)

    assert settle(qtbot, program).workspace.path == tmp_path / "other.variorum"


def test_a_clicked_library_takes_the_place_of_this_one(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    """A library that the desktop hands over is opened; one that is gone is told of."""
    first = program.open(None)
    first.show()
    clicked = tmp_path / "clicked.variorum"
    Library.open(clicked, create=True).close()

    program.open_clicked(clicked)
    qtbot.waitUntil(lambda: not shiboken6.isValid(first), timeout=PATIENCE_MS)
    second = settle(qtbot, program)
    program.open_clicked(tmp_path / "gone.variorum")

    assert program.window is second
    assert second.workspace.path == clicked
    assert second.messages.text != ""


def test_a_damaged_library_leaves_the_window_as_it_is(program: Program, tmp_path: Path) -> None:
    """What cannot be opened is told of in the bar of the window that stays."""
    window = program.open(None)
    broken = tmp_path / "broken.variorum"
    broken.write_bytes(b"this is no library" * 100)

    window.library_wanted.emit(broken, False)  # noqa: FBT003 - a signal

    assert program.window is window
    assert window.messages.text != ""


def test_a_library_that_is_being_written_can_be_read(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    """While another process has it, the window shows it and changes nothing."""
    path = tmp_path / "samples.variorum"
    with Library.open(path, create=True) as library:
        import_samples(library)
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(GUI)},
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"
        program.open(path)
        window = settle(qtbot, program)

        assert not window.session.is_writable
        assert "only be read" in window.messages.text
        assert window.workspace.stories.rowCount() >= 7
        assert not window.bar[ActionId.IMPORT_FILES].isEnabled()
        assert not window.bar[ActionId.HIGHLIGHT].isEnabled()
    finally:
        holder.communicate(b"\n")


_HOLDS = """
import sys
from pathlib import Path
from variorum.library.library import Library
from variorum.library.schema.migrations import VERSION
from variorum.library.locking import LockFile
from variorum.library.opening import Access, is_older
with Library.open(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_picture_can_be_taken_without_a_screen(tmp_path: Path) -> None:
    """`variorum open --snapshot` paints the first comparison, saves it, and ends."""
    path, picture = tmp_path / "samples.variorum", tmp_path / "window.png"
    with Library.open(path, create=True) as library:
        import_samples(library)

    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "variorum",
            "open",
            "--library",
            str(path),
            "--snapshot",
            str(picture),
        ],
        env=_without_screen(tmp_path),
        capture_output=True,
        check=False,
        timeout=60,
    )

    assert (done.returncode, done.stderr.decode()) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1440, 900)


def _without_screen(home: Path) -> dict[str, str]:
    """Return an environment without a screen, whose folders are not the reader's."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME")
    own = {"PYTHONPATH": str(GUI), "LC_ALL": "C.UTF-8"}
    return kept | dict.fromkeys(folders, str(home)) | own


def test_a_window_that_never_settles_ends_without_a_picture(
    program: Program, prepared: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script that asked for a picture is not kept waiting for ever."""
    window = program.open(None)
    picture = tmp_path / "window.png"
    window.workspace.jobs.run("Waiting", _never_ending)

    assert take_snapshot(prepared, window, picture, chosen=True, within_ms=0) == 1
    assert "in time" in capsys.readouterr().err


@pytest.mark.parametrize("within_ms", [0, PATIENCE_MS])
def test_a_picture_leaves_the_application_fit_to_run_on(
    program: Program, prepared: QApplication, tmp_path: Path, within_ms: int
) -> None:
    """No order to quit stays behind: it would end every later loop at once, and lose its work."""
    window = program.open(None)
    window.workspace.jobs.run("Waiting", _never_ending if not within_ms else _done)
    take_snapshot(prepared, window, tmp_path / "window.png", chosen=True, within_ms=within_ms)

    prepared.processEvents()
    loop = QEventLoop()
    QTimer.singleShot(50, lambda: loop.exit(7))

    assert loop.exec() == 7


def _done(tick: Tick) -> None:
    tick(1, 1)


def _never_ending(tick: Tick) -> None:
    while True:
        tick(0, 1)
        time.sleep(0.005)
