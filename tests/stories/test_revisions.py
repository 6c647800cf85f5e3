"""What is one text with years between, and what only reports the same speech."""

import pytest

from variorum.stories.fingerprints import own_words_of, story_texts
from variorum.stories.grouping import group
from variorum.stories.likeness import share_of_words
from variorum.stories.profiles import Profile
from variorum.wire.reader import read

SPEECH = (
    "We have waited eleven winters for a bridge across the sound, and I will not ask the fishermen"
    " of the outer islands to wait for a twelfth, because a ferry that sails when the wind allows"
    " is no road, and a road is what the crown promised when it took their harbour"
)
CHANCELLOR = (
    f"The premier told a crowd at Saltholm quay that the bridge over the sound would be built."
    f' "{SPEECH}," she said on the steps of the customs house, where some two hundred islanders had'
    " come. Her government fell behind in the polls this spring, and a vote on the budget is due"
    " before summer. Engineers put the price at four billion crowns. The opposition called it a"
    " promise made to be forgotten. Work could begin within three years, the ministry said, if"
    " money is found."
)
ISLANDERS = (
    f'Islanders cheered when the premier spoke of a bridge. "{SPEECH}," she promised them. Yet many'
    " at Saltholm quay doubt her: the government had promised that over and over, and engineers"
    " say four billion crowns may never be found. Two hundred came to the customs house steps;"
    " the opposition, ahead in polls since spring, made none of it forgotten. The ministry spoke"
    " of work in three years. A budget vote is due this summer, before which few expect money for"
    " the sound."
)

OPENING = (
    "Velmar knots are ties of two cords that hold under load and come apart with one pull, named"
    " after the herring port where rope was first laid by machine. "
)
STUB = "They are known from pictures on church walls of the coast, and a net maker wrote a book on them."
STUB_LATER = (
    "They are seen in pictures on old church walls of this coast; a net maker once wrote of them. "
)
FORMS = "Riggers still learn four forms of the knot: the plain, the doubled, the crossed and the widow's. "
LATER = (
    "Museums of the region show boards with all their forms, lent by sailors' families. In cold"
    " water hemp swells and the plain form jams, which is why whalers preferred the crossed one; it"
    " takes longer to tie, and uses a hand more of line. Trials at a school of navigation put its"
    " strength at two thirds of the cord's. Climbers gave it up when nylon came, since smooth fibre"
    " slips through the second turn. A revival began among weavers, who use thin cords and care"
    " little for strength. Their pattern books count nineteen forms, of which most were never seen"
    " at sea, and a guild awards a prize each autumn for a new one. "
)
OTHER = (
    "Scholars quarrel over whether sailors of the north had them before. A grave ship held cords in"
    " such ties, but moths and damp had left so little that drawings of three diggers disagree. The"
    " word is first met in a customs roll, where a clerk taxed a bundle by the knot. Printed guides"
    " confused it with the reef knot for a century. Fishermen's courts settled disputes about nets"
    " by looking at how an end was tied, since each village had its turn. Machines that lay rope"
    " made that craft a pastime, and the last chair for it at a school was given up long ago. "
)


def groups_of(*texts: str) -> list[tuple[int, ...]]:
    """Return the numbers of the texts that belong together."""
    return [found.articles for found in group([read(each) for each in texts])]


def test_two_reports_of_one_speech_are_two_stories() -> None:
    """A quotation is nobody's copy, however many of the words it makes up."""
    one, other = Profile(read(CHANCELLOR)), Profile(read(ISLANDERS))

    assert share_of_words(one, other) > 0.55
    assert groups_of(CHANCELLOR, ISLANDERS) == [(0,), (1,)]


def test_a_text_without_a_date_may_be_written_anew_from_its_opening_on() -> None:
    """Years may lie between; the same first sentences are enough."""
    assert groups_of(OPENING + LATER, OPENING + OTHER) == [(0, 1)]


def test_with_dates_the_same_opening_is_not_enough() -> None:
    """News of two days that only opens alike is of a template."""
    first, second = (f"SALTHOLM, March {day} (Northline) - " for day in (3, 4))

    assert groups_of(first + OPENING + LATER, second + OPENING + OTHER) == [(0,), (1,)]


def test_a_stub_finds_the_long_text_that_grew_out_of_it() -> None:
    """A few sentences, half of which still stand, are no twin of a text many times as long."""
    stub = f"{STUB} {FORMS}"
    grown = STUB_LATER + FORMS + LATER + OTHER

    assert groups_of(grown, stub) == [(0, 1)]


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "„{}“", "«{}»", "``{}''"])
def test_what_somebody_says_is_not_the_papers_own(marks: str) -> None:
    """Each way of quoting is known."""
    text = f"The mayor said {marks.format('we shall see')} and left."

    assert own_words_of(story_texts(read(text))) == ["the", "mayor", "said", "and", "left"]


def test_speech_that_goes_on_in_the_next_paragraph_is_speech() -> None:
    """The first paragraph closes no quotation, the second opens one again."""
    text = 'He said: "We shall wait.\n\n"We shall see," and left the hall.'

    assert own_words_of(story_texts(read(text))) == ["he", "said", "and", "left", "the", "hall"]
