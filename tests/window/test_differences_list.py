"""The list of all differences: in step with the texts, hidden ones too."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from variorum.collation.values import QUIET_CLASSES
from variorum.window.action_row import ActionId
from variorum.window.chips import Chip
from variorum.window.desk.explained import Listed
from variorum.window.desk.pane import Pane
from variorum.window.details.side import Leaf
from variorum.window.differences_list.panel import DifferencesPanel, Which

from .hands import Reader
from .story import UPDATE, WIRE, bring_pair


def open_list(reader: Reader) -> DifferencesPanel:
    """Open the list by its key over one story in two versions."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("Ctrl+F8")
    return window.frame.differences


def current(panel: DifferencesPanel) -> Listed | None:
    """Return the line that is the current one."""
    row = panel.view.currentIndex().row()
    return panel.model.lines[row] if row >= 0 else None


def words(panel: DifferencesPanel) -> list[tuple[str, str]]:
    """Return what is listed."""
    return [one.loudest.words for one in panel.model.lines]


def go_to(reader: Reader, panel: DifferencesPanel, wanted: str) -> None:
    """Walk down the list until the line with these words of the base is the current one."""
    for _ in panel.model.lines:
        reader.press("Down")
        here = current(panel)
        if here is not None and here.loudest.words[0] == wanted:
            return
    raise AssertionError(wanted)


def test_every_difference_is_listed(reader: Reader) -> None:
    """In the order of the texts, as many as F8 goes to."""
    panel = open_list(reader)
    starts = [one.stop.first_side[1].start for one in panel.model.lines if one.stop.sides[0]]

    assert len(panel.model.lines) == reader.window.desk.difference_count
    assert panel.said == f"{len(panel.model.lines)} differences"
    assert starts == sorted(starts)
    assert ("four", "six") in words(panel)


def test_what_is_hidden_is_listed_as_hidden(reader: Reader) -> None:
    """S takes lines from the texts, not from the list."""
    panel = open_list(reader)
    count = len(panel.model.lines)

    reader.press("S")

    hidden = [one for one in panel.model.lines if not one.is_shown]
    assert len(panel.model.lines) == count
    assert {one.loudest.variant_class for one in hidden} <= {*QUIET_CLASSES, None}
    assert len(hidden) == count - reader.window.desk.difference_count > 0
    assert panel.said.endswith(f"{len(hidden)} hidden")
    said = [panel.model.index(row, 0).data() for row in range(count)]
    assert sum(line.endswith("hidden") for line in said) == len(hidden)


def test_the_texts_go_along(reader: Reader) -> None:
    """The arrow keys walk, the keys stay in the list; Enter leads to the texts, F8 goes on."""
    panel = open_list(reader)
    window = reader.window
    go_to(reader, panel, "four")
    place = window.desk.difference_place

    assert window.desk.chosen is not None
    assert panel.view.hasFocus()
    assert all(pane.lit for pane in window.desk.panes)
    assert "four → six" in window.status.found
    reader.press("Return")
    assert isinstance(QApplication.focusWidget(), Pane)
    reader.press("F8")
    assert window.desk.difference_place[0] == place[0] + 1


def test_the_list_goes_along_with_the_texts(reader: Reader) -> None:
    """After F8 its line is the current one; after a click elsewhere none is."""
    panel = open_list(reader)
    window = reader.window
    seen: list[bool] = []
    for _ in range(window.desk.difference_count):
        reader.press("F8")
        here = current(panel)
        seen.append(here is not None and window.desk.is_at(here))

    assert all(seen)
    assert window.reading.base is not None
    reader.put_caret(window.reading.base.id, WIRE.index("councils"))
    window.desk.panes[0].setFocus()
    reader.press("Left")
    assert current(panel) is None


def test_a_hidden_difference_is_shown_and_corrected(reader: Reader) -> None:
    """Its words light up; given a loud class it stands among those that are shown."""
    panel = open_list(reader)
    window = reader.window
    reader.press("S")
    hidden = next(one for one in panel.model.lines if not one.is_shown and one.loudest.words[0])
    go_to(reader, panel, hidden.loudest.words[0])

    assert window.desk.difference_place[0] == 0
    assert window.desk.panes[0].lit == hidden.stop.sides[0]
    reader.press("Alt+Shift+5")
    now = current(panel)
    assert now is not None
    assert now.is_shown
    assert now.loudest.head == "substance · by hand"
    assert window.desk.difference_place[0] > 0


@pytest.mark.parametrize(
    ("which", "wanted"),
    [(Which.SUBSTANCE, {"substance"}), (Which.PASSAGES, {None}), (Which.QUIET, {*QUIET_CLASSES})],
)
def test_one_kind_alone_is_listed(reader: Reader, which: Which, wanted: set[str | None]) -> None:
    """The choice above the list leaves those that fit."""
    panel = open_list(reader)

    panel.which.setCurrentIndex(list(Which).index(which))

    assert panel.model.lines
    assert {one.loudest.variant_class for one in panel.model.lines} <= wanted


def test_the_number_in_the_strip_opens_the_list(reader: Reader) -> None:
    """What says which of how many leads to all of them."""
    window = bring_pair(reader)
    chips = window.strip.findChildren(Chip)
    place = next(chip for chip in chips if chip.said().startswith("–"))

    QTest.mouseClick(place, Qt.MouseButton.LeftButton)

    assert window.frame.side.leaf is Leaf.DIFFERENCES
    assert window.frame.differences.view.hasFocus()


def test_a_story_of_one_version_has_no_differences(reader: Reader) -> None:
    """The panel says so; there is nothing to choose."""
    window = reader.open()
    reader.drop(text=WIRE)
    window.frame.side.show_leaf(Leaf.DIFFERENCES)

    assert window.frame.differences.said == "Nothing is compared here."
    assert not window.bar[ActionId.LIST_DIFFERENCES].isEnabled()


def test_every_tab_has_room_at_the_side(reader: Reader) -> None:
    """In the narrowest side the longest name is a sign; a screen reader says the word all the same."""
    window = bring_pair(reader)
    side = window.frame.side
    for width in (200, 230, 320):
        side.resize(width, 400)
        assert side.tabs.sizeHint().width() <= width
    side.resize(200, 400)

    assert side.tabs.accessibleTabName(Leaf.DIFFERENCES) == "Differences"
    assert window.frame.side.tabs.tabText(Leaf.NOTES) == "NOTES"


def test_a_line_says_whose_it_is(reader: Reader) -> None:
    """Among three panes each line names the versions that differ there."""
    panel = open_list(reader)
    reader.drop(text=UPDATE)
    reader.press("Ctrl+3")
    reader.window.desk.focus_pane_of(reader.window.reading.panes[0])

    both = [one for one in panel.model.lines if len(one.told) == 2]

    assert any({told.words[1] for told in one.told} == {"six", "seven"} for one in both)
    assert all(told.who for one in panel.model.lines for told in one.told)


def test_a_line_offers_the_classes(reader: Reader) -> None:
    """Its menu is about the line, though the keys are in the list."""
    panel = open_list(reader)
    go_to(reader, panel, "four")
    menu = panel.menu
    assert menu is not None

    menu.aboutToShow.emit()

    shown = [action.text() for action in menu.actions() if action.isVisible()]
    assert "Class of this difference" in shown
    assert any(text.startswith("Always treat") and "four" in text for text in shown)
