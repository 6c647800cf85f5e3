"""The lists above the stories: all of them, those unread, views, collections, the bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from variorum.library.queries.rows import ListRow
from variorum.window.labels import smaller
from variorum.window.line_painting import fields_of, paint_ground
from variorum.window.stories_list.dragging import Dragged, dragged
from variorum.window.theme import Theme

_ROW = Qt.ItemDataRole.UserRole + 1
_MOST_ROWS = 7
_SIDE = 12
_INDENT = 18


class Place(StrEnum):
    """Say what kind of list a row leads to."""

    ALL = "all"
    UNREAD = "unread"
    VIEW = "view"
    COLLECTION = "collection"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Hold one row: where it leads, its name, and how much stands there."""

    place: Place
    name: str
    count: int | None = None
    row: ListRow | None = None
    """Of a view or a collection."""


_SIGNS = {
    Place.ALL: "≡",
    Place.UNREAD: "●",
    Place.VIEW: "◇",
    Place.COLLECTION: "▪",
    Place.BIN: "×",
}


class ListsBox(QListWidget):
    """Let one turn to a list by a click or a key; stories are dropped on collections."""

    chosen = Signal(object)  # Shelf
    dropped = Signal(object, object)  # Shelf, Dragged
    moved = Signal(object, int)  # Shelf, how many places down
    rename_wanted = Signal(object)  # Shelf
    delete_wanted = Signal(object)  # Shelf
    menu_wanted = Signal(object, QPoint)  # Shelf, on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lists")
        self.setAccessibleName(self.tr("Views and collections"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self._delegate = _ShelfDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_menu)
        self.itemActivated.connect(self._activated)
        self.itemClicked.connect(self._activated)

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours."""
        self._delegate.theme = theme
        self._fit()

    def show_shelves(self, shelves: Sequence[Shelf]) -> None:
        """List these; the row turned to stays."""
        here = self.current()
        self.clear()
        for shelf in shelves:
            item = QListWidgetItem(shelf.name, self)
            item.setData(_ROW, shelf)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _read_out(shelf))
            item.setToolTip(shelf.row.filter_text if shelf.row else "")
        if here is not None:
            self.turn_to(here)
        self._fit()

    def turn_to(self, shelf: Shelf | None) -> None:
        """Mark the row of a list; of none when what is shown has no row."""
        self.setCurrentRow(-1)
        self.clearSelection()
        for number, other in enumerate(self.shelves()):
            if shelf is not None and _same(shelf, other):
                self.setCurrentRow(number)

    def shelves(self) -> list[Shelf]:
        """Return what the rows lead to, from the top."""
        return [self.item(number).data(_ROW) for number in range(self.count())]

    def current(self) -> Shelf | None:
        """Return the list turned to."""
        item = self._current_item()
        return None if item is None else item.data(_ROW)

    def _current_item(self) -> QListWidgetItem | None:
        return self.currentItem() if self.currentRow() >= 0 else None

    def _activated(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(_ROW))

    def _fit(self) -> None:
        rows = min(_MOST_ROWS, max(1, self.count()))
        self.setFixedHeight(rows * self._delegate.height + 2)

    def _show_menu(self, at: QPoint) -> None:
        item = self._at(at)
        if item is not None:
            self.menu_wanted.emit(item.data(_ROW), self.viewport().mapToGlobal(at))

    def _at(self, at: QPoint) -> QListWidgetItem | None:
        """Return the row under a point; Qt's stubs forget that there may be none."""
        return self.itemAt(at)

    # --- keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep Delete for the lists: elsewhere it takes a mark away."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename with F2, delete with Delete, move with Alt and the arrows."""
        shelf = self.current()
        is_own = shelf is not None and shelf.row is not None
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_F2 if is_own:
                self.rename_wanted.emit(shelf)
            case Qt.Key.Key_Delete if is_own:
                self.delete_wanted.emit(shelf)
            case Qt.Key.Key_Up | Qt.Key.Key_Down if is_own and alt:
                self.moved.emit(shelf, -1 if event.key() == Qt.Key.Key_Up else 1)
            case _:
                super().keyPressEvent(event)

    # --- drops -----------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take stories only."""
        if dragged(event.mimeData()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take stories where they can lie."""
        self._hold(event, self._target(event.position().toPoint(), dragged(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what was dropped where."""
        hand = dragged(event.mimeData())
        target = self._target(event.position().toPoint(), hand)
        self._hold(event, target)
        if target is not None and hand is not None:
            self.dropped.emit(target, hand)

    def _target(self, at: QPoint, hand: Dragged | None) -> Shelf | None:
        item = self._at(at)
        shelf: Shelf | None = None if item is None else item.data(_ROW)
        can = shelf is not None and shelf.place in {Place.COLLECTION, Place.BIN}
        return shelf if can and hand is not None else None

    @staticmethod
    def _hold(event: QDropEvent, target: Shelf | None) -> None:
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()


def _same(one: Shelf, other: Shelf) -> bool:
    if one.row is None or other.row is None:
        return one.row is other.row and one.place is other.place
    return one.row.id == other.row.id


def _read_out(shelf: Shelf) -> str:
    return shelf.name if shelf.count is None else f"{shelf.name}, {shelf.count}"


class _ShelfDelegate(QStyledItemDelegate):
    """Paint the name of a list and how much stands there."""

    def __init__(self, theme: Theme, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self.theme = theme

    @property
    def height(self) -> int:
        """Return the height of a row."""
        return QFontMetrics(smaller(self._box.font())).height() + 7

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's signature
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return the size of a row; all are alike."""
        return QSize(80, self.height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        shelf: Shelf = index.data(_ROW)
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        painter.save()
        paint_ground(painter, rect, state, self.theme)
        painter.setFont(smaller(self._box.font()))
        metrics = painter.fontMetrics()
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        count = "" if shelf.count is None else str(shelf.count)
        centre, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        painter.setPen(self.theme["muted"])
        painter.drawText(inner, right | centre, count)
        painter.drawText(inner, centre, _SIGNS[shelf.place])
        painter.setPen(self.theme["text"])
        inner = inner.adjusted(_INDENT, 0, -metrics.horizontalAdvance(count) - _SIDE // 2, 0)
        name = metrics.elidedText(shelf.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, centre, name)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme["accent"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()
