"""Words and patterns are found where they stand, and never for ever."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.annotations.seeking import Seeker, Sought, Way
from variorum.errors import UsageError

FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER S}\N{REGIONAL INDICATOR SYMBOL LETTER E}"
texts = st.lists(
    st.sampled_from(("ferry", "Ferry", "ferries", " ", "\n", FLAG, "e\N{COMBINING ACUTE ACCENT}", "(", ".")),
    max_size=30,
).map("".join)  # fmt: skip


def found(text: str, sought: Sought) -> list[str]:
    """Return the words that are found in a text."""
    return [span.of(text) for span in Seeker(sought).places(text)]


@given(texts, st.sampled_from(("ferry", "(", ".", "rr", FLAG)))
def test_words_are_found_as_a_reader_sees_them(text: str, words: str) -> None:
    """No sign of theirs is one of a pattern; places are code points, in order."""
    spans = list(Seeker(Sought(words, whole_words=False, match_case=True)).places(text))

    assert [span.start for span in spans] == [
        m.start() for m in re.finditer(re.escape(words), text)
    ]
    assert {span.of(text) for span in spans} <= {words}


def test_case_and_whole_words_are_choices() -> None:
    """At first any case, and whole words only."""
    text = "The Ferry, the ferry and the ferrymen"

    assert found(text, Sought("ferry")) == ["Ferry", "ferry"]
    assert found(text, Sought("ferry", match_case=True)) == ["ferry"]
    assert found(text, Sought("ferry", whole_words=False)) == ["Ferry", "ferry", "ferry"]


def test_any_space_may_stand_between_words() -> None:
    """Line ends and hard spaces too."""
    assert found("the old\r\n harbour, old\u00a0harbour", Sought("old harbour")) == [
        "old\r\n harbour",
        "old\u00a0harbour",
    ]


def test_a_pattern_is_found() -> None:
    """Letters of any script, alternatives, and no place without words."""
    sought = Sought(r"\d+ (?:ships|boats)|x*", way=Way.PATTERN, whole_words=False)

    assert found("14 ships, 3 boats", sought) == ["14 ships", "3 boats"]


def test_a_pattern_that_runs_away_is_given_up() -> None:
    """A sentence says so, after the time that it was given."""
    seeker = Seeker(Sought(r"(a|aa)+$", way=Way.PATTERN, whole_words=False), seconds=0.05)

    with pytest.raises(UsageError, match="takes too long"):
        list(seeker.places("a" * 60 + "b"))


@pytest.mark.parametrize(
    "sought",
    [Sought(""), Sought("  "), Sought("(", way=Way.PATTERN), Sought("a{2,1}", way=Way.PATTERN)],
)
def test_what_cannot_be_sought_is_refused(sought: Sought) -> None:
    """Nothing at all, and what is no pattern, end in a sentence."""
    with pytest.raises(UsageError):
        Seeker(sought)
