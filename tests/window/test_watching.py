"""Watching a folder from the window: chosen in the menu, listed in the settings, stopped there."""

from pathlib import Path

from variorum.library import watched
from variorum.library.queries.articles import article_count
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.watched.page import WatchedPage

from .hands import PATIENCE_MS, Reader
from .story import WIRE


def wait(reader: Reader, window: MainWindow) -> None:
    """Wait until nothing runs and all is saved."""
    session = window.session
    reader.qtbot.waitUntil(
        lambda: not session.jobs.running and not session.is_saving, timeout=PATIENCE_MS
    )
    reader.settle()


def look(reader: Reader, window: MainWindow) -> None:
    """Look into the folders without waiting for the clock."""
    wait(reader, window)
    window.hands.watching.watch.look()
    wait(reader, window)


def choose(reader: Reader, folder: Path) -> MainWindow:
    """Open a window and watch a folder with a story in it."""
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    window = reader.open()
    reader.answers.folder = folder
    window.bar[ActionId.WATCH_FOLDER].trigger()
    return window


def test_nothing_is_watched_unless_it_is_chosen(reader: Reader) -> None:
    """The clock stands still in a library without watched folders."""
    assert not reader.open().hands.watching.watch.timer.isActive()


def test_files_of_a_watched_folder_come_once(reader: Reader, tmp_path: Path) -> None:
    """What was written to its end comes by itself, and is not read again."""
    window = choose(reader, tmp_path / "desk")
    db = window.session.library.reader
    look(reader, window)
    first = article_count(db)

    look(reader, window)
    known = watched.read_files(db)

    assert (first, article_count(db)) == (1, 1)
    assert [Path(path).name for path in known] == ["wire.txt"]
    assert window.hands.watching.watch.timer.isActive()


def test_the_settings_list_the_folders_and_stop_one(reader: Reader, tmp_path: Path) -> None:
    """A folder that is watched no more is forgotten; what came of it stays."""
    window = choose(reader, tmp_path / "desk")
    db = window.session.library.reader
    look(reader, window)
    page = WatchedPage(window.hands.watching.watch, window)
    listed = [page.list.item(row).text() for row in range(page.list.count())]

    page.list.setCurrentRow(0)
    page.stop.click()
    wait(reader, window)

    assert listed == [str(tmp_path / "desk")]
    assert page.list.count() == 0
    assert not window.hands.watching.watch.timer.isActive()
    assert watched.read_files(db) == {}
    assert article_count(db) == 1
