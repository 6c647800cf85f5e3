"""The bar that says what happened, with what to do about it; never a box in the way.

It lies over the lower end of the ground, and tells how much room it takes: what is read ends
above it, so that no line is covered and none above it moves.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from variorum.errors import VariorumError
from variorum.window.labels import plain_label

_MOST_LINES = 8
_WIDEST = 760
_MARGIN = 14
_LINES_BESIDE = 2
"""Lines that a message may take beside its buttons; a longer one stands over them."""
SOON_MS = 7_000
"""After so long a message goes by itself when all is well and the reader is not at it."""


class MessageKind(StrEnum):
    """Say how a message is meant; the theme gives each its colour."""

    DONE = "done"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Offer:
    """Hold what the reader may do about a message."""

    text: str
    deed: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Message:
    """Hold one plain sentence, what to do, and details for who wants them."""

    text: str
    hint: str = ""
    details: str = ""
    kind: MessageKind = MessageKind.DONE
    offers: Sequence[Offer] = ()
    of_deed: bool = False
    """It is about the last deed, and true or of use only until the next one or an undo."""


class MessageBar(QFrame):
    """Show the latest message until it is closed or another one comes; good news goes by itself."""

    room_wanted = Signal(int)  # the height of what it lies over, 0 when it is gone

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._of_deed = False
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(SOON_MS)
        self.timer.timeout.connect(self._leave)
        self.setObjectName("message_bar")
        self.setAccessibleName(self.tr("Message"))
        self._text = plain_label(name="message_text", parent=self)
        self._text.setWordWrap(True)
        self._offers = QHBoxLayout()
        self._details_button = QPushButton(self.tr("Details"), self)
        self._details_button.setCheckable(True)
        self._details_button.setAccessibleName(self.tr("Show the details of this message"))
        close = QPushButton(self.tr("Close"), self)
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details of the message"))
        self._details_button.toggled.connect(self._show_details)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addLayout(self._offers)
        self._buttons.addWidget(self._details_button)
        self._buttons.addWidget(close)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._text, 1)
        self._row.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 12, 6)
        self._column.addLayout(self._row)
        self._column.addWidget(self._details)
        self.hide()

    @property
    def text(self) -> str:
        """Return what the bar says."""
        return self._text.text()

    @property
    def details(self) -> str:
        """Return what stands behind `Details`."""
        return self._details.toPlainText()

    def say(self, message: Message) -> None:
        """Show a message in place of the one before."""
        self._of_deed = message.of_deed
        self._text.setText(f"{message.text} {message.hint}".strip())
        self._details.setPlainText(message.details)
        lines = min(_MOST_LINES, message.details.count("\n") + 1)
        self._details.setFixedHeight(lines * self._details.fontMetrics().lineSpacing() + 22)
        self._details_button.setChecked(False)
        self._details_button.setVisible(bool(message.details))
        self._details.hide()
        self._show_offers(message.offers)
        self.setProperty("kind", message.kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        self.place()
        self.timer.stop()
        if message.kind is MessageKind.DONE:
            self.timer.start()

    def end_deed(self) -> None:
        """Take a message about the last deed away: another one was done, or it was taken back."""
        if self._of_deed:
            self.hide()

    def say_error(self, error: VariorumError) -> None:
        """Tell of trouble that is not ours: its sentence and its hint."""
        self.say(Message(error.message, hint=error.hint, kind=MessageKind.TROUBLE))

    def _leave(self) -> None:
        """Go, unless the reader is at the message: then look again later."""
        has_keys = any(child.hasFocus() for child in self.findChildren(QWidget))
        if self.underMouse() or has_keys or self._details.isVisibleTo(self):
            self.timer.start()
        else:
            self.hide()

    def _show_details(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        self._details.setVisible(shown)
        self.place()

    def place(self) -> None:
        """Lie over the lower end of the ground, in its middle."""
        room = self._ground.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(_WIDEST, room.width())
        self._put_text(width)
        self._column.activate()
        wanted = max(
            self._column.totalHeightForWidth(width), self._column.totalMinimumSize().height()
        )
        height = min(wanted, room.height())
        self.setGeometry(
            room.left() + (room.width() - width) // 2, room.bottom() - height + 1, width, height
        )
        self.raise_()
        self._tell_room()

    def _put_text(self, width: int) -> None:
        """Put the words beside the buttons, or over them where they would make a tall column."""
        margins = self._column.contentsMargins()
        taken = margins.left() + margins.right() + self._row.spacing()
        beside = width - taken - self._buttons.sizeHint().width()
        high = _LINES_BESIDE * self._text.fontMetrics().lineSpacing()
        fits = beside > 0 and self._text.heightForWidth(beside) <= high
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.LeftToRight if fits else direction.TopToBottom)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the room back."""
        super().hideEvent(event)
        self._tell_room()

    def _tell_room(self) -> None:
        self.room_wanted.emit(0 if self.isHidden() else self.height() + 2 * _MARGIN)

    def _show_offers(self, offers: Sequence[Offer]) -> None:
        while item := self._offers.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        for offer in offers:
            button = QPushButton(offer.text, self)
            button.setAccessibleName(offer.text)
            button.clicked.connect(offer.deed)
            self._offers.addWidget(button)
