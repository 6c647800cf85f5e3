"""The panel that lists the highlights of the library, with its filters and the review."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from variorum.app.models.marks import MarksModel
from variorum.library.marks_list import ListedMark, MarkStatus
from variorum.window.labels import plain_label
from variorum.window.marks_list.choices import ChoiceGrid
from variorum.window.marks_list.delegate import MarksDelegate, Names
from variorum.window.marks_list.words import status_words
from variorum.window.theme import Theme

_TYPING_MS = 120
_NARROWEST_CHOICE = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """Hold one entry of a choice: its words, and what it asks for."""

    text: str
    value: object


class MarksView(QListView):
    """Walk through the marks with the keys."""

    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, take away with Del."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.activated.emit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep Del from the window: here it is about the line, not about the caret's mark."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete:
            event.accept()
            return True
        return super().event(event)


class MarksPanel(QWidget):
    """Show the marks that fit, one a line; the review's deeds stand below while they make sense."""

    asked = Signal()
    chosen = Signal(object)  # ListedMark
    accept_wanted = Signal()
    put_wanted = Signal()
    drop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("Highlights"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self.asked)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Words of highlights and their notes"))
        self.field.setAccessibleName(self.tr("Filter the highlights by words"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typing.start)
        self.status = self._choice(self.tr("Which highlights"))
        self.where = self._choice(self.tr("Where"))
        self.code = self._choice(self.tr("Code"))
        self.annotator = self._choice(self.tr("Annotator"))
        self.view = MarksView(self)
        self._delegate = MarksDelegate(theme, self.view)
        self._said = plain_label(name="hint", parent=self)
        self._said.setWordWrap(True)
        self._review = self._make_review()
        self._build()
        self.show_choices(
            self.status, [Choice(status_words(status), status) for status in MarkStatus]
        )

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(_NARROWEST_CHOICE)
        box.currentIndexChanged.connect(self.asked)
        return box

    def _make_review(self) -> QWidget:
        row = QWidget(self)
        self.accept = QPushButton(self.tr("Accept"), row)
        self.put = QPushButton(self.tr("Put here"), row)
        self.drop = QPushButton(self.tr("Drop"), row)
        self.accept.setAccessibleName(self.tr("Accept the carried mark"))
        self.put.setAccessibleName(self.tr("Put the carried mark on the selection"))
        self.drop.setAccessibleName(self.tr("Drop the carried mark"))
        self.accept.clicked.connect(self.accept_wanted)
        self.put.clicked.connect(self.put_wanted)
        self.drop.clicked.connect(self.drop_wanted)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 6)
        line.setSpacing(6)
        for button in (self.accept, self.put, self.drop):
            line.addWidget(button)
        line.addStretch(1)
        return row

    def _build(self) -> None:
        self.view.setAccessibleName(self.tr("Highlights"))
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.activated.connect(self._choose)
        self.view.clicked.connect(self._choose)
        self._choices = ChoiceGrid((self.status, self.where, self.code, self.annotator), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 0)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self._choices)
        column.addWidget(self._said)
        column.addWidget(self.view, 1)
        column.addWidget(self._review)

    def set_model(self, model: MarksModel) -> None:
        """Show the marks of a library."""
        self.view.setModel(model)
        self.view.selectionModel().currentChanged.connect(self._fit_review)

    def wear(self, theme: Theme) -> None:
        """Paint in another theme's colours."""
        self._delegate.wear(theme)
        self.view.viewport().update()

    def name_things(self, names: Names) -> None:
        """Say what versions and codes are called."""
        self._delegate.names = names
        self.view.viewport().update()

    def show_choices(self, box: QComboBox, choices: Sequence[Choice]) -> None:
        """Offer other entries; what was chosen stays chosen where it is still there."""
        before = box.currentData()
        # The same question is not asked again because its words were written anew.
        with QSignalBlocker(box):
            box.clear()
            for choice in choices:
                box.addItem(choice.text, choice.value)
            values = [choice.value for choice in choices]
            box.setCurrentIndex(values.index(before) if before in values else 0)
        self._choices.fit()

    def choose_status(self, status: MarkStatus) -> None:
        """List certain marks only."""
        self.status.setCurrentIndex(list(MarkStatus).index(status))

    def say(self, words: str) -> None:
        """Say how many there are, or why there is none."""
        self._said.setText(words)

    @property
    def said(self) -> str:
        """Return what stands above the list."""
        return self._said.text()

    @property
    def current(self) -> ListedMark | None:
        """Return the mark of the current line."""
        model = self.view.model()
        return model.mark(self.view.currentIndex()) if isinstance(model, MarksModel) else None

    def go_to_row(self, row: int) -> None:
        """Make a line the current one."""
        model = self.view.model()
        if 0 <= row < model.rowCount():
            self.view.setCurrentIndex(model.index(row, 0))
            self.view.scrollTo(self.view.currentIndex())
        self._fit_review()

    @property
    def row(self) -> int:
        """Return the number of the current line, -1 for none."""
        return self.view.currentIndex().row()

    def _fit_review(self) -> None:
        mark = self.current
        self._review.setVisible(mark is not None and mark.waits)

    def take_focus(self) -> None:
        """Take the keys: the list, or the field while it is empty."""
        is_empty = not self.view.model().rowCount()
        target = self.field if is_empty else self.view
        if target is self.view and self.row < 0:
            self.go_to_row(0)
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _choose(self, index: QModelIndex) -> None:
        model = self.view.model()
        mark = model.mark(index) if isinstance(model, MarksModel) else None
        if mark is not None:
            self.chosen.emit(mark)
