"""Every kind of passage by the rows of the catalogue, with examples of our own in their shapes."""

import pytest

from variorum.text import Article
from variorum.wire.reader import read

_LEAD = "OSLO (AP) — The harbour board said on Monday that it would close both piers for repairs."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."
_THIRD = "Fishermen along the coast said that they had not been asked before the plan was made."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def between(line: str) -> str:
    """Return the kind that a line gets between two paragraphs of a story."""
    return kinds(read(f"{_LEAD}\n\n{line}\n\n{_SECOND}"))[1]


def after(line: str) -> str:
    """Return the kind that a line gets as the last of a story."""
    return kinds(read(f"{_LEAD}\n\n{_SECOND}\n\n{line}"))[-1]


def before(line: str) -> str:
    """Return the kind that a line gets above headline and story."""
    return kinds(read(f"{line}\n\nHarbour board closes piers for repairs\n\n{_LEAD}\n\n{_SECOND}"))[
        0
    ]


HEADERS = [
    ("P1", "z4711^_-----".replace("^_", "_")),
    ("P1 control", "\x16\x16\x01W1234\x1f_asian"),
    ("P2", "r z\x13\x11 BC-HKN--Whales-Gulls 1stLd-Writethru   02-20 0500"),
    ("P3", "f0123\x1f_abcde"),
    ("P3 slug", "u f BC-HARBOUR-PIERS-REVIEW   02-26 0105"),
    ("P6", "\x02"),
    ("P4", "abc123 4 i 211 ddddb   xyz 061"),
    ("P5", "FRA0123 1 G 0004 FRA/AFP-AB12"),
    ("P5 end", "AFP 210544 MAR 98"),
    ("P7", "211137 GMT Nov 14"),
    ("P7 German", "071341 GMT Okt 15"),
    ("P8", "AP-WF-03-11-17 0441GMT<"),
    ("P9", "ryryryry copyright by xyz ryryryry copyright by xyz"),
    ("P11", "<#>"),
    ("leaked ISO", "date: 2021-03-04"),
    ("leaked time", "published_at: 2021-03-04T10:00:00Z"),
    ("lone date", "Thursday, March 4, 2021"),
    ("stamp", "Posted: 4:35 PM, July 15, 2018"),
]

SLUGLINES = [
    ("P12", "BC-US--Harbour Whales, 1st Ld-Writethru,127<"),
    ("P12 region", "BC-LT--Chile-Harbour Fire,466<"),
    ("P13", "2nd Ld-Writethru"),
    ("P14", "BC-AS--Japan-Ferry Rescue-ABRIDGED, 3rd Ld-Writethru,827<"),
    ("P15", "WORLD-HARBOURS/ (UPDATE 1)"),
    ("P15 flags", "USA-FERRIES/ (UPDATE 1, PIX, CORRECTED)"),
    ("P15 part", "CURLING-NORWAY/RESULTS"),
    ("P16", "Norway-harbours/"),
    ("P16 chain", "Norway/shipping/UN/"),
    ("P17", "Norway-shipping-ferry-harbour-closure"),
    ("P18", "1 POLITICS Harbour"),
    ("P19", "=2"),
    ("P20", "2ND LEAD"),
    ("P20 refile", "REFILE"),
    ("P33", "URGENT"),
]

ADVISORIES = [
    ("P34", "Eds: Whales 115, Gulls 111. Updates. With AP Photos."),
    ("P34 brackets", "(Eds: Small changes only. The long take of this piece has moved.)"),
    ("P35 adds", "Eds: Adds half-year results."),
    ("P34 headline", "Eds: Changes short headline. New approach."),
    ("P36", "EDITOR'S NOTE _ This is part of a series on the harbours of the north."),
    ("P37", "AP Photo OSLO105, OSLO106"),
    ("P38", "(Adds comments, detail)"),
    ("P38 paragraphs", "(Adds mayor's comments in paragraphs 13-14)"),
    ("P39", "(Recasts to add new source, adds share prices; changes dateline from BERGEN)"),
    ("P40", "(Updates with closing quotes, paragraphs 8-11)"),
    ("P50", "(Repeats without changes to widen distribution)"),
    ("P51", "# Notebook"),
    ("P51 note", "## Note to editors"),
    ("P52", "The following information is not intended for publication"),
    ("P53", "N i e u w bericht, vervangt: Havenbestuur sluit beide pieren"),
    ("P54", "SENT: 640 words, photos. UPCOMING: 800 words with new approach by 1700 GMT."),
    ("P54 wrap", "(HARBOUR WRAP with factbox to come)"),
    ("P57", "EMBARGOED UNTIL 0600 GMT on Friday"),
]

