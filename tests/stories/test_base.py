"""Examples of the base: chosen by evidence, never by the order of import."""

import datetime as dt
from itertools import permutations

import pytest

from variorum.stories.base import choose_base, follows
from variorum.text import Article, Moment
from variorum.wire.fields import Fields
from variorum.wire.reader import read

STORY = "Pilots at the largest port of Karsova walked off the job on Monday."
LONGER = f"{STORY}\n\nThe Guild said 212 of its 230 members had joined the strike."


def article(text: str, *, source: str | None = None, published: Moment | None = None) -> Article:
    """Return an article with what its file says of it."""
    return read(text, fields=Fields(source=source, published=published))


def assert_base(expected: Article, *others: Article) -> None:
    """Check that one article is the base, in whatever order they come."""
    for order in permutations([expected, *others]):
        assert order[choose_base(order)] == expected


def test_the_version_that_another_credits_is_the_base() -> None:
    """Even a shorter and later one: its words are where the others' come from."""
    wire = article(STORY, source="Northline", published=dt.date(2021, 4, 13))
    paper = article(
        f"PORT MERROW (NORTHLINE) - {LONGER}",
        source="Channel Post",
        published=dt.date(2021, 4, 12),
    )

    assert_base(wire, paper)


def test_an_agency_is_known_by_any_of_its_names() -> None:
    """A dateline prints the name in its own way."""
    wire = article(STORY, source="Associated Press")
    paper = article(f"PORT MERROW (AP) - {LONGER}", source="Channel Post")

    assert_base(wire, paper)


def test_an_agency_s_own_dateline_credits_nobody() -> None:
    """Who credits himself proves nothing; the agency comes first all the same."""
    wire = article(f"PORT MERROW (Reuters) - {STORY}", source="Reuters")
    paper = article(LONGER, source="Channel Post")

    assert_base(wire, paper)


def test_else_the_earliest_is_the_base() -> None:
    """Days are compared where hours are not known on both sides."""
    early = article(STORY, source="The Beacon", published=dt.date(2021, 4, 12))
    late = article(
        LONGER, source="Channel Post", published=dt.datetime(2021, 4, 13, 6, tzinfo=dt.UTC)
    )

    assert_base(early, late)


def test_hours_are_compared_across_zones() -> None:
    """An instant is an instant wherever it is told."""
    east = dt.timezone(dt.timedelta(hours=9))
    early = article(STORY, published=dt.datetime(2021, 4, 12, 9, tzinfo=east))
    late = article(LONGER, published=dt.datetime(2021, 4, 12, 1, tzinfo=dt.UTC))

    assert_base(early, late)


def test_an_update_of_the_same_day_is_later() -> None:
    """An outlet's headline tells which take it is."""
    day = dt.date(2021, 4, 12)
    takes = [
        read(text, fields=Fields(source="Northline", published=day, headline=headline))
        for text, headline in (
            (STORY, "Pilots walk out"),
            (LONGER, "UPDATE 1-Pilots walk out"),
            (f"{LONGER} Talks resume.", "UPDATE 2-Pilots walk out"),
        )
    ]

    assert_base(*takes)
    assert_base(*takes[1:])


@pytest.mark.parametrize("day", [dt.date(2021, 4, 12), None])
@pytest.mark.parametrize("tag", ["CORRECTED-", "REFILE-", "UPDATE 1-"])
def test_a_correction_of_an_unknown_house_is_later_than_what_it_corrects(
    day: dt.date | None, tag: str
) -> None:
    """Its note makes it the longest; that makes no base of it."""
    sent = article(f"Pilots walk out\n\n{LONGER}", published=day)
    note = "(Corrects number of members to 212 from 121 in second paragraph)"
    corrected = article(f"{tag}Pilots walk out\n\n{note}\n\n{LONGER}", published=day)

    assert_base(sent, corrected)


def test_an_alert_is_no_later_take() -> None:
    """The first words come before the story, whatever tag they bear."""
    alert = article("URGENT-Pilots walk out\n\nPORT MERROW, April 12 - Pilots walk out.")
    sent = article(f"Pilots walk out\n\nPORT MERROW, April 12 - {LONGER}")

    assert not follows(alert, sent)
    assert not follows(sent, alert)


def test_marks_of_two_houses_say_nothing_of_their_order() -> None:
    """A paper did not print an agency's correction before the agency sent its story."""
    corrected = article(f"CORRECTED-Pilots walk out\n\n{LONGER}", source="Northline")
    paper = article(f"Pilots walk out\n\n{LONGER}", source="Channel Post")

    assert not follows(corrected, paper)


def test_else_the_longest_is_the_base() -> None:
    """Where dates are missing they decide nothing."""
    assert_base(article(LONGER), article(STORY, published=dt.date(2021, 4, 12)))


def test_equal_claims_are_settled_by_the_text() -> None:
    """Two texts of one length always give the same base."""
    one, other = article(STORY), article(STORY.replace("Monday", "Friday"))
    chosen = (one, other)[choose_base([one, other])]

    assert_base(chosen, other if chosen == one else one)


def test_a_story_without_versions_has_no_base() -> None:
    """There is nothing to choose from."""
    with pytest.raises(ValueError, match="no base"):
        choose_base([])


def test_what_is_known_to_be_later_is_not_the_base() -> None:
    """A version without a date may be the earliest; one dated after another cannot."""
    first = article(LONGER, source="The Beacon", published=dt.date(2021, 4, 12))
    update = article(
        f"{LONGER} Two ships left.", source="The Beacon", published=dt.date(2021, 4, 13)
    )
    undated = article(STORY, source="Channel Post")

    assert_base(first, update, undated)
