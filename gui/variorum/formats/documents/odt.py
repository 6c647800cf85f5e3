"""Read an OpenDocument text as it is printed; deleted words, comments and notes stay out."""

from collections.abc import Iterator, Mapping

from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import language_of_cell
from variorum.formats.documents.document import Origin, Paragraph
from variorum.formats.documents.office_zip import Members, opened
from variorum.formats.documents.stories import all_imported
from variorum.formats.xml import tree as xml_tree
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Imported

NAME = "odt"

_PARTS = frozenset({
    "list", "list-item", "list-header", "section", "index-body", "numbered-paragraph",
})  # fmt: skip
_UNSHOWN = frozenset({
    "annotation", "annotation-end", "note", "tracked-changes", "frame", "ruby-text", "hidden-text",
    "bookmark", "change", "change-start", "change-end", "forms", "sequence-decls", "custom-shape",
    "script", "event-listeners",
})  # fmt: skip
_MOST_SPACES = 1_000
_DEEPEST = 30


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a document: one, or the stories of an export."""
    with opened(data, name=name) as members:
        tree = xml_tree.parse(members.need("content.xml"), name=name)
        details, language = _details(members, name)
    body = tree.root.first("body", "text") or EMPTY
    paragraphs = list(_paragraphs(body, _parents(tree.root), depth=0))
    of = Origin(name, origin, data, NAME, language=language, details=details)
    return all_imported(paragraphs, of)


def _parents(root: Node) -> Mapping[str, str]:
    """Return which named style each automatic style is made from."""
    styles = (root.first("automatic-styles") or EMPTY).all("style")
    return {style.get("name") or "": style.get("parent-style-name") or "" for style in styles}


def _details(members: Members, name: str) -> tuple[Details, str | None]:
    data = members.get("meta.xml")
    if data is None:
        return Details(), None
    meta = xml_tree.parse(data, name=name).root.first("meta") or EMPTY
    author = meta.words("initial-creator") or meta.words("creator")
    details = Details(
        keywords=tuple(words for node in meta.all("keyword") if (words := node.words())),
        authors=(author,) if author else (),
        created=read_date(meta.words("creation-date") or "", None),
        revised=read_date(meta.words("date") or "", None),
    )
    return details, language_of_cell(meta.words("language") or "")


def _paragraphs(around: Node, parents: Mapping[str, str], *, depth: int) -> Iterator[Paragraph]:
    if depth > _DEEPEST:
        return
    for node in around.children:
        if node.name in {"p", "h"}:
            style = node.get("style-name") or ""
            named = {style.casefold(), parents.get(style, "").casefold()}
            yield Paragraph(
                _words(node),
                is_heading=node.name == "h" or "subtitle" in named,
                is_title="title" in named,
            )
        elif node.name == "table":
            yield from _table(node, parents, depth=depth + 1)
        elif node.name in _PARTS:
            yield from _paragraphs(node, parents, depth=depth + 1)


def _words(node: Node) -> str:
    """Return what a paragraph shows; runs of white space in the file count as one space."""
    parts: list[str] = []
    waiting: list[Node | str] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            parts.append(_collapsed(one, after=parts))
            continue
        if one.name in _UNSHOWN:
            continue
        if one.name == "s":
            parts.append(" " * min(_number(one.get("c")), _MOST_SPACES))
        elif one.name in {"tab", "line-break"}:
            parts.append("\t" if one.name == "tab" else "\n")
        else:
            parts.append(_collapsed(one.text, after=parts))
            for child in reversed(one.children):
                waiting += (child.tail, child)
    return "".join(parts).strip(" ")


def _number(given: str | None) -> int:
    return int(given) if given and given.isascii() and given.isdecimal() and len(given) < 6 else 1


def _collapsed(text: str, *, after: list[str]) -> str:
    line = "".join(" " if c in "\t\r\n" else c for c in text)
    while "  " in line:
        line = line.replace("  ", " ")
    before = next((part for part in reversed(after) if part), " ")
    return line[1:] if line.startswith(" ") and before.endswith((" ", "\n", "\t")) else line


def _table(node: Node, parents: Mapping[str, str], *, depth: int) -> Iterator[Paragraph]:
    """Yield a table as one passage; one with a single column only sets text, so as paragraphs."""
    rows = [list(row.all("table-cell")) for row in node.below("table-row")]
    if all(len(row) <= 1 for row in rows):
        for row in rows:
            for cell in row:
                yield from _paragraphs(cell, parents, depth=depth)
        return
    lines = [
        "\t".join(
            " ".join(" ".join(p.text.split()) for p in _paragraphs(cell, parents, depth=depth))
            for cell in row
        )
        for row in rows
    ]
    yield Paragraph("\n".join(line for line in lines if line.strip()), is_table=True)
