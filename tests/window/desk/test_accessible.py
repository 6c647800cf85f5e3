"""What a screen reader is told of a pane."""

import gc
import weakref

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.collation.values import Rule
from variorum.ids import ArticleId, HighlightId
from variorum.text import Span
from variorum.window.desk.accessible import AccessiblePane, PaneText
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.values import Mark
from variorum.window.theme import Theme

from .conftest import Pair


def text_of(desk: ReadingDesk) -> PaneText:
    """Return the text interface of the base's pane."""
    interface = QAccessible.queryAccessibleInterface(desk.panes[0])
    assert isinstance(interface, AccessiblePane)
    text = interface.textInterface()
    assert isinstance(text, PaneText)
    return text


def test_a_pane_is_a_named_document(desk: ReadingDesk) -> None:
    """The role says that it is read, the name whose text it is."""
    interface = QAccessible.queryAccessibleInterface(desk.panes[1])

    assert interface.role() == QAccessible.Role.Document
    assert interface.text(QAccessible.Text.Name) == "Channel Post"
    assert interface.state().readOnly


def test_the_whole_text_can_be_read(desk: ReadingDesk, pair: Pair) -> None:
    """Every word of the article is there, in order."""
    text = text_of(desk)

    assert text.text(0, text.characterCount()) == pair.base.article.text


def test_other_interfaces_are_plainly_absent(desk: ReadingDesk) -> None:
    """Asking for what a pane is not gives nothing, and no crash."""
    interface = QAccessible.queryAccessibleInterface(desk.panes[0])

    assert interface.actionInterface() is None
    assert interface.valueInterface() is None


def test_caret_goes_both_ways(desk: ReadingDesk) -> None:
    """The caret is told, and can be set."""
    text = text_of(desk)
    text.setCursorPosition(12)

    assert desk.panes[0].caret.place == 12
    assert text.cursorPosition() == 12


def test_a_screen_reader_can_select(desk: ReadingDesk) -> None:
    """What is selected from outside is the reader's selection."""
    text_of(desk).addSelection(3, 9)

    assert desk.selection() == (ArticleId(1), Span(3, 9))


def test_places_on_the_screen_come_back(desk: ReadingDesk) -> None:
    """The letter found where a letter is painted is that letter."""
    text = text_of(desk)
    for position in (0, 5, 40, 130):
        rect = text.characterRect(position)

        assert text.offsetAtPoint(rect.center()) == position


def test_panes_can_go_while_a_screen_reader_looks(desk: ReadingDesk, pair: Pair) -> None:
    """Showing another article does not leave the text of the last one behind."""
    text = text_of(desk)
    desk.show_panes(pair.version)
    QTest.keyClick(desk.panes[0], Qt.Key.Key_X)

    assert text.text(0, text.characterCount()) == pair.version.article.text


def test_what_is_collected_early_is_kept_until_the_pane_is_gone(
    qtbot: QtBot, theme: Theme, pair: Pair
) -> None:
    """Python's collector, whenever it runs, leaves Qt's interface of a living pane alone."""
    for _ in range(5):
        desk = ReadingDesk(theme)
        desk.show_panes(pair.base)
        interface = QAccessible.queryAccessibleInterface(desk.panes[0])
        held = weakref.ref(interface)
        text = text_of(desk)
        del interface
        gc.collect()

        assert held() is QAccessible.queryAccessibleInterface(desk.panes[0])

        with qtbot.waitSignal(desk.destroyed):
            desk.deleteLater()
            del desk
        gc.collect()

        assert text.text(0, 10) == ""
        assert (text.cursorPosition(), text.characterCount()) == (0, 0)


def test_class_and_note_at_the_caret_are_told(desk: ReadingDesk, pair: Pair) -> None:
    """The pane's description says the class, both words, and that a note is there; else nothing."""
    figure = next(v for v in pair.collation.variants if v.rule is Rule.FIGURE)
    for pane, span, article in zip(desk.panes, (figure.base, figure.version), (1, 2), strict=True):
        number = ArticleId(article)
        desk.set_marks(number, [Mark(HighlightId(5), span, ("green",), has_note=True)])
        desk.set_selection(number, Span(span.start, span.start))
        interface = QAccessible.queryAccessibleInterface(pane)
        said = interface.text(QAccessible.Text.Description)

        assert "substance" in said.casefold()
        assert "four → six" in said
        assert "note" in said
        desk.set_selection(number, Span(len(pane.column.text), len(pane.column.text)))
        assert interface.text(QAccessible.Text.Description) == ""
