"""The question: what to look for, where, and which of the places get the code."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.annotations.codebook import tree_order
from variorum.annotations.seeking import Sought, Way
from variorum.annotations.values import Code
from variorum.ids import CodeId
from variorum.library.coding import FoundPlaces
from variorum.window.autocoding.delegate import PlaceDelegate
from variorum.window.autocoding.model import PlacesModel
from variorum.window.codebook.swatch import swatch_icon
from variorum.window.labels import plain_label
from variorum.window.theme import Theme

_SIZE = (760, 600)
_INDENT = "\u2003"


class Scope(StrEnum):
    """Say where one looks."""

    STORY = "story"
    VIEW = "view"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class AutoQuestion:
    """Hold what is to be found."""

    sought: Sought
    scope: Scope
    code: CodeId


class AutoCodeDialog(QDialog):
    """Let the reader ask, look, tick, and give the code; it stays open to be asked again."""

    asked = Signal(object)  # AutoQuestion
    stop_wanted = Signal()
    chosen = Signal(object, object)  # CodeId, list of Place

    def __init__(
        self,
        codes: Sequence[Code],
        theme: Theme,
        *,
        first: CodeId | None,
        has_story: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Code what is found"))
        self.model = PlacesModel(self)
        self._asked: AutoQuestion | None = None
        self.text = QLineEdit(self)
        self.text.setAccessibleName(self.tr("Words or pattern"))
        self.text.setPlaceholderText(self.tr("Words or pattern"))
        self.way = QComboBox(self)
        self.way.setAccessibleName(self.tr("How it is written"))
        self.way.addItem(self.tr("Words"), Way.WORDS)
        self.way.addItem(self.tr("Regular expression"), Way.PATTERN)
        self.whole = QCheckBox(self.tr("&Whole words"), self)
        self.whole.setChecked(True)
        self.case = QCheckBox(self.tr("&Match case"), self)
        self.scope = self._scopes(has_story=has_story)
        self.code = self._codes(codes, theme, first)
        self.look = QPushButton(self.tr("&Find"), self)
        self.view = QListView(self)
        self.said = plain_label(name="hint", parent=self)
        self.all = QPushButton(self.tr("Tick &all"), self)
        self.none = QPushButton(self.tr("Tick &none"), self)
        self.give = QPushButton(self.tr("Give the code"), self)
        self.end = QPushButton(self.tr("Close"), self)
        self._make_view(codes, theme)
        self._lay_out()
        self._connect()
        self._fit()
        self.resize(*_SIZE)

    # --- building -----------------------------------------------------------------------------------

    def _scopes(self, *, has_story: bool) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Where to look"))
        if has_story:
            box.addItem(self.tr("In this story"), Scope.STORY)
        box.addItem(self.tr("In the stories of the list"), Scope.VIEW)
        box.addItem(self.tr("In the whole library"), Scope.LIBRARY)
        return box

    def _codes(self, codes: Sequence[Code], theme: Theme, first: CodeId | None) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self.tr("Code"))
        ordered = tree_order(codes, id_of=lambda one: one.id, parent_of=lambda one: one.parent)
        for code, depth in ordered:
            if code.is_offered:
                icon = swatch_icon(theme, code.colour, code.letters)
                box.addItem(icon, _INDENT * depth + code.name, code.id)
        box.setCurrentIndex(max(0, box.findData(first)))
        return box

    def _make_view(self, codes: Sequence[Code], theme: Theme) -> None:
        self._colours = {code.id: code.colour for code in codes}
        self._delegate = PlaceDelegate(self.view)
        self._delegate.theme = theme
        self.view.setItemDelegate(self._delegate)
        self.view.setModel(self.model)
        self.view.setUniformItemSizes(True)
        self.view.setAccessibleName(self.tr("What was found"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.text, 0, 0)
        grid.addWidget(self.way, 0, 1)
        grid.addWidget(self.look, 0, 2)
        choices, ends = QHBoxLayout(), QHBoxLayout()
        for widget in (self.whole, self.case):
            choices.addWidget(widget)
        choices.addStretch(1)
        for widget in (self.scope, self.code):
            choices.addWidget(widget)
        for widget in (self.all, self.none):
            ends.addWidget(widget)
        ends.addStretch(1)
        for widget in (self.give, self.end):
            ends.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(9)
        column.addLayout(grid)
        column.addLayout(choices)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addLayout(ends)
        self.said.setWordWrap(True)
        for button in (self.look, self.all, self.none, self.give, self.end):
            button.setAutoDefault(False)

    def _connect(self) -> None:
        self.look.clicked.connect(self.ask)
        self.text.returnPressed.connect(self.ask)
        self.text.textChanged.connect(self._fit)
        self.all.clicked.connect(lambda: self.model.tick_all(ticked=True))
        self.none.clicked.connect(lambda: self.model.tick_all(ticked=False))
        self.model.dataChanged.connect(self._fit)
        self.model.modelReset.connect(self._fit)
        self.give.clicked.connect(self._give)
        self.end.clicked.connect(self.reject)

    # --- asking ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for what stands in the line."""
        if not self.look.isEnabled():
            return
        self._asked = AutoQuestion(
            Sought(
                self.text.text(),
                way=self.way.currentData(),
                match_case=self.case.isChecked(),
                whole_words=self.whole.isChecked(),
            ),
            self.scope.currentData(),
            self.code.currentData(),
        )
        self._delegate.colour = self._colours.get(self._asked.code, "yellow")
        self.model.show(())
        self.said.setText(self.tr("Looking…"))
        self.asked.emit(self._asked)

    def show_found(self, found: FoundPlaces) -> None:
        """Show what was found, all of it ticked."""
        self.model.show(found.places)
        count = self.tr("%n place(s)", "", len(found.places))
        among = self.tr("in %n article(s) looked through", "", found.articles)
        more = (
            self.tr("There are more: give these the code, then look again.") if found.more else ""
        )
        self.said.setText(" ".join(part for part in (f"{count} {among}.", more) if part))
        if found.places:
            self.view.setCurrentIndex(self.model.index(0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say why nothing was found, or what was done."""
        self.said.setText(words)

    def _fit(self) -> None:
        ticked = len(self.model.ticked)
        self.look.setEnabled(bool(self.text.text().strip()) and self.code.count() > 0)
        self.give.setEnabled(ticked > 0)
        self.give.setText(
            self.tr("Give %n place(s) the code", "", ticked) if ticked else self.tr("Give the code")
        )
        for button in (self.all, self.none):
            button.setEnabled(self.model.rowCount() > 0)

    def _give(self) -> None:
        if self._asked is not None:
            self.chosen.emit(self._asked.code, self.model.ticked)
            self.model.show(())

    def reject(self) -> None:
        """Stop looking, and close."""
        self.stop_wanted.emit()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop looking."""
        self.stop_wanted.emit()
        super().closeEvent(event)
