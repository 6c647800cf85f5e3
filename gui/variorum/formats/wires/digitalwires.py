"""Read the dpa's own JSON, digital wires: stories, and pictures and sounds with their captions."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

from variorum.formats.compose import Part
from variorum.formats.html.fragment import Known, parts_of_either, parts_of_html
from variorum.formats.html.tree import squash
from variorum.formats.json.fields import JsonFields, against, imported, without_text
from variorum.formats.json.values import read_values
from variorum.formats.wires.item import Item, unique
from variorum.text import Details, Imported, PassageKind
from variorum.wire.fields import Fields

NAME = "digitalwires"

_ASKED = ("urn", "version", "version_created", "headline", "pubstatus", "language")
_HINT = "Ask for entries with an article_html."
_SENDER = "dpa"
_DEEPEST = 6


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a file's entries; raise `FormatError` where none holds text."""
    file = read_values(data, name=name)
    found = [(_item(value), value) for value in _entries(list(file.values))]
    read = [(item, value) for item, value in found if item.has_text or item.fields.headline]
    if not read:
        problems = [*file.problems, *(each for item, _ in found for each in item.problems)]
        raise without_text(name, problems, hint=_HINT)
    return imported(read, file, data=data, origin=origin, format_name=NAME)


def _entries(values: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield the entries among some values: one, a list, or a list within an answer."""
    if depth > _DEEPEST:
        return
    if isinstance(values, dict):
        found = cast("dict[str, Any]", values)
        if "urn" in found or str(found.get("format", "")).startswith("digitalwires@"):
            yield found
        else:
            for inner in found.values():
                yield from _entries(inner, depth + 1)
    elif isinstance(values, list):
        for inner in cast("list[Any]", values):
            yield from _entries(inner, depth + 1)


def _item(value: dict[str, Any]) -> Item:
    fields = JsonFields(value)
    headline = fields.line("headline")
    lines = unique([fields.line("kicker"), fields.line("subhead"), fields.line("teaser")])
    byline, dateline = fields.line("byline"), fields.line("dateline")
    guid = fields.line("urn")
    published = fields.moment("version_created", "updated")
    senders = (*_named(fields, "provider"), _SENDER)
    return Item(
        parts=tuple(_body(fields, dateline, known=(headline, *lines, byline))),
        summary=tuple(_captions(fields)),
        fields=Fields(
            headline=headline,
            byline=byline,
            published=published,
            source=next(iter((*_named(fields, "infosource"), *senders)), None),
            language=fields.line("language"),
        ),
        details=Details(
            guid=guid,
            version=fields.line("version"),
            status=fields.line("pubstatus"),
            urgency=fields.line("urgency"),
            headlines=lines,
            subjects=unique((*fields.names("dpasubject_names"), *_named(fields, "person"))),
            keywords=unique(fields.names("keyword_names")),
            places=unique((*fields.names("geosubject_names"), *fields.names("poi_names"))),
            authors=unique((*_named(fields, "creator"), *_named(fields, "contributor"))),
            provider=next(iter(senders), None),
            credit=fields.line("creditline"),
            editor_note=_notes(fields),
            usage_terms=fields.line("usageterms"),
            copyright=fields.line("copyrightnotice"),
            embargo=fields.moment("embargoed"),
            created=fields.moment("content_created"),
            revised=published,
            dateline=dateline,
        ),
        origin=guid,
        problems=against(name for name in _ASKED if name not in value),
    )


def _body(fields: JsonFields, dateline: str | None, *, known: Known) -> list[Part]:
    """Return the story below its dateline, and the box of facts behind it."""
    parts = parts_of_html(fields.text("article_html") or "", known=known)
    if parts and dateline and not squash(parts[0].text).startswith(squash(dateline)):
        parts[0] = replace(parts[0], text=f"{dateline} {parts[0].text}")
    return [*parts, *parts_of_html(fields.text("infobox_html") or "")]


def _named(fields: JsonFields, kind: str) -> tuple[str, ...]:
    """Return the names of an entry's categories of a kind."""
    return unique(
        each.line("name")
        for each in fields.objects("categories")
        if each.line("type") == f"dnltype:{kind}"
    )


def _captions(fields: JsonFields) -> list[Part]:
    """Return the longest description, which is a caption."""
    said = [text for each in fields.objects("descriptions") if (text := each.text("description"))]
    longest = max(said, key=len, default="")
    return [Part(part.text, PassageKind.CAPTION) for part in parts_of_either(longest)]


def _notes(fields: JsonFields) -> str | None:
    """Return the notes to editors, one below the other, each once."""
    return "\n".join(unique(each.line("ednote") for each in fields.objects("ednotes"))) or None
