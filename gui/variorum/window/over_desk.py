"""Lay a page over the desk and take it away again; one way for every page."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from variorum.window.action_bar import ActionBar
from variorum.window.action_row import ActionId
from variorum.window.frame import Frame, Page

_TO_TEXTS = (
    ActionId.NEXT_DIFFERENCE,
    ActionId.PREVIOUS_DIFFERENCE,
    ActionId.FIND,
    ActionId.FIND_NEXT,
    ActionId.FIND_PREVIOUS,
)
"""Actions that want the texts in sight."""


class OverDesk(QObject):
    """Hold a page with the action that shows it; Esc on the page leads back to the texts."""

    def __init__(self, page: Page, action: ActionId, frame: Frame, bar: ActionBar) -> None:
        super().__init__(frame)
        self._page, self._action, self._frame, self._bar = page, action, frame, bar
        frame.add_page(page)
        escape = QShortcut(Qt.Key.Key_Escape, page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close)
        frame.page_changed.connect(self._show_whether_open)
        for name in _TO_TEXTS:
            bar[name].triggered.connect(self.step_aside)

    @property
    def is_open(self) -> bool:
        """Tell whether the page lies over the desk."""
        return self._frame.page is self._page

    def show(self) -> None:
        """Lay the page over the desk."""
        self._frame.show_page(self._page)

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
