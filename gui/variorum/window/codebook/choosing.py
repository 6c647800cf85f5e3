"""Two questions about codes: which one another goes into, and which quotations go to a new one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.values import Code
from variorum.ids import CodeId, HighlightId
from variorum.library.queries.codes import CodedWords
from variorum.library.queries.rows import CodeRow
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_SIZE = (420, 460)
_WIDER = (600, 520)


class MergeDialog(QDialog):
    """Let the reader choose the code that another becomes part of."""

    chosen = Signal(object)  # CodeId

    def __init__(
        self, code: Code, rows: Sequence[CodeRow], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Merge the code “{name}”").format(name=code.name))
        said = self.tr(
            "Its highlights, its words and the codes below it go to the code that you choose here."
        )
        self.codes = QListWidget(self)
        self.codes.setAccessibleName(self.tr("Merge into"))
        for row in rows:
            if row.code.id != code.id:
                icon = swatch_icon(theme, row.code.colour, row.code.letters)
                item = QListWidgetItem(icon, row.code.name, self.codes)
                item.setData(Qt.ItemDataRole.UserRole, row.code.id)
        self.codes.setCurrentRow(0)
        self.codes.itemActivated.connect(self.accept)
        _lay_out(self, said, [self.codes], self.tr("Merge"), size=_SIZE)

    def accept(self) -> None:
        """Hand over which."""
        super().accept()
        code: CodeId = self.codes.currentItem().data(Qt.ItemDataRole.UserRole)
        self.chosen.emit(code)


class SplitDialog(QDialog):
    """Let the reader tick the quotations that a new code takes from an old one."""

    chosen = Signal(str, object)  # name of the new code, list of HighlightId

    def __init__(
        self, code: Code, coded: Sequence[CodedWords], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Split the code “{name}”").format(name=code.name))
        said = self.tr("What you tick gets the new code instead; the rest stays.")
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the new code"))
        self.name.setPlaceholderText(self.tr("Name of the new code"))
        self.quotations = QListWidget(self)
        self.quotations.setAccessibleName(self.tr("Quotations"))
        self.quotations.setWordWrap(True)
        self.quotations.setSpacing(3)
        for one in coded:
            words = " ".join(one.words.split())
            where = f"{one.source} · {one.title}" if one.source else one.title
            item = QListWidgetItem(f"“{words[:300]}”\n{where}", self.quotations)
            item.setData(Qt.ItemDataRole.UserRole, one.highlight)
            item.setCheckState(Qt.CheckState.Unchecked)
        buttons = _lay_out(self, said, [self.name, self.quotations], self.tr("Split"), size=_WIDER)
        self._split = buttons.buttons()[0]
        self.name.textChanged.connect(self._fit)
        self.quotations.itemChanged.connect(self._fit)
        self._fit()

    @property
    def ticked(self) -> list[HighlightId]:
        """Return the highlights that are ticked."""
        items = (self.quotations.item(n) for n in range(self.quotations.count()))
        return [
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        ]

    def _fit(self) -> None:
        self._split.setEnabled(bool(self.name.text().strip()) and bool(self.ticked))

    def accept(self) -> None:
        """Hand over the name and what was ticked."""
        if self._split.isEnabled():
            super().accept()
            self.chosen.emit(self.name.text().strip(), self.ticked)


def _lay_out(
    dialog: QDialog, said: str, fields: Sequence[QWidget], deed: str, *, size: tuple[int, int]
) -> QDialogButtonBox:
    """Put a sentence, fields and two buttons below one another."""
    buttons = QDialogButtonBox(dialog)
    buttons.addButton(deed, QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
    buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    hint = plain_label(said, name="hint", parent=dialog)
    hint.setWordWrap(True)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(18, 16, 18, 14)
    column.setSpacing(10)
    column.addWidget(hint)
    for field in fields:
        column.addWidget(field, int(isinstance(field, QListWidget)))
    column.addWidget(buttons)
    dialog.resize(*size)
    return buttons
