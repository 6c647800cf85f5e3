"""A plain table for pages and dialogs."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
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


class PlainTable(QTableWidget):
    """Give some columns the room that the others leave, each at least what it needs to be read."""

    def __init__(self, heads: Sequence[str], parent: QWidget, least: Mapping[int, int]) -> None:
        super().__init__(0, len(heads), parent)
        self._least = least
        self.setHorizontalHeaderLabels(list(heads))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out anew."""
        super().resizeEvent(event)
        self.share_out()

    def share_out(self) -> None:
        """Share out what the columns leave that are as wide as their words."""
        head = self.horizontalHeader()
        others = (n for n in range(self.columnCount()) if n not in self._least)
        taken = sum(self._wanted(head, place) for place in others)
        whole, room = sum(self._least.values()), self.viewport().width() - taken
        for place, least in self._least.items():
            head.resizeSection(place, max(least, room * least // whole))

    def _wanted(self, head: QHeaderView, place: int) -> int:
        if head.sectionResizeMode(place) is QHeaderView.ResizeMode.Fixed:
            return head.sectionSize(place)
        return max(self.sizeHintForColumn(place), head.sectionSizeHint(place))


def make_table(
    heads: Sequence[str],
    *,
    name: str,
    parent: QWidget,
    least: Mapping[int, int],
    numbers: Sequence[int] = (),
) -> PlainTable:
    """Return an empty table whose rows are chosen as wholes.

    The columns of `least` share the room that is left, by their least widths in pixels.
    """
    table = PlainTable(heads, parent, least)
    table.setAccessibleName(name)
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
    for place in least:
        head.setSectionResizeMode(place, QHeaderView.ResizeMode.Interactive)
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
    table: PlainTable, rows: Sequence[Sequence[QTableWidgetItem]], *, keep: bool = True
) -> None:
    """Show other rows; the row that was chosen stays chosen by its place."""
    chosen = table.currentRow()
    table.setRowCount(len(rows))
    for number, row in enumerate(rows):
        for place, item in enumerate(row):
            table.setItem(number, place, item)
    table.share_out()
    if rows and keep:
        table.setCurrentCell(min(max(chosen, 0), len(rows) - 1), 0)
