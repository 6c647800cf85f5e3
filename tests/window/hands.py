"""The reader's hands and eyes for the tests of the window: drop, type, look."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QKeyCombination, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from variorum.app.settings import ANNOTATOR, HINTS, Settings
from variorum.app.workspace import Workspace
from variorum.ids import ArticleId
from variorum.library.library import Library
from variorum.text import Span
from variorum.window.hints import Hint
from variorum.window.main_window import MainWindow
from variorum.window.theme import Scheme, Theme

from ..fresh import library_at

PATIENCE_MS = 10_000
"""How long to wait for what must happen; a machine under load is no reason to fail."""

_LONGEST_PAUSE_MS = 16


def _combination(keys: str) -> QKeyCombination:
    """Return a key with its modifiers; Qt's stubs do not know that a sequence has items."""
    sequence: Any = QKeySequence(keys)
    combination: QKeyCombination = sequence[0]
    return combination


@dataclass
class Answers:
    """Stand in for the boxes: say what the reader would, and remember what was asked."""

    files: list[Path] = field(default_factory=list[Path])
    folder: Path | None = None
    path: Path | None = None
    yes: bool = True
    line: str | None = None
    asked: list[str] = field(default_factory=list[str])

    def files_to_open(self, title: str, *, folder: str) -> list[Path]:  # noqa: ARG002
        """Give the files."""
        self.asked.append(title)
        return self.files

    def folder_to_open(self, title: str, *, folder: str) -> Path | None:  # noqa: ARG002
        """Give the folder."""
        self.asked.append(title)
        return self.folder

    def file_to_save(self, title: str, *, proposal: Path, kinds: str) -> Path | None:  # noqa: ARG002
        """Give the path."""
        self.asked.append(title)
        return self.path

    def file_to_open(self, title: str, *, folder: str, kinds: str) -> Path | None:  # noqa: ARG002
        """Give the path."""
        self.asked.append(title)
        return self.path

    def confirm(self, title: str, question: str, *, deed: str) -> bool:  # noqa: ARG002
        """Say yes or no."""
        self.asked.append(question)
        return self.yes

    def text(self, title: str, label: str, *, proposal: str = "") -> str | None:  # noqa: ARG002
        """Give the line."""
        self.asked.append(title)
        return self.line


class Reader:
    """Work one window as a reader does."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.library = folder / "library.variorum"
        self.settings = Settings(folder)
        self.settings.set(ANNOTATOR, "Reader")
        self.settings.set(HINTS, " ".join(Hint))
        self.answers = Answers()
        self._window: MainWindow | None = None

    @property
    def window(self) -> MainWindow:
        """Return the open window."""
        assert self._window is not None
        return self._window

    def open(self, scheme: Scheme = "light", *, read_only: bool = False) -> MainWindow:
        """Open the window over the library, made when missing."""
        library = (
            Library.open(self.library, read_only=True) if read_only else library_at(self.library)
        )
        workspace = Workspace(library, settings=self.settings)
        window = MainWindow(workspace, theme=Theme.load(scheme), ask=self.answers)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        with self.qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        self._window = window
        self.settle()
        return window

    def close(self) -> None:
        """Close the window, as often as wanted."""
        if self._window is not None:
            window, self._window = self._window, None
            window.close()
            self._wait_until(lambda: not shiboken6.isValid(window))

    def settle(self) -> None:
        """Wait until nothing is going on."""
        self._wait_until(lambda: self.window.is_settled)

    def _wait_until(self, holds: Callable[[], bool]) -> None:
        """Look soon, then ever less often; `waitUntil` takes ten milliseconds for what takes one."""
        late, pause = QDeadlineTimer(PATIENCE_MS), 1
        while not holds():
            assert not late.hasExpired(), "it did not happen in time"
            self.qtbot.wait(pause)
            pause = min(2 * pause, _LONGEST_PAUSE_MS)

    # --- hands ------------------------------------------------------------------------------

    def drop(self, paths: Sequence[Path] = (), *, text: str = "") -> None:
        """Drop files or text on the window, and wait for what comes of it."""
        mime = QMimeData()
        if paths:
            mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        else:
            mime.setText(text)
        where, copy = QPointF(700, 450), Qt.DropAction.CopyAction
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(where.toPoint(), copy, mime, left, none)
        QApplication.sendEvent(self.window, enter)
        assert enter.isAccepted()
        with self.qtbot.waitSignal(self.window.hands.importing.finished, timeout=PATIENCE_MS):
            QApplication.sendEvent(self.window, QDropEvent(where, copy, mime, left, none))
        self.settle()

    def press(self, keys: str, *, times: int = 1) -> None:
        """Press a key with its modifiers, as in "Ctrl+Shift+Right", on what has the focus."""
        combination = _combination(keys)
        for _ in range(times):
            target = QApplication.focusWidget() or self.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
        self.settle()

    def write(self, words: str) -> None:
        """Type words into what has the focus."""
        target = QApplication.focusWidget()
        assert target is not None
        QTest.keyClicks(target, words)

    def select(self, article: ArticleId, span: Span) -> None:
        """Select words in a pane."""
        self.window.desk.set_selection(article, span)

    def put_caret(self, article: ArticleId, place: int) -> None:
        """Put the caret into a pane, as a click or the arrow keys do."""
        self.window.desk.set_selection(article, Span(place, place))

    # --- eyes --------------------------------------------------------------------------------

    def selected_words(self) -> str:
        """Return the words that are selected on the desk."""
        selected = self.window.desk.selection()
        if selected is None:
            return ""
        return self.words_of(*selected)

    def words_of(self, article: ArticleId, span: Span) -> str:
        """Return words of a version that stands on the desk."""
        return span.of(self.window.reading.article_of(article).text)

    def sources(self) -> list[str | None]:
        """Return whose versions stand on the desk, the base first."""
        return [side.row.source for side in self.window.reading.sides]
