"""NewsML 1: items, their nested components, and what several stories of one item share."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind, ProblemKind

LINES = """<NewsLines><HeadLine>Old pier to close</HeadLine><SubHeadLine>Ferries leave from the quay</SubHeadLine>
<ByLine>By Ana Reyes</ByLine><ByLineTitle>Harbour Correspondent</ByLineTitle><DateLine>PARIS, March 4 (AFP) -</DateLine>
<CreditLine>Kestrel</CreditLine><CopyrightLine>(c) Kestrel 2024</CopyrightLine><RightsLine>Not for archives.</RightsLine>
<SlugLine>harbour-pier</SlugLine><KeywordLine>pier; ferries</KeywordLine></NewsLines>"""
ABOUT = """<AdministrativeMetadata><Provider><Party FormalName="KES"/></Provider>
<Creator><Party FormalName="Ana Reyes"/></Creator><Source><Party FormalName="KES">
<Property FormalName="Name" Value="Kestrel News"/></Party></Source></AdministrativeMetadata>
<DescriptiveMetadata><Language FormalName="EN"/><SubjectCode><SubjectMatter FormalName="13010000"/></SubjectCode>
<Location HowPresent="Origin"><Property FormalName="City" Value="Port Alder"/></Location>
<Location HowPresent="Event"><Property FormalName="Country" Value="NZ"/></Location>
<Property FormalName="Keyword" Value="harbour"/></DescriptiveMetadata>"""
TOPICS = """<TopicSet><Topic><TopicType FormalName="Subject"/><FormalName>13010000</FormalName>
<Description Variant="Name" xml:lang="fr">Ports de mer</Description><Description Variant="Name" xml:lang="en">Ports</Description>
</Topic></TopicSet>"""


def text_content(words: str) -> str:
    """Return a content item with a text."""
    return f'<ContentItem><MediaType FormalName="Text"/><DataContent>{words}</DataContent></ContentItem>'


def item(components: str, *, guid: str = "urn:newsml:kestrel.example:20240304:pier:3") -> str:
    """Return a news item."""
    return f"""<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>kestrel.example</ProviderId>
<DateId>20240304</DateId><NewsItemId>pier</NewsItemId><RevisionId PreviousRevision="2" Update="N">3</RevisionId>
<PublicIdentifier>{guid}</PublicIdentifier></NewsIdentifier><NameLabel>pier-label</NameLabel></Identification>
<NewsManagement><FirstCreated>20240303T120000+1300</FirstCreated>
<ThisRevisionCreated>20240304T083000+1300</ThisRevisionCreated><Status FormalName="Usable"/><Urgency FormalName="4"/>
<Instruction>Adds quote.</Instruction></NewsManagement>{components}</NewsItem>"""


def file(*items: str) -> str:
    """Return a file of some items."""
    envelope = "<NewsEnvelope><DateAndTime>20240304T090000Z</DateAndTime></NewsEnvelope>"
    return f'<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd"><NewsML Version="1.2">{envelope}{"".join(items)}</NewsML>'


def load(text: str) -> list[Imported]:
    """Read the articles of a file."""
    return registry.read_bytes(text.encode(), name="item.xml", origin="/a/item.xml")


def told(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return the passages of an article, each with its words."""
    article = imported.article
    return [(passage.kind, article.words_of(passage)) for passage in article.passages]


def lines(headline: str) -> str:
    """Return the lines of a component with a headline alone."""
    return f"<NewsLines><HeadLine>{headline}</HeadLine></NewsLines>"


def component(*inside: str, attributes: str = "") -> str:
    """Return a component."""
    return f"<NewsComponent {attributes}>{''.join(inside)}</NewsComponent>"


WHOLE = component(
    LINES, ABOUT, TOPICS, text_content("<p>The pier closes.</p><p>Ferries leave.</p>")
)
NITF = "<nitf><body><body.content><p>The pier closes.</p><p>Ferries leave.</p></body.content></body></nitf>"


@pytest.mark.parametrize(
    "content",
    [
        "<p>The pier closes.</p><p>Ferries leave.</p>",
        NITF,
        "<html><body><p>The pier closes.</p><p>Ferries leave.</p></body></html>",
        "<![CDATA[<p>The pier closes.</p><p>Ferries leave.</p>]]>",
        "The pier closes.\n\nFerries leave.",
    ],
    ids=["paragraphs", "nitf", "page", "escaped", "plain"],
)
def test_text_is_read_in_every_form(content: str) -> None:
    """A text may be NITF, a page, bare paragraphs, escaped HTML or plain."""
    (imported,) = load(file(item(component(LINES, text_content(content)))))

    assert told(imported) == [
        (PassageKind.HEADLINE, "Old pier to close"),
        (PassageKind.BYLINE, "By Ana Reyes\nHarbour Correspondent"),
        (PassageKind.PARAGRAPH, "PARIS, March 4 (AFP) - The pier closes."),
        (PassageKind.PARAGRAPH, "Ferries leave."),
    ]


def test_fields_and_details_are_read() -> None:
    """Every standard field has its place."""
    (imported,) = load(file(item(WHOLE)))
    article, details = imported.article, imported.details

    assert imported.format == "newsml-1"
    assert imported.origin == "urn:newsml:kestrel.example:20240304:pier"
    assert article.headline == "Old pier to close"
    assert article.byline == "By Ana Reyes"
    assert article.slug == "harbour-pier"
    assert article.source == "Kestrel News"
    assert article.language == "en"
    assert article.published == dt.datetime.fromisoformat("2024-03-04T08:30:00+13:00")
    assert details.guid == "urn:newsml:kestrel.example:20240304:pier:3"
    assert details.version == "3"
    assert details.status == "usable"
    assert details.urgency == "4"
    assert details.headlines == ("Ferries leave from the quay",)
    assert details.subjects == ("Ports",)
    assert details.keywords == ("harbour", "pier", "ferries")
    assert details.places == ("NZ",)
    assert details.authors == ("Ana Reyes",)
    assert details.provider == "KES"
    assert details.credit == "Kestrel"
    assert details.editor_note == "Adds quote."
    assert details.usage_terms == "Not for archives."
    assert details.copyright == "(c) Kestrel 2024"
    assert details.dateline == "PARIS, March 4 (AFP) -"


