"""What each format of an export is called, and for whom it is, in the reader's language."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from variorum.exchange.formats import ExportFormat
from variorum.window.marking import QT_TRANSLATE_NOOP

_WORDS: Mapping[ExportFormat, tuple[str, str]] = {
    ExportFormat.HTML: (
        QT_TRANSLATE_NOOP("formats", "Web page"),
        QT_TRANSLATE_NOOP("formats", "The comparisons side by side, with marks and notes."),
    ),
    ExportFormat.DOCX: (
        QT_TRANSLATE_NOOP("formats", "Word document"),
        QT_TRANSLATE_NOOP("formats", "The marked articles; notes are comments on their words."),
    ),
    ExportFormat.MARKDOWN: (
        QT_TRANSLATE_NOOP("formats", "Markdown, by story"),
        QT_TRANSLATE_NOOP("formats", "Sums, quotations and notes of each story."),
    ),
    ExportFormat.MARKDOWN_CODES: (
        QT_TRANSLATE_NOOP("formats", "Markdown, by code"),
        QT_TRANSLATE_NOOP("formats", "The quotations of each code with their notes."),
    ),
    ExportFormat.CSV: (
        QT_TRANSLATE_NOOP("formats", "CSV table of highlights"),
        QT_TRANSLATE_NOOP("formats", "A row a highlight, with its words, codes and notes."),
    ),
    ExportFormat.CSV_VARIANTS: (
        QT_TRANSLATE_NOOP("formats", "CSV table of differences"),
        QT_TRANSLATE_NOOP("formats", "A row a difference, with its class, rule and reason."),
    ),
    ExportFormat.CSV_DECISIONS: (
        QT_TRANSLATE_NOOP("formats", "CSV table of decisions"),
        QT_TRANSLATE_NOOP("formats", "A row for all that was decided by hand."),
    ),
    ExportFormat.CSV_SETTLED: (
        QT_TRANSLATE_NOOP("formats", "CSV table of what is settled"),
        QT_TRANSLATE_NOOP("formats", "A row for each mark that holds where annotators differ."),
    ),
    ExportFormat.XLSX: (
        QT_TRANSLATE_NOOP("formats", "Excel workbook"),
        QT_TRANSLATE_NOOP("formats", "Highlights, notes and codes, a sheet each."),
    ),
    ExportFormat.JSONL: (
        QT_TRANSLATE_NOOP("formats", "JSON Lines"),
        QT_TRANSLATE_NOOP("formats", "For scripts: an object a mark."),
    ),
    ExportFormat.JSONLD: (
        QT_TRANSLATE_NOOP("formats", "Web Annotations (JSON-LD)"),
        QT_TRANSLATE_NOOP("formats", "For annotation tools, and for other Variorum libraries."),
    ),
    ExportFormat.QDPX: (
        QT_TRANSLATE_NOOP("formats", "QDA project (REFI-QDA)"),
        QT_TRANSLATE_NOOP("formats", "For NVivo, ATLAS.ti, MAXQDA, QualCoder and others."),
    ),
    ExportFormat.QDC: (
        QT_TRANSLATE_NOOP("formats", "QDA codebook (REFI-QDA)"),
        QT_TRANSLATE_NOOP("formats", "The tree of codes alone, with all that is said of them."),
    ),
    ExportFormat.CSV_CODES: (
        QT_TRANSLATE_NOOP("formats", "CSV table of codes"),
        QT_TRANSLATE_NOOP("formats", "A row a code, with all that is said of it."),
    ),
    ExportFormat.ARTICLES: (
        QT_TRANSLATE_NOOP("formats", "Articles as JSON Lines"),
        QT_TRANSLATE_NOOP("formats", "The articles with all their details, without marks."),
    ),
}


def format_name(chosen: ExportFormat) -> str:
    """Name a format."""
    return QCoreApplication.translate("formats", _WORDS[chosen][0])


def format_line(chosen: ExportFormat) -> str:
    """Say in one sentence what a format holds, or for whom it is."""
    return QCoreApplication.translate("formats", _WORDS[chosen][1])
