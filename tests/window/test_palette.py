"""The command palette finds every action, and does the one that is chosen."""

from PySide6.QtWidgets import QApplication

from variorum.window.action_row import ActionId

from .hands import Reader
from .story import bring_pair


def test_every_action_is_in_it(reader: Reader) -> None:
    """Each action but the palette itself, once, with the menu it stands in."""
    window = bring_pair(reader)
    entries = window.hands.showing.entries()
    names = [entry.action.objectName() for entry in entries]

    beside = {ActionId.PALETTE, ActionId.CLEAR_RECENT, ActionId.KEEP_RECENT}
    assert set(names) >= {name.value for name in ActionId} - beside
    assert len(names) == len(set(names))
    assert all("&" not in entry.name for entry in entries)


def test_letters_and_enter_do_it(reader: Reader) -> None:
    """Ctrl+Shift+P, some letters, Enter; the keys go back to where they were."""
    window = bring_pair(reader)
    window.desk.panes[0].setFocus()
    before = window.strip.shown()

    reader.press("Ctrl+Shift+P")
    reader.write("hidequiet")
    reader.press("Return")

    assert window.strip.shown() < before
    assert not window.hands.showing.palette.isVisible()
    assert QApplication.focusWidget() is window.desk.panes[0]


def test_what_makes_no_sense_now_is_shown_but_passed_over(reader: Reader) -> None:
    """Highlighting needs a selection: the line is faint and cannot be chosen."""
    window = bring_pair(reader)
    reader.press("Ctrl+Shift+P")
    palette = window.hands.showing.palette

    reader.write("annotatehighlight")

    assert palette.list.count() >= 1
    assert palette.list.item(0).text() == "Annotate: Highlight"
    assert palette.list.currentRow() != 0
    reader.press("Escape")
    assert not palette.isVisible()


def test_letters_without_an_action_say_so(reader: Reader) -> None:
    """An empty list is not left unexplained."""
    window = bring_pair(reader)
    reader.press("Ctrl+Shift+P")

    reader.write("zzzz")

    palette = window.hands.showing.palette
    assert palette.nothing.isVisible()
    reader.press("Return")
    assert palette.isVisible()
    reader.press("Escape")
