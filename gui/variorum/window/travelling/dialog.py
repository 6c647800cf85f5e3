"""The question of an export: which format, how much, and whether cells may compute."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from variorum.exchange.formats import CAN_BE_RAW, ExportFormat
from variorum.window.labels import plain_label
from variorum.window.travelling.words import format_line, format_name

_SIZE = (460, 520)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Hold what the reader wants exported."""

    format: ExportFormat
    whole: bool
    """The whole library, not the shown story alone."""
    raw: bool


class ExportDialog(QDialog):
    """Let the reader choose a format by its name, with a line on what it is for."""

    chosen = Signal(object)  # Wanted

    def __init__(
        self, *, before: ExportFormat, has_story: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export marks"))
        self.formats = QListWidget(self)
        self.formats.setAccessibleName(self.tr("Format"))
        self.formats.setSpacing(2)
        for each in ExportFormat:
            item = QListWidgetItem(format_name(each), self.formats)
            item.setData(Qt.ItemDataRole.UserRole, each.value)
            if each is before:
                self.formats.setCurrentItem(item)
        self._line = plain_label("", name="hint", parent=self)
        self._line.setWordWrap(True)
        self.story = QRadioButton(self.tr("The story that is &shown"), self)
        self.whole = QRadioButton(self.tr("The whole &library"), self)
        self.story.setEnabled(has_story)
        (self.story if has_story else self.whole).setChecked(True)
        self.raw = QCheckBox(self.tr("&Raw: leave cells that a spreadsheet may compute"), self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        save = self._buttons.addButton(self.tr("Save as…"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.formats.currentItemChanged.connect(self._fit)
        self.formats.itemActivated.connect(self.accept)
        self._lay_out()
        self._fit()
        self.resize(*_SIZE)

    @property
    def format(self) -> ExportFormat:
        """Return the format that is chosen."""
        return ExportFormat(self.formats.currentItem().data(Qt.ItemDataRole.UserRole))

    def accept(self) -> None:
        """Hand over what is wanted."""
        super().accept()
        raw = self.raw.isChecked() and self.raw.isEnabled()
        self.chosen.emit(Wanted(self.format, self.whole.isChecked(), raw))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.formats, 1)
        for each in (self._line, self.story, self.whole, self.raw, self._buttons):
            column.addWidget(each)

    def _fit(self) -> None:
        self._line.setText(format_line(self.format))
        self.raw.setEnabled(self.format in CAN_BE_RAW)
