"""Read on the full screen: the texts alone, without lists, panels and bars."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QShortcut

from variorum.window.action_row import ActionId
from variorum.window.body import Body
from variorum.window.message_bar import Message


class FullScreen(QObject):
    """Hide all but the texts, and bring it back."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._body = body
        self._was_maximized = False
        self.is_on = False
        self._escape = QShortcut(Qt.Key.Key_Escape, body.frame.desk)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)
        self._escape.activated.connect(self.toggle)

    def toggle(self) -> None:
        """Go to the full screen, or back."""
        window = self._body.window
        if not self.is_on:
            self._was_maximized = window.isMaximized()
        self.is_on = not self.is_on
        self._escape.setEnabled(self.is_on)
        self._body.frame.show_all(shown=not self.is_on)
        window.menuBar().setVisible(not self.is_on)
        self._body.status.setVisible(not self.is_on)
        self._tell_way_back()
        if self.is_on:
            window.showFullScreen()
        elif self._was_maximized:
            window.showMaximized()
        else:
            window.showNormal()
        self._body.bar[ActionId.FULL_SCREEN].setChecked(self.is_on)
        self._body.frame.desk.take_focus()
        self._body.fit()

    def _tell_way_back(self) -> None:
        """Say how the window comes back; once it has, that is no longer said."""
        keys = self._body.bar.keys_said(ActionId.FULL_SCREEN)
        way = self.tr("{keys} or Esc brings the window back.").format(keys=keys)
        if self.is_on:
            self._body.mouth.say(Message(way))
        elif self._body.frame.messages.text == way:
            self._body.frame.messages.hide()
