"""The command palette: every action by its name, found by a few of its letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from variorum.window.fuzzy import rank
from variorum.window.labels import plain_label
from variorum.window.line_painting import fields_of, paint_ground
from variorum.window.theme import Theme

_WIDTH = 520
_MOST_LINES = 12
_SIDE = 12
_GAP = 5
_ACTION = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold an action with the menu that it stands in."""

    action: QAction
    menu: str

    @property
    def name(self) -> str:
        """Return the action's words without the marks of its menu key."""
        return (
            f"{self.menu}: {self.action.text()}".replace("&&", "\0")
            .replace("&", "")
            .replace("\0", "&")
        )

    @property
    def keys(self) -> str:
        """Return its keys as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        return ", ".join(keys.toString(native) for keys in self.action.shortcuts())


class Palette(QFrame):
    """Take letters, show the actions that fit, do the one that is chosen."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: Sequence[Entry] = ()
        self._came_from: QWidget | None = None
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Command palette"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type some letters of an action"))
        self.field.setAccessibleName(self.tr("Command palette"))
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget(self)
        self.list.setObjectName("popup_list")
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._do)
        self._delegate = _EntryDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.nothing = plain_label(self.tr("No action has these letters."), name="hint")
        self.nothing.setContentsMargins(6, 4, 6, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        window.installEventFilter(self)
        self.hide()

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._delegate.theme = theme
        self.list.viewport().update()

    def open(self, entries: Sequence[Entry]) -> None:
        """Show these actions, and take the keys."""
        self._entries = entries
        self._came_from = _with_keys(self._window)
        self.field.clear()
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close, and give the keys back to where they were."""
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        self.list.clear()
        for number in rank(self.field.text(), [entry.name for entry in self._entries]):
            entry = self._entries[number]
            item = QListWidgetItem(entry.name)
            item.setData(_ACTION, number)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.name} {entry.keys}")
            item.setData(_KEYS, entry.keys)
            if not entry.action.isEnabled():
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.nothing.setVisible(not self.list.count())
        self.list.setVisible(bool(self.list.count()))
        self._step_from(-1, 1)
        self._place()

    def _place(self) -> None:
        lines = min(_MOST_LINES, self.list.count())
        height = (
            self.list.sizeHintForRow(0) * lines + 2 if lines else self.nothing.sizeHint().height()
        )
        whole = self.field.sizeHint().height() + height + 22
        width = min(_WIDTH, self._window.width() - 16)
        top = min(90, max(8, self._window.height() - whole - 8))
        self.setGeometry((self._window.width() - width) // 2, top, width, whole)

    def _step_from(self, row: int, by: int) -> None:
        """Turn to the next line that can be chosen; those that make no sense now are passed."""
        row += by
        while 0 <= row < self.list.count():
            item = self.list.item(row)
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentItem(item)
                self.list.scrollToItem(item)
                return
            row += by

    def _do(self, item: QListWidgetItem | None) -> None:
        if item is None or not item.flags() & Qt.ItemFlag.ItemIsEnabled:
            return
        number: int = item.data(_ACTION)
        action = self._entries[number].action
        self.leave()
        action.trigger()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list while the keys stay in the field; leave with the focus."""
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() == QEvent.Type.FocusOut:
            self.hide()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        row = self.list.currentRow()
        match event.key():
            case Qt.Key.Key_Down:
                self._step_from(row, 1)
            case Qt.Key.Key_Up:
                self._step_from(row, -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._do(self.list.item(row) if row >= 0 else None)
            case Qt.Key.Key_Escape:
                self.leave()
            case _:
                return False
        return True


_KEYS = Qt.ItemDataRole.UserRole + 2


class _EntryDelegate(QStyledItemDelegate):
    """Paint a name on the left and its keys on the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a line."""
        metrics: QFontMetrics = fields_of(option).fontMetrics
        return QSize(super().sizeHint(option, index).width(), metrics.height() + 2 * _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line."""
        rect: QRect = fields_of(option).rect
        state: QStyle.StateFlag = fields_of(option).state
        painter.save()
        paint_ground(painter, rect, state, self.theme)
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        painter.setPen(self.theme["muted"])
        middle = Qt.AlignmentFlag.AlignVCenter
        keys = str(index.data(_KEYS))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, keys)
        painter.setPen(self.theme["text" if enabled else "muted"])
        metrics = painter.fontMetrics()
        room = inner.width() - metrics.horizontalAdvance(keys) - _SIDE
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.restore()


def _with_keys(window: QWidget) -> QWidget | None:
    """Return what has the keys; Qt's stubs forget that it may be nothing."""
    return window.focusWidget()
