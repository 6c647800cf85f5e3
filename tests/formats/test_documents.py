"""Documents: Word, OpenDocument, Rich Text, PDF, Excel and Markdown, made here and read again."""

import datetime as dt
import io
import zipfile
from contextlib import suppress
from typing import Any

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from variorum.errors import FormatError
from variorum.formats import registry
from variorum.formats.documents import office_zip
from variorum.formats.documents.pdf_lines import PARTING, Character, lines_of
from variorum.formats.documents.pdf_paragraphs import paragraphs_of
from variorum.text import Imported, PassageKind

LEAD = "PORTO NOVA, March 3 (Sample Wire) -- Pilots returned to work on Monday."
HEADLINE = "Harbour pilots end strike"
NAMES = ["Ann", "Bob", "Carol"]
KINDS = [PassageKind.HEADLINE, PassageKind.PARAGRAPH, PassageKind.CROSSHEAD, PassageKind.TABLE]


def load(data: bytes) -> Imported:
    """Read the one article of a file."""
    (imported,) = registry.read_bytes(data, name="story", origin="/story")
    return imported


def passages(imported: Imported) -> list[tuple[PassageKind, str]]:
    """Return an article's passages as kinds and words."""
    return [(p.kind, imported.article.words_of(p)) for p in imported.article.passages]


def word(*, body: str = "") -> bytes:
    """Write a Word document with a title, a lead, a heading and a table; `body` is more of it."""
    document = docx.Document()
    document.core_properties.keywords = "harbour, strike"
    document.add_heading(HEADLINE, 0)
    document.add_paragraph(LEAD)
    document.add_heading("Talks", 2)
    table = document.add_table(2, 2)
    for number, words in enumerate(["Port", "Ships", "Nova", "12"]):
        table.cell(number // 2, number % 2).text = words
    if body:
        made: Any = document.element
        made.body.append(parse_xml(f"<w:p {nsdecls('w')}>{body}</w:p>"))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt(content: str, *, styles: str = "") -> bytes:
    """Write an OpenDocument text."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
        for name, path in [
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
        ]
    )
    page = (
        f'<?xml version="1.0"?><office:document-content {spaces}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{content}</office:text></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", page)
    return out.getvalue()


def rtf(body: str) -> bytes:
    """Write Rich Text with a western and a Cyrillic font."""
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Helvetica;}{\f1\fcharset204 Arial;}}"
    styles = r"{\stylesheet{\s0 Normal;}{\s1\b heading 1;}}{\*\generator Desk 1.0;}"
    return f"{head}{styles}{body}}}".encode("ascii")


def pdf(pages: list[list[tuple[int, int, int, str]]]) -> bytes:
    """Write a PDF: on each page lines of x, y, size and words."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    kids: list[str] = []
    for lines in pages:
        stream = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n" for x, y, size, words in lines
        )
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}endstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out = "%PDF-1.4\n"
    places: list[int] = []
    for number, words in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{words}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    out += (
        f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{out.index('xref')}\n%%EOF"
    )
    return out.encode("latin-1")


# --- Word -------------------------------------------------------------------------------------


def test_a_word_document_is_read_by_its_styles() -> None:
    """Title, paragraphs, headings and tables become headline, paragraphs, crossheads and tables."""
    read = load(word())

    assert passages(read) == list(
        zip(KINDS, [HEADLINE, LEAD, "Talks", "Port\tShips\nNova\t12"], strict=True)
    )
    assert read.format == "docx"
    assert read.details.keywords == ("harbour", "strike")
    assert read.article.dateline is not None


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        ('<w:ins w:id="1"><w:r><w:t>New</w:t></w:r></w:ins>', "New"),
        ('<w:r><w:t>Kept</w:t></w:r><w:del w:id="2"><w:r><w:delText>Old</w:delText></w:r></w:del>', "Kept"),
        ("<w:r><w:t>Seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r>", "Seen"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Seen</w:t></w:r>', "Seen"),
        ("<w:hyperlink><w:r><w:t>A link</w:t></w:r></w:hyperlink>", "A link"),
        ("<w:r><w:instrText> HYPERLINK x </w:instrText></w:r><w:r><w:t>Shown</w:t></w:r>", "Shown"),
        ("<w:sdt><w:sdtContent><w:r><w:t>A field</w:t></w:r></w:sdtContent></w:sdt>", "A field"),
        ("<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t></w:r>", "One\ntwo\tthree"),
        ('<w:r><w:t xml:space="preserve">said </w:t></w:r><w:r><w:t>“yes”</w:t></w:r>', "said “yes”"),
    ],
)  # fmt: skip
def test_a_word_document_is_read_as_it_is_printed(runs: str, words: str) -> None:
    """Tracked changes are accepted; what is deleted, hidden or an instruction stays out."""
    assert load(word(body=runs)).article.text.endswith(f"\n\n{words}")


# --- OpenDocument -----------------------------------------------------------------------------


