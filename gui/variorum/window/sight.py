"""Know what the reader has in sight, and whether the list of stories has her keys."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from variorum.window.action_row import Need
from variorum.window.frame import Frame


class Sight(QObject):
    """Say what a deed can be about: what is in sight, and what has the keys.

    A menu that is open, a dialog or the palette takes no keys from the part that had them.
    """

    changed = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.in_list = False
        """The list of stories had the keys last."""
        self._in_texts = False
        frame.page_changed.connect(self.changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def met(self) -> Need:
        """Return what of the window can be acted on now."""
        frame, page = self._frame, self._frame.page
        met = Need.NOTHING
        if not frame.stories.isHidden():
            met |= Need.LIST
        if not frame.codes.isHidden() and not frame.is_alone:
            met |= Need.SIDE
        if page is None:
            met |= Need.TEXTS | Need.STORY | Need.IN_HAND
        elif page.shows_story:
            met |= Need.STORY
        if self.in_list:
            met |= Need.IN_HAND
        return met

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._frame.isAncestorOf(new):
            return
        before = self.in_list, self._in_texts
        self.in_list = self._frame.stories.isAncestorOf(new)
        self._in_texts = self._frame.desk.isAncestorOf(new)
        if (self.in_list, self._in_texts) != before:
            self.changed.emit()
