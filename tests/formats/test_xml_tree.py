"""The one parser of XML: what it reads, what it mends, and what it refuses."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats.xml import tree as xml_tree
from variorum.formats.xml.tree import Node, XmlFile
from variorum.text import ProblemKind


def parse(text: str | bytes) -> XmlFile:
    """Return the tree of a file."""
    data = text if isinstance(text, bytes) else text.encode()
    return xml_tree.parse(data, name="item.xml")


def kinds(file: XmlFile) -> list[ProblemKind]:
    """Return what was odd about a file."""
    return [problem.kind for problem in file.problems]


def outcome(data: bytes) -> str:
    """Return a file's first element, or the sentence that says why there is none."""
    try:
        return parse(data).root.name
    except FormatError as error:
        return error.message


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Nothing but a sentence ever comes out of noise."""
    assert outcome(b"<nitf>" + data)


@given(st.text(alphabet="<>/!?&;\"'=[]-ab: \n\x00é\ud7ff", max_size=80))
@settings(max_examples=300)
def test_any_mark_up_is_read_or_refused(text: str) -> None:
    """Mark-up in any disorder ends in a tree or in a sentence."""
    assert outcome(text.encode("utf-8", "surrogatepass"))


names = st.sampled_from(["p", "block", "hl1", "em", "td"])
words = st.text(alphabet="ab &<>é\u2028", max_size=8)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Node:
    """Return an element with words and elements in it."""
    name = draw(names)
    inside = draw(st.lists(trees(depth - 1), max_size=3)) if depth else []
    for child in inside:
        child.tail = draw(words)
    return Node(name, name, "", {}, 0, text=draw(words), children=inside)


def written(node: Node) -> str:
    """Return an element as XML."""
    inside = escaped(node.text) + "".join(
        written(child) + escaped(child.tail) for child in node.children
    )
    return f"<{node.name}>{inside}</{node.name}>"


def escaped(text: str) -> str:
    """Return words as XML writes them."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shape(node: Node) -> object:
    """Return what two equal trees share."""
    return (node.name, node.text, [(shape(child), child.tail) for child in node.children])


@given(trees())
def test_trees_come_back_as_they_were_written(tree: Node) -> None:
    """Every word and every element stands where it stood, and is found in the source."""
    file = parse(written(tree))

    assert shape(file.root) == shape(tree)
    assert file.root.inner == "".join(_words(tree))
    assert file.bytes_of(file.root).decode() == written(tree)


def _words(node: Node) -> list[str]:
    inside = [word for child in node.children for word in (*_words(child), child.tail)]
    return [node.text, *inside]


def test_doctype_passes() -> None:
    """A document type is no reason to refuse a file, and is not followed."""
    file = parse('<!DOCTYPE nitf SYSTEM "file:///etc/hostname"><nitf>Boats</nitf>')

    assert file.root.inner == "Boats"
    assert file.problems == ()


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/hostname">'],
    ids=["expanding", "another file"],
)
def test_entity_declarations_are_refused(entity: str) -> None:
    """No entity is expanded, and no other file is read."""
    with pytest.raises(FormatError, match="declares entities"):
        parse(f"<!DOCTYPE nitf [{entity}]><nitf>&b;</nitf>")


def test_entities_of_a_dtd_pass_and_are_not_read() -> None:
    """NewsML names the DTD of NITF by a parameter entity; nothing in a text can refer to it."""
    dtd = '<!ENTITY % nitf SYSTEM "file:///etc/hostname"> %nitf;'

    assert parse(f"<!DOCTYPE n [{dtd}]><n>Boats &eacute;</n>").root.inner == "Boats é"


def test_broken_file_with_entities_is_refused_too() -> None:
    """Mending opens no way around the refusal."""
    with pytest.raises(FormatError):
        parse('<!DOCTYPE n [<!ENTITY b SYSTEM "file:///etc/hostname">]><n>&b;<p></n>')


def test_named_characters_are_read_without_their_dtd() -> None:
    """Desks send HTML's names for characters whether or not a DTD is at hand."""
    assert parse("<n>caf&eacute;&nbsp;&amp; bar</n>").root.inner == "café\xa0& bar"


def test_deep_nesting_is_refused() -> None:
    """Nobody wrote a thousand elements into one another."""
    with pytest.raises(FormatError, match="nested too deeply"):
        parse("<a>" * 1_000 + "</a>" * 1_000)


def test_too_many_elements_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has an end."""
    monkeypatch.setattr(xml_tree, "MAX_ELEMENTS", 50)

    with pytest.raises(FormatError, match="too many parts"):
        parse("<a>" + "<b/>" * 60 + "</a>")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ('<?xml version="1.0" encoding="utf-8"?><n>Zoë</n>'.encode("cp1252"), "cp1252"),
        ('<?xml version="1.0" encoding="iso-8859-1"?><n>Zoë</n>'.encode(), "utf-8"),
        ('<?xml version="1.0" encoding="utf-8"?><n>Zoë</n>'.encode("utf-16"), "utf-16"),
        ('\ufeff<?xml version="1.0"?><n>Zoë</n>'.encode(), "utf-8"),
        ('<?xml version="1.0" encoding="x-no-such"?><n>Zoë</n>'.encode(), "utf-8"),
    ],
    ids=["not utf-8", "not latin", "utf-16", "marked", "unknown"],
)
def test_wrong_declarations_are_outvoted(data: bytes, encoding: str) -> None:
    """The bytes say more about an encoding than the label on them."""
    file = parse(data)

    assert file.root.inner == "Zoë"
    assert file.encoding.startswith(encoding)


@pytest.mark.parametrize(
    "text",
    [
        "<n><p>Boats & nets</p></n>",
        "<n><p>Boats\x0b and nets</p></n>",
        "<n><p\x0b>Boats and nets</p></n>",
        "<n><p>Boats &#0; and nets</p></n>",
        "<n><p>Boats < 3 and nets</p></n>",
        "<n><p>Boats<br>and nets</p></n>",
        "<n><p>Boats and nets",
        "<n><p>Boats and nets</n>",
    ],
    ids=["ampersand", "control", "tag", "reference", "less", "open break", "cut short", "crossed"],
)
def test_broken_files_are_read_with_a_problem(text: str) -> None:
    """What a reader can read in a broken file is read, and the breach is named."""
    file = parse(text)

    assert "Boats" in file.root.inner
    assert "nets" in file.root.inner
    assert kinds(file) == [ProblemKind.AGAINST_STANDARD]


def test_transmission_around_a_file_is_no_part_of_it() -> None:
    """Bytes before the first tag and behind the last one are the line's."""
    assert parse(b"\x01\r\n<?xml version='1.0'?><n>Boats</n>\r\n\x04").root.inner == "Boats"


def test_names_are_folded_and_lose_their_prefix() -> None:
    """Desks mistype cases, and forget to declare prefixes."""
    file = parse('<x:NewsItem xml:lang="en" x:a="1"><y:headLine>Boats</y:headLine></x:NewsItem>')

    assert file.root.name == "newsitem"
    assert file.root.label == "NewsItem"
    assert file.root.space == "x"
    assert file.root.get("lang") == "en"
    assert file.root.words("headline") == "Boats"
