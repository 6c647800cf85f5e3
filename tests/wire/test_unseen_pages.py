"""Lines of pages that no measuring data holds, each beside the sentence that is none."""

import pytest
from tests.wire.unseen import HEADLINE, LEAD, PLAIN, SECOND, between, kinds, last

from variorum.wire.reader import read


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
        f"{HEADLINE}\n\n{line}\n\nA deck of the page that says more\n\n{PLAIN}\n\n{SECOND}"
    )

    assert kinds(article)[1] == "byline"


@pytest.mark.parametrize("line", ["Tarsk, Velmar", "Northline Magazine", "World News"])
def test_place_or_paper_under_the_headline_is_no_byline(line: str) -> None:
    """Take no town and no paper for a writer."""
    article = read(
        f"{HEADLINE}\n\n{line}\n\nA deck of the page that says more\n\n{PLAIN}\n\n{SECOND}"
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
    article = read(f"{stamp}\n\n{HEADLINE}\n\n{PLAIN}\n\n{SECOND}")

    assert kinds(article)[:2] == ["header", "headline"]


def test_writer_before_a_stamp_without_a_bar_is_the_byline() -> None:
    """Cut a writer from `Published` and the day."""
    line = "Marta Quill Published May 11, 2021 Updated May 11, 2021 10:02am"
    article = read(f"{HEADLINE}\n\n{line}\n\n{PLAIN}\n\n{SECOND}")

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
    article = read(f"{HEADLINE}\n\n{opening}{PLAIN}\n\n{SECOND}")

    assert article.dateline is not None
    assert article.dateline.date is not None
    assert (article.dateline.place, article.dateline.date.isoformat()) == (place, date)


def test_label_of_a_record_is_no_update() -> None:
    """Read `UPDATE: 15 February` in a record as its day, not as the descent of the copy."""
    article = read(
        f"LENGTH: 211 words\n\nLOAD-DATE: 14 February 2011\n\nUPDATE: 15 February 2011\n\n{HEADLINE}\n\n{LEAD}"
    )

    assert article.lineage == ()


def test_button_in_capitals_above_a_dateline_is_no_place() -> None:
    """Take no line in capitals for the dateline where the next paragraph has one."""
    article = read(f"{HEADLINE}\n\nBy Marta Quill\n\nKEEP THIS STORY\n\n{LEAD}\n\n{SECOND}")

    assert article.dateline is not None
    assert article.dateline.place == "OSLO"


def test_kicker_with_an_apostrophe_is_not_the_headline() -> None:
    """Take the longer line below a kicker, whatever apostrophe the kicker has."""
    article = read(f"Velmar’s trams\n{HEADLINE}\n\n{PLAIN}\n\n{SECOND}")

    assert article.headline == HEADLINE


def test_headline_above_a_pictures_credit_is_none_of_its_caption() -> None:
    """Keep the headline where a page sets its day above and a picture below it."""
    article = read(
        f"Nov. 3, 2018\n\n{HEADLINE}\n\nA street in Tarsk. Bo Ek / NPA\n\n{PLAIN}\n\n{SECOND}"
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
    article = read(f"{lines}\n\n{HEADLINE}\n\n{PLAIN}\n\n{SECOND}")

    assert set(kinds(article)[: lines.count("\n") + 1]) == {"header"}
    assert article.headline == HEADLINE


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
    article = read(f"{HEADLINE}\n\nAGI - {PLAIN}\n\n{SECOND}")

    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == (None, "AGI")


def test_writer_behind_a_post_signs_copy_without_a_byline() -> None:
    """Take the reporter below the story for the writer where nobody signs above."""
    article = read(f"{HEADLINE}\n\n{LEAD}\n\n{SECOND}\n\nReporter: Marta Quill\nEditor: Bo Ek")

    assert article.byline == "Marta Quill"


def test_head_in_capitals_above_points_on_a_page_stays() -> None:
    """Leave a head in capitals right above the story in it, on a page as well."""
    article = read(f"{HEADLINE}\n\nShare\n\nHIGHLIGHTS\n\n• {PLAIN}\n\n{SECOND}")

    assert kinds(article)[2] == "crosshead"
