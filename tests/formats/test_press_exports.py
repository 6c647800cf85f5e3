"""Files in which databases of the press give out several stories: parted, with their records read.

Names, papers and words are invented; the shapes are those of Factiva, LexisNexis and Nexis Uni,
ProQuest and Europresse.
"""

import datetime as dt
import io

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from variorum.formats import registry
from variorum.formats.press import exports as press_exports
from variorum.text import Imported, PassageKind

WORDS = "TARSK (Northline) - Dock workers voted on Tuesday to stay out for a {week} week.\n\nThe union said 4,000 members were on strike.\n"
FACTIVA = (
    "Port strike enters {week} week\nBy Mara Ellison\n412 words\n16 April 2019\nHarbour Daily News\n"
    "HDN\nA4\nEnglish\n(c) 2019 Harbour Daily News. All rights reserved.\n\n"
    + WORDS
    + "\nDocument HDN0000020190416ef4g0000{n}\n\n"
)
CODED = (
    "HD  Port strike enters {week} week\nBY  By Mara Ellison\nWC  412 words\nPD  16 April 2019\n"
    "SN  Harbour Daily News\nSC  HDN\nLA  English\nCY  (c) 2019 Harbour Daily News.\n\nLP\n"
    + WORDS
    + "\nAN  Document HDN0000020190416ef4g0000{n}\n\n"
)
LEXIS = (
    "                    {n} of 2 DOCUMENTS\n\n\n              Harbour Daily News\n\n"
    "            April 16, 2019 Tuesday\n\nPort strike enters {week} week\n\n"
    "BYLINE: Mara Ellison\n\nLENGTH: 412 words\n\n" + WORDS + "\n"
    "LOAD-DATE: April 17, 2019\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\n\n"
)
NEXIS = (
    "Port strike enters {week} week\nHarbour Daily News\nApril 16, 2019 Tuesday\n\n"
    "Copyright 2019 Harbour Daily News All Rights Reserved\n\nSection: BUSINESS; Pg. A4\n"
    "Length: 412 words\nByline: Mara Ellison\nBody\n\n" + WORDS + "\n"
    "Load-Date: April 17, 2019\n\nEnd of Document\n\n"
)
COVER = (
    "User Name: Ola Nord\nJob Number: 1234567\n\nDocuments (2)\n\n1. Port strike enters third week\n"
    "Client/Matter: -None-\nSearch Terms: port\n2. Port strike enters fourth week\n\n"
)
PROQUEST = (
    "____________________________________________________________\n\n"
    "Port strike enters {week} week\n\nAuthor: Mara Ellison\n\n"
    "Publication info: Harbour Daily News ; Tarsk [Tarsk]. 16 Apr 2019: A.4.\n\n"
    "ProQuest document link\n\nAbstract: Dock workers stay out for another week, they say.\n\n"
    "Full text: " + WORDS + "\nSubject: Strikes; Ports\n\nLocation: Tarsk\n\n"
    "Title: Port strike enters {week} week\n\nPublication title: Harbour Daily News\n\n"
    "Publication date: Apr 16, 2019\n\nLanguage of publication: English\n\n"
    "ProQuest document ID: 22000000{n}\n\nCopyright: Copyright Harbour Daily News 2019\n\n"
)
EUROPRESSE = (
    "Harbour Daily News\nÉconomie, mardi 16 avril 2019 - p. 4\n\nPort strike enters {week} week\n\n"
    "Mara Ellison\n\n" + WORDS + "\n© 2019 Harbour Daily News. Tous droits réservés.\n"
    "news·20190416·HD·123456{n}\n\n"
)
SHAPES = {
    "factiva": FACTIVA,
    "factiva's codes": CODED,
    "lexisnexis": LEXIS,
    "nexis uni": COVER + NEXIS,
    "proquest": PROQUEST,
    "europresse": EUROPRESSE,
}


def two(shape: str) -> str:
    """Return a file of two stories of a shape; its cover stands above the first."""
    cover = COVER if shape.startswith(COVER) else ""
    story = shape.removeprefix(cover)
    return cover + story.format(week="third", n=1) + story.format(week="fourth", n=2)


def read(text: str) -> list[Imported]:
    """Read a file of plain text."""
    return registry.read_bytes(text.encode(), name="export.txt", origin="/export.txt")


