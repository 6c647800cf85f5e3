"""Independent readers open what was exported, and find the same words."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import docx
import pytest
from openpyxl import load_workbook
from pyld import jsonld as processor
from pyrefiqda import RefiCodebook, RefiProject

from variorum.annotations.mark_set import MarkSet
from variorum.annotations.values import VariantPlace
from variorum.exchange.formats import CAN_BE_RAW, Export, ExportFormat, write_export
from variorum.exchange.jsonld import W3C
from variorum.ids import ArticleId
from variorum.intake.importer import import_articles
from variorum.library import annotations, codebook
from variorum.library.annotators import ensure_annotator
from variorum.library.commands import Command
from variorum.library.connection import Db
from variorum.library.library import Library
from variorum.library.portable import mark_set
from variorum.library.queries import stories as queries
from variorum.text import Imported, Span
from variorum.wire.fields import Fields
from variorum.wire.reader import read

FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER S}\N{REGIONAL INDICATOR SYMBOL LETTER E}"
FAMILY = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
BASE = (
    f"PORT MERROW {FLAG} (Northline) - Pilots {FAMILY} walked off the job on Monday, leaving 14"
    " ships at anchor off Saltholm.\n\n"
    f"=2+3 was on a banner, said Ame\N{COMBINING ACUTE ACCENT}lie Moll {FAMILY}{FLAG}.\n\n"
    "Nobody knew how long it would last, she said.\n"
)
VERSION = BASE.replace("(Northline)", "(NORTHLINE)").replace("14 ships", "17 ships")
MARKED = ("14 ships", "=2+3 was on", f"Ame\N{COMBINING ACUTE ACCENT}lie Moll {FAMILY}", "last")
ACROSS = f"{FLAG}.\n\nNobody"


def printed(text: str, source: str) -> Imported:
    """Return an article of an outlet."""
    article = read(text, fields=Fields(source=source))
    return Imported(article, source, text.encode(), encoding="utf-8", format="plain")


def _mark(db: Db, base: ArticleId, version: ArticleId) -> None:
    me = ensure_annotator(db, "Edda Stene")
    claim = codebook.add_code(db, name="=claim", colour="blue", memo="what is said")
    figure = codebook.add_code(db, name="figure", colour="pink", parent=claim)
    for words in (*MARKED, ACROSS):
        start = BASE.index(words)
        codes = [claim, figure] if words == MARKED[0] else [claim] if words != ACROSS else []
        highlight = annotations.add_highlight(
            db, article=base, span=Span(start, start + len(words)), annotator=me, codes=codes
        )
        text = f"@note on {words}"
        annotations.add_note(db, on=annotations.OnHighlight(highlight), text=text, annotator=me)
    place = Span(BASE.index("14"), BASE.index("14") + 2)
    variant = VariantPlace(base, place, version, place)
    annotations.add_note(db, on=variant, text="Who counted?", annotator=me)
    annotations.add_note(db, on=annotations.OnArticle(version), text="Late.", annotator=me)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Return a library with a story of two versions, marked."""
    with Library.open(tmp_path / "desk.variorum", create=True) as library:
        import_articles(library, [printed(BASE, "Northline"), printed(VERSION, "Channel Post")])
        (story,) = queries.stories(library.reader)
        rows = queries.versions(library.reader, story.story)
        by_source = {row.source: row.article for row in rows}
        base, version = by_source["Northline"], by_source["Channel Post"]
        library.run(Command.HIGHLIGHT, lambda db: _mark(db, base, version))
        yield library


def marks_of(library: Library) -> MarkSet:
    """Return all marks of the library."""
    rows = queries.stories(library.reader)
    return mark_set(library.reader, [row.story for row in rows])


def exported(library: Library, chosen: ExportFormat, file: Path, *, raw: bool = False) -> Path:
    """Write one format and return its file."""
    stories = [row.story for row in queries.stories(library.reader)]
    write_export(Export(library.reader, stories, "desk", raw=raw), chosen, file)
    return file


WORDS = {*MARKED, ACROSS}


flatten = cast("Callable[..., list[dict[str, Any]]]", getattr(processor, "flatten"))  # noqa: B009 - its own types are half unknown


def _local(address: str, _options: object) -> dict[str, Any]:
    """Give the processor the W3C's context, and nothing of the network."""
    if address != W3C:
        raise AssertionError(address)
    context = json.loads((Path(__file__).parent / "anno.jsonld").read_text(encoding="utf-8"))
    return {"contextUrl": None, "documentUrl": address, "document": context}


