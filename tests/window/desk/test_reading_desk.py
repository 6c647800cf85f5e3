"""The desk as the window uses it, with real events."""

import re

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from variorum.collation.values import Rule, Variant, VariantClass
from variorum.ids import HighlightId
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.desk.ribbons import Ribbon, Tone
from variorum.window.desk.values import Mark, PaneArticle
from variorum.window.theme import Theme

from .conftest import Pair
from .deeds import BASE, LEFT, NONE, VERSION, heard, point_of, span_of


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
    desk.show_panes(pair.base)
    pane = desk.panes[0]
    for block in pane.column.blocks:
        pane.stage.lay_out(0, block.number)
        for place in range(block.span.start, block.span.end):
            assert len(block.line_span(place)) <= 75


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
    count = desk.difference_count
    assert count > len(pair.collation.variants) + 2
    for number in range(1, count + 1):
        assert desk.show_next_difference() == (number, count)
        lit = [(pane.number, pane.lit) for pane in desk.panes if pane.lit is not None]
        assert any(desk.stage.is_in_view(column, span) for column, span in lit)

    assert desk.show_previous_difference() == (count - 1, count)


def test_nothing_to_step_through_says_so(desk: ReadingDesk, pair: Pair) -> None:
    """One article alone has no differences."""
    desk.show_panes(pair.base)

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
    desk.show_panes(pair.base)

    assert desk.stage.slots(0)[0].block == first
    desk.show_panes(pair.version)
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
    desk.show_panes(PaneArticle(BASE, article, "Long"))
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
    gutter.ribbon_clicked.emit(0, Ribbon(base, version, Tone.MOVED))

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
    desk.show_panes(PaneArticle(BASE, Article("", ()), "Empty"))
    (pane,) = desk.panes
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Down)
    QTest.mouseClick(pane, LEFT, NONE, QPoint(50, 50))
    desk.grab()

    assert desk.selection() is None


def test_the_overview_goes_where_it_is_clicked(desk: ReadingDesk) -> None:
    """A click at the bottom of the bar shows the end, one at the top the beginning."""
    desk.resize(800, 240)
    bar = desk.overview
    QTest.mouseClick(bar, LEFT, NONE, QPoint(5, bar.height() - 1))
    end = desk.stage.top
    QTest.mouseClick(bar, LEFT, NONE, QPoint(5, 0))

    assert end == desk.stage.lowest_top
    assert desk.stage.top == 0


def test_the_place_of_missing_words_is_lit_there_alone(desk: ReadingDesk) -> None:
    """The light on a place between words is in the paragraph that holds it, in no later one."""
    pane = desk.panes[1]
    block = pane.column.blocks[0]
    dark = pane.grab().toImage()
    pane.light(Span(block.span.start + 3, block.span.start + 3), QColor("red"))
    lit = pane.grab().toImage()

    changed = [
        y
        for y in range(dark.height())
        if any(dark.pixel(x, y) != lit.pixel(x, y) for x in range(dark.width()))
    ]
    top = desk.stage.levels.top_of(1, block.number) - desk.stage.top

    assert changed
    assert top <= changed[0]
    assert changed[-1] <= top + block.height


def test_a_place_is_gone_back_to(desk: ReadingDesk, pair: Pair) -> None:
    """The words at the top and the caret are the same, on a desk of another size too."""
    desk.resize(1000, 300)
    place = pair.version.article.text.index("settled")
    desk.set_selection(VERSION, Span(place, place))
    desk.stage.bring(1, Span(place, place))
    kept = desk.place()
    assert kept is not None
    desk.set_selection(BASE, Span(0, 0))
    desk.stage.scroll_to(0.0)
    desk.resize(800, 300)

    assert desk.go_to_place(kept)
    assert desk.caret() == (VERSION, place)
    assert desk.stage.is_in_view(1, Span(place, place))
