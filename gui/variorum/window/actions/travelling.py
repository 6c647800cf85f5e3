"""The actions by which marks leave the library and come back."""

from variorum.window.action_row import ActionId, ActionRow, writable
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

TRAVELLING: tuple[Row, ...] = (
    ActionRow(
        ActionId.EXPORT_MARKS,
        QT_TRANSLATE_NOOP("actions", "Export marks…"),
        ("Ctrl+Shift+E",),
        lambda hands: hands.travelling.export_marks(),
        lambda s: s.stories > 0,
    ),
    ActionRow(
        ActionId.IMPORT_MARKS,
        QT_TRANSLATE_NOOP("actions", "Import marks…"),
        (),
        lambda hands: hands.travelling.import_marks(),
        writable,
    ),
)
