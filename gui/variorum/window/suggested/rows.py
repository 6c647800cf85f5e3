"""The action that opens the page of suggestions."""

from variorum.window.action_row import ActionId, ActionRow
from variorum.window.marking import QT_TRANSLATE_NOOP

SUGGESTING: tuple[ActionRow, ...] = (
    ActionRow(
        ActionId.SUGGESTIONS,
        QT_TRANSLATE_NOOP("actions", "Stories that may be one"),
        ("Ctrl+Shift+J",),
        lambda w: w.hands.suggesting.toggle(),
        lambda s: s.writable and s.stories > 1,
        checks=True,
    ),
)
