"""Recognise a file's format by its content and read its articles.

A new format is one more module with a `Format`, and one more row in `FORMATS`.
"""

from collections.abc import Iterator
from typing import BinaryIO

from variorum.errors import FormatError
from variorum.formats import binary
from variorum.formats.corpora import corpus, delimited_sniff
from variorum.formats.corpora.corpus import corpus_format
from variorum.formats.corpora.mapping import Mapping
from variorum.formats.corpora.rows import Columns, LeftOut, Look, Table
from variorum.formats.corpora.table import Format
from variorum.formats.documents import markdown_sniff, office_zip, plain
from variorum.formats.documents import sniff as documents_sniff
from variorum.formats.encodings import is_wide
from variorum.formats.html import sniff as html_sniff
from variorum.formats.json import sniff as json_sniff
from variorum.formats.later import Later, LaterTable
from variorum.formats.press import exports as press_exports
from variorum.formats.refusals import empty
from variorum.formats.wires import ninjs_sniff
from variorum.formats.wires import sniff as wire_sniff
from variorum.formats.xml import sniff as xml_sniff
from variorum.text import Imported

FORMATS: tuple[Format, ...] = (
    # Transmissions are full of control characters, which are no text elsewhere.
    Format(
        "anpa1312", wire_sniff.is_anpa1312, Later("variorum.formats.wires.anpa1312"), is_binary=True
    ),
    Format(
        "iptc7901", wire_sniff.is_iptc7901, Later("variorum.formats.wires.iptc7901"), is_binary=True
    ),
    Format("reuters21578", wire_sniff.is_collection, Later("variorum.formats.wires.reuters21578")),
    Format("docx", office_zip.is_docx, Later("variorum.formats.documents.docx"), is_binary=True),
    Format("odt", office_zip.is_odt, Later("variorum.formats.documents.odt"), is_binary=True),
    corpus_format(
        "xlsx", office_zip.is_xlsx, LaterTable("variorum.formats.corpora.xlsx"), is_binary=True
    ),
    Format("pdf", documents_sniff.is_pdf, Later("variorum.formats.documents.pdf"), is_binary=True),
    Format("rtf", documents_sniff.is_rtf, Later("variorum.formats.documents.rtf"), is_binary=True),
    Format("mhtml", html_sniff.is_archive, Later("variorum.formats.html.mhtml")),
    Format("email", wire_sniff.is_letter, Later("variorum.formats.mail.letter")),
    Format("html", html_sniff.is_page, Later("variorum.formats.html.page")),
    Format("nitf", xml_sniff.is_nitf, Later("variorum.formats.wires.nitf")),
    Format("newsml-g2", xml_sniff.is_newsml_g2, Later("variorum.formats.wires.newsml_g2")),
    Format("newsml-1", xml_sniff.is_newsml_1, Later("variorum.formats.wires.newsml_1")),
    Format("rss", xml_sniff.is_rss, Later("variorum.formats.feeds.rss")),
    Format("atom", xml_sniff.is_atom, Later("variorum.formats.feeds.atom")),
    Format("xml", xml_sniff.is_xml, Later("variorum.formats.xml.story")),
    Format(
        "digitalwires", ninjs_sniff.is_digitalwires, Later("variorum.formats.wires.digitalwires")
    ),
    Format("ninjs", ninjs_sniff.is_ninjs, Later("variorum.formats.wires.ninjs")),
    corpus_format(
        "jsonl",
        json_sniff.is_lines,
        LaterTable("variorum.formats.corpora.json_corpus", "open_lines_table"),
    ),
    corpus_format("json", json_sniff.is_table, LaterTable("variorum.formats.corpora.json_corpus")),
    corpus_format(
        "csv", delimited_sniff.is_table, LaterTable("variorum.formats.corpora.delimited")
    ),
    Format("markdown", markdown_sniff.is_markdown, Later("variorum.formats.documents.markdown")),
    Format("press", press_exports.is_export, Later("variorum.formats.press.text")),
    plain.FORMAT,
)
"""The first that recognises a file reads it; plain text, which takes anything, stands last."""

DEAR = frozenset({"docx", "odt", "xlsx", "pdf", "rtf", "markdown"})
"""Formats whose small files can hold much or take long; of the others one is read in a moment."""

LARGEST = 50 * 1024 * 1024
"""Bytes."""
LARGEST_CORPUS = 8 * 1024 * 1024 * 1024
"""Bytes of a corpus, whose rows are read one after the other."""
SAMPLE = 65_536
"""Bytes by which a file is recognised."""


def read_bytes(data: bytes, *, name: str, origin: str) -> list[Imported]:
    """Return the articles of a file, at least one; raise `FormatError` where it holds none.

    `name` stands in what is said to the reader; `origin` is kept with every article.
    """
    if not data:
        raise empty(name)
    if len(data) > LARGEST:
        raise FormatError(
            f"{name} is larger than {LARGEST // 1024 // 1024} MB.",
            hint="Split it into smaller files.",
        )
    return recognised(data[:SAMPLE], name).read(data, name=name, origin=origin)


def recognised(head: bytes, name: str) -> Format:
    """Return the format of a file by its first bytes; raise `FormatError` where it is no text."""
    if not head:
        raise empty(name)
    for candidate in FORMATS:
        if candidate.is_binary and candidate.sniff(head):
            return candidate
    _refuse_what_is_no_text(head, name)
    return next(each for each in FORMATS if not each.is_binary and each.sniff(head))


def table_with(head: bytes, mapping: Mapping) -> Format | None:
    """Return the format of a table that has the columns of a mapping, whatever else it looks like."""
    if not delimited_sniff.has_columns(head, [column for _, column in mapping.columns]):
        return None
    return next(each for each in FORMATS if each.name == "csv")


def read_rows(
    file: BinaryIO, *, kind: Format, columns: Columns, name: str, origin: str, after: int = 0
) -> Iterator[Imported | LeftOut]:
    """Yield the articles of a corpus as they are read, and the rows that hold none.

    The first articles are left out as far as `after` says. `file` is seekable and stands at its start. Raises `FormatError` before the first row
    where the columns are not known, and later where the file breaks off.
    """
    return corpus.read(
        _opened(file, kind, name),
        columns=columns,
        name=name,
        origin=origin,
        format_name=kind.name,
        after=after,
    )


def look(file: BinaryIO, *, kind: Format, name: str) -> Look:
    """Return what a corpus looks like, and what its columns are taken for."""
    return corpus.look(_opened(file, kind, name))


def _opened(file: BinaryIO, kind: Format, name: str) -> Table:
    if kind.open_table is None:
        raise ValueError(f"{kind.name} is no format of corpora")
    return kind.open_table(file, name=name)


def _refuse_what_is_no_text(head: bytes, name: str) -> None:
    what = binary.named(head)
    if what is not None:
        raise FormatError(
            f"{name} is not text: it is {what}.", hint="Save or copy its text and import that."
        )
    if not is_wide(head) and binary.is_noise(head):
        raise FormatError(f"{name} is not text.", hint="Save or copy its text and import that.")
