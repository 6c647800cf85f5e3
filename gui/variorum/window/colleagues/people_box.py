"""The annotators of a library: whose marks are shown, their names and signs, and who sits here."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.people import COLOURS
from variorum.app.people import People
from variorum.app.session import Session
from variorum.library.annotators import AnnotatorRow
from variorum.window.labels import plain_label
from variorum.window.tables import cell, fill, make_table
from variorum.window.theme import Theme

_SIZE = (600, 400)
_SWATCH = QSize(14, 14)


class PeopleBox(QDialog):
    """List annotators; let the reader choose, show, hide, rename and sign them."""

    def __init__(self, people: People, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Annotators"))
        self._people, self._session, self._theme = people, session, theme
        self._filling = False
        self._rows: list[AnnotatorRow] = []
        heads = (
            self.tr("Shown"), self.tr("Letters"), self.tr("Name"), self.tr("Highlights"),
            self.tr("Notes"), self.tr("Settled"), "",
        )  # fmt: skip
        self.table = make_table(
            heads,
            name=self.tr("Annotators"),
            parent=self,
            least={2: 140},
            numbers=(3, 4, 5),
        )
        self.name = QLineEdit(self)
        self.letters = QLineEdit(self)
        self.letters.setMaxLength(3)
        self.letters.setMaximumWidth(64)
        self.colour = QComboBox(self)
        self.apply = QPushButton(self.tr("&Change"), self)
        self.be = QPushButton(self.tr("Make marks as &this annotator"), self)
        self._lay_out()
        self._connect()
        self._show()
        self.resize(*_SIZE)

    def _lay_out(self) -> None:
        hint = plain_label(
            self.tr(
                "Untick an annotator to hide her marks on this machine. The library keeps them."
            ),
            name="hint",
            parent=self,
        )
        hint.setWordWrap(True)
        for widget, name in (
            (self.name, self.tr("Name")),
            (self.letters, self.tr("Letters")),
            (self.colour, self.tr("Colour")),
        ):
            widget.setAccessibleName(name)
            widget.setToolTip(name)
        for name in COLOURS:
            self.colour.addItem(self._swatch(name), self._colour_name(name), name)
        row = QHBoxLayout()
        for widget in (self.letters, self.colour, self.name, self.apply):
            row.addWidget(widget, int(widget is self.name))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.be, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(hint)
        column.addLayout(row)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._ticked)
        self.table.itemSelectionChanged.connect(self._fit)
        self.apply.clicked.connect(self._change)
        self.name.returnPressed.connect(self._change)
        self.letters.returnPressed.connect(self._change)
        self.be.clicked.connect(self._be)
        self._people.changed.connect(self._show)

    # --- what is shown ------------------------------------------------------------------------------

    def _show(self) -> None:
        self._filling = True
        self._rows = self._people.rows()
        fill(self.table, [self._cells(row) for row in self._rows])
        self._filling = False
        self._fit()

    def _cells(self, row: AnnotatorRow) -> list[QTableWidgetItem]:
        one = row.annotator
        shown = cell("")
        shown.setFlags(shown.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        is_shown = one.id not in self._people.hidden
        shown.setCheckState(Qt.CheckState.Checked if is_shown else Qt.CheckState.Unchecked)
        shown.setData(Qt.ItemDataRole.AccessibleTextRole, one.name)
        letters = cell(one.initials)
        letters.setIcon(self._swatch(one.colour))
        counts = (str(row.highlights), str(row.notes), str(row.settled))
        me = self.tr("you") if one.id == self._session.annotator else ""
        return [shown, letters, cell(one.name), *(cell(n, number=True) for n in counts), cell(me)]

    def _swatch(self, colour: str) -> QIcon:
        picture = QPixmap(_SWATCH)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line(colour))
        painter.drawRoundedRect(picture.rect(), 3, 3)
        painter.end()
        return QIcon(picture)

    def _colour_name(self, colour: str) -> str:
        names = {
            "blue": self.tr("blue"),
            "orange": self.tr("orange"),
            "green": self.tr("green"),
            "violet": self.tr("violet"),
            "red": self.tr("red"),
            "teal": self.tr("teal"),
            "pink": self.tr("pink"),
            "lime": self.tr("lime"),
            "yellow": self.tr("yellow"),
            "grey": self.tr("grey"),
        }
        return names[colour]

    def chosen(self) -> AnnotatorRow | None:
        """Return the annotator whose row is chosen."""
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _fit(self) -> None:
        row = None if self._filling else self.chosen()
        writable = self._session.is_writable and row is not None
        for widget in (self.name, self.letters, self.colour, self.apply, self.be):
            widget.setEnabled(writable)
        if row is None:
            return
        self.name.setText(row.annotator.name)
        self.letters.setText(row.annotator.initials)
        self.colour.setCurrentIndex(self.colour.findData(row.annotator.colour))
        self.be.setEnabled(writable and row.annotator.id != self._session.annotator)

    # --- deeds --------------------------------------------------------------------------------------

    def _ticked(self, item: QTableWidgetItem) -> None:
        if self._filling or item.column():
            return
        row = self._rows[item.row()]
        shown = item.checkState() is Qt.CheckState.Checked
        self._people.show(row.annotator.id, shown=shown)

    def _change(self) -> None:
        row = self.chosen()
        if row is None:
            return
        one = row.annotator
        name, letters = self.name.text().strip(), self.letters.text().strip()
        colour = self.colour.currentData()
        if (letters, colour) != (one.initials, one.colour):
            self._people.edit(one.id, colour=colour, initials=letters)
        if name and name != one.name:
            self._people.rename(one.id, name)

    def _be(self) -> None:
        row = self.chosen()
        if row is not None:
            self._people.be(row.annotator.name)
