"""The differences of the versions that are read, as a list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.window.desk.explained import Listed
from variorum.window.labels import plain_tip

Index = QModelIndex | QPersistentModelIndex

DIFFERENCE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which a line gives its `Listed`."""

_NO_PARENT = QModelIndex()
_ROLES_OF_WORDS = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}


class DifferencesModel(QAbstractListModel):
    """Hold the lines of the list."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[Listed] = ()

    @property
    def lines(self) -> Sequence[Listed]:
        """Return all lines, in the order of the texts."""
        return self._lines

    def show(self, lines: Sequence[Listed]) -> None:
        """Show other lines."""
        if lines != self._lines:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line's difference, or all that is said of it: for screen readers, as a tip."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        listed = self._lines[index.row()]
        if role == DIFFERENCE_ROLE:
            return listed
        said = "\n".join(one.line for one in listed.told)
        if role in _ROLES_OF_WORDS:
            return said if listed.is_shown else self.tr("{said} · hidden").format(said=said)
        return plain_tip(said) if role == Qt.ItemDataRole.ToolTipRole else None
