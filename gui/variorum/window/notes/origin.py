"""The note of the words that a mark was carried from, on the card of the mark."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from variorum.window.notes.browser import NoteBrowser
from variorum.window.theme import Theme


class Origin(QWidget):
    """Show the note as it stands there, to be read; its first line leads to it.

    It is one note, not a copy: who writes on at its own words is read here too.
    """

    wanted = Signal()
    link_clicked = Signal(QUrl)

    def __init__(self, where: str, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = text
        self.line = QPushButton(self)
        self.line.setObjectName("link_line")
        # It is cut where the card ends, and never makes it wider.
        self.line.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = self.tr("Note carried from {place}").format(place=where)
        # An ampersand would make the letter after it a mnemonic.
        self.line.setText(f"↖ {said}".replace("&", "&&"))
        self.line.setToolTip(self.tr("Go to the note where it was written"))
        self.line.setAccessibleName(said)
        self.line.clicked.connect(self.wanted)
        self.browser = NoteBrowser(self)
        self.browser.setAccessibleName(said)
        self.browser.clicked.connect(self.wanted)
        self.browser.link_clicked.connect(self.link_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self.browser)
        self.wear(theme)

    def wear(self, theme: Theme) -> None:
        """Wear the colours of a theme."""
        self.browser.show_note(self._text, link_colour=theme.css("accent"))
