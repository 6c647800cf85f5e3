"""Laws and examples of anchors: they find their words, or nothing."""

from hypothesis import assume, given
from hypothesis import strategies as st

from variorum.annotations.anchors import LEAST_SCORE, find, make_anchor
from variorum.text import Span

TEXT = (
    "The harbour board closed two ferry terminals on Monday. It declined to comment.\n\n"
    "Pilots’ leader Edda Moll said the strike would go on. She declined to say how long.\n\n"
    "The government may send a mediator. It declined to comment.\n\n"
    "Two freighters with wheat were diverted to Lund. It declined to comment."
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    """Draw any text with a span of at least one character."""
    text = draw(st.text(min_size=1, max_size=80))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(texts_with_spans())
def test_an_anchor_finds_its_span_in_its_own_text(drawn: tuple[str, Span]) -> None:
    """In the text it was made in, an anchor is sure of its place."""
    text, span = drawn

    found = find(text, make_anchor(text, span))

    assert found is not None
    assert (span, 1.0) == (found.span, found.score)


@given(st.text(alphabet="abc xyz.\n", max_size=60), st.data())
def test_words_put_before_move_the_anchor(before: str, data: st.DataObject) -> None:
    """A text that grew at its beginning still has the words, further on."""
    start = data.draw(st.integers(0, len(TEXT) - 40))
    anchor = make_anchor(TEXT, Span(start, start + 40))
    assume(anchor.exact.strip() == anchor.exact)

    found = find(before + TEXT, anchor)

    assert found is not None
    assert anchor.span.shifted(len(before)) == found.span


@given(st.text(max_size=120), st.data())
def test_what_is_found_is_scored(text: str, data: st.DataObject) -> None:
    """Whatever the text, what is found lies in it and reached the least score."""
    start = data.draw(st.integers(0, len(TEXT) - 10))

    found = find(text, make_anchor(TEXT, Span(start, start + 10)))

    assert found is None or (found.score >= LEAST_SCORE and found.span.end <= len(text))


def test_the_context_tells_equal_words_apart() -> None:
    """Of three equal sentences the one among its neighbours is found."""
    second = TEXT.index("It declined", 100)
    anchor = make_anchor(TEXT, Span(second, second + len("It declined to comment.")))
    changed = TEXT.replace("The harbour board closed two ferry terminals on Monday. ", "")

    found = find(changed, anchor)

    assert found is not None
    assert changed[: found.span.start].endswith("mediator. ")


def test_equal_words_without_their_context_are_not_guessed() -> None:
    """Where nothing tells two places apart, none is taken."""
    anchor = make_anchor(TEXT, Span(56, 79))

    assert find("It declined to comment. It declined to comment.", anchor) is None


def test_short_words_alone_prove_nothing() -> None:
    """A name that stands in quite another text is not the one that was marked."""
    start = TEXT.index("Moll")

    assert find("Old Moll kept goats.", make_anchor(TEXT, Span(start, start + 4))) is None


def test_slightly_changed_words_are_found_by_their_context() -> None:
    """A correction inside the marked words does not lose them."""
    start = TEXT.index("the strike would go on")
    anchor = make_anchor(TEXT, Span(start, start + len("the strike would go on")))
    changed = TEXT.replace("the strike would go on", "the strikes would go on")

    found = find(changed, anchor)

    assert found is not None
    assert found.span.of(changed) == "the strikes would go on"
    assert found.score < 1


def test_other_quotation_marks_are_the_same_words() -> None:
    """Glyphs and white space do not hide words."""
    start = TEXT.index("Pilots’ leader Edda Moll said")
    anchor = make_anchor(TEXT, Span(start, start + len("Pilots’ leader Edda Moll said")))
    changed = "Update. " + TEXT.replace("’", "'").replace("Edda Moll", "Edda\nMoll")

    found = find(changed, anchor)

    assert found is not None
    assert found.span.of(changed) == "Pilots' leader Edda\nMoll said"
