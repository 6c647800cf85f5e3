"""The lines of a concordance as a table."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.library.moments import moment_from_text
from variorum.library.search.concordance import Line
from variorum.window.wording import day

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """Name a column, from the left."""

    LEFT = 0
    WORD = 1
    RIGHT = 2
    SOURCE = 3
    DATE = 4


_SIDES = {Column.LEFT: Qt.AlignmentFlag.AlignRight, Column.WORD: Qt.AlignmentFlag.AlignHCenter}


class LinesModel(QAbstractTableModel):
    """Show lines in the order in which they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Line] = ()
        self.name_of: Callable[[Line], str] = lambda line: line.source
        """What the version of a line is called; asked for lines that are looked at."""

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, index: Index) -> Line | None:
        """Return the line of a row."""
        return self._lines[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt calls it
        """Count the lines."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt calls it
        """Count the columns."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's words; a screen reader hears the whole line at its word."""
        line = self.line(index)
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            if index.column() == Column.SOURCE:
                return self.name_of(line)
            return _cell(line, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.WORD:
            return f"{line.left}{line.word}{line.right}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """Name a column."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _SIDES:
            return _SIDES[Column(section)] | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        names = {
            Column.LEFT: self.tr("Before"),
            Column.WORD: self.tr("Word"),
            Column.RIGHT: self.tr("After"),
            Column.SOURCE: self.tr("Source"),
            Column.DATE: self.tr("Date"),
        }
        return names[Column(section)]


def _cell(line: Line, column: Column) -> str:
    match column:
        case Column.LEFT:
            return line.left.strip()
        case Column.WORD:
            return line.word
        case Column.RIGHT:
            return line.right.strip()
        case _:
            moment = moment_from_text(line.published) if line.published else None
            return day(moment) if moment is not None else ""
