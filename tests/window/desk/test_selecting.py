"""Selecting, walking and copying, with real events, in any script."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.values import PaneArticle
from variorum.window.theme import Theme

from .conftest import Pair
from .deeds import BASE, LEFT, NONE, SHIFT, VERSION, drag, point_of, span_of


def test_a_drag_selects_the_words_between(desk: ReadingDesk, pair: Pair) -> None:
    """Dragging over two passages selects exactly what stands between, blank line included."""
    text = pair.base.article.text
    start, end = text.index("ferry company"), text.index("Tuesday")
    drag(desk.panes[0], start, end)

    assert desk.selection() == (BASE, Span(start, end))


def test_copying_gives_the_article_not_the_view(qtbot: QtBot, theme: Theme) -> None:
    """Hard line ends, no-break spaces and CRLF are copied as they stand in the text."""
    text = "One\u00a0line,\r\nhard\u00adwrapped 😀,\r\nthen more.\r\n\r\nA second passage."
    cut = text.index("A second")
    article = Article(
        text,
        (
            Passage(PassageKind.PARAGRAPH, Span(0, cut), Span(0, cut - 4)),
            Passage(PassageKind.PARAGRAPH, Span(cut, len(text)), Span(cut, len(text))),
        ),
    )
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(600, 400)
    desk.show()
    desk.show_panes(PaneArticle(BASE, article, "One"))
    pane = desk.panes[0]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == text


TEXTS = [
    "Plain words about ferries.",
    "Emoji 😀👩‍🚀🏽 in between 🇫🇷 flags.",
    "Hard\r\nwrapped\rand\nodd\u2028lines\u2029here.",
    "No\u00a0break and so\u00adft hy\u00adphens\ufeff here.",
    "قال الوزير إن العبارات ستعود",
    "Mixed שלום and عربي words",
    "e\u0301 combining a\u0308\u0323 marks",
]


@pytest.mark.parametrize("text", TEXTS)
def test_any_selection_comes_back_exactly(qtbot: QtBot, theme: Theme, text: str) -> None:
    """A span that is selected is the span that is told; its words are the article's."""
    article = Article(
        text, (Passage(PassageKind.PARAGRAPH, Span(0, len(text)), Span(0, len(text))),)
    )
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.show_panes(PaneArticle(BASE, article, "One"))

    @given(st.data())
    @settings(max_examples=40, deadline=None)
    def holds(data: st.DataObject) -> None:
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        desk.set_selection(BASE, span)
        desk.copy()

        assert desk.selection() == (BASE, span)
        # A U+FEFF at the very start is lost on the way into any QString.
        assert QGuiApplication.clipboard().text() == span.of(text).removeprefix("\ufeff")

    holds()


@pytest.mark.parametrize("text", TEXTS)
def test_the_keyboard_selects_whole_characters(qtbot: QtBot, theme: Theme, text: str) -> None:
    """Walking with Shift from the start to the end takes in everything, piece by piece."""
    article = Article(
        text, (Passage(PassageKind.PARAGRAPH, Span(0, len(text)), Span(0, len(text))),)
    )
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.show()
    desk.show_panes(PaneArticle(BASE, article, "One"))
    (pane,) = desk.panes
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier | SHIFT)

    assert desk.selection() == (BASE, Span(0, len(text)))


def test_double_click_takes_a_word_and_triple_the_passage(desk: ReadingDesk, pair: Pair) -> None:
    """Clicks in a row take in more."""
    pane, text = desk.panes[0], pair.base.article.text
    at = point_of(pane, text.index("newspaper") + 3)
    QTest.mouseClick(pane, LEFT, NONE, at)
    QTest.mouseDClick(pane, LEFT, NONE, at)
    word = desk.selection()
    QTest.mousePress(pane, LEFT, NONE, at)
    QTest.mouseRelease(pane, LEFT, NONE, at)

    assert word == (BASE, span_of("newspaper", text))
    assert desk.selection() == (BASE, pair.base.article.passages[1].words)


