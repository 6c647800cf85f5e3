"""Sentences of a story that open as furniture does, and the furniture that opens in the same way."""

import pytest

from variorum.wire.reader import read
from variorum.wire.reports import has_clause_of_saying, is_report

_LEAD = "OSLO (AP) — The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."

STORY = [
    "By clicking on a map, captains sent the ferries to the wrong pier, the harbour master said.",
    "By clicking a false link a clerk of the port let thieves into its books.",
    "Your browser history belongs to the shipping firm, a lawyer told the harbour court.",
    "Join us on the quay, the fishermen told their 300 supporters on Friday.",
    "Subscribe to a rumour and it grows, the captain wrote in his log.",
    "Subscribe to one pier and lose the other, fishermen were warned in May.",
    "Please enter by the old gate, the guards told 200 passengers.",
    "Please enable trade, the shippers begged both governments.",
    "Get the latest boats out or close the port, the mayor told the board.",
    "Get the latest radar or sink, captains of small boats were told.",
    "Like us on the islands, they need a ferry in winter, the priest said.",
    "Find us on the pier at dawn, the strikers told the television crews.",
    "Follow us on foot, the captain told the 40 passengers he led ashore.",
    "Try 1 month at sea before you judge a fisherman, he wrote.",
    "In this photo, shown to the inquiry on Friday, the pilot holds a bottle, the lawyers said.",
    "In this picture of decline, half of the quays stand empty, the study found.",
    "Video: that is what the captain wanted from the bridge, and he never got it.",
    "Photo: that was the one word on the note that the diver left behind.",
    "Handout photo albums were burned by the harbour clerk after the storm.",
    "File photo upon file photo was laid before the jury in the harbour case.",
    "The views expressed in the letter cost the harbour master his post.",
    "The opinions expressed on the quay were harsher than those in the hall.",
    "All times are good times for smugglers, the customs chief told the board.",
    "All times are bad for a harbour without ships.",
    "Media inquiries into the sinking were stopped by the ministry in May.",
    "Press contact with the crew was forbidden by the owners of the ferry.",
    "Media contacts of the captain were followed by the harbour police for a year.",
    "Contact information of 4,000 passengers was stolen from the ferry line.",
    "The law on copyright forbids redistribution of sea charts without a licence.",
    "A judge held that the copyright in the chart bars its redistribution by the port.",
    "All rights reserved for island families were sold to a hotel in May.",
    "Copyright by law belongs to whoever draws the chart.",
    "Copyright 2019 was the watchword of the map makers, the curator wrote.",
    "An earlier version of the ferry wrongly carried its fuel on deck, engineers said.",
    "A previous version of the plan mistakenly left out the second pier.",
    "This article of the harbour treaty was wrongly read by both sides.",
    "(This article of the harbour treaty was wrongly read by both sides.)",
    "(With 12 ships, the line carries most of the islands' trade.)",
    "(Updated in 2015, the rule forbids mooring in the inner basin.)",
    "(Changed by the storm of last year, the channel is now too shallow.)",
    "(Corrected by divers within a day, the fault cost the port nothing.)",
    "(Includes fuel, the ferry line said on its first bill.)",
    "(Leads in the sinking dried up, and the harbour police closed the case.)",
    "(See the cracks, the engineer told the board, and you will close it.)",
    "Please kill the plan, the fishermen begged the harbour board.",
    "Please kill the engine before the lock is closed, captains are told.",
    "More to come, the harbour master promised.",
    "Advisory: keep off the ice, the mayor told the islanders.",
    "Sent: that was the word on the last signal, the inquiry heard.",
    "Editors: they are the ones who got it wrong, the captain told the court.",
    "Clarification: that is what the board asked the ministry for in May.",
    "Correction - of the course, not of the captain - was the aim, the pilot said.",
    "Ann Lee and Bo Ek contributed to this report, the harbour inquiry said.",
    "Related: that is what the two owners are, the court heard.",
    "Recommended: a speed of eight knots, the harbour's own paper said in May.",
    "(The captain, 51, can be reached on 555-201-3000, a note on the pier said.)",
    "Media contact in the fort is limited to one call a week.",
    "Photo by photo, the harbour police rebuilt the night of the fire.",
    "Image credit fell as the ferry line missed its payments in May.",
    "(Repeats of the survey drew more divers than the first one.)",
    "(Adds up to $3 million, by the count of the harbour board.)",
    "(Recast in bronze, the anchor was put back on its plinth.)",
    "Don't miss the last boat, the harbour master told 300 islanders",
    "For more than 12 years the family owned the only ferry",
    "Top stories of smugglers were told again on the quay on Friday",
]


