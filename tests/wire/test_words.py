"""Laws of small questions about words: what is asked cheaply is answered as if it were asked in full."""

from hypothesis import example, given
from hypothesis import strategies as st

from variorum.wire.words import Openings, are_more, first_within, opens_with

_letters = st.text(alphabet="abßAB ('", min_size=1, max_size=12)


@given(_letters, st.lists(_letters.map(str.casefold), min_size=1, max_size=8))
@example("ßa b", ["ssa"])
@example("a", ["ab", "a"])
def test_the_first_opening_of_whole_words_is_found(words: str, phrases: list[str]) -> None:
    """Only phrases with the words' first letters are tried, and none of the others would do."""
    folded = words.casefold()
    opening = [
        phrase
        for phrase in phrases
        if folded.startswith(phrase)
        and not (phrase[-1].isalnum() and folded[len(phrase) :][:1].isalnum())
    ]

    assert opens_with(words, Openings(phrases)) == next(iter(opening), None)


@given(st.text(alphabet="a \n", max_size=30), st.integers(0, 6))
def test_words_are_counted_no_further_than_is_asked(words: str, most: int) -> None:
    """White space at either end is no word."""
    assert are_more(words, most) == (len(words.split()) > most)


@given(
    st.text(alphabet="ab", max_size=20), st.lists(st.text(alphabet="ab", max_size=4), max_size=4)
)
def test_the_first_of_the_phrases_is_found_not_of_the_words(words: str, phrases: list[str]) -> None:
    """What stands first in the list wins."""
    assert first_within(words, phrases) == next((p for p in phrases if p in words), None)
