"""The dpa's digital wires: entries in JSON with their story in HTML."""

import datetime as dt
import json
from typing import Any

import pytest

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.text import Imported, PassageKind

ENTRY: dict[str, Any] = {
    "format": "digitalwires@0.9.1",
    "type": "composite",
    "urn": "urn:newsml:example.com:20240304:240304-99-17",
    "version_created": "2024-03-04T11:37:00+01:00",
    "version": 3,
    "pubstatus": "usable",
    "embargoed": "2024-03-04T12:00:00Z",
    "language": "de",
    "urgency": 3,
    "kicker": "Verkehr",
    "headline": "Fähren legen am Nordkai ab",
    "teaser": "Der alte Kai wird geschlossen.",
    "byline": "Von Kim Lund, dpa",
    "dateline": "Hafenburg (dpa) - ",
    "article_html": (
        '<section class="main"><p>Die Fähren legen bis zum Frühjahr am Nordkai ab.</p>'
        "<h2>Der alte Kai</h2><p>Die Arbeiten kosten 4,2 Millionen Kronen.</p></section>"
    ),
    "infobox_html": "<section><p>Der Kai wurde 1904 gebaut.</p></section>",
    "creditline": "dpa",
    "copyrightnotice": "Copyright 2024",
    "usageterms": "Nur nach Vereinbarung",
    "ednotes": [{"role": "r:note", "ednote": "Kontakt: Kim Lund"}],
    "categories": [
        {"type": "dnltype:creator", "name": "lund.kim"},
        {"type": "dnltype:keyword", "name": "Fähren"},
    ],
    "dpasubject_names": ["Verkehr"],
    "geosubject_names": ["Nordland"],
    "keyword_names": ["Fähren"],
}


def load(value: object) -> list[Imported]:
    """Read a value as the program reads a file."""
    data = json.dumps(value).encode("utf-8")
    return registry.read_bytes(data, name="entry.json", origin="/a/entry.json")


def test_entry_is_read_with_its_fields() -> None:
    """The entry's fields become the article's and its details."""
    (imported,) = load(ENTRY)
    article, details = imported.article, imported.details

    assert imported.format == "digitalwires"
    assert imported.origin == details.guid == ENTRY["urn"]
    assert article.headline == "Fähren legen am Nordkai ab"
    assert article.byline == "Von Kim Lund, dpa"
    assert article.source == "dpa"
    assert article.language == "de"
    assert article.published == dt.datetime(2024, 3, 4, 10, 37, tzinfo=dt.UTC)
    assert details.version == "3"
    assert details.headlines == ("Verkehr", "Der alte Kai wird geschlossen.")
    assert details.subjects == ("Verkehr",)
    assert details.places == ("Nordland",)
    assert details.authors == ("lund.kim",)
    assert details.editor_note == "Kontakt: Kim Lund"
    assert imported.problems == ()


def test_story_opens_with_its_dateline_and_ends_with_its_box() -> None:
    """The dateline is set before the first paragraph, once."""
    (imported,) = load(ENTRY)
    printed = ENTRY["article_html"].replace("<p>Die F", "<p>Hafenburg (dpa) - Die F")
    (again,) = load({**ENTRY, "article_html": printed})

    assert "\n\nHafenburg (dpa) - Die Fähren legen" in imported.article.text
    assert imported.article.text.endswith("Der Kai wurde 1904 gebaut.")
    assert again.article.text == imported.article.text


def test_picture_has_its_caption_for_a_text() -> None:
    """An entry without a story has its longest description."""
    captions = [
        {"role": "drol:caption", "description": "Der Nordkai."},
        {"role": "drol:long", "description": "Der Nordkai am Montag."},
    ]
    picture = {**ENTRY, "article_html": None, "infobox_html": None, "descriptions": captions}
    (imported,) = load(picture)

    assert imported.article.text.endswith("Der Nordkai am Montag.")
    assert imported.article.passages[-1].kind is PassageKind.CAPTION


def test_every_entry_of_an_answer_is_an_article() -> None:
    """A service wraps entries in a list."""
    found = load({"entries": [ENTRY, {**ENTRY, "urn": "urn:2"}]})

    assert [imported.origin for imported in found] == [ENTRY["urn"], "urn:2"]


def test_what_an_entry_lacks_is_named() -> None:
    """A field that every entry has is missed by name."""
    (imported,) = load({key: value for key, value in ENTRY.items() if key != "version"})

    assert [problem.detail for problem in imported.problems] == ["version"]


def test_entry_without_text_is_refused() -> None:
    """An entry that says nothing at all is refused in a sentence."""
    with pytest.raises(FormatError, match="no text"):
        load({"format": "digitalwires@0.9.1", "urn": "urn:3"})
