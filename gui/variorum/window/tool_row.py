"""The row below the menus: bring stories in, search, choose the version beside the base."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from variorum.app.version_names import names_of
from variorum.ids import ArticleId
from variorum.library.rows import VersionRow
from variorum.window.labels import plain_label
from variorum.window.search.field import SearchField
from variorum.window.wording import day, isolated


class ToolRow(QWidget):
    """Offer the few things that a first look wants to find."""

    version_chosen = Signal(object)  # ArticleId

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tool_row")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 3, 12, 8)
        self._row.setSpacing(8)
        for action in actions:
            self._row.addWidget(self._button(action))
        self._row.addSpacing(12)
        self.search = SearchField(self)
        self._row.addWidget(self.search, 2)
        self._row.addStretch(1)
        self._label = plain_label(self.tr("Beside the base:"), name="hint", parent=self)
        self.versions = QComboBox(self)
        self.versions.setAccessibleName(self.tr("Version beside the base"))
        self.versions.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.versions.setMaximumWidth(320)
        self.versions.activated.connect(self._activated)
        self._row.addWidget(self._label)
        self._row.addWidget(self.versions)
        self.show_versions((), None)

    def add_button(self, action: QAction) -> None:
        """Offer one more thing, at the end of the row."""
        self._row.addWidget(self._button(action))

    def _button(self, action: QAction) -> QPushButton:
        button = QPushButton(action.text(), self)
        button.setAccessibleName(action.text())
        button.setToolTip(action.shortcut().toString())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        if action.isCheckable():
            button.setCheckable(True)
            # The action says whether it is on; a click that changes nothing leaves it so.
            action.toggled.connect(button.setChecked)
            button.clicked.connect(lambda: button.setChecked(action.isChecked()))
        return button

    def show_versions(self, versions: Sequence[VersionRow], shown: ArticleId | None) -> None:
        """Offer the versions when there is a choice: when a story has more than two."""
        others = [row for row in versions if not row.is_base]
        names = names_of(tuple(versions))
        self.versions.clear()
        for row in others:
            self.versions.addItem(_said(row, names[row.article]), row.article)
            if row.article == shown:
                self.versions.setCurrentIndex(self.versions.count() - 1)
        self._label.setVisible(len(others) > 1)
        self.versions.setVisible(len(others) > 1)

    def _activated(self, place: int) -> None:
        self.version_chosen.emit(ArticleId(self.versions.itemData(place)))


def _said(row: VersionRow, name: str) -> str:
    """Say a version's name and day, the day once."""
    said = day(row.published) if row.published else ""
    parts = [name] if not said or said in name else [name, said]
    return " · ".join(isolated(part) for part in parts)
