"""The page over the desk: two stories side by side, why they may be one, and the three answers."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from variorum.window.fonts import READING_SIZE, reading_font
from variorum.window.frame import Page
from variorum.window.labels import ElidedLabel, alone, plain_label
from variorum.window.theme import Theme

_KEYS: tuple[int, ...] = (Qt.Key.Key_J, Qt.Key.Key_P, Qt.Key.Key_Space)
"""One story, two stories, later."""


@dataclass(frozen=True, slots=True)
class Side:
    """Hold one of the two stories as it is shown."""

    title: str
    facts: str
    text: str


class SuggestedPage(Page):
    """Show one question; say so when there is none."""

    joined = Signal()
    parted = Signal()
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Stories that may be one"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = ElidedLabel(name="details_name", parent=self)
        self.reasons = plain_label(name="evidence", parent=self)
        self.nothing = plain_label(name="hint", parent=self)
        self.columns = (_Column(self), _Column(self))
        self._stack = QStackedWidget(self)
        self._stack.addWidget(alone(self.nothing))
        self._stack.addWidget(self._make_question())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._make_head())
        column.addWidget(self._stack, 1)
        self._listen()

    # --- building -----------------------------------------------------------------------------------

    def _make_head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.close_button = QPushButton(self.tr("Back to the texts"), self)
        self.close_button.setAccessibleName(self.close_button.text())
        self.close_button.clicked.connect(self.close_wanted)
        row.addWidget(self.title, 1)
        row.addWidget(self.close_button)
        return row

    def _make_question(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.reasons.setWordWrap(True)
        column.addWidget(self.reasons)
        # A grid, so that the heads of both stand on one line, however long one is.
        sides = QGridLayout()
        sides.setHorizontalSpacing(12)
        sides.setVerticalSpacing(4)
        sides.setRowStretch(2, 1)
        for place, side in enumerate(self.columns):
            sides.setColumnStretch(place, 1)
            for row, widget in enumerate((side.title, side.facts, side.text)):
                sides.addWidget(widget, row, place)
        column.addLayout(sides, 1)
        column.addLayout(self._make_answers())
        return page

    def _make_answers(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.buttons = tuple(
            self._answer(words, signal)
            for words, signal in (
                (self.tr("One story (J)"), self.joined),
                (self.tr("Two stories (P)"), self.parted),
                (self.tr("Later (Space)"), self.put_off),
            )
        )
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _answer(self, words: str, signal: SignalInstance) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        # The space bar is an answer of its own, wherever the keys are.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(signal)
        return button

    def _listen(self) -> None:
        """Let the letters be answers wherever the keys are on the page, whatever they do elsewhere."""
        for widget in (self, self.close_button, *(column.text for column in self.columns)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that answer, before an action of the window or a text does."""
        if isinstance(event, QKeyEvent) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            button = dict(zip(_KEYS, self.buttons, strict=True)).get(event.key())
            if button is not None and self.asks:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
                    button.click()
                return True
        return super().eventFilter(watched, event)

    # --- what is shown ------------------------------------------------------------------------------

    def ask(self, first: Side, second: Side, *, reasons: str, left: int) -> None:
        """Show a question."""
        self.title.setText(self.tr("Are these one story? %n question(s)", "", left))
        self.reasons.setText(reasons)
        for column, side in zip(self.columns, (first, second), strict=True):
            column.show_side(side)
        self._stack.setCurrentIndex(1)

    def say_nothing(self, words: str) -> None:
        """Say that there is no question."""
        self.title.setText(self.tr("Stories that may be one"))
        self.nothing.setText(words)
        self._stack.setCurrentIndex(0)

    @property
    def asks(self) -> bool:
        """Tell whether a question is shown."""
        return self._stack.currentIndex() == 1

    def take_focus(self) -> None:
        """Take the keys."""
        self.setFocus()

    def wear(self, theme: Theme) -> None:
        """Wear another theme's colours: the window's style has them all."""


class _Column:
    """Hold what shows one story: its title, where and when it was printed, its words."""

    def __init__(self, parent: QWidget) -> None:
        self.title = plain_label(name="details_name", parent=parent)
        self.facts = plain_label(name="hint", parent=parent)
        for label in (self.title, self.facts):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text = QPlainTextEdit(parent)
        self.text.setFont(reading_font(READING_SIZE * 0.9))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setUndoRedoEnabled(False)

    def show_side(self, side: Side) -> None:
        """Show one of the two stories."""
        self.title.setText(side.title)
        self.facts.setText(side.facts)
        self.text.setPlainText(side.text)
        self.text.setAccessibleName(side.title)
