"""The actions of the story map."""

from variorum.window.action_row import ActionId, ActionRow, Need
from variorum.window.actions.row import Row
from variorum.window.marking import QT_TRANSLATE_NOOP

MAPPING: tuple[Row, ...] = (
    ActionRow(
        ActionId.STORY_MAP,
        QT_TRANSLATE_NOOP("actions", "Story map"),
        ("Ctrl+Shift+M",),
        lambda hands: hands.map.toggle(),
        lambda s: s.versions > 0,
        checks=True,
    ),
    ActionRow(
        ActionId.EXPORT_MAP,
        QT_TRANSLATE_NOOP("actions", "Export the story map…"),
        (),
        lambda hands: hands.map.export(),
        lambda s: s.versions > 1,
        needs=Need.STORY,
    ),
)
