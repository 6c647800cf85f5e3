"""NewsML-G2: items, messages with several of them, and what holds no story."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind, ProblemKind

NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'
ABOUT = """<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:KES"><name>Kestrel News</name>
</provider><versionCreated>2024-03-04T08:30:00+13:00</versionCreated>
<firstCreated>2024-03-03T12:00:00+13:00</firstCreated><embargoed>2024-03-05T00:00:00Z</embargoed>
<pubStatus qcode="stat:usable"/><edNote>Adds quote.</edNote><edNote>Pictures to come.</edNote>
<link rel="irel:canonical" href="https://kestrel.example/pier"/></itemMeta>"""
CONTENT = """<contentMeta><urgency>4</urgency><located><name>Port Alder</name></located>
<creator><name>Ana Reyes</name></creator><language tag="en-NZ"/><keyword>pier</keyword>
<subject type="cpnat:abstract" qcode="medtop:20000337"><name xml:lang="fr">Port</name><name xml:lang="en">Ports</name></subject>
<subject type="cpnat:abstract" qcode="medtop:20000338"/><subject type="cpnat:geoArea"><name>Port Alder</name></subject>
<slugline>HARBOUR-PIER</slugline><headline rank="2">Ferries leave from the quay</headline>
<headline rank="1">Old pier to close</headline><dateline>PORT ALDER, March 4 (Kestrel) -</dateline>
<by>By Ana Reyes</by><creditline>Kestrel/Northern Wire</creditline>
<description role="drol:summary">The pier closes on Friday.</description></contentMeta>"""
RIGHTS = """<rightsInfo><copyrightHolder literal="Kestrel"/><copyrightNotice>(c) Kestrel 2024</copyrightNotice>
<usageTerms>Not for archives.</usageTerms></rightsInfo>"""
PAGE = f"""<inlineXML contenttype="application/xhtml+xml"><html {XHTML}><head><title>Old pier to close</title></head>
<body><header><h1>Old pier to close</h1><p class="byline">By Ana Reyes</p></header>
<p>PORT ALDER (Kestrel) - The old pier would close, the harbour board said on Monday.</p><h2>Long repairs</h2>
<p>Ferries leave from the quay.</p></body></html></inlineXML>"""


def item(
    content: str = PAGE, *, guid: str = "urn:newsml:kestrel.example:pier", about: str = ABOUT
) -> str:
    """Return a news item."""
    return (
        f'<newsItem {NAR} guid="{guid}" version="3" standard="NewsML-G2" standardversion="2.35" '
        f'conformance="power" xml:lang="en">{RIGHTS}{about}{CONTENT}<contentSet>{content}</contentSet></newsItem>'
    )


def message(*items: str) -> str:
    """Return a message with some items."""
    return f"<newsMessage {NAR}><header><sent>2024-03-04T09:00:00Z</sent></header><itemSet>{''.join(items)}</itemSet></newsMessage>"


def load(text: str) -> list[Imported]:
    """Read the articles of a file."""
    return registry.read_bytes(text.encode(), name="item.xml", origin="/a/item.xml")


def told(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return the passages of an article, each with its words."""
    article = imported.article
    return [(passage.kind, article.words_of(passage)) for passage in article.passages]


STORY = [
    (PassageKind.HEADLINE, "Old pier to close"),
    (PassageKind.BYLINE, "By Ana Reyes"),
    (
        PassageKind.PARAGRAPH,
        "PORT ALDER (Kestrel) - The old pier would close, the harbour board said on Monday.",
    ),
    (PassageKind.CROSSHEAD, "Long repairs"),
    (PassageKind.PARAGRAPH, "Ferries leave from the quay."),
]


def test_page_is_read_without_its_header() -> None:
    """What the item says in fields stands in its page once more, and is read once."""
    (imported,) = load(item())

    assert told(imported) == STORY
    assert imported.format == "newsml-g2"
    assert imported.problems == ()


