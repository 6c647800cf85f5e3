"""What a passage is can be said by hand: at once in every view, for good, and undone."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from variorum.library.commands import Command
from variorum.text import Article, PassageKind, Span
from variorum.window.action_row import ActionId
from variorum.window.details.kinds import touched
from variorum.window.main_window import MainWindow
from variorum.window.menus import MARK_MENU, TEXT_MENU, Inset

from .hands import Reader
from .story import bring_pair

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

COUNCILS = "The councils"
CONTACT = "To contact"


@pytest.fixture
def window(reader: Reader) -> MainWindow:
    """Return a window with a story in two versions."""
    return bring_pair(reader)


def base_of(window: MainWindow) -> Article:
    """Return the base's text."""
    assert window.reading.base is not None
    return window.reading.base.article


def select(reader: Reader, first: str, last: str) -> None:
    """Select in the base from some words through others."""
    text = base_of(reader.window).text
    assert reader.window.reading.base is not None
    span = Span(text.index(first), text.index(last) + len(last))
    reader.select(reader.window.reading.base.id, span)


def open_menu(reader: Reader) -> list[QAction]:
    """Press K; return what the menu offers."""
    reader.window.desk.take_focus()
    reader.press("K")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu.actions()


def close_menu(reader: Reader) -> None:
    """Close the menu without choosing; the keys go back to the window."""
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    reader.window.activateWindow()
    reader.qtbot.waitUntil(reader.window.isActiveWindow)


def choose(reader: Reader, words: str) -> None:
    """Choose an entry of the menu of kinds."""
    action = next(a for a in open_menu(reader) if a.text() == words)
    close_menu(reader)
    action.trigger()
    reader.settle()


def kinds(window: MainWindow) -> list[PassageKind]:
    """Return the kinds of the base's passages."""
    return [passage.kind for passage in base_of(window).passages]


def ticked(actions: list[QAction]) -> list[str]:
    """Return the entries with a tick."""
    return [action.text() for action in actions if action.isChecked()]


def test_a_kind_is_shown_everywhere_at_once(reader: Reader, window: MainWindow) -> None:
    """The pane, the words of the list and the comparison follow the choice."""
    select(reader, COUNCILS, COUNCILS)
    assert window.reading.collation is not None
    before = window.reading.collation.summary
    words = window.reading.versions[0].words

    choose(reader, "Caption")

    assert kinds(window)[2] is PassageKind.CAPTION
    assert window.reading.versions[0].words < words
    assert window.reading.collation is not None
    assert window.reading.collation.summary != before
    assert window.desk.stage.columns[0].blocks[2].kind is PassageKind.CAPTION
    assert reader.selected_words() == COUNCILS


def test_undo_names_the_deed_and_takes_it_back(reader: Reader, window: MainWindow) -> None:
    """One step of undo, with its words in the menu; redo does it again."""
    before = kinds(window)
    select(reader, COUNCILS, CONTACT)
    choose(reader, "Page clutter")

    assert window.session.undo_state.undo is Command.SET_KIND
    assert window.bar[ActionId.UNDO].text() == "Undo: corrected kind of passage"
    reader.press("Ctrl+Z")
    assert kinds(window) == before
    reader.press("Ctrl+Shift+Z")
    assert kinds(window)[2:4] == [PassageKind.CLUTTER] * 2


def test_a_kind_is_kept_for_good(reader: Reader) -> None:
    """The choice is there when the library is opened again."""
    bring_pair(reader)
    select(reader, COUNCILS, COUNCILS)
    choose(reader, "Crosshead")
    reader.close()

    again = reader.open()

    assert kinds(again)[2] is PassageKind.CROSSHEAD


def test_the_menu_has_a_tick_at_the_present_kind(reader: Reader, window: MainWindow) -> None:
    """The tick goes with the choice; what was read is named, and can be chosen again."""
    select(reader, COUNCILS, COUNCILS)

    assert ticked(open_menu(reader)) == ["Paragraph", "As read: paragraph"]
    close_menu(reader)
    choose(reader, "Table")
    assert ticked(open_menu(reader)) == ["Table"]
    close_menu(reader)
    choose(reader, "As read: paragraph")
    assert kinds(window)[2] is PassageKind.PARAGRAPH


def test_chosen_kinds_stand_in_the_details(reader: Reader, window: MainWindow) -> None:
    """The panel lists them with what they were read as."""
    select(reader, COUNCILS, COUNCILS)
    choose(reader, "Caption")
    window.hands.detailing.toggle()

    assert "Caption\nThe councils of the islands" in window.frame.details.words
    assert "read as paragraph" in window.frame.details.words


def test_a_library_that_can_only_be_read_offers_no_kinds(reader: Reader) -> None:
    """The key does nothing there, and the entries of the right click are grey."""
    bring_pair(reader)
    reader.close()
    window = reader.open(read_only=True)
    menu = window.hands.kinds.menu(window)
    menu.aboutToShow.emit()

    assert not window.bar[ActionId.KIND].isEnabled()
    assert {action.isEnabled() for action in menu.actions() if action.text()} == {False}


def test_a_right_click_offers_the_kinds() -> None:
    """On words and on marks alike."""
    assert Inset.KINDS in TEXT_MENU
    assert Inset.KINDS in MARK_MENU


def test_a_caret_is_in_one_passage(reader: Reader) -> None:
    """Also between two passages and at the very end of the text."""
    article = base_of(bring_pair(reader))

    for number, passage in enumerate(article.passages):
        assert touched(article, Span(passage.span.start, passage.span.start)) == (number,)
    end = len(article.text)
    assert touched(article, Span(end, end)) == (len(article.passages) - 1,)
