"""Marks that go out and come back are the same marks."""

import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from variorum.annotations.mark_set import SetEnd
from variorum.errors import FormatError
from variorum.exchange.jsonld import jsonld
from variorum.exchange.jsonld_in import read_jsonld
from variorum.exchange.qdpx import PROJECT, write_qdpx
from variorum.exchange.qdpx_in import read_qdpx

from .mark_sets import Case, cases, same_marks, stable


def as_jsonld(case: Case, *, echoes: bool = False) -> bytes:
    """Return the marks as Web Annotations."""
    further = {
        mark.id: [SetEnd(mark.article, mark.anchor)] for mark in case.marks.highlights if echoes
    }
    pieces = jsonld(case.marks, collection=stable(), title="desk", echoes=further)
    return "".join(pieces).encode()


def as_qdpx(case: Case) -> bytes:
    """Return the marks as a QDA project."""
    out = io.BytesIO()
    write_qdpx(out, case.marks, title="desk", text_of=case.text_of)
    return out.getvalue()


@given(cases())
def test_web_annotations_come_back_the_same(case: Case) -> None:
    """Every highlight, note, code and annotator, with its id, its words and its moments."""
    again = read_jsonld(as_jsonld(case, echoes=True), name="marks.jsonld")

    assert same_marks(again) == same_marks(case.marks)


@given(cases())
def test_a_project_comes_back_the_same(case: Case) -> None:
    """Neither emoji nor line ends shift a mark, and the texts are exactly those imported."""
    again = read_qdpx(as_qdpx(case), name="desk.qdpx")

    assert same_marks(again) == same_marks(case.marks)
    assert {(each.id, each.text_sha256) for each in again.articles} == {
        (each.id, each.text_sha256) for each in case.marks.articles
    }


@given(cases())
def test_the_positions_of_a_project_are_code_points(case: Case) -> None:
    """Read as plain XML and plain text, each selection stands on its words."""
    with zipfile.ZipFile(io.BytesIO(as_qdpx(case))) as archive:
        root = ET.fromstring(archive.read(PROJECT))  # noqa: S314 - written above
        name = "{urn:QDA-XML:project:1.0}"
        words: dict[str, str] = {}
        for source in root.iter(f"{name}TextSource"):
            file = source.attrib["plainTextPath"].removeprefix("internal://")
            text = archive.read(f"sources/{file}").decode()
            for one in source.iter(f"{name}PlainTextSelection"):
                place = slice(int(one.attrib["startPosition"]), int(one.attrib["endPosition"]))
                words[one.attrib["guid"]] = text[place]

    expected = {mark.id: mark.anchor.exact for mark in case.marks.highlights}
    assert {stable: words[stable] for stable in expected} == expected


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[", b"3", b'{"first": {"items": [{"type": "Annotation"}]}}']
)
def test_what_holds_no_annotations_is_refused(data: bytes) -> None:
    """A file of something else ends in a sentence."""
    with pytest.raises(FormatError):
        read_jsonld(data, name="x.jsonld")


def project(**members: str) -> bytes:
    """Return an archive with these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 cut off",
        project(other_txt="nothing"),
        project(project_qde="<Project"),
        project(project_qde='<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>'),
    ],
)
def test_what_is_no_project_is_refused(data: bytes) -> None:
    """Damage and declared entities end in a sentence."""
    with pytest.raises(FormatError):
        read_qdpx(data, name="x.qdpx")


def test_another_programs_shapes_are_read() -> None:
    """One body, one target, a bare creator and ids of the web are as good as lists and UUIDs."""
    found = read_jsonld(
        b"""{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
        "id": "http://example.org/1", "creator": "http://example.org/ada",
        "body": {"type": "TextualBody", "purpose": "tagging", "value": "claim"},
        "target": {"source": "urn:uuid:01A2046F-FF21-7AB8-85B7-ACAC8DCF34CB", "selector": [
        {"type": "TextPositionSelector", "start": 0, "end": 5},
        {"type": "TextQuoteSelector", "exact": "Ferry"}]}}""",
        name="x.jsonld",
    )

    (mark,), (code,) = found.highlights, found.codes
    assert (mark.article, mark.anchor.exact) == ("01a2046f-ff21-7ab8-85b7-acac8dcf34cb", "Ferry")
    assert (code.name, mark.codes) == ("claim", (code.id,))
