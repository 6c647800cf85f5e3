"""What a page says of its article: each field's order of trust, and odd ways of saying it."""

import datetime as dt

import pytest

from variorum.formats import registry
from variorum.formats.html.dates import printed_day, read_moment
from variorum.formats.html.names import names_in
from variorum.text import Article, Imported

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The harbour board of Port Almada said on Monday that it would close the old pier.",
        "Ferries will leave from the northern quay until the spring, the board said.",
        "The repairs are expected to cost 4.2 million crowns, the province has promised a third.",
    )
)


def load(head: str = "", *, above: str = "<h1>Old pier to close</h1>", lang: str = "") -> Imported:
    """Read a page with a head of its own."""
    data = f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{above}<article>{BODY}</article></body></html>"
    (imported,) = registry.read_bytes(data.encode(), name="page.html", origin="/a/page.html")
    return imported


def read(head: str = "", *, above: str = "<h1>Old pier to close</h1>") -> Article:
    """Read a page with a head of its own."""
    return load(head, above=above).article


def told(json: str) -> str:
    """Return a script of JSON-LD."""
    return f'<script type="application/ld+json">{json}</script>'


def meta(name: str, content: str) -> str:
    """Return a meta element."""
    return f'<meta property="{name}" content="{content}">'


ARTICLE = '{"@type":"NewsArticle","headline":"Old pier to close","datePublished":"2024-03-04T08:30:00+01:00","author":{"@type":"Person","name":"Ines Varela"},"publisher":{"@type":"Organization","name":"The Almada Courier"},"inLanguage":"en-GB","mainEntityOfPage":{"@id":"https://courier.example/pier"}}'


@pytest.mark.parametrize(
    "json",
    [
        ARTICLE,
        f"[{ARTICLE}]",
        f'{{"@context":"https://schema.org","@graph":[{{"@type":"WebSite","name":"Courier"}},{ARTICLE}]}}',
        f"<!-- {ARTICLE} -->",
        f"//<![CDATA[\n{ARTICLE}\n//]]>",
        f"{ARTICLE};",
        ARTICLE.replace("}}", "},}"),
        ARTICLE.replace('"Old pier to close"', '"Old pier\tto close"'),
        f'{{"@type":"ItemList","itemListElement":[{{"@type":"NewsArticle","headline":"Another one entirely"}}]}}{ARTICLE}',
    ],
    ids=["alone", "array", "graph", "comment", "cdata", "semicolon", "comma", "tab", "list"],
)
def test_json_ld_is_read_however_it_is_wrapped(json: str) -> None:
    """Arrays, graphs, comments and common faults make no difference."""
    imported = load(told(json))
    article = imported.article

    assert article.headline == "Old pier to close"
    assert article.byline == "Ines Varela"
    assert article.source == "The Almada Courier"
    assert article.language == "en-GB"
    assert article.published == dt.datetime(2024, 3, 4, 7, 30, tzinfo=dt.UTC)
    assert imported.origin == "https://courier.example/pier"


def test_author_may_be_a_reference() -> None:
    """A graph names its people elsewhere."""
    graph = '{"@graph":[{"@type":"Article","headline":"Old pier to close","author":{"@id":"#ines"}},{"@type":"Person","@id":"#ines","name":"Ines Varela"}]}'

    assert read(told(graph)).byline == "Ines Varela"


def test_escapes_in_json_ld_are_resolved() -> None:
    """Some tools write HTML's entities into JSON."""
    json = ARTICLE.replace("Old pier to close", "Pier &#8216;old&#8217; &amp; quay")

    assert read(told(json), above="").headline == "Pier ‘old’ & quay"


def test_headline_that_is_printed_and_shared_outranks_the_one_for_search_engines() -> None:
    """Where the page's voices differ, the wording that a reader sees stands."""
    json = ARTICLE.replace("Old pier to close", "Port Almada pier closure 2024: what to know")

    assert read(told(json) + meta("og:title", "Old pier to close")).headline == "Old pier to close"


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", "｜"])
def test_outlet_behind_the_headline_is_cut_off(separator: str) -> None:
    """A title carries the site's name; a headline does not."""
    head = f"<title>Old pier to close{separator}The Almada Courier</title>"

    assert read(head).headline == "Old pier to close"


def test_outlet_is_cut_off_where_no_heading_helps() -> None:
    """The page's own name for itself tells what to cut."""
    head = (
        meta("og:site_name", "The Almada Courier")
        + "<title>Pier - the old one - to close - Almada Courier</title>"
    )

    assert read(head, above="").headline == "Pier - the old one - to close"


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["By Ines Varela and Tomas Reis"], ("Ines Varela", "Tomas Reis")),
        (["Ines Varela, Tomas Reis & Ana Sol"], ("Ines Varela", "Tomas Reis", "Ana Sol")),
        (["Von Jürgen Groß und Anna Weiß"], ("Jürgen Groß", "Anna Weiß")),
        (["Par Zoé Blanc et Éric Noir"], ("Zoé Blanc", "Éric Noir")),
        (["Martin Lee, Jr."], ("Martin Lee, Jr",)),
        (["https://courier.example/authors/ines", "ines-varela", "@ines", "admin"], ()),
        (["Ines Varela", "INES VARELA"], ("Ines Varela",)),
        (["김민수 기자"], ("김민수",)),
        (["Northline Correspondent"], ("Northline Correspondent",)),
    ],
)
def test_names_are_parted_and_cleaned(values: list[str], names: tuple[str, ...]) -> None:
    """A field may hold several names, an opening word, an address or a user's handle."""
    assert names_in(values) == names


