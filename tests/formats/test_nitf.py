"""NITF: the fields of its head, the lines of its body's head, the paragraphs of its content."""

import datetime as dt

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind, ProblemKind

ITEM = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf baselang="en-NZ" version="-//IPTC//DTD NITF 3.6//EN">
 <head>
  <title>Pier closes</title>
  <tobject tobject.type="News"><tobject.subject tobject.subject.refnum="13000000"
    tobject.subject.type="Transport" tobject.subject.matter="Ports"/></tobject>
  <docdata management-status="usable">
   <doc-id id-string="kestrel.4711" regsrc="KES"/>
   <urgency ed-urg="3"/>
   <date.issue norm="20240304T083000+1300"/>
   <du-key key="harbour-pier" version="2"/>
   <evloc city="Port Alder" iso-cc="NZ"/>
   <ed-msg info="Adds quote in fourth paragraph."/>
   <doc.copyright year="2024" holder="Kestrel News"/>
   <doc.rights type="Not for archives."/>
   <key-list><keyword key="pier"/><keyword key="ferries"/></key-list>
  </docdata>
  <pubdata ex-ref="https://kestrel.example/pier"/>
  <revision-history norm="20240303T120000+1300"/>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Old pier in Port Alder to close</hl1><hl2>Ferries leave from the quay</hl2></hedline>
   <note noteclass="editorsnote"><body.content><p>Pictures to come.</p></body.content></note>
   <byline>By <person>Ana Reyes</person><byttl>Harbour Correspondent</byttl></byline>
   <distributor>Kestrel News</distributor>
   <dateline><location><city>Port Alder</city>, <country>NZ</country></location>
     <story.date norm="20240304">20240304</story.date></dateline>
   <abstract><p>The pier closes on Friday for the winter.</p></abstract>
  </body.head>
  <body.content>
   <media media-type="image"><media-reference mime-type="image/jpeg" source="pier.jpg"/>
    <media-caption>The pier on Sunday.</media-caption><media-producer>K. Ito</media-producer></media>
   <p>PORT ALDER, March 4 (Kestrel) - The harbour board said on Monday that the
      <org>old pier</org> would close for repairs.</p>
   <hl2>Long repairs</hl2>
   <p>Ferries will leave from the northern quay until the spring, the board said.</p>
   <ul><li>The first ferry leaves at seven.</li><li>The last one returns at nine.</li></ul>
   <table><tr><th>Route</th><th>Boats</th></tr><tr><td>North</td><td>4</td></tr></table>
  </body.content>
  <body.end><tagline>Reporting by Ana Reyes; editing by Tom Lund</tagline></body.end>
 </body>
</nitf>"""


def load(text: str) -> Imported:
    """Read the one article of a file."""
    (imported,) = registry.read_bytes(text.encode(), name="item.xml", origin="/a/item.xml")
    return imported


def told(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return the passages of an article, each with its words."""
    article = imported.article
    return [(passage.kind, article.words_of(passage)) for passage in article.passages]


def with_body(content: str, *, head: str = "") -> str:
    """Return an item of a few lines."""
    return f"<nitf><body><body.head>{head}</body.head><body.content>{content}</body.content></body></nitf>"


def test_body_is_read_as_it_is_marked_up() -> None:
    """Headline, byline, paragraphs, crosshead, list, table, caption and signature, in their order."""
    assert told(load(ITEM)) == [
        (PassageKind.HEADLINE, "Old pier in Port Alder to close"),
        (PassageKind.BYLINE, "By Ana Reyes\nHarbour Correspondent"),
        (PassageKind.CAPTION, "The pier on Sunday."),
        (
            PassageKind.PARAGRAPH,
            "PORT ALDER, March 4 (Kestrel) - The harbour board said on Monday that the old pier would close for repairs.",
        ),
        (PassageKind.CROSSHEAD, "Long repairs"),
        (
            PassageKind.PARAGRAPH,
            "Ferries will leave from the northern quay until the spring, the board said.",
        ),
        (PassageKind.PARAGRAPH, "The first ferry leaves at seven."),
        (PassageKind.PARAGRAPH, "The last one returns at nine."),
        (PassageKind.TABLE, "Route\tBoats\nNorth\t4"),
        (PassageKind.CREDIT, "Reporting by Ana Reyes; editing by Tom Lund"),
    ]


def test_fields_win_over_the_text() -> None:
    """What the item says of itself is the article's."""
    imported = load(ITEM)
    article = imported.article

    assert article.headline == "Old pier in Port Alder to close"
    assert article.byline == "By Ana Reyes"
    assert article.slug == "harbour-pier"
    assert article.source == "Kestrel News"
    assert article.language == "en-NZ"
    assert article.published == dt.datetime.fromisoformat("2024-03-04T08:30:00+13:00")
    assert imported.format == "nitf"
    assert imported.origin == "kestrel.4711"
    assert imported.problems == ()


