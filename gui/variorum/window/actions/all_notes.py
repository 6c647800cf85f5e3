"""The actions that show all notes, or those that link to a code."""

from variorum.window.action_row import ActionId, ActionRow, Need
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

ALL_NOTES: tuple[Row, ...] = (
    ActionRow(
        ActionId.ALL_NOTES,
        QT_TRANSLATE_NOOP("actions", "All notes"),
        ("Ctrl+Shift+A",),
        lambda hands: hands.all_notes.toggle(),
        lambda s: s.stories > 0,
        checks=True,
    ),
    ActionRow(
        ActionId.CODE_LINKS,
        QT_TRANSLATE_NOOP("actions", "Notes that link to the code"),
        (),
        lambda hands: hands.all_notes.show_linking(),
        lambda s: s.code,
        needs=Need.SIDE,
    ),
)
