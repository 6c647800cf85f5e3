"""The boxes of the Help menu: keys, and what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from variorum.app.versions import Versions, versions
from variorum.library.engine import is_sound_for_writers
from variorum.window.action_bar import ActionBar, said
from variorum.window.action_row import ActionId
from variorum.window.fonts import reading_font
from variorum.window.labels import plain_label
from variorum.window.licences import licence_texts
from variorum.window.menus import APPEARANCES, MENUS

_NAME_SIZE = 22


class KeysBox(QDialog):
    """List every action with its keys, menu by menu."""

    def __init__(self, bar: ActionBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        lines = self._lines(bar)
        self.table = QTableWidget(len(lines), 2, self)
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.horizontalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for row, (text, keys) in enumerate(lines):
            self._show(row, text, keys)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.addWidget(self.table)
        hint = plain_label(self.tr("Other keys can be given in the settings."), name="hint")
        column.addWidget(hint)
        column.addWidget(_close(self))
        self.resize(500, 600)

    def _lines(self, bar: ActionBar) -> Sequence[tuple[str, str | None]]:
        """Return the titles of the menus, with no keys at all, and below them their actions."""
        lines: list[tuple[str, str | None]] = []
        for menu in MENUS:
            lines.append((said(menu.title).replace("&", ""), None))
            names = [entry for entry in menu.entries if isinstance(entry, ActionId)]
            lines += [(said_plainly(bar, name), bar.keys_said(name)) for name in names]
            if ActionId.HIGHLIGHT in names:
                lines.append((self.tr("Highlight with a code"), "1–9"))
        return [line for line in lines if line[1] != ""]

    def _show(self, row: int, text: str, keys: str | None) -> None:
        name = QTableWidgetItem(text if keys is None else f"   {text}")
        if keys is None:
            font = name.font()
            font.setBold(True)
            name.setFont(font)
        self.table.setItem(row, 0, name)
        self.table.setItem(row, 1, QTableWidgetItem(keys or ""))


class AboutBox(QDialog):
    """Say what this program is, what it stands on, and under which terms."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Variorum"))
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.setAccessibleName(self.tr("About Variorum"))
        tabs.addTab(self._program(versions()), self.tr("Program"))
        tabs.addTab(self._licences(), self.tr("Licences"))
        column = QVBoxLayout(self)
        column.addWidget(tabs, 1)
        column.addWidget(_close(self))
        self.resize(520, 430)

    def _program(self, running: Versions) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(12)
        name = plain_label(self.tr("Variorum {version}").format(version=running.variorum))
        name.setFont(reading_font(_NAME_SIZE))
        what = self.tr(
            "A variorum is an edition that prints every version of a text in parallel, with"
            " the notes of its readers. Your articles and notes stay in one file on this"
            " machine; nothing is ever sent anywhere."
        )
        stands_on = (
            f"Python {running.python}\nQt {running.qt}\nPySide6 {running.pyside}\n"
            f"SQLite {running.sqlite}"
        )
        self.stands_on = plain_label(stands_on, name="hint")
        self.stands_on.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(name)
        column.addWidget(_wrapped(what))
        column.addWidget(self.stands_on)
        if not is_sound_for_writers(running.sqlite):
            column.addWidget(
                _wrapped(
                    self.tr(
                        "This SQLite is older than 3.51.3, in which a rare fault was mended that"
                        " can damage a file written by several programs at once. Variorum writes"
                        " with one connection only; do not write the library with another program"
                        " while it is open here."
                    )
                )
            )
        column.addStretch(1)
        return sheet

    def _licences(self) -> QWidget:
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(12, 12, 12, 8)
        column.addWidget(
            _wrapped(
                self.tr(
                    "Variorum is free software under the MIT licence. It uses Qt and PySide6"
                    " under the LGPL, version 3, as libraries that you may replace by your own;"
                    " and the following, with thanks."
                )
            )
        )
        self.texts = QPlainTextEdit(licence_texts())
        self.texts.setReadOnly(True)
        self.texts.setAccessibleName(self.tr("Licences"))
        column.addWidget(self.texts, 1)
        return sheet


def said_plainly(bar: ActionBar, name: ActionId) -> str:
    """Return an action's words as they stand now."""
    text = bar[name].text()
    return f"{said('Colours')}: {text}" if name in APPEARANCES else text


def _wrapped(text: str) -> QWidget:
    label = plain_label(text)
    label.setWordWrap(True)
    return label


def _close(box: QDialog) -> QDialogButtonBox:
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(box.reject)
    return buttons
