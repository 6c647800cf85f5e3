"""Families of lines met in copy that no measuring data holds, each beside the sentence that is none."""

import pytest

from variorum.text import Article, LineageKind
from variorum.wire.reader import read

_HEADLINE = "Harbour board closes piers for repairs"
_LEAD = "OSLO, May 3 (NPA) - The harbour board said on Monday that it would close both piers."
_PLAIN = "The harbour board said on Monday that it would close both piers for the winter."
_SECOND = "Ferries will sail from the new quay until the spring, the board said in a statement."
_THIRD = "Fishermen along the coast had not been asked before the plan was made."


def kinds(article: Article) -> list[str]:
    """Return the kinds of an article's passages in order."""
    return [passage.kind.value for passage in article.passages]


def last(line: str, *, lead: str = _LEAD) -> str:
    """Return the kind of a line below the story's last sentence."""
    return kinds(read(f"{_HEADLINE}\n\n{lead}\n\n{_SECOND}\n\n{line}"))[-1]


def between(line: str) -> str:
    """Return the kind of a line between two paragraphs."""
    return kinds(read(f"{_HEADLINE}\n\n{_LEAD}\n\n{line}\n\n{_SECOND}"))[2]


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
    assert last("ABC DEF", lead=_PLAIN) == "paragraph"


def test_byline_once_more_below_the_story_is_a_credit() -> None:
    """Set the writer's name apart where it stands below the story again."""
    article = read(
        f"{_HEADLINE}\n\nBy Marta Quill\n\n{_LEAD}\n\n{_SECOND}\n\nMarta Quill (Oslo, special envoy)"
    )

    assert kinds(article)[-1] == "credit"


def test_name_of_another_below_the_story_stays() -> None:
    """Leave a name that did not sign the copy: it may be the last of a list."""
    article = read(f"{_HEADLINE}\n\nBy Marta Quill\n\n{_LEAD}\n\n{_SECOND}\n\nBo Ek (Oslo)")

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
    article = read(f"{line}\n\n{_HEADLINE}\n\n{_LEAD}\n\n{_SECOND}")

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
    article = read(f"{_HEADLINE}\n\n{opening}{_PLAIN}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == place
    assert article.dateline.credit == credit
    assert (article.dateline.date.isoformat() if article.dateline.date else None) == date
    assert kinds(article) == ["headline", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (f"MAYOR: {_PLAIN}", f"QUESTION: {_SECOND}"),
        (f"ENERGY: {_PLAIN}", "The energy bill rose by a third last year, the board said."),
        (f"HARLOW: I do not know. {_PLAIN}", _SECOND),
        (f"NOTE: {_PLAIN}", _SECOND),
    ],
)
def test_label_in_capitals_is_no_dateline(one: str, two: str) -> None:
    """Take no speaker, topic or label for a town."""
    assert read(f"{_HEADLINE}\n\n{one}\n\n{two}").dateline is None


