"""A desk's morning with the list: filtered, saved as a view, joined and undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.window.hands import Reader

from variorum.window.main_window import MainWindow

FERRY = (
    "HALVERN (Northline) -- The ferry company will raise its fares in June.\n\nIslands object.\n"
)
QUOTA = "OSTRAVA (Inland) -- A quota for wheat was set on Friday.\n\nMillers asked for more.\n"


def titles(window: MainWindow) -> list[str]:
    """Return the stories that the list shows."""
    model = window.workspace.stories
    rows = (model.story(model.index(number, 0)) for number in range(model.rowCount()))
    return [row.title for row in rows if row is not None]


def names(window: MainWindow) -> list[str]:
    """Return what stands above the stories."""
    return [shelf.name for shelf in window.stories.lists.shelves()]


def click_list(reader: Reader, name: str) -> None:
    """Click a row above the stories."""
    box = reader.window.stories.lists
    item = box.item(names(reader.window).index(name))
    at = box.visualItemRect(item).center()
    QTest.mouseClick(box.viewport(), Qt.MouseButton.LeftButton, pos=at)
    reader.settle()


def test_a_view_is_filtered_saved_and_found_again(reader: Reader) -> None:
    """What was typed is one click away, after a restart too; its removal is undone."""
    window = reader.open()
    reader.drop(text=FERRY)
    reader.drop(text=QUOTA)
    reader.press("Ctrl+L")
    reader.write("place:ostrava")
    reader.press("Return")
    assert len(titles(window)) == 1
    reader.answers.line = "Wheat desk"
    reader.press("Ctrl+Shift+F")
    reader.press("Esc")
    assert len(titles(window)) == 2

    reader.close()
    window = reader.open()
    click_list(reader, "Wheat desk")
    assert window.stories.filter.text() == "place:ostrava"
    assert len(titles(window)) == 1

    reader.press("Del")
    assert "Wheat desk" not in names(window)
    reader.press("Ctrl+Z")
    assert "Wheat desk" in names(window)


def test_two_stories_are_joined_and_parted_again_by_undo(reader: Reader) -> None:
    """By mouse with Ctrl held, then by one key each way."""
    window = reader.open()
    reader.drop(text=FERRY)
    reader.drop(text=QUOTA)
    before = titles(window)
    view, model = window.stories.view, window.workspace.stories
    for row, keys in (
        (0, Qt.KeyboardModifier.NoModifier),
        (1, Qt.KeyboardModifier.ControlModifier),
    ):
        at = view.visualRect(model.index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, keys, at)
        reader.settle()

    reader.press("Ctrl+J")
    assert len(titles(window)) == 1
    assert len(window.reading.versions) == 2
    reader.press("Ctrl+Z")

    assert titles(window) == before
