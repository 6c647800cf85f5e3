"""Sentences of a story that only look like furniture: to set one apart is the worst fault."""

import pytest

from variorum.wire.reader import read

_LEAD = "OSLO (AP) — The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."

SENTENCES = [
    "By Monday, both piers had been closed and the ferries had moved to the new quay.",
    "By Monday Oslo and Bergen were cut off.",
    "Updates to the plan were published on Monday, and fishermen had two days to read them.",
    "Updated figures show that the harbour lost 5 percent of its traffic in May 2019.",
    "Adds the mayor: “We had no choice but to close them.”",
    "Corrections officers said that two inmates had fled through the harbour.",
    "Correction of the error in the plan took the board two years.",
    "Clarification of the law is needed before the pier can be sold, a judge said.",
    "Changes in the date of the sailing were announced in a letter to passengers.",
    "More to come from the talks in Oslo is the question of who will pay for the piers.",
    "AP photo editor Ann Lee was among the passengers who were taken off the ferry.",
    "Developing countries with small harbours are hit the hardest, the study found.",
    "Kill rates among cod have doubled since the pier was built, scientists said.",
    "Embargoes on timber have emptied the quays along the whole coast, traders said.",
    "The story of the harbour was corrected by history, the mayor said.",
    "This report was the first to name the board's members, fishermen said.",
    "Reporting by the Gazette in 2019 found that Mayor Bo Ek had known of the cracks.",
    "Editing by hand took the clerks of the harbour court eleven days.",
    "With input from Oslo and Bergen, the board wrote a new plan in a week.",
    "The university contributed research worth $3 million to the harbour project.",
    "Twelve cases were reported from villages on the coast, doctors said.",
    "Tips can be sent to tips@example.org, the harbour police said on Monday.",
    "- A telephone line, 555-123-4567, was opened for those who lost their boats in the storm that night.",
    "Copyright law was changed in 1998 to cover the drawings of ships.",
    "Copyright, the court said, does not cover the shape of a pier.",
    "Redistribution of berths has angered owners of small boats.",
    "Todos los derechos humanos deben ser respetados, dijo el alcalde del puerto.",
    "Distributed by hand, the leaflets asked passengers to stay away from the pier.",
    "The views expressed at the meeting were harsh, and two members left.",
    "Safe harbor laws protect captains who report leaks within a day.",
    "Gov. Bo Ek (R) said the state would pay for half of the repairs.",
    "Sen. Ann Lee (D) and Rep. Di Moe (R) voted against the harbour bill.",
    "A Reuters/Ipsos poll of 1,000 adults found that half would pay more for the ferry.",
    "Video still plays a role in the inquiry, the captain of the port said.",
    "Posted on Monday, the video had been seen by 40,000 people by the evening.",
    "Published on Tuesday in a journal of the sea, the study looked at forty piers.",
    "Updated on Friday, the list now names nine ships.",
    "Weather permitting, the ferries will sail on Friday.",
    "Sports clubs along the coast have offered to help.",
    "Related costs have risen to $3 million, the board said.",
    "Also: the old lighthouse will be sold to the city.",
    "Share prices of harbour companies fell by a tenth on Monday.",
    "Shares of the harbour company fell by a tenth.",
    "Email from the board reached the captains too late.",
    "Contact between the two boats was lost at noon.",
    "Follow the money, the captain told the court.",
    "Print sales of the timetable have doubled since the pier closed.",
    "Image is everything for a small harbour, the mayor said.",
    "Close to forty boats were moored at the pier when the storm came.",
    "Search teams found the second boat near the island.",
    "Trending upwards since May, prices of cod reached a new high.",
    "Recommended speeds for ferries will be cut by half.",
    "Watch officers on the bridge did not see the smaller boat.",
    "Sources close to the board (both asked not to be named) said the plan was dead.",
    "SOURCE protection laws kept the captain's name out of the papers.",
    "Reuters was first to report that the pier would close.",
    "Ends are hard to meet for fishermen, he said.",
    "The pier (reported to be unsafe by inspectors in May) was closed.",
    "“We were not asked,” said Ann Lee (Photo/Video Club), who lives by the pier.",
    "Photo albums were lost when the harbour office burned.",
    "In pictures of the old pier, forty boats lie side by side.",
    "Join the queue, passengers were told as the last ferry filled.",
    "Support our harbour, read the sign above the closed gate.",
    "In a story that fishermen tell, the wrong captain was blamed for the change.",
    "(The harbour was built in 1901 and has been rebuilt twice.)",
    "“The date was wrong,” he said. (The correct one was never given.)",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence_of_the_story_stays_in_the_story(sentence: str) -> None:
    """Keep a sentence that opens or looks like furniture where it belongs."""
    article = read(f"{_LEAD}\n\n{sentence}\n\n{_SECOND}")

    assert [p.kind.value for p in article.passages] == ["paragraph"] * 3


@pytest.mark.parametrize("sentence", SENTENCES)
def test_last_sentence_of_the_story_stays_in_the_story(sentence: str) -> None:
    """Keep it as well where furniture would stand: at the end."""
    article = read(f"{_LEAD}\n\n{_SECOND}\n\n{sentence}")

    assert [p.kind.value for p in article.passages] == ["paragraph"] * 3


UNCLOSED = [
    "The board said that it would meet again on Friday to decide about the second pier",
    "Fishermen Ann Lee, Bo Ek and Di Moe told the court that Mayor Per Dal had known of it",
    "Die Fischer sagten dem Gericht, dass der Bürgermeister seit Jahren von den Schäden wusste",
    "and the ferries will sail from the new quay",
]


@pytest.mark.parametrize("sentence", UNCLOSED)
def test_sentence_without_its_point_stays_in_the_story(sentence: str) -> None:
    """Keep a sentence that lost its final point."""
    article = read(f"{_LEAD}\n\n{sentence}\n\n{_SECOND}")

    assert [p.kind.value for p in article.passages] == ["paragraph"] * 3


HEADLINES = ["Door County Fair Opens", "Di Maria Scores Winner", "Von Trier Wins Prize"]


@pytest.mark.parametrize("headline", HEADLINES)
def test_headline_that_opens_like_a_foreign_byline_is_a_headline(headline: str) -> None:
    """Take words that open bylines in another language for nothing of the kind in English."""
    article = read(f"{headline}\n\n{_LEAD}\n\n{_SECOND}")

    assert article.headline == headline
