"""Shapes of files as many newsrooms, services and databases write them, whoever sent them."""

import json

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.documents.pdf_lines import CELL, Line
from variorum.formats.documents.pdf_paragraphs import paragraphs_of
from variorum.text import Imported, LineageKind, PassageKind

FIRST = (
    "The quay board of Saltmere voted on Monday to shut the old crane after a survey found rust."
)
SECOND = (
    "Cargo will move to the eastern dock until the autumn, the board said in a short statement."
)
STORY = (
    f"{FIRST}\n\n{SECOND}\n\nNobody from the dockers' union was at the meeting, which ended late."
)


def read(text: str | bytes) -> list[Imported]:
    """Return the articles of a file whose name says nothing of its format."""
    data = text.encode() if isinstance(text, str) else text
    return registry.read_bytes(data, name="item.bin", origin="/a/item.bin")


def words(imported: Imported, kind: PassageKind) -> list[str]:
    """Return the words of an article's passages of a kind."""
    article = imported.article
    return [each.words.of(article.text) for each in article.passages if each.kind is kind]


def marks(imported: Imported) -> set[LineageKind]:
    """Return the kinds of an article's marks of descent."""
    return {mark.kind for mark in imported.article.lineage}


G2 = f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:salt:1" version="2">
<itemMeta><itemClass qcode="ninat:text"/><provider literal="SLT"/>
<versionCreated>2021-03-09T18:45:12Z</versionCreated><pubStatus qcode="stat:STATE"/>
<edNote>CORRECTS name of the crane in par 2</edNote></itemMeta>
<contentMeta><headline>UPDATE 1-Crane shut after survey</headline></contentMeta>
<contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>Crane shut after survey</p><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML></contentSet>
</newsItem>"""


def test_a_cancelled_item_is_marked_as_withdrawn() -> None:
    """The state of publication that a file gives becomes a mark beside those of its headline."""
    (item,) = read(G2.replace("STATE", "canceled"))
    assert {LineageKind.WITHDRAWAL, LineageKind.UPDATE, LineageKind.CORRECTION} == marks(item)


def test_a_withheld_item_is_marked_as_held() -> None:
    """What must not be used for now is no withdrawal."""
    (item,) = read(
        json.dumps(
            {
                "uri": "https://salt.example/1",
                "type": "text",
                "pubstatus": "withheld",
                "versioncreated": "2021-03-09T18:45:12Z",
                "headline": "Crane shut",
                "body_text": STORY,
            }
        )
    )
    assert marks(item) == {LineageKind.HOLD}


def test_a_headline_without_its_version_is_not_printed_twice() -> None:
    """Few bodies repeat the version of their headline; it is the same headline still."""
    (item,) = read(G2.replace("STATE", "usable"))
    assert item.article.text.count("Crane shut after survey") == 1


def test_a_ninjs_summary_is_kept() -> None:
    """A description that is not the text is kept among the details, as of the XML formats."""
    (item,) = read(
        json.dumps(
            {
                "uri": "https://salt.example/1",
                "type": "text",
                "pubstatus": "usable",
                "headline": "Crane shut",
                "body_text": STORY,
                "description_text": "Rust was found.",
            }
        )
    )
    assert ("summary", "Rust was found.") in item.details.extra


def test_notes_and_tails_of_nitf_are_no_story() -> None:
    """A note within the content is for desks, and a tagline signs the story."""
    (item,) = read(
        f"<nitf><head><docdata><doc-id id-string='s1'/></docdata></head><body><body.head>"
        f"<hedline><hl1>Crane shut</hl1></hedline></body.head><body.content><p>{FIRST}</p>"
        f"<note noteclass='cpyrt'><body.content><p>Not for use on the isles.</p></body.content>"
        f"</note><p>{SECOND}</p></body.content><body.end><tagline>SLT ab/cd</tagline></body.end>"
        f"</body></nitf>"
    )
    assert words(item, PassageKind.ADVISORY) == ["Not for use on the isles."]
    assert words(item, PassageKind.CREDIT) == ["SLT ab/cd"]
    assert words(item, PassageKind.PARAGRAPH) == [FIRST, SECOND]


TRANSMISSION = [
    "\x01bdt0123 4 wi 211  slt 0567", "", "Trade/Docks/", "Crane in Saltmere shut =", "",
    "By Ada Corin, slt =", "", "\x02   Saltmere (slt) - The quay board voted on Monday to shut the",
    "old crane, which a survey had found to be full of rust.", "\x03", "091845 GMT Mar 21", "\x04",
]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_a_transmission_is_known_by_any_line_ends(end: str) -> None:
    """Systems on the way write line ends of their own; the message is the same."""
    (item,) = read(end.join(TRANSMISSION))
    assert item.format == "iptc7901"
    assert item.article.slug == "Trade/Docks"
    assert item.article.headline == "Crane in Saltmere shut"
    assert item.article.byline == "By Ada Corin, slt"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_an_anpa_story_is_known_by_any_line_ends(end: str) -> None:
    """The keyword of its header is the slug, without the comma in front of a version."""
    lines = [
        "\x16\x16\x01a0123\x1f_slt-", "u a \x13\x11BC-Salt-Crane, 2nd Ld-Writethru   03-09 0070",
        "\x02^BC-Salt-Crane, 2nd Ld-Writethru,70<", "^Crane shut after survey<",
        "   SALTMERE (SLT) _ The quay board voted Monday to shut the crane.", "\x03",
        "SLT-WF-03-09-21 1845GMT<", "\x04",
    ]  # fmt: skip
    (item,) = read(end.join(lines))
    assert (item.format, item.article.slug) == ("anpa1312", "Salt-Crane")


FEED = f"""<rss version="2.0"><channel><title>Salt Post</title><link>https://salt.example/</link>
<item><title>Crane shut</title><link>/2021/crane</link><description>
&lt;p&gt;{FIRST}&lt;/p&gt;&lt;p&gt;The post &lt;a href="/2021/crane"&gt;Crane shut&lt;/a&gt; appeared
first on &lt;a href="/"&gt;Salt Post&lt;/a&gt;.&lt;/p&gt;</description></item></channel></rss>"""


def test_a_link_in_a_feed_is_read_from_its_site() -> None:
    """A link without a site is one of the feed's own."""
    (item,) = read(FEED)
    assert item.details.address == "https://salt.example/2021/crane"


