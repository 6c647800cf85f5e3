"""The map between an article's code points and the UTF-16 positions of what a view shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.app.text_map import Lines, TextMap, chunks
from variorum.text import Span

ODD = "a\u0301é\u00a0\u00ad\u200d\u202e\u2028\u2029\r\n\t \v\f\x85\x00\ufeff\ufffe\ufffc\ufdd0🏽😀👩‍🚀한漢عé𝔘"
texts = st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=80)
modes = st.sampled_from(Lines)


@st.composite
def spans(draw: st.DrawFn) -> tuple[str, Span]:
    """Draw a text of characters from all planes, and a span of it."""
    text = draw(texts)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def units(text: str) -> int:
    """Return the length of a text in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(spans(), modes)
def test_length_is_that_of_the_view_in_utf_16(drawn: tuple[str, Span], lines: Lines) -> None:
    """Positions count what Qt counts."""
    mapped = TextMap.of(*drawn, lines=lines)

    assert mapped.length == units(mapped.view)


@given(spans(), modes)
def test_every_place_comes_home(drawn: tuple[str, Span], lines: Lines) -> None:
    """A place goes to the view and back; inside a turned break it comes back to its start."""
    text, span = drawn
    mapped = TextMap.of(text, span, lines=lines)
    for place in range(span.start, span.end + 1):
        home = mapped.to_text(mapped.to_view(place))

        assert home <= place
        assert not text[home:place].strip(" \t\r\n\v\f\x85\u2028\u2029")


@given(spans(), modes)
def test_every_position_comes_home(drawn: tuple[str, Span], lines: Lines) -> None:
    """A position comes back to itself, or to the start of the pair that it would split."""
    mapped = TextMap.of(*drawn, lines=lines)
    halves = mapped.view.encode("utf-16-le", "surrogatepass")
    for position in range(mapped.length + 1):
        unit = halves[2 * position : 2 * position + 2]
        inside = len(unit) == 2 and 0xDC00 <= int.from_bytes(unit, "little") < 0xE000

        assert mapped.to_view(mapped.to_text(position)) == position - inside


@given(spans(), modes, st.data())
def test_no_selection_splits_a_pair(
    drawn: tuple[str, Span], lines: Lines, data: st.DataObject
) -> None:
    """Whatever two positions are selected, the words decode, and stand in the text."""
    mapped = TextMap.of(*drawn, lines=lines)
    start, end = (data.draw(st.integers(0, mapped.length)) for _ in range(2))
    span = mapped.span_in_text(start, end)
    first, last = mapped.range_in_view(span)
    cut = mapped.view.encode("utf-16-le")[2 * first : 2 * last]

    assert drawn[1].covers(span)
    assert units(cut.decode("utf-16-le")) == last - first


@given(spans(), modes)
def test_both_ways_rise(drawn: tuple[str, Span], lines: Lines) -> None:
    """What comes later in the text never comes earlier in the view."""
    text, span = drawn
    mapped = TextMap.of(text, span, lines=lines)
    positions = [mapped.to_view(place) for place in range(span.start, span.end + 1)]
    places = [mapped.to_text(position) for position in range(mapped.length + 1)]

    assert positions == sorted(positions)
    assert places == sorted(places)


@given(spans(), modes)
def test_view_holds_nothing_that_qt_turns(drawn: tuple[str, Span], lines: Lines) -> None:
    """No character reaches Qt that it swallows, swaps or takes for a frame."""
    view = TextMap.of(*drawn, lines=lines).view

    assert not set(view) & set(
        "\x00\r\n\v\f\x85\u2029\ufeff\ufffe\uffff\ufffc\ufdd0\ufdd1\u202d\u202e"
    )
    assert view.encode("utf-16-le").decode("utf-16-le") == view


@pytest.mark.parametrize(
    ("text", "lines", "view"),
    [
        ("one\n   two", Lines.UNWRAP, "one two"),
        ("one  \r\ntwo", Lines.UNWRAP, "one two"),
        ("one\r\ntwo\rthree", Lines.KEEP, "one\u2028two\u2028three"),
        ("漢\n字", Lines.UNWRAP, "漢\u200b字"),
        ("한\n국", Lines.UNWRAP, "한 국"),
        ("a\u00a0b\u00adc", Lines.UNWRAP, "a\u00a0b\u00adc"),
    ],
)
def test_breaks_are_shown_as_the_passage_wants(text: str, lines: Lines, view: str) -> None:
    """Hard-wrapped copy flows; a table keeps its lines; ideographs get no space."""
    assert TextMap.of(text, Span(0, len(text)), lines=lines).view == view


@given(spans(), st.integers(1, 12))
def test_chunks_tile_the_span(drawn: tuple[str, Span], limit: int) -> None:
    """Nothing is lost between pieces, and none is longer than asked."""
    text, span = drawn
    pieces = list(chunks(text, span, limit=limit))

    assert [piece.start for piece in pieces[1:]] == [piece.end for piece in pieces[:-1]]
    assert (pieces[0].start, pieces[-1].end) == (span.start, span.end)
    assert all(len(piece) <= limit for piece in pieces)


def test_chunks_keep_characters_whole() -> None:
    """A run without spaces is not cut inside a letter with its accent."""
    text = "e\u0301" * 40
    pieces = list(chunks(text, Span(0, len(text)), limit=15))

    assert all(text[piece.start] == "e" for piece in pieces)
