"""Lay a page over the desk and take it away again; one way for every page."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId
from variorum.window.frame import Frame, Page


class OverDesk(QObject):
    """Be the hand over a page: one action shows it and takes it away, Esc leads back to the texts.

    A hand of its own derives from this one, and says in `read` what its page shows. A page that
    shows nothing of the story that is read makes way when the reader turns to a story.
    """

    def __init__(self, page: Page, action: ActionId, frame: Frame, bar: ActionBar) -> None:
        super().__init__(frame)
        self._lying, self._action, self._frame, self._bar = page, action, frame, bar
        frame.add_page(page)
        escape = QShortcut(Qt.Key.Key_Escape, page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close)
        page.close_wanted.connect(self.close)
        frame.page_changed.connect(self._show_whether_open)
        frame.notes.chosen.connect(self.step_aside)
        if not page.shows_story:
            frame.stories.story_chosen.connect(self.step_aside)

    @property
    def is_open(self) -> bool:
        """Tell whether the page lies over the desk."""
        return self._frame.page is self._lying

    def toggle(self) -> None:
        """Show the page; go back to the texts from there."""
        if self.is_open:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Lay the page over the desk, and give it the keys."""
        self._frame.show_page(self._lying)
        self.read()
        self._lying.take_focus()

    def read(self) -> None:
        """Fill the page with what it shows now."""
        raise NotImplementedError

    def close(self) -> None:
        """Go back to the texts."""
        self.step_aside()
        self._frame.desk.take_focus()

    def step_aside(self) -> None:
        """Let the texts be seen; the keys stay where they are."""
        if self.is_open:
            self._frame.show_page(None)
        # What was toggled by hand may say otherwise.
        self._show_whether_open()

    def _show_whether_open(self) -> None:
        self._bar[self._action].setChecked(self.is_open)
