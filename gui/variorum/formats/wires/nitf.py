"""Read NITF: the IPTC's mark-up of one news story, versions 2 and 3.

After NITF 3.6, https://iptc.org/standards/nitf/; what desks put into `meta` is read beside it.
"""

import re
from dataclasses import replace

from variorum.formats.compose import Part
from variorum.formats.html.dates import read_moment
from variorum.formats.html.tree import squash
from variorum.formats.wires.item import Item, Reading, read_items, unique
from variorum.formats.xml.content import line_of, parts_inside, parts_of_nodes
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Imported, Moment, PassageKind, Problem, ProblemKind
from variorum.wire import reader
from variorum.wire.fields import Fields

NAME = "nitf"

_HINT = "It may be a story that was withdrawn, or only a picture; ask its sender for the text."
_MOST_BLOCKS = 20
_LEAST_LEAD = 50
"""Letters of a lead that stands in a block of its own."""
_NAMED = ("person", "org", "event", "object.title")
_WORD = re.compile(r"[^\W\d_]+")
_SLUGS = ("slug", "slugline", "slugword", "slug-line", "anpa-keyword")
_HEADLINES = ("hl1", "hl2")
_NO_WORDS_OF_THE_BYLINE = frozenset({"byttl", "virtloc"})


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the one article of an NITF file."""
    return read_items(data, gather, name=name, origin=origin, kind=NAME, hint=_HINT)


def gather(reading: Reading, root: Node) -> None:
    """Take the story of an `nitf` element, if it has one."""
    item = item_of(root)
    if item.has_text or item.fields.headline:
        reading.add(item, root)


def item_of(root: Node) -> Item:
    """Return what an `nitf` element says; also one that stands inside another format."""
    head, body = root.first("head") or EMPTY, root.first("body") or EMPTY
    top = body.first("body.head") or EMPTY
    fields = _fields(head, top, language=root.get("baselang", "lang"))
    lines = _headlines(top)
    details = _details(head, top, lines[1:])
    summary = tuple(part for node in top.all("abstract") for part in parts_inside(node))
    known = (fields.headline, fields.byline, *(part.text for part in summary))
    contents = list(body.all("body.content"))
    problems: tuple[Problem, ...] = ()
    if body is not EMPTY and not contents:
        contents = [_as_content(body)]
        problems = (Problem(ProblemKind.AGAINST_STANDARD, "NITF without body.content"),)
    contents = [_without_leads(node) for node in contents]
    parts = tuple(part for node in contents for part in parts_inside(node, known=known))
    ends = [node for end in body.all("body.end") for node in end.children]
    return Item(
        parts=(*parts, *map(_as_end, parts_of_nodes(ends))) if parts else (),
        summary=summary,
        printed_byline=_printed_byline(top),
        fields=replace(fields, headline=lines[0] if lines else _title(head)),
        details=details,
        origin=details.guid,
        problems=problems,
    )


def _as_end(part: Part) -> Part:
    """Return what stands below the story: signatures, unless it says of itself what it is."""
    is_told = part.kind is not None or reader.judge(part.text) is not None
    return part if is_told else replace(part, kind=PassageKind.CREDIT)


def _as_content(body: Node) -> Node:
    """Return a body whose paragraphs stand in it directly, without its head and end."""
    inside = [child for child in body.children if child.name not in {"body.head", "body.end"}]
    return replace(body, tail="", children=inside)


def _without_leads(content: Node) -> Node:
    """Return a content without the blocks that only repeat how another one begins.

    Archives give the lead in a block of its own, and then the full text.
    """
    blocks = list(content.all("block"))
    if len(blocks) > _MOST_BLOCKS:
        return content
    letters = {block: squash(block.inner) for block in blocks}
    repeated = {
        block
        for block, lead in letters.items()
        if len(lead) >= _LEAST_LEAD
        and any(full.startswith(lead) and len(full) > len(lead) for full in letters.values())
    }
    kept = [child for child in content.children if child not in repeated]
    return replace(content, children=kept) if repeated else content


def _headlines(top: Node) -> list[str]:
    """Return the headline and the lines below it; old files call their holder otherwise."""
    holders = [*top.all("hedline", "headline")] or [top]
    nodes = [node for holder in holders for node in holder.below(*_HEADLINES)]
    lines = [line_of(node) for node in nodes]
    if not any(lines):
        lines = [line_of(holder) for holder in holders if holder is not top]
    return list(dict.fromkeys(line for line in lines if line))


def _title(head: Node) -> str | None:
    title = head.first("title")
    return line_of(title) if title is not None else None


def _fields(head: Node, top: Node, *, language: str | None) -> Fields:
    data = head.first("docdata") or EMPTY
    names = [name for name in map(_name_in, _bylines(top)) if name]
    return Fields(
        slug=_slug(head, data),
        byline=", ".join(dict.fromkeys(names)) or None,
        published=_norm(data, "date.issue")
        or _norm(data, "date.release")
        or _story_date(head, top),
        source=_source(data, top),
        language=language,
        place=_place(top),
    )


def _slug(head: Node, data: Node) -> str | None:
    """Return the label of the story: the standard has none, so desks name it in four places."""
    metas = {(meta.get("name") or "").lower(): meta.get("content") for meta in head.all("meta")}
    named = next((metas[name] for name in _SLUGS if metas.get(name)), None)
    keys = [key for node in data.below("keyword") if (key := node.get("key"))]
    return named or (keys[0] if len(keys) == 1 else None) or _key(data)


def _key(data: Node) -> str | None:
    key = data.first("du-key")
    return key.get("key") if key is not None else None


def _bylines(top: Node) -> list[Node]:
    """Return the bylines, without those that name the same people once more in index order."""
    kept: dict[frozenset[str], Node] = {}
    for byline in top.all("byline"):
        words = _WORD.findall(byline.inner.casefold())
        kept.setdefault(frozenset(words) - {"by"}, byline)
    return list(kept.values())


def _name_in(byline: Node) -> str | None:
    """Return a byline without the writer's title, which has an element of its own."""
    kept = [child for child in byline.children if child.name not in _NO_WORDS_OF_THE_BYLINE]
    words = [byline.text, *(word for child in kept for word in (child.inner, child.tail))]
    tails = [child.tail for child in byline.children if child not in kept]
    return " ".join(" ".join([*words, *tails]).split()).rstrip(" ,;") or None


