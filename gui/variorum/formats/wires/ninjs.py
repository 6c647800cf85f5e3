"""Read IPTC ninjs, News in JSON: versions 1.x, 2.x and 3.x, and what newsroom systems make of it.

One item, a list of them, one a line, or items wrapped in the answer of a service. Items within an
item are articles of their own where they are stories; pictures and films are not.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from variorum.formats.compose import Part
from variorum.formats.html.fragment import Known, parts_of_either, parts_of_html, parts_of_plain
from variorum.formats.json.fields import JsonFields, against, imported, without_text
from variorum.formats.json.values import MAX_DEPTH, read_values
from variorum.formats.wires.item import Item, unique
from variorum.formats.wires.ninjs_check import broken_in
from variorum.text import Details, Imported, PassageKind, Problem, ProblemKind
from variorum.wire.fields import Fields

NAME = "ninjs"

_HINT = "Ask for items with their texts: body_html, body_text or bodies."
_IDS = ("uri", "guid")
_TELLING = (
    "headline", "headlines", "title", "slugline", "bodies", "descriptions", "versioncreated",
    "pubstatus", "type", "byline", "by", "representationtype", "urgency", "language", "associations",
    "profile", "version", "usageterms", "ednote",
)  # fmt: skip
_FAMILIES = ("body_", "description_", "headline_")
_PICTURED = frozenset({"picture", "video", "audio", "graphic"})
_NITF_BODY = re.compile(r"<body\.content\b[^>]*>(.*?)(?:</body\.content>|\Z)", re.DOTALL)
_SENDERS = re.compile(r"provid|distribut|suppl|aggregat", re.IGNORECASE)
_INFORMANTS = re.compile(r"interview|inform|witness", re.IGNORECASE)
_MAIN = frozenset({"main", "", "text", "html", "default"})


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a file's items; raise `FormatError` where none holds text."""
    file = read_values(data, name=name)
    found = [(_item(value), value) for value in _items(list(file.values))]
    read = [(item, value) for item, value in found if item.has_text or item.fields.headline]
    if not read:
        problems = [*file.problems, *(each for item, _ in found for each in item.problems)]
        raise without_text(name, problems, hint=_HINT)
    return imported(read, file, data=data, origin=origin, format_name=NAME)


def _items(values: object) -> Iterator[dict[str, Any]]:
    """Yield the items among some values, and the stories that are associated with them."""
    waiting: list[tuple[Any, int, bool]] = [(values, 0, False)]
    while waiting:
        value, depth, is_associated = waiting.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, dict):
            found = cast("dict[str, Any]", value)
            if not _is_item(found, is_alone=depth == 1):
                waiting += [(each, depth + 1, is_associated) for each in reversed(found.values())]
                continue
            if not is_associated or _is_story(found):
                yield found
            waiting.append((found.get("associations"), depth + 1, True))
        elif isinstance(value, list):
            several = cast("list[Any]", value)
            waiting += [(each, depth + 1, is_associated) for each in reversed(several)]


def _is_item(value: Mapping[str, Any], *, is_alone: bool) -> bool:
    keys = {key.casefold() for key in value}
    if is_alone and (not keys or any(key in keys for key in _IDS)):
        return True
    told = sum(key in keys for key in _TELLING)
    told += any(key.startswith(_FAMILIES) for key in keys)
    return told >= (1 if any(key in keys for key in _IDS) else 2)


def _is_story(value: Mapping[str, Any]) -> bool:
    fields = JsonFields(value)
    return fields.line("type") not in _PICTURED and bool(_body(fields, known=()))


def _item(value: dict[str, Any]) -> Item:
    fields = JsonFields(value)
    headline, lines = _headlines(fields)
    byline = fields.line("byline", "by")
    authors = fields.names("authors")
    dateline = _dateline(fields)
    known = (headline, *lines, byline, dateline)
    guid = fields.line(*_IDS)
    return Item(
        parts=tuple(_body(fields, known=known)),
        summary=tuple(_summary(fields)),
        fields=Fields(
            headline=headline,
            slug=fields.line("slugline"),
            byline=byline or ", ".join(authors) or None,
            published=fields.moment("versioncreated", "firstcreated", "contentcreated"),
            source=_source(fields),
            language=fields.line("language"),
            place=fields.line("located"),
        ),
        details=_details(fields, guid=guid, lines=lines, authors=authors, dateline=dateline),
        origin=guid,
        problems=(*against(broken_in(value)), *_unread(fields)),
    )