def test_nested_component_belongs_to_the_one_around_it() -> None:
    """A headline above and a text below are one story."""
    inner = component('<Role FormalName="Main"/>', text_content("<p>The pier closes.</p>"))
    (imported,) = load(file(item(component(lines("Pier"), component(inner)))))

    assert imported.article.text == "Pier\n\nThe pier closes."


def test_parts_without_headlines_are_one_story() -> None:
    """Components that have no headline of their own continue the story."""
    parts = [component(text_content(f"<p>Part {n} of it.</p>")) for n in (1, 2)]
    (imported,) = load(file(item(component(lines("Pier"), *parts))))

    assert imported.article.text == "Pier\n\nPart 1 of it.\n\nPart 2 of it."


def test_components_with_headlines_of_their_own_are_stories() -> None:
    """A package of stories is as many articles, which share the item's fields."""
    parts = [
        component(lines(f"Story {n}"), text_content(f"<p>Part {n} of it.</p>")) for n in (1, 2)
    ]
    first, second = load(file(item(component(*parts))))

    assert first.article.text == "Story 1\n\nPart 1 of it."
    assert second.article.text == "Story 2\n\nPart 2 of it."
    assert first.origin != second.origin
    assert first.details.urgency == second.details.urgency == "4"


def test_equivalents_are_read_once() -> None:
    """What says the same in other forms is one text."""
    forms = [
        component(text_content("<p>The pier closes.</p>")),
        component(text_content("The pier closes.")),
    ]
    (imported,) = load(
        file(item(component(lines("Pier"), *forms, attributes='EquivalentsList="yes"')))
    )

    assert imported.article.text == "Pier\n\nThe pier closes."


def test_picture_beside_the_text_gives_its_caption() -> None:
    """A photograph's words are a caption behind the story; its bytes are no text."""
    photo = (
        '<ContentItem><MediaType FormalName="Photo"/><DataContent>QUJD</DataContent></ContentItem>'
    )
    caption = component('<Role FormalName="Caption"/>', text_content("<p>The pier on Sunday.</p>"))
    picture = component(lines("Pier picture"), component(photo), caption)
    story = component(text_content("<p>The pier closes.</p>"))
    (imported,) = load(file(item(component(lines("Pier"), story, picture))))

    assert told(imported) == [
        (PassageKind.HEADLINE, "Pier"),
        (PassageKind.PARAGRAPH, "The pier closes."),
        (PassageKind.CAPTION, "The pier on Sunday."),
    ]


def test_lines_in_components_of_their_own_are_fields() -> None:
    """Where each line of a story is a component, its role says which line it is."""
    parts = [
        component(f'<Role FormalName="{role}"/>', text_content(f"<p>{words}</p>"))
        for role, words in (
            ("Title", "Old pier to close"),
            ("Author", "Ana Reyes"),
            ("Lead", "The board says so."),
            ("Body", "The pier closes."),
        )
    ]
    article = load(file(item(component(*parts))))[0].article

    assert article.headline == "Old pier to close"
    assert article.byline == "Ana Reyes"
    assert article.text.endswith("The board says so.\n\nThe pier closes.")


def test_wrapped_content_is_opened() -> None:
    """An encoding around the data says how its words are wrapped."""
    wrapped = (
        '<Encoding Notation="Base64"><DataContent>VGhlIHBpZXIgY2xvc2VzLg==</DataContent></Encoding>'
    )
    content = f'<ContentItem><MediaType FormalName="Text"/>{wrapped}</ContentItem>'

    assert load(file(item(component(content))))[0].article.text == "The pier closes."


def test_item_inside_a_component_is_an_article() -> None:
    """Components may hold whole items."""
    inner = item(component(text_content("<p>The quay opens.</p>")), guid="urn:newsml:k:1:quay:1")
    found = load(file(item(component(lines("Pier"), text_content("<p>It closes.</p>"), inner))))

    assert [imported.article.text for imported in found] == [
        "Pier\n\nIt closes.",
        "The quay opens.",
    ]


def test_file_holds_several_items() -> None:
    """Each item is an article; one without text is named."""
    other = item(WHOLE, guid="urn:newsml:kestrel.example:20240304:quay:1N")
    empty = item(component(), guid="urn:empty")
    first, second = load(file(item(WHOLE), other, empty))

    assert first.origin == "urn:newsml:kestrel.example:20240304:pier"
    assert second.origin == "urn:newsml:kestrel.example:20240304:quay"
    assert [problem.kind for problem in first.problems] == [ProblemKind.PART_UNREAD]
    assert "urn:empty" in first.problems[0].detail


def test_alert_is_a_headline_alone() -> None:
    """A flash has no body; an item of pictures alone has no text."""
    flash = '<ContentItem><MediaType FormalName="Text"/><DataContent/></ContentItem>'

    assert load(file(item(component(lines("Pier closes"), flash))))[0].article.text == "Pier closes"


def test_file_without_text_is_refused() -> None:
    """Pictures alone are no article."""
    photo = '<ContentItem Href="pier.jpg"><MediaType FormalName="Photo"/></ContentItem>'
    with pytest.raises(FormatError, match="holds no text"):
        load(file(item(component(lines("Pier"), photo))))
