"""The tree of codes: chosen, unfolded, dragged to another place, moved by keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from variorum.annotations.codebook import tree_order
from variorum.ids import CodeId
from variorum.library.queries.rows import CodeRow
from variorum.window.codebook.delegate import ROW_ROLE, CodeDelegate, counts_said
from variorum.window.labels import plain_tip
from variorum.window.theme import Theme

_INDENT = 14
_EDGE = 5.5
"""Such a share of a row at its edges means beside it, as the line says that Qt paints there."""


@dataclass(frozen=True, slots=True)
class Move:
    """Say where a code is to stand: below another or at the top, before a sibling or last."""

    code: CodeId
    parent: CodeId | None
    before: CodeId | None = None


class CodeTree(QTreeWidget):
    """Show the codes as a tree; what moves is told, and shown once the library has it."""

    moved = Signal(object)  # Move
    delete_wanted = Signal(object)  # Code
    rename_wanted = Signal(object)  # Code

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("codes")
        self.setAccessibleName(self.tr("Codebook"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setExpandsOnDoubleClick(False)
        self._delegate = CodeDelegate(self)
        self._delegate.theme = theme
        self.setItemDelegate(self._delegate)
        self._folded: set[CodeId] = set()
        self.itemCollapsed.connect(self._fold)
        self.itemExpanded.connect(self._unfold)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._delegate.theme = theme
        self.viewport().update()

    def _fold(self, item: QTreeWidgetItem) -> None:
        self._folded.add(row_of(item).code.id)

    def _unfold(self, item: QTreeWidgetItem) -> None:
        self._folded.discard(row_of(item).code.id)

    # --- what is shown ------------------------------------------------------------------------------

    def show_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codebook; the chosen code stays chosen, what was folded stays folded."""
        ordered = tree_order(
            rows, id_of=lambda row: row.code.id, parent_of=lambda row: row.code.parent
        )
        if _shape(ordered) == _shape([(row_of(item), depth) for item, depth in self._items()]):
            # With every mark only the counts change.
            for (row, _), (item, _) in zip(ordered, self._items(), strict=True):
                self._fill(item, row)
            return
        self._build(ordered)

    def _build(self, ordered: Sequence[tuple[CodeRow, int]]) -> None:
        chosen = self.current_code()
        folded = set(self._folded)
        self.clear()
        line: list[QTreeWidgetItem] = []
        for row, depth in ordered:
            line = line[:depth]
            item = QTreeWidgetItem(line[-1]) if line else QTreeWidgetItem(self)
            line.append(item)
            self._fill(item, row)
        self.expandAll()
        self._folded = folded
        for item, _ in self._items():
            if row_of(item).code.id in folded:
                self.collapseItem(item)
            if row_of(item).code.id == chosen:
                self.setCurrentItem(item)

    def _fill(self, item: QTreeWidgetItem, row: CodeRow) -> None:
        item.setData(0, ROW_ROLE, row)
        said = [row.code.name, self.tr("used {count}").format(count=counts_said(row))]
        if row.code.key is not None:
            said.append(self.tr("key {key}").format(key=row.code.key))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))
        tip = "\n\n".join(filter(None, (row.code.description, row.code.examples, row.code.memo)))
        item.setToolTip(0, plain_tip(tip) if tip else "")

    def _items(self) -> Iterator[tuple[QTreeWidgetItem, int]]:
        """Yield what is in the tree with its depth, from the top."""
        top = [(self.topLevelItem(n), 0) for n in range(self.topLevelItemCount())]
        waiting = [(item, depth) for item, depth in reversed(top) if item is not None]
        while waiting:
            item, depth = waiting.pop()
            yield item, depth
            waiting.extend((each, depth + 1) for each in reversed(_inner(item)))

    @property
    def rows(self) -> tuple[CodeRow, ...]:
        """Return the codes as shown, from the top."""
        return tuple(row_of(item) for item, _ in self._items())

    def current_row(self) -> CodeRow | None:
        """Return the code that is chosen."""
        item = _or_none(self.currentItem())
        return row_of(item) if item else None

    def current_code(self) -> CodeId | None:
        """Return the id of the code that is chosen."""
        row = self.current_row()
        return row.code.id if row else None

    def choose(self, code: CodeId) -> None:
        """Choose a code, and bring it into sight."""
        for item, _ in self._items():
            if row_of(item).code.id == code:
                self.setCurrentItem(item)
                self.scrollToItem(item)

    # --- moving ---------------------------------------------------------------------------------------

    def step(self, key: Qt.Key) -> Move | None:
        """Return where an arrow key moves the chosen code: up, down, out to the left, in."""
        item = _or_none(self.currentItem())
        if item is None:
            return None
        parent = _or_none(item.parent())
        siblings = _inner(parent or self.invisibleRootItem())
        place = siblings.index(item)
        code, above = row_of(item).code.id, _code_of(parent)
        match key:
            case Qt.Key.Key_Up if place > 0:
                return Move(code, above, _code_of(siblings[place - 1]))
            case Qt.Key.Key_Down if place + 1 < len(siblings):
                after = siblings[place + 2] if place + 2 < len(siblings) else None
                return Move(code, above, _code_of(after))
            case Qt.Key.Key_Right if place > 0:
                return Move(code, _code_of(siblings[place - 1]))
            case Qt.Key.Key_Left if parent is not None:
                outer = _or_none(parent.parent())
                around = _inner(outer or self.invisibleRootItem())
                place = around.index(parent) + 1
                return Move(code, _code_of(outer), _code_of((*around, None)[place]))
            case _:
                return None

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell where the dragged code is to stand; the tree follows the library."""
        item = _or_none(self.currentItem())
        place = event.position().toPoint()
        target = _or_none(self.itemAt(place))
        # Qt would move the item itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if item is not None and target is not item:
            self.moved.emit(self._dropped(item, target, place.y()))

    def _dropped(self, item: QTreeWidgetItem, target: QTreeWidgetItem | None, y: int) -> Move:
        """Return where a code goes that is let go over another: on it, or beside it at its edge."""
        code = row_of(item).code.id
        if target is None:
            return Move(code, None)
        rect = self.visualItemRect(target)
        edge = min(12, max(2, round(rect.height() / _EDGE)))
        above, below = y - rect.top() < edge, rect.bottom() - y < edge
        if not above and not below:
            return Move(code, _code_of(target))
        parent = _or_none(target.parent())
        siblings = [each for each in _inner(parent or self.invisibleRootItem()) if each is not item]
        place = siblings.index(target) + (not above)
        return Move(code, _code_of(parent), _code_of((*siblings, None)[place]))

    # --- keys -----------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep keys for the tree that the window has other uses for."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and an arrow, rename with F2, delete with Del."""
        row = self.current_row()
        if row is None or not _is_own(event):
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_F2:
                self.rename_wanted.emit(row.code)
            case Qt.Key.Key_Delete:
                self.delete_wanted.emit(row.code)
            case key:
                move = self.step(Qt.Key(key))
                if move is not None:
                    self.moved.emit(move)


_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}


def _is_own(event: QKeyEvent) -> bool:
    keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if keys == Qt.KeyboardModifier.AltModifier:
        return event.key() in _ARROWS
    plain = keys == Qt.KeyboardModifier.NoModifier
    return plain and event.key() in {Qt.Key.Key_F2, Qt.Key.Key_Delete}


def row_of(item: QTreeWidgetItem) -> CodeRow:
    """Return the code that an item shows."""
    row: CodeRow = item.data(0, ROW_ROLE)
    return row


def _or_none(item: QTreeWidgetItem | None) -> QTreeWidgetItem | None:
    """Take an item for what it may be: Qt's stubs forget that there may be none."""
    return item


def _code_of(item: QTreeWidgetItem | None) -> CodeId | None:
    return row_of(item).code.id if item is not None else None


def _inner(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(number) for number in range(item.childCount()))
    return [child for child in children if child is not None]


def _shape(ordered: Sequence[tuple[CodeRow, int]]) -> list[tuple[CodeId, int]]:
    return [(row.code.id, depth) for row, depth in ordered]
