"""What every export says in the same words."""

from variorum.exchange.facts import heading
from variorum.wire.reader import read

STORY = "Pilots walked off the job on Monday, leaving 14 ships at anchor off Saltholm, they said."


def test_a_story_without_a_headline_is_called_by_its_first_words() -> None:
    """Place and agency are no words of the story."""
    assert heading(read(f"PORT MERROW (Northline) - {STORY}")) == STORY


def test_a_headline_is_what_a_story_is_called() -> None:
    """White space within it is made one space."""
    assert (
        heading(read(f"Pilots  walk off at Port Merrow\n\n{STORY}"))
        == "Pilots walk off at Port Merrow"
    )
