"""The dialog of the settings: a page for each group of the table, and one for the keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from variorum.app.settings import Settings
from variorum.window.action_bar import ActionBar
from variorum.window.labels import plain_label
from variorum.window.settings.controls import control_for, said
from variorum.window.settings.keys_page import KeysPage
from variorum.window.settings.table import PAGES, SettingPage, SettingRow, Switch

PageMaker = tuple[str, Callable[[QWidget], QWidget]]
"""The title of a page of its own, and what makes it."""


class SettingsDialog(QDialog):
    """Set things; whatever is set holds at once."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        bar: ActionBar,
        parent: QWidget,
        *,
        more: Sequence[PageMaker] = (),
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Groups of settings"))
        for page in PAGES:
            self.tabs.addTab(self._page(page), said(page.title))
        for title, make in more:
            self.tabs.addTab(make(self), title)
        self.keys = KeysPage(bar, self)
        self.tabs.addTab(self.keys, self.tr("Keys"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.tabs, 1)
        column.addWidget(buttons)
        self.resize(560, 480)

    def turn_to(self, title: str) -> None:
        """Show a page by its title; without one the first."""
        titles = [self.tabs.tabText(number) for number in range(self.tabs.count())]
        self.tabs.setCurrentIndex(titles.index(title) if title in titles else 0)

    def _page(self, page: SettingPage) -> QWidget:
        """Return a page of rows; it is filled again when it is set back."""
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(self._form(page))
        column.addStretch(1)
        back = QPushButton(self.tr("Set this page back"), sheet)
        back.setAccessibleName(self.tr("Set this page back to what it was at first"))
        back.clicked.connect(lambda: self._set_back(page, column))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return sheet

    def _form(self, page: SettingPage) -> QWidget:
        form = QWidget(self)
        rows = QFormLayout(form)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setVerticalSpacing(4)
        rows.setHorizontalSpacing(12)
        for row in page.rows:
            self._add(rows, row)
        return form

    def _add(self, rows: QFormLayout, row: SettingRow) -> None:
        control = control_for(row, self._settings, self.changed.emit)
        control.setObjectName(row.setting.key)
        control.setAccessibleName(said(row.title))
        control.setAccessibleDescription(said(row.help))
        label = plain_label("" if isinstance(row.shape, Switch) else said(row.title))
        label.setBuddy(control)
        rows.addRow(label, control)
        help_line = plain_label(said(row.help), name="hint")
        help_line.setWordWrap(True)
        help_line.setContentsMargins(0, 0, 0, 14)
        rows.addRow(plain_label(), help_line)

    def _set_back(self, page: SettingPage, column: QVBoxLayout) -> None:
        for row in page.rows:
            self._settings.reset(row.setting.key)
        old = column.takeAt(0)
        widget = old.widget() if old is not None else None
        if widget is not None:
            widget.deleteLater()
        column.insertWidget(0, self._form(page))
        self.changed.emit()
