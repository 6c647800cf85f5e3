"""Code what is found: asked, ticked, given, taken back, by mouse and keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from variorum.annotations.seeking import Way
from variorum.window.action_row import ActionId
from variorum.window.autocoding.dialog import AutoCodeDialog, Scope
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import bring_pair


def ready(reader: Reader) -> tuple[MainWindow, AutoCodeDialog]:
    """Open a pair, make a code, open the dialog by its key."""
    window = bring_pair(reader)
    reader.answers.line = "Islands"
    reader.press("Ctrl+Shift+K")
    reader.press("Ctrl+Shift+D")
    dialog = window.hands.auto_coding.dialog
    assert dialog is not None
    return window, dialog


def ask(reader: Reader, dialog: AutoCodeDialog, words: str) -> None:
    """Type into the line and press Enter."""
    dialog.text.setText(words)
    QTest.keyClick(dialog.text, Qt.Key.Key_Return)
    reader.settle()


def test_what_is_found_is_ticked_and_gets_the_code(reader: Reader) -> None:
    """One place is left out with Space; the others are highlighted; one undo takes all back."""
    window, dialog = ready(reader)

    ask(reader, dialog, "the ISLANDS")
    assert dialog.model.rowCount() == 2
    assert "2 places" in dialog.said.text()
    QTest.keyClick(dialog.view, Qt.Key.Key_Space)
    assert len(dialog.model.ticked) == 1
    dialog.give.click()
    reader.settle()

    (mark,) = window.marks.highlights
    assert [code.name for code in window.marks.codes_of(mark.codes)] == ["Islands"]
    assert "got the code" in dialog.said.text()
    dialog.reject()
    assert "coding of what was found" in window.bar[ActionId.UNDO].text()
    window.bar[ActionId.UNDO].trigger()
    reader.settle()
    assert window.marks.highlights == ()


def test_what_has_the_code_is_not_offered_again(reader: Reader) -> None:
    """It is shown, with its box ticked for good."""
    _, dialog = ready(reader)
    ask(reader, dialog, "islands")
    dialog.give.click()
    reader.settle()

    ask(reader, dialog, "islands")

    assert dialog.model.rowCount() == 2
    assert dialog.model.ticked == []
    assert not dialog.give.isEnabled()
    index = dialog.model.index(0)
    assert not dialog.model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
    dialog.reject()


def test_a_pattern_in_the_whole_library(reader: Reader) -> None:
    """All can be ticked and none; what is no pattern is told in the dialog."""
    _, dialog = ready(reader)
    dialog.way.setCurrentIndex(dialog.way.findData(Way.PATTERN))
    dialog.scope.setCurrentIndex(dialog.scope.findData(Scope.LIBRARY))

    ask(reader, dialog, "(four|six) per")
    assert dialog.model.rowCount() == 2
    dialog.none.click()
    assert not dialog.give.isEnabled()
    dialog.all.click()
    assert len(dialog.model.ticked) == 2

    ask(reader, dialog, "(four")
    assert "no pattern" in dialog.said.text()
    assert dialog.model.rowCount() == 0
    dialog.reject()


def test_the_stories_of_the_list_are_looked_through(reader: Reader) -> None:
    """As the filter leaves them."""
    _, dialog = ready(reader)
    dialog.scope.setCurrentIndex(dialog.scope.findData(Scope.VIEW))

    ask(reader, dialog, "zebra")

    assert "0 places" in dialog.said.text()
    assert "2 articles" in dialog.said.text()
    dialog.reject()


def test_without_a_code_there_is_none_to_give(reader: Reader) -> None:
    """A sentence says so instead of an empty dialog."""
    window = bring_pair(reader)

    reader.press("Ctrl+Shift+D")

    assert window.hands.auto_coding.dialog is None
    assert "no code to give" in window.messages.text
