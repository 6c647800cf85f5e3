"""A plain table for pages and dialogs of this room."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from variorum.window.labels import plain_tip

_AIRY = """
QTableView::item { padding: 3px 6px; }
QHeaderView::section { background: palette(window); border: none; padding: 5px 6px; }
"""
_NARROWEST = 56
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def make_table(
    heads: Sequence[str],
    *,
    name: str,
    parent: QWidget,
    stretched: Sequence[int],
    numbers: Sequence[int] = (),
) -> QTableWidget:
    """Return an empty table whose rows are chosen as wholes."""
    table = QTableWidget(0, len(heads), parent)
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setStyleSheet(_AIRY)
    table.setTabKeyNavigation(False)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    head = table.horizontalHeader()
    head.setHighlightSections(False)
    head.setDefaultAlignment(_LEFT)
    head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    head.setMinimumSectionSize(_NARROWEST)
    for place in stretched:
        head.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
    for place in numbers:
        head_of(table, place).setTextAlignment(_RIGHT)
    return table


def head_of(table: QTableWidget, place: int) -> QTableWidgetItem:
    """Return the head of a column; Qt makes it when it is first named."""
    found = table.horizontalHeaderItem(place)
    if found is None:
        raise IndexError(place)
    return found


def cell(text: str, *, number: bool = False, tip: str = "") -> QTableWidgetItem:
    """Return a cell that shows words as they are."""
    item = QTableWidgetItem(text)
    if number:
        item.setTextAlignment(_RIGHT)
    if tip:
        item.setToolTip(plain_tip(tip))
    return item


def fill(
    table: QTableWidget, rows: Sequence[Sequence[QTableWidgetItem]], *, keep: bool = True
) -> None:
    """Show other rows; the row that was chosen stays chosen by its place."""
    chosen = table.currentRow()
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, item in enumerate(row):
            table.setItem(number, place, item)
    if rows and keep:
        table.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
