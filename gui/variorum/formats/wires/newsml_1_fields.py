"""Read what NewsML 1 items and their components say of themselves, by NewsML 1.2."""

import re
from collections.abc import Iterable, Mapping

from variorum.formats.compose import Part
from variorum.formats.html.dates import read_moment
from variorum.formats.wires.item import Item, unique
from variorum.formats.xml.content import line_of, parts_inside
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Moment
from variorum.wire.fields import Fields

_REVISION = re.compile(r":\d{1,9}[A-Z]?$")
_SUBJECTS = ("subject", "subjectmatter", "subjectdetail")
_HELD = frozenset({"embargoed", "withheld"})


def of_item(item: Node, *, sent: Moment | None) -> Item:
    """Return what a NewsItem says in its identification and its management."""
    named = item.first("identification") or EMPTY
    number = named.first("newsidentifier") or EMPTY
    managed = item.first("newsmanagement") or EMPTY
    guid = number.words("publicidentifier") or number.words("newsitemid")
    revised = read_moment(managed.words("thisrevisioncreated") or "")
    created = read_moment(managed.words("firstcreated") or "")
    fields = Fields(
        slug=line_of(named.first("namelabel")),
        published=revised or created or sent or read_moment(number.words("dateid") or ""),
        language=item.get("lang"),
    )
    details = Details(
        guid=guid,
        version=number.words("revisionid"),
        status=_state(managed),
        urgency=(managed.first("urgency") or EMPTY).get("formalname"),
        provider=number.words("providerid"),
        editor_note=_instructions(managed),
        embargo=_embargo(managed),
        created=created,
        revised=revised,
    )
    return Item(fields=fields, details=details, origin=_REVISION.sub("", guid) if guid else None)


def of_component(component: Node, topics: Mapping[str, str]) -> Item:
    """Return what a NewsComponent says in its lines and its metadata."""
    lines = component.first("newslines") or EMPTY
    made = component.first("administrativemetadata") or EMPTY
    about = component.first("descriptivemetadata") or EMPTY
    headlines = unique(line_of(node) for node in lines.all("headline"))
    origin, places = _places(about)
    fields = Fields(
        headline=headlines[0] if headlines else None,
        slug=line_of(lines.first("slugline")),
        byline=", ".join(unique(line_of(node) for node in lines.all("byline"))) or None,
        source=_party(made, "source") or _party(made, "provider"),
        language=(about.first("language") or EMPTY).get("formalname") or component.get("lang"),
        place=origin,
    )
    further = (line_of(node) for node in lines.all("subheadline"))
    rights = component.first("rightsmetadata") or EMPTY
    details = Details(
        headlines=unique((*headlines[1:], *further)),
        subjects=_subjects(about, topics),
        keywords=unique((*_properties(about, "keyword"), *_keywords(lines))),
        places=places,
        authors=unique(_parties(made, "creator", "contributor")),
        provider=_party(made, "provider"),
        credit=line_of(lines.first("creditline")),
        usage_terms=line_of(lines.first("rightsline")) or _terms(rights),
        copyright=line_of(lines.first("copyrightline")) or _holder(rights),
        dateline=line_of(lines.first("dateline")),
    )
    return Item(
        summary=_abstract(lines),
        printed_byline=_printed_byline(lines),
        fields=fields,
        details=details,
    )


def topics_of(root: Node) -> Mapping[str, str]:
    """Return the names of the codes that a file explains itself."""
    found: dict[str, str] = {}
    for topic in root.below("topic"):
        name = topic.words("description")
        named = [node for node in topic.all("description") if node.get("variant") == "Name"]
        english = [node for node in named if (node.get("lang") or "").startswith("en")]
        name = line_of((english or named or [topic.first("description")])[0]) or name
        for code in topic.all("formalname"):
            if name and code.inner.strip():
                found.setdefault(code.inner.strip(), name)
    return found


def _state(managed: Node) -> str | None:
    state = (managed.first("status") or EMPTY).get("formalname")
    return state.lower() if state else None


def _instructions(managed: Node) -> str | None:
    notes = (line_of(node) for node in managed.all("instruction"))
    return "\n".join(unique(notes)) or None


def _embargo(managed: Node) -> Moment | None:
    """Return when a held item becomes usable."""
    change = managed.first("statuswillchange")
    if change is None or _state(managed) not in _HELD:
        return None
    return read_moment(change.words("dateandtime") or "")


def _printed_byline(lines: Node) -> str | None:
    titles = [line_of(node) for node in lines.all("bylinetitle")]
    names = [line_of(node) for node in lines.all("byline")]
    return "\n".join(unique((*names, *titles))) if any(names) else None


def _abstract(lines: Node) -> tuple[Part, ...]:
    """Return the line that sums the item up, among the lines that agencies add to the standard."""
    for line in lines.all("newsline"):
        kind = ((line.first("newslinetype") or EMPTY).get("formalname") or "").lower()
        words = line.first("newslinetext")
        if words is not None and any(sign in kind for sign in ("abstract", "summary", "caption")):
            return tuple(parts_inside(words))
    return ()


def _party(made: Node, role: str) -> str | None:
    return next(iter(_parties(made, role)), None)


def _parties(made: Node, *roles: str) -> Iterable[str]:
    for holder in made.all(*roles):
        for party in holder.all("party"):
            names = (node.get("value") for node in party.all("property") if _is_name(node))
            name = next((name for name in names if name), None) or party.get("formalname")
            if name:
                yield name


def _is_name(node: Node) -> bool:
    return "name" in (node.get("formalname") or "").lower()


def _properties(about: Node, name: str) -> Iterable[str]:
    for node in about.all("property"):
        value = node.get("value") or node.words("value")
        if (node.get("formalname") or "").lower() == name and value:
            yield value


def _keywords(lines: Node) -> Iterable[str | None]:
    for node in lines.all("keywordline"):
        yield from (word.strip() for word in (line_of(node) or "").replace(";", ",").split(","))


def _places(about: Node) -> tuple[str | None, tuple[str, ...]]:
    """Return where the copy was filed, and the places it is about."""
    origin: str | None = None
    places: list[str] = []
    for location in about.all("location"):
        parts = {
            (node.get("formalname") or "").lower(): node.get("value")
            for node in location.all("property")
        }
        place = next(
            (parts[name] for name in ("city", "countryarea", "country") if parts.get(name)), None
        )
        if place and (location.get("howpresent") or "").lower() == "origin":
            origin = origin or place
        elif place:
            places.append(place)
    return origin, unique(places)


def _subjects(about: Node, topics: Mapping[str, str]) -> tuple[str, ...]:
    codes = [node.get("formalname") for node in about.below(*_SUBJECTS)]
    return unique(topics.get(code, code) for code in codes if code)


def _terms(rights: Node) -> str | None:
    terms = (line_of(node) for node in rights.below("usagetype", "limitations"))
    return "\n".join(unique(terms)) or None


def _holder(rights: Node) -> str | None:
    return line_of(next(rights.below("copyrightholder"), None))
