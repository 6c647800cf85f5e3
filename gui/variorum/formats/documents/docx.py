"""Read a Word document: its text as it is printed, with tracked changes accepted.

Deleted and hidden words, fields' instructions, comments, notes and text boxes stay out.
"""

from collections.abc import Iterator, Mapping

from variorum.formats.corpora.column_dates import read_date
from variorum.formats.corpora.guessing import language_of_cell
from variorum.formats.documents.document import Origin, Paragraph
from variorum.formats.documents.office_zip import Members, opened
from variorum.formats.documents.stories import all_imported
from variorum.formats.xml import tree as xml_tree
from variorum.formats.xml.tree import EMPTY, Node
from variorum.text import Details, Imported

NAME = "docx"

_WITHIN = frozenset({
    "ins", "moveto", "hyperlink", "smarttag", "sdt", "sdtcontent", "fldsimple", "customxml", "dir", "bdo",
})  # fmt: skip
"""Elements around paragraphs or runs that a page shows."""
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011", "ptab": "\t"}
_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 30


def read_file(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a document: one, or the stories of an export."""
    with opened(data, name=name) as members:
        tree = xml_tree.parse(members.need("word/document.xml"), name=name)
        styles = _styles(members, name)
        details, language = _details(members, name)
    body = tree.root.first("body") or EMPTY
    paragraphs = list(_paragraphs(body, styles, depth=0))
    of = Origin(name, origin, data, NAME, language=language, details=details)
    return all_imported(paragraphs, of)


def _styles(members: Members, name: str) -> Mapping[str, str]:
    """Return the names of styles by their ids: Word translates the ids, never the names."""
    data = members.get("word/styles.xml")
    if data is None:
        return {}
    root = xml_tree.parse(data, name=name).root
    return {
        style.get("styleid") or "": ((style.first("name") or EMPTY).get("val") or "").casefold()
        for style in root.all("style")
    }


def _details(members: Members, name: str) -> tuple[Details, str | None]:
    data = members.get("docProps/core.xml")
    if data is None:
        return Details(), None
    root = xml_tree.parse(data, name=name).root
    keywords = root.words("keywords")
    creator = root.words("creator")
    details = Details(
        keywords=tuple(filter(None, map(str.strip, keywords.split(",")))) if keywords else (),
        authors=(creator,) if creator else (),
        created=read_date(root.words("created") or "", None),
        revised=read_date(root.words("modified") or "", None),
    )
    return details, language_of_cell(root.words("language") or "")


def _paragraphs(around: Node, styles: Mapping[str, str], *, depth: int) -> Iterator[Paragraph]:
    if depth > _DEEPEST:
        return
    for node in around.children:
        if node.name == "p":
            yield _paragraph(node, styles)
        elif node.name == "tbl":
            yield from _table(node, styles, depth=depth + 1)
        elif node.name in _WITHIN:
            yield from _paragraphs(node, styles, depth=depth + 1)


def _paragraph(node: Node, styles: Mapping[str, str]) -> Paragraph:
    properties = node.first("ppr") or EMPTY
    style = (properties.first("pstyle") or EMPTY).get("val") or ""
    name = styles.get(style, style).casefold()
    return Paragraph(
        _words(node),
        is_heading=name.startswith("heading") or name == "subtitle",
        is_title=name == "title",
    )


def _words(node: Node) -> str:
    """Return what a paragraph's runs show."""
    parts: list[str] = []
    waiting = node.children[::-1]
    while waiting:
        one = waiting.pop()
        if one.name == "r":
            if not _is_hidden(one):
                parts.extend(_shown(child) for child in one.children)
        elif one.name in _WITHIN:
            waiting.extend(reversed(one.children))
    return "".join(parts)


def _shown(node: Node) -> str:
    if node.name == "t":
        return node.inner
    if node.name == "br" and node.get("type") in {"page", "column"}:
        return ""
    return _SIGNS.get(node.name, "")


def _is_hidden(run: Node) -> bool:
    vanish = run.first("rpr", "vanish")
    return vanish is not None and (vanish.get("val") or "") not in _OFF


def _table(node: Node, styles: Mapping[str, str], *, depth: int) -> Iterator[Paragraph]:
    """Yield a table as one passage; one with a single column only sets text, so as paragraphs."""
    rows = [list(row.all("tc")) for row in node.all("tr")]
    if all(len(row) <= 1 for row in rows):
        for row in rows:
            for cell in row:
                yield from _paragraphs(cell, styles, depth=depth)
        return
    lines = [
        "\t".join(
            " ".join(
                " ".join(p.text.split()) for p in _paragraphs(cell, styles, depth=depth)
            ).strip()
            for cell in row
        )
        for row in rows
    ]
    yield Paragraph("\n".join(line for line in lines if line.strip()), is_table=True)