@pytest.mark.parametrize("sentence", STORY)
@pytest.mark.parametrize("place", [1, 2], ids=["between", "last"])
def test_sentence_that_opens_like_furniture_stays_in_the_story(sentence: str, place: int) -> None:
    """Keep a sentence of the story wherever it stands, whatever its first words promise."""
    paragraphs = [_LEAD, _SECOND]
    paragraphs.insert(place, sentence)

    article = read("\n\n".join(paragraphs))

    assert [passage.kind.value for passage in article.passages] == ["paragraph"] * 3


FURNITURE = [
    ("By clicking on subscribe, you agree to our terms.", "clutter"),
    ("Your browser does not support the video.", "clutter"),
    ("Join us on Facebook and tell us what you think.", "clutter"),
    ("Subscribe to our newsletter for news of the harbour every morning.", "clutter"),
    ("Get the latest news from the coast in your inbox.", "clutter"),
    ("Follow us on Twitter", "clutter"),
    ("We use cookies to make the site better for our readers.", "clutter"),
    ("In this photo taken on Friday, a diver leaves the old pier, police said.", "caption"),
    ("In this March 3, 2018, file photo, Ann Lee speaks in Oslo.", "caption"),
    ("In this image from video provided by the port, the ferry leaves the quay.", "caption"),
    ("In this photo, the ferry leaves the quay at dawn.", "caption"),
    ("A diver leaves the pier, which the board said was safe. (AP Photo/Ann Lee)", "caption"),
    ("File photo of the old pier.", "caption"),
    ("Photo by Ann Lee of the Harbour Gazette, Oslo.", "caption"),
    ("Image credit: Ann Lee, Harbour Gazette of Oslo, Norway.", "caption"),
    ("Handout photo provided by the harbour board shows the old pier.", "caption"),
    ("Video: Mayor opens the new quay in Bergen", "caption"),
    ("The views expressed in this column are those of the author.", "clutter"),
    ("The opinions expressed are not those of the harbour board.", "clutter"),
    ("All times are GMT.", "clutter"),
    ("Media inquiries: Ann Lee, +47 646 223 6300", "contact"),
    ("Media inquiries should be directed to the press office of the harbour.", "contact"),
    ("Press contact: Ann Lee, alee@example.org", "contact"),
    ("All rights reserved.", "copyright"),
    ("All rights reserved by the harbour board.", "copyright"),
    ("Copyright by the Harbour Gazette", "copyright"),
    ("Copyright 2019 by the Harbour Gazette.", "copyright"),
    ("An earlier version of this story misspelled the name of the pier.", "correction"),
    ("A previous version of the article mistakenly said the pier was closed.", "correction"),
    ("An earlier version misstated the age of the pier.", "correction"),
    ("(With photos, graphic)", "advisory"),
    ("(Updated with the board's comment.)", "advisory"),
    ("(Includes reaction from fishermen, background on the harbour and the piers.)", "advisory"),
    ("(Changes day of the vote to Monday.)", "correction"),
    ("Please kill the story slugged HARBOUR, which was sent in error.", "advisory"),
    ("More to come.", "advisory"),
    ("Clarification: the story on Monday should have named both owners.", "correction"),
    ("Ann Lee and Bo Ek contributed to this report.", "credit"),
    (
        "In a story on May 3, 2019, about piers, the agency, citing police, said erroneously that two closed.",
        "correction",
    ),
    ("Don't miss our guide to the harbour", "promo"),
    ("For more news from the harbour, go to our page", "promo"),
    ("Related: Mayor opens the new quay", "promo"),
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_furniture_that_opens_in_the_same_way_stays_furniture(line: str, kind: str) -> None:
    """Set apart what the page or the desk wrote, though it opens as those sentences do."""
    article = read(f"{_LEAD}\n\n{_SECOND}\n\n{line}")

    assert [passage.kind.value for passage in article.passages] == ["paragraph", "paragraph", kind]


SAID = [
    "The pier is safe, the board said on Monday.",
    "“We close at noon,” said the captain.",
    "Two boats sank — the harbour police told reporters.",
]
UNSAID = [
    "The terms of the sale, which can be found here, are new.",
    "In a story on Monday, the agency said erroneously that the pier was closed.",
    "Unless, as otherwise stated, it is closed.",
    "The board met in May.",
    "",
]


@pytest.mark.parametrize("words", SAID)
def test_clause_that_says_who_said_it_makes_a_report(words: str) -> None:
    """Hear the clause before or after its speaker."""
    assert is_report(words)


@pytest.mark.parametrize("words", UNSAID)
def test_words_without_such_a_clause_are_no_report(words: str) -> None:
    """Hear no clause in words of being found or stated, nor where an agency owns its error."""
    assert not has_clause_of_saying(words)


def test_line_without_its_final_mark_is_no_report() -> None:
    """Leave a headline with a source to the other signs."""
    assert not is_report("Read more: Pier is safe, board said")
