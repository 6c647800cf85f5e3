"""What Qt lays out of a passage, and which words it gives back."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextLayout

from variorum.exchange.wording import ENGLISH
from variorum.text import Article, Passage, PassageKind, Span
from variorum.window.desk.block import Block, blocks_of
from variorum.window.desk.styles import DeskStyle, desk_style
from variorum.window.theme import Theme

ODD = "ab é\u0301\u00a0\u00ad\u200d\u2028\r\n\t\ufeff\ufffe😀👩‍🚀한漢عשא𝔘"
bodies = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(ODD)),
    min_size=1,
    max_size=60,
)


def article_of(text: str, kind: PassageKind = PassageKind.PARAGRAPH) -> Article:
    """Make an article of one passage."""
    span = Span(0, len(text))
    return Article(text, (Passage(kind, span, span),))


def style_of(theme: Theme) -> DeskStyle:
    """Return the usual style."""
    return desk_style(theme, ENGLISH)


def block_of(text: str, theme: Theme, *, width: float = 220.0) -> Block:
    """Lay a short text out."""
    (block,) = blocks_of(article_of(text), style_of(theme))
    block.lay_out(width)
    return block


@given(text=bodies)
@settings(max_examples=60, deadline=None)
def test_qt_takes_the_view_as_it_is(theme_for_all: Theme, text: str) -> None:
    """What is handed to Qt is what it lays out, unit for unit."""
    (block,) = blocks_of(article_of(text), style_of(theme_for_all))

    assert QTextLayout(block.text.view).text() == block.text.view


@given(text=bodies)
@settings(max_examples=60, deadline=None)
def test_the_caret_walks_over_every_character(theme_for_all: Theme, text: str) -> None:
    """From the start of a block the caret reaches its end, always onward, never inside a pair."""
    block = block_of(text, theme_for_all)
    place, seen = 0, [0]
    onward = -1 if block.is_rtl else 1
    while (after := block.step(place, visually=onward, by_word=True)) is not None:
        place = after
        seen.append(place)

    assert seen == sorted(set(seen))
    assert seen[-1] == len(text)


@given(text=bodies, data=st.data())
@settings(max_examples=60, deadline=None)
def test_boxes_of_words_stand_inside_the_block(
    theme_for_all: Theme, text: str, data: st.DataObject
) -> None:
    """What is tinted never reaches beyond the text's own room."""
    block = block_of(text, theme_for_all)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    for box in block.rects(span):
        assert box.left() >= -0.01
        assert box.right() <= 220.0 + 40.0
        assert box.top() >= -0.01
        assert box.bottom() <= block.height + 0.01


def test_a_point_on_a_letter_gives_its_place(theme: Theme) -> None:
    """Every letter of a plain text is found where it is painted."""
    text = "The ferries of the northern islands run late again, and nobody knows why."
    block = block_of(text, theme)
    for place in range(len(text)):
        (box,) = block.rects(Span(place, place + 1)) or (None,)
        if box is None:
            continue
        near_left = QPointF(box.left() + box.width() * 0.25, box.center().y())

        assert block.place_at(near_left) == place


def test_lines_stand_at_even_distances(theme: Theme) -> None:
    """A fall-back face does not push the lines apart."""
    block = block_of("Plain words, then عربي and 漢字 and plain words again " * 3, theme)
    tops = sorted({box.top() for box in block.rects(block.span)})
    steps = {round(b - a, 3) for a, b in pairwise(tops)}

    assert min(steps) >= block.style.leading
    assert len(tops) == block.line_count


def test_arabic_stands_at_the_right(theme: Theme) -> None:
    """A paragraph that begins in Arabic runs from the right edge."""
    block = block_of("قال الوزير", theme)
    (box,) = block.rects(block.span)

    assert block.is_rtl
    assert box.right() > 215


def test_a_span_over_two_directions_is_several_boxes(theme: Theme) -> None:
    """Half of the Latin words and half of the Hebrew ones do not touch on the line."""
    text = "abc שלום עולם def"
    block = block_of(text, theme, width=400.0)
    boxes = block.rects(Span(1, 8))
    width = sum(box.width() for box in boxes)
    (whole,) = block.rects(Span(0, len(text)))

    assert len(boxes) == 2
    assert width < whole.width()


def test_a_label_leaves_room_on_the_first_line_alone(theme: Theme) -> None:
    """The words of a box begin after its label."""
    article = article_of(
        "Island ferries run late again as crews threaten a strike.", PassageKind.PROMO
    )
    (block,) = blocks_of(article, style_of(theme))
    block.lay_out(260.0)
    first, second = block.rects(block.span)[:2]

    assert first.left() > second.left() + 20
    assert second.left() == block.style.pad_x


def test_a_million_characters_come_in_pieces(theme: Theme) -> None:
    """One unbroken run is laid out piece by piece, and nothing of it is lost."""
    text = "x" * 1_000_000
    blocks = blocks_of(article_of(text), style_of(theme))
    height = blocks[0].lay_out(500.0)

    assert sum(len(block.span) for block in blocks) == len(text)
    assert max(len(block.span) for block in blocks) <= 10_000
    assert height > 0


def test_estimates_are_near(theme: Theme) -> None:
    """Before anything is laid out, the height is guessed within a fifth."""
    text = "The ferry company is preparing to raise its fares by four per cent in June. " * 12
    (block,) = blocks_of(article_of(text), style_of(theme))
    guess = block.estimate(400.0, 7.6)

    assert abs(guess - block.lay_out(400.0)) <= 0.2 * guess


def headline_of(text: str, theme: Theme, *, width: float) -> Block:
    """Lay a headline out."""
    (block,) = blocks_of(article_of(text, PassageKind.HEADLINE), style_of(theme))
    block.lay_out(width)
    return block


def test_no_word_of_a_headline_is_parted(theme: Theme) -> None:
    """In a narrow pane the headline is set smaller, and large again where there is room."""
    text = "Regulator hears counterclaims"
    block = headline_of(text, theme, width=130)
    usual = style_of(theme).blocks[PassageKind.HEADLINE].font.pixelSize()

    lines = [block.line_span(place).of(text).strip() for place in range(len(text))]

    assert set(lines) == {"Regulator", "hears", "counterclaims"}
    assert block.style.font.pixelSize() < usual
    block.lay_out(400)
    assert block.style.font.pixelSize() == usual


def test_a_headline_is_never_smaller_than_the_text(theme: Theme) -> None:
    """A word without end is parted all the same."""
    block = headline_of("Donau" * 30, theme, width=130)
    text = style_of(theme).blocks[PassageKind.PARAGRAPH].font.pixelSize()

    assert block.style.font.pixelSize() == text
    assert block.line_count > 1


def test_a_headline_without_spaces_keeps_its_size(theme: Theme) -> None:
    """Between ideographs a line may end anywhere."""
    usual = style_of(theme).blocks[PassageKind.HEADLINE].font.pixelSize()

    assert (
        headline_of("港で大きな船が動かなくなった", theme, width=130).style.font.pixelSize()
        == usual
    )
