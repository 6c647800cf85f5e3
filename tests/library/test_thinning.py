"""Which backups are kept, over more than a year of simulated days."""

import datetime as dt
import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from variorum.library.safety.thinning import DAYS, MONTHS, NEWEST, WEEKS, kept

BEGIN = dt.datetime(2026, 1, 1, 9, tzinfo=dt.UTC)
moments = st.sets(
    st.datetimes(dt.datetime(2024, 1, 1), dt.datetime(2039, 1, 1)).map(  # noqa: DTZ001 - made aware next
        lambda moment: moment.replace(tzinfo=dt.UTC)
    ),
    max_size=80,
)


def year(days: int, *, seed: int) -> tuple[set[dt.datetime], list[dt.datetime]]:
    """Return what is kept after so many days of one to eight backups, and all that were made."""
    chance = random.Random(seed)
    there: set[dt.datetime] = set()
    made: list[dt.datetime] = []
    for day in range(days):
        for number in range(chance.randint(1, 8)):
            moment = BEGIN + dt.timedelta(days=day, minutes=30 * number + chance.random())
            made.append(moment)
            there = kept(there | {moment})
    return there, made


def test_four_hundred_days() -> None:
    """Each of the last twelve days, then of ten weeks, then of nine months, has its last backup."""
    there, made = year(400, seed=7)
    days = sorted({moment.date() for moment in there}, reverse=True)
    last_of_day = {moment.date(): moment for moment in made}

    assert set(made[-NEWEST:]) <= there
    assert {last_of_day[day] for day in days} <= there
    assert len(days) == DAYS + WEEKS + MONTHS
    assert days[:DAYS] == sorted(last_of_day, reverse=True)[:DAYS]
    gaps = [(later - earlier).days for later, earlier in itertools.pairwise(days)]
    assert max(gaps[: DAYS + WEEKS - 1]) <= 13
    assert max(gaps) <= 62
    assert (days[0] - days[-1]).days >= 300


def test_rare_backups_all_stay() -> None:
    """A library opened once in a quarter keeps the backups of years."""
    made = {BEGIN + dt.timedelta(days=91 * number) for number in range(20)}

    assert kept(made) == made


@given(moments)
def test_the_newest_always_stays(made: set[dt.datetime]) -> None:
    """Nothing is kept that was not made, never too much, and the newest in any case."""
    there = kept(made)

    assert there <= made
    assert len(there) <= NEWEST + DAYS + WEEKS + MONTHS
    assert set(sorted(made)[-NEWEST:]) <= there


@given(moments)
def test_thinning_twice_changes_nothing(made: set[dt.datetime]) -> None:
    """What was thinned stays as it is until something new comes."""
    assert kept(kept(made)) == kept(made)
