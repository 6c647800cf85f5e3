"""Libraries by menu: copied, checked, backed up, restored, dropped, remembered."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from variorum.app.doorbell import ring
from variorum.app.settings import Settings
from variorum.errors import LibraryBlank, LibraryDamaged, LibraryMissing
from variorum.library.commands import Command
from variorum.library.keeping import drafts
from variorum.library.library import Library
from variorum.library.safety import backups
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.program import Program

from . import story
from .hands import PATIENCE_MS, Reader

WIRE = "HARBOUR TOWN (Wire) -- The ferry is late, the harbour said on Monday.\n\nNobody knew why."


@pytest.fixture
def program(prepared: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    """Return a program whose folders are empty; its window is closed after the test."""
    program = Program(prepared, Settings(tmp_path), data=tmp_path / "data", logs=tmp_path / "logs")
    yield program
    prepared.setQuitOnLastWindowClosed(True)
    window = program.window
    if window is not None and shiboken6.isValid(window):
        window.close()
        qtbot.waitUntil(lambda: not shiboken6.isValid(window), timeout=PATIENCE_MS)


def settle(qtbot: QtBot, program: Program) -> MainWindow:
    """Wait until nothing is going on; return the window."""

    def is_settled() -> bool:
        return program.window is not None and program.window.is_settled

    qtbot.waitUntil(is_settled, timeout=PATIENCE_MS)
    assert program.window is not None
    return program.window


def opened(qtbot: QtBot, program: Program) -> MainWindow:
    """Open the reader's own library with one story in it."""
    window = program.open(None)
    window.show()
    with qtbot.waitSignal(window.hands.importing.finished, timeout=PATIENCE_MS):
        window.hands.importing.bring_text(WIRE)
    return settle(qtbot, program)


def backed_up(qtbot: QtBot, program: Program) -> MainWindow:
    """Open the reader's own library, and back it up by the menu."""
    window = opened(qtbot, program)
    window.bar[ActionId.BACK_UP].trigger()
    qtbot.waitUntil(lambda: "backed up" in window.messages.text, timeout=PATIENCE_MS)
    return settle(qtbot, program)


def test_a_copy_is_a_library_that_opens(reader: Reader, tmp_path: Path) -> None:
    """The copy holds the stories, and is another library than this one."""
    window = reader.open()
    reader.drop(text=WIRE)
    reader.answers.path = tmp_path / "elsewhere"

    window.bar[ActionId.SAVE_COPY].trigger()
    reader.qtbot.waitUntil(lambda: "saved as" in window.messages.text, timeout=PATIENCE_MS)

    with Library.open(tmp_path / "elsewhere.variorum") as copy:
        assert copy.reader.value("SELECT count(*) FROM articles") == 1
        assert copy.identity != window.session.library.identity


def test_the_copy_is_not_the_library_itself(reader: Reader) -> None:
    """A copy over the open library is refused in a sentence."""
    window = reader.open()
    reader.answers.path = reader.library

    window.bar[ActionId.SAVE_COPY].trigger()

    assert "another file" in window.messages.text


def test_a_sound_library_is_said_to_be_sound(reader: Reader) -> None:
    """The check ends with a sentence."""
    window = reader.open()

    window.bar[ActionId.CHECK_LIBRARY].trigger()
    reader.qtbot.waitUntil(lambda: "sound" in window.messages.text, timeout=PATIENCE_MS)


def test_flaws_are_told_with_their_places(reader: Reader) -> None:
    """What the check finds stands behind the details, with the way out beside it."""
    window = reader.open()
    reader.drop(text=WIRE)
    window.session.library.run(
        Command.HOUSEKEEPING, lambda db: db.write("UPDATE articles SET text_sha256 = 'x'")
    )

    window.bar[ActionId.CHECK_LIBRARY].trigger()
    reader.qtbot.waitUntil(lambda: "damaged" in window.messages.text, timeout=PATIENCE_MS)

    assert "text is not the one imported" in window.messages.details


def test_a_library_that_is_dropped_is_opened(reader: Reader, tmp_path: Path) -> None:
    """One library file is opened; among other files it is no library to open."""
    library = tmp_path / "dropped.variorum"
    Library.open(library, create=True).close()
    one, two = QMimeData(), QMimeData()
    one.setUrls([QUrl.fromLocalFile(str(library))])
    two.setUrls([QUrl.fromLocalFile(str(library)), QUrl.fromLocalFile(str(tmp_path))])
    window = reader.open()

    assert window.hands.libraries.dropped(one) == library
    assert window.hands.libraries.dropped(two) is None


def test_recent_libraries_are_listed_and_forgotten(program: Program, tmp_path: Path) -> None:
    """The menu names the libraries that were open; the list can be cleared and turned off."""
    other = tmp_path / "other.variorum"
    Library.open(other, create=True).close()
    program.open(None)
    window = program.open(other)
    menu = QMenu(window)

    window.hands.libraries.fill_recent(menu)
    named = [action.text().partition(" ")[0] for action in menu.actions()]
    window.bar[ActionId.KEEP_RECENT].trigger()

    assert named == ["library"]
    assert not window.hands.libraries.recent.is_kept
    assert window.hands.libraries.recent.libraries() == []