def words_of(imported: Imported, kind: PassageKind) -> list[str]:
    """Return the words of an article's passages of a kind."""
    article = imported.article
    return [article.words_of(passage) for passage in article.passages if passage.kind is kind]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_each_story_of_an_export_is_an_article(shape: str) -> None:
    """Their headlines, days, papers and bylines are those of their records."""
    stories = read(two(shape))

    articles = [story.article for story in stories]
    assert [article.headline for article in articles] == [
        "Port strike enters third week",
        "Port strike enters fourth week",
    ]
    assert {article.published for article in articles} == {dt.date(2019, 4, 16)}
    assert {article.source for article in articles} <= {"Harbour Daily News", "Northline"}
    assert all((article.byline or "").endswith("Mara Ellison") for article in articles)
    assert [story.index for story in stories] == [0, 1]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_story_alone_is_the_story(shape: str) -> None:
    """No field of a record is taken for a paragraph, and no sentence for a field."""
    for story, week in zip(read(two(shape)), ("third", "fourth"), strict=True):
        assert words_of(story, PassageKind.PARAGRAPH) == WORDS.format(week=week).strip().split(
            "\n\n"
        )


@pytest.mark.parametrize("shape", [FACTIVA, CODED, PROQUEST, EUROPRESSE])
def test_a_story_has_the_number_by_which_its_database_knows_it(shape: str) -> None:
    """Two stories have two numbers."""
    guids = [story.details.guid or "" for story in read(two(shape))]

    assert len(set(guids)) == 2
    assert all(guids)


def test_how_it_was_searched_is_no_story() -> None:
    """What stands below the last story belongs to none."""
    stories = read(two(FACTIVA) + "Search Summary\n\nText port and strike\nDate In the last year\n")

    assert len(stories) == 2
    assert "Search Summary" not in "".join(story.article.text for story in stories)


def test_each_story_keeps_its_own_bytes() -> None:
    """A file of hundreds of stories is not kept hundreds of times."""
    first, second = read(two(NEXIS))

    assert first.received.decode() == first.article.text
    assert b"third" not in second.received


@pytest.mark.parametrize("shape", [FACTIVA, COVER + NEXIS])
def test_a_word_document_of_an_export_is_parted(shape: str) -> None:
    """What the same database gives out for Word is read the same way."""
    document = docx.Document()
    for line in two(shape).splitlines():
        document.add_paragraph(line)
    file = io.BytesIO()
    document.save(file)
    stories = registry.read_bytes(file.getvalue(), name="export.docx", origin="/export.docx")

    assert [story.article.headline for story in stories] == [
        "Port strike enters third week",
        "Port strike enters fourth week",
    ]
    assert {story.article.published for story in stories} == {dt.date(2019, 4, 16)}


def test_rich_text_of_an_export_is_parted() -> None:
    """What the same database gives out as RTF is read the same way."""
    lines = "".join(f"{line}\\par\n" for line in two(FACTIVA).splitlines())
    stories = registry.read_bytes(
        rf"{{\rtf1\ansi {lines}}}".encode(), name="export.rtf", origin="/export.rtf"
    )

    assert [story.article.headline for story in stories] == [
        "Port strike enters third week",
        "Port strike enters fourth week",
    ]


@pytest.mark.parametrize("shape", [FACTIVA, EUROPRESSE])
def test_a_page_of_an_export_is_parted(shape: str) -> None:
    """What the same database gives out as a page is read the same way."""
    body = "".join(f"<p>{line}</p>" for line in two(shape).splitlines() if line)
    page = f"<!DOCTYPE html><html><head><title>Export</title></head><body>{body}</body></html>"
    stories = registry.read_bytes(page.encode(), name="export.html", origin="/export.html")

    assert [story.article.headline for story in stories] == [
        "Port strike enters third week",
        "Port strike enters fourth week",
    ]


@pytest.mark.parametrize("words", ["End of Document", "1 of 2 documents", "news·20190416·HD·1"])
def test_a_story_that_names_such_a_line_once_is_one_story(words: str) -> None:
    """One sign proves nothing."""
    (story,) = read(f"Port strike ends\n\n{WORDS.format(week='last')}\n{words}\n")

    assert "Port strike ends" in story.article.text


def test_a_table_whose_texts_end_as_exports_do_is_a_table() -> None:
    """What a researcher made of an export is read by its columns."""
    texts = [NEXIS.format(week=week, n=1).replace('"', "") for week in ("third", "fourth", "fifth")]
    rows = "".join(f'{n},"{text}"\n' for n, text in enumerate(texts))
    stories = read(f"id,text\n{rows}")

    assert {story.format for story in stories} == {"csv"}
    assert len(stories) == 3


@given(st.lists(st.sampled_from(["End of Document", "1 of 3 DOCUMENTS", "2 of 3 DOCUMENTS", "_" * 30, "ProQuest document ID: 7", "1. words", "Job Number: 1", "words", ""])))  # fmt: skip
def test_stories_never_overlap(lines: list[str]) -> None:
    """Each has lines of its own, in their order, within the file."""
    stretches = press_exports.parted(lines)

    places = [place for each in stretches for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(each.start < each.end for each in stretches)
    assert all(0 <= place <= len(lines) for place in places)
