"""Highlights grown, shrunk, split, merged and stepped through, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from variorum.text import Span
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow

from .hands import Reader
from .story import WIRE, bring_pair, highlight


def put_caret(reader: Reader, words: str) -> None:
    """Put the caret before words of the base."""
    base = reader.window.reading.base
    assert base is not None
    at = WIRE.index(words)
    reader.select(base.id, Span(at, at))
    reader.window.desk.take_focus()


def marked(window: MainWindow) -> list[str]:
    """Return the words marked in the base, in order."""
    base = window.reading.base
    assert base is not None
    return [mark.anchor.exact for mark in window.marks.highlights if mark.article == base.id]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Alt+Shift+Right", "chair Adaeze Oke told"),
        ("Alt+Shift+Left", "chair Adaeze"),
        ("Alt+Shift+Up", "choice,” chair Adaeze Oke"),
        ("Alt+Shift+Down", "Adaeze Oke"),
    ],
)
def test_the_ends_go_by_words(reader: Reader, keys: str, words: str) -> None:
    """Each key moves an end by one word, and undo brings it back."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")

    reader.press(keys)
    grown = marked(window)
    reader.press("Ctrl+Z")

    assert grown == [words]
    assert marked(window) == ["chair Adaeze Oke"]


def test_an_end_goes_as_far_as_it_is_told(reader: Reader) -> None:
    """Several steps in a row are about the same mark, also past its passage."""
    window = bring_pair(reader)
    highlight(reader, "harbour office")

    reader.press("Alt+Shift+Right", times=3)

    assert marked(window) == ["harbour office.\n\nThe councils of"]


def test_a_highlight_is_split_and_merged(reader: Reader) -> None:
    """X parts it at the caret, Shift+X makes the two one again."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    put_caret(reader, "Oke")
    reader.press("X")
    parted = marked(window)
    put_caret(reader, "daeze")
    reader.press("Shift+X")

    assert parted == ["chair Adaeze", "Oke"]
    assert marked(window) == ["chair Adaeze Oke"]


def test_there_is_nothing_to_split_at_the_edge(reader: Reader) -> None:
    """The window says where the caret has to stand."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")

    reader.press("X")

    assert "between two of its words" in window.messages.text
    assert marked(window) == ["chair Adaeze Oke"]


def test_each_of_several_marks_can_be_meant(reader: Reader) -> None:
    """O turns to the longer mark below; Del takes that one away."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    highlight(reader, "Adaeze")
    put_caret(reader, "daeze")
    reader.press("O")
    reader.press("Del")

    assert marked(window) == ["Adaeze"]


def test_keys_go_from_mark_to_mark(reader: Reader) -> None:
    """F7 goes to the next mark, round at the end; Shift+F7 back; Alt+Left where one was."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    highlight(reader, "harbour office")
    put_caret(reader, "The ferry")
    places: list[int] = []
    for keys in ("F7", "F7", "F7", "Shift+F7", "Alt+Left"):
        reader.press(keys)
        caret = window.desk.caret()
        assert caret is not None
        places.append(caret[1])

    first, second = WIRE.index("chair Adaeze"), WIRE.index("harbour office")
    assert places == [first, second, first, second, first]


def test_a_handle_is_drawn_to_a_word(reader: Reader) -> None:
    """An end that the mouse let go inside a word stands at its nearest edge."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    (mark,) = window.marks.highlights
    end = WIRE.index("told") + 3

    window.hands.reshaping.drag(mark.id, Span(mark.span.start, end))
    reader.settle()

    assert marked(window) == ["chair Adaeze Oke told"]


def test_the_details_end_with_what_was_done_to_marks(reader: Reader) -> None:
    """Who did what to which words stands there, also what was undone."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    reader.press("Ctrl+Z")
    reader.press("Ctrl+I")

    words = window.frame.details.words
    assert "History of the marks" in words
    assert "undone: highlight: “chair Adaeze Oke”" in words
    assert "Reader" in words


def test_the_history_is_saved_as_a_table(reader: Reader, tmp_path: Path) -> None:
    """The file says what was done, the first deed first."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    reader.press("Alt+Shift+Left")
    reader.answers.path = tmp_path / "history.csv"

    window.bar[ActionId.EXPORT_HISTORY].trigger()

    lines = reader.answers.path.read_text(encoding="utf-8-sig").splitlines()
    assert [line.split(",")[2] for line in lines] == ["deed", "highlight", "resize_highlight"]


def test_an_end_is_drawn_with_the_mouse(reader: Reader) -> None:
    """The knob below the end is taken hold of and let go further on; a click elsewhere is a click."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    pane = window.desk.panes[0]
    end = WIRE.index("chair Adaeze Oke") + len("chair Adaeze Oke")
    target = WIRE.index("told") + 4
    knob = pane.caret_rect(end).bottomLeft().toPoint()
    goal = pane.caret_rect(target).center().toPoint()

    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=knob)
    held = pane.handles.is_drawing
    QTest.mouseMove(pane, goal)
    QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=goal)
    reader.settle()

    assert held
    assert marked(window) == ["chair Adaeze Oke told"]
    assert window.desk.selection() is None


def test_there_are_no_handles_where_no_mark_is(reader: Reader) -> None:
    """They go with the caret, and come with it."""
    window = bring_pair(reader)
    highlight(reader, "chair Adaeze Oke")
    pane = window.desk.panes[0]
    here = pane.handles.held
    put_caret(reader, "harbour")

    assert here is not None
    assert pane.handles.held is None
