"""The panel that shows what is known of the version turned to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from variorum.window.details.facts import Section
from variorum.window.details.view import FactsView
from variorum.window.labels import ElidedLabel
from variorum.window.theme import Theme


class DetailsPanel(QWidget):
    """Name a version, show its facts, and lead to where they are corrected."""

    correct_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Details"))
        self._name = ElidedLabel(lines=2, name="details_name", parent=self)
        self._correct = QPushButton(self.tr("Correct…"), self)
        self._correct.setAccessibleName(self.tr("Correct source, date and headline"))
        self._correct.clicked.connect(self.correct_wanted)
        self.view = FactsView(theme, self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._name, 1)
        head.addWidget(self._correct, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 0)
        column.setSpacing(7)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    @property
    def words(self) -> str:
        """Return what the panel says."""
        return self.view.toPlainText()

    def wear(self, theme: Theme) -> None:
        """Show the facts in another theme's colours."""
        self.view.wear(theme)

    def show_version(self, name: str, sections: Sequence[Section], *, writable: bool) -> None:
        """Show another version; without a name there is none."""
        self._name.setText(name or self.tr("No version"))
        self._correct.setVisible(writable and bool(name))
        self.view.show_sections(sections)

    def take_focus(self) -> None:
        """Take the keys."""
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
