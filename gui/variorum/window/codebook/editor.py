"""The dialog that says all of a code: its signs, its key, its place, its words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.codebook import KEYS, LONGEST_SIGN, tree_order
from variorum.annotations.values import Code, CodeProperties
from variorum.ids import CodeId
from variorum.library.queries.rows import CodeRow
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_SIZE = (520, 600)
_INDENT = "\u2003"
"""An em space for each step down the tree."""


@dataclass(frozen=True, slots=True)
class EditedCode:
    """Hold what the reader said of a code, and what it is to stand below."""

    code: CodeId
    to: CodeProperties
    parent: CodeId | None


class CodeEditor(QDialog):
    """Let the reader say what a code stands for and how it is given."""

    saved = Signal(object)  # EditedCode

    def __init__(
        self, code: Code, rows: Sequence[CodeRow], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Code: {name}").format(name=code.name))
        self._code = code
        self._theme = theme
        self.name = QLineEdit(code.name, self)
        self.sign = QLineEdit(code.sign, self)
        self.sign.setMaxLength(LONGEST_SIGN)
        self.sign.setFixedWidth(64)
        self.sign.setToolTip(self.tr("Letters that tell the code apart without its colour"))
        self.colour = self._colours(code)
        self.key = self._keys(code, rows)
        self.parent_code = self._parents(code, rows)
        self.heading = QCheckBox(self.tr("It only holds the codes below it &together"), self)
        self.heading.setChecked(not code.codable)
        self.description = self._words(code.description)
        self.examples = self._words(code.examples)
        self.memo = self._words(code.memo)
        self.trouble = plain_label(name="trouble", parent=self)
        self.trouble.hide()
        self._buttons = QDialogButtonBox(self)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Save).setDefault(True)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.heading.toggled.connect(self.key.setDisabled)
        self.key.setDisabled(self.heading.isChecked() or code.retired)
        self._lay_out()
        self.resize(*_SIZE)

    # --- building -----------------------------------------------------------------------------------

    def _colours(self, code: Code) -> QComboBox:
        box = QComboBox(self)
        for name in self._theme.code_colours:
            box.addItem(swatch_icon(self._theme, name, code.letters), name.capitalize(), name)
        box.setCurrentIndex(max(0, box.findData(code.colour)))
        return box

    def _keys(self, code: Code, rows: Sequence[CodeRow]) -> QComboBox:
        holders = {row.code.key: row.code.name for row in rows if row.code.id != code.id}
        box = QComboBox(self)
        box.addItem(self.tr("None"), None)
        for key in KEYS:
            held = self.tr("{key} (now {name})").format(key=key, name=holders.get(key))
            box.addItem(held if key in holders else str(key), key)
        box.setCurrentIndex(code.key or 0)
        return box

    def _parents(self, code: Code, rows: Sequence[CodeRow]) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Nothing: it stands at the top"), None)
        ordered = tree_order(
            [row.code for row in rows], id_of=lambda one: one.id, parent_of=lambda one: one.parent
        )
        own: int | None = None
        for one, depth in ordered:
            if own is not None and depth <= own:
                own = None
            if one.id == code.id:
                own = depth
            if own is None:
                box.addItem(_INDENT * depth + one.name, one.id)
        box.setCurrentIndex(max(0, box.findData(code.parent)))
        return box

    def _words(self, text: str) -> QPlainTextEdit:
        field = QPlainTextEdit(text, self)
        field.setTabChangesFocus(True)
        return field

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(9)
        signs = QHBoxLayout()
        signs.addWidget(self.colour)
        signs.addWidget(plain_label(self.tr("with"), parent=self))
        signs.addWidget(self.sign)
        signs.addStretch(1)
        self.colour.setAccessibleName(self.tr("Colour"))
        self.sign.setAccessibleName(self.tr("Letters"))
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("Colour and letters"), signs),
            (self.tr("Number &key"), self.key),
            (self.tr("&Below"), self.parent_code),
            ("", self.heading),
            (self.tr("&Description"), self.description),
            (self.tr("&Examples"), self.examples),
            (self.tr("&Memo"), self.memo),
        ):
            form.addRow(words, field)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.addLayout(form, 1)
        column.addWidget(self.trouble)
        column.addWidget(self._buttons)

    # --- the end ----------------------------------------------------------------------------------------

    def accept(self) -> None:
        """Hand over what was said; a code has a name."""
        name = " ".join(self.name.text().split())
        if not name:
            self.trouble.setText(self.tr("A code has a name of at least one letter."))
            self.trouble.show()
            self.name.setFocus()
            return
        super().accept()
        self.saved.emit(
            EditedCode(
                self._code.id,
                CodeProperties(
                    name=name,
                    colour=self.colour.currentData(),
                    sign=self.sign.text().strip(),
                    description=self.description.toPlainText(),
                    examples=self.examples.toPlainText(),
                    memo=self.memo.toPlainText(),
                    key=self.key.currentData() if self.key.isEnabled() else None,
                    codable=not self.heading.isChecked(),
                ),
                self.parent_code.currentData(),
            )
        )