WITHDRAWN = [
    ("P30 kill", "KILL KILL KILL"),
    ("P30 hold", "HOLD HOLD HOLD"),
    ("P30 item", 'Please kill item xyz 157 "Harbour board closes piers".'),
    ("P31", "STORY WITHDRAWN"),
]

CORRECTIONS = [
    (
        "P35 restores",
        "Eds: Restores reference in 3rd paragraph to the year when the pier was built.",
    ),
    ("P41", "(Corrects title and name of the board in paragraph 9)"),
    (
        "P41 long",
        "(Corrects ferry revenue figure in sixth paragraph to $3.1 million. Error first appeared in UPDATE 1)",
    ),
    ("P42", "Corrects day of week in first paragraph"),
    (
        "P42 to read",
        'Corrects 7th paragraph to read: "Ferry traffic..." rather than "Ferry trade..."',
    ),
    ("P43", "(Changes source of information to the harbour board from first paragraph.)"),
    ("P44", "(Restores dropped word 'percent' in first paragraph)"),
    ("P45", "(Refiles to correct spelling of Larsen in paragraph six)"),
    ("P45 tail", "(This story was refiled to correct spelling of Larsen in the ninth paragraph)"),
    ("P46", "(This version of the story corrects the ferry revenue figure.)"),
    (
        "P46 passive",
        "(The story has been corrected as the board corrected figures in paragraph 5, 12)",
    ),
    (
        "P47",
        "-- corrects size of profit in second paragraph of the item that first ran on March 3.",
    ),
    ("P47 company", "(Company corrects pay date, April 25, not April 28 in story)"),
    ("P47 -ing", "(Correcting unit's output to barrels/day from barrels/year)"),
    (
        "P48",
        'In Oslo item "Harbour board closes piers" please read in page 3, first para, "both" (inserting dropped word).',
    ),
    (
        "P49",
        "In a story published April 8, 2021, about the piers, the agency reported erroneously that three would close.",
    ),
    ("refile alone", "(Refiles to fix headline)"),
    ("mixed", "(Adds details, corrects name of the mayor in paragraph 3)"),
    ("sentence", "Correction: An earlier version of this story misspelled the name of the mayor."),
]

TAILS = [
    ("P96", "(Reporting by Ann Lee in Bergen; Editing by Bo Ek and Di Moe)", "credit"),
    ("P96 compiled", "(Compiled by Bergen Newsroom; Editing by Bo Ek)", "credit"),
    ("P96 created", "(Created by Bo Ek)", "credit"),
    ("P96 typo", "(Additonal reporting by Ann Lee; writing by Bo Ek)", "credit"),
    (
        "P96 doubled",
        "((Reporting by Ann Lee, editing by Bo Ek; Reuters Messaging: ann.lee))",
        "credit",
    ),
    ("P97", "APTN contributor Ann Lee in Bergen helped with this story.", "credit"),
    (
        "P97 writers",
        "Lee reported from Bergen. Associated Press writers Bo Ek and Di Moe contributed to this report.",
        "credit",
    ),
    ("P97 assistance", "--With assistance from Ann Lee.", "credit"),
    (
        "P98",
        "To contact the reporter on this story: Ann Lee in Oslo at alee@example.org",
        "contact",
    ),
    (
        "P98 editors",
        "To contact the editors responsible for this story: Bo Ek at bek@example.org, ;Di Moe at dmoe@example.org",
        "contact",
    ),
    ("P99", "- Reporting by: Ann Lee in Oslo", "credit"),
    ("P99 desk", "(Nordic Shipping Desk; +47-646 223-6300)", "contact"),
    ("P99 mail", "((Ann.Lee@example.org;))", "contact"),
    ("P100", "dpa xyz abc def", "credit"),
    ("P100 capitals", "AAP XYZ ab", "credit"),
    ("P100 slashes", "ab/cd/ef/gh", "credit"),
    ("P101", "REUTER", "end_mark"),
    ("P101 dots", "REUTER...", "end_mark"),
    ("P101 ends", "ends", "end_mark"),
    ("P101 Kyodo", "==Kyodo", "end_mark"),
    ("P101 source", "SOURCE Harbour Holdings, Inc.", "end_mark"),
    ("P101 thirty", "-30-", "end_mark"),
    ("P101 hashes", "###", "end_mark"),
    ("P101 bracket", "(END)", "end_mark"),
    ("P95", "More", "end_mark"),
    ("P102", "©2020 Bloomberg L.P.", "copyright"),
    ("P102 space", "© 2024 AFP", "copyright"),
    (
        "P102 click",
        "(c) Copyright Thomson Reuters 2014. Click For Restrictions - https://example.org",
        "copyright",
    ),
    (
        "P102 long",
        "Copyright © 2020 The Gazette. All rights reserved. This material may not be published or redistributed.",
        "copyright",
    ),
    (
        "P102 Spanish",
        "© EFE 2019. Está expresamente prohibida la redistribución de los contenidos.",
        "copyright",
    ),
    ("P102 German", "Copyright 2022, dpa (www.example.org). Alle Rechte vorbehalten", "copyright"),
    (
        "P102 French",
        "© 2000 AFP. Tous droits de reproduction et de représentation réservés.",
        "copyright",
    ),
    ("P55", "NO ARCHIVAL USE", "copyright"),
    ("P103", "This story was generated by Example Automation (http://example.org).", "clutter"),
    (
        "P103 opinion",
        "The views and opinions expressed herein are the views and opinions of the author.",
        "clutter",
    ),
    ("P103 source", "View source version on example.org: https://example.org/1", "clutter"),
]

