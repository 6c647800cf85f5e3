"""A chip a term: what a filter asks for by name or rules out can be taken away alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.window.stories_list.filter_chips import terms_with_fields, without

_TERMS = ("source:a", "source:ab", '-source:"a b"', "-ferry", '-"night watch"', "has:notes",
          "date:2019-04..2019-06", "-date:2019", "versions:>2", "-class:substance")  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("harbour source:northline", ["source:northline"]),
        ("harbour -strike", ["-strike"]),
        ("harbour NOT strike", ["-strike"]),
        ('-source:"island post"', ['-source:"island post"']),
        ("-date:2019 -versions:>2", ["-date:2019", "-versions:>2"]),
        ("harbour OR -strike", []),
        ("harbour pilots", []),
    ],
)
def test_what_is_asked_by_name_or_ruled_out_has_a_chip(typed: str, shown: list[str]) -> None:
    """Plain words stand in the line alone."""
    assert terms_with_fields(typed) == shown


@given(terms=st.lists(st.sampled_from(_TERMS), unique=True, max_size=6), number=st.integers(0, 5))
def test_a_chip_takes_its_own_term_away(terms: list[str], number: int) -> None:
    """The others stay, whatever they have in common with it."""
    typed = " ".join(["harbour", *terms])
    shown = terms_with_fields(typed)

    assert shown == terms
    for gone in terms[number : number + 1]:
        left = [term for term in terms if term != gone]
        assert without(typed, gone) == " ".join(["harbour", *left])


def test_the_word_not_goes_with_what_it_rules_out() -> None:
    """Nothing of it is left over."""
    assert without("harbour NOT strike ferry", "-strike") == "harbour ferry"
