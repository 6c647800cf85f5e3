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


LABELLED = [
    "Getty Images lost 3 percent.",
    "File photo of the pier was torn up by the fishermen.",
    "File photos of the pier are pinned to every wall.",
    "Editor's note was recited at the meeting by Ek.",
    "Editors' note angered the captains.",
    "Note to editors had been the mayor's favourite form.",
    "Special to the harbour is its old crane.",
    "From our correspondent came one line.",
    "From wire services came little.",
    "By wireless to Bergen went the order to sail.",
    "Contact: the sound is what divers wait for.",
    "Contacts: that is what the clerk was paid for.",
    "To contact the reporter was forbidden.",
    "Media inquiries were ignored.",
    "Read: “We will burn the boats.”",
    'Listen: "There is no more cod."',
    "Picture: bleak.",
    "Media: the fishermen shouted.",
    "Media: it fed them.",
    "Video: the harbour had none.",
    "Screengrab: the proof was thin.",
    "Illustration: a pilot has nine ships.",
    "Topics: ice, oil and cod.",
    "Published: it was never.",
    "Share this was the order.",
    "Advertisement sales fell.",
]


@pytest.mark.parametrize("sentence", LABELLED)
def test_sentence_behind_a_label_stays_in_the_story(sentence: str) -> None:
    """Let a finite verb win over the label that opens its sentence, in mid-story and at the end."""
    inside = read(f"{_LEAD}\n\n{sentence}\n\n{_SECOND}")
    last = read(f"{_LEAD}\n\n{_SECOND}\n\n{sentence}")

    kinds = [p.kind.value for article in (inside, last) for p in article.passages]
    assert kinds == ["paragraph"] * 6


PROVED = {
    "Editor's note: the name of the pier was changed in this story.": "advisory",
    "File photo of a captain who was arrested in May.": "caption",
    "File photo of the pier taken before the old crane was sold.": "caption",
    "Photo: courtesy of the family.": "caption",
    "Foto: dpa.": "caption",
    "File photo of a bag left at the pier.": "caption",
    "File photo of a ship called Aurora.": "caption",
    "Media inquiries should be directed to the board.": "contact",
    "Contact: ann.lee@example.org.": "contact",
    "Press contacts: the office is open daily; call +44 20 7946 0000.": "contact",
    "Special to the Bergen Gazette.": "byline",
    "Read: Why the captains were right": "promo",
    "Share this article.": "clutter",
}


@pytest.mark.parametrize(("line", "kind"), PROVED.items())
def test_label_that_its_shape_proves_is_what_it_says(line: str, kind: str) -> None:
    """Set a label apart where an address, a number, a credit or another's verb follows."""
    article = read(f"{_LEAD}\n\n{line}\n\n{_SECOND}")

    assert [p.kind.value for p in article.passages] == ["paragraph", kind, "paragraph"]


RATES = ["Oslo: down 0.7 percent", "(1 krone = $0.09)", "($1 = 10.8 kroner)", "Timber up 3%"]


@pytest.mark.parametrize("line", RATES)
def test_line_with_a_rate_is_no_crosshead(line: str) -> None:
    """Keep shares and rates of exchange in the story, whichever currency comes first."""
    article = read(f"{_LEAD}\n\n{line}\n\n{_SECOND}")

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