BETWEEN = [
    ("P86", "Quiet Waters", "crosshead"),
    ("P86 capitals", "NEXT STEPS", "crosshead"),
    ("P86 question", '"WHOSE PIER?"', "crosshead"),
    ("P88", "Mayor’s Plan for ‘New Quay’ Draws Fire From Coastal Fishing Towns", "promo"),
    ("P88 cue", "Read more: Mayor opens the new quay", "promo"),
    ("P89", "___", "clutter"),
    ("P89 stars", "* * * *", "clutter"),
    ("P89 hyphens", "-------------------", "clutter"),
    ("P91", "($1 = 9.9300 Norwegian crowns)", "paragraph"),
    ("P94", "13:00\tBergen\t2\n14:00\tOslo\t3\n15:00\tMoss\t1", "table"),
    ("P104", "Photo: Ann Lee, AP", "caption"),
    ("P104 credit", "Ann Lee, AFP/Getty Images", "caption"),
    ("P104 still", "Still image from video shows the old quay at dawn.", "caption"),
    ("P104 German", "Foto: Ann Lee / dpa", "caption"),
    ("share", "Share on Facebook", "clutter"),
    ("ad", "Advertisement", "clutter"),
    ("counter", "Image 2 of 4", "clutter"),
    ("script", "window._example = window._example || [];", "clutter"),
    ("bullet", "* The board met on Friday", "paragraph"),
    (
        "no final point",
        "The board said that it would meet again on Friday to decide about the second pier",
        "paragraph",
    ),
    (
        "quotation",
        "“It was the only way to save what is left of the old pier,” said the mayor",
        "paragraph",
    ),
    (
        "German nouns",
        "Die Bundesregierung will den Hafen von Kiel im Sommer für zwei Jahre schließen",
        "paragraph",
    ),
]


@pytest.mark.parametrize("line", [row[1] for row in HEADERS], ids=[row[0] for row in HEADERS])
def test_header_is_recognised(line: str) -> None:
    """Set a line of transmission or leaked metadata apart (P1-P11)."""
    assert before(line) == "header"


@pytest.mark.parametrize("line", [row[1] for row in SLUGLINES], ids=[row[0] for row in SLUGLINES])
def test_slugline_is_recognised(line: str) -> None:
    """Take keyword and version lines above the headline for sluglines (P12-P20, P33)."""
    assert before(line) == "slugline"


@pytest.mark.parametrize(
    "line",
    [row[1] for row in ADVISORIES + WITHDRAWN],
    ids=[row[0] for row in ADVISORIES + WITHDRAWN],
)
def test_advisory_is_recognised_above_and_below_a_story(line: str) -> None:
    """Take notes to desks for advisories wherever they stand (P30-P40, P50-P54, P57)."""
    assert (before(line), after(line)) == ("advisory", "advisory")


