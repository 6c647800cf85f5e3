"""The map as a table: a row a passage, a column a version; its last rows are the counts."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from variorum.app.story_map import Edition, Line, Square, StoryMap, Total
from variorum.window.labels import plain_tip
from variorum.window.map.words import FOOT, facts_of, fate_of, foot, line_said, said, square_said

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex

_WORDS_ROLES: Final = (
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


class MapModel(QAbstractTableModel):
    """Show a map; furniture can be left out."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map: StoryMap | None = None
        self.lines: Sequence[Line] = ()
        self._versions: Sequence[Edition] = ()
        self._totals: Sequence[Total] = ()
        self._furniture = True

    def show_map(self, found: StoryMap | None) -> None:
        """Show another map, or none."""
        self.beginResetModel()
        self.map = found
        self._fill()
        self.endResetModel()

    def show_furniture(self, *, shown: bool) -> None:
        """Show the passages that are not the story, or leave them out."""
        if shown != self._furniture:
            self.beginResetModel()
            self._furniture = shown
            self._fill()
            self.endResetModel()

    def _fill(self) -> None:
        found = self.map
        self._versions = found.versions if found else ()
        self._totals = found.totals if found else ()
        lines = found.lines if found else ()
        self.lines = [line for line in lines if self._furniture or line.kind.is_story]

    def square(self, index: Index) -> Square | None:
        """Return what a cell stands for; none at the foot."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        return self.lines[index.row()].squares[index.column()]

    def foot_of(self, index: Index) -> str:
        """Return the figure of a cell at the foot."""
        return foot(self._totals[index.column()])[index.row() - len(self.lines)]

    # --- what Qt asks -----------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of passages and of lines at the foot."""
        if parent.isValid() or self.map is None:
            return 0
        return len(self.lines) + len(FOOT)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of versions beside the base."""
        return 0 if parent.isValid() or self.map is None else len(self._versions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Return what a cell says: in a word, or in full."""
        if not index.isValid() or self.map is None:
            return None
        square = self.square(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.foot_of(index) if square is None else fate_of(square)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._said(index, square))
        return self._said(index, square) if role in _WORDS_ROLES else None

    def _said(self, index: Index, square: Square | None) -> str:
        version = self._versions[index.column()]
        if square is None:
            name = said(FOOT[index.row() - len(self.lines)])
            return f"{version.name}, {name}: {self.foot_of(index)}"
        return square_said(self.lines[index.row()], square, version)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return a version's name, or what a passage is with its first words."""
        if self.map is None:
            return None
        words = self._header(section, orientation)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(words)
        is_said = role == Qt.ItemDataRole.DisplayRole or role in _WORDS_ROLES
        return words if is_said else None

    def _header(self, section: int, orientation: Qt.Orientation) -> str:
        if orientation == Qt.Orientation.Horizontal:
            version = self._versions[section]
            facts = facts_of(version)
            return f"{version.name} · {facts}" if facts else version.name
        if section < len(self.lines):
            return line_said(self.lines[section])
        return said(FOOT[section - len(self.lines)])
