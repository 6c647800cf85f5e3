"""What else a page says of its article in its meta elements."""

import datetime as dt

from variorum.formats.html.details import details_of
from variorum.formats.html.page import read_file
from variorum.text import NO_DETAILS

STORY = "".join(
    f"<p>The pilots of the port of Quayle walked out on {day}, and no ship came in all day.</p>"
    for day in ("Friday", "Saturday", "Sunday")
)


def test_keywords_are_parted_and_told_once() -> None:
    """Commas part them; the same word in other letters is the same."""
    found = details_of(
        {"news_keywords": ["pilots, Ports"], "article:tag": ["ports", "strike; pay"]}, address=None
    )

    assert found.keywords == ("pilots", "Ports", "strike", "pay")


def test_nothing_told_is_nothing_kept() -> None:
    """A page that says nothing of itself has no details."""
    assert details_of({}, address=None) == NO_DETAILS


def test_a_date_that_is_none_is_passed_over() -> None:
    """The next element may hold one."""
    found = details_of(
        {"article:modified_time": ["soon"], "last-modified": ["2021-04-12"]}, address=None
    )

    assert found.revised == dt.date(2021, 4, 12)


def test_an_article_carries_the_details_of_its_page() -> None:
    """Section, keywords, rights and address stand beside the text, with the authors."""
    page = f"""<html><head><title>Pilots walk out</title>
    <meta property="article:section" content="Business"><meta name="keywords" content="pilots">
    <meta name="dc.rights" content="Quayle Post 2021"><meta name="author" content="Ines Varga">
    <link rel="canonical" href="https://post.example/pilots"></head>
    <body><h1>Pilots walk out</h1>{STORY}</body></html>"""
    (imported,) = read_file(page.encode(), name="p.html", origin="p")
    details = imported.details

    assert (details.subjects, details.keywords) == (("Business",), ("pilots",))
    assert (details.copyright, details.address) == (
        "Quayle Post 2021",
        "https://post.example/pilots",
    )
    assert details.authors == ("Ines Varga",)