def test_the_foot_of_a_blogs_feed_is_clutter() -> None:
    """The line that leads back to story and feed is no word of the story."""
    (item,) = read(FEED)
    assert words(item, PassageKind.PARAGRAPH) == [FIRST]
    assert len(words(item, PassageKind.CLUTTER)) == 1


def test_a_signature_of_a_letter_is_no_article() -> None:
    """What proves the sender has nothing to read."""
    head = "From: A B <a@salt.example>\nTo: c@salt.example\nSubject: Crane\nMIME-Version: 1.0\n"
    letter = (
        f'{head}Content-Type: multipart/signed; boundary="s"; protocol="application/pgp-signature"'
        f"\n\n--s\nContent-Type: text/plain\n\n{STORY}\n\n--s\n"
        f"Content-Type: application/pgp-signature\n\n-----BEGIN PGP SIGNATURE-----\nabcd\n--s--\n"
    )
    assert len(read(letter)) == 1


def rows(*records: dict[str, object]) -> str:
    """Return records as JSON Lines, told apart by a number."""
    return "\n".join(json.dumps(record) for record in records)


def test_a_date_of_publication_goes_before_one_of_download() -> None:
    """Crawlers write down when they fetched a page; that is no date of the story."""
    record: dict[str, object] = {
        "date_download": "2021-03-12 05:00:00", "date_publish": "2021-03-09 10:45:00",
        "title": "Crane shut", "maintext": STORY, "source_domain": "salt.example",
    }  # fmt: skip
    item = read(rows(record, record))[0]
    assert str(item.article.published) == "2021-03-09"
    assert item.article.source == "salt.example"


