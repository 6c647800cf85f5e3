"""A tree of two levels whose rows have two heights, for lists of any length.

QTreeView asks every row for its height unless all are alike (26 s for one jump in 100,000
rows). Here the place of a row is reckoned: all stories are alike, all versions are alike,
and only the few opened stories are kept in a list.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from variorum.window.stories_list.dragging import Dragged, dragged

Index = QModelIndex | QPersistentModelIndex

_BIN_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class StoriesView(QAbstractItemView):
    """Show stories, and below an opened one its versions."""

    opened = Signal(int)  # the row of the story that opened or closed
    dropped = Signal(object, QModelIndex)  # Dragged, the row it fell on; invalid below the last
    bin_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._story_height = 66
        self._version_height = 20
        self._opened: list[int] = []
        self._tops: list[int] = []
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.in_hand: Callable[[], Dragged | None] = lambda: None
        """Gives what a drag takes along; the panel sets it."""
        self._under_hand = QPersistentModelIndex()

    def set_heights(self, *, story: int, version: int) -> None:
        """Set the heights of the two kinds of rows, in pixels."""
        self._story_height, self._version_height = story, version
        self._relay()

    # --- opening and closing -----------------------------------------------------------------

    def is_open(self, row: int) -> bool:
        """Tell whether a story shows its versions."""
        return row in self._opened

    def set_open(self, row: int, *, opened: bool) -> None:
        """Show or hide the versions of a story."""
        if opened == self.is_open(row):
            return
        if opened:
            self._opened.append(row)
            self._opened.sort()
        else:
            self._opened.remove(row)
            current = self.currentIndex()
            if current.isValid() and current.parent().isValid() and current.parent().row() == row:
                self.setCurrentIndex(current.parent())
        self._relay()
        self.opened.emit(row)

    # --- geometry -------------------------------------------------------------------------------

    def _relay(self) -> None:
        """Reckon where the opened stories end, and with it how far the list goes."""
        model = self.model()
        self._tops.clear()
        below = 0
        rows = model.rowCount() if model else 0
        self._opened = [row for row in self._opened if row < rows]
        for row in self._opened:
            below += model.rowCount(model.index(row, 0)) * self._version_height
            self._tops.append((row + 1) * self._story_height + below)
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        bar.setRange(0, max(0, rows * self._story_height + below - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._story_height // 2)
        self.viewport().update()

    def _story_top(self, row: int) -> int:
        place = bisect_right(self._opened, row - 1)
        if not place:
            return row * self._story_height
        return self._tops[place - 1] + (row - 1 - self._opened[place - 1]) * self._story_height

    def _at(self, y: int) -> QModelIndex:
        """Return the row at a height of the whole list."""
        model = self.model()
        if not model or y < 0:
            return QModelIndex()
        place = bisect_right(self._tops, y)
        start, top = (self._opened[place - 1] + 1, self._tops[place - 1]) if place else (0, 0)
        row = start + (y - top) // self._story_height
        if place < len(self._opened) and row >= self._opened[place]:
            row = self._opened[place]
            inside = y - self._story_top(row) - self._story_height
            if inside >= 0:
                return model.index(inside // self._version_height, 0, model.index(row, 0))
        return model.index(row, 0)

    def visualRect(self, index: Index) -> QRect:
        """Return a row's place in the viewport."""
        if not index.isValid():
            return QRect()
        parent = index.parent()
        if parent.isValid():
            if not self.is_open(parent.row()):
                return QRect()
            top = self._story_top(parent.row()) + self._story_height
            top += index.row() * self._version_height
            height = self._version_height
        else:
            top, height = self._story_top(index.row()), self._story_height
        return QRect(0, top - self.verticalOffset(), self.viewport().width(), height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row under a point of the viewport."""
        return self._at(point.y() + self.verticalOffset())

    def verticalOffset(self) -> int:
        """Return how far the list is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        """Return 0: the list never scrolls sideways."""
        return 0

    def isIndexHidden(self, index: Index) -> bool:
        """Tell whether a version's story is closed."""
        parent = index.parent()
        return parent.isValid() and not self.is_open(parent.row())

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row into sight with as little scrolling as possible."""
        rect = self.visualRect(index)
        if rect.isEmpty():
            return
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if hint == QAbstractItemView.ScrollHint.PositionAtTop or rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - height // 2)
        elif rect.bottom() >= height:
            bar.setValue(bar.value() + rect.bottom() - height + 1)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return what has to be painted again when the selection changes."""
        region = QRegion()
        seen = self.viewport().rect()
        for index in self._seen_rows():
            if selection.contains(index):
                region += self.visualRect(index).intersected(seen)
        return region

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows of one level between the top and the bottom of a rectangle."""
        area = rect.normalized()
        first = self.indexAt(area.topLeft())
        last = self.indexAt(area.bottomLeft())
        if not first.isValid():
            self.selectionModel().clearSelection()
            return
        if not last.isValid() or last.parent() != first.parent():
            last = first if last.isValid() and last.parent() == first else last.parent()
            last = last if last.isValid() and last.parent() == first.parent() else first
        self.selectionModel().select(QItemSelection(first, last), command)

    # --- hands ------------------------------------------------------------------------------------

    def moveCursor(
        self,
        cursor_action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002 - Qt's signature
    ) -> QModelIndex:
        """Return the row that a key leads to."""
        model, current = self.model(), self.currentIndex()
        if not model or not model.rowCount():
            return QModelIndex()
        if not current.isValid():
            return model.index(0, 0)
        action = QAbstractItemView.CursorAction
        page = max(1, self.viewport().height() - self._story_height)
        match cursor_action:
            case action.MoveHome:
                return model.index(0, 0)
            case action.MoveEnd:
                return self._last()
            case action.MovePageDown | action.MovePageUp:
                by = page if cursor_action == action.MovePageDown else -page
                target = self._at(
                    max(0, self.visualRect(current).top() + self.verticalOffset() + by)
                )
                return target if target.isValid() else self._last()
            case action.MoveDown | action.MoveNext:
                return self._after(current)
            case action.MoveUp | action.MovePrevious:
                return self._before(current)
            case _:
                return current

    def _last(self) -> QModelIndex:
        model = self.model()
        story = model.index(model.rowCount() - 1, 0)
        if self.is_open(story.row()) and model.rowCount(story):
            return model.index(model.rowCount(story) - 1, 0, story)
        return story

    def _after(self, index: QModelIndex) -> QModelIndex:
        rect = self.visualRect(index)
        following = self._at(rect.bottom() + 1 + self.verticalOffset())
        return following if following.isValid() else index

    def _before(self, index: QModelIndex) -> QModelIndex:
        previous = self._at(self.visualRect(index).top() - 1 + self.verticalOffset())
        return previous if previous.isValid() else index

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with the right arrow, close with the left one."""
        current = self.currentIndex()
        if event.key() in _BIN_KEYS and not event.modifiers():
            self.bin_wanted.emit()
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Left} and current.isValid():
            if event.key() == Qt.Key.Key_Left and current.parent().isValid():
                self.setCurrentIndex(current.parent())
            elif not current.parent().isValid():
                self.set_open(current.row(), opened=event.key() == Qt.Key.Key_Right)
            event.accept()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open or close a story."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not index.parent().isValid():
            self.set_open(index.row(), opened=not self.is_open(index.row()))
        super().mouseDoubleClickEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Delete for the list: elsewhere it takes a mark away."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _BIN_KEYS
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    # --- drags ------------------------------------------------------------------------------------

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: ARG002, N803 - Qt's
        """Take what is selected along."""
        hand = self.in_hand()
        if hand is not None:
            drag = QDrag(self)
            drag.setMimeData(hand.mime())
            drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take stories; files go to the window."""
        self._hold(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which row the hand is over."""
        self._under_hand = QPersistentModelIndex(self.indexAt(event.position().toPoint()))
        self.viewport().update()
        self._hold(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show it no more."""
        self._under_hand = QPersistentModelIndex()
        self.viewport().update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell what fell on which row."""
        self._under_hand = QPersistentModelIndex()
        self.viewport().update()
        hand = dragged(event.mimeData())
        self._hold(event)
        if hand is not None:
            self.dropped.emit(hand, self.indexAt(event.position().toPoint()))

    @staticmethod
    def _hold(event: QDropEvent) -> None:
        if dragged(event.mimeData()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    # --- painting -----------------------------------------------------------------------------------

    def _seen_rows(self) -> Iterator[QModelIndex]:
        """Give the rows that stand in the viewport, from the top."""
        index = self._at(self.verticalOffset())
        bottom = self.viewport().height()
        while index.isValid() and self.visualRect(index).top() < bottom:
            yield index
            following = self._after(index)
            if following == index:
                return
            index = following

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows in sight."""
        painter = QPainter(self.viewport())
        delegate = self.itemDelegate()
        if not isinstance(delegate, QStyledItemDelegate):
            return
        selection, current = self.selectionModel(), self.currentIndex()
        under = self.indexAt(self.viewport().mapFromGlobal(self.cursor().pos()))
        hovers = self.viewport().underMouse()
        for index in self._seen_rows():
            option = QStyleOptionViewItem()
            self.initViewItemOption(option)
            option.rect = self.visualRect(index)  # type: ignore[attr-defined]
            if not option.rect.intersects(event.rect()):  # type: ignore[attr-defined]
                continue
            state = QStyle.StateFlag.State_Enabled
            if selection.isSelected(index) or selection.isSelected(index.parent()):
                state |= QStyle.StateFlag.State_Selected
            if (index == current and self.hasFocus()) or index == self._under_hand:
                state |= QStyle.StateFlag.State_HasFocus
            if hovers and index == under:
                state |= QStyle.StateFlag.State_MouseOver
            if not index.parent().isValid() and self.is_open(index.row()):
                state |= QStyle.StateFlag.State_Open
            option.state = state  # type: ignore[attr-defined]
            delegate.paint(painter, option, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Reckon again how far the list scrolls."""
        super().resizeEvent(event)
        self._relay()

    # --- the model tells -------------------------------------------------------------------------------

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show another model, all its stories closed."""
        super().setModel(model)
        self._opened.clear()
        self._relay()

    def reset(self) -> None:
        """Close all stories: rows have other stories now."""
        super().reset()
        # At once, not when Qt comes to it: that is after the first painting, and paints all again.
        self.executeDelayedItemsLayout()
        self._opened.clear()
        self._relay()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: Sequence[int] = ()) -> None:
        """Paint again."""
        super().dataChanged(top_left, bottom_right, roles)
        self._relay()
