"""The columns of a corpus, one below the other, each with its first cells and what it holds."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from variorum.formats.corpora.column_dates import needs_order, read_date
from variorum.formats.corpora.mapping import DateOrder, Mapping, Role, mapping_of
from variorum.formats.corpora.rows import Look
from variorum.window.columns.words import order_words, role_words
from variorum.window.labels import ElidedLabel, plain_label
from variorum.window.wording import day

_WIDE, _HIGHEST = 720, 520
_SMALLEST = (520, 240)
_SPARE = 36
"""Pixels for what the first article says on two more lines."""
_LONGEST_NAME = 28
_LONGEST_CELL = 200
_EXAMPLES = 2
_ROWS_JUDGED = 50
_OPENING = 120


class ColumnsDialog(QDialog):
    """Show what the columns were taken for, and hand over what the reader makes of them."""

    chosen = Signal(object)  # Mapping

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Columns of {name}").format(name=name))
        self._look = look
        self._boxes = {column: self._box_for(column) for column in look.columns}
        self._order = self._order_box()
        self._order_row = QWidget(self)
        self._first = plain_label("", name="hint", parent=self)
        self._first.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._import = self._buttons.addButton(
            self.tr("Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._import.setDefault(True)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self._fit()
        self.setMinimumSize(*_SMALLEST)
        self.resize(_WIDE, min(_HIGHEST, self.heightForWidth(_WIDE) + _SPARE))

    def mapping(self) -> Mapping:
        """Return what the reader says the columns hold."""
        pairs = ((box.currentData(), column) for column, box in self._boxes.items())
        # Qt gives a StrEnum back as a bare string.
        given = [(Role(role), column) for role, column in pairs if role]
        order = self._order.currentData()
        return mapping_of(given, order=DateOrder(order) if order else None)

    def accept(self) -> None:
        """Hand over the mapping."""
        super().accept()
        self.chosen.emit(self.mapping())

    # --- what it is made of ---------------------------------------------------------------------

    def _box_for(self, column: str) -> QComboBox:
        box = QComboBox(self)
        for role in (None, *Role):
            box.addItem(role_words(role), role.value if role else None)
        box.setCurrentIndex(max(0, _place_of(self._look.mapping.role(column))))
        box.setAccessibleName(self.tr("What {column} holds").format(column=_short(column)))
        box.currentIndexChanged.connect(partial(self._changed, box))
        return box

    def _order_box(self) -> QComboBox:
        box = QComboBox(self)
        for order in (None, *DateOrder):
            box.addItem(order_words(order), order.value if order else None)
        box.setCurrentIndex(max(0, box.findData(self._look.mapping.order)))
        box.currentIndexChanged.connect(self._fit)
        return box

    def _lay_out(self) -> None:
        said = plain_label(
            self.tr("Say which column holds the text of the articles, and what the others hold.")
        )
        said.setWordWrap(True)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        grid = self._grid()
        scroll.setWidget(grid)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # So that what is said of the columns stands right below them, however few they are.
        scroll.setMaximumHeight(grid.sizeHint().height() + 2 * scroll.frameWidth())
        form = QFormLayout(self._order_row)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("&Dates such as 03/04/2019:"), self._order)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(said)
        column.addWidget(scroll)
        column.addWidget(self._order_row)
        column.addWidget(self._first)
        column.addStretch(1)
        column.addWidget(self._buttons)

    def _grid(self) -> QWidget:
        inside = QWidget(self)
        grid = QGridLayout(inside)
        grid.setColumnStretch(2, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for row, (column, box) in enumerate(self._boxes.items()):
            name = plain_label(_short(column), parent=inside)
            name.setBuddy(box)
            cells = ElidedLabel(lines=_EXAMPLES, name="hint", parent=inside)
            cells.setText(self._examples(column))
            grid.addWidget(name, row, 0)
            grid.addWidget(box, row, 1)
            grid.addWidget(cells, row, 2)
        grid.setRowStretch(len(self._boxes), 1)
        return inside

    def _examples(self, column: str) -> str:
        cells = (row.get(column, "") for row in self._look.rows)
        shown = dict.fromkeys(_line(cell, _LONGEST_CELL) for cell in cells if cell.strip())
        return " · ".join(list(shown)[:_EXAMPLES]) or self.tr("(empty)")

    # --- what follows from a choice -------------------------------------------------------------

    def _changed(self, box: QComboBox, _index: int) -> None:
        """Take a role from the column that had it, and see what is missing."""
        role = box.currentData()
        for other in self._boxes.values():
            if role and other is not box and other.currentData() == role:
                other.setCurrentIndex(0)
        self._fit()

    def _fit(self) -> None:
        mapping = self.mapping()
        has_text = mapping.column(Role.TEXT) is not None
        self._import.setEnabled(has_text)
        self._order_row.setVisible(needs_order(self._cells(mapping, Role.DATE)))
        missing = self.tr("Choose the column that holds the text.")
        self._first.setText(self._first_article(mapping) if has_text else missing)

    def _first_article(self, mapping: Mapping) -> str:
        """Say how the first row would be read."""
        headline = next(self._cells(mapping, Role.HEADLINE), "")
        date = read_date(next(self._cells(mapping, Role.DATE), ""), mapping.order)
        text = next(self._cells(mapping, Role.TEXT), "")
        parts = [_line(headline, _OPENING), day(date) if date else "", _line(text, _OPENING)]
        return self.tr("The first article: {words}").format(words=" · ".join(filter(None, parts)))

    def _cells(self, mapping: Mapping, role: Role) -> Iterator[str]:
        column = mapping.column(role)
        rows = self._look.rows[:_ROWS_JUDGED] if column is not None else ()
        return iter([row.get(column or "", "") for row in rows])


def _place_of(role: Role | None) -> int:
    return 0 if role is None else 1 + list(Role).index(role)


def _short(column: str) -> str:
    return _line(column, _LONGEST_NAME)


def _line(text: str, longest: int) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(text[: 4 * longest].split())
    return line if len(line) <= longest else f"{line[:longest].rstrip()}…"
