"""What a merge would bring, before anything is written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from variorum.exchange.merge_templates import clash_line
from variorum.library.merging.values import Choice, MergeKind, MergeReport
from variorum.window.colleagues.words import kind_name, said
from variorum.window.labels import plain_label
from variorum.window.tables import cell, fill, make_table
from variorum.window.wording import isolated

_SIZE = (640, 620)
_ROWS = 330
"""Pixels in which every kind has its row."""


class MergeBox(QDialog):
    """Show the report of a rehearsal; let the reader merge, or think better of it."""

    wanted = Signal(object)  # Choice: merge now
    choice_changed = Signal(object)  # Choice: rehearse again

    def __init__(self, name: str, report: MergeReport, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Merge a library"))
        self._above = plain_label(
            self.tr("What {name} has and this library has not. Nothing is written yet.").format(
                name=isolated(name)
            ),
            parent=self,
        )
        self._above.setWordWrap(True)
        heads = (
            "", self.tr("come"), self.tr("are here"), self.tr("are added to"),
            self.tr("differ"), self.tr("stay out"),
        )  # fmt: skip
        self.table = make_table(
            heads,
            name=self.tr("What comes"),
            parent=self,
            least={0: 140},
            numbers=range(1, 6),
        )
        self.table.setMinimumHeight(_ROWS)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.names = [self._tick(each.name) for each in report.same_names]
        self._differing = plain_label(name="panel_title", parent=self)
        self.clashes = QPlainTextEdit(self)
        self.clashes.setReadOnly(True)
        self.clashes.setAccessibleName(self.tr("What the two libraries say otherwise"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.merge = self._buttons.addButton(
            self.tr("Merge"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.merge.setDefault(True)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)
        self._lay_out()
        self.show_report(report)
        self.resize(*_SIZE)

    def _tick(self, name: str) -> QCheckBox:
        words = self.tr("{name} there is the same person as {name} here")
        box = QCheckBox(words.format(name=isolated(name)).replace("&", "&&"), self)
        box.setProperty("annotator", name)
        box.setChecked(True)
        box.toggled.connect(lambda: self.choice_changed.emit(self.choice))
        return box

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._above)
        column.addWidget(self.table, 3)
        for box in self.names:
            column.addWidget(box)
        column.addWidget(self._differing)
        column.addWidget(self.clashes, 2)
        column.addWidget(self._buttons)

    @property
    def choice(self) -> Choice:
        """Return what the reader said of people with one name."""
        apart = (box for box in self.names if not box.isChecked())
        return Choice(frozenset(str(box.property("annotator")) for box in apart))

    def show_report(self, report: MergeReport) -> None:
        """Show what would come."""
        rows = [
            [
                cell(kind_name(kind)),
                *(
                    cell(str(count) if count else "", number=True)
                    for count in (
                        tally.new,
                        tally.equal,
                        tally.joined,
                        tally.conflicts,
                        tally.left,
                    )
                ),
            ]
            for kind in MergeKind
            for tally in (report.of(kind),)
        ]
        fill(self.table, rows, keep=False)
        lines = [clash_line(each, translate=said) for each in report.clashes]
        self._differing.setText(self.tr("What the two libraries say otherwise"))
        self.clashes.setPlainText("\n".join(lines))
        for widget in (self._differing, self.clashes):
            widget.setVisible(bool(lines))
        self.merge.setEnabled(report.brings or bool(lines))
        if not report.brings and not lines:
            self._above.setText(self.tr("This library has everything already; nothing comes."))

    def _accept(self) -> None:
        self.accept()
        self.wanted.emit(self.choice)
