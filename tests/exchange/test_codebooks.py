"""Codebooks go out as REFI-QDA has them and as tables, and come back the same."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from pyrefiqda import RefiCodebook

from variorum.annotations.mark_set import SetCode, StableId
from variorum.errors import FormatError
from variorum.exchange.code_words import described, read_description
from variorum.exchange.codebook_csv import codebook_table, read_codebook_table
from variorum.exchange.csv_tables import disarmed, harmless
from variorum.exchange.marks_in import read_marks
from variorum.exchange.refi import codebook
from variorum.exchange.refi_in import read_codebook

from .mark_sets import Case, cases, texts

TOP = SetCode(
    StableId("0190f2a0-0000-7000-8000-000000000001"), "Attribution", "blue",
    description="Who is said to have said it.", codable=False, sign="A",
)  # fmt: skip
BELOW = SetCode(
    StableId("0190f2a0-0000-7000-8000-000000000002"), "=Lost", "red", parent=TOP.id,
    examples="a source\nwho is gone", memo="ask Edda", sign="Lo", retired=True,
)  # fmt: skip


@given(cases())
def test_a_codebook_comes_back_the_same(case: Case) -> None:
    """Its tree, its colours, all that is said of a code, whether marks may have it."""
    again = read_codebook(codebook(case.marks.codes), name="desk.qdc")

    assert frozenset(again) == frozenset(case.marks.codes)


@given(cases())
def test_a_table_of_codes_comes_back_the_same(case: Case) -> None:
    """Whatever its cells begin with; raw or not."""
    data = "".join(codebook_table(case.marks.codes)).encode("utf-8-sig")

    assert read_codebook_table(data, name="codes.csv") == case.marks.codes


@given(texts)
def test_a_cell_that_was_made_harmless_has_its_words_again(text: str) -> None:
    """Also one that began with an apostrophe, or with several."""
    for cell in (text, f"={text}", f"'{text}", f"''={text}", f" '+{text}"):
        assert disarmed(str(harmless(cell))) == cell


@given(texts)
def test_a_description_alone_stays_as_it_is(text: str) -> None:
    """Words of another program are a description and nothing else, brackets or not."""
    for said in (text, f"{text}\n\n[Memo]", f"[Letters: Q]\n{text}"):
        code = SetCode(TOP.id, "x", "blue", description=said)

        assert read_description(described(code)).description == said


def test_a_typed_reader_finds_the_shape_of_the_standard(tmp_path: Path) -> None:
    """The tree, whether a code can be given, colours and descriptions stand where it wants them."""
    file = tmp_path / "desk.qdc"
    file.write_bytes(codebook((TOP, BELOW)))

    book: Any = RefiCodebook.load(file)

    (top,) = book.codes.code
    (below,) = top.code
    assert (top.name, top.is_codable, top.color) == ("Attribution", False, "#5b8ddb")
    assert (below.name, below.is_codable, below.guid) == ("=Lost", True, BELOW.id)
    assert top.description.startswith("Who is said")
    assert book.origin == "Variorum"
    RefiCodebook.save(book, tmp_path / "again.qdc")
    assert read_marks(tmp_path / "again.qdc").codes == (TOP, BELOW)


def test_a_codebook_of_another_program_is_read() -> None:
    """Another prefix, braces around ids, colours off the palette, a code that only holds others."""
    xml = b"""<?xml version="1.0" encoding="utf-8"?>
    <q:CodeBook xmlns:q="urn:QDA-XML:codebook:1:0" origin="Other 1.0"><q:Codes>
      <q:Code guid="{0190F2A0-0000-7000-8000-00000000000A}" name="Frames" isCodable="false">
        <q:Description>How it is told.</q:Description>
        <q:Code guid="0190f2a0-0000-7000-8000-00000000000b" name="Loss" isCodable="1"
          color="#5B8DD0"/>
      </q:Code></q:Codes><q:Sets/></q:CodeBook>"""

    top, below = read_codebook(xml, name="other.qdc")

    assert (top.name, top.codable, top.description) == ("Frames", False, "How it is told.")
    assert (below.parent, below.colour, below.codable) == (top.id, "blue", True)


def test_a_table_made_by_hand_is_read() -> None:
    """Names and what they stand below are enough; the ids are the same each time."""
    data = b"Name;Below;Description\r\nFrames;;how it is told\r\nLoss;Frames;\r\nOf life;Frames \xe2\x80\xba Loss;\r\n"

    codes = read_codebook_table(data, name="codes.csv")

    names = {code.id: code.name for code in codes}
    assert [(code.name, names.get(code.parent or StableId(""))) for code in codes] == [
        ("Frames", None),
        ("Loss", "Frames"),
        ("Of life", "Loss"),
    ]
    assert codes == read_codebook_table(data, name="codes.csv")


def test_a_spreadsheet_computes_no_cell_of_a_codebook() -> None:
    """A name that begins with a sign of equality gets an apostrophe."""
    rows = csv.DictReader(io.StringIO("".join(codebook_table((TOP, BELOW))), newline=""))

    assert [row["code"] for row in rows] == ["Attribution", "'=Lost"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.qdc", b"<CodeBook"),
        ("a.qdc", b"<other/>"),
        ("a.qdc", b'<!DOCTYPE a [<!ENTITY b "c">]><CodeBook>&b;</CodeBook>'),
        ("a.csv", b"words,more\n1,2\n"),
        ("a.csv", b"\xff\xfe\xfa"),
        ("a.csv", b""),
    ],
)
def test_what_is_no_codebook_is_refused(tmp_path: Path, name: str, data: bytes) -> None:
    """Damage and files of something else end in a sentence."""
    file = tmp_path / name
    file.write_bytes(data)

    with pytest.raises(FormatError):
        read_marks(file)
