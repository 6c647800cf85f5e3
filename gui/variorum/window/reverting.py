"""Take deeds back and do them again, and say which: it may be out of sight."""

from PySide6.QtCore import QObject

from variorum.window.body import Body
from variorum.window.wording import deed


class Reverting(QObject):
    """Undo and redo, as the menus name it."""

    def __init__(self, body: Body) -> None:
        super().__init__(body.window)
        self._session, self._status = body.workspace.session, body.status

    def undo(self) -> None:
        """Take the last deed back."""
        command = self._session.undo_state.undo
        if command is not None:
            self._session.undo()
            self._status.say_done(self.tr("Undone: {deed}").format(deed=deed(command)))

    def redo(self) -> None:
        """Do again what was taken back."""
        command = self._session.undo_state.redo
        if command is not None:
            self._session.redo()
            self._status.say_done(self.tr("Done again: {deed}").format(deed=deed(command)))
