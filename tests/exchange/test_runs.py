"""Laws of runs: they cover the stretch, and each knows what lies on it."""

from hypothesis import given
from hypothesis import strategies as st

from variorum.exchange.runs import runs
from variorum.text import Span

spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda ends: Span(*sorted(ends)))
marks = st.lists(st.tuples(spans, st.integers()), max_size=8)


@given(spans.filter(len), marks)
def test_runs_cover_the_stretch_in_order(within: Span, marks: list[tuple[Span, int]]) -> None:
    """Nothing is left out and nothing stands twice."""
    found = runs(within, marks)

    places = [place for run in found for place in range(run.span.start, run.span.end)]
    assert list(range(within.start, within.end)) == places


@given(spans.filter(len), marks)
def test_each_place_has_its_marks(within: Span, marks: list[tuple[Span, int]]) -> None:
    """A run bears exactly the marks that lie on each of its places."""
    for run in runs(within, marks):
        for place in range(run.span.start, run.span.end):
            expected = tuple(mark for span, mark in marks if span.start <= place < span.end)
            assert expected == run.marks