def test_a_backup_is_restored_and_taken_back(qtbot: QtBot, program: Program) -> None:
    """The library goes back to the chosen state; what it was in between is a backup."""
    window = backed_up(qtbot, program)
    with qtbot.waitSignal(window.hands.importing.finished, timeout=PATIENCE_MS):
        window.hands.importing.bring_text(
            "TOWN (Wire) -- The strike is over.\n\nThe crew went home."
        )
    assert settle(qtbot, program).workspace.stories.rowCount() == 2

    window.bar[ActionId.RESTORE_BACKUP].trigger()
    qtbot.waitUntil(lambda: window.hands.libraries.dialog is not None, timeout=PATIENCE_MS)
    assert window.hands.libraries.dialog is not None
    window.hands.libraries.dialog.accept()
    qtbot.waitUntil(lambda: program.window not in {None, window}, timeout=PATIENCE_MS)
    after = settle(qtbot, program)

    assert after.workspace.stories.rowCount() == 1
    assert "as it was on" in after.messages.text
    assert after.workspace.backups.folder is not None
    assert len(backups.backups(after.workspace.backups.folder)) == 2


def test_a_damaged_library_is_rescued_at_the_start(qtbot: QtBot, program: Program) -> None:
    """A library that cannot be opened offers its backups before there is a window."""
    path = _close(qtbot, program, backed_up(qtbot, program))
    path.write_bytes(b"no library any more")
    with pytest.raises(LibraryDamaged) as caught:
        program.open(None)

    assert program.rescue(None, caught.value, give_up=lambda: None)
    assert program.restoring.box is not None
    program.restoring.box.accept()
    window = settle(qtbot, program)

    assert window.workspace.stories.rowCount() == 1
    assert "laid aside" in window.messages.text


def test_no_empty_library_takes_the_place_of_a_lost_one(qtbot: QtBot, program: Program) -> None:
    """Where the reader's library is gone and has backups, they are offered first."""
    path = _close(qtbot, program, backed_up(qtbot, program))
    path.unlink()

    with pytest.raises(LibraryMissing) as caught:
        program.open(None)

    assert not path.exists()
    assert program.rescue(None, caught.value, give_up=lambda: None)
    assert program.restoring.box is not None
    program.restoring.box.reject()
    assert settle(qtbot, program).workspace.stories.rowCount() == 0


def test_a_library_that_was_killed_while_it_was_made_is_made(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    """An empty file without backups holds nothing that could be lost."""
    empty = tmp_path / "empty.variorum"
    empty.touch()

    program.open(empty)

    assert settle(qtbot, program).workspace.path == empty


def test_an_emptied_library_is_not_made_anew(qtbot: QtBot, program: Program) -> None:
    """Where there are backups, something took what it held."""
    path = _close(qtbot, program, backed_up(qtbot, program))
    path.write_bytes(b"")

    with pytest.raises(LibraryBlank) as caught:
        program.open(path)

    assert program.rescue(path, caught.value, give_up=lambda: None)
    assert program.restoring.box is not None
    program.restoring.box.accept()
    assert settle(qtbot, program).workspace.stories.rowCount() == 1


def test_a_damaged_library_asked_for_leaves_the_window(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    """The message names the trouble; without backups there is nothing to offer."""
    window = opened(qtbot, program)
    broken = tmp_path / "broken.variorum"
    broken.write_bytes(b"nothing" * 1000)

    window.library_wanted.emit(broken, False)  # noqa: FBT003 - a signal

    assert program.window is window
    assert "not a Variorum library" in window.messages.text


def test_the_window_answers_the_bell(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    """Nobody answers for a library that no window has."""
    opened(qtbot, program)

    assert not ring(tmp_path / "none.variorum")


def test_a_library_that_vanishes_can_be_copied_away(reader: Reader, tmp_path: Path) -> None:
    """When the file is deleted while it is open, that is told, and a copy saves all of it."""
    window = reader.open()
    reader.drop(text=WIRE)
    reader.library.unlink()

    window.session.submit(Command.HOUSEKEEPING, lambda _: None)
    reader.qtbot.waitUntil(lambda: "deleted" in window.messages.text, timeout=PATIENCE_MS)
    reader.answers.path = tmp_path / "saved.variorum"
    window.bar[ActionId.SAVE_COPY].trigger()
    reader.qtbot.waitUntil(lambda: "saved as" in window.messages.text, timeout=PATIENCE_MS)

    with Library.open(tmp_path / "saved.variorum") as copy:
        assert copy.reader.value("SELECT count(*) FROM articles") == 1


def test_a_synchronised_folder_is_warned_of(program: Program, tmp_path: Path) -> None:
    """A library that another program may copy at any moment says so, and offers a copy."""
    path = tmp_path / "Dropbox" / "desk.variorum"
    path.parent.mkdir()
    Library.open(path, create=True).close()

    window = program.open(path)

    assert "synchronises" in window.messages.text


def test_a_full_disk_is_told_once_the_last_room_is_taken(reader: Reader) -> None:
    """What was saved in the room held back comes with a warning."""
    window = reader.open()

    window.session.space_ran_out.emit()

    assert "disk is full" in window.messages.text


@pytest.mark.skipif(sys.platform == "win32", reason="no open file can be moved away there")
def test_the_window_does_not_close_on_words_that_are_not_saved(reader: Reader) -> None:
    """While words cannot be saved the reader is asked, and may stay; they are there later."""
    window = reader.open()
    reader.drop(text=story.WIRE)
    story.highlight(reader, "four per cent")
    elsewhere = reader.library.with_name("elsewhere")
    reader.press("N")
    reader.library.rename(elsewhere)
    reader.write("Ask the harbour.")
    reader.answers.yes = False

    assert not window.close()
    assert "Ask the harbour." in reader.answers.asked[-1]
    assert window.isVisible()

    elsewhere.rename(reader.library)
    reader.close()
    with Library.open(reader.library) as library:
        assert [draft.text for draft in drafts(library.reader)] == ["Ask the harbour."]


def _close(qtbot: QtBot, program: Program, window: MainWindow) -> Path:
    path = window.workspace.path
    window.close()
    qtbot.waitUntil(lambda: not shiboken6.isValid(window), timeout=PATIENCE_MS)
    program.window = None
    return path
