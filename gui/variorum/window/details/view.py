"""Show facts as one text that can be walked through, selected and copied by keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from variorum.library.search.snippets import Snippet
from variorum.window.details.facts import Fact, Section
from variorum.window.fonts import INTERFACE_SIZE, interface_font, label_font
from variorum.window.labels import is_right_to_left
from variorum.window.theme import Theme

_SMALL: Final = 11
_BETWEEN: Final = 14.0
_ABOVE: Final = 6.0


class FactsView(QTextEdit):
    """Show sections of facts; imported words are only ever inserted as plain text."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections: tuple[Section, ...] = ()
        self.setObjectName("facts")
        self.setAccessibleName(self.tr("Details of the version"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # An identifier has no spaces: it is broken anywhere rather than cut off.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)

    def wear(self, theme: Theme) -> None:
        """Show the facts in another theme's colours."""
        self._theme = theme
        self._write()

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Show other facts; what is selected stays while they are the same."""
        if tuple(sections) != self._sections:
            self._sections = tuple(sections)
            self._write()
            self.moveCursor(QTextCursor.MoveOperation.Start)

    def select(self, found: Snippet) -> None:
        """Select words that were found, where they stand with the words around them."""
        if not found.strong:
            return
        around = self.document().find(found.text.strip("…").strip())
        place = 0 if around.isNull() else around.selectionStart()
        words = self.document().find(found.strong[0].of(found.text), place)
        if words.isNull():
            return
        self.setTextCursor(words)
        self.ensureCursorVisible()

    def _write(self) -> None:
        self.clear()
        cursor = QTextCursor(self.document())
        for number, section in enumerate(self._sections):
            above = _BETWEEN if number else 0.0
            self._put(cursor, section.title, self._title(), above=above)
            for fact in section.facts:
                self._put_fact(cursor, fact)

    def _put_fact(self, cursor: QTextCursor, fact: Fact) -> None:
        self._put(cursor, fact.label, self._faint(), above=_ABOVE)
        for value in fact.values:
            self._put(cursor, value, self._plain())
        if fact.hint:
            self._put(cursor, fact.hint, self._faint(italic=True))

    def _put(
        self, cursor: QTextCursor, words: str, look: QTextCharFormat, *, above: float = 0.0
    ) -> None:
        """Put words on lines of their own, from the side that they are read from."""
        for number, line in enumerate(words.splitlines() or [""]):
            if not self.document().isEmpty():
                cursor.insertBlock()
            shape = QTextBlockFormat()
            shape.setTopMargin(0.0 if number else above)
            if is_right_to_left(line):
                shape.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                shape.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            cursor.setBlockFormat(shape)
            cursor.insertText(line, look)

    def _look(self, font: QFont, colour: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFont(font)
        look.setForeground(self._theme[colour])
        return look

    def _title(self) -> QTextCharFormat:
        return self._look(label_font(_SMALL), "accent")

    def _faint(self, *, italic: bool = False) -> QTextCharFormat:
        return self._look(interface_font(_SMALL, italic=italic), "muted")

    def _plain(self) -> QTextCharFormat:
        return self._look(interface_font(INTERFACE_SIZE), "text")
