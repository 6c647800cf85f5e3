"""Amounts and days: read, compared, converted."""

import datetime as dt

import pytest

from variorum.collation.reading.dates import days_of
from variorum.collation.reading.forms import Form, form_of
from variorum.collation.reading.quantities import converts, read_quantity, same_amount
from variorum.collation.reading.tokens import tokenise

DAY = dt.date(2021, 5, 20)


def forms(text: str) -> list[Form]:
    """Return the words of a text."""
    return [form_of(token.surface) for token in tokenise(text, 0, len(text))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5 percent", "5%"),
        ("five per cent", "5 pct"),
        ("1,500", "1500"),
        ("1.5 billion dollars", "$1.5bn"),
        ("twenty-one", "21"),
        ("2.50 euros", "€2.5"),
        ("two million", "2m"),
    ],
)
def test_equal_amounts_are_equal(one: str, other: str) -> None:
    """However an amount is written, it is the same."""
    first, second = read_quantity(forms(one)), read_quantity(forms(other))

    assert first is not None
    assert second is not None
    assert same_amount(first, second)


@pytest.mark.parametrize(
    ("one", "other", "right"),
    [
        ("10 miles", "16 km", True),
        ("10 miles", "17 km", False),
        ("100 miles", "160 km", True),
        ("1 million acres", "0.4 million hectares", True),
        ("1 million acres", "0.5 million hectares", False),
        ("6 feet", "1.8 meters", True),
        ("86 degrees Fahrenheit", "30 degrees Celsius", True),
        ("86 degrees Fahrenheit", "33 degrees Celsius", False),
        ("10 miles", "16 kg", False),
        ("13-square-mile", "33.67 square kilometers", True),
    ],
)
def test_conversions_are_reckoned(one: str, other: str, *, right: bool) -> None:
    """A conversion is right when it is the amount, rounded as shown."""
    first, second = read_quantity(forms(one)), read_quantity(forms(other))

    assert first is not None
    assert second is not None
    assert converts(first, second) is right


@pytest.mark.parametrize("words", ["the pier", "5 piers", "miles", "5 6", ""])
def test_what_states_no_amount_is_none(words: str) -> None:
    """Only a figure with at most its unit is an amount."""
    assert read_quantity(forms(words)) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Wednesday", dt.date(2021, 5, 19)),
        ("(May 18)", dt.date(2021, 5, 18)),
        ("18 May 2021", dt.date(2021, 5, 18)),
        ("2021-05-18", dt.date(2021, 5, 18)),
        ("yesterday", dt.date(2021, 5, 19)),
        ("December 30", dt.date(2020, 12, 30)),
        ("Tuesday, May 18", dt.date(2021, 5, 18)),
    ],
)
def test_days_are_read(words: str, day: dt.date) -> None:
    """A weekday, a date and a word of time can mean the same day."""
    assert day in days_of(forms(words), DAY)


@pytest.mark.parametrize("words", ["may 18", "Tuesday, May 19", "February 30", "the pier", ""])
def test_what_names_no_day_is_none(words: str) -> None:
    """A modal is no month, and a weekday must agree with its date."""
    assert not days_of(forms(words), DAY)