def test_nitf_is_read_as_nitf() -> None:
    """An item may carry its story in the other standard."""
    story = (
        "<inlineXML contenttype='application/nitf+xml'><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'>"
        "<body><body.content><p>PORT ALDER (Kestrel) - The old pier would close, the harbour board said on "
        "Monday.</p><hl2>Long repairs</hl2><p>Ferries leave from the quay.</p></body.content></body></nitf></inlineXML>"
    )

    assert told(load(item(story))[0]) == STORY


@pytest.mark.parametrize(
    "content",
    [
        "<inlineData contenttype='text/plain'>The old pier closes.\n\nFerries leave.</inlineData>",
        "<inlineData contenttype='text/html'>&lt;p&gt;The old pier closes.&lt;/p&gt;&lt;p&gt;Ferries leave.&lt;/p&gt;</inlineData>",
        "<inlineData contenttype='text/plain' encoding='base64'>VGhlIG9sZCBwaWVyIGNsb3Nlcy4KCkZlcnJpZXMgbGVhdmUu</inlineData>",
        "<inlineXML><body><p>The old pier closes.</p><p>Ferries leave.</p></body></inlineXML>",
        "<inlineXML><html><body><p>The old pier closes.<br/><br/>Ferries leave.</p></body></html></inlineXML>",
    ],
    ids=["plain", "escaped", "wrapped", "bare body", "breaks"],
)
def test_every_wrapping_of_a_body_is_opened(content: str) -> None:
    """Plain text, escaped HTML, base64 and bare elements all become paragraphs."""
    article = load(item(content))[0].article

    assert article.text.endswith("The old pier closes.\n\nFerries leave.")


def test_unknown_vocabulary_gives_its_sentences() -> None:
    """Of elements nobody knows each with words is a paragraph; tables of results are no text."""
    story = (
        "<inlineXML><doc><element type='h'>Long repairs</element><group><element>The old pier closes for the "
        "<b>winter</b>, the harbour board said on Monday.</element></group></doc></inlineXML>"
    )
    results = "<inlineXML><results><team>Alder</team><score>3</score></results></inlineXML>"

    article = load(item(story))[0].article
    assert article.text.endswith(
        "Long repairs\n\nThe old pier closes for the winter, the harbour board said on Monday."
    )
    assert [problem.kind for problem in load(item(results))[0].problems] == [
        ProblemKind.PART_UNREAD
    ]


def test_first_rendition_with_words_is_the_text() -> None:
    """Renditions say the same in other forms; the text is read once."""
    both = "<inlineXML><sports-content><x/></sports-content></inlineXML>" + PAGE + PAGE

    assert told(load(item(both))[0]) == STORY


def test_fields_are_read() -> None:
    """What the item says of itself is the article's."""
    article = load(item())[0].article

    assert article.headline == "Old pier to close"
    assert article.slug == "HARBOUR-PIER"
    assert article.byline == "By Ana Reyes"
    assert article.source == "Kestrel News"
    assert article.language == "en-NZ"
    assert article.published == dt.datetime.fromisoformat("2024-03-04T08:30:00+13:00")


def test_details_are_kept() -> None:
    """Every standard field has its place."""
    (imported,) = load(item())
    details = imported.details

    assert imported.origin == details.guid == "urn:newsml:kestrel.example:pier"
    assert details.version == "3"
    assert details.status == "usable"
    assert details.urgency == "4"
    assert details.headlines == ("Ferries leave from the quay",)
    assert details.subjects == ("Ports", "medtop:20000338")
    assert details.keywords == ("pier",)
    assert details.places == ("Port Alder",)
    assert details.authors == ("Ana Reyes",)
    assert details.provider == "Kestrel News"
    assert details.credit == "Kestrel/Northern Wire"
    assert details.editor_note == "Adds quote.\nPictures to come."
    assert details.usage_terms == "Not for archives."
    assert details.copyright == "(c) Kestrel 2024"
    assert details.embargo == dt.datetime(2024, 3, 5, tzinfo=dt.UTC)
    assert details.created == dt.datetime.fromisoformat("2024-03-03T12:00:00+13:00")
    assert details.dateline == "PORT ALDER, March 4 (Kestrel) -"
    assert details.address == "https://kestrel.example/pier"
    assert details.extra == (("summary", "The pier closes on Friday."),)


