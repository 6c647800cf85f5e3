"""Two spellings of one name, and two names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.stories.names import NAME, is_spelling, letters_of, plain, unmatched

ONE_NAME = [
    ("Belmonte", "Belmonde"),
    ("Boyko", "Boiko"),
    ("Vitaliy", "Vitalii"),
    ("Kiev", "Kyiv"),
    ("Peking", "Beijing"),
    ("Chon'ma", "Chonma"),
    ("Čapek", "Capek"),
    ("Bøe", "Boe"),
    ("Łuk", "Luk"),
    ("Lee’s", "Lee"),
]
TWO_NAMES = [
    ("Arica", "Padang"),
    ("Lima", "Lome"),
    ("Harrow", "Norrland"),
    ("Ann", "Bo"),
    ("B52", "B51"),
    ("Smith", "Jones"),
]


@pytest.mark.parametrize(("name", "other"), ONE_NAME)
def test_spellings_of_one_name_are_known(name: str, other: str) -> None:
    """Know a name misspelt, romanised otherwise, or renamed."""
    assert is_spelling(plain(name), plain(other)) or plain(name) == plain(other)


@pytest.mark.parametrize(("name", "other"), TWO_NAMES)
def test_two_names_are_told_apart(name: str, other: str) -> None:
    """Take no name for another, nor a code for one that differs in its figure."""
    assert not is_spelling(plain(name), plain(other))


@given(st.sets(st.text(max_size=7), max_size=5).map(frozenset))
def test_names_leave_nothing_beside_themselves(names: frozenset[str]) -> None:
    """Every name is a spelling of itself."""
    assert unmatched(names, names) == (frozenset(), frozenset())


@given(st.text(max_size=8), st.text(max_size=8))
def test_spelling_is_the_same_from_both_sides(one: str, other: str) -> None:
    """The order of two names has no say."""
    assert is_spelling(one, other) == is_spelling(other, one)


LETTERS = st.text("aÉßŒŁıŉ…⒈.'’`- \u0301\u00a0한Ж7", max_size=30)


@given(st.text() | LETTERS)
def test_the_letters_of_a_text_hold_those_of_its_names(text: str) -> None:
    """What is looked up by letters alone is never missed."""
    for word in NAME.findall(text):
        assert letters_of(plain(word)) in letters_of(text)