def test_a_json_ld_processor_finds_the_words(library: Library, tmp_path: Path) -> None:
    """Expanded by the W3C's context, positions and quotations stand for the same words."""
    file = exported(library, ExportFormat.JSONLD, tmp_path / "marks.jsonld")
    shape = json.loads(file.read_text(encoding="utf-8"))

    flat: list[dict[str, Any]] = flatten(shape, None, {"documentLoader": _local})

    nodes: dict[str, Any] = {node["@id"]: node for node in flat}
    oa = "http://www.w3.org/ns/oa#"
    found: set[str] = set()
    for node in flat:
        if f"{oa}hasSelector" in node and "urn:x-variorum:role" not in node:
            selectors = [nodes[each["@id"]] for each in node[f"{oa}hasSelector"]]
            (place,) = (each for each in selectors if f"{oa}start" in each)
            (quote,) = (each for each in selectors if f"{oa}exact" in each)
            span = slice(*(place[f"{oa}{end}"][0]["@value"] for end in ("start", "end")))
            assert quote[f"{oa}exact"][0]["@value"] == BASE[span]
            found.add(BASE[span])
    assert found == WORDS
    kinds = [kind for node in flat for kind in node.get("@type", ())]
    assert kinds.count(f"{oa}Annotation") == len(WORDS) + 2
    every = [value for node in flat for key in node if key == f"{oa}hasBody" for value in node[key]]
    assert all(each["@id"] in nodes for each in every)
    assert not [key for node in flat for key in node if ":" not in key and key[0] != "@"]


def test_no_term_of_the_annotations_is_unknown(library: Library, tmp_path: Path) -> None:
    """Every key is a term of the W3C's context or of ours: none is dropped in silence."""
    file = exported(library, ExportFormat.JSONLD, tmp_path / "marks.jsonld")
    shape = json.loads(file.read_text(encoding="utf-8"))
    context = _local(W3C, None)["document"]["@context"]

    def keys(value: Any) -> Iterator[str]:
        inner = cast("list[Any]", value) if isinstance(value, list) else []
        if isinstance(value, dict):
            found = cast("dict[str, Any]", value)
            yield from found
            inner = list(found.values())
        for each in inner:
            yield from keys(each)

    own = shape.pop("@context")[1]
    assert set(keys(shape)) <= {*context, *own}


def test_a_reader_of_projects_finds_the_words(library: Library, tmp_path: Path) -> None:
    """Selections, codes, notes and users stand where another program looks for them."""
    file = exported(library, ExportFormat.QDPX, tmp_path / "desk.qdpx")

    project: Any = RefiProject.load(file, extract_dir=str(tmp_path / "out"))

    found: set[str] = set()
    for source in project.sources.text_source:
        path = RefiProject.resolve_source_path(source.plain_text_path, tmp_path / "out")
        text = path.read_bytes().decode()
        for each in source.plain_text_selection:
            found.add(text[each.start_position : each.end_position])
    assert found == {*WORDS, "14", "17"}
    (top,) = project.code_book.codes.code
    assert (top.name, [each.name for each in top.code]) == ("=claim", ["figure"])
    assert [user.name for user in project.users.user] == ["Edda Stene"]
    notes = {note.plain_text_content for note in project.notes.note}
    assert notes == {f"@note on {words}" for words in WORDS} | {"Who counted?", "Late."}


def test_a_reader_of_codebooks_finds_the_codes(library: Library, tmp_path: Path) -> None:
    """The tree, the colours and the memos are there."""
    file = exported(library, ExportFormat.QDC, tmp_path / "desk.qdc")

    book: Any = RefiCodebook.load(file)

    (top,) = book.codes.code
    assert (top.name, top.code[0].name) == ("=claim", "figure")
    assert "what is said" in top.description
    assert (top.is_codable, top.color, top.guid) == (True, "#5b8ddb", top.guid)


def test_openpyxl_finds_the_words(library: Library, tmp_path: Path) -> None:
    """Every cell is a string or a number; what could compute has an apostrophe."""
    file = exported(library, ExportFormat.XLSX, tmp_path / "marks.xlsx")

    book = load_workbook(file)

    rows = list(book["highlights"].iter_rows(values_only=True))
    place = rows[0].index("words")
    words = {str(row[place]) for row in rows[1:]}
    assert words == {f"'{each}" if each.startswith("=") else each for each in WORDS}
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert len(list(book["notes"].iter_rows())) == 1 + len(WORDS) + 2


