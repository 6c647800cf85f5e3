"""Edit a note in place."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from variorum.library.queries.links import LinkTarget
from variorum.window.notes.completing import LinkCompleter, Offers

_OF_OFFERS = frozenset((
    Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape,
))  # fmt: skip
"""Keys that choose or close what is offered."""


def _nothing(_typed: str) -> list[LinkTarget]:
    return []


_DRAFT_MS = 600
"""A draft is kept within a second: this pause, and the writing."""


class NoteEditor(QPlainTextEdit):
    """Take Markdown; Esc, Ctrl+Enter and leaving the field end the edit and keep the words."""

    drafted = Signal(str)  # the words so far
    ended = Signal(str)  # the words
    _LINES = 4

    def __init__(
        self, text: str, parent: QWidget | None = None, *, offers: Offers | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Note, in Markdown"))
        self.setPlaceholderText(self.tr("A note, in Markdown. Esc or Ctrl+Enter when done."))
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_DRAFT_MS)
        self._pause.timeout.connect(lambda: self.drafted.emit(self.toPlainText()))
        self._done = False
        self.links = LinkCompleter(self, offers or _nothing)
        self.textChanged.connect(self._typed)
        self._fit()

    def _typed(self) -> None:
        # Not restarted by each key: a steady typist's words are kept all the same.
        if not self._pause.isActive():
            self._pause.start()
        self._fit()

    def _fit(self) -> None:
        lines = max(self._LINES, min(18, self.document().blockCount() + 1))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the edit with Esc or Ctrl+Enter."""
        if self.links.is_shown and event.key() in _OF_OFFERS:
            # The list of offers takes them.
            event.ignore()
            return
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape or (enter and with_control):
            event.accept()
            self.end()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the edit, unless only a menu or another window took the keys."""
        super().focusOutEvent(event)
        if event.reason() not in {
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        }:
            self.end()

    def end(self) -> None:
        """Hand the words over, once."""
        if not self._done:
            self._done = True
            self._pause.stop()
            self.ended.emit(self.toPlainText())