def test_an_opendocument_text_is_read_by_its_styles() -> None:
    """A style made from the title's is the title's; lists, spaces, tabs and notes are minded."""
    content = (
        f'<text:p text:style-name="P1">{HEADLINE}</text:p><text:p>{LEAD}</text:p>'
        '<text:h text:outline-level="2">Talks</text:h>'
        "<table:table><table:table-row><table:table-cell><text:p>Port</text:p></table:table-cell>"
        "<table:table-cell><text:p>Ships</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>One<text:s text:c='2'/>two<text:note><text:p>a note</text:p></text:note>\n  three"
        "<text:line-break/>four</text:p>"
        "<text:list><text:list-item><text:p>An item</text:p></text:list-item></text:list>"
    )
    read = load(
        odt(content, styles='<style:style style:name="P1" style:parent-style-name="Title"/>')
    )

    assert read.article.text.split("\n\n") == [
        HEADLINE, LEAD, "Talks", "Port\tShips", "One  two three\nfour", "An item",
    ]  # fmt: skip
    assert [kind for kind, _ in passages(read)][:4] == KINDS


# --- Rich Text --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"Caf\'e9 \ldblquote yes\rdblquote  \emdash  no\par", "Café “yes” — no"),
        (r"{\f1\'cf\'f0\'e8} here\par", "При here"),
        (r"\u8364?5 and \u-10179?\u-8704? it\par", "€5 and 😀 it"),
        (r"\uc2\u8364\'80\'805 \uc0\u8364 6\par", "€5 €6"),
        (r'{\field{\*\fldinst HYPERLINK "http://x.invalid"}{\fldrslt A link}} there\par', "A link there"),
        (r"Seen {\v hidden}{\deleted gone}{\*\unknown x}{\footnote y}here\par", "Seen here"),
        (r"{\header Head}{\footer Foot}{\pict 0a0b}Words\par", "Words"),
        (r"One\line two\tab three\~four\_five\par", "One\ntwo\tthree\u00a0four\u2011five"),
        (r"One\par Two\par", "One\n\nTwo"),
        (r"\{braces\} and \\ stay\par", "{braces} and \\ stay"),
        (r"{\pntext\'b7\tab}An item\par", "An item"),
        ("Split wor\r\nd\\par", "Split word"),
    ],
)  # fmt: skip
def test_rich_text_is_read_as_it_is_printed(body: str, text: str) -> None:
    """Characters, fields, hidden words and destinations, each as a word processor shows them."""
    assert load(rtf(body)).article.text == text


def test_rich_text_is_read_by_its_styles_and_rows() -> None:
    """A heading's style makes the headline; rows of cells make a table."""
    read = load(
        rtf(
            rf"\pard\s1 {HEADLINE}\par\pard {LEAD}\par\trowd\intbl Port\cell Ships\cell\row"
            r"\intbl Nova\cell 12\cell\row\pard The end.\par"
        )
    )

    assert [words for _, words in passages(read)] == [
        HEADLINE, LEAD, "Port\tShips\nNova\t12", "The end.",
    ]  # fmt: skip


def test_hard_wrapped_copy_in_rich_text_keeps_its_paragraphs() -> None:
    """Systems that make each line a paragraph part the paragraphs by empty ones."""
    body = r"Pilots returned to work\par on Monday.\par\par The union\par agreed.\par\par It ended.\par"

    assert load(rtf(body)).article.text == (
        "Pilots returned to work\non Monday.\n\nThe union\nagreed.\n\nIt ended."
    )


# --- PDF --------------------------------------------------------------------------------------


def test_a_pdf_has_paragraphs_and_its_running_heads_set_apart() -> None:
    """Large words above are the headline; what every page repeats stands once, at the end."""
    pages = [
        [
            (40, 570, 8, f"Sample Paper page {number + 1}"),
            *([(40, 520, 20, HEADLINE)] if number == 0 else []),
            (40, 480, 10, f"{name} opens here and goes on in a line that is as wide as"),
            (40, 468, 10, "the column, until it ends."),
            (40, 446, 10, "Another one stands below a gap and is as wide as the column"),
            (40, 434, 10, f"and ends with {name}."),
        ]
        for number, name in enumerate(NAMES)
    ]  # fmt: skip
    read = load(pdf(pages))

    assert passages(read)[0] == (PassageKind.HEADLINE, HEADLINE)
    assert [words for kind, words in passages(read) if kind is PassageKind.PARAGRAPH] == [
        words
        for name in NAMES
        for words in (
            f"{name} opens here and goes on in a line that is as wide as the column, until it ends.",
            f"Another one stands below a gap and is as wide as the column and ends with {name}.",
        )
    ]
    assert passages(read)[-1] == (PassageKind.CLUTTER, "Sample Paper page 1")


def test_columns_of_a_pdf_follow_one_another() -> None:
    """A paragraph goes on at the top of the next column."""
    left = [(40, 500 - 12 * n, 10, f"left line {n} of the story is so wide") for n in range(5)]
    right = [(220, 500 - 12 * n, 10, f"right line {n} of the story is so wide") for n in range(5)]

    read = load(pdf([[*left, *right]]))

    assert read.article.text == " ".join(words for *_, words in [*left, *right])


