"""The list of what was decided about the two versions that are read."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from variorum.app.decided import Decided
from variorum.app.session import Session
from variorum.collation.values import Decision, LinkChoice, LinkDecision
from variorum.library.commands import ChangeSet, Table
from variorum.library.pair_decisions import KeptDecision
from variorum.window.labels import plain_label
from variorum.window.marking import QT_TRANSLATE_NOOP
from variorum.window.wording import day, wording

_CHOICES: Mapping[LinkChoice, str] = {
    LinkChoice.LINKED: QT_TRANSLATE_NOOP("decisions", "linked"),
    LinkChoice.MOVED: QT_TRANSLATE_NOOP("decisions", "moved"),
    LinkChoice.IN_PLACE: QT_TRANSLATE_NOOP("decisions", "in its place"),
    LinkChoice.APART: QT_TRANSLATE_NOOP("decisions", "not linked"),
}
_NOTHING = "∅"


def decision_words(decision: Decision) -> str:
    """Say in a word or two what was decided."""
    if isinstance(decision, LinkDecision):
        return QCoreApplication.translate("decisions", _CHOICES[decision.choice])
    return wording().variant_class(decision.variant_class)


class DecisionsBox(QDialog):
    """List decisions with their words; say which of them hold; let them be left to the rules."""

    chosen = Signal(int, object)  # ArticleId, Span: where a decision stands in the base

    def __init__(self, session: Session, decided: Decided, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Decisions about these versions"))
        self._session, self._decided = session, decided
        self._kept = list[KeptDecision]()
        self.table = self._make_table()
        self.empty = plain_label(
            self.tr("Nothing was decided by hand about these two versions."), name="hint"
        )
        self.empty.setWordWrap(True)
        self.forget = QPushButton(self.tr("Leave to the rules"), self)
        self.forget.clicked.connect(self._forget)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(760, 380)
        session.library_changed.connect(self._changed)
        self.table.itemSelectionChanged.connect(self._turn_to)
        self.refresh()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5, self)
        table.setAccessibleName(self.tr("Decisions, with their words"))
        heads = (self.tr("Decided"), self.tr("Base"), self.tr("Version"), self.tr("On"), "")
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for number in (1, 2):
            head.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        return table

    def refresh(self) -> None:
        """List anew: other decisions, or other versions."""
        self._kept = self._decided.kept()
        self.empty.setVisible(not self._kept)
        self.table.setVisible(bool(self._kept))
        self.table.setRowCount(len(self._kept))
        for number, kept in enumerate(self._kept):
            holds = self._decided.holds(kept)
            cells = (
                decision_words(kept.decision),
                _line(kept.base_words),
                _line(kept.version_words),
                day(kept.made),
                "" if holds else self.tr("finds its words no more"),
            )
            for place, words in enumerate(cells):
                item = QTableWidgetItem(words)
                item.setToolTip(words)
                self.table.setItem(number, place, item)
        self._fit()

    def _fit(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self.forget.setEnabled(self._session.is_writable and bool(rows))

    def _turn_to(self) -> None:
        self._fit()
        rows = self.table.selectionModel().selectedRows()
        if len(rows) == 1:
            kept = self._kept[rows[0].row()]
            self.chosen.emit(kept.base, kept.decision.base)

    def _forget(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        self._decided.forget([self._kept[row.row()].id for row in rows])

    def _changed(self, changes: ChangeSet) -> None:
        if changes.of(Table.PAIR_DECISIONS).all:
            self.refresh()


def _line(words: str) -> str:
    return " ".join(words.split()) or _NOTHING
