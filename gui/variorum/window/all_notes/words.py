"""What the list of all notes says of one."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from variorum.library.queries.notes import NoteKind, NoteRow
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.wording import day, isolated

_ON: Mapping[NoteKind, str] = {
    NoteKind.HIGHLIGHT: QT_TRANSLATE_NOOP("all_notes", "On a highlight"),
    NoteKind.VARIANT: QT_TRANSLATE_NOOP("all_notes", "On a difference"),
    NoteKind.ARTICLE: QT_TRANSLATE_NOOP("all_notes", "On a version"),
    NoteKind.STORY: QT_TRANSLATE_NOOP("all_notes", "On a story"),
}


def on_what(kind: NoteKind) -> str:
    """Say what notes of a kind are on."""
    return QCoreApplication.translate("all_notes", _ON[kind])


def about(row: NoteRow) -> str:
    """Say where a note stands, with which codes, by whom, when."""
    parts = (
        ", ".join(row.codes),
        on_what(row.kind),
        row.source,
        row.title,
        row.annotator,
        day(row.changed.astimezone()),
    )
    return " · ".join(isolated(" ".join(part.split())) for part in parts if part)
