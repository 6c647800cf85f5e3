"""The desk as the window uses it, with real events."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt, SignalInstance
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.collation.values import Rule, Variant, VariantClass
from variorum.ids import ArticleId, HighlightId
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.pane import Pane
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.ribbons import Ribbon, Tone
from variorum.window.desk.values import Mark, PaneArticle
from variorum.window.theme import Theme

from .conftest import Pair

BASE, VERSION = ArticleId(1), ArticleId(2)
LEFT, NONE, SHIFT = (
    Qt.MouseButton.LeftButton,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def heard(signal: SignalInstance) -> list[tuple[object, ...]]:
    """Return a list that a signal fills with what it tells."""
    calls: list[tuple[object, ...]] = []

    def hear(*told: object) -> None:
        calls.append(told)

    signal.connect(hear)
    return calls


def span_of(words: str, text: str) -> Span:
    """Find words in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def point_of(pane: Pane, place: int) -> QPoint:
    """Return where a place is painted, a quarter into its character."""
    block = pane.column.block_at(place)
    assert block is not None
    pane.stage.lay_out(pane.number, block.number)
    (box, *_) = block.rects(Span(place, place + 1))
    top = pane.stage.levels.top_of(pane.number, block.number) - pane.stage.top
    return QPointF(
        pane.text_left + box.left() + box.width() * 0.25, top + box.center().y()
    ).toPoint()


def drag(pane: Pane, start: int, end: int) -> None:
    """Drag with the mouse from one place to another."""
    QTest.mousePress(pane, LEFT, NONE, point_of(pane, start))
    QTest.mouseMove(pane, point_of(pane, end))
    QTest.mouseRelease(pane, LEFT, NONE, point_of(pane, end))


def test_linked_passages_stand_level(desk: ReadingDesk, pair: Pair) -> None:
    """The tops of linked passages are equal, at any width."""
    for width in (1000, 700, 1440):
        desk.resize(width, 700)
        for link in pair.collation.passages:
            if not (link.base and link.version):
                continue
            tops = {
                desk.stage.depth(side, article.passages[number].words.start, end=False)
                for side, article, number in (
                    (0, pair.base.article, link.base[0]),
                    (1, pair.version.article, link.version[0]),
                )
            }

            assert len(tops) == 1


def test_no_line_is_longer_than_the_measure(desk: ReadingDesk, pair: Pair) -> None:
    """Even in a wide window a line has at most 75 characters."""
    desk.resize(2400, 700)
    desk.show_comparison(pair.base, None, None)
    pane = desk.panes[0]
    for block in pane.column.blocks:
        pane.stage.lay_out(0, block.number)
        for place in range(block.span.start, block.span.end):
            assert len(block.line_span(place)) <= 75


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
    desk.show_comparison(PaneArticle(BASE, article, "One"), None, None)
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
    desk.show_comparison(PaneArticle(BASE, article, "One"), None, None)

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
    desk.show_comparison(PaneArticle(BASE, article, "One"), None, None)
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


def test_clicking_a_mark_tells_its_id(desk: ReadingDesk, pair: Pair) -> None:
    """A click on a highlight activates it; on an echo, the echo."""
    text = pair.version.article.text
    marks = (
        Mark(HighlightId(5), span_of("piers", text), ("green",)),
        Mark(HighlightId(6), span_of("islands", text), ("blue",), echo=True),
    )
    desk.set_marks(VERSION, marks)
    pane = desk.panes[1]
    clicked, echoed = heard(desk.mark_activated), heard(desk.echo_activated)
    for mark in marks:
        QTest.mouseClick(pane, LEFT, NONE, point_of(pane, mark.span.start + 1))

    assert clicked == [(5,)]
    assert echoed == [(6,)]


def test_hovering_a_variant_lights_both_sides(desk: ReadingDesk, pair: Pair) -> None:
    """The partner of what is under the mouse lights up, and a card explains it."""
    figure = next(v for v in pair.collation.variants if v.rule is Rule.FIGURE)
    hovered = heard(desk.variant_hovered)
    QTest.mouseMove(desk.panes[0], point_of(desk.panes[0], figure.base.start + 1))

    assert hovered[-1] == (figure,)
    assert (desk.panes[0].lit, desk.panes[1].lit) == (figure.base, figure.version)


