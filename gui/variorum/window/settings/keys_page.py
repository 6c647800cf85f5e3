"""The page on which every action can be given other keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.window.action_bar import ActionBar, said
from variorum.window.action_row import ActionId
from variorum.window.labels import plain_label

_ID = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """List all actions; take new keys for the one that is chosen, and name conflicts."""

    def __init__(self, bar: ActionBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter the actions"))
        self.filter.setAccessibleName(self.tr("Filter the actions"))
        self.filter.textChanged.connect(self._filter)
        self.table = self._make_table()
        self.edit = QKeySequenceEdit(self)
        self.edit.setMaximumSequenceLength(1)
        self.edit.setClearButtonEnabled(True)
        self.edit.setAccessibleName(self.tr("New keys for the chosen action"))
        self.edit.editingFinished.connect(self.take)
        self.reset = QPushButton(self.tr("Set these back"), self)
        self.reset.setAccessibleName(self.tr("Give the chosen action its first keys again"))
        self.reset.clicked.connect(self._reset)
        self.reset_all = QPushButton(self.tr("Set all keys back"), self)
        self.reset_all.setAccessibleName(self.tr("Give all actions their first keys again"))
        self.reset_all.clicked.connect(self._reset_all)
        self.said = plain_label(name="hint", parent=self)
        self.said.setWordWrap(True)
        self._build()
        self._fill()
        self.table.selectRow(0)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(len(self._bar.rows), 2, self)
        table.setAccessibleName(self.tr("Actions and their keys"))
        table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        table.verticalHeader().hide()
        table.horizontalHeader().hide()
        table.setShowGrid(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        table.itemSelectionChanged.connect(self._chosen)
        return table

    def _build(self) -> None:
        row = QHBoxLayout()
        row.addWidget(plain_label(self.tr("Press new keys:"), parent=self))
        row.addWidget(self.edit, 1)
        row.addWidget(self.reset)
        row.addWidget(self.reset_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self.filter)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(row)

    def _fill(self) -> None:
        for number, row in enumerate(self._bar.rows.values()):
            name = QTableWidgetItem(said(row.text))
            name.setData(_ID, row.id.value)
            self.table.setItem(number, 0, name)
            self.table.setItem(number, 1, QTableWidgetItem(self._bar.keys_said(row.id)))
            if self._bar.keys.is_changed(row.id):
                font = name.font()
                font.setBold(True)
                name.setFont(font)

    @property
    def chosen(self) -> ActionId:
        """Return the action whose keys can be set."""
        item = self.table.item(max(0, self.table.currentRow()), 0)
        return ActionId(item.data(_ID)) if item is not None else next(iter(self._bar.rows))

    def choose(self, action: ActionId) -> None:
        """Turn to an action."""
        self.table.selectRow(list(self._bar.rows).index(action))

    def _chosen(self) -> None:
        first = self._bar.keys_of(self.chosen)[:1]
        self.edit.blockSignals(True)  # noqa: FBT003 - showing the keys is no wish for others
        self.edit.setKeySequence(QKeySequence(first[0]) if first else QKeySequence())
        self.edit.blockSignals(False)  # noqa: FBT003 - see above
        self.said.clear()

    def take(self) -> None:
        """Give the chosen action the keys that were pressed, unless they are another's."""
        action = self.chosen
        keys = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if keys in self._bar.keys_of(action) or (not keys and not self._bar.keys_of(action)):
            return
        owner = self._bar.owner_of(keys) if keys else None
        if owner is not None and owner != said(self._bar.rows[action].text):
            shown = self.edit.keySequence().toString(QKeySequence.SequenceFormat.NativeText)
            self._chosen()
            self.said.setText(
                self.tr("{keys} belongs to “{action}”; take it away there first.").format(
                    keys=shown, action=owner
                )
            )
            return
        self._bar.set_keys(action, (keys,) if keys else ())
        self._fill()
        self.said.setText(self.tr("Set. It holds at once."))

    def _reset(self) -> None:
        action = self.chosen
        for keys in self._bar.rows[action].keys:
            owner = self._bar.owner_of(keys)
            if owner is not None and owner != said(self._bar.rows[action].text):
                words = self.tr("{keys} now belongs to “{action}”; take it away there first.")
                self.said.setText(words.format(keys=keys, action=owner))
                return
        self._bar.reset_keys(action)
        self._fill()
        self._chosen()

    def _reset_all(self) -> None:
        self._bar.reset_keys(None)
        self._fill()
        self._chosen()

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for number in range(self.table.rowCount()):
            items = (self.table.item(number, column) for column in (0, 1))
            words = " ".join(item.text() for item in items if item is not None).casefold()
            self.table.setRowHidden(number, not all(word in words for word in wanted))
