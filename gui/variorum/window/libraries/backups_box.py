"""The backups of a library in a list, to choose the one that is restored."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.library.safety.backups import Backup, Contents, Why
from variorum.window.labels import plain_label
from variorum.window.wording import day

Row = tuple[Backup, Contents | None]
_SIZE = (640, 440)
_SMALLEST = (540, 300)
_AIRY = """
QTableView::item { padding: 2px 8px; }
QHeaderView::section { background: palette(window); border: none; padding: 5px 8px; }
"""


class BackupsBox(QDialog):
    """Show backups, the newest first; hand the chosen one over."""

    chosen = Signal(object)  # Backup

    def __init__(
        self,
        rows: Sequence[Row],
        *,
        said: str,
        folder: Path,
        otherwise: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Say something above the list; the second button may be named for what it leads to."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore from a backup"))
        self._rows = rows
        self.table = self._table()
        above, below = plain_label(said), plain_label(self._where(folder), name="hint")
        for label in (above, below):
            label.setWordWrap(True)
        below.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._restore = self._buttons.addButton(
            self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        if otherwise:
            self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(otherwise)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(above)
        column.addWidget(self.table, 1)
        column.addWidget(below)
        column.addWidget(self._buttons)
        self.table.itemSelectionChanged.connect(self._fit)
        self._select_first()
        self._fit()
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def _where(self, folder: Path) -> str:
        return self.tr("The backups are files in {folder}").format(folder=folder)

    def _table(self) -> QTableWidget:
        titles = [
            self.tr("Made"), self.tr("Size"), self.tr("Articles"), self.tr("Marks and notes"), self.tr("Why"),
        ]  # fmt: skip
        table = QTableWidget(len(self._rows), len(titles), self)
        table.setAccessibleName(self.tr("Backups"))
        table.setHorizontalHeaderLabels(titles)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setStyleSheet(_AIRY)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.doubleClicked.connect(self.accept)
        for number, row in enumerate(self._rows):
            for place, text in enumerate(self._texts(row)):
                table.setItem(number, place, _item(text, is_number=place in _NUMBERS))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_LEFT)
        for place in _NUMBERS:
            table.setHorizontalHeaderItem(place, _item(titles[place], is_number=True))
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(titles) - 1, QHeaderView.ResizeMode.Stretch)
        return table

    def _texts(self, row: Row) -> tuple[str, ...]:
        one, inside = row
        locale = QLocale()
        if inside is None:
            return moment_words(one.made), "", "", "", self.tr("cannot be read")
        return (
            moment_words(one.made),
            locale.formattedDataSize(
                inside.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat
            ),
            locale.toString(inside.articles),
            locale.toString(inside.marks),
            self._reason(one.why),
        )

    def _reason(self, why: Why) -> str:
        return {
            Why.CHANGED: self.tr("made by itself"),
            Why.ASKED: self.tr("asked for"),
            Why.RESTORE: self.tr("before another was restored"),
            Why.BIN: self.tr("before the bin was emptied"),
        }[why]

    def _select_first(self) -> None:
        for number, (_, inside) in enumerate(self._rows):
            if inside is not None:
                self.table.selectRow(number)
                return

    def selected(self) -> Backup | None:
        """Return the backup that would be restored."""
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return None
        one, inside = self._rows[rows[0].row()]
        return one if inside is not None else None

    def _fit(self) -> None:
        self._restore.setEnabled(self.selected() is not None)

    def accept(self) -> None:
        """Hand the chosen backup over."""
        one = self.selected()
        if one is not None:
            super().accept()
            self.chosen.emit(one)


_NUMBERS = frozenset({1, 2, 3})
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _item(text: str, *, is_number: bool) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    if is_number:
        item.setTextAlignment(_RIGHT)
    return item


def moment_words(moment: dt.datetime) -> str:
    """Say a day and time where the reader is."""
    local = QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))
    time = QLocale().toString(local.time(), QLocale.FormatType.ShortFormat)
    return f"{day(moment.astimezone())}, {time}"
