"""The highlights of a library as a list that is read as far as it is looked at."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.library import marks_list
from variorum.library.library import Library
from variorum.library.marks_list import Listed, ListedMark, MarksFilter

Index = QModelIndex | QPersistentModelIndex

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a line gives its `ListedMark`, or None where the mark is gone."""

_PAGE = 64
_PAGES_KEPT = 32
_NO_PARENT = QModelIndex()


class MarksModel(QAbstractListModel):
    """Show the marks that fit a filter."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._asked = MarksFilter()
        self._lines: Sequence[Listed] = ()
        self._pages: OrderedDict[int, dict[Listed, ListedMark]] = OrderedDict()

    @property
    def asked(self) -> MarksFilter:
        """Return the filter."""
        return self._asked

    @property
    def lines(self) -> Sequence[Listed]:
        """Return all lines, in their order."""
        return self._lines

    def show(self, asked: MarksFilter) -> None:
        """Show the marks that fit another filter."""
        self._asked = asked
        self.reload()

    def reload(self) -> None:
        """Read again; lines that are the same keep their place."""
        lines = marks_list.listed(self._library.reader, self._asked)
        if lines == self._lines:
            self._pages.clear()
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self._pages.clear()
        self.endResetModel()

    def mark(self, index: Index) -> ListedMark | None:
        """Return what a line shows."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        number = index.row() // _PAGE
        if number not in self._pages:
            lines = self._lines[number * _PAGE : (number + 1) * _PAGE]
            self._pages[number] = marks_list.listed_marks(self._library.reader, lines)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return self._pages[number].get(self._lines[index.row()])

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many marks there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's mark, or its words for screen readers and for typing ahead."""
        if role == MARK_ROLE:
            return self.mark(index)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            mark = self.mark(index)
            return " ".join(mark.exact.split()) if mark else ""
        return None
