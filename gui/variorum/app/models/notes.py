"""All notes of a library that fit a filter, as a list: ids at once, rows as they come into sight."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.app.markup import note_line
from variorum.ids import NoteId
from variorum.library.library import Library
from variorum.library.queries.notes import NoteFilter, NoteRow, note_ids, note_rows

_AT_ONCE = 64
"""Rows that are read together."""

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class NotesModel(QAbstractListModel):
    """Give a list of notes its rows."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._ids: list[NoteId] = []
        self._rows: dict[NoteId, NoteRow] = {}
        self.filter = NoteFilter()

    def show(self, wanted: NoteFilter) -> None:
        """Read which notes fit a filter."""
        self.filter = wanted
        self.beginResetModel()
        self._ids = note_ids(self._library.reader, wanted)
        self._rows.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many notes fit."""
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a note's row, or its words."""
        row = self.row(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{note_line(row.text)} — {row.words or row.title}"
        return None

    def row(self, index: Index) -> NoteRow | None:
        """Return what the list shows of a note; None where it is gone meanwhile."""
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        note = self._ids[index.row()]
        if note not in self._rows:
            start = index.row() - index.row() % _AT_ONCE
            found = note_rows(self._library.reader, self._ids[start : start + _AT_ONCE])
            self._rows.update({row.note: row for row in found})
        return self._rows.get(note)

    def index_of(self, note: NoteId) -> QModelIndex:
        """Return where a note stands; nowhere where it does not fit the filter."""
        return self.index(self._ids.index(note)) if note in self._ids else QModelIndex()
