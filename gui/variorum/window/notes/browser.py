"""Show a note's rendered Markdown, and nothing that it points to."""

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from variorum.app.markup import note_html

_INDENT = 16
"""Pixels by which a list is set in."""


class NoteBrowser(QTextBrowser):
    """Be as tall as the note; never load anything; hand clicked links on unopened."""

    link_clicked = Signal(QUrl)
    clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card_note")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(_INDENT)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self.link_clicked)

    def show_note(self, text: str, *, link_colour: str) -> None:
        """Show a note; links wear the given colour."""
        self.document().setDefaultStyleSheet(
            f"a {{ color: {link_colour}; }} p, ul, ol {{ margin: 0 0 4px 0; }}"
            # The face has no heavier weight; Qt would thicken it by itself.
            " strong, th, h1, h2, h3, h4, h5, h6 { font-weight: 600; }"
            # A card is narrow: headings are strong, not tall, and columns stand apart.
            " h1, h2 { font-size: large; } h3, h4, h5, h6 { font-size: medium; }"
            " h1, h2, h3, h4, h5, h6 { margin: 2px 0 4px 0; } th, td { padding: 1px 8px 1px 0; }"
        )
        self.setHtml(note_html(text))
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> None:
        """Load nothing: neither pictures nor files nor pages."""

    def sizeHint(self) -> QSize:
        """Return the size of the whole note."""
        return QSize(200, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as tall as the words are at the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again when the font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell of a plain click beside links, with nothing selected."""
        super().mouseReleaseEvent(event)
        at_link = self.anchorAt(event.position().toPoint())
        is_plain = not at_link and not self.textCursor().hasSelection()
        if event.button() == Qt.MouseButton.LeftButton and is_plain:
            self.clicked.emit()

    def _height(self) -> int:
        self.document().setTextWidth(max(40, self.viewport().width()))
        return round(self.document().size().height()) + 2

    def _fit(self) -> None:
        self.setFixedHeight(self._height())
