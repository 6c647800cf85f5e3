"""The page of stories that may be one: asked, answered by a key, asked again when undone."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from variorum.formats.documents.plain import read_text
from variorum.intake.importer import import_articles
from variorum.library.library import Library
from variorum.library.queries.stories import story_count
from variorum.library.suggestions import suggestion_count
from variorum.stories.values import ReasonKind
from variorum.window.action_row import ActionId
from variorum.window.main_window import MainWindow
from variorum.window.suggested.words import said_of

from ..fresh import library_at
from .hands import PATIENCE_MS, Reader

SHARED = """
The quay takes a third of the timber that leaves Halvern, and barges lie idle for days when it is
shut, traders say. It has no second crane, and the nearest one stands two days away up the river,
behind a lock that has been under repair since the winter.
"""
FIRST = (
    """Crane drivers stop work at Halvern quay

HALVERN, May 2 (Northline) - Crane drivers at the timber quay of Halvern laid down their work on
Tuesday over rest hours, and forty barges waited in the stream by nightfall, the harbour office said.
A meeting with the owners ended after an hour, and both sides spoke of it in angry words. Bakers and
smiths along the river brought soup to the gate, where a small crowd sang until the lamps were lit.
"""
    + SHARED
)
SECOND = (
    """Halvern quay opens as crane drivers vote

HALVERN, May 3 (Northline) - Loading began again at the timber quay of Halvern after a vote in which
most of the drivers took the offer, and the queue of barges will be gone by the end of the week. It
was said in the town that nobody had looked for a vote so early, and the pilots worked into the dark
to bring in what had been lying outside. A law on rest hours was promised before the summer.
"""
    + SHARED
)


def bring(reader: Reader) -> MainWindow:
    """Open a window with two stories that may be one, and the page of questions."""
    with library_at(reader.library) as library:
        texts = (("first.txt", FIRST), ("second.txt", SECOND))
        import_articles(library, [read_text(text, origin=name) for name, text in texts])
    window = reader.open()
    reader.press("Ctrl+Shift+J")
    reader.settle()
    return window


def press(window: MainWindow, reader: Reader, key: Qt.Key) -> None:
    """Press a key on the page and wait until the answer is kept."""
    QTest.keyClick(window.hands.suggesting.page, key)
    session = window.workspace.session
    reader.qtbot.waitUntil(lambda: not session.is_saving, timeout=PATIENCE_MS)
    reader.settle()


def test_both_stories_stand_side_by_side_with_the_reasons(reader: Reader) -> None:
    """The page says what speaks for it; the texts are those of the stories."""
    page = bring(reader).hands.suggesting.page

    titles = {column.title.text() for column in page.columns}
    assert titles == {FIRST.split("\n")[0], SECOND.split("\n")[0]}
    assert "headlines share" in page.reasons.text()
    assert "question" in page.title.text()


def test_a_key_joins_and_undo_asks_again(reader: Reader) -> None:
    """J makes one story of the two, as one step of undo."""
    window = bring(reader)
    page, db = window.hands.suggesting.page, window.workspace.session.library.reader

    press(window, reader, Qt.Key.Key_J)
    joined = story_count(db), page.asks
    window.bar[ActionId.UNDO].trigger()
    reader.qtbot.waitUntil(lambda: story_count(db) == 2, timeout=PATIENCE_MS)
    reader.settle()

    assert joined == (1, False)
    assert page.asks


def test_a_key_keeps_apart_for_good(reader: Reader) -> None:
    """P is kept: nobody asks again, also when the page is opened anew."""
    window = bring(reader)
    hand = window.hands.suggesting

    press(window, reader, Qt.Key.Key_P)
    asked = hand.page.asks
    reader.press("Esc")
    closed = not hand.is_open
    reader.press("Ctrl+Shift+J")

    assert (asked, closed) == (False, True)
    assert not hand.page.asks
    assert story_count(window.workspace.session.library.reader) == 2


def test_the_space_bar_asks_later(reader: Reader) -> None:
    """What is put off stays a question."""
    window = bring(reader)

    press(window, reader, Qt.Key.Key_Space)

    assert window.hands.suggesting.page.asks
    assert suggestion_count(window.workspace.session.library.reader) == 1


def test_each_reason_has_words() -> None:
    """No reason is without a sentence."""
    assert all(said_of(kind, 0.5) for kind in ReasonKind)


def test_words_are_not_turned_against_their_direction(reader: Reader) -> None:
    """A sign in a text that mirrors what follows it does nothing on the page."""
    with Library.open(reader.library, create=True) as library:
        texts = (("first.txt", FIRST), ("second.txt", SECOND.replace("drivers", "dri\u202evers")))
        import_articles(library, [read_text(text, origin=name) for name, text in texts])
    page = reader.open().hands.suggesting.page
    reader.press("Ctrl+Shift+J")
    reader.settle()

    assert page.asks
    for column in page.columns:
        assert "\u202e" not in column.title.text() + column.text.toPlainText()


def test_the_heads_of_both_stand_on_one_line(reader: Reader) -> None:
    """However long a headline is, facts stand beside facts and text beside text."""
    window = bring(reader)
    window.resize(1024, 700)
    first, second = window.hands.suggesting.page.columns
    first.title.setText(f"{first.title.text()} {second.title.text()} {first.title.text()}")
    reader.settle()

    for one, other in (
        (first.title, second.title),
        (first.facts, second.facts),
        (first.text, second.text),
    ):
        assert one.y() == other.y()
