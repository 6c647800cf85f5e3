"""Copies of stories that databases gave out: labels, codes, counts of words, and false friends."""

import datetime as dt

from variorum.text import Article
from variorum.wire.reader import read

_LEAD = "The ferry came at night, and it came so quietly that the harbour master slept on."
_SECOND = "He woke when the horn blew, he said on Sunday."

LABELLED = f"""\
3 of 12 DOCUMENTS

The Lindholm Courier (Ohio)

May 4, 2008 Sunday

Final Edition

Ferry drifts into harbour unseen

BYLINE: Marta Quill, Harbour Staff

SECTION: NEWS; Local; Pg. 3

LENGTH: 231 words

{_LEAD}

{_SECOND}

LOAD-DATE: May 5, 2008

GRAPHIC: The ferry at its berth on Sunday.

Copyright 2008 Lindholm Courier Company
"""

CODED = f"""\
HD Ferry drifts into harbour unseen
BY Marta Quill
WC 231 words
PD 4 May 2008
SN The Lindholm Courier
LA English
CY (c) 2008 Lindholm Courier Company

LP

{_LEAD}

TD

{_SECOND}

AN Document LNDCR0020080505e4540001x
"""


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def story(article: Article) -> list[str]:
    """Return the words of an article's paragraphs."""
    return [p.words.of(article.text) for p in article.passages if p.kind.value == "paragraph"]


def test_labels_of_a_database_are_headers() -> None:
    """Read headline, byline, day and story between the labels of a record."""
    article = read(LABELLED)

    assert article.headline == "Ferry drifts into harbour unseen"
    assert article.byline == "Marta Quill, Harbour Staff"
    assert article.published == dt.date(2008, 5, 4)
    assert story(article) == [_LEAD, _SECOND]


def test_codes_of_a_database_are_headers() -> None:
    """Cut the codes off the fields, and give the fields what the codes say."""
    article = read(CODED)

    assert article.headline == "Ferry drifts into harbour unseen"
    assert article.byline == "Marta Quill"
    assert article.published == dt.date(2008, 5, 4)
    assert story(article) == [_LEAD, _SECOND]


def test_lines_between_count_and_rights_are_headers() -> None:
    """Read the lines without labels that stand from the count of words to the line of rights."""
    head = "231 words\n\n4 May 2008\n\nThe Lindholm Courier\n\nLNDCR\n\n3\n\nEnglish\n\n(c) 2008 Lindholm Courier"
    article = read(f"Ferry drifts into harbour unseen\n\n{head}\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article) == ["headline", *["header"] * 6, "copyright", "paragraph", "paragraph"]


def test_sentences_behind_labels_are_the_story() -> None:
    """Keep what a story sets behind a label, where no database is proven."""
    lines = [
        "Date: The first ferry of the year sails on April 4 from the old quay.",
        "Source: the count is the harbour master's own, she told the council.",
        "Length: each crossing takes an hour, and nobody may leave the deck.",
    ]
    article = read("\n\n".join(["Ferry sails again", _LEAD, *lines]))

    assert story(article) == [_LEAD, *lines]


def test_sentences_that_open_like_codes_are_the_story() -> None:
    """Keep sentences that open with two capitals, where nothing counts words."""
    lines = [
        "HD cameras will watch the quay.",
        "TD Marine pays for the lamps.",
        "SN Ferries does not.",
        "PG Lines will.",
    ]
    article = read("\n\n".join(["Ferry sails again", _LEAD, *lines]))

    assert story(article) == [_LEAD, *lines]