@pytest.mark.parametrize(
    "line", [row[1] for row in CORRECTIONS], ids=[row[0] for row in CORRECTIONS]
)
def test_correction_is_recognised_by_its_content(line: str) -> None:
    """Take notes that name what was wrong for corrections, soft words or plain (P35, P41-P49)."""
    assert (before(line), after(line)) == ("correction", "correction")


@pytest.mark.parametrize(
    ("line", "kind"), [row[1:] for row in TAILS], ids=[row[0] for row in TAILS]
)
def test_tail_is_recognised(line: str, kind: str) -> None:
    """Tell credits, contacts, sign-offs, end marks, rights and disclaimers (P95-P103)."""
    assert after(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"), [row[1:] for row in BETWEEN], ids=[row[0] for row in BETWEEN]
)
def test_line_between_paragraphs_is_told_apart(line: str, kind: str) -> None:
    """Tell crossheads, promos, tables, captions and clutter from the story (P86-P94, P104)."""
    assert between(line) == kind


BYLINES = [
    ("P58", "By ANN LEE="),
    ("P58 two", "By ANN LEE and BO EK="),
    ("P59", "By Ann Lee, Reuters"),
    ("P59 title", "By Ann Lee, Press Association Political Correspondent"),
    ("P60", "By Ann Lee and Guillermo Ek-Moe"),
    ("P63", "By The Associated Press="),
    ("P63 correspondents", "By dpa correspondents ="),
    ("P64", "By ANN LEEAP Business Writer"),
    ("French", "Par Ann Lee"),
    ("German", "Von Ann Lee, dpa"),
]