def test_details_are_kept() -> None:
    """Every standard field has its place."""
    details = load(ITEM).details

    assert details.guid == "kestrel.4711"
    assert details.version == "2"
    assert details.status == "usable"
    assert details.urgency == "3"
    assert details.headlines == ("Ferries leave from the quay",)
    assert details.subjects == ("Ports",)
    assert details.keywords == ("pier", "ferries")
    assert details.places == ("Port Alder, NZ",)
    assert details.authors == ("Ana Reyes",)
    assert details.provider == "KES"
    assert details.credit == "Kestrel News"
    assert details.editor_note == "Adds quote in fourth paragraph.\nPictures to come."
    assert details.usage_terms == "Not for archives."
    assert details.copyright == "2024 Kestrel News"
    assert details.created == dt.datetime.fromisoformat("2024-03-03T12:00:00+13:00")
    assert details.dateline == "Port Alder, NZ"
    assert details.address == "https://kestrel.example/pier"
    assert details.extra == (("summary", "The pier closes on Friday for the winter."),)


def test_headline_printed_twice_is_read_once() -> None:
    """What the head says already is not the body's first paragraph too."""
    head = "<hedline><hl1>Pier to close</hl1></hedline><byline>By Ana Reyes</byline>"
    body = "<p>Pier to close</p><p>By Ana Reyes</p><p>The harbour board said so on Monday.</p>"

    assert told(load(with_body(body, head=head))) == [
        (PassageKind.HEADLINE, "Pier to close"),
        (PassageKind.BYLINE, "By Ana Reyes"),
        (PassageKind.PARAGRAPH, "The harbour board said so on Monday."),
    ]


def test_lead_in_a_block_of_its_own_is_read_once() -> None:
    """Archives give the lead apart, and then the full text with the lead in it."""
    words = "The old pier in Port Alder closes on Friday for the winter, the harbour board said."
    lead = f"<block class='lead'><p>{words}</p></block>"
    full = f"<block class='full'><p>{words}</p><p>Ferries leave.</p></block>"

    assert load(with_body(lead + full)).article.text == f"{words}\n\nFerries leave."


def test_byline_in_index_order_is_no_second_byline() -> None:
    """Archives name the writer twice: as printed, and as a catalogue does."""
    head = "<byline>By Ana Reyes</byline><byline class='index'>Reyes, Ana</byline>"

    assert load(with_body("<p>It closes.</p>", head=head)).article.byline == "By Ana Reyes"


def test_identified_content_is_kept() -> None:
    """What an item says that it is about stands in its details."""
    named = (
        "<classifier>Ports</classifier><person>Ana Reyes</person><location>Port Alder</location>"
    )
    text = with_body("<p>It closes.</p>").replace(
        "<nitf>",
        f"<nitf><head><docdata><identified-content>{named}</identified-content></docdata></head>",
    )
    details = load(text).details

    assert details.subjects == ("Ports",)
    assert details.keywords == ("Ana Reyes",)
    assert details.places == ("Port Alder",)


def test_dateline_of_its_own_opens_the_body() -> None:
    """A dateline with an agency in it is print; the body then opens with it."""
    head = "<hedline><hl1>Pier to close</hl1></hedline><dateline>PARIS, March 4 (AFP) -</dateline>"
    article = load(with_body("<p>The old pier would close.</p>", head=head)).article

    assert article.text.endswith("PARIS, March 4 (AFP) - The old pier would close.")
    assert article.dateline is not None
    assert (article.dateline.place, article.dateline.credit) == ("PARIS", "AFP")


def test_place_of_a_dateline_is_no_print() -> None:
    """A bare place is a field, not words of the story."""
    head = "<dateline><location>PARIS</location></dateline>"
    imported = load(with_body("<p>The old pier would close.</p>", head=head))

    assert imported.article.text == "The old pier would close."
    assert imported.details.dateline == "PARIS"


def test_paragraphs_outside_the_content_are_read_with_a_problem() -> None:
    """A file that lacks its content's element is read all the same."""
    imported = load(
        "<nitf><body><body.head/><p>The old pier closes.</p><p>It does.</p></body></nitf>"
    )

    assert imported.article.text == "The old pier closes.\n\nIt does."
    assert [problem.kind for problem in imported.problems] == [ProblemKind.AGAINST_STANDARD]


def test_held_item_has_an_embargo() -> None:
    """A date of release is an embargo where the item is withheld, and only there."""
    dates = '<date.release norm="20240305T000100Z"/>'
    held = f'<nitf><head><docdata management-status="withheld">{dates}</docdata></head>'
    free = f'<nitf><head><docdata management-status="usable">{dates}</docdata></head>'
    body = "<body><body.content><p>The old pier closes.</p></body.content></body></nitf>"

    assert load(held + body).details.embargo == dt.datetime(2024, 3, 5, 0, 1, tzinfo=dt.UTC)
    assert load(free + body).details.embargo is None


def test_escaped_twice_is_read_once() -> None:
    """An entity left in the words was meant as its character."""
    imported = load(with_body("<p>Boats &amp;amp; nets, &amp;quot;all of them&amp;quot;.</p>"))

    assert imported.article.text == 'Boats & nets, "all of them".'


def test_abstract_is_the_text_where_there_is_no_other() -> None:
    """A short item may be all abstract."""
    head = "<hedline><hl1>Pier</hl1></hedline><abstract>The pier closes on Friday.</abstract>"

    assert load(with_body("", head=head)).article.text == "Pier\n\nThe pier closes on Friday."


def test_item_without_words_is_refused() -> None:
    """An empty item says what to do."""
    with pytest.raises(FormatError, match="holds no text") as caught:
        load("<nitf><head><title/></head><body><body.content/></body></nitf>")

    assert caught.value.hint