def test_only_one_pane_has_a_selection(desk: ReadingDesk, pair: Pair) -> None:
    """Selecting in the version lets go of what was selected in the base."""
    desk.set_selection(BASE, Span(0, 7))
    drag(desk.panes[1], 0, pair.version.article.text.index("ferry"))

    assert desk.selection() == (VERSION, Span(0, pair.version.article.text.index("ferry")))
    assert desk.panes[0].selection is None


def test_arrows_move_and_shift_extends(desk: ReadingDesk, pair: Pair) -> None:
    """From the first letter: one right, then one word with Shift."""
    pane = desk.panes[0]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Right)
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | SHIFT)

    assert desk.selection() == (BASE, span_of("ALVERN ", pair.base.article.text))


def test_down_reaches_the_last_line(desk: ReadingDesk, pair: Pair) -> None:
    """Going down line by line passes every passage and ends in the last one."""
    pane = desk.panes[0]
    pane.setFocus()
    passages: list[int] = []
    for _ in range(200):
        QTest.keyClick(pane, Qt.Key.Key_Down)
        block = pane.column.block_at(pane.caret.place)
        assert block is not None
        passages.append(block.passage)

    assert sorted(set(passages)) == list(range(len(pair.base.article.passages)))
    assert passages == sorted(passages)
    assert pane.caret.place == len(pair.base.article.text)


def test_a_million_unbroken_characters_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """The end of an endless run is reached, selected and copied like any other place."""
    text = "x" * 1_000_000
    article = Article(text, (Passage(PassageKind.PARAGRAPH, Span(0, 10**6), Span(0, 10**6)),))
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(700, 500)
    desk.show()
    desk.show_panes(PaneArticle(BASE, article, "Endless"))
    span = Span(999_990, 1_000_000)
    desk.scroll_to(BASE, span)
    desk.set_selection(BASE, span)
    desk.grab()

    assert desk.selection() == (BASE, span)
    assert desk.stage.is_in_view(0, span)


def test_dragging_beyond_the_edge_scrolls(qtbot: QtBot, desk: ReadingDesk, pair: Pair) -> None:
    """Holding the mouse below the pane brings more text, and selects it."""
    desk.resize(800, 240)
    pane = desk.panes[0]
    QTest.mousePress(pane, LEFT, NONE, point_of(pane, 3))
    QTest.mouseMove(pane, QPoint(100, pane.height() + 60))
    qtbot.waitUntil(lambda: desk.stage.top >= desk.stage.lowest_top)
    QTest.mouseRelease(pane, LEFT, NONE, QPoint(100, pane.height() + 60))
    chosen = desk.selection()

    assert chosen is not None
    assert chosen[1].start == 3
    assert chosen[1].end > len(pair.base.article.text) // 2


UNSEEN = ("Cf", "Cc", "Zs", "Zl", "Zp")


@pytest.mark.parametrize("text", TEXTS[:4])
def test_a_click_on_a_character_puts_the_caret_before_it(
    qtbot: QtBot, theme: Theme, text: str
) -> None:
    """Where a character is painted, its place is found, whatever it counts in UTF-16."""
    article = Article(
        text, (Passage(PassageKind.PARAGRAPH, Span(0, len(text)), Span(0, len(text))),)
    )
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(600, 300)
    desk.show()
    desk.show_panes(PaneArticle(BASE, article, "One"))
    (pane,) = desk.panes
    (block,) = pane.column.blocks
    place = 0
    while place < len(text):
        after = block.step(place, visually=1, by_word=False) or len(text)
        if block.rects(Span(place, place + 1)):
            QTest.mouseClick(pane, LEFT, NONE, point_of(pane, place))

            between = text[pane.caret.place : place]
            assert all(unicodedata.category(char) in UNSEEN for char in between)
        place = after