@pytest.mark.parametrize("line", [row[1] for row in BYLINES], ids=[row[0] for row in BYLINES])
def test_byline_is_recognised_under_a_headline(line: str) -> None:
    """Read a byline between headline and story (P58-P64)."""
    article = read(f"Harbour board closes piers for repairs\n{line}\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article) == ["headline", "byline", "paragraph", "paragraph"]
    assert article.byline == line.rstrip(" =")


def test_title_line_under_a_byline_is_part_of_it() -> None:
    """Take a writer's title on a line of its own for a byline too (P58)."""
    article = read(f"Harbour board closes piers\n\nBy ANN LEE=\nAP Sports Writer=\n\n{_LEAD}")

    assert kinds(article) == ["headline", "byline", "byline", "paragraph"]


def test_name_without_by_before_a_dateline_is_a_byline() -> None:
    """Mend a byline that lost its first word (P62)."""
    article = read(f"Harbour board closes piers for repairs\n\nAnn Lee\n\n{_LEAD}")

    assert kinds(article) == ["headline", "byline", "paragraph"]


HEADLINES = [
    ("P22", "Harbour board closes both piers (2)"),
    ("P21", "(2nd LD) Harbour board closes both piers"),
    ("P23", "UPDATE 2-Harbour board closes both piers"),
    ("P24", "CORRECTED-Harbour board closes both piers"),
    ("P24 brackets", "(CORRECTED) - HARBOUR BOARD <HARB> CLOSES PIERS"),
    ("P24 colon", "CORRECTION: Harbour board closes both piers"),
    ("P25", "RPT-HARBOUR BOARD CLOSES BOTH PIERS"),
    ("P26", "Exclusive: Harbour board closes both piers"),
    ("P27", "TALKING POINT/HARBOUR BOARD <HARB> CLOSES PIERS"),
    ("P28", "SHIPPING-Harbour board closes both piers"),
    ("P32", "Clarification: Harbour board story"),
    ("false friend", "Coca-Cola opens harbour plant after long delay"),
    ("question", "Will the harbour board close both piers?"),
    ("quotation", "'Nobody asked us,' say fishermen"),
    ("abbreviation", "Harbour board sells both piers in the U.S."),
]


@pytest.mark.parametrize("line", [row[1] for row in HEADLINES], ids=[row[0] for row in HEADLINES])
def test_headline_is_read_with_its_tag(line: str) -> None:
    """Read the first line above a dateline as the headline, its tag included (P21-P32)."""
    article = read(f"{line}\n\n{_LEAD}\n\n{_SECOND}")

    assert article.headline == line
    assert kinds(article) == ["headline", "paragraph", "paragraph"]


def test_sign_that_ends_a_line_of_transmission_is_no_part_of_the_headline() -> None:
    """Leave the sign at the end of a transmitted headline out of what is shown (P10)."""
    article = read(f"Harbour board closes both piers =\n\n{_LEAD}\n\n{_SECOND}")

    assert article.headline == "Harbour board closes both piers"


def test_alert_of_one_line_is_a_headline() -> None:
    """Take a single line without a story for a headline (P29)."""
    article = read("HARBOUR BOARD SAYS BOTH PIERS WILL CLOSE ON MONDAY")

    assert kinds(article) == ["headline"]


def test_bullets_above_the_byline_are_paragraphs() -> None:
    """Keep the points that summarise a story as story (P56)."""
    article = read(
        f"Harbour board closes piers\n\n* Both piers shut until spring - board\n\nBy Ann Lee\n\n{_LEAD}"
    )

    assert kinds(article) == ["headline", "paragraph", "byline", "paragraph"]


def test_text_without_headline_has_none() -> None:
    """Find no headline where the story opens at once."""
    article = read(f"{_LEAD}\n\n{_SECOND}\n\n{_THIRD}")

    assert article.headline is None
    assert kinds(article) == ["paragraph"] * 3


def test_raw_transmission_is_read() -> None:
    """Hear the words of a raw item through its control characters and line signs (P1-P10)."""
    text = "\r\n".join(
        [
            "\x16\x16\x01W1234\x1fasian",
            "r a\x13\x11 BC-NO--Harbour-Piers 1stLd-Writethru   11-13 0693",
            "\x02^BC-NO--Harbour Piers, 1st Ld-Writethru,140<",
            "^Piers close for repairs in northern harbour<",
            "^Eds: Restores reference in 3rd paragraph to the year.<",
            "^By ANN LEE=",
            "^Associated Press=",
            f"   {_LEAD}",
            f"   {_SECOND}",
            "___",
            "\x03AP-WF-11-13-13 0745GMT<",
            "\x04",
        ]
    )

    article = read(text)

    assert kinds(article) == [
        *("header", "header", "slugline", "headline", "correction", "byline", "byline"),
        *("paragraph", "paragraph", "clutter", "header", "header"),
    ]
    assert article.headline == "Piers close for repairs in northern harbour"
    assert article.slug == "BC-NO--Harbour Piers, 1st Ld-Writethru,140"


def test_all_below_a_wall_is_for_desks() -> None:
    """Set apart what follows a line that says "not for publication" (P52)."""
    wall = "* * * *\nThe following information is not intended for publication"

    article = read(
        f"{_LEAD}\n\n{_SECOND}\n\n{wall}\n\nThe board's office is at Pier Street 1, Oslo."
    )

    assert kinds(article) == ["paragraph", "paragraph", "clutter", "advisory", "advisory"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By our maritime staff and Northline", "byline"),
        ("By a staff reporter in Oslo", "byline"),
        ("From our wires", "byline"),
        ("From wire services", "byline"),
        ("Meridian", "credit"),
        ("(Meridian)", "credit"),
        ("Northline News", "byline"),
        ("Where the ferries will sail from now on", "headline"),
    ],
)
def test_a_line_under_the_headline_is_told_from_a_second_one(line: str, expected: str) -> None:
    """An agency alone on its line, known or not, is no headline; neither is a staff without names."""
    article = read(f"Harbour board closes piers for repairs\n\n{line}\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article)[:2] == ["headline", expected]


def test_a_last_line_that_repeats_the_datelines_credit_is_a_credit() -> None:
    """An agency that nobody knows is known by the dateline."""
    lead = _LEAD.replace("(AP)", "(Northline)")
    article = read(f"{lead}\n\n{_SECOND}\n\nNorthline")

    assert kinds(article)[-1] == "credit"


def test_what_money_is_worth_is_no_table() -> None:
    """Notes of exchange rates are spans of the story, however many figures they hold."""
    article = read(f"{_LEAD}\n{_SECOND}\n($1 = 7.4200 crowns)\n(1 euro = 8.1000 crowns)")

    assert "table" not in kinds(article)
