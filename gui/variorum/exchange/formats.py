"""Every format that comparisons and marks are written in; the command line and the window use it."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from variorum.annotations.mark_set import MarkSet, StableId
from variorum.exchange.codebook_csv import codebook_table
from variorum.exchange.comparison import StorySheet
from variorum.exchange.csv_tables import decisions_table, marks_table, variants_table
from variorum.exchange.docx import write_docx
from variorum.exchange.echoes import echoes
from variorum.exchange.files import whole_file, write_text
from variorum.exchange.gather import listed_words, sheets
from variorum.exchange.html import page
from variorum.exchange.jsonld import jsonld
from variorum.exchange.later import write_workbook
from variorum.exchange.mark_rows import mark_lines
from variorum.exchange.markdown import markdown
from variorum.exchange.markdown_codes import markdown_by_code
from variorum.exchange.qdpx import write_qdpx
from variorum.exchange.refi import codebook
from variorum.exchange.settled_table import settled_table
from variorum.exchange.stored_shapes import article_lines
from variorum.exchange.wording import ENGLISH, Wording
from variorum.ids import StoryId
from variorum.library.connection import Db
from variorum.library.identity import identity
from variorum.library.portable import article_ids, mark_set, text_of
from variorum.library.queries.articles import article
from variorum.library.queries.stories import versions_of
from variorum.progress import Tick, no_tick
from variorum.text import Article


class ExportFormat(StrEnum):
    """Name what can be written."""

    HTML = "html"
    DOCX = "docx"
    MARKDOWN = "markdown"
    MARKDOWN_CODES = "markdown-codes"
    CSV = "csv"
    CSV_VARIANTS = "csv-variants"
    CSV_DECISIONS = "csv-decisions"
    CSV_SETTLED = "csv-settled"
    XLSX = "xlsx"
    JSONL = "jsonl"
    JSONLD = "jsonld"
    QDPX = "qdpx"
    QDC = "qdc"
    CSV_CODES = "csv-codes"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Export:
    """Say what is exported: which stories of a library, under which title, how."""

    db: Db
    stories: Sequence[StoryId]
    title: str = "Variorum"
    wording: Wording = ENGLISH
    raw: bool = False
    """Leave cells that a spreadsheet would take for formulas as they are."""
    tick: Tick = no_tick

    def marks(self) -> MarkSet:
        """Return the marks by their stable ids."""
        return mark_set(self.db, self.stories)

    def sheets(self) -> Iterator[StorySheet]:
        """Return the stories with their comparisons, one by one."""
        return sheets(self.db, self.stories, wording=self.wording, tick=self.tick)

    def article_of(self, stable: StableId) -> Article:
        """Return an article by its stable id."""
        return article(self.db, article_ids(self.db, [stable])[stable])

    def text_of(self, stable: StableId) -> str:
        """Return an article's text by its stable id."""
        return text_of(self.db, stable)


def _articles(export: Export) -> Iterator[str]:
    of_story = versions_of(export.db, export.stories)
    ids = [row.article for number in export.stories for row in of_story[number]]
    return article_lines(export.db, ids, tick=export.tick)


def _jsonld(export: Export) -> Iterator[str]:
    marks = export.marks()
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:x-variorum:marks:{identity(export.db) or ''}")
    further = echoes(export.db, marks, tick=export.tick)
    return jsonld(marks, collection=StableId(str(name)), title=export.title, echoes=further)


def _qdpx(export: Export, out: BinaryIO) -> None:
    marks = export.marks()
    write_qdpx(out, marks, title=export.title, text_of=export.text_of, tick=export.tick)


def _docx(export: Export, out: BinaryIO) -> None:
    marks = export.marks()
    write_docx(out, marks, title=export.title, article_of=export.article_of, tick=export.tick)


_AS_TEXT: dict[ExportFormat, Callable[[Export], Iterator[str]]] = {
    ExportFormat.HTML: lambda e: page(e.sheets(), title=e.title, wording=e.wording),
    ExportFormat.MARKDOWN: lambda e: markdown(e.sheets(), wording=e.wording),
    ExportFormat.MARKDOWN_CODES: lambda e: markdown_by_code(e.marks(), wording=e.wording),
    ExportFormat.CSV: lambda e: marks_table(e.sheets(), raw=e.raw),
    ExportFormat.CSV_VARIANTS: lambda e: variants_table(e.sheets(), wording=e.wording, raw=e.raw),
    ExportFormat.CSV_DECISIONS: lambda e: decisions_table(
        e.sheets(), listed_words(e.db), raw=e.raw
    ),
    ExportFormat.CSV_SETTLED: lambda e: settled_table(e.db, e.stories, raw=e.raw),
    ExportFormat.CSV_CODES: lambda e: codebook_table(e.marks().codes, raw=e.raw),
    ExportFormat.JSONL: lambda e: mark_lines(e.marks()),
    ExportFormat.JSONLD: _jsonld,
    ExportFormat.ARTICLES: _articles,
}

_AS_BYTES: dict[ExportFormat, Callable[[Export, BinaryIO], None]] = {
    ExportFormat.DOCX: _docx,
    ExportFormat.XLSX: lambda e, out: write_workbook(out, e.marks(), raw=e.raw),
    ExportFormat.QDPX: _qdpx,
    ExportFormat.QDC: lambda e, out: _write(out, codebook(e.marks().codes)),
}

FOR_SPREADSHEETS = frozenset(
    {
        ExportFormat.CSV,
        ExportFormat.CSV_VARIANTS,
        ExportFormat.CSV_DECISIONS,
        ExportFormat.CSV_SETTLED,
        ExportFormat.CSV_CODES,
    }
)
"""Tables that need a byte order mark to be read as UTF-8."""

CAN_BE_RAW = FOR_SPREADSHEETS | {ExportFormat.XLSX}

SUFFIXES = {
    ExportFormat.HTML: ".html",
    ExportFormat.DOCX: ".docx",
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.MARKDOWN_CODES: ".md",
    ExportFormat.CSV: ".csv",
    ExportFormat.CSV_VARIANTS: ".csv",
    ExportFormat.CSV_DECISIONS: ".csv",
    ExportFormat.CSV_SETTLED: ".csv",
    ExportFormat.XLSX: ".xlsx",
    ExportFormat.JSONL: ".jsonl",
    ExportFormat.JSONLD: ".jsonld",
    ExportFormat.QDPX: ".qdpx",
    ExportFormat.QDC: ".qdc",
    ExportFormat.CSV_CODES: ".csv",
    ExportFormat.ARTICLES: ".jsonl",
}


def write_export(export: Export, chosen: ExportFormat, file: Path) -> None:
    """Write an export to a file, which gets its name only when all of it is written."""
    if chosen in _AS_TEXT:
        write_text(file, _AS_TEXT[chosen](export), mark=chosen in FOR_SPREADSHEETS)
        return
    with whole_file(file) as out:
        _AS_BYTES[chosen](export, out)


def _write(out: BinaryIO, data: bytes) -> None:
    out.write(data)
