"""The places that a search found, each with a tick box."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.library.coding import Place

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole


class PlacesModel(QAbstractListModel):
    """Hold which places are ticked; those that have the code already are not to be."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Place, ...] = ()
        self._ticked: set[int] = set()

    def show(self, places: Sequence[Place]) -> None:
        """Show other places, all ticked that can be."""
        self.beginResetModel()
        self._places = tuple(places)
        self._ticked = {number for number, place in enumerate(places) if not place.has_code}
        self.endResetModel()

    @property
    def ticked(self) -> list[Place]:
        """Return the places that are ticked, in their order."""
        return [self._places[number] for number in sorted(self._ticked)]

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every place that can be, or none."""
        able = {number for number, place in enumerate(self._places) if not place.has_code}
        self._ticked = able if ticked else set()
        if self._places:
            self.dataChanged.emit(self.index(0), self.index(len(self._places) - 1))

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Return how many places there are."""
        return 0 if parent.isValid() else len(self._places)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let places be ticked, but for those that have the code."""
        flags = super().flags(index)
        if index.isValid() and not self._places[index.row()].has_code:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a place, its tick, or its words."""
        if not index.isValid():
            return None
        place = self._places[index.row()]
        if role == ROW_ROLE:
            return place
        if role == Qt.ItemDataRole.CheckStateRole:
            is_ticked = index.row() in self._ticked or place.has_code
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{place.before}{place.words}{place.after}"
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a place, or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self.dataChanged.emit(index, index)
        return True
