"""Families of lines met in copy that no measuring data holds, each beside the sentence that is none."""

import pytest
from tests.wire.unseen import HEADLINE, LEAD, PLAIN, SECOND, THIRD, between, kinds, last

from variorum.text import LineageKind
from variorum.wire.reader import read


@pytest.mark.parametrize(
    "line",
    [
        "abc-defg/hij/kl",
        "XY4-AB/ 09 NOV 23 05:20",
        "NPA/ABC/DE/1540 hrs",
        "(NPA) xvb ymlj",
        "-0- NPA AB/CDE 05Nov2003",
        "(TIP, VAD)",
        "ABC DEF",
        "0041",
        "21:14 LOCAL TIME 18:14 GMT",
        "Quelle: N.P.Z.",
        "Reuters/Ann Lee/Bo Ek",
        "The AP, New York",
    ],
)
def test_line_of_codes_below_the_story_is_a_credit(line: str) -> None:
    """Read what a desk sets below its copy: agency, initials, clock, number."""
    assert last(line) == "credit"


@pytest.mark.parametrize(
    "line",
    [
        "AC Milan 2 Roma 0",
        "The toll: 41",
        "We go on",
        "Boats at sea in May 2004",
        "On 3 May the AFP office closed.",
        "No. It was 14:30 GMT.",
    ],
)
def test_last_words_of_a_story_are_no_codes(line: str) -> None:
    """Leave short last lines in the story where they are words."""
    assert last(line) in {"paragraph", "crosshead"}


def test_codes_need_an_agency_above() -> None:
    """Leave capitals below a story whose copy names no agency."""
    assert last("ABC DEF", lead=PLAIN) == "paragraph"


def test_byline_once_more_below_the_story_is_a_credit() -> None:
    """Set the writer's name apart where it stands below the story again."""
    article = read(
        f"{HEADLINE}\n\nBy Marta Quill\n\n{LEAD}\n\n{SECOND}\n\nMarta Quill (Oslo, special envoy)"
    )

    assert kinds(article)[-1] == "credit"


def test_name_of_another_below_the_story_stays() -> None:
    """Leave a name that did not sign the copy: it may be the last of a list."""
    article = read(f"{HEADLINE}\n\nBy Marta Quill\n\n{LEAD}\n\n{SECOND}\n\nBo Ek (Oslo)")

    assert kinds(article)[-1] == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("-- Oslo newsroom 47-2-3538254", "contact"),
        ("To see the firm's results, double-click on HARB.OL", "clutter"),
        ("Order Reprints | Today’s Paper | Subscribe", "clutter"),
        ("Facebook\u00a0Twitter\u00a0WhatsApp Email", "clutter"),
        ("Home > World > Europe", "clutter"),
        ("[Read: Why the old pier stays shut]", "promo"),
        ("About the Author", "clutter"),
        (
            "A version of this article appears in print on May 3, 2015, Section A, Page 6.",
            "clutter",
        ),
        ("Een versie van dit artikel verscheen ook in de krant van 5 april 2022.", "clutter"),
        ("This e-mail and any attachments are confidential and meant for its reader.", "clutter"),
        ("(This story was produced with support from the Quill Foundation.)", "clutter"),
        ("Compiled by Oslo bureau; Editing by Bo Ek", "credit"),
        ("Kitchen boats lie in the old dock. Photo by B. Ek/NPA", "caption"),
        ("Die Mühle steht seit Mai still. Bild: dpa", "caption"),
    ],
)
def test_foot_of_many_papers_is_set_apart(line: str, kind: str) -> None:
    """Read the standing lines below a story."""
    assert last(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "About the author of the plan nothing is known, the board said.",
        "To see the pier, visitors click on a map that the town put up last year.",
        "Home is where the boats are > that is what they say here, said Ann Lee.",
        "She said the photograph was hers. Photo by photo, the case was made.",
        "This e-mail and any that followed were read in court, the judge said.",
        "A version of this article of faith was read aloud, the priest said.",
        "Share prices, print runs and more fell on Monday.",
    ],
)
def test_sentences_that_open_like_the_foot_stay(line: str) -> None:
    """Leave sentences in the story whose first words a page uses too."""
    assert between(line) == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "For release Sunday, Nov. 29, and thereafter",
        "FOR RELEASE AT 6 A.M. EST MONDAY",
        "For use after 12:01 a.m. Friday",
        "Sperrfrist: 12. Mai, 10.00 Uhr",
    ],
)
def test_hold_until_its_day_is_an_advisory(line: str) -> None:
    """Read from when copy may be used, and that it was sent before."""
    article = read(f"{line}\n\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")

    assert kinds(article)[:2] == ["advisory", "headline"]
    assert [mark.kind for mark in article.lineage] == [LineageKind.ADVANCE]