def test_a_hidden_class_is_not_under_the_mouse(desk: ReadingDesk, pair: Pair) -> None:
    """What is not shown cannot be hovered."""
    figure = next(v for v in pair.collation.variants if v.rule is Rule.FIGURE)
    desk.set_classes_shown(frozenset({VariantClass.STYLE}))
    at = point_of(desk.panes[0], figure.base.start + 1)

    assert desk.panes[0].found_under(QPointF(at)) is None


def test_stepping_tells_number_and_count_and_brings_it_into_view(
    desk: ReadingDesk, pair: Pair
) -> None:
    """Each step shows its difference, whichever side has it."""
    desk.resize(700, 260)
    count = len(pair.collation.variants) + 2
    for number in range(1, count + 1):
        assert desk.show_next_difference() == (number, count)
        lit = [(pane.number, pane.lit) for pane in desk.panes if pane.lit is not None]
        assert any(desk.stage.is_in_view(column, span) for column, span in lit)

    assert desk.show_previous_difference() == (count - 1, count)


def test_nothing_to_step_through_says_so(desk: ReadingDesk, pair: Pair) -> None:
    """One article alone has no differences."""
    desk.show_comparison(pair.base, None, None)

    assert desk.show_next_difference() is None
    assert desk.difference_count == 0


def test_marks_survive_another_theme(desk: ReadingDesk) -> None:
    """Changing the colours keeps marks, selection and place."""
    marks = (Mark(HighlightId(5), Span(0, 7), ("green",)),)
    desk.set_marks(BASE, marks)
    desk.set_selection(BASE, Span(10, 20))
    desk.set_theme(Theme.load("dark"))

    assert desk.panes[0].column.marks == marks
    assert desk.selection() == (BASE, Span(10, 20))


def test_a_resize_keeps_what_is_read(desk: ReadingDesk, pair: Pair) -> None:
    """The passage at the top of the viewport stays there when the columns get narrower."""
    desk.resize(1000, 240)
    desk.scroll_to(BASE, span_of("Nothing else", pair.base.article.text))
    row = desk.stage.levels.row_at(desk.stage.top)
    desk.resize(640, 240)

    assert desk.stage.levels.row_at(desk.stage.top) == row


def test_another_version_keeps_the_place_in_the_base(desk: ReadingDesk, pair: Pair) -> None:
    """Going to another version, the reader stays where she was in the base."""
    desk.resize(1000, 240)
    desk.scroll_to(BASE, span_of("Nothing else", pair.base.article.text))
    first = desk.stage.slots(0)[0].block
    desk.show_comparison(pair.base, None, None)

    assert desk.stage.slots(0)[0].block == first
    desk.show_comparison(pair.version, None, None)
    assert desk.stage.top == 0


def test_laying_out_the_rest_moves_nothing_in_view(qtbot: QtBot, theme: Theme) -> None:
    """When estimates are corrected above, the words in view stay where they are."""
    text = "\n\n".join(f"Passage {n}. " + "iiii llll " * (n % 40) for n in range(400))
    spans = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]+(\n\n)?", text)]
    article = Article(
        text,
        tuple(
            Passage(
                PassageKind.PARAGRAPH,
                span,
                Span(span.start, span.start + len(span.of(text).rstrip())),
            )
            for span in spans
        ),
    )
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(600, 400)
    desk.show()
    desk.show_comparison(PaneArticle(BASE, article, "Long"), None, None)
    place = article.passages[300].words.start
    desk.scroll_to(BASE, Span(place, place))
    total, seen = desk.stage.levels.total, desk.panes[0].caret_rect(place).top()
    qtbot.waitUntil(lambda: desk.is_settled)

    assert desk.stage.levels.total != total
    assert abs(desk.panes[0].caret_rect(place).top() - seen) <= 1.0


def test_focus_goes_from_pane_to_pane(desk: ReadingDesk) -> None:
    """The keys go to the base, then to the version, then elsewhere."""
    desk.panes[0].clearFocus()
    went = [desk.focus_next_pane() for _ in range(3)]

    assert went == [True, True, False]


def test_context_tells_the_selection_under_the_mouse(desk: ReadingDesk, pair: Pair) -> None:
    """Inside a selection the menu is about it; elsewhere about the place alone."""
    pane, text = desk.panes[0], pair.base.article.text
    span = span_of("ferry company", text)
    desk.set_selection(BASE, span)
    told = heard(desk.context_requested)
    for place in (span.start + 2, text.index("newspaper")):
        pane.context_at(point_of(pane, place))

    assert [call[1:] for call in told] == [(BASE, span), (BASE, None)]


