"""The lists above the stories, the filter's chips, read and done, the bin: by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from variorum.library.commands import Command
from variorum.library.queries.rows import StoryOrder
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.stories_list.lists_box import Place, Shelf

from .hands import Reader
from .story import REPRINT, WIRE, bring_pair

OTHER = "OSTRAVA (Inland) - A quota for wheat was set on Friday.\n\nMillers asked for more.\n"


@pytest.fixture
def two(reader: Reader) -> MainWindow:
    """Open a window with a story of two versions, and another story."""
    window = bring_pair(reader)
    reader.drop(text=OTHER)
    window.messages.hide()
    window.stories.take_focus()
    return window


def shelf(window: MainWindow, place: Place) -> Shelf:
    """Return the first list of a kind."""
    return next(one for one in window.stories.lists.shelves() if one.place is place)


def click(reader: Reader, window: MainWindow, place: Place) -> None:
    """Click a list."""
    box = window.stories.lists
    number = box.shelves().index(shelf(window, place))
    at = box.visualItemRect(box.item(number)).center()
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reader.settle()


def drop(reader: Reader, window: MainWindow, on: QWidget, at: QPoint) -> None:
    """Let what is selected fall on a place."""
    mime = window.stories.in_hand().mime()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    QApplication.sendEvent(on, QDragEnterEvent(at, move, mime, left, none))
    QApplication.sendEvent(on, QDragMoveEvent(at, move, mime, left, none))
    QApplication.sendEvent(on, QDropEvent(QPointF(at), move, mime, left, none))
    reader.settle()


def counts(window: MainWindow) -> list[int]:
    """Return the numbers of versions, story by story."""
    model = window.workspace.stories
    rows = (model.story(model.index(number, 0)) for number in range(model.rowCount()))
    return [row.versions for row in rows if row is not None]


def select(window: MainWindow, *places: tuple[int, ...]) -> None:
    """Select stories by their place, or versions by two."""
    view, model = window.stories.view, window.workspace.stories
    select = view.selectionModel()
    select.clearSelection()
    for place in places:
        index = model.index(place[0], 0)
        if len(place) > 1:
            view.set_open(place[0], opened=True)
            index = model.index(place[1], 0, index)
        select.select(index, select.SelectionFlag.Select)


def test_a_collection_takes_what_is_dropped_on_it(reader: Reader, two: MainWindow) -> None:
    """A story dragged onto a collection stands there; one undo takes it out."""
    reader.answers.line = "Wheat"
    two.bar[ActionId.NEW_COLLECTION].trigger()
    reader.settle()
    select(two, (0,))
    box = two.stories.lists
    number = box.shelves().index(shelf(two, Place.COLLECTION))

    drop(reader, two, box.viewport(), box.visualItemRect(box.item(number)).center())
    assert shelf(two, Place.COLLECTION).count == 1
    click(reader, two, Place.COLLECTION)
    assert two.workspace.stories.rowCount() == 1

    assert two.session.undo_state.undo is Command.COLLECT
    reader.press("Ctrl+Z")
    assert two.workspace.stories.rowCount() == 0
    assert two.stories.nothing_said


def test_stories_dropped_on_a_story_join_it(reader: Reader, two: MainWindow) -> None:
    """One story dragged onto another becomes part of it."""
    before = counts(two)
    select(two, (0,))
    view = two.stories.view
    at = view.visualRect(two.workspace.stories.index(1, 0)).center()

    drop(reader, two, view.viewport(), at)
    assert counts(two) == [3]
    reader.press("Ctrl+Z")

    assert counts(two) == before


def test_versions_are_dragged_out_of_their_story_and_to_its_head(
    reader: Reader, two: MainWindow
) -> None:
    """Below the last story a version parts; on its own story it becomes the base."""
    place = counts(two).index(2)
    view, model = two.stories.view, two.workspace.stories
    select(two, (place, 1))
    moved = two.stories.chosen_articles()[0]

    drop(reader, two, view.viewport(), view.visualRect(model.index(place, 0)).center())
    row = model.story(model.index(place, 0))
    assert row is not None
    assert row.base == moved

    select(two, (place, 0))
    drop(reader, two, view.viewport(), QPoint(20, view.viewport().height() - 2))
    assert counts(two) == [1, 1, 1]


def test_delete_in_the_list_moves_to_the_bin_and_the_bin_gives_back(
    reader: Reader, two: MainWindow
) -> None:
    """The key that takes marks away on the desk moves stories in the list."""
    two.stories.take_focus()
    select(two, (0,))
    reader.press("Del")
    assert len(counts(two)) == 1

    click(reader, two, Place.BIN)
    assert len(counts(two)) == 1
    two.stories.take_focus()
    select(two, (0,))
    two.fit_actions()
    two.bar[ActionId.RESTORE].trigger()
    reader.settle()
    click(reader, two, Place.ALL)

    assert len(counts(two)) == 2


def test_the_bin_is_emptied_only_after_asking(reader: Reader, two: MainWindow) -> None:
    """No leaves it as it is; yes deletes, and there is nothing to undo any more."""
    two.stories.take_focus()
    select(two, (0,))
    reader.press("Ctrl+Del")
    reader.answers.yes = False
    two.bar[ActionId.EMPTY_BIN].trigger()
    reader.settle()
    assert shelf(two, Place.BIN).count == 1

    reader.answers.yes = True
    two.bar[ActionId.EMPTY_BIN].trigger()
    reader.settle()

    assert shelf(two, Place.BIN).count == 0
    assert two.session.undo_state.undo is None


def test_opening_marks_as_read_and_a_key_marks_as_unread(reader: Reader, two: MainWindow) -> None:
    """What stays on the desk is read; R says otherwise, for all that is selected."""
    keeping = two.hands.lists
    keeping.pause.setInterval(0)
    reader.press("]")
    reader.press("[")
    reader.qtbot.waitUntil(lambda: shelf(two, Place.UNREAD).count == 0)

    select(two, (0,), (1,))
    reader.press("R")

    assert shelf(two, Place.UNREAD).count == 2
    assert two.session.undo_state.undo is Command.MARK_UNREAD


def test_done_is_a_state_that_filters(reader: Reader, two: MainWindow) -> None:
    """D marks the story that is read as done."""
    select(two, (0,))
    reader.press("D")
    two.stories.set_filter("is:done")
    reader.settle()

    assert len(counts(two)) == 1
    assert [chip.text() for chip in two.stories.chips.chips()] == ["is:done  ×"]


def test_a_chip_takes_its_term_away(reader: Reader, two: MainWindow) -> None:
    """What asks by name stands below the line; a click leaves the rest."""
    two.stories.set_filter("quota is:open place:ostrava")
    reader.settle()
    first, _ = two.stories.chips.chips()

    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    reader.settle()

    assert two.stories.filter.text() == "quota place:ostrava"


def test_the_menu_offers_what_is_there(reader: Reader, two: MainWindow) -> None:
    """Sources and places of the library become terms of the filter."""
    menu = two.stories.offers.menu
    menu.aboutToShow.emit()
    places = next(a.menu() for a in menu.actions() if a.text() == "Place")
    wanted = next(action for action in places.actions() if action.text() == "OSTRAVA")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType, reportUnknownMemberType, reportUnknownArgumentType] - Qt's stubs

    wanted.trigger()  # pyright: ignore[reportUnknownMemberType]
    reader.settle()

    assert two.stories.filter.text() == "place:OSTRAVA"
    assert len(counts(two)) == 1


def test_every_order_shows_all_stories(reader: Reader, two: MainWindow) -> None:
    """No order loses a story; the menu ticks the one that holds."""
    for order in StoryOrder:
        two.hands.lists.sort_by(order)
        reader.settle()
        assert sorted(counts(two)) == [1, 2]


def test_a_library_that_can_only_be_read_keeps_its_lists(reader: Reader) -> None:
    """Nothing can be put, marked or moved there, and nothing fails."""
    window = reader.open()
    for text in (WIRE, REPRINT):
        reader.drop(text=text)
    reader.close()
    window = reader.open(read_only=True)
    window.hands.lists.pause.setInterval(0)

    for keys in ("R", "D", "Del", "Ctrl+Del"):
        window.stories.take_focus()
        reader.press(keys)

    assert counts(window) == [2]


def test_a_story_passed_on_the_way_out_is_not_read(reader: Reader, two: MainWindow) -> None:
    """Closing the window forgets what waited to be called read: the library is closed by then."""
    pause = two.hands.lists.pause
    pause.setInterval(60_000)
    pause.start()

    two.close()

    assert not pause.isActive()
    reader.close()