def test_a_release_from_prison_is_no_advisory() -> None:
    """Leave a sentence that opens with the same words."""
    assert between("For release on Monday he had hoped in vain, his lawyer said.") == "paragraph"


@pytest.mark.parametrize(
    ("opening", "place", "credit", "date"),
    [
        ("VIENNA, Nov. 4.—(UP)—", "VIENNA", "UP", "--11-04"),
        ("Tarsk, March 09, 2022, NPA -- ", "Tarsk", "NPA", "2022-03-09"),
        ("МОСКВА, 25 авг - РИА Новости. ", "МОСКВА", "РИА Новости", "--08-25"),
        ("(Keystone-SDA) ", None, "Keystone-SDA", None),
        ("LOWER MARDEN: ", "LOWER MARDEN", None, None),
        ("BATHINDA: ", "BATHINDA", None, None),
    ],
)
def test_dateline_of_other_desks(
    opening: str, place: str | None, credit: str | None, date: str | None
) -> None:
    """Read datelines with other signs between their parts, and of towns that no list holds."""
    article = read(f"{HEADLINE}\n\n{opening}{PLAIN}\n\n{SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == place
    assert article.dateline.credit == credit
    assert (article.dateline.date.isoformat() if article.dateline.date else None) == date
    assert kinds(article) == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"MAYOR: {PLAIN}", f"QUESTION: {SECOND}"),
        (f"ENERGY: {PLAIN}", "The energy bill rose by a third last year, the board said."),
        (f"HARLOW: I do not know. {PLAIN}", SECOND),
        (f"NOTE: {PLAIN}", SECOND),
    ],
)
def test_label_in_capitals_is_no_dateline(one: str, two: str) -> None:
    """Take no speaker, topic or label for a town."""
    assert read(f"{HEADLINE}\n\n{one}\n\n{two}").dateline is None


