"""Pages that mark nothing: of the nineties, built by scripts, and saved with no word of their outlet."""

import json

import pytest

from variorum.errors import FormatError
from variorum.formats.registry import read_bytes
from variorum.text import Article

LEAD = (
    "Fares on the sound will rise by eight per cent in January, the ferry company said on Friday."
)
REST = (
    "A single crossing will cost 42 crowns, and a cart 90, its spokesman told the island council."
)
OLD = f"""<HTML><HEAD><TITLE>{{title}}</TITLE></HEAD><BODY><TABLE><TR><TD><A HREF=/>Home</A><BR>
<A HREF=/w>Weather</A></TD><TD><FONT SIZE=+2><B>Ferry fares to rise</B></FONT><BR>
<I>By OREN VALE, Gazette Staff</I><BR><FONT SIZE=-1>Friday, 6 November 1998</FONT>
<P>{LEAD}<BR><BR>{REST}<P><HR><A HREF=x>Back to top</A> | <A HREF=y>E-mail this story</A><BR>
Copyright 1998 Torvik Gazette</TD></TR></TABLE></BODY></HTML>"""


def page(text: str) -> Article:
    """Return the article of a page."""
    (found,) = read_bytes(text.encode(), name="page.html", origin="/page.html")
    return found.article


@pytest.mark.parametrize(
    "title",
    [
        "Torvik Gazette - News - Ferry fares to rise",
        "Ferry fares to rise | Torvik Gazette",
    ],
)
def test_the_part_of_a_title_that_is_printed_is_the_headline(title: str) -> None:
    """Old pages have no headings, and set the outlet and the section before it."""
    assert page(OLD.format(title=title)).headline == "Ferry fares to rise"


def test_a_byline_without_mark_up_is_read() -> None:
    """It stands in a block with the day, between headline and story."""
    found = page(OLD.format(title="Ferry fares to rise"))

    assert found.byline == "OREN VALE, Gazette Staff"
    assert found.published is not None
    assert [passage.kind.value for passage in found.passages] == [
        *("headline", "byline", "paragraph", "paragraph", "clutter", "copyright")
    ]


def described(body: str) -> str:
    """Return a page whose story is built by a script, and told to search engines."""
    told = {"@type": "NewsArticle", "headline": "Tram approved", "articleBody": body}
    script = json.dumps({"@context": "https://schema.org", "@graph": [told]})
    head = f"<title>App</title><script type='application/ld+json'>{script}</script>"
    return f"<html><head>{head}</head><body><div id=root></div></body></html>"


@pytest.mark.parametrize(
    "body",
    [f"{LEAD}\n\n{REST}", f"<p>{LEAD}</p><p>{REST}</p>", f"Tram approved\n\n{LEAD}\n\n{REST}"],
)
def test_a_story_that_is_only_described_is_read(body: str) -> None:
    """The page shows nothing before a script runs, which it never does here."""
    found = page(described(body))

    assert found.text == f"Tram approved\n\n{LEAD}\n\n{REST}"


def test_a_summary_is_no_story() -> None:
    """What is only described in a few words is not there."""
    with pytest.raises(FormatError):
        page(described("A tram line."))


def test_the_title_names_the_outlet_of_its_address() -> None:
    """It is nicer than the address, and proved by it."""
    text = (
        "<!-- saved from url=(0033)https://www.islandpost.example/1 --><html><head><title>Ferry fares"
        f" to rise | News | Island Post</title></head><body><h1>Ferry fares to rise</h1><p>{LEAD}</p>"
        f"<p>{REST}</p></body></html>"
    )

    assert page(text).source == "Island Post"


def test_the_headline_of_a_page_to_print_stands_below_the_outlet() -> None:
    """Its title names the outlet alone."""
    found = page(
        "<html><head><title>Island Post | Print</title></head><body><p><b>Island Post</b></p>"
        f"<p>Monday, June 4, 2018</p><h3>Fares to rise</h3><p>{LEAD}</p><p>{REST}</p></body></html>"
    )

    assert (found.headline, found.source) == ("Fares to rise", "Island Post")


def test_crossheads_stay_that_stand_right_above_paragraphs() -> None:
    """No judge of words need have kept one of them."""
    found = page(
        f"<html><body><h1>News in brief</h1><h2>Fares</h2><p>{LEAD}</p><h2>Eggs</h2><p>{REST}</p></body></html>"
    )

    assert "Eggs" in [found.words_of(p) for p in found.passages if p.kind.value == "crosshead"]


def test_a_byline_beside_the_day_is_read() -> None:
    """A bar stands between them."""
    found = page(
        "<html><head><title>Fares to rise - Island Post</title></head><body><div><h2>Fares to rise</h2>"
        f"<span>By Ada Holm</span> | <span>4 June 2018</span><div>{LEAD}<br><br>{REST}</div></div></body></html>"
    )

    assert found.byline == "Ada Holm"
