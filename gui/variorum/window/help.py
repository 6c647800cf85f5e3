"""The boxes of the Help menu: keys, and what this program is."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum import __version__
from variorum.window.action_row import CONTEXT
from variorum.window.actions import ACTIONS
from variorum.window.fonts import reading_font
from variorum.window.labels import plain_label

_NAME_SIZE = 22


class KeysBox(QDialog):
    """List every action that has keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        lines = [*_lines(), (self.tr("Highlight with a code"), "1–9")]
        self.table = QTableWidget(len(lines), 2, self)
        self.table.setAccessibleName(self.tr("Keys"))
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, (text, keys) in enumerate(lines):
            self.table.setItem(row, 0, QTableWidgetItem(text))
            self.table.setItem(row, 1, QTableWidgetItem(keys))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        column.addWidget(_close(self))
        self.resize(460, 560)


class AboutBox(QDialog):
    """Say what this program is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Variorum"))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        name = plain_label(self.tr("Variorum {version}").format(version=__version__))
        name.setFont(reading_font(_NAME_SIZE))
        what = plain_label(
            self.tr(
                "A variorum is an edition that prints every version of a text in parallel, with"
                " the notes of its readers. Your articles and notes stay in one file on this"
                " machine; nothing is ever sent anywhere."
            )
        )
        what.setWordWrap(True)
        for widget in (name, what, _close(self)):
            column.addWidget(widget)
        self.resize(420, self.sizeHint().height())


def _lines() -> list[tuple[str, str]]:
    native = QKeySequence.SequenceFormat.NativeText
    return [
        (
            QCoreApplication.translate(CONTEXT, row.text),
            ", ".join(QKeySequence(keys).toString(native) for keys in row.keys),
        )
        for row in ACTIONS.values()
        if row.keys
    ]


def _close(box: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(box.reject)
    return buttons