def test_message_holds_several_articles() -> None:
    """Each item is an article of its own, with its own bytes."""
    other = item(guid="urn:newsml:kestrel.example:quay")
    data = message(item(), other).encode()
    first, second = registry.read_bytes(data, name="item.xml", origin="/a/item.xml")

    assert (first.origin, second.origin) == (
        "urn:newsml:kestrel.example:pier",
        "urn:newsml:kestrel.example:quay",
    )
    assert first.received == item().encode()
    assert second.received == other.encode()
    assert told(first) == told(second) == STORY


def test_packages_beside_items_are_named() -> None:
    """A package only points at items; that it was there is said."""
    package = f'<packageItem {NAR} guid="urn:package" version="1"><groupSet/></packageItem>'
    (imported,) = load(message(package, item()))

    assert [problem.kind for problem in imported.problems] == [ProblemKind.PART_UNREAD]
    assert "urn:package" in imported.problems[0].detail


@pytest.mark.parametrize(
    "name",
    ["packageItem", "planningItem", "conceptItem", "knowledgeItem", "catalogItem", "contentMeta"],
)
def test_items_without_a_story_are_refused(name: str) -> None:
    """Packages, plans, concepts and catalogues have no text, and the sentence says what to ask for."""
    with pytest.raises(FormatError, match="holds no text") as caught:
        load(f'<{name} {NAR} guid="urn:x" version="1"><itemMeta/></{name}>')

    assert "news items" in caught.value.hint


def test_refusal_says_what_there_is() -> None:
    """The hint names what stands where a story was looked for."""
    with pytest.raises(FormatError) as caught:
        load(message(f'<planningItem {NAR} guid="urn:x" version="1"/>'))

    assert caught.value.hint.startswith("There is only a plan of coverage in it. ")


def test_caption_is_the_text_of_a_picture() -> None:
    """A picture's words are its caption."""
    about = ABOUT.replace("ninat:text", "ninat:picture")
    (imported,) = load(item("<remoteContent href='pier.jpg'/>", about=about))

    assert (PassageKind.CAPTION, "The pier closes on Friday.") in told(imported)


def test_item_without_its_duties_is_read_with_a_problem() -> None:
    """What the standard asks of every item and this one lacks is named."""
    (imported,) = load(
        f"<newsItem {NAR}><contentSet><inlineData>The old pier closes.</inlineData></contentSet></newsItem>"
    )

    assert imported.article.text == "The old pier closes."
    assert [problem.kind for problem in imported.problems] == [ProblemKind.AGAINST_STANDARD]
    assert "guid, version, itemClass, provider, versionCreated" in imported.problems[0].detail


def test_piece_of_an_item_is_read_with_a_problem() -> None:
    """A content set that was saved alone still has its story."""
    (imported,) = load(f"<contentSet {NAR}>{PAGE}</contentSet>")

    assert imported.article.headline == "Old pier to close"
    assert [problem.kind for problem in imported.problems] == [ProblemKind.AGAINST_STANDARD]


def test_mistyped_names_are_read() -> None:
    """Desks mistype the case of names, and leave the namespace out."""
    text = item().replace(NAR, "").replace("edNote", "ednote").replace("contentMeta", "ContentMeta")

    assert load(text)[0].details.editor_note == "Adds quote.\nPictures to come."


def test_version_is_no_part_of_the_origin() -> None:
    """A later version of an item comes from the same place."""
    later = item().replace('version="3"', 'version="4"')

    assert load(later)[0].origin == load(item())[0].origin
