"""Three hints for a first session, one at a time; each is closed for good."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from variorum.app.settings import HINTS
from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.labels import plain_label


class Hint(StrEnum):
    """Name a hint, for the settings."""

    STEPPING = "stepping"
    MARKING = "marking"
    FILTERING = "filtering"


_MANY = 5
"""With so many stories a filter helps."""


class HintBar(QFrame):
    """Say one thing above the texts, until the reader has understood."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hint_bar")
        self.setAccessibleName(self.tr("Hint"))
        self._text = plain_label(parent=self)
        self._text.setWordWrap(True)
        done = QPushButton(self.tr("Understood"), self)
        done.setAccessibleName(self.tr("Close this hint for good"))
        done.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 10, 4)
        row.addWidget(self._text, 1)
        row.addWidget(done)
        self.hide()

    @property
    def text(self) -> str:
        """Return what is said."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Say something."""
        self._text.setText(text)
        self.show()


class Hints(QObject):
    """Show the hint that fits what the reader has before her, unless it was closed before."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._settings = body.workspace.session.settings
        self._reading, self._desk = body.workspace.reading, body.frame.desk
        self._stories, self._keys = body.workspace.stories, body.bar.keys_said
        self.bar = HintBar(body.frame)
        self._shown: Hint | None = None
        body.frame.add_bar(self.bar)
        self.bar.closed.connect(self._close)
        self._reading.changed.connect(self._look)
        self._desk.selection_changed.connect(self._look)

    def _look(self) -> None:
        if self._shown is not None:
            return
        wanted = next(
            (hint for hint, fits in self._all() if fits() and not self._is_closed(hint)), None
        )
        if wanted is not None:
            self._shown = wanted
            self.bar.say(self._words(wanted))

    def _all(self) -> tuple[tuple[Hint, Callable[[], bool]], ...]:
        return (
            (Hint.STEPPING, lambda: self._reading.collation is not None),
            (Hint.MARKING, lambda: self._desk.selection() is not None),
            (Hint.FILTERING, lambda: self._stories.rowCount() >= _MANY),
        )

    def _words(self, hint: Hint) -> str:
        said = self._keys
        match hint:
            case Hint.STEPPING:
                return self.tr(
                    "{next} goes to the next difference; {quiet} hides those of typography, spelling"
                    " and style."
                ).format(next=said(ActionId.NEXT_DIFFERENCE), quiet=said(ActionId.HIDE_QUIET))
            case Hint.MARKING:
                return self.tr(
                    "{mark} highlights what you selected; {note} writes a note on it."
                ).format(mark=said(ActionId.HIGHLIGHT), note=said(ActionId.NOTE))
            case Hint.FILTERING:
                return self.tr(
                    "{filter} filters the stories; {save} keeps a filter as a view above them."
                ).format(filter=said(ActionId.FILTER), save=said(ActionId.SAVE_VIEW))

    def _is_closed(self, hint: Hint) -> bool:
        return hint.value in self._settings.get(HINTS).split()

    def _close(self) -> None:
        """Never say it again; another hint may come when it fits."""
        if self._shown is not None:
            closed = {*self._settings.get(HINTS).split(), self._shown.value}
            self._settings.set(HINTS, " ".join(sorted(closed)))
        self._shown = None
        self.bar.hide()