def test_house_is_author_only_where_nobody_else_is() -> None:
    """A person in a weaker field outranks the outlet in a stronger one."""
    json = ARTICLE.replace("Ines Varela", "The Almada Courier")

    assert read(told(json) + meta("article:author", "Tomas Reis")).byline == "Tomas Reis"
    assert read(told(json)).byline == "The Almada Courier"


def test_printed_author_is_read_where_no_field_names_one() -> None:
    """The line that the page marks as its author's will do, a button beside it will not."""
    above = '<h1>Old pier to close</h1><a class="author-follow">Follow</a><span class="byline">By Ines Varela</span>'

    assert read(above=above).byline == "Ines Varela"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-03-04T08:30:00Z", dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)),
        ("2024-03-04T08:30:00.123+0000", dt.datetime(2024, 3, 4, 8, 30, 0, 123000, tzinfo=dt.UTC)),
        ("2024-03-04 08:30:00 +01:00", dt.datetime(2024, 3, 4, 7, 30, tzinfo=dt.UTC)),
        ("20240304T083000Z", dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)),
        ("2024-03-04T08:30", dt.date(2024, 3, 4)),
        ("2024-03-04", dt.date(2024, 3, 4)),
        ("2024/3/4", dt.date(2024, 3, 4)),
        ("2024年3月4日 08時30分", dt.date(2024, 3, 4)),
        ("1709541000000", dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)),
        ("03/04/2024", None),
        ("2024-13-45", None),
        ("1970-01-01T00:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_moments_are_read_and_never_guessed(text: str, moment: dt.date | None) -> None:
    """A time without a zone is only a day; an order of numbers in doubt is none."""
    assert read_moment(text) == moment


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published March 4, 2024 at 8:30 am", dt.date(2024, 3, 4)),
        ("Mon 4 March 2024", dt.date(2024, 3, 4)),
        ("Montag, 04. März 2024, 08:30 Uhr", dt.date(2024, 3, 4)),
        ("4 de marzo de 2024", dt.date(2024, 3, 4)),
        ("04.03.2024", dt.date(2024, 3, 4)),
        ("04/03/2024", None),
        ("The 4 bridges of 2024", None),
    ],
)
def test_days_are_read_from_printed_lines(line: str, day: dt.date | None) -> None:
    """Months by name in any order, figures only between points."""
    assert printed_day(line) == day


def test_date_of_the_article_outranks_other_dates_of_the_page() -> None:
    """Related stories print dates too."""
    above = "<h1>Old pier to close</h1><aside><time datetime='2019-01-01'>1 Jan 2019</time></aside>"
    article = read(meta("article:published_time", "2024-03-04T08:30:00Z"), above=above)

    assert article.published == dt.datetime(2024, 3, 4, 8, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("head", "origin"),
    [
        (
            '<link rel="canonical" href="https://courier.example/pier#top">',
            "https://courier.example/pier",
        ),
        ('<link rel="canonical" href="https://courier.example/">', "/a/page.html"),
        ('<link rel="canonical" href="javascript:alert(1)">', "/a/page.html"),
        (
            '<link rel="canonical" href="http://[broken">' + meta("og:url", "https://c.example/p"),
            "https://c.example/p",
        ),
        (meta("og:url", "https://courier.example/pier?id=7"), "https://courier.example/pier?id=7"),
        (
            "<!-- saved from url=(0028)https://courier.example/pier --><base>",
            "https://courier.example/pier",
        ),
        ("", "/a/page.html"),
    ],
)
def test_origin_is_the_address_the_page_calls_its_own(head: str, origin: str) -> None:
    """A front page, a script and a broken address are none."""
    assert load(head).origin == origin


@pytest.mark.parametrize(
    ("lang", "language"),
    [("en_GB", "en-GB"), ("DE", "de"), ("zh-hant-tw", "zh-Hant-TW"), ("pt-br", "pt-BR")],
)
def test_language_is_written_as_bcp_47_has_it(lang: str, language: str) -> None:
    """Case and underscore are put right."""
    assert load(lang=f" lang='{lang}'").article.language == language


def test_outlet_is_the_host_where_the_page_has_no_name() -> None:
    """An address at least says whose page it is."""
    head = '<link rel="canonical" href="https://www.courier.example/pier">'

    assert read(head).source == "courier.example"
