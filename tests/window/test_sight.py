"""What a key does is seen: on every page, with the keys in every part of the window."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from variorum.app.listing import Shown
from variorum.app.settings import LINKED, PANES
from variorum.library import codebook
from variorum.library.commands import Command
from variorum.text import Span
from variorum.window.action_row import ActionId, Need
from variorum.window.actions.table import ACTIONS
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import UPDATE, bring_pair, highlight

OTHER = """BRENHOLM (Northline) -- The museum opens its new hall on Sunday after two years of work.

Visitors can see the boats that were raised from the river mud, its director said.
"""
_PAGES = (
    ActionId.ALL_NOTES,
    ActionId.CONCORDANCE,
    ActionId.AGREEMENT,
    ActionId.SUGGESTIONS,
    ActionId.STORY_MAP,
)
_ELSEWHERE = frozenset(
    (
        # They end the window, or open another one.
        ActionId.QUIT,
        ActionId.OPEN_SAMPLES,
        ActionId.OPEN_LIBRARY,
        ActionId.NEW_LIBRARY,
        # They say in their words what they are about, and tell what they did.
        ActionId.UNDO,
        ActionId.REDO,
        ActionId.UNDO_IMPORT,
        ActionId.EMPTY_BIN,
        ActionId.RESTORE_BACKUP,
    )
)


@pytest.fixture
def window(reader: Reader) -> MainWindow:
    """Open a window with two stories, the one that is read in three versions, with a mark."""
    reader.answers.yes = False
    window = bring_pair(reader)
    reader.drop(text=OTHER)
    reader.drop(text=UPDATE)
    window.desk.take_focus()
    highlight(reader, "four per cent")
    window.desk.take_focus()
    reader.settle()
    return window


def behind(window: MainWindow) -> dict[str, object]:
    """Return what stands behind a page, and what the library holds of it."""
    reading, desk, settings = window.reading, window.desk, window.session.settings
    return {
        "panes": reading.panes,
        "caret": desk.caret(),
        "selection": desk.selection(),
        "differences": (desk.difference_place, desk.difference_count),
        "settings": (settings.get(LINKED), settings.get(PANES)),
        "face": desk.stage.style.leading,
        "undo": window.session.undo_state.undo,
        "marks": (window.marks.highlights, window.marks.notes),
        "decided": (window.hands.deciding.decided.kept(), window.hands.deciding.decided.words()),
        "binned": window.hands.bin.count,
    }


def close_what_opened(window: MainWindow) -> None:
    """Close menus, dialogs and the palette."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    window.hands.showing.palette.hide()
    if window.hands.manual.window is not None:
        window.hands.manual.window.hide()
    if window.hands.full_screen.is_on:
        window.hands.full_screen.toggle()
    if window.hands.bin.is_shown:
        window.stories.show_list(Shown())


def walk(reader: Reader, page: ActionId) -> list[ActionId]:
    """Do on a page whatever can be done there; return what changed the texts unseen."""
    window, changed = reader.window, list[ActionId]()
    hidden = behind(window)
    for name in ACTIONS:
        if not window.bar[page].isChecked():
            window.bar[page].trigger()
            reader.settle()
            assert window.frame.page is not None
            hidden = behind(window)
        if name in _ELSEWHERE or not window.bar[name].isEnabled():
            continue
        read = window.reading.story
        window.bar[name].trigger()
        reader.settle()
        close_what_opened(window)
        on = window.frame.page
        # The map of another story is seen to be another one.
        is_seen = on is None or (on.shows_story and window.reading.story != read)
        if behind(window) != hidden:
            hidden = behind(window)
            if not is_seen:
                changed.append(name)
    return changed


def test_no_action_changes_what_a_page_hides(reader: Reader, window: MainWindow) -> None:
    """Whatever can be used on a page leaves the texts behind it alone, or shows them."""
    assert window.reading.sides

    assert [(page, name) for page in _PAGES for name in walk(reader, page)] == []


def test_the_bin_takes_the_story_whose_words_have_the_keys(
    reader: Reader, window: MainWindow
) -> None:
    """From a pane it takes the story that is read, whatever else is chosen in the list."""
    read = window.reading.story
    other = next(
        story
        for row in range(2)
        if (found := window.workspace.stories.story(window.workspace.stories.index(row, 0)))
        and (story := found.story) != read
    )
    window.stories.show_chosen(other)
    window.desk.take_focus()
    reader.press("Ctrl+Del")

    assert window.workspace.stories.index_of(other).isValid()
    assert read is not None
    assert not window.workspace.stories.index_of(read).isValid()


def test_the_list_is_meant_while_it_has_the_keys(window: MainWindow) -> None:
    """A version chosen there is meant by what is done to a version; from a pane, that pane's."""
    base, version, *_ = window.reading.sides
    window.stories.show_chosen(window.reading.story, version.id)
    window.stories.take_focus()
    from_list = window.hands.stories_deeds.version()
    window.desk.focus_pane_of(base.id)

    assert (from_list, window.hands.stories_deeds.version()) == (version.id, base.id)


def test_a_menu_of_the_keyboard_takes_no_keys_from_the_list(
    reader: Reader, window: MainWindow
) -> None:
    """While a menu is looked at, what was chosen in the list is still in hand."""
    window.stories.take_focus()
    window.menuBar().setFocus()
    reader.settle()

    assert window.sight.in_list
    assert window.bar[ActionId.TOGGLE_READ].isEnabled()


def test_what_is_not_in_sight_cannot_be_done_on_the_full_screen(
    reader: Reader, window: MainWindow
) -> None:
    """Neither the list nor the notes are there: their actions rest, and F6 stays in the texts."""
    window.bar[ActionId.FULL_SCREEN].trigger()
    resting = {row.id for row in ACTIONS.values() if row.needs & (Need.LIST | Need.SIDE)}

    assert not any(window.bar[name].isEnabled() for name in resting)
    reader.press("F6")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.frame.isAncestorOf(focus)
    assert focus.isVisible()


def test_codes_are_given_to_words_in_sight_only(reader: Reader, window: MainWindow) -> None:
    """A click into the codebook, with a page over the selection, marks nothing."""
    window.session.submit(
        Command.ADD_CODE, lambda db: codebook.add_code(db, name="Fares", colour="amber")
    )
    reader.settle()
    base = window.reading.sides[0]
    reader.select(base.id, Span(0, 7))
    window.bar[ActionId.ALL_NOTES].trigger()
    before = len(window.marks.highlights)
    assert window.marks.codebook
    window.codes.used.emit(window.marks.codebook[0].code.id)
    reader.settle()

    assert len(window.marks.highlights) == before


def test_a_chosen_story_is_seen(reader: Reader, window: MainWindow) -> None:
    """A page that shows nothing of the story makes way; the map stays, and shows it."""
    for page, stays in ((ActionId.ALL_NOTES, False), (ActionId.STORY_MAP, True)):
        window.bar[page].trigger()
        reader.settle()
        window.stories.step(1 if window.stories.view.currentIndex().row() == 0 else -1)
        window.hands.turning.step(-1)
        reader.settle()

        assert window.bar[page].isChecked() is stays
