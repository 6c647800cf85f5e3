"""IPTC ninjs of all generations: items, lists, wrapped and broken ones."""

import datetime as dt
import json
from typing import Any

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.wires import ninjs_sniff
from variorum.formats.wires.ninjs_check import broken_in
from variorum.text import Imported, PassageKind, ProblemKind

HTML = (
    "<p>The ferry board of Harbourton said on Monday that boats would leave from the northern quay."
    "</p><h2>The pier</h2><p>Repairs would cost <b>4.2 million</b> crowns, it said.</p>"
)
FIRST: dict[str, Any] = {
    "$standard": {"name": "ninjs", "version": "1.4"},
    "uri": "urn:northernpress.example:20240304:17",
    "type": "text",
    "version": "2",
    "versioncreated": "2024-03-04T11:37:00+01:00",
    "firstcreated": "2024-03-04T10:00:00Z",
    "pubstatus": "usable",
    "urgency": 4,
    "language": "en-GB",
    "headline": "Ferries of Harbourton move",
    "headline_short": "Ferries move",
    "byline": "Kim Lund",
    "slugline": "harbourton-ferries",
    "located": "Harbourton",
    "copyrightholder": "Northern Press",
    "usageterms": "Not for resale",
    "ednote": "Updates with costs",
    "subject": [{"name": "transport", "code": "04000000"}],
    "person": [{"name": "Zoë Blanc", "rel": "mentioned"}],
    "place": [{"name": "Norland"}],
    "infosource": [{"name": "Quay Wire", "rel": "provider"}],
    "altids": {"desk": "N-17"},
    "embargoed": "2024-03-04T12:00:00Z",
    "body_text": "Another rendition.",
    "body_html": HTML,
}
LATER: dict[str, Any] = {
    "standard": {"name": "ninjs", "version": "3.0"},
    "uri": "https://northernpress.example/items/17",
    "type": "text",
    "version": "2",
    "versionCreated": "2024-03-04T11:37:00+01:00",
    "pubStatus": "withheld",
    "urgency": 4,
    "headlines": [
        {"role": "sub", "value": "Repairs cost 4.2 million crowns"},
        {"role": "main", "value": "Ferries of Harbourton move"},
    ],
    "by": "Kim Lund",
    "edNote": "Updates with costs",
    "embargoedUntil": "2024-03-04T12:00:00Z",
    "subjects": [{"name": "transport", "uri": "https://example.org/04"}],
    "people": [{"name": "Zoë Blanc"}],
    "places": [{"name": "Norland"}],
    "infoSources": [{"name": "Quay Wire", "role": "supplier"}],
    "altIds": [{"role": "desk", "value": "N-17"}],
    "bodies": [
        {"role": "main", "contentType": "text/plain", "value": "Another rendition."},
        {"role": "main", "contentType": "text/html", "value": HTML},
    ],
}


def load(value: object) -> list[Imported]:
    """Read a value, or a text as it stands, as the program reads a file."""
    text = value if isinstance(value, str) else json.dumps(value)
    return registry.read_bytes(text.encode("utf-8"), name="item.json", origin="/a/item.json")


def paths(imported: Imported) -> list[str]:
    """Return what the problems of an article name."""
    return [problem.detail for problem in imported.problems]


@pytest.mark.parametrize("item", [FIRST, LATER], ids=["first", "later"])
def test_item_is_read_with_its_fields(item: dict[str, Any]) -> None:
    """Both generations give the same article."""
    (imported,) = load(item)
    article, details = imported.article, imported.details

    assert imported.format == "ninjs"
    assert imported.origin == details.guid == item["uri"]
    assert article.headline == "Ferries of Harbourton move"
    assert article.byline == "Kim Lund"
    assert article.published == dt.datetime(2024, 3, 4, 10, 37, tzinfo=dt.UTC)
    assert details.version == "2"
    assert details.urgency == "4"
    assert details.subjects == ("transport", "Zoë Blanc")
    assert details.places == ("Norland",)
    assert details.provider == "Quay Wire"
    assert details.editor_note == "Updates with costs"
    assert details.embargo == dt.datetime(2024, 3, 4, 12, tzinfo=dt.UTC)
    assert details.extra == (("altids.desk", "N-17"),)
    assert len(details.headlines) == 1
    assert imported.problems == ()


def test_html_is_read_before_plain_text() -> None:
    """The rendition with mark-up tells paragraphs from crossheads."""
    (imported,) = load(FIRST)
    article = imported.article

    assert [(p.kind, article.words_of(p)[:12]) for p in article.passages] == [
        (PassageKind.HEADLINE, "Ferries of H"),
        (PassageKind.BYLINE, "Kim Lund"),
        (PassageKind.PARAGRAPH, "The ferry bo"),
        (PassageKind.CROSSHEAD, "The pier"),
        (PassageKind.PARAGRAPH, "Repairs woul"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([FIRST, {**FIRST, "uri": "urn:2"}]),
        json.dumps(FIRST) + "\n" + json.dumps({**FIRST, "uri": "urn:2"}),
        json.dumps({"total": 2, "item": [FIRST, {**FIRST, "uri": "urn:2"}]}),
        json.dumps({"data": {"items": [{"item": FIRST}, {"item": {**FIRST, "uri": "urn:2"}}]}}),
    ],
    ids=["list", "lines", "wrapped", "deep"],
)
def test_every_item_of_a_file_is_an_article(text: str) -> None:
    """Lists, lines and the answers of services hold items; each keeps its own object."""
    first, second = load(text)

    assert [first.origin, second.origin] == [FIRST["uri"], "urn:2"]
    assert json.loads(second.received)["uri"] == "urn:2"