@pytest.mark.parametrize(
    ("first", "second", "text"),
    [
        ("The negotia-", "tions ended.", "The negotiations ended."),
        (f"The negotia{PARTING}", "tions ended.", "The negotiations ended."),
        ("A well-known, well-", "known story.", "A well-known, well-known story."),
        ("The Franco-", "German talks.", "The Franco-German talks."),
    ],
)
def test_words_parted_at_the_end_of_a_line_are_whole_again(
    first: str, second: str, text: str
) -> None:
    """A hyphen goes where it only parted a word, and stays where the text has the compound."""
    characters = [
        Character(sign, 10.0 * place, 10.0 * place + 9, top, top + 10)
        for words, top in ((first, 0.0), (second, 12.0))
        for place, sign in enumerate(words)
    ]

    assert [each.text for each in paragraphs_of([lines_of(characters, page=0)])] == [text]


def test_a_scan_is_refused_with_a_sentence() -> None:
    """A PDF without text says what to do."""
    with pytest.raises(FormatError, match="pictures of pages"):
        load(pdf([[]]))


# --- Excel and Markdown -----------------------------------------------------------------------


def test_a_workbook_is_a_corpus() -> None:
    """Rows below a title and a line of names; dates and figures become words."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Harbour stories"])
    sheet.append(["Title", "Published", "Body", "Number"])
    sheet.append([HEADLINE, dt.datetime(2021, 3, 3), LEAD * 4, 12.0])  # noqa: DTZ001 - a sheet has no zones
    out = io.BytesIO()
    book.save(out)
    read = load(out.getvalue())

    assert read.format == "xlsx"
    assert read.article.headline == HEADLINE
    assert read.article.published == dt.date(2021, 3, 3)
    assert read.details.extra == (("Number", "12"),)


def test_markdown_is_read_as_it_is_printed() -> None:
    """Fields above the text are the article's; signs of mark-up stay out."""
    read = load(
        f"---\ntitle: {HEADLINE}\ndate: 2021-03-03\nauthor: Ann Example\ntags: [port, strike]\n---\n\n"
        f"{LEAD} See [more](https://x.invalid/).\n\n## Talks\n\n- **One** item\n".encode()
    )

    assert read.format == "markdown"
    assert [words for _, words in passages(read)] == [
        HEADLINE, f"{LEAD} See more.", "Talks", "One item",
    ]  # fmt: skip
    assert read.article.byline == "Ann Example"
    assert read.article.published == dt.date(2021, 3, 3)
    assert read.details.extra == (("tags", "port, strike"),)


@pytest.mark.parametrize(
    "copy",
    [
        f"{HEADLINE}\n\n{LEAD}\n\n# # #\n",
        f"{LEAD}\n\n###\n\n* * *\n\n- With assistance from Ann Example\n",
        f"**CORRECTION**\n\n{LEAD}\n\n> To be continued\n",
        f"# 3 of 10\n\n{LEAD}\n",
        f"---\n\n{LEAD}\n\n---\n",
        f"{LEAD} [Sample] (see https://x.invalid/)\n",
    ],
)
def test_wire_copy_is_no_markdown(copy: str) -> None:
    """A sign or two by chance leave copy plain, every character as received."""
    read = load(copy.encode())

    assert (read.format, read.article.text) == ("plain", copy)


@pytest.mark.parametrize(
    "open_ones", ["[" * 20_000, "> " * 2_000, "    " * 500 + "- x", "<a " * 9_000]
)
def test_markdown_past_reason_is_read_as_plain(open_ones: str) -> None:
    """What would keep the library busy for minutes never reaches it."""
    assert load(f"# One\n\n## Two\n\n{open_ones}".encode()).format == "plain"


# --- hostile ----------------------------------------------------------------------------------


def test_a_bomb_is_refused() -> None:
    """A member that unpacks to far more than it should is never unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(office_zip.LARGEST_MEMBER + 1))

    with pytest.raises(FormatError, match="unpacks to more"):
        load(out.getvalue())


MADE = [
    word(),
    odt("<text:p>One</text:p>"),
    rtf(r"One \u8364? two\par"),
    pdf([[(40, 500, 10, "One")]]),
]


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(MADE), st.data())
def test_a_damaged_document_gives_an_article_or_a_refusal(made: bytes, data: st.DataObject) -> None:
    """Bytes changed, cut or put in anywhere raise nothing but `FormatError`."""
    place = data.draw(st.integers(4, len(made)))
    end = data.draw(st.integers(place, min(len(made), place + 40)))
    noise = data.draw(st.binary(max_size=20))
    with suppress(FormatError):
        load(made[:place] + noise + made[end:])
    with suppress(FormatError):
        load(made[:place])


@settings(deadline=None)
@given(st.text(alphabet=r"\{}'u*parintblcellrowfs019- x;", max_size=80))
def test_any_rich_text_gives_an_article_or_a_refusal(body: str) -> None:
    """No order of groups and words ends the reading."""
    with suppress(FormatError):
        load(rtf(body))
