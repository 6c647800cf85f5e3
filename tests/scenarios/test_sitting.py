"""The window is left in the middle of things, and found so again."""

import pytest
from tests.window.hands import Reader
from tests.window.story import REPRINT, UPDATE, WIRE

from variorum.library.queries.rows import StoryOrder
from variorum.window.action_row import ActionId
from variorum.window.desk.values import DeskPlace

LONG = "\n\n".join(f"Paragraph {n} tells of the harbour and of its ferries." for n in range(60))


def test_a_sitting_is_restored(reader: Reader) -> None:
    """Story, panes, place, filter, order, map and what was looked for are there after a restart."""
    window = reader.open()
    for text in (f"{WIRE}\n{LONG}", f"{REPRINT}\n{LONG}", f"{UPDATE}\n{LONG}"):
        reader.drop(text=text)
    window.hands.lists.sort_by(StoryOrder.MARKS)
    window.stories.set_filter("has:versions")
    reader.settle()
    third = window.reading.versions[2].article
    window.reading.show((window.reading.versions[0].article, third))
    reader.settle()
    assert window.desk.focus_pane_of(third)
    reader.press("PgDown", times=3)
    reader.press("Ctrl+F")
    reader.write("ferries")
    window.desk.take_focus()
    before = window.desk.place()
    panes = window.reading.panes

    reader.close()
    window = reader.open()

    assert window.reading.panes == panes
    assert window.stories.filter.text() == "has:versions"
    assert window.stories.shown.order is StoryOrder.MARKS
    assert window.bar[ActionId.SORT_MARKS].isChecked()
    assert window.hands.finder.bar.field.text() == "ferries"
    after = window.desk.place()
    assert before is not None
    assert after is not None
    assert (after.article, after.place) == (before.article, before.place)
    # In a window of another size the end of a paragraph may be the beginning of the next.
    assert _paragraphs_above(after) == pytest.approx(_paragraphs_above(before), abs=0.1)


def _paragraphs_above(place: DeskPlace) -> float:
    """Return how many paragraphs of the update stand above the viewport, and how much of one."""
    return f"{UPDATE}\n{LONG}".count("\n\n", 0, place.top) + place.share


def test_who_left_at_the_top_comes_back_to_the_top(reader: Reader) -> None:
    """The room above the first words is there again, and so is what another version has before them."""
    window = reader.open()
    for text in (f"{WIRE}\n{LONG}", f"{REPRINT}\n{LONG}"):
        reader.drop(text=text)
    assert window.desk.stage.top == 0.0

    reader.close()
    window = reader.open()

    assert window.desk.stage.top == 0.0


def test_the_map_is_open_again(reader: Reader) -> None:
    """Who left the window with the map finds the map."""
    window = reader.open()
    reader.drop(text=WIRE)
    reader.drop(text=REPRINT)
    window.bar[ActionId.STORY_MAP].trigger()
    reader.settle()

    reader.close()
    window = reader.open()

    assert window.hands.map.is_open


def test_what_is_gone_is_not_missed(reader: Reader) -> None:
    """A collection that was deleted, a story in the bin: the window opens with what there is."""
    window = reader.open()
    reader.drop(text=WIRE)
    reader.answers.line = "Ferries"
    window.bar[ActionId.NEW_COLLECTION].trigger()
    reader.settle()
    shelf = next(s for s in window.stories.lists.shelves() if s.name == "Ferries")
    window.hands.lists.turn_to(shelf)
    reader.settle()
    window.session.undo()
    reader.settle()
    reader.close()

    window = reader.open()

    assert window.stories.shown.collection is None
    assert window.workspace.stories.rowCount() == 1