def test_clearing_leaves_nothing(desk: ReadingDesk) -> None:
    """An empty desk has no panes and no selection."""
    desk.clear()

    assert desk.panes == ()
    assert desk.selection() is None


def test_a_variant_click_tells_the_variant(desk: ReadingDesk, pair: Pair) -> None:
    """A click on an underlined word names its variant."""
    figure: Variant = next(v for v in pair.collation.variants if v.rule is Rule.FIGURE)
    clicked = heard(desk.variant_activated)
    QTest.mouseClick(desk.panes[1], LEFT, NONE, point_of(desk.panes[1], figure.version.start))

    assert clicked == [(figure,)]


def test_a_million_unbroken_characters_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """The end of an endless run is reached, selected and copied like any other place."""
    text = "x" * 1_000_000
    article = Article(text, (Passage(PassageKind.PARAGRAPH, Span(0, 10**6), Span(0, 10**6)),))
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(700, 500)
    desk.show()
    desk.show_comparison(PaneArticle(BASE, article, "Endless"), None, None)
    span = Span(999_990, 1_000_000)
    desk.scroll_to(BASE, span)
    desk.set_selection(BASE, span)
    desk.grab()

    assert desk.selection() == (BASE, span)
    assert desk.stage.is_in_view(0, span)


def test_what_one_side_alone_has_is_shown(desk: ReadingDesk) -> None:
    """Cut sentences are marked in the base, added ones in the version, whatever is hidden."""
    desk.set_classes_shown(frozenset())
    shown = [
        [
            span.of(pane.column.text)
            for block in pane.column.blocks
            for span in pane.column.alone_in(block)
        ]
        for pane in desk.panes
    ]

    assert shown[0] == ["Two more sailings a week were promised. Nobody has seen them."]
    assert shown[1] == ["The paper's own reporter counted eleven passengers."]


def test_a_ribbon_click_goes_to_the_end_that_is_out_of_view(desk: ReadingDesk, pair: Pair) -> None:
    """Following a ribbon shows where its words went."""
    desk.resize(700, 260)
    (gutter,) = desk.gutters
    base = pair.collation.links[0].base[0]
    version = span_of("The councils of the", pair.version.article.text)
    gutter.ribbon_clicked.emit(Ribbon(base, version, Tone.MOVED))

    assert desk.stage.is_in_view(1, version)


def test_ribbons_can_be_hit(desk: ReadingDesk) -> None:
    """Between two linked passages there is a ribbon under the mouse; in a gap there is none."""
    (gutter,) = desk.gutters
    desk.grab()
    top = desk.stage.levels.top_of_row(0) - desk.stage.top
    promo = desk.stage.levels.top_of_row(2) - desk.stage.top

    assert gutter.ribbon_at(QPointF(10, top + 20)) is not None
    assert gutter.ribbon_at(QPointF(10, promo + 10)) is None


def test_an_empty_article_can_be_shown(qtbot: QtBot, theme: Theme) -> None:
    """A text without a letter is shown as nothing, and takes keys and clicks quietly."""
    desk = ReadingDesk(theme)
    qtbot.addWidget(desk)
    desk.resize(500, 300)
    desk.show()
    desk.show_comparison(PaneArticle(BASE, Article("", ()), "Empty"), None, None)
    (pane,) = desk.panes
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    QTest.mouseClick(pane, LEFT, NONE, QPoint(50, 50))
    desk.grab()

    assert desk.selection() is None


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


def test_the_overview_goes_where_it_is_clicked(desk: ReadingDesk) -> None:
    """A click at the bottom of the bar shows the end, one at the top the beginning."""
    desk.resize(800, 240)
    bar = desk.overview
    QTest.mouseClick(bar, LEFT, NONE, QPoint(5, bar.height() - 1))
    end = desk.stage.top
    QTest.mouseClick(bar, LEFT, NONE, QPoint(5, 0))

    assert end == desk.stage.lowest_top
    assert desk.stage.top == 0


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
    desk.show_comparison(PaneArticle(BASE, article, "One"), None, None)
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