def _printed_byline(top: Node) -> str | None:
    """Return the bylines as a paper prints them: the title on a line of its own."""
    lines: list[str] = []
    for byline in _bylines(top):
        titles = (line_of(title) for title in byline.below("byttl"))
        lines += [line for line in (_name_in(byline), *titles) if line]
    return "\n".join(lines) or None


def _source(data: Node, top: Node) -> str | None:
    copyright_line = data.first("doc.copyright") or EMPTY
    sent = sorted(data.below("from-src"), key=lambda node: node.get("level-number") or "9")
    return (
        top.words("distributor")
        or copyright_line.get("holder")
        or (data.first("doc-id") or EMPTY).get("regsrc")
        or next((name for node in sent if (name := node.get("src-name"))), None)
    )


def _place(top: Node) -> str | None:
    location = top.first("dateline", "location")
    if location is None:
        return None
    city = location.words("city")
    return city or " ".join(location.inner.split()) or None


def _norm(data: Node, name: str) -> Moment | None:
    node = data.first(name)
    return read_moment(node.get("norm") or "") if node is not None else None


def _story_date(head: Node, top: Node) -> Moment | None:
    story = next(top.below("story.date"), EMPTY)
    printed = head.first("pubdata") or EMPTY
    return read_moment(story.get("norm") or printed.get("date.publication") or "")


def _details(head: Node, top: Node, lines: list[str]) -> Details:
    data = head.first("docdata") or EMPTY
    key = data.first("du-key") or EMPTY
    rights = data.first("doc.rights") or EMPTY
    number = data.first("doc-id") or EMPTY
    urgency = data.first("urgency") or EMPTY
    dateline = top.first("dateline")
    history = [norm for node in head.all("revision-history") if (norm := node.get("norm"))]
    return Details(
        guid=number.get("id-string"),
        version=key.get("version") or key.get("generation"),
        status=data.get("management-status"),
        urgency=urgency.get("ed-urg"),
        headlines=tuple(lines),
        subjects=unique(
            (*map(_subject, head.below("tobject.subject")), *_said(data, "classifier"))
        ),
        keywords=unique(
            (*(node.get("key") for node in data.below("keyword")), *_said(data, *_NAMED))
        ),
        places=unique((*map(_event_place, data.all("evloc")), *_said(data, "location"))),
        authors=unique(" ".join(node.inner.split()) for node in _people(top)),
        provider=number.get("regsrc"),
        credit=top.words("distributor"),
        editor_note=_notes(data, top),
        usage_terms=", ".join(unique((rights.get("type"), rights.get("limitations")))) or None,
        copyright=_copyright(data, top),
        created=read_moment(history[0]) if history else None,
        embargo=_embargo(data),
        dateline=_dateline(dateline),
        address=_address(head),
    )


def _said(data: Node, *names: str) -> list[str | None]:
    """Return what an item names as its content, by the elements that say of what kind it is."""
    held = [node for holder in data.all("identified-content") for node in holder.all(*names)]
    return [line_of(node) or node.get("value") for node in held]


def _embargo(data: Node) -> Moment | None:
    """Return when a withheld story may be published; else the date of release is no embargo."""
    release = data.first("date.release")
    is_held = (data.get("management-status") or "").lower() in {"withheld", "embargoed"}
    return read_moment(release.get("norm") or "") if release is not None and is_held else None


def _dateline(dateline: Node | None) -> str | None:
    """Return the dateline as its field prints it, its machine-readable date left out."""
    if dateline is None:
        return None
    kept = [dateline.text]
    for child in dateline.children:
        if child.name != "story.date" or read_moment(child.inner) is None:
            kept.append(child.inner)
        kept.append(child.tail)
    return " ".join("".join(kept).split()) or None


def _subject(node: Node) -> str | None:
    parts = ("tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
    return node.get(*parts, "tobject.subject.refnum")


def _event_place(node: Node) -> str | None:
    parts = (node.get(name) for name in ("city", "county-dist", "state-prov", "iso-cc"))
    return ", ".join(part for part in parts if part) or None


def _people(top: Node) -> list[Node]:
    return [person for byline in top.all("byline") for person in byline.below("person")]


def _notes(data: Node, top: Node) -> str | None:
    messages = [node.get("info") for node in data.all("ed-msg")]
    notes = [line_of(node) for node in top.all("note")]
    return "\n".join(line for line in (*messages, *notes) if line) or None


def _copyright(data: Node, top: Node) -> str | None:
    printed = top.words("rights") or top.words("copyrite")
    node = data.first("doc.copyright") or EMPTY
    return printed or " ".join(filter(None, (node.get("year"), node.get("holder")))) or None


def _address(head: Node) -> str | None:
    printed = head.first("pubdata") or EMPTY
    address = printed.get("ex-ref") or ""
    return address if address.startswith(("https://", "http://")) else None
