"""What the formats that are read are called in plain words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from variorum.window.marking import QT_TRANSLATE_NOOP

FORMAT_NAMES: Mapping[str, str] = {
    "plain": QT_TRANSLATE_NOOP("formats", "Plain text"),
    "html": QT_TRANSLATE_NOOP("formats", "Web page"),
    "mhtml": QT_TRANSLATE_NOOP("formats", "Web page in one file (MHTML)"),
    "nitf": QT_TRANSLATE_NOOP("formats", "NITF"),
    "newsml-g2": QT_TRANSLATE_NOOP("formats", "NewsML-G2"),
    "newsml-1": QT_TRANSLATE_NOOP("formats", "NewsML 1"),
    "rss": QT_TRANSLATE_NOOP("formats", "RSS feed"),
    "atom": QT_TRANSLATE_NOOP("formats", "Atom feed"),
    "ninjs": QT_TRANSLATE_NOOP("formats", "ninjs"),
    "digitalwires": QT_TRANSLATE_NOOP("formats", "Digital wires (dpa)"),
    "iptc7901": QT_TRANSLATE_NOOP("formats", "IPTC 7901 message"),
    "anpa1312": QT_TRANSLATE_NOOP("formats", "ANPA 1312 message"),
    "reuters21578": QT_TRANSLATE_NOOP("formats", "Reuters-21578 collection"),
    "email": QT_TRANSLATE_NOOP("formats", "E-mail"),
    "docx": QT_TRANSLATE_NOOP("formats", "Word document"),
    "odt": QT_TRANSLATE_NOOP("formats", "OpenDocument text"),
    "rtf": QT_TRANSLATE_NOOP("formats", "Rich Text"),
    "pdf": QT_TRANSLATE_NOOP("formats", "PDF"),
    "press": QT_TRANSLATE_NOOP("formats", "Export of a press database"),
    "markdown": QT_TRANSLATE_NOOP("formats", "Markdown"),
    "csv": QT_TRANSLATE_NOOP("formats", "Table (CSV)"),
    "jsonl": QT_TRANSLATE_NOOP("formats", "JSON Lines"),
    "json": QT_TRANSLATE_NOOP("formats", "JSON"),
    "xlsx": QT_TRANSLATE_NOOP("formats", "Excel workbook"),
    "xml": QT_TRANSLATE_NOOP("formats", "XML"),
}


def format_words(name: str) -> str:
    """Return a format in words; one that a later program knows keeps its name."""
    known = FORMAT_NAMES.get(name)
    return QCoreApplication.translate("formats", known) if known else name