@pytest.mark.parametrize("chosen", sorted(CAN_BE_RAW))
def test_raw_tables_keep_the_words(library: Library, tmp_path: Path, chosen: ExportFormat) -> None:
    """Asked for, words stand in a table as they are; in a workbook still as words."""
    file = exported(library, chosen, tmp_path / "table", raw=True)

    if chosen is ExportFormat.CSV:
        rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""))
        assert {row["words"] for row in rows} >= {MARKED[1]}
    elif chosen is ExportFormat.XLSX:
        with file.open("rb") as data:
            rows = list(load_workbook(data)["highlights"].iter_rows())
        cells = {cell.value: cell.data_type for row in rows for cell in row}
        assert cells[MARKED[1]] != "f"
    assert file.stat().st_size


def test_csv_finds_the_words(library: Library, tmp_path: Path) -> None:
    """The standard reader of CSV finds each highlight's words at its place."""
    file = exported(library, ExportFormat.CSV, tmp_path / "marks.csv")

    rows = csv.DictReader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))

    assert {BASE[int(row["start"]) : int(row["end"])] for row in rows} == WORDS


def test_each_line_of_json_has_its_words(library: Library, tmp_path: Path) -> None:
    """Highlights with their places, notes with what they are on."""
    file = exported(library, ExportFormat.JSONL, tmp_path / "marks.jsonl")

    marks = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]

    highlights = [mark for mark in marks if mark["mark"] == "highlight"]
    assert {BASE[mark["start"] : mark["end"]] for mark in highlights} == WORDS
    assert {mark["words"] for mark in highlights} == WORDS
    (variant,) = (mark for mark in marks if mark.get("on") == "variant")
    assert (variant["base"]["words"], variant["version"]["words"]) == ("14", "17")


def test_word_has_notes_as_comments_on_their_words(library: Library, tmp_path: Path) -> None:
    """python-docx finds each comment, its author, and the words between its two ends."""
    file = exported(library, ExportFormat.DOCX, tmp_path / "marks.docx")

    document: Any = docx.Document(str(file))

    comments = {comment.comment_id: comment for comment in document.comments}
    assert {comment.author for comment in comments.values()} == {"Edda Stene"}
    said = {number: comment.text for number, comment in comments.items()}
    stands = _commented(document)
    assert stands.keys() == said.keys()
    for words in WORDS:
        (number,) = (
            n
            for n, text in said.items()
            if text.endswith(f"@note on {words}"[:12])
            or (f"@note on {words}".splitlines()[0] in text)
        )
        assert stands[number] == "".join(words.split("\n\n"))
    assert {"14", "17"} <= set(stands.values())


def test_word_tints_what_is_marked(library: Library, tmp_path: Path) -> None:
    """The words of every highlight have a ground of its code's colour."""
    document: Any = docx.Document(str(exported(library, ExportFormat.DOCX, tmp_path / "m.docx")))

    tinted = "".join(
        run.text for part in document.paragraphs for run in part.runs if run._r.xpath("w:rPr/w:shd")
    )

    assert all("".join(words.split("\n\n")) in tinted for words in WORDS)


def _commented(document: Any) -> dict[int, str]:
    """Return the words that stand between the two ends of each comment."""
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found: dict[int, str] = {}
    is_open: set[int] = set()
    for element in document.element.body.iter():
        number = int(element.get(f"{name}id", -1))
        if element.tag == f"{name}commentRangeStart":
            is_open.add(number)
            found[number] = ""
        elif element.tag == f"{name}commentRangeEnd":
            is_open.remove(number)
        elif element.tag == f"{name}t":
            for each in is_open:
                found[each] += element.text or ""
    assert not is_open
    return found


def test_markdown_by_code_has_each_quotation_below_its_code(
    library: Library, tmp_path: Path
) -> None:
    """A code below another is named with it; what has no code comes last."""
    file = exported(library, ExportFormat.MARKDOWN_CODES, tmp_path / "marks.md")

    parts = file.read_text(encoding="utf-8").split("\n# ")

    assert [part.split("\n", 1)[0] for part in parts] == [
        "# &#61;claim", "&#61;claim › figure", "Without a code",
    ]  # fmt: skip
    assert "> 14 ships" in parts[1]
    assert "> Nobody" in parts[2]
