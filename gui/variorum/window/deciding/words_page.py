"""The page of the settings with the words that have a class in every story of the library."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.app.decided import Decided
from variorum.app.session import Session
from variorum.collation.decisions import WordPair
from variorum.collation.values import VariantClass
from variorum.library.commands import ChangeSet, Table
from variorum.library.pair_decisions import KeptWords
from variorum.window.labels import plain_label
from variorum.window.tables import PlainTable, make_table
from variorum.window.wording import wording


class WordsPage(QWidget):
    """List pairs of words with their class; add, change and remove them."""

    def __init__(self, session: Session, decided: Decided, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._decided = session, decided
        self._kept = list[KeptWords]()
        self.table = self._make_table()
        self.one = self._field(self.tr("A word, or a few"))
        self.other = self._field(self.tr("What stands for it elsewhere"))
        self.kind = _classes(VariantClass.STYLE)
        self.kind.setAccessibleName(self.tr("Class of the pair"))
        self.add = QPushButton(self.tr("Add"), self)
        self.add.setAccessibleName(self.tr("Add this pair of words"))
        self.add.clicked.connect(self._add)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setAccessibleName(self.tr("Remove the chosen pairs of words"))
        self.remove.clicked.connect(self._remove)
        self._build()
        session.library_changed.connect(self._changed)
        self.table.itemSelectionChanged.connect(self._fit)
        self._fill()

    def _make_table(self) -> PlainTable:
        table = make_table(
            (self.tr("Words"), self.tr("Or"), self.tr("Class")),
            name=self.tr("Pairs of words and their class"),
            parent=self,
            least={0: 120, 1: 120},
        )
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = table.horizontalHeader()
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        head.resizeSection(2, _classes(VariantClass.TYPOGRAPHY).sizeHint().width() + 16)
        return table

    def _field(self, words: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(words)
        field.setAccessibleName(words)
        field.textChanged.connect(self._fit)
        field.returnPressed.connect(self._add)
        return field

    def _build(self) -> None:
        told = plain_label(
            self.tr(
                "Where one side of a pair stands for the other, the difference always has the"
                " class that is set here: in every story of this library, both ways, whatever"
                " the capitals."
            ),
            name="hint",
            parent=self,
        )
        told.setWordWrap(True)
        row = QHBoxLayout()
        for widget in (self.one, self.other):
            row.addWidget(widget, 1)
        under = QHBoxLayout()
        under.addWidget(self.kind)
        under.addWidget(self.add)
        under.addStretch(1)
        under.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addWidget(told)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addLayout(under)

    def _fill(self) -> None:
        self._kept = self._decided.words()
        self.table.setRowCount(len(self._kept))
        for number, kept in enumerate(self._kept):
            self.table.setItem(number, 0, QTableWidgetItem(kept.pair.one))
            self.table.setItem(number, 1, QTableWidgetItem(kept.pair.other))
            self.table.setCellWidget(number, 2, self._class_of(kept.pair))
        self._fit()

    def _class_of(self, pair: WordPair) -> QComboBox:
        box = _classes(pair.variant_class)
        name = self.tr("Class of “{one}” and “{other}”").format(one=pair.one, other=pair.other)
        box.setAccessibleName(name)
        box.setEnabled(self._session.is_writable)

        def take(place: int) -> None:
            kind = VariantClass(box.itemData(place))
            self._decided.treat_words(WordPair(pair.one, pair.other, kind))

        box.activated.connect(take)
        return box

    def _fit(self) -> None:
        can = self._session.is_writable
        one, other = (" ".join(field.text().split()) for field in (self.one, self.other))
        self.add.setEnabled(can and bool(one and other) and one != other)
        self.remove.setEnabled(can and bool(self.table.selectionModel().selectedRows()))

    def _add(self) -> None:
        if not self.add.isEnabled():
            return
        kind = VariantClass(self.kind.currentData())
        self._decided.treat_words(WordPair(self.one.text(), self.other.text(), kind))
        for field in (self.one, self.other):
            field.clear()
        self.one.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        for row in self.table.selectionModel().selectedRows():
            self._decided.forget_words(self._kept[row.row()].id)

    def _changed(self, changes: ChangeSet) -> None:
        if changes.of(Table.WORD_PAIRS).all:
            self._fill()


def _classes(chosen: VariantClass) -> QComboBox:
    box = QComboBox()
    for kind in VariantClass:
        box.addItem(wording().variant_class(kind), kind.value)
    box.setCurrentIndex(list(VariantClass).index(chosen))
    return box
