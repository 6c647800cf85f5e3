"""The action that opens the page of suggestions."""

from variorum.window.action_row import ActionId, ActionRow
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

SUGGESTING: tuple[Row, ...] = (
    ActionRow(
        ActionId.SUGGESTIONS,
        QT_TRANSLATE_NOOP("actions", "Stories that may be one"),
        ("Ctrl+Shift+J",),
        lambda hands: hands.suggesting.toggle(),
        lambda s: s.writable and s.stories > 1,
        checks=True,
    ),
)
