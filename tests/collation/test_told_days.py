"""The day of a dateline without a year, as two dates with their weekdays tell it."""

import pytest

from variorum.collation.collate import collate
from variorum.collation.values import VariantClass
from variorum.wire.reader import read

WIRE = (
    "GRAZ, May 7 (Reuters) - The brewery said on Tuesday it would bottle water. It shut on Monday."
)
DATED = (
    "GRAZ, May 7 (Reuters) - The brewery {} it would bottle water. It had shut on Friday, May 3."
)


def loud(base: str, version: str) -> bool:
    """Tell whether a fact changed between two texts, asked both ways."""
    told = {
        any(
            variant.variant_class is VariantClass.SUBSTANCE
            for variant in collate(read(one), read(other)).variants
        )
        for one, other in ((base, version), (version, base))
    }
    assert len(told) == 1
    return told.pop()


@pytest.mark.parametrize(("tuesday", "monday"), [("May 7", "May 6"), ("7 May", "6 May")])
def test_two_glosses_that_agree_with_the_dateline_are_proved(tuesday: str, monday: str) -> None:
    """Two weekdays told with the right dates prove one another where one is the dateline's."""
    version = WIRE.replace("Tuesday", f"Tuesday ({tuesday})").replace(
        "Monday", f"Monday ({monday})"
    )

    assert not loud(WIRE, version)


@pytest.mark.parametrize(
    ("tuesday", "monday"), [("May 7", "May 5"), ("May 9", "May 8"), ("May 6", "May 5")]
)
def test_glosses_that_disagree_are_facts(tuesday: str, monday: str) -> None:
    """Dates that are not as far apart as their days, or that name no dateline, prove nothing."""
    version = WIRE.replace("Tuesday", f"Tuesday ({tuesday})").replace(
        "Monday", f"Monday ({monday})"
    )

    assert loud(WIRE, version)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("said on Tuesday", "said today", False),
        ("said on Monday", "said yesterday", False),
        ("said on Monday", "said today", True),
        ("will say on Wednesday", "will say tomorrow", False),
    ],
)
def test_a_weekday_is_today_by_a_date_that_both_articles_tell(
    one: str,
    other: str,
    changed: bool,  # noqa: FBT001 - a parametrised value
) -> None:
    """One weekday with its date, in both articles, tells what day the dateline's is."""
    assert loud(DATED.format(one), DATED.format(other)) is changed


def test_a_dateline_alone_tells_no_weekday() -> None:
    """Without a year and without a weekday beside its date nothing is proved of today."""
    assert loud(WIRE, WIRE.replace("on Tuesday", "today"))