def test_town_alone_under_the_byline_opens_the_story() -> None:
    """Read a town in capitals with its land, alone on its line, as the dateline."""
    article = read(f"{HEADLINE}\n\nBy Marta Quill\n\nTARSK, Türkiye\n\n{PLAIN}\n\n{SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == "TARSK, Türkiye"
    assert kinds(article) == ["headline", "byline", "paragraph", "paragraph"]


def test_several_bare_names_between_headline_and_story_are_the_byline() -> None:
    """Read writers that lost their `By`, over a line of the page."""
    article = read(f"{HEADLINE}\n\nMarta Quill, Bo Ek\n\n4 min read\n\n{LEAD}\n\n{SECOND}")

    assert article.byline == "Marta Quill, Bo Ek"
    assert kinds(article)[1] == "byline"


def test_section_above_the_headline_is_no_byline() -> None:
    """Take the name of a section above the page's day for no writer's."""
    article = read(f"Science News\nMay 3, 2015 / 2:18 PM\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")

    assert article.byline is None
    assert article.headline == HEADLINE


@pytest.mark.parametrize(
    "stamp",
    [
        "NOVEMBER 12, 2018 / 7:06 AM / UPDATED 3 YEARS AGO",
        "October 29, 2021 07:00 AM Eastern Daylight Time",
        "APTV-03-22-11 1015CDT",
        "NPA 051414 GMT OCT 22",
        "ISIN  DE000A0XYZ12",
    ],
)
def test_stamps_of_other_systems_are_headers(stamp: str) -> None:
    """Read days, clocks and numbers of securities as pages and circuits print them."""
    article = read(f"{stamp}\n\n{HEADLINE}\n\n{LEAD}\n\n{SECOND}")

    assert kinds(article)[:2] == ["header", "headline"]


def test_head_of_a_message_is_a_header() -> None:
    """Set the head of an e-mail apart, and take the headline below it."""
    head = "-----Original Message-----\r\nFrom: Desk <desk@example.com>\r\nSent: Tuesday 09:14\r\n"
    article = read(
        f"{head}To: Quill, Marta\r\nSubject: FW: {HEADLINE}\r\n\r\n{HEADLINE}\r\n\r\n{LEAD}"
    )

    assert kinds(article) == ["header"] * 5 + ["headline", "paragraph"]
    assert article.headline == HEADLINE


def test_two_labels_of_a_message_prove_nothing() -> None:
    """Leave a story that opens two lines with such words."""
    article = read(
        f"{HEADLINE}\n\n{LEAD}\n\nFrom: a friend.\n\nTo: the people of Tarsk.\n\n{THIRD}"
    )

    assert "header" not in kinds(article)


_RELEASE = "DULUTH, Minn.--(BUSINESS WIRE)--Tarn Robotics, Inc. today reported results for May."


def test_standing_matter_of_a_release_is_clutter() -> None:
    """Set apart what a release says of its firm and of the future; keep the titles of its tables."""
    article = read(
        f"Tarn reports results\n\n{_RELEASE}\n\nHighlights of May\n\n- Sold 41 boats\n\n"
        "About Tarn Robotics\n\nTarn Robotics builds machines for fishermen on three coasts.\n\n"
        "Forward-Looking Statements\n\nActual results may differ from what is said here.\n\n"
        "CONSOLIDATED BALANCE SHEET\n\nCash          12   14\nDebt           3    2"
    )

    assert kinds(article)[2] == "crosshead"
    assert kinds(article)[4:8] == ["clutter"] * 4
    assert all(kind != "clutter" for kind in kinds(article)[8:])


def test_about_is_a_crosshead_in_a_story() -> None:
    """Leave the same head in copy that no distributor of releases sent."""
    article = read(f"{HEADLINE}\n\n{LEAD}\n\nAbout Tarn Robotics\n\n{SECOND}\n\n{THIRD}")

    assert kinds(article)[2:] == ["crosshead", "paragraph", "paragraph"]


def test_results_in_agate_are_a_table() -> None:
    """Read lines of results with low dashes for long ones as rows."""
    article = read(
        f"{HEADLINE}\n\n{LEAD}\n\nShots on Goal_Tarsk 11-9-14_34. Oslo 6-8-5_19.\n\nA_612 (900). T_2:11."
    )

    assert kinds(article)[2:] == ["table"]


def test_rows_do_not_pull_the_headline_into_wrapped_lines() -> None:
    """Judge the layout without the rows of a table."""
    article = read(
        "TABLE-Tarn Foods results\nOSLO, May 3 (Reuters) - Tarn Foods Corp\n"
        "              6 months ended   6 months ended   Year to\n"
        "              Dec 31, 2012     Dec 31, 2011     Jun 30, 2013\n"
        "Sales            12.34            11.90          25.00\n"
        "Operating         0.61             0.55           1.20"
    )

    assert article.headline == "TABLE-Tarn Foods results"
    assert kinds(article) == ["headline", "paragraph", "table"]


def test_note_on_two_lines_of_wrapped_copy_is_read() -> None:
    """Find the phrase of a credit that a hard break cuts in two."""
    credit = "Northline writer Colm Berrigan in Boston contributed to this\nreport."

    assert last(credit) == "credit"
