"""The action that shows all notes."""

from variorum.window.action_row import ActionId, ActionRow
from variorum.window.marking import QT_TRANSLATE_NOOP

ALL_NOTES: tuple[ActionRow, ...] = (
    ActionRow(
        ActionId.ALL_NOTES,
        QT_TRANSLATE_NOOP("actions", "All notes"),
        ("Ctrl+Shift+A",),
        lambda w: w.hands.all_notes.toggle(),
        lambda s: s.stories > 0,
        checks=True,
    ),
)
