"""Notes elsewhere that link to what is read, below the notes on it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from variorum.app.markup import note_line
from variorum.library.queries.notes import NoteRow
from variorum.window.labels import plain_label

_LONGEST = 60


class Backlinks(QWidget):
    """Show a line a note; a click on it turns to that note."""

    wanted = Signal(object)  # NoteRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(4)
        title = plain_label(self.tr("Notes that link here"), name="panel_title", parent=self)
        self._column.addWidget(title)
        self.lines: list[QPushButton] = []
        self.hide()

    def show_notes(self, rows: Sequence[NoteRow]) -> None:
        """Show these notes."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(row) for row in rows]
        self.setVisible(bool(rows))

    def _line(self, row: NoteRow) -> QPushButton:
        line = QPushButton(self)
        line.setObjectName("link_line")
        # It is cut where the panel ends, and never makes it wider.
        line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        words = note_line(row.text)
        words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        # An ampersand would make the letter after it a mnemonic.
        line.setText(f"↖ {words}".replace("&", "&&"))
        line.setToolTip(row.title)
        line.setAccessibleName(self.tr("Note that links here: {words}").format(words=words))
        line.clicked.connect(partial(self.wanted.emit, row))
        self._column.addWidget(line)
        # A layout shows its widgets later, and what is hidden cannot take the keys.
        line.show()
        return line
