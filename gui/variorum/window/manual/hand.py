"""Open the manual from the main window, at the page that fits where the reader is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from variorum.window import later
from variorum.window.codebook.panel import CodesPanel
from variorum.window.desk.reading_desk import ReadingDesk
from variorum.window.frame import Page
from variorum.window.manual.pages import INDEX
from variorum.window.notes.panel import NotesPanel
from variorum.window.stories_list.panel import StoriesPanel
from variorum.window.theme import Theme

if TYPE_CHECKING:
    from variorum.window.manual.viewer import ManualWindow

PAGE_OF_PART: Mapping[type[QWidget], str] = {
    StoriesPanel: "stories.md",
    ReadingDesk: "reading.md",
    NotesPanel: "marks.md",
    CodesPanel: "codebook.md",
}
"""The page about a part of the window."""


class Manual(QObject):
    """Keep the window of the manual, made when it is first asked for."""

    link_clicked = Signal(QUrl)  # it leads out of the manual

    def __init__(self, theme: Theme, over: QWidget) -> None:
        super().__init__(over)
        self._theme = theme
        self._over = over
        self.window: ManualWindow | None = None

    def open(self, where: str | None = None) -> "ManualWindow":
        """Show a page, or a heading on it; unless told, where the manual was left."""
        window = self.window
        if window is None:
            window = self.window = later.manual_window(self._theme, self._over)
            window.link_clicked.connect(self.link_clicked)
        if where is not None:
            window.open_at(where)
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def open_for(self, part: QWidget | None) -> "ManualWindow":
        """Show the page about the part of the window that a widget stands in."""
        return self.open(page_for(part))

    def open_here(self) -> None:
        """Show the page about the part of the window that has the keys."""
        self.open_for(self._over.window().focusWidget())

    def wear(self, theme: Theme) -> None:
        """Wear the colours of a theme, live."""
        self._theme = theme
        if self.window is not None:
            self.window.wear(theme)


def page_for(part: QWidget | None) -> str:
    """Return the page about the part of the window that a widget stands in; else the index."""
    while part is not None:
        if isinstance(part, Page) and part.manual:
            return part.manual
        for kind, where in PAGE_OF_PART.items():
            if isinstance(part, kind):
                return where
        part = part.parentWidget()
    return INDEX
