"""Two people mark one story, each in her library: merged, compared, settled, undone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QTableWidget
from pytestqt.qtbot import QtBot

from variorum.formats.documents.plain import read_text
from variorum.ids import ArticleId
from variorum.intake.importer import import_articles
from variorum.library import annotations
from variorum.library.annotators import ensure_annotator
from variorum.library.codebook import add_code
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.settlements import Settled, settlements
from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.desk.values import SettledSign
from variorum.window.start import prepare

from .hands import PATIENCE_MS, Reader

WIRE = """HALVERN (Northline) -- The ferry company will raise its fares by four per cent in June.

“We had no choice,” chair Adaeze Oke told reporters on Monday in the harbour office.
"""


@pytest.fixture
def reader(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Reader]:
    """Return a reader whose library, and that of a colleague, hold the same marked story."""
    prepare(qapp)
    reader = Reader(qtbot, tmp_path)
    make(reader.library, "Ada Quill", ("The ferry company", "claim"), ("four per cent", "figure"))
    make(
        tmp_path / "ben.variorum",
        "Ben Ross",
        ("ferry company", "claim"),
        ("four per cent", "figure"),
        ("Adaeze Oke", "claim"),
    )
    yield reader
    reader.close()


def make(path: Path, name: str, *marked: tuple[str, str]) -> None:
    """Make a library of the story with somebody's marks."""
    with Library.open(path, create=True) as library:
        import_articles(library, [read_text(WIRE, origin="wire.txt")])
        text = library.reader.value("SELECT text FROM texts")

        def deed(db: Db) -> None:
            me = ensure_annotator(db, name)
            codes = {code: add_code(db, name=code, colour="green") for code in ("claim", "figure")}
            for words, code in marked:
                start = text.index(words)
                span = Span(start, start + len(words))
                annotations.add_highlight(
                    db, article=ArticleId(1), span=span, annotator=me, codes=[codes[code]]
                )

        library.run(Command.HIGHLIGHT, deed)


def merge(reader: Reader, other: Path) -> None:
    """Merge a library through the menu: look at what comes, then say yes."""
    window, merging = reader.window, reader.window.hands.colleagues.merging
    reader.answers.path = other
    window.bar.dispatch(merging.choose)
    reader.qtbot.waitUntil(lambda: merging.box is not None, timeout=PATIENCE_MS)
    box = merging.box
    assert box is not None
    table = box.table
    shown = {text_of(table, n): text_of(table, n, 1) for n in range(table.rowCount())}
    assert shown["Highlights"] == "3"
    assert shown["Articles"] == ""
    assert len(window.marks.highlights) == 2
    with reader.qtbot.waitSignal(window.marks.changed, timeout=PATIENCE_MS):
        QTest.mouseClick(box.merge, Qt.MouseButton.LeftButton)
    back(reader)


def back(reader: Reader) -> None:
    """Give the keys back to the texts; a system does it by itself when a box or menu closes."""
    window = reader.window
    with reader.qtbot.waitActive(window):
        window.activateWindow()
    window.desk.take_focus()
    reader.settle()


def open_agreement(reader: Reader) -> None:
    """Open the page of agreement by its key, and wait for the figures."""
    agreeing = reader.window.hands.colleagues.agreeing
    with reader.qtbot.waitSignal(agreeing.changed, timeout=PATIENCE_MS):
        reader.press("Ctrl+Shift+G")
    reader.qtbot.waitUntil(lambda: not agreeing.is_busy, timeout=PATIENCE_MS)


def do(reader: Reader, action: ActionId) -> None:
    """Do an action of the menus: without a system, a closed popup leaves nobody the keys."""
    reader.window.bar[action].trigger()
    reader.settle()


def text_of(table: QTableWidget, row: int, column: int = 0) -> str:
    """Return what a cell says."""
    item = table.item(row, column)
    assert item is not None
    return item.text()


def settle_by(reader: Reader, key: Qt.Key) -> None:
    """Open the menu of ways to settle, and press a key in it."""
    window, agreeing = reader.window, reader.window.hands.colleagues.agreeing
    do(reader, ActionId.SETTLE)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with reader.qtbot.waitSignal(agreeing.changed, timeout=PATIENCE_MS):
        QTest.keyClick(menu, key)
    reader.qtbot.waitUntil(lambda: not agreeing.is_busy, timeout=PATIENCE_MS)
    assert window.hands.colleagues.reviewing.bar.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")
