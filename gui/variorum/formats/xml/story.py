"""Read XML of any other kind: a known format in a wrapper, else records that look like stories.

A house's own XML names its elements as corpora name their columns, so that what knows columns
by their names and their cells judges the elements too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from variorum.errors import FormatError
from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import guess, language_of_cell, named_roles
from variorum.formats.corpora.mapping import DateOrder, Role
from variorum.formats.feeds import atom, rss
from variorum.formats.feeds.fields import address_in
from variorum.formats.html.dates import read_moment
from variorum.formats.html.fragment import parts_of_either, plain_line
from variorum.formats.wires import newsml_1, newsml_g2, nitf
from variorum.formats.wires.item import Item, Reading
from variorum.formats.xml.html import html_inside
from variorum.formats.xml.tree import Node, parse
from variorum.text import Details, Imported, Moment
from variorum.wire.fields import Fields

NAME = "xml"

_WRAPPED: dict[str, Callable[[Reading, Node], None]] = {
    "newsmessage": newsml_g2.gather,
    "newsml": newsml_1.gather,
    "rss": rss.gather,
    "feed": atom.gather,
    "nitf": nitf.gather,
}
_HINT = "Only known formats and records with a text in an element of its own are read."
_LEAST = 40
"""Code points of an element that may be a text."""
_LONGEST_EXTRA = 300
_FURTHER = {"version": "version", "urgency": "urgency", "priority": "urgency", "status": "status"}
Row = Mapping[str, str]


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of an XML file; raise `FormatError` where no story is found in it."""
    file = parse(data, name=name)
    reading = Reading(file, data, name, origin, NAME)
    _gather_wrapped(reading, file.root)
    if not reading.found:
        _gather_records(reading, file.root)
    if not reading.found:
        raise FormatError(
            f"{name} is XML of a kind that is not known ({file.root.label}).", hint=_HINT
        )
    return reading.imported(hint=_HINT)


def _gather_wrapped(reading: Reading, root: Node) -> None:
    """Take the items of the known formats that stand in a wrapper, the outermost alone."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        gather = _WRAPPED.get(node.name)
        if node.name == "newsitem":
            has_components = node.first("newscomponent") is not None
            gather = newsml_1.gather if has_components else newsml_g2.gather
        if gather is None:
            waiting.extend(reversed(node.children))
        else:
            gather(reading, node)


def _gather_records(reading: Reading, root: Node) -> None:
    """Take the elements of the name under which most text stands in records."""
    groups: dict[str, list[tuple[Node, Row]]] = defaultdict(list)
    for node in _records(root):
        groups[node.name].append((node, _row(node)))
    best: tuple[int, list[Item], list[Node]] = (0, [], [])
    for group in groups.values():
        items = _items([row for _, row in group])
        size = sum(len(part.text) for item in items for part in item.parts)
        if size > best[0]:
            best = (size, items, [node for node, _ in group])
    for item, node in zip(best[1], best[2], strict=True):
        if item.has_text:
            reading.add(item, node)


def _records(root: Node) -> Iterator[Node]:
    """Yield the outermost elements with several children of which one is long enough for a text."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        names = [child.name for child in node.children]
        holds_text = any(
            len(child.inner) >= _LEAST and not _is_list(child) for child in node.children
        )
        if len(set(names)) == len(names) > 1 and holds_text:
            yield node
        else:
            waiting.extend(reversed(node.children))


def _is_list(node: Node) -> bool:
    """Tell whether an element only holds records: no words of its own, no paragraphs."""
    return bool(node.children) and next(node.below("p", "br", "div", "para"), None) is None


def _row(node: Node) -> Row:
    return {
        child.label: html_inside(child) if child.children else child.text for child in node.children
    }


def _items(rows: Sequence[Row]) -> list[Item]:
    names = list(dict.fromkeys(name for row in rows for name in row))
    found = guess(names, rows).mapping
    text = found.column(Role.TEXT)
    told = [role for role, _ in found.columns if role is not Role.TEXT]
    if text is None or not told:
        return [Item() for _ in rows]
    # Elements have names for a reason: what was guessed by its contents alone is left out.
    roles = {
        role: name
        for role, name in found.columns
        if role is Role.TEXT or role in named_roles([name])
    }
    return [_item(row, roles, order=found.order) for row in rows]


def _item(row: Row, roles: Mapping[Role, str], *, order: DateOrder | None) -> Item:
    cells = {role: plain_line(row.get(name, "")) or None for role, name in roles.items()}
    further = {
        _FURTHER[name.lower()]: line
        for name, cell in row.items()
        if name.lower() in _FURTHER and name not in roles.values() and (line := plain_line(cell))
    }
    guid, address = cells.get(Role.GUID), address_in(cells.get(Role.ADDRESS))
    headline, byline = cells.get(Role.HEADLINE), cells.get(Role.BYLINE)
    return Item(
        parts=tuple(parts_of_either(row.get(roles[Role.TEXT], ""), known=(headline, byline))),
        fields=Fields(
            headline=headline,
            slug=cells.get(Role.SLUG),
            byline=byline,
            published=_moment(cells.get(Role.DATE), order),
            source=cells.get(Role.SOURCE),
            language=language_of_cell(cells.get(Role.LANGUAGE) or ""),
            place=cells.get(Role.PLACE),
        ),
        details=Details(
            guid=guid,
            version=further.get("version"),
            status=further.get("status"),
            urgency=further.get("urgency"),
            dateline=cells.get(Role.DATELINE),
            address=address,
            extra=_extra(row, roles),
        ),
        origin=address or guid,
    )


def _extra(row: Row, roles: Mapping[Role, str]) -> tuple[tuple[str, str], ...]:
    lines = ((name, plain_line(cell)) for name, cell in row.items() if name not in roles.values())
    return tuple(
        (name, line)
        for name, line in lines
        if line and len(line) <= _LONGEST_EXTRA and name.lower() not in _FURTHER
    )


def _moment(cell: str | None, order: DateOrder | None) -> Moment | None:
    return read_moment(cell or "") or read_date(cell or "", order)
