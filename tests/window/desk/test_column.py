"""Which blocks a mark touches."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.exchange.wording import ENGLISH
from variorum.ids import HighlightId
from variorum.text import Span
from variorum.window.desk.column import Column
from variorum.window.desk.painting import layers
from variorum.window.desk.styles import desk_style
from variorum.window.desk.values import Mark
from variorum.window.theme import Theme

from .conftest import Pair

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda pair: Span(pair[0], sum(pair)))


@given(data=st.data())
def test_a_span_touches_the_blocks_it_overlaps(
    theme_for_all: Theme, pair: Pair, data: st.DataObject
) -> None:
    """No block under a mark is forgotten, none beside it is named."""
    column = Column.of(pair.base, desk_style(theme_for_all, ENGLISH))
    end = len(column.text)
    start = data.draw(st.integers(0, end - 1))
    span = Span(start, data.draw(st.integers(start + 1, end)))
    expected = [block.number for block in column.blocks if block.span.overlaps(span)]

    assert list(column.numbers_over(span)) == expected


@given(st.lists(SPANS, max_size=6))
def test_layers_keep_every_mark_visible(spans: list[Span]) -> None:
    """Each place under marks is painted once, with all the marks over it."""
    marks = [Mark(HighlightId(number), span) for number, span in enumerate(spans)]
    pieces = layers(marks)
    for place in range(100):
        over = {mark.id for mark in marks if mark.span.start <= place < mark.span.end}
        painted = [names for span, names in pieces if span.start <= place < span.end]

        assert len(painted) == bool(over)
        assert {mark.id for names in painted for mark in names} == over