def test_a_path_that_ends_in_the_value_is_named_by_what_is_above() -> None:
    """Services wrap a value in an object of its own; mark-up in a headline is taken out."""
    record: dict[str, object] = {
        "title": {"rendered": "Crane &#8216;shut&#8217; for <em>good</em>"},
        "excerpt": {"rendered": "A short line of words."},
        "content": {"rendered": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    }
    item = read(rows(record, record))[0]
    assert item.article.headline == "Crane ‘shut’ for good"


def test_rows_are_found_in_what_a_service_wraps_around_them() -> None:
    """The articles of an answer stand in a list below other objects."""
    docs = [
        {"headline": "Crane shut", "byline": "Ada Corin", "published": "2021-03-09", "text": STORY},
        {"headline": "Dock open", "byline": "Bo Dal", "published": "2021-04-09", "text": STORY},
    ]
    found = read(json.dumps({"status": "ok", "response": {"total": 2, "docs": docs}}))
    assert [item.article.byline for item in found] == ["Ada Corin", "Bo Dal"]


def test_lists_within_one_article_are_no_rows() -> None:
    """An object with a text of its own is the article; its authors are named in it."""
    (item,) = read(
        json.dumps(
            {
                "title": "Crane shut",
                "body": STORY,
                "authors": [{"name": "Ada Corin", "id": 7}],
                "tags": [{"t": "a"}, {"t": "b"}],
            }
        )
    )
    assert item.article.byline == "Ada Corin"


def test_a_short_headline_is_not_found_inside_a_sentence() -> None:
    """A word that the text happens to use does not print the headline."""
    record: dict[str, object] = {"headline": "Crane", "date": "2021-03-09", "text": STORY}
    item = read(rows(record, record))[0]
    assert words(item, PassageKind.HEADLINE) == ["Crane"]


def test_a_spreadsheet_may_name_its_separator() -> None:
    """The line by which spreadsheets tell their separator is no row."""
    story = STORY.replace("\n", " ")
    found = read(f"sep=;\r\nTitel;Datum;Inhalt\r\nKran zu;09.03.2021;{story}\r\n")
    assert [item.article.headline for item in found] == ["Kran zu"]


def test_a_day_of_the_week_may_follow_a_date() -> None:
    """Databases of papers print it behind the date."""
    table = "Title,Date,Load-Date,Body\n" + "".join(
        f'"Crane {n}","March {n}, 2021 Tuesday","April 2, 2021","{STORY}"\n' for n in (9, 16)
    )
    assert [str(item.article.published) for item in read(table)] == ["2021-03-09", "2021-03-16"]


def line(text: str, top: float) -> Line:
    """Return a line of a page."""
    return Line(text, page=0, left=40.0, right=500.0, top=top, bottom=top + 12.0)


def test_paragraphs_of_one_line_each_stay_apart() -> None:
    """Where nearly all lines are paragraphs, their distance is not that of lines."""
    page = [line(f"The board met again in week {n} of the year.", 30.0 * n) for n in range(1, 9)]
    assert len(paragraphs_of([page])) == 8


def test_copy_set_with_wide_lines_is_joined() -> None:
    """Lines that stand apart and go on are one paragraph."""
    page = [line("the board met again in the weeks of the year", 30.0 * n) for n in range(1, 9)]
    assert len(paragraphs_of([page])) == 1


def test_what_a_browser_prints_at_the_edges_is_set_apart() -> None:
    """The hour of printing, the address and the number of a lone page are no table."""
    page = [
        line(f"3/9/21, 6:23 PM{CELL}Crane", 10.0),
        *(line("the board met again in the weeks of the year", 30.0 + 14 * n) for n in range(9)),
        line(f"https://salt.example/crane{CELL}1/1", 700.0),
    ]
    kept = [each for each in paragraphs_of([page]) if not each.is_furniture]
    assert len(kept) == 1


def test_a_headline_below_the_keywords_of_a_message_is_one() -> None:
    """What stands above the text and closes with no stroke is no further keyword."""
    message = (
        f"\x01sal017 3 pl 120  sal 001\r\n\r\nCrane/\r\nQuay board shuts old crane\r\n"
        f"\x02Saltmere (sal) - {FIRST}\r\n\r\n{SECOND}\r\n\x03\r\n041000 Mar 24\r\n\x04"
    )
    (item,) = read(message)
    assert (item.article.slug, item.article.headline) == ("Crane", "Quay board shuts old crane")


def test_an_agency_feed_keeps_its_slug_and_its_version() -> None:
    """Agencies set them beside the fields of Atom, in spaces of their own."""
    (item,) = read(
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:m="urn:salt:c" xmlns:n="urn:salt:n">'
        "<title>Salt</title><entry><id>urn:salt:17</id><title>Crane shut</title>"
        "<m:ContentMetadata><m:SlugLine>BC-Crane</m:SlugLine></m:ContentMetadata>"
        "<n:NewsManagement><n:ManagementSequenceNumber>3</n:ManagementSequenceNumber>"
        f'</n:NewsManagement><content type="html">&lt;p&gt;{FIRST}&lt;/p&gt;</content></entry></feed>'
    )
    assert (item.article.slug, item.details.version) == ("BC-Crane", "3")


@pytest.mark.parametrize("day", ["2024-03-04", "20240304", "20240304100000", "20240304T100000"])
def test_a_day_without_signs_between_its_figures_is_read(day: str) -> None:
    """Tables of events write day and clock in fourteen figures."""
    rows = [{"date": day, "headline": f"Crane {n}", "body": f"{n} {STORY}"} for n in range(2)]
    assert {str(item.article.published) for item in read(json.dumps(rows))} == {"2024-03-04"}


def test_a_source_named_by_its_title_is_the_source() -> None:
    """Services wrap an outlet's title and address in an object."""
    source = {"uri": "salt.example", "title": "Salt Daily"}
    rows = [{"title": f"Crane {n}", "body": f"{n} {STORY}", "source": source} for n in range(2)]
    found = read(json.dumps({"articles": {"results": rows, "page": 1}}))
    assert {item.article.source for item in found} == {"Salt Daily"}


def test_a_web_archive_is_refused_by_name() -> None:
    """It holds whole exchanges with servers, and was read as plain text."""
    with pytest.raises(FormatError, match="WARC"):
        read("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n")


def test_an_item_with_an_embargo_is_sent_in_advance() -> None:
    """The field says what a note to editors would say."""
    item = {"uri": "tag:salt:1", "type": "text", "headline": "Crane shut", "pubstatus": "usable"}
    (found,) = read(json.dumps(item | {"embargoed": "2024-03-04T10:00:00Z", "body_text": STORY}))
    assert marks(found) == {LineageKind.ADVANCE}