def test_two_people_become_one_library(reader: Reader, tmp_path: Path) -> None:
    """Merge, read the agreement, settle a disagreement by keyboard, take it back."""
    window = reader.open()
    hand = window.hands.colleagues
    merge(reader, tmp_path / "ben.variorum")

    # Both people's marks, told apart by letters and colours.
    assert len(window.marks.highlights) == 5
    assert {sign[0] for sign in window.marks.signs.values()} >= {"AQ", "BR"}

    open_agreement(reader)
    assert hand.is_open
    figures = hand.page.figures
    named = [text_of(figures, row) for row in range(figures.rowCount())]
    assert len(named) == 3
    assert hand.page.places.rowCount() == 2
    assert "2 places where annotators differ, 2 open" in hand.page.summary.text()

    # One click leads to the place, with the marks of both.
    hand.page.take_focus()
    reader.press("Return")
    assert not hand.is_open
    assert reader.selected_words() == "The ferry company"
    assert "1 of 2" in hand.reviewing.bar.count.text()

    settle_by(reader, Qt.Key.Key_1)
    found = settlements(window.session.library.reader)
    assert [(one.how, one.words) for one in found] == [(Settled.ONE, "The ferry company")]
    assert [mark.settled for mark in hand.layer(ArticleId(1))] == [SettledSign.HOLDS]
    assert "Ada Quill" in hand.reviewing.bar.state.text()

    do(reader, ActionId.NEXT_DISPUTE)
    assert reader.selected_words() == "Adaeze Oke"
    settle_by(reader, Qt.Key.Key_N)
    assert [one.how for one in settlements(window.session.library.reader)] == [
        Settled.ONE,
        Settled.NOBODY,
    ]

    for left in (1, 0):
        with reader.qtbot.waitSignal(hand.agreeing.changed, timeout=PATIENCE_MS):
            do(reader, ActionId.UNDO)
        assert len(settlements(window.session.library.reader)) == left

    # The whole merge is one step too.
    with reader.qtbot.waitSignal(window.marks.changed, timeout=PATIENCE_MS):
        do(reader, ActionId.UNDO)
    assert len(window.marks.highlights) == 2


def test_marks_of_an_annotator_can_be_hidden(reader: Reader, tmp_path: Path) -> None:
    """Unticked, an annotator's marks leave the texts and the notes; they come back with a tick."""
    window = reader.open()
    merge(reader, tmp_path / "ben.variorum")
    hand = window.hands.colleagues
    hand.show_people()
    box = hand.box
    assert box is not None
    names = [row.annotator.name for row in hand.people.rows()]
    tick = box.table.item(names.index("Ben Ross"), 0)
    assert tick is not None

    ben = hand.people.rows()[names.index("Ben Ross")].annotator.id
    with reader.qtbot.waitSignal(window.session.library_changed, timeout=PATIENCE_MS):
        window.session.submit(
            Command.ADD_NOTE,
            lambda db: annotations.add_note(
                db, on=annotations.OnArticle(ArticleId(1)), text="Who says so?", annotator=ben
            ),
        )
    assert len(window.notes.cards) == 6

    tick.setCheckState(Qt.CheckState.Unchecked)
    assert len(window.marks.highlights) == 2
    assert len(window.notes.cards) == 2

    again = box.table.item(names.index("Ben Ross"), 0)
    assert again is not None
    again.setCheckState(Qt.CheckState.Checked)
    assert len(window.marks.highlights) == 5
    box.reject()


def test_a_name_follows_its_annotator(reader: Reader) -> None:
    """Who renames herself keeps working as the same annotator, also when that is undone."""
    window = reader.open()
    hand = window.hands.colleagues
    me = window.session.annotator
    assert me is not None
    hand.show_people()
    box = hand.box
    assert box is not None
    box.table.setCurrentCell([row.annotator.id for row in hand.people.rows()].index(me), 0)
    box.name.setText("Dora  Vane")
    with reader.qtbot.waitSignal(window.session.library_changed, timeout=PATIENCE_MS):
        box.apply.click()

    assert window.session.annotator == me
    assert window.session.annotator_name == "Dora Vane"
    assert "Dora Vane" in [row.annotator.name for row in hand.people.rows()]
    box.reject()

    with reader.qtbot.waitSignal(window.session.library_changed, timeout=PATIENCE_MS):
        do(reader, ActionId.UNDO)
    assert window.session.annotator == me
    assert window.session.annotator_name == "Reader"


def test_one_annotator_alone_is_told_why_there_are_no_figures(reader: Reader) -> None:
    """The page says what to do, and the disagreements lead there."""
    window = reader.open()
    window.hands.colleagues.open()

    assert "agrees with nobody" in window.hands.colleagues.page.said.text()
    window.hands.colleagues.close()


@pytest.mark.parametrize(
    "action", [ActionId.NEXT_DISPUTE, ActionId.PREVIOUS_DISPUTE, ActionId.SETTLE]
)
def test_one_annotator_has_no_disagreement(reader: Reader, action: ActionId) -> None:
    """Who goes to one is told why there is none, and what to do."""
    window = reader.open()

    do(reader, action)

    assert "fewer than two people have marked" in window.messages.text
    assert "Merge the library" in window.messages.text
    assert not window.hands.colleagues.reviewing.bar.isVisible()


def test_no_figure_is_cut_in_a_usual_window(reader: Reader, tmp_path: Path) -> None:
    """What it comes to stands beside the name, and all figures have room."""
    window = reader.open()
    merge(reader, tmp_path / "ben.variorum")
    window.resize(1440, 900)
    open_agreement(reader)
    figures = window.hands.colleagues.page.figures

    assert figures.horizontalScrollBar().maximum() == 0
    assert text_of(figures, 0, 1) == "for tentative conclusions"