def test_town_alone_under_the_byline_opens_the_story() -> None:
    """Read a town in capitals with its land, alone on its line, as the dateline."""
    article = read(f"{_HEADLINE}\n\nBy Marta Quill\n\nTARSK, Türkiye\n\n{_PLAIN}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == "TARSK, Türkiye"
    assert kinds(article) == ["headline", "byline", "paragraph", "paragraph"]


def test_several_bare_names_between_headline_and_story_are_the_byline() -> None:
    """Read writers that lost their `By`, over a line of the page."""
    article = read(f"{_HEADLINE}\n\nMarta Quill, Bo Ek\n\n4 min read\n\n{_LEAD}\n\n{_SECOND}")

    assert article.byline == "Marta Quill, Bo Ek"
    assert kinds(article)[1] == "byline"


def test_section_above_the_headline_is_no_byline() -> None:
    """Take the name of a section above the page's day for no writer's."""
    article = read(f"Science News\nMay 3, 2015 / 2:18 PM\n{_HEADLINE}\n\n{_LEAD}\n\n{_SECOND}")

    assert article.byline is None
    assert article.headline == _HEADLINE


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
    article = read(f"{stamp}\n\n{_HEADLINE}\n\n{_LEAD}\n\n{_SECOND}")

    assert kinds(article)[:2] == ["header", "headline"]


def test_head_of_a_message_is_a_header() -> None:
    """Set the head of an e-mail apart, and take the headline below it."""
    head = "-----Original Message-----\r\nFrom: Desk <desk@example.com>\r\nSent: Tuesday 09:14\r\n"
    article = read(
        f"{head}To: Quill, Marta\r\nSubject: FW: {_HEADLINE}\r\n\r\n{_HEADLINE}\r\n\r\n{_LEAD}"
    )

    assert kinds(article) == ["header"] * 5 + ["headline", "paragraph"]
    assert article.headline == _HEADLINE


def test_two_labels_of_a_message_prove_nothing() -> None:
    """Leave a story that opens two lines with such words."""
    article = read(
        f"{_HEADLINE}\n\n{_LEAD}\n\nFrom: a friend.\n\nTo: the people of Tarsk.\n\n{_THIRD}"
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
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\nAbout Tarn Robotics\n\n{_SECOND}\n\n{_THIRD}")

    assert kinds(article)[2:] == ["crosshead", "paragraph", "paragraph"]


def test_results_in_agate_are_a_table() -> None:
    """Read lines of results with low dashes for long ones as rows."""
    article = read(
        f"{_HEADLINE}\n\n{_LEAD}\n\nShots on Goal_Tarsk 11-9-14_34. Oslo 6-8-5_19.\n\nA_612 (900). T_2:11."
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


@pytest.mark.parametrize(
    "line",
    [
        "Marta Quill, University of Tarsk",
        "Marta Quill, Keystone-SDA",
        "Marta Quill",
    ],
)
def test_writer_and_house_under_the_headline_are_the_byline(line: str) -> None:
    """Read a writer with the house behind a comma, over lines that are still open."""
    article = read(
        f"{_HEADLINE}\n\n{line}\n\nA deck of the page that says more\n\n{_PLAIN}\n\n{_SECOND}"
    )

    assert kinds(article)[1] == "byline"


@pytest.mark.parametrize("line", ["Tarsk, Velmar", "Northline Magazine", "World News"])
def test_place_or_paper_under_the_headline_is_no_byline(line: str) -> None:
    """Take no town and no paper for a writer."""
    article = read(
        f"{_HEADLINE}\n\n{line}\n\nA deck of the page that says more\n\n{_PLAIN}\n\n{_SECOND}"
    )

    assert kinds(article)[1] != "byline"


@pytest.mark.parametrize(
    "stamp",
    [
        "Updated Sep 14, 2021 - Politics & Policy",
        "This content was published on October 29, 2022 - 11:00",
        "12/07/2018 00:55 Actualizado a 12/07/2018 10:14",
        "03-March-2018 17:32 IST",
    ],
)
def test_stamps_of_other_pages_are_headers(stamp: str) -> None:
    """Read days with a section, with hyphens, or twice in figures."""
    article = read(f"{stamp}\n\n{_HEADLINE}\n\n{_PLAIN}\n\n{_SECOND}")

    assert kinds(article)[:2] == ["header", "headline"]


def test_writer_before_a_stamp_without_a_bar_is_the_byline() -> None:
    """Cut a writer from `Published` and the day."""
    line = "Marta Quill Published May 11, 2021 Updated May 11, 2021 10:02am"
    article = read(f"{_HEADLINE}\n\n{line}\n\n{_PLAIN}\n\n{_SECOND}")

    assert article.byline == "Marta Quill"
    assert kinds(article)[1:3] == ["byline", "header"]


@pytest.mark.parametrize(
    "line",
    [
        "A baker slides bread into an oven in Tarsk [Marta Quill/Northline]",
        "Crossing in Tarsk: no red, no green Foto: Bo Ek / NORTHLINE",
        "The barge lies at the old quay. MARTA QUILL / Le Nord",
        "The fog lies over the lake on most days. Keystone / Bo Ek",
    ],
)
def test_picture_with_its_photographer_is_a_caption(line: str) -> None:
    """Read a caption by the photographer and the house behind it."""
    assert between(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "AID FOR NORTHERN BARLEY/RYE FARMS MAY COME SOON",
        "The photo: Ann Lee had never seen it, she said.",
        "The board met the union. Talks on Pier A/B went on.",
    ],
)
def test_line_with_a_slash_or_a_photo_stays(line: str) -> None:
    """Leave lines in the story that hold such signs for other reasons."""
    assert between(line) in {"paragraph", "crosshead"}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(BEGIN OPTIONAL TRIM)", "advisory"),
        ("(STORY CAN END HERE. OPTIONAL MATERIAL FOLLOWS.)", "advisory"),
        ("Go deeper: The slow death of the lock", "promo"),
    ],
)
def test_marks_between_paragraphs_are_set_apart(line: str, kind: str) -> None:
    """Read what tells desks where to cut, and links in other words."""
    assert between(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Distributed by Northline/Quill Information Services.", "credit"),
        ("责任编辑：周文", "credit"),
        ("Πηγή: ΑΠΕ-ΜΠΕ", "credit"),
        ("Visit the Sun on the World Wide Web at http://www.sun.example/", "clutter"),
        ("2 minuti di lettura", "clutter"),
        ("Transcripts are created on a rush deadline by a contractor.", "clutter"),
        ("DOI: 10.9999/mml.2020.114", "header"),
    ],
)
def test_foot_of_still_more_papers_is_set_apart(line: str, kind: str) -> None:
    """Read the standing lines of syndicates, radios, journals and other scripts."""
    assert last(line) == kind


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("Bergen, Norway (June 12, 2020) — ", "Bergen, Norway", "2020-06-12"),
        ("QUEENSTOWN, Nov. 19.-", "QUEENSTOWN", "--11-19"),
    ],
)
def test_dateline_with_a_day_in_brackets_or_a_glued_dash(
    opening: str, place: str, date: str
) -> None:
    """Read releases' datelines, and those that lost the space behind the dash."""
    article = read(f"{_HEADLINE}\n\n{opening}{_PLAIN}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.date is not None
    assert (article.dateline.place, article.dateline.date.isoformat()) == (place, date)


def test_label_of_a_record_is_no_update() -> None:
    """Read `UPDATE: 15 February` in a record as its day, not as the descent of the copy."""
    article = read(
        f"LENGTH: 211 words\n\nLOAD-DATE: 14 February 2011\n\nUPDATE: 15 February 2011\n\n{_HEADLINE}\n\n{_LEAD}"
    )

    assert article.lineage == ()


def test_button_in_capitals_above_a_dateline_is_no_place() -> None:
    """Take no line in capitals for the dateline where the next paragraph has one."""
    article = read(f"{_HEADLINE}\n\nBy Marta Quill\n\nKEEP THIS STORY\n\n{_LEAD}\n\n{_SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == "OSLO"


def test_kicker_with_an_apostrophe_is_not_the_headline() -> None:
    """Take the longer line below a kicker, whatever apostrophe the kicker has."""
    article = read(f"Velmar’s trams\n{_HEADLINE}\n\n{_PLAIN}\n\n{_SECOND}")

    assert article.headline == _HEADLINE


def test_headline_above_a_pictures_credit_is_none_of_its_caption() -> None:
    """Keep the headline where a page sets its day above and a picture below it."""
    article = read(
        f"Nov. 3, 2018\n\n{_HEADLINE}\n\nA street in Tarsk. Bo Ek / NPA\n\n{_PLAIN}\n\n{_SECOND}"
    )

    assert kinds(article)[:3] == ["header", "headline", "caption"]


@pytest.mark.parametrize(
    "lines",
    [
        "Published Tuesday, November 3, 2020 6:12AM EST\nLast Updated Tuesday, November 3, 2020 8:40AM EST",
        "January 9, 2020 (Northline Tarsk)",
        "Northline Post Published May 4, 2017",
        "2021.03.12 14:22",
    ],
)
def test_stamps_with_a_papers_name_or_below_one_another_are_headers(lines: str) -> None:
    """Read two stamps as no table, and the paper's name as part of one."""
    article = read(f"{lines}\n\n{_HEADLINE}\n\n{_PLAIN}\n\n{_SECOND}")

    assert set(kinds(article)[: lines.count("\n") + 1]) == {"header"}
    assert article.headline == _HEADLINE


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("#Tarsk #Piers", "clutter"),
        ("89 Postings", "clutter"),
        ("Follow Radio Tarsk on Facebook, X and Instagram. Send us your news.", "clutter"),
        ("Copying, publishing, announcing any of this without consent is prohibited.", "copyright"),
        ("(Japanese original by Bo Ek, Tarsk Bureau)", "credit"),
        ("The pub on its hottest day. (NPA News: Bo Ek)", "caption"),
    ],
)
def test_foot_of_pages_in_the_net_is_set_apart(line: str, kind: str) -> None:
    """Read labels of nets, counts of comments, pleas to follow, rights."""
    assert last(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "#MeToo changed the harbour, she said.",
        "Follow the old road on foot, the board told walkers.",
        "Copying, publishing and selling maps made him rich, his son said.",
        "The board has 89 members (Velmar: 12 of them).",
    ],
)
def test_sentences_that_open_like_pages_in_the_net_stay(line: str) -> None:
    """Leave sentences with the same signs in the story."""
    assert between(line) == "paragraph"


def test_agency_and_a_dash_open_the_story_without_a_place() -> None:
    """Read a bare agency before the dash as the credit, not as a town."""
    article = read(f"{_HEADLINE}\n\nAGI - {_PLAIN}\n\n{_SECOND}")

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == (None, "AGI")


def test_writer_behind_a_post_signs_copy_without_a_byline() -> None:
    """Take the reporter below the story for the writer where nobody signs above."""
    article = read(f"{_HEADLINE}\n\n{_LEAD}\n\n{_SECOND}\n\nReporter: Marta Quill\nEditor: Bo Ek")

    assert article.byline == "Marta Quill"


def test_head_in_capitals_above_points_on_a_page_stays() -> None:
    """Leave a head in capitals right above the story in it, on a page as well."""
    article = read(f"{_HEADLINE}\n\nShare\n\nHIGHLIGHTS\n\n• {_PLAIN}\n\n{_SECOND}")

    assert kinds(article)[2] == "crosshead"