def _details(
    fields: JsonFields,
    *,
    guid: str | None,
    lines: tuple[str, ...],
    authors: tuple[str, ...],
    dateline: str | None,
) -> Details:
    concepts = (
        ("subject", "subjects"),
        ("person", "people"),
        ("organisation", "organisations"),
        ("object", "objects"),
        ("event", "events"),
    )
    return Details(
        guid=guid,
        version=fields.line("version"),
        status=fields.line("pubstatus"),
        urgency=fields.line("urgency"),
        headlines=lines,
        subjects=unique(name for names in concepts for name in fields.names(*names)),
        keywords=unique(fields.names("keywords")),
        places=unique(fields.names("place", "places")),
        authors=authors,
        provider=fields.line("provider") or _party(fields, _SENDERS),
        credit=fields.line("creditline", "description_creditline"),
        editor_note=fields.line("ednote"),
        usage_terms=fields.line("usageterms"),
        copyright=fields.line("copyrightnotice", "copyrightholder"),
        embargo=fields.moment("embargoed", "embargoeduntil"),
        created=fields.moment("firstcreated", "contentcreated"),
        revised=fields.moment("versioncreated"),
        dateline=dateline,
        address=guid if guid and guid.startswith(("https://", "http://")) else None,
        extra=tuple(_other_ids(fields)),
    )


def _headlines(fields: JsonFields) -> tuple[str | None, tuple[str, ...]]:
    """Return the headline, and the other lines; a title stands in where there is none."""
    found = [
        (each.line("role") or "", line)
        for each in fields.objects("headlines")
        if (line := each.line("value", "name"))
    ]
    found.sort(key=lambda pair: pair[0].casefold() not in _MAIN)
    lines = [fields.line("headline"), *(line for _, line in found)]
    lines += [JsonFields({"line": text}).line("line") for _, text in fields.family("headline_")]
    title = fields.line("title")
    lines = list(unique([*lines, title]))
    return (lines[0], tuple(lines[1:])) if lines else (None, ())


def _source(fields: JsonFields) -> str | None:
    """Return whose copy an item is: its source, else who holds the rights in it."""
    return fields.line("source") or fields.line("copyrightholder") or _party(fields, None)


def _party(fields: JsonFields, role: re.Pattern[str] | None) -> str | None:
    """Return the first source of an item in a role; in any but an informant's where none is given."""
    for each in fields.objects("infosource", "infosources"):
        said = " ".join(filter(None, (each.line("role"), each.line("rel"), each.line("code"))))
        fits = role.search(said) if role else not _INFORMANTS.search(said)
        if fits and (name := each.line("name", "literal")):
            return name
    return None


def _dateline(fields: JsonFields) -> str | None:
    value = fields.raw("dateline")
    if isinstance(value, dict):
        return JsonFields(cast("dict[str, Any]", value)).line("text", "value")
    return fields.line("dateline")


def _other_ids(fields: JsonFields) -> Iterator[tuple[str, str]]:
    """Yield the item's other identifiers under their names."""
    value = fields.raw("altids")
    if isinstance(value, dict):
        for name, text in JsonFields(cast("dict[str, Any]", value)).family(""):
            yield f"altids.{name}", text
        return
    for each in fields.objects("altids"):
        text = each.line("value", "name")
        if text:
            yield f"altids.{each.line('role') or ''}".rstrip("."), text


def _body(fields: JsonFields, *, known: Known) -> list[Part]:
    """Return the parts of the body: the one with most mark-up, the longest of its kind."""
    candidates = [
        *((name, name, text) for name, text in fields.family("body_")),
        *(
            (each.line("role") or "", each.line("contenttype") or "", text)
            for each in fields.objects("bodies")
            if (text := each.text("value"))
        ),
    ]
    ranked = sorted(
        candidates, key=lambda one: (_rank(one[1]), one[0].casefold() not in _MAIN, -len(one[2]))
    )
    for _, kind, text in ranked:
        parts = _parts(text, kind.casefold(), known=known)
        if parts:
            return parts
    return []


def _rank(kind: str) -> int:
    """Return which of several renditions is read: HTML before plain text, other XML last."""
    kind = kind.casefold()
    if "html" in kind:
        return 0
    if "xml" in kind or "nitf" in kind:
        return 3
    return 1 if "text" in kind or "plain" in kind else 2


def _parts(text: str, kind: str, *, known: Known) -> list[Part]:
    if "nitf" in kind or _NITF_BODY.search(text):
        found = _NITF_BODY.search(text)
        return parts_of_html(found[1] if found else text, known=known)
    if "html" in kind or "xml" in kind:
        return parts_of_html(text, known=known)
    if kind in {"text", "text/plain"}:
        return parts_of_plain(text)
    return parts_of_either(text, known=known)


def _summary(fields: JsonFields) -> list[Part]:
    """Return the longest description, which is the caption of a picture."""
    texts = [text for _, text in fields.family("description_")]
    texts += [text for each in fields.objects("descriptions") if (text := each.text("value"))]
    texts += [text for name in ("description", "abstract") if (text := fields.text(name))]
    if not texts:
        return []
    parts = parts_of_either(max(texts, key=len))
    if fields.line("type") in _PICTURED:
        return [Part(part.text, PassageKind.CAPTION) for part in parts]
    return parts


def _unread(fields: JsonFields) -> Iterator[Problem]:
    """Yield what should hold text and holds none."""
    for name in ("bodies", "descriptions", "headlines"):
        if fields.raw(name) and not any(
            each.text("value", "name") for each in fields.objects(name)
        ):
            yield Problem(ProblemKind.PART_UNREAD, name)
