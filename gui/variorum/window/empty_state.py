"""What an empty library shows: what to do, in three ways."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from variorum.window.fonts import reading_font
from variorum.window.labels import plain_label

_TITLE_SIZE = 26


class EmptyState(QWidget):
    """Say how stories come into the library."""

    import_wanted = Signal()
    paste_wanted = Signal()
    samples_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Empty library"))
        title = plain_label(self.tr("Drop stories here"), name="empty_title", parent=self)
        title.setFont(reading_font(_TITLE_SIZE))
        line = plain_label(
            self.tr(
                "Files, folders or text: Variorum recognises which are versions of one story"
                " and shows what each paper did to the wire copy."
            ),
            name="empty_line",
            parent=self,
        )
        line.setWordWrap(True)
        line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.setFixedWidth(420)
        # In a row of its own: set by an alignment, a wrapped label gets the height of one line.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(line)
        middle.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for text, signal in (
            (self.tr("Import files…"), self.import_wanted),
            (self.tr("Paste a story"), self.paste_wanted),
            (self.tr("Open the sample stories"), self.samples_wanted),
        ):
            button = QPushButton(text, self)
            button.setAccessibleName(text)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(middle)
        column.addLayout(row)
        column.addStretch(3)
