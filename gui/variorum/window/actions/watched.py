"""The action that chooses a folder to watch."""

from variorum.window.action_row import ActionId, ActionRow, writable
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

WATCHING: tuple[Row, ...] = (
    ActionRow(
        ActionId.WATCH_FOLDER,
        QT_TRANSLATE_NOOP("actions", "Watch a folder…"),
        (),
        lambda hands: hands.watching.choose(),
        writable,
    ),
)
