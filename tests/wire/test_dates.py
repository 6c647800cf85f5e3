"""Laws of dates: what stands before one at the end of words makes no difference to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.text import PartialDate
from variorum.wire.dates import at_the_end

_DATES = [
    ("May 3", PartialDate(month=5, day=3)),
    ("Wednesday, May 3rd, 2017", PartialDate(2017, 5, 3)),
    ("3 de septiembre de 2017", PartialDate(2017, 9, 3)),
    ("le 3 septembre", PartialDate(month=9, day=3)),
    ("2017-05-03", PartialDate(2017, 5, 3)),
    ("2017. May 3.", PartialDate(2017, 5, 3)),
    ("3rd   of September.  ", PartialDate(month=9, day=3)),
]
_before = st.text(alphabet="abc ,-", max_size=120)


@pytest.mark.parametrize(("printed", "date"), _DATES)
@given(before=_before)
def test_a_date_is_found_at_the_end_of_any_words(
    printed: str, date: PartialDate, before: str
) -> None:
    """Only the end of the words is looked at, and all of a date lies within it."""
    found = at_the_end(f"{before}, {printed}")

    assert found is not None
    assert found.date == date


@pytest.mark.parametrize("day", ["Wednesday", "quarta-feira", "Wed."])
@given(before=_before)
def test_a_day_of_the_week_alone_is_a_date_that_is_not_known(day: str, before: str) -> None:
    """It says when a story was filed, but not on which day of the month."""
    found = at_the_end(f"{before}, {day}  ")

    assert found is not None
    assert found.date is None
    assert found.start == len(before) + 2


@given(st.text(alphabet="abcXYZ ,.-/", max_size=120))
def test_words_without_a_figure_or_a_weekday_hold_no_date(words: str) -> None:
    """None of the letters here makes the name of a day."""
    assert at_the_end(words) is None
