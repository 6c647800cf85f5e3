"""Where a headline's own words begin: its tags tell of the take and the genre."""

import pytest

from variorum.wire.headlines import past_tags


@pytest.mark.parametrize(
    "tag",
    [
        "UPDATE 1-", "UPDATE 12-", "CORRECTED-", "CORRECTED - ", "(CORRECTED) - ", "(RPT) ", "RPT-", "RPT-UPDATE 2-",
        "Exclusive: ", "EXCLUSIVE: ", "Analysis: ", "TALKING POINT/", "CORRECTED-UPDATE 1-", "WRAPUP 3-", "FACTBOX-", "Update: ",
    ],
)  # fmt: skip
def test_a_tag_is_no_word_of_the_headline(tag: str) -> None:
    """The words of the headline begin behind its tags."""
    words = f"{tag}Harbour board closes piers"

    assert words[past_tags(words) :] == "Harbour board closes piers"


@pytest.mark.parametrize(
    "words",
    [
        "Harbour board closes piers", "Live-in carers leave the harbour", "Poll: most want the piers closed", "UPDATE 1-",
        "Review of the piers is due", "Urgent repairs close the piers", "Water: what is in the harbour",
        "Opinion: close the piers", "Watch-makers leave the harbour",
    ],
)  # fmt: skip
def test_words_that_only_look_like_tags_stay(words: str) -> None:
    """A compound word, a tag alone, and a tag that says whose word it is belong to the headline."""
    assert past_tags(words) == 0
