"""The codebook: every code with its colour, how often it was used, and its key."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.values import Code
from variorum.ids import CodeId
from variorum.library.rows import CodeRow
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_ROW_ROLE = Qt.ItemDataRole.UserRole
KEYS = 9
"""So many codes have a number key."""


def swatch_icon(theme: Theme, colour: str) -> QIcon:
    """Return a code's colour as an icon."""
    pixmap = QPixmap(24, 24)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.line(colour))
    painter.setBrush(theme.tint(colour))
    painter.drawRoundedRect(QRect(0, 0, 11, 11), 2, 2)
    painter.end()
    return QIcon(pixmap)


class _CodeDelegate(QStyledItemDelegate):
    """Paint a code: swatch and name on the left, count and key on the right."""

    theme: Theme

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        """Return the height of a row."""
        of: Any = option
        return QSize(100, QFontMetrics(of.font).height() + 9)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        of: Any = option
        row: CodeRow = index.data(_ROW_ROLE)
        rect: QRect = of.rect
        painter.save()
        if of.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme["accent"], 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        elif of.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.theme["raised"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.line(row.code.colour))
        painter.setBrush(self.theme.tint(row.code.colour))
        painter.drawRoundedRect(QRect(rect.left() + 1, rect.center().y() - 6, 12, 12), 2, 2)
        self._paint_words(painter, of, row, place=index.row())
        painter.restore()

    def _paint_words(self, painter: QPainter, option: Any, row: CodeRow, *, place: int) -> None:
        inner = option.rect.adjusted(22, 0, -2, 0)
        metrics = QFontMetrics(option.font)
        key = self.tr("key {key}").format(key=place + 1) if place < KEYS else ""
        facts = " · ".join(part for part in (str(row.highlights), key) if part)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(option.font)
        painter.setPen(self.theme["muted"])
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, facts)
        room = inner.width() - metrics.horizontalAdvance(facts) - 10
        painter.setPen(self.theme["text"])
        name = metrics.elidedText(row.code.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, name)


class CodesPanel(QWidget):
    """Show the codebook; Enter or a click on a code uses it on the selection."""

    new_wanted = Signal()
    used = Signal(object)  # CodeId
    rename_wanted = Signal(object)  # Code
    recolour_wanted = Signal(object, str)  # Code, the colour's name
    delete_wanted = Signal(object)  # Code

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Codes"))
        self._theme = theme
        self._list = QListWidget(self)
        self._list.setObjectName("codes")
        self._list.setAccessibleName(self.tr("Codebook"))
        self._list.setUniformItemSizes(True)
        self._list.setMouseTracking(True)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.itemActivated.connect(self._activated)
        self._delegate = _CodeDelegate(self._list)
        self._delegate.theme = theme
        self._list.setItemDelegate(self._delegate)
        new = QToolButton(self)
        new.setObjectName("link")
        new.setText(self.tr("+ New"))
        new.setAccessibleName(self.tr("New code"))
        new.clicked.connect(self.new_wanted)
        self._hint = plain_label(name="hint", parent=self)
        self._hint.setText(self.tr("No codes yet. The first nine get a number key each."))
        self._hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(plain_label(self.tr("CODES"), name="panel_title", parent=self), 1)
        head.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._theme = theme
        self._delegate.theme = theme
        self._list.viewport().update()

    def show_codes(self, rows: Sequence[CodeRow]) -> None:
        """Show the codebook."""
        chosen = self._list.currentRow()
        self._hint.setVisible(not rows)
        self._list.clear()
        for row in rows:
            item = QListWidgetItem(self._list)
            item.setData(_ROW_ROLE, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.code.name)
            item.setToolTip(row.code.memo)
        self._list.setCurrentRow(min(chosen, len(rows) - 1))

    @property
    def rows(self) -> tuple[CodeRow, ...]:
        """Return the codes as shown, from the top."""
        return tuple(_row_of(self._list.item(n)) for n in range(self._list.count()))

    def _activated(self, item: QListWidgetItem) -> None:
        self.used.emit(_row_of(item).code.id)

    def take_focus(self) -> None:
        """Take the keys."""
        self._list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def current(self) -> CodeId | None:
        """Return the code that was chosen in the list."""
        item = self._list.currentItem()
        return _row_of(item).code.id if item else None

    def _show_menu(self, at: QPoint) -> None:
        item = self._list.itemAt(at)
        if item is not None:
            self.menu_for(_row_of(item).code).popup(self._list.viewport().mapToGlobal(at))

    def menu_for(self, code: Code) -> QMenu:
        """Return what can be done with a code."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        rename = menu.addAction(self.tr("Rename…"))
        rename.triggered.connect(lambda: self.rename_wanted.emit(code))
        colours = menu.addMenu(self.tr("Colour"))
        for name in self._theme.code_colours:
            colours.addAction(self._colour_action(code, name))
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete"))
        delete.triggered.connect(lambda: self.delete_wanted.emit(code))
        return menu

    def _colour_action(self, code: Code, name: str) -> QAction:
        action = QAction(swatch_icon(self._theme, name), name.capitalize(), self)
        action.setCheckable(True)
        action.setChecked(code.colour == name)
        action.triggered.connect(lambda: self.recolour_wanted.emit(code, name))
        return action


def _row_of(item: QListWidgetItem) -> CodeRow:
    row: CodeRow = item.data(_ROW_ROLE)
    return row
