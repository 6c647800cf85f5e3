"""Read what a NewsML-G2 item says of itself: IPTC NewsML-G2 2.x, at core and power conformance.

Values are names where the item has them, else literals, else codes. Of codes that are a state
the prefix is left off: catalogues give no more than the address of a list that is not read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from variorum.formats.html.dates import read_moment
from variorum.formats.wires.item import unique
from variorum.formats.xml.content import line_of, parts_inside
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Moment
from variorum.wire.fields import Fields

_PLACES = ("geoarea", "poi", "city", "country", "statprov", "region")
"""How the types of subjects that are places end, in the IPTC's scheme and in others."""
_BELOW_THE_HEADLINE = ("sub", "kicker", "deck", "strap", "overline", "short", "seo")
"""Parts of roles that make a headline a further one."""


@dataclass(frozen=True, slots=True)
class Said:
    """Hold what an item says of itself."""

    fields: Fields
    details: Details


def said_by(item: Node, *, sent: Moment | None = None) -> Said:
    """Return the fields of a newsItem, a packageItem or a piece of one."""
    about = item.first("itemmeta") or EMPTY
    content = item.first("contentmeta") or (item if item.name == "contentmeta" else EMPTY)
    language = _language(item, content)
    lines = _headlines(content, about, language)
    fields = Fields(
        headline=lines[0] if lines else None,
        slug=_printed(content.all("slugline"), language),
        byline=_bylines(content, language),
        published=_moment(about, "versioncreated") or _moment(content, "contentcreated") or sent,
        source=_source(item, about, content, language),
        language=language,
        place=next((name_of(n, language) for n in content.all("located") if _is_named(n)), None),
    )
    return Said(fields, _details(item, about, content, lines[1:]))


def name_of(node: Node, language: str | None = None) -> str | None:
    """Return what something is called: a name in the item's language, a literal, or its code."""
    names = [child for child in node.all("name") if child.inner.strip()]
    full = [child for child in names if "mnemonic" not in (child.get("role") or "")] or names
    ours = [child for child in full if _is_in(child, language)] or full
    if ours:
        return line_of(ours[0])
    return line_of(node) or node.get("literal") or node.get("qcode", "uri")


def _house(node: Node, language: str | None) -> str | None:
    """Return who provides an item; a code of the IPTC's list of providers is a name."""
    name = name_of(node, language)
    is_code = name is not None and name == node.get("qcode")
    return name.rpartition(":")[2] if is_code and name else name


def _is_in(node: Node, language: str | None) -> bool:
    return (node.get("lang") or "").split("-")[0] == (language or "").split("-")[0]


def _language(item: Node, content: Node) -> str | None:
    tags = (node.get("tag") for node in content.all("language"))
    inline = (node.get("lang") for node in item.below("inlinexml", "inlinedata", "html", "nitf"))
    return next((tag for tag in (*tags, item.get("lang"), *inline) if tag), None)


def _headlines(content: Node, about: Node, language: str | None) -> list[str]:
    """Return the headline, then the lines below it: by role and rank, in the item's language."""
    nodes = [node for node in content.all("headline") if node.inner.strip()]
    nodes.sort(
        key=lambda node: (_is_further(node), _has_other_language(node, language), _rank(node))
    )
    lines = [line for node in nodes if (line := line_of(node))]
    title = line_of(about.first("title"))
    return list(dict.fromkeys(lines or ([title] if title else [])))


def _is_further(node: Node) -> bool:
    role = (node.get("role") or "").rpartition(":")[2].lower()
    return any(part in role for part in _BELOW_THE_HEADLINE)


def _has_other_language(node: Node, language: str | None) -> bool:
    return node.get("lang") is not None and not _is_in(node, language)


def _rank(node: Node) -> int:
    rank = node.get("rank") or ""
    return int(rank) if rank.isdecimal() and rank.isascii() else 1


