"""Laws and examples of moving a mark's ends by words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.resizing import Step, parts, snapped, stepped, words_of
from variorum.text import Span

TEXT = "“The pilots’ strike,” said Edda Moll, “costs 4.5% a day.”\n\nTalks go on."

texts = st.text(alphabet="ab ,.’\n\N{GRINNING FACE}e\N{COMBINING ACUTE ACCENT}港口", max_size=40)
BACK = {
    Step.END_LATER: Step.END_EARLIER,
    Step.START_EARLIER: Step.START_LATER,
}


def test_words_have_no_punctuation_at_their_ends() -> None:
    """Quotation marks and commas are none of a word; apostrophes inside and per cents are."""
    words = [word.of(TEXT) for word in words_of(TEXT, 0, len(TEXT))]

    assert words[:6] == ["The", "pilots", "strike", "said", "Edda", "Moll"]
    assert "4.5%" in words


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (Step.END_LATER, "Edda Moll, “costs"),
        (Step.END_EARLIER, "Edda"),
        (Step.START_EARLIER, "said Edda Moll"),
        (Step.START_LATER, "Moll"),
    ],
)
def test_an_end_goes_by_a_word(step: Step, words: str) -> None:
    """Each step moves one end to the next edge of a word."""
    start = TEXT.index("Edda")
    span = stepped(TEXT, Span(start, start + 9), step)

    assert span is not None
    assert span.of(TEXT) == words


@given(text=texts, data=st.data(), step=st.sampled_from(tuple(BACK)))
def test_a_step_out_and_back_leads_home(text: str, data: st.DataObject, step: Step) -> None:
    """From edges of words, growing by a word and shrinking by one changes nothing."""
    words = words_of(text, 0, len(text))
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    there = stepped(text, word, step)

    if there is not None:
        assert stepped(text, there, BACK[step]) == word


@given(text=texts, data=st.data(), step=st.sampled_from(list(Step)))
def test_a_mark_never_gets_empty(text: str, data: st.DataObject, step: Step) -> None:
    """Whatever step is made, words are left, and only the one end has moved."""
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    there = stepped(text, span, step)

    if there is not None:
        assert 0 <= there.start < there.end <= len(text)
        assert (there.start == span.start) != (there.end == span.end)


def test_there_is_no_word_beyond_the_ends() -> None:
    """At the end of the text a mark does not grow, and one word does not shrink."""
    whole = Span(1, TEXT.rindex(".") - 0)

    assert stepped(TEXT, Span(1, len(TEXT) - 1), Step.END_LATER) is None
    assert stepped(TEXT, Span(1, 4), Step.END_EARLIER) is None
    assert stepped(TEXT, whole, Step.START_EARLIER) is None


@pytest.mark.parametrize(
    ("at", "first", "second"), [("Edda", "said", "Edda Moll"), ("dda", "said", "Edda Moll")]
)
def test_a_mark_is_parted_between_words(at: str, first: str, second: str) -> None:
    """At the caret; inside a word, before it."""
    start = TEXT.index("said")
    found = parts(TEXT, Span(start, start + 14), TEXT.index(at))

    assert found is not None
    ends, begins = found
    assert TEXT[start:ends] == first
    assert TEXT[begins : start + 14] == second


def test_a_mark_is_not_parted_at_its_edges() -> None:
    """Before its first and after its last word there is nothing to part."""
    start = TEXT.index("said")

    assert parts(TEXT, Span(start, start + 14), start) is None
    assert parts(TEXT, Span(start, start + 14), start + 14) is None


@given(text=texts, place=st.integers(0, 40))
def test_the_mouse_is_drawn_to_the_nearest_edge(text: str, place: int) -> None:
    """A handle that was let go stands at an edge of a word, and no edge is nearer."""
    place = min(place, len(text))
    edges = {edge for word in words_of(text, 0, len(text)) for edge in (word.start, word.end)}
    found = snapped(text, place)

    assert found in edges or not edges
    assert abs(found - place) == min((abs(edge - place) for edge in edges), default=0)
