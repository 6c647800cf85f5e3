"""What a newcomer stumbled over, and must not again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QWidget

from variorum.collation.values import QUIET_CLASSES, VariantClass
from variorum.window.action_row import ActionId

from .hands import Reader
from .story import UPDATE, bring_pair, highlight


def test_the_place_stays_when_a_class_is_hidden(reader: Reader) -> None:
    """The difference turned to keeps its number among those that are left."""
    window = bring_pair(reader)
    reader.press("F8")
    while (variant := window.desk.chosen) is None or variant.variant_class.is_quiet:
        reader.press("F8")
    number, count = window.desk.difference_place

    reader.press("S")

    assert 0 < window.desk.difference_place[0] <= number
    assert window.desk.difference_place[1] < count


def test_the_bottom_line_goes_along_with_f8(reader: Reader) -> None:
    """It says the difference stepped to, not the one before; of a passage that was cut, its words."""
    window = bring_pair(reader)
    base, version = (side.article.text for side in window.reading.sides)
    said: list[bool] = []
    for _ in range(window.desk.difference_count):
        reader.press("F8")
        variant = window.desk.chosen
        found = window.status.found
        if variant is None:
            alone = found.partition(" cut · ")[2].removesuffix("…")
            said.append(bool(alone) and alone in base and alone not in version)
        else:
            said.append(found.count("→") == 1 and (variant.base.of(base).strip() or "∅") in found)

    assert said
    assert all(said)


@pytest.mark.parametrize("keys", ["Alt+Shift+4", "Ctrl+="])
def test_the_reader_stays_at_the_difference(reader: Reader, keys: str) -> None:
    """After another class was given, or larger letters, F8 goes on from there."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("F8", times=2)
    place, lit = window.desk.difference_place, [pane.lit for pane in window.desk.panes]

    reader.press(keys)

    assert window.desk.difference_place == place
    assert [pane.lit for pane in window.desk.panes] == lit
    assert window.status.found
    reader.press("F8")
    assert window.desk.difference_place[0] == place[0] + 1


def test_a_decision_is_said_where_it_was_made(reader: Reader) -> None:
    """The bottom line and an open card tell that a person gave the class now."""
    window = bring_pair(reader)
    window.desk.take_focus()
    while (variant := window.desk.chosen) is None or variant.variant_class.is_quiet:
        reader.press("F8")
    window.desk.choose(variant)
    card = window.desk.findChild(QFrame, "variant_tip")
    assert card is not None

    reader.press("Alt+Shift+4")

    assert window.status.found.startswith("wording · by hand")
    assert card.isVisible()
    assert "wording · by hand" in [label.text() for label in card.findChildren(QLabel)]


def test_a_card_that_stays_says_how_to_correct_it(reader: Reader) -> None:
    """By mouse and by the keys that are set; a card under the mouse has no such line."""
    window = bring_pair(reader)
    advice = window.desk.findChild(QLabel, "variant_tip_advice")
    window.desk.take_focus()
    reader.press("F8")
    assert advice is not None
    assert not advice.isVisible()
    assert window.desk.chosen is not None

    window.desk.choose(window.desk.chosen)

    assert advice.isVisible()
    assert "right-click" in advice.text()
    assert window.bar.keys_said(ActionId.AS_SUBSTANCE) in advice.text()


def test_a_headline_of_its_own_is_no_sentence_added(reader: Reader, tmp_path: Path) -> None:
    """It is counted among the other passages only."""
    lines = [f"Sentence number {n} of the story stands in both papers." for n in "123456"]
    story = "\n\n".join(lines)
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    files[0].write_text(f"Ferry stays in port\n\nHAVN (Northline) - {story}\n")
    files[1].write_text(f"Island cut off again\n\nHAVN (NORTHLINE) - {story}\n")
    window = reader.open()
    reader.drop(files)
    reader.settle()

    said = [chip.said() for chip in window.strip.told()]

    assert not [words for words in said if "sentence" in words and "added" in words]
    assert any("other" in words and "added" in words for words in said)


def test_nothing_stands_over_no_notes(reader: Reader) -> None:
    """Without a note and a mark there is the hint, and no heading of either."""
    window = bring_pair(reader)

    said = [label.text() for label in window.notes.findChildren(QLabel) if label.isVisible()]

    assert len(said) == 1


def test_the_window_opens_where_it_was_closed(reader: Reader) -> None:
    """The version that stood beside the base stands there again, its story chosen in the list."""
    window = bring_pair(reader)
    reader.drop(text=UPDATE)
    last = window.reading.versions[-1].article
    window.reading.choose_version(last)
    reader.settle()
    reader.close()

    window = reader.open()

    assert [side.id for side in window.reading.sides][1:] == [last]
    assert window.stories.chosen_stories() == (window.reading.story,)


def test_going_around_an_end_is_said(reader: Reader) -> None:
    """Who presses F8 at the last difference is told that the walk begins anew; so is who goes back."""
    window = bring_pair(reader)
    window.desk.take_focus()
    count = window.desk.difference_count
    reader.press("F8", times=count)
    assert window.desk.difference_place == (count, count)
    assert "Again" not in window.status.found

    reader.press("F8")
    assert window.status.found.startswith("Again from the first · ")
    reader.press("Shift+F8")
    assert window.status.found.startswith("Again from the last · ")
    reader.press("Shift+F8")
    assert "Again" not in window.status.found


def test_escape_closes_a_card_that_stays(reader: Reader) -> None:
    """It lies over words that the reader wants to see; the difference stays the one turned to."""
    window = bring_pair(reader)
    window.desk.take_focus()
    reader.press("F8")
    assert window.desk.chosen is not None
    window.desk.choose(window.desk.chosen)
    card = window.desk.findChild(QFrame, "variant_tip")
    assert card is not None
    place = window.desk.difference_place

    reader.press("Esc")

    assert not card.isVisible()
    assert window.desk.difference_place == place


def test_what_is_taken_back_is_said(reader: Reader) -> None:
    """It may be out of sight; the line goes at the next difference."""
    window = bring_pair(reader)
    highlight(reader, "northern piers")

    reader.press("Ctrl+Z")
    assert window.status.currentMessage() == "Undone: highlight"
    reader.press("Ctrl+Y")
    assert window.status.currentMessage() == "Done again: highlight"
    reader.press("F8")
    assert window.status.currentMessage() == ""


def test_what_was_hidden_stays_hidden(reader: Reader) -> None:
    """Who reads without the quiet classes need not hide them anew at each start."""
    bring_pair(reader)
    reader.press("S")
    shown = reader.window.desk.difference_count
    reader.close()

    window = reader.open()

    assert window.strip.shown() == frozenset(VariantClass) - QUIET_CLASSES
    assert window.desk.difference_count == shown
    assert window.bar[ActionId.HIDE_QUIET].isChecked()


def test_tab_goes_as_one_sees(reader: Reader) -> None:
    """From the search over list, strip, panes and cards to the codes, also to what came later."""
    window = bring_pair(reader)
    highlight(reader, "northern piers")
    reader.settle()
    stories, desk = window.stories, window.desk
    wanted = [window.frame.tools.search, stories.lists, stories.filter, stories.view, *desk.panes,
              window.frame.side.tabs, *window.notes.cards]  # fmt: skip
    met: list[QWidget | None] = [window.frame.tools.search]
    window.frame.tools.search.setFocus()
    while len(met) < 60 and met[-1] is not window.notes.cards[-1]:
        reader.press("Tab")
        met.append(QApplication.focusWidget())

    places = [met.index(part) for part in wanted if part in met]
    assert len(places) == len(wanted)
    assert places == sorted(places)