def _printed(nodes: Iterable[Node], language: str | None) -> str | None:
    """Return the first line that has words, one in the item's language before others."""
    found = [node for node in nodes if node.inner.strip()]
    found.sort(key=lambda node: _has_other_language(node, language))
    return line_of(found[0]) if found else None


def _bylines(content: Node, language: str | None) -> str | None:
    own = [node for node in content.all("by") if not _has_other_language(node, language)]
    lines = unique(line_of(node) for node in own or content.all("by"))
    return ", ".join(lines) or None


def _source(item: Node, about: Node, content: Node, language: str | None) -> str | None:
    """Return whose copy the item is: who the information is from, else who provides it."""
    named = (
        *content.all("infosource"),
        *about.all("provider"),
        *item.below("copyrightholder"),
    )
    names = [name_of(node, language) for node in named if _is_named(node)]
    return next((name for name in names if name), None) or _printed(
        content.all("creditline"), language
    )


def _is_named(node: Node) -> bool:
    return bool(node.words("name") or node.get("literal") or node.text.strip())


def _moment(holder: Node, name: str) -> Moment | None:
    return read_moment(holder.words(name) or "")


def _details(item: Node, about: Node, content: Node, lines: list[str]) -> Details:
    language = _language(item, content)
    rights = item.first("rightsinfo") or EMPTY
    subjects = list(content.all("subject"))
    return Details(
        guid=item.get("guid"),
        version=item.get("version"),
        status=_state(about),
        urgency=content.words("urgency"),
        headlines=tuple(lines),
        subjects=unique(name_of(node, language) for node in subjects if not _is_place(node)),
        keywords=unique(line_of(node) for node in content.all("keyword")),
        places=unique(name_of(node, language) for node in subjects if _is_place(node)),
        authors=_authors(content, language),
        provider=next((_house(node, language) for node in about.all("provider")), None),
        credit=_printed(content.all("creditline"), language),
        editor_note=_notes([*about.all("ednote"), *content.all("ednote")]),
        usage_terms=_printed(rights.all("usageterms"), language),
        copyright=_printed(rights.all("copyrightnotice"), language)
        or next((name_of(node, language) for node in rights.all("copyrightholder")), None),
        embargo=_moment(about, "embargoed"),
        created=_moment(about, "firstcreated") or _moment(content, "contentcreated"),
        revised=_moment(about, "versioncreated") or _moment(content, "contentmodified"),
        dateline=_printed(content.all("dateline"), language),
        address=_address(about),
    )


def _state(about: Node) -> str | None:
    state = about.first("pubstatus") or EMPTY
    code = state.get("qcode", "uri") or line_of(state) or ""
    return code.replace("/", ":").rpartition(":")[2] or None


def _is_place(subject: Node) -> bool:
    return (subject.get("type") or "").rpartition(":")[2].lower() in _PLACES


def _authors(content: Node, language: str | None) -> tuple[str, ...]:
    """Return who made the item, houses and codes without a name left out."""
    houses = ("organisation", "organization")
    people = [
        node
        for node in (*content.all("creator"), *content.all("contributor"))
        if _is_named(node) and (node.get("type") or "").rpartition(":")[2].lower() not in houses
    ]
    return unique(name_of(node, language) for node in people)


def _notes(nodes: Iterable[Node]) -> str | None:
    """Return the notes to editors, one below the other, each once."""
    lines = [line for node in nodes for line in _lines_of(node)]
    return "\n".join(unique(lines)) or None


def _lines_of(note: Node) -> Iterator[str]:
    return (" ".join(part.text.split()) for part in parts_inside(note))


def _address(about: Node) -> str | None:
    """Return where the item itself stands on the web, if a link says so."""
    for link in about.all("link"):
        rel = (link.get("rel") or "").rpartition(":")[2].lower()
        href = link.get("href") or ""
        if rel in {"canonical", "self", "alternate", "web"} and href.startswith(
            ("https://", "http://")
        ):
            return href
    return None
