"""Marks carried from version to version in the window, and the review of what was not exact."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from variorum.annotations.values import CarriedStatus
from variorum.library.marks_list import MarkStatus
from variorum.text import Span
from variorum.window.details.side import Leaf
from variorum.window.main_window import MainWindow
from variorum.window.marks_list.choices import ChoiceGrid

from .hands import Reader
from .story import bring_pair, highlight

BASE = """PORT MERROW (Meridian) - The harbour board closed two ferry terminals on Monday.

About 12 ships lay at anchor off Saltholm, the Chamber of Trade said.

A nine-day stoppage in 2009 emptied the shelves of the outer islands."""
VERSION = """PORT MERROW (Meridian) - The harbour board closed two ferry terminals on Monday.

About 21 ships lay at anchor off Saltholm, the Chamber of Trade said."""


def bring_changed(reader: Reader) -> MainWindow:
    """Import a story with a changed figure and a cut paragraph; the longer one is the base."""
    window = reader.open()
    reader.drop(text=BASE)
    reader.drop(text=VERSION)
    base = window.reading.base
    assert len(window.reading.versions) == 2
    assert base is not None
    assert base.article.text == BASE
    return window


def spans(window: MainWindow) -> dict[int, list[str]]:
    """Return the marked words of each version."""
    found: dict[int, list[str]] = {}
    for mark in window.marks.highlights:
        found.setdefault(mark.article, []).append(mark.anchor.exact)
    return found


def test_what_is_not_exact_waits_in_the_list(reader: Reader) -> None:
    """A changed and a dropped mark are listed with the words they came from."""
    window = bring_changed(reader)
    highlight(reader, "12 ships")
    highlight(reader, "A nine-day stoppage")
    highlight(reader, "ferry terminals")
    reader.press("C")

    reader.press("F5")
    lines = [window.hands.marks_list.model.index(row) for row in range(2)]
    found = [window.hands.marks_list.model.mark(line) for line in lines]

    assert window.frame.side.leaf is Leaf.MARKS
    assert [(one.came_from_words, one.status) for one in found if one] == [
        ("12 ships", CarriedStatus.CHANGED),
        ("A nine-day stoppage", CarriedStatus.DROPPED),
    ]
    assert window.messages.text == "1 mark carried; 1 stands on changed words; 1 dropped."


def test_the_review_goes_by_keys_alone(reader: Reader) -> None:
    """F5 opens both ends; Y accepts and the next one is current; Shift+Y puts it on words."""
    window = bring_changed(reader)
    highlight(reader, "12 ships")
    highlight(reader, "A nine-day stoppage")
    reader.press("C")
    reader.press("F5")
    version = window.reading.version
    assert version is not None
    there = window.desk.caret()
    reader.press("Y")
    reader.press("F5")
    start = VERSION.index("the Chamber")
    reader.select(version.id, Span(start, start + 11))
    reader.press("Shift+Y")

    assert there is not None
    assert there[0] == version.id
    assert window.hands.marks_list.to_review == 0
    assert sorted(spans(window)[version.id]) == ["21 ships", "the Chamber"]
    assert window.frame.marks.said == "Nothing is left to review."


def test_a_carried_mark_is_dropped(reader: Reader) -> None:
    """Shift+Del takes it away, undo brings it back to be reviewed."""
    window = bring_changed(reader)
    highlight(reader, "12 ships")
    reader.press("C")
    reader.press("F5")
    version = window.reading.version
    assert version is not None
    reader.press("Shift+Del")
    dropped = spans(window).get(version.id)
    reader.press("Ctrl+Z")

    assert dropped is None
    assert spans(window)[version.id] == ["21 ships"]
    assert window.hands.marks_list.to_review == 1


def test_one_mark_alone_is_carried(reader: Reader) -> None:
    """Alt+Shift+C takes the mark at the caret and leaves the others."""
    window = bring_pair(reader)
    highlight(reader, "The councils of the islands")
    highlight(reader, "chair Adaeze Oke")

    reader.press("Alt+Shift+C")

    assert len(window.marks.highlights) == 3


def test_marks_go_to_the_version_chosen(reader: Reader) -> None:
    """The menu names each other version, and carries to the one that is taken."""
    window = bring_changed(reader)
    highlight(reader, "ferry terminals")
    marks = list(window.marks.highlights)
    menu = window.hands.carrier.menu_of(marks)

    menu.actions()[0].trigger()
    reader.settle()

    assert len(menu.actions()) == 1
    assert len(window.marks.highlights) == 2


def test_a_story_s_marks_go_everywhere(reader: Reader) -> None:
    """Marks of both versions are carried to the other, and none comes back to its own."""
    window = bring_changed(reader)
    highlight(reader, "ferry terminals")
    version = window.reading.version
    assert version is not None
    start = VERSION.index("Saltholm")
    reader.select(version.id, Span(start, start + 8))
    reader.press("H")

    reader.press("Ctrl+Alt+M")

    assert [sorted(words) for words in spans(window).values()] == [
        ["Saltholm", "ferry terminals"]
    ] * 2
    reader.press("Ctrl+Alt+M")
    assert len(window.marks.highlights) == 4


def test_a_story_without_marks_says_so(reader: Reader) -> None:
    """What carries nothing is not silent."""
    window = bring_pair(reader)

    reader.press("Ctrl+Alt+M")

    assert window.messages.text == "Nothing is marked in this story yet."
    assert window.marks.highlights == ()


def test_the_list_opens_a_mark_and_the_way_leads_back(reader: Reader) -> None:
    """Enter goes to the mark, Alt+Left to where the reader was, Alt+Right there again."""
    window = bring_changed(reader)
    highlight(reader, "Saltholm")
    base = window.reading.base
    assert base is not None
    reader.select(base.id, Span(0, 0))
    reader.press("Ctrl+M")
    reader.press("Return")
    there = window.desk.caret()
    reader.press("Alt+Left")
    back = window.desk.caret()
    reader.press("Alt+Right")

    assert there == (base.id, BASE.index("Saltholm"))
    assert back == (base.id, 0)
    assert window.desk.caret() == there


def test_the_list_is_filtered_by_its_choices(reader: Reader) -> None:
    """Words and status decide which marks are listed."""
    window = bring_changed(reader)
    highlight(reader, "Saltholm")
    highlight(reader, "ferry terminals")
    reader.press("Ctrl+M")
    panel = window.frame.marks
    panel.field.setText("ferr")
    panel.asked.emit()
    by_words = window.hands.marks_list.model.rowCount()
    panel.field.clear()
    panel.choose_status(MarkStatus.WITH_NOTE)

    assert by_words == 1
    assert window.hands.marks_list.model.rowCount() == 0
    assert panel.said == "No highlight is like this."


def test_a_marked_text_that_comes_in_anew_is_offered_its_marks(
    reader: Reader, tmp_path: Path
) -> None:
    """A changed text from the same file: one click carries the marks of the text before it."""
    file = tmp_path / "wire.txt"
    file.write_text(BASE, encoding="utf-8")
    window = reader.open()
    reader.drop([file])
    highlight(reader, "ferry terminals")
    file.write_text(BASE.replace("12 ships", "14 ships"), encoding="utf-8")
    reader.drop([file])
    said = window.messages.text
    offer = window.messages.findChildren(QPushButton)
    next(button for button in offer if button.text() == "Carry 1 mark").click()
    reader.settle()

    assert said == "1 text with marks came in again, changed."
    assert len(window.marks.highlights) == 2


def test_the_note_of_a_carried_mark_is_read_where_it_went(reader: Reader) -> None:
    """Its card shows the one note there is, follows it, and leads to it; undo takes it away."""
    window = bring_changed(reader)
    highlight(reader, "ferry terminals")
    reader.press("N")
    reader.write("Which ones?")
    reader.press("Ctrl+Return")
    window.desk.take_focus()
    reader.press("C")

    def told() -> list[tuple[str, list[str]]]:
        cards = (card.mark for card in window.notes.cards)
        return sorted((one.text, [origin.text for origin in one.origins]) for one in cards)

    assert told() == [("", ["Which ones?"]), ("Which ones?", [])]
    (origin,) = (origin for card in window.notes.cards for origin in card.origins)
    assert "¶1" in origin.line.text()
    origin.line.click()
    reader.settle()
    caret = window.desk.caret()
    assert window.reading.base is not None
    assert caret is not None
    framed = [card for card in window.notes.cards if card.property("current")]
    assert [card.mark.text for card in framed] == ["Which ones?"]

    window.notes.edit(framed[0].mark.key)
    reader.write(" Both?")
    reader.press("Ctrl+Return")

    assert told() == [("", ["Which ones? Both?"]), ("Which ones? Both?", [])]
    reader.press("Ctrl+Z")
    reader.press("Ctrl+Z")
    assert told() == [("Which ones?", [])]


def test_what_is_chosen_is_read_whole(prepared: QApplication, qtbot: QtBot) -> None:  # noqa: ARG001
    """Choices stand two in a row where both are read, else one below the other."""
    over = QWidget()
    qtbot.addWidget(over)
    boxes = [QComboBox(over) for _ in range(2)]
    for box, words in zip(boxes, ("Whole library", "Any annotator"), strict=True):
        box.addItem(words)
    grid = ChoiceGrid(boxes, over)
    over.show()

    for width, is_one_row in ((500, True), (150, False)):
        grid.resize(width, 80)
        qtbot.waitUntil(lambda one=is_one_row: (boxes[0].y() == boxes[1].y()) is one)
