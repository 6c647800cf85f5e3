"""Names of rows and moments are kept so that they sort and come back."""

import datetime as dt
import uuid

from hypothesis import given
from hypothesis import strategies as st

from variorum.library.moments import moment_from_text, moment_to_text, new_uuid, sortable

zones = st.integers(-14 * 60, 14 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m)))
instants = st.datetimes(dt.datetime(1900, 1, 2), dt.datetime(2999, 1, 1), timezones=zones)  # noqa: DTZ001 - bounds


def test_names_differ() -> None:
    """Each name is a UUID of version 7, and none is made twice."""
    names = [new_uuid() for _ in range(1000)]

    assert len(set(names)) == 1000
    assert {uuid.UUID(name).version for name in names} == {7}
    assert {uuid.UUID(name).variant for name in names} == {uuid.RFC_4122}


@given(moment=st.dates() | instants)
def test_moments_come_back(moment: dt.date | dt.datetime) -> None:
    """A day or an instant is read as it was written, its zone included."""
    assert moment_from_text(moment_to_text(moment)) == moment


@given(one=instants, other=instants)
def test_instants_sort_as_texts(one: dt.datetime, other: dt.datetime) -> None:
    """The file sorts instants by their texts as the clock would."""
    assert (sortable(one) < sortable(other)) == (one < other)