def test_stories_within_a_story_are_articles_and_pictures_are_not() -> None:
    """An associated item with a body of its own is an article."""
    box = {"uri": "urn:box", "type": "text", "headline": "The quay", "body_text": "It is old."}
    picture = {"uri": "urn:pic", "type": "picture", "headline": "A quay", "description_text": "B"}
    found = load({**FIRST, "associations": {"box": box, "picture": picture}})

    assert [imported.origin for imported in found] == [FIRST["uri"], "urn:box"]


def test_picture_alone_has_its_caption_for_a_text() -> None:
    """What has no body has its description."""
    (imported,) = load(
        {
            "uri": "urn:pic",
            "type": "picture",
            "versioncreated": "2024-03-04T10:00:00Z",
            "headline": "The northern quay",
            "description_text": "Boats at the northern quay of Harbourton on Monday.",
        }
    )

    assert imported.article.passages[-1].kind is PassageKind.CAPTION


def test_nitf_within_a_body_is_read() -> None:
    """A body that is NITF gives its paragraphs, without what NITF says beside them."""
    nitf = (
        "<nitf><head><title>No</title></head><body><body.head><byline>No</byline></body.head>"
        "<body.content><p>Boats would leave from the quay.</p></body.content></body></nitf>"
    )
    body = [{"role": "nitf", "contentType": "text/vnd.IPTC.NITF", "value": nitf}]
    (imported,) = load({**LATER, "bodies": body})

    assert imported.article.text.endswith("Kim Lund\n\nBoats would leave from the quay.")


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"pubstatus": "cancelled"}, "pubstatus"),
        ({"version": 2}, "version"),
        ({"urgency": 0.5}, "urgency"),
        ({"mood": "glad"}, "mood"),
        ({"person": "Zoë Blanc"}, "person"),
        ({"headline_é": "x"}, "headline_é"),
        ({"subject": [{"name": "a", "relevance": 101}]}, "subject[0].relevance"),
        ({"rightsinfo": {"linkedrights": "a", "encodedrights": "b"}}, "rightsinfo.linkedrights/encodedrights"),
        ({"associations": {"box": {"headline": "no address"}}}, "associations.box.uri"),
    ],
)  # fmt: skip
def test_what_breaks_the_standard_is_named_and_the_rest_is_read(
    change: dict[str, Any], path: str
) -> None:
    """A fault is named by its path, and costs no text."""
    (imported,) = load({**FIRST, **change})

    assert paths(imported) == [path]
    assert imported.problems[0].kind is ProblemKind.AGAINST_STANDARD
    assert "northern quay" in imported.article.text


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"associations": [{"uri": "urn:2"}]}, "associations[0].name"),
        ({"bodies": [{"role": "main"}]}, "bodies[0].value"),
        (
            {"eventDetails": {"dates": {"startDate": "2024-03-04", "expectedStartDate": "2024"}}},
            "eventDetails.dates.startdate/expectedstartdate",
        ),
        ({"places": [{"name": "Norland", "geoJSON": {"type": "Foo"}}]}, "places[0].geoJSON.type"),
    ],
)
def test_later_generations_are_held_against_their_own_rules(
    change: dict[str, Any], path: str
) -> None:
    """Lists of named objects took the place of objects of objects."""
    assert list(broken_in({**LATER, **change})) == [path]


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(FIRST).replace('"urgency": 4,', '"urgency": 4,,'),
        json.dumps(FIRST).replace('"version": "2",', '"version": "2"'),
        json.dumps(FIRST)[:-1] + ",}",
        json.dumps(FIRST)[:-2],
        json.dumps(FIRST).replace("The pier", "The\npier"),
    ],
    ids=["commas", "no comma", "last comma", "cut off", "line feed"],
)
def test_broken_json_is_read_as_far_as_it_goes(text: str) -> None:
    """A missing comma costs no story."""
    (imported,) = load(text)

    assert "JSON" in paths(imported)
    assert imported.article.headline == "Ferries of Harbourton move"
    assert "northern quay" in imported.article.text


def test_item_without_text_is_refused_with_its_faults() -> None:
    """What is wrong with an item stands in what is said of it."""
    with pytest.raises(FormatError) as caught:
        load({"uri": "urn:17", "type": "poem"})

    assert "no text" in str(caught.value)
    assert "type" in caught.value.hint


def test_empty_item_is_refused() -> None:
    """An item with nothing in it is no plain text."""
    with pytest.raises(FormatError) as caught:
        load("{}")

    assert "uri" in caught.value.hint


def test_surrogates_and_nul_become_characters() -> None:
    """What a database cannot hold is replaced, in fields and in text."""
    text = json.dumps(FIRST).replace("Ferries of", "Ferries\\ud800 \\u0000of")
    (imported,) = load(text)

    assert imported.article.headline == "Ferries\ufffd \u2400of Harbourton move"


@pytest.mark.parametrize(
    "text",
    [
        '[{"id": 1, "title": "A", "text": "B"}]',
        '{"uri": "https://courier.example/1", "title": "A", "text": "B"}',
        '{"$schema": "https://json-schema.org", "properties": {"uri": {"type": "string"}}}',
        "uri: a",
    ],
)
def test_other_json_is_no_ninjs(text: str) -> None:
    """Corpora with columns of their own are left to the reader of corpora."""
    assert not ninjs_sniff.is_ninjs(text.encode("ascii"))
